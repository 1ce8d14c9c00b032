/// What a page prints about itself: its date line, number, editors; and how to tell it from stories.
enum PageFurniture {
  /// Whether a short text, read so far, is page furniture.
  static func isFurniture(_ text: ArraySlice<UInt32>, _ reading: Reading) -> Bool {
    let (length, holds) = (reading.length, reading.ingredients)
    if length <= 80, holds.contains(.weekdays), holds.isDisjoint(with: [.stop, .clauseComma]), hasWeekday(text),
      hasDay(text)
    {
      return true
    }
    let bare = withoutMarks(text)
    if bare.count <= 12, isPageNumber(bare) { return true }
    guard length <= 110, !holds.contains(.stop) else { return false }
    if length <= 40, holds.kinds.contains(.space) || holds.contains(.bar), hasPageField(text) { return true }
    let words = holds.contains(.furniture) ? text.distinctCount(of: Trade.furnitureWords, atMost: 2) : 0
    let weak = holds.contains(.weakFurniture) ? text.distinctCount(of: Trade.weakFurnitureWords, atMost: 2) : 0
    return words >= 2 || (words == 1 && ((length <= 40 && !holds.contains(.clauseComma)) || weak > 0))
      || (weak >= 2 && length <= 40)
  }

  /// Whether a text points to stories on other pages (导读 … 详见A05).
  static func isPointer(_ text: ArraySlice<UInt32>, _ reading: Reading) -> Bool {
    let (length, holds) = (reading.length, reading.ingredients)
    guard length <= 160 else { return false }
    if holds.contains(.pointers), text.containsAny(Trade.pointerWords) { return true }
    if endsWithPageCode(text) || endsWithCircledPage(text) { return true }
    return length <= 40 && holds.kinds.contains(.digit) && text.containsAny(turnWords)
  }

  /// Whether a line is a date alone: 2019年8月26日, 2024.3.22, 二〇二四年三月二日.
  static func isDate(_ text: ArraySlice<UInt32>) -> Bool {
    guard (5...16).contains(text.count),
      text.first.map({ CharacterClass.of($0).contains(.digit) || hanDigits.contains($0) }) == true
    else { return false }
    return text.allSatisfy {
      CharacterClass.of($0).contains(.digit) || hanDigits.contains($0) || dateMarks.contains($0)
        || CharacterClass.of($0).contains(.space)
    }
      && text.contains { dateMarks.contains($0) }
  }

  /// Whether the text names a day of the week.
  static func hasWeekday(_ text: ArraySlice<UInt32>) -> Bool { text.containsAny(Trade.weekdays) }

  /// The text without marks and brackets around it: 【记者手记】 → 记者手记.
  static func withoutMarks(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    let marks = marks
    var (low, high) = (text.startIndex, text.endIndex)
    while low < high, marks.contains(text[low]) { low += 1 }
    while high > low, marks.contains(text[high - 1]) { high -= 1 }
    return text[low..<high]
  }

  /// Whether a scalar is a mark, a bracket or white space.
  static func isMark(_ scalar: UInt32) -> Bool { marks.contains(scalar) }

  /// Dots and a page: …………A3.
  private static func endsWithPageCode(_ text: ArraySlice<UInt32>) -> Bool {
    guard let last = text.last, CharacterClass.of(last).contains(.digit) else { return false }
    let tail = text.suffix(6)
    guard let dots = tail.lastIndex(where: { $0 == 0x2026 || $0 == 0xB7 || $0 == 0x22EF }), dots > tail.startIndex
    else { return false }
    return !CharacterClass.of(tail[dots - 1]).contains(.han)
  }

  /// Whether a short line holds the name of a newspaper.
  static func namesPaper(_ text: ArraySlice<UInt32>) -> Bool {
    text.split { CharacterClass.of($0).contains(.space) }.contains {
      $0.count <= 8 && $0.suffixed(by: paperEndings) != nil || namesPaperAndSection($0)
    }
  }

  /// Whether the paper's name and the page's section stand together, the blank between them lost: 绥化日报综合新闻.
  private static func namesPaperAndSection(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count <= 14 else { return false }
    return paperEndings.contains { ending in
      guard let at = text.firstIndex(of: ending), at > text.startIndex else { return false }
      return text[(at + ending.count)...].prefixed(by: Trade.sectionWords) != nil
    }
  }
  private static let paperEndings = wordList("日报 晚报 早报 晨报 时报 周报 快报 新报 导报 商报 都市报 农村报 乡讯 日報 晚報 時報 鄉訊")

  /// A circled number and 版: ③版.
  private static func endsWithCircledPage(_ text: ArraySlice<UInt32>) -> Bool {
    text.count > 4 && text.last == 0x7248 && (0x2460...0x2473).contains(text[text.endIndex - 2])
  }

  /// Whether one of the words of a line above the date is a page's number: 要闻 A2.
  static func hasPageCode(_ text: ArraySlice<UInt32>) -> Bool {
    text.split { CharacterClass.of($0).contains(.space) }.contains { $0.count <= 4 && isPageNumber($0) }
  }

  /// Whether one of several fields set apart is a page's number: 某某乡讯　　第三版　　乡情.
  private static func hasPageField(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.contains(0x7248) else { return false }
    let fields = text.split { CharacterClass.of($0).contains(.space) || $0 == 0xFF5C || $0 == 0x7C }
    return fields.count >= 2 && fields.contains { $0.count <= 5 && $0.last == 0x7248 && isPageNumber($0) }
  }

  private static func hasDay(_ text: ArraySlice<UInt32>) -> Bool {
    text.contains(0x65E5) || text.contains(0x2E) || text.contains(0x2D) || text.contains(0x2F)
      || text.contains { CharacterClass.of($0).contains(.digit) }
  }

  /// 07, A03, 第3版, A03 要闻, 4版 综合.
  private static func isPageNumber(_ text: ArraySlice<UInt32>) -> Bool {
    var index = text.startIndex
    if text.has(word("第"), at: index) { index += 1 }
    if index < text.endIndex, CharacterClass.of(text[index]).contains(.latin) { index += 1 }
    let digits = index
    while index < text.endIndex, CharacterClass.of(text[index]).contains(.digit) || hanDigits.contains(text[index]),
      index - digits < 3
    { index += 1 }
    guard index > digits else { return false }
    let rest = withoutMarks(text[index...])
    if rest.isEmpty { return true }
    if rest.first == 0x7248 { return rest.count <= 8 }
    let gap = CharacterClass.of(text[index]).contains(.space)
    return gap && rest.count <= 5 && rest.allSatisfy { CharacterClass.of($0).contains(.han) }
      && CharacterClass.of(text[digits]).contains(.digit)
      && index - text.startIndex >= 1
  }

  private static let turnWords = wordList("详见 见A 见第 请看 刊A 刊第 版▶ 版> ▶")
  private static let hanDigits = CharacterBits("〇零一二三四五六七八九十○")
  private static let dateMarks = CharacterBits("年月日.-/．－")
  private static let marks = CharacterBits(
    word("【】[]()（）<>《》〈〉「」『』*·•|｜:：—-=＝~～") + Block.markerScalars + CharacterClass.spaces)
}
