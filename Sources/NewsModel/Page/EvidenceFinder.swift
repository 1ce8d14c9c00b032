/// A block with what its print tells.
struct Reading {
  /// The rules that hold for the block.
  var evidence: Evidence = []
  /// Scalars that are not white space.
  var length = 0
  /// The opening of a report that the block begins with.
  var opening: Opening?
  /// The people that the block as a whole names, when it is a byline, a signature or a credit.
  var byline = Byline()
  /// Whether quotation marks or brackets stand in it.
  var hasQuotes = false
  /// Where a signature, credit or jump at the block's end begins (index of the block buffer).
  var tail: Int?
}

/// Finds the evidence in the blocks of one printed page.
struct EvidenceFinder {
  let list: BlockList
  let isPlace: (ArraySlice<UInt32>) -> Bool

  /// The reading of every block of `list`. `isPlace` says whether a line is the name of a place.
  ///
  /// - Complexity: O(scalars).
  static func read(_ list: BlockList, isPlace: @escaping (ArraySlice<UInt32>) -> Bool) -> [Reading] {
    let finder = EvidenceFinder(list: list, isPlace: isPlace)
    var readings = list.blocks.indices.map { finder.read($0) }
    finder.compare(&readings)
    return readings
  }

  // MARK: One block

  private func read(_ index: Int) -> Reading {
    let text = list.text(index)
    var reading = Reading()
    var commas = 0
    var innerStops = 0
    var letters = 0
    var depth = 0
    text.withUnsafeBufferPointer { buffer in
      for scalar in buffer {
        let kind = CharacterClass.of(scalar)
        if kind == .han {
          reading.length += 1
          letters += 1
          continue
        }
        if kind.contains(.space) { continue }
        reading.length += 1
        if !kind.isDisjoint(with: [.han, .digit, .latin]) { letters += 1 }
        if kind.contains(.comma), scalar != 0x3A, scalar != 0xFF1A { commas += 1 }
        if scalar == 0x3002 { innerStops += 1 }
        if scalar == 0x201C { depth += 1 } else if scalar == 0x201D { depth -= 1 }
        if !kind.isDisjoint(with: [.opener, .closer]) { reading.hasQuotes = true }
      }
    }
    var found: Evidence = []
    let ending = lastMark(of: text)
    if ending.terminal { found.insert(.endsSentence) }
    if ending.asks { found.insert(.asks) }
    if ending.comma { found.insert(.endsWithComma) }
    if innerStops > (ending.stop ? 1 : 0) { found.insert(.holdsSentence) }
    if commas >= 1 { found.insert(.comma) }
    if commas >= 2 { found.insert(.manyCommas) }
    if depth != 0 { found.insert(.unbalanced) }
    let open = reading.hasQuotes ? quotesLeftOpen(text) : 0
    if open > 0 { found.insert(.opensQuote) }
    if open < 0 { found.insert(.closesQuote) }
    if reading.length <= 2, text.allSatisfy({ Self.numerals.contains($0) || CharacterClass.of($0).contains(.space) }) {
      found.insert(.numeral)
    }
    if reading.length > 40, namesDay(text.prefix(70)) { found.insert(.dated) }
    if beginsInMidSentence(text) { found.insert(.beginsInMidSentence) }
    if let first = text.first, Self.dependents.contains(first) { found.insert(.dependentFirst) }
    if text.prefixed(by: Trade.sentenceOpeners) != nil || beginsWithDay(text) { found.insert(.sentenceOpener) }
    if PlaceLines.beginsWithPlace(text) || PlaceLines.beginsWithTown(text) {
      found.insert(.placeFirst)
      if PlaceLines.isSetOff(text) { found.insert(.placeLabel) }
    }
    if letters * 3 < reading.length, reading.length < 40, !ending.terminal || letters == 0,
      reading.length != 1 || letters == 0,
      !(ending.stop && reading.length <= 2)
    {
      found.insert(.debris)
    }
    if isScene(text, reading.length, commas: commas), ending.stop { found.insert(.scene) }
    if list.blocks[index].isShortLine, !ending.terminal, !ending.comma { found.insert(.shortLine) }
    if reading.length <= 8, ending.stop, innerStops <= 1 { found.insert(.remnant) }
    reading.evidence = found
    readAuthors(text, &reading)
    readLine(text, &reading)
    return reading
  }

  /// One short clause that says who is where, as captions without a credit do: 村民在树下歇凉。
  private func isScene(_ text: ArraySlice<UInt32>, _ length: Int, commas: Int) -> Bool {
    (8...32).contains(length) && commas == 0 && text.dropFirst(2).dropLast(3).contains(0x5728)
      && !text.contains { CharacterClass.of($0).contains(.closer) }
  }

  /// More than 0 when a quotation begins that does not end in the text, less when one ends that did not begin.
  ///
  /// Straight quotes say which they are only by their neighbours: one after a letter or full stop closes.
  private func quotesLeftOpen(_ text: ArraySlice<UInt32>) -> Int {
    var depth = 0
    var straight = 0
    var firstCloses = false
    var next = text.firstIndex(from: text.startIndex, where: Self.isQuote)
    while let index = next {
      next = text.firstIndex(from: index + 1, where: Self.isQuote)
      switch text[index] {
      case 0x201C, 0x300C: depth += 1
      case 0x201D, 0x300D:
        if depth == 0 { return -1 }
        depth -= 1
      case 0x22:
        if straight == 0, index > text.startIndex {
          firstCloses = CharacterClass.of(text[index - 1]).contains(.terminal)
        }
        straight += 1
      default: break
      }
    }
    if straight % 2 == 1 { return firstCloses ? -1 : 1 }
    return depth
  }

  private static func isQuote(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar & ~1 == 0x201C || scalar & ~1 == 0x300C
  }

  /// How a text ends, closing quotes and brackets aside.
  private func lastMark(of text: ArraySlice<UInt32>) -> (terminal: Bool, stop: Bool, asks: Bool, comma: Bool) {
    var index = text.endIndex
    while index > text.startIndex,
      CharacterClass.of(text[index - 1]).contains(.closer) || CharacterClass.of(text[index - 1]).contains(.space)
    {
      index -= 1
    }
    guard index > text.startIndex else { return (false, false, false, false) }
    let last = text[index - 1]
    let kind = CharacterClass.of(last)
    let asks = [0x3F, 0xFF1F, 0x21, 0xFF01].contains(last)
    // A full stop in ASCII ends a sentence only after Han: 4.2 and G.20 do not end one.
    let isStop =
      last == 0x3002 || last == 0xFF61
      || ((last == 0x2E || last == 0xFF0E) && index - 2 >= text.startIndex
        && CharacterClass.of(text[index - 2]).contains(.han))
    let comma = kind.contains(.comma) && index == text.endIndex
    return (kind.contains(.terminal) || isStop, isStop, asks, comma && last != 0x3A && last != 0xFF1A)
  }

  /// Whether a day of a month stands in the text, or a word for a day just past.
  private func namesDay(_ text: ArraySlice<UInt32>) -> Bool {
    var month = false
    for index in text.indices.dropFirst() {
      if text[index] == 0x6708 { month = true }
      if text[index] == 0x65E5, month || [0x8FD1, 0x6628, 0x524D, 0x65E5].contains(text[index - 1]) { return true }
    }
    return false
  }

  private func beginsInMidSentence(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first else { return false }
    let kind = CharacterClass.of(first)
    if first == 0x22 || first == 0x27 { return false }
    return (kind.contains(.closer) && !kind.contains(.opener)) || kind.contains(.comma) || first == 0x3002
      || first == 0x25
  }

  /// Characters that hardly a sentence begins with: they lean on a word before them.
  private static let dependents = CharacterBits("的了着过們们里裏員员者业業务務和与與及或并是個个些等余餘也都又就才却被得吗呢吧地到")
  private static let numerals = CharacterBits("壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十")

  // MARK: Who wrote it

  private func readAuthors(_ text: ArraySlice<UInt32>, _ reading: inout Reading) {
    if let opening = Opening.parse(text) {
      reading.opening = opening
      reading.evidence.insert(.opening)
      reading.byline = opening.byline
    }
    let bracketed = isBracketed(text)
    // OCR sometimes leaves a stray full stop before a byline.
    var core = text
    while let first = core.first, first == 0x3002 || CharacterClass.of(first).contains(.space) {
      core = core.dropFirst()
    }
    if reading.length <= 90, reading.opening == nil, !core.contains(0x3002), !Self.isLabel(core),
      !(core.count <= 8 && !core.contains(0x20) && (core.containsAny(Trade.sectionWords) || Self.isColumnName(core)))
    {
      let byline = Byline.parse(core)
      if byline.isWhole {
        reading.byline = byline
        if core.startIndex > text.startIndex { reading.evidence.subtract([.beginsInMidSentence, .holdsSentence]) }
        classify(byline, of: core, bracketed: bracketed, &reading)
      }
    }
    if let opening = reading.opening, opening.end >= text.endIndex, reading.length <= 90 {
      reading.evidence.insert(.byline)  // an opening that stands alone on its line
    }
    if reading.length > 12 || text.contains(0x3002) || text.suffixed(by: Self.creditEndings) != nil,
      reading.evidence.isDisjoint(with: [.byline, .signature, .credit]), let tail = inlineTail(text)
    {
      reading.tail = tail.at
      let marked = Block.markers.contains(text[tail.at])
      if tail.byline.isPhotographic || (marked && reading.length <= 160 && beginsWithDay(text)) {
        if reading.length < 420 {
          reading.evidence.insert(.inlineCredit)
        } else {
          reading.evidence.insert(.inlineSignature)
        }
      } else if tail.isJump {
        reading.evidence.insert(.jump)
      } else {
        reading.evidence.insert(.inlineSignature)
      }
      if reading.opening == nil || reading.byline.credits.isEmpty { reading.byline = tail.byline }
      reading.evidence.insert(.endsSentence)
      reading.evidence.remove(.endsWithComma)
    }
  }

  /// Whether a line is nothing but the label of a sidebar.
  private static func isLabel(_ text: ArraySlice<UInt32>) -> Bool {
    let bare = PageFurniture.withoutMarks(text)
    if (3...6).contains(bare.count), bare.suffixed(by: Trade.labelEndings) != nil { return true }
    return Trade.sidebarLabels.contains { $0.count == bare.count && bare.has($0, at: bare.startIndex) }
  }

  /// Whether a line names a column: by a word for columns at its end, or by the marks and mottos such names are made of.
  static func isColumnName(_ text: ArraySlice<UInt32>) -> Bool {
    text.containsAny(Trade.columnMottos) || text.count <= 6 && text.suffixed(by: Trade.columnEndings) != nil
      || text.dropFirst().dropLast().contains { $0 == 0xB7 || $0 == 0x30FB }
  }

  /// Whether four Han stand together: a motto, rather than two names or one with a compound surname.
  private func isOneWord(_ text: ArraySlice<UInt32>) -> Bool {
    text.count == 4 && text.allSatisfy { CharacterClass.of($0).contains(.han) }
      && text.prefixed(by: Trade.compoundSurnames) == nil
  }

  private func isBracketed(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return [0x28, 0xFF08].contains(first) && [0x29, 0xFF09].contains(last)
  }

  private func classify(_ byline: Byline, of text: ArraySlice<UInt32>, bracketed: Bool, _ reading: inout Reading) {
    if byline.isPhotographic { reading.evidence.insert(.credit) }
    let first = text.first ?? 0
    let marked = Block.markers.contains(first)
    if bracketed {
      let named = byline.credits.flatMap(\.names)
      if byline.hasRole || named.count >= 2 || named.allSatisfy({ Byline.looksLikeName(ArraySlice(word($0))) }) {
        reading.evidence.insert(.signature)
      }
    } else if byline.hasRole || (marked && !isOneWord(text.dropFirst())) {
      reading.evidence.insert(.byline)
    } else if byline.credits.flatMap(\.names).allSatisfy({ Byline.looksLikeName(ArraySlice(word($0))) }),
      reading.length <= 16, !isOneWord(text)
    {
      reading.evidence.insert(.names)
    }
    if marked { reading.evidence.insert(.marker) }
  }

  /// A signature, credit or jump after the last sentence: (张三), □张三, 张三 摄, (下转第二版).
  private func inlineTail(_ text: ArraySlice<UInt32>) -> (at: Int, byline: Byline, isJump: Bool)? {
    guard let last = text.last else { return nil }
    let floor = Swift.max(text.startIndex, text.endIndex - 60)
    if last == 0x29 || last == 0xFF09 {
      guard let open = text[floor...].lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }), open > text.startIndex else {
        return nil
      }
      let inside = text[(open + 1)..<(text.endIndex - 1)]
      if inside.containsAny(Self.jumpWords), inside.count <= 16 {
        let before = inlineTail(text[..<open].trimmed)  // a signature may stand before the jump
        return before ?? (open, Byline(), true)
      }
      let byline = Byline.parse(inside)
      let before = text[..<open].trimmed.last ?? 0
      // A gloss stands before the full stop, a signature after it.
      let afterStop = !CharacterClass.of(before).isDisjoint(with: [.terminal, .closer]) || byline.hasRole
      return byline.isWhole && afterStop && byline.nameCount <= 8 ? (open, byline, false) : nil
    }
    if let mark = text[floor...].lastIndex(where: { Block.markers.contains($0) }), mark > text.startIndex,
      text.endIndex - mark <= 40
    {
      let byline = Byline.parse(text[mark...])
      if byline.isWhole { return (mark, byline, false) }
    }
    // 韦唱晚 摄 / 本报记者 王五 摄 at the end, after a full stop or white space.
    guard text.suffixed(by: Self.creditEndings) != nil || text[floor...].containsAny(Trade.roleCores) else {
      return nil
    }
    for index in stride(from: text.endIndex - 3, through: floor, by: -1) where index > text.startIndex {
      let before = CharacterClass.of(text[index - 1])
      guard
        before.contains(.terminal)
          || (before.contains(.closer) && index - 2 >= floor && CharacterClass.of(text[index - 2]).contains(.terminal))
      else { continue }
      let byline = Byline.parse(text[index...])
      let named = byline.credits.flatMap(\.names).allSatisfy { Byline.looksLikeName(ArraySlice(word($0))) }
      return byline.isWhole && byline.hasRole && (named || byline.isPhotographic) ? (index, byline, false) : nil
    }
    return nil
  }

  private static let jumpWords = wordList("下转 上接 转第 接第 紧接 下轉 續第 续第 未完待续 未完待續")
  private static let creditEndings = wordList("摄 攝 摄影报道 摄影 供图 图/文 文/图")

  // MARK: What kind of line it is

  private func readLine(_ text: ArraySlice<UInt32>, _ reading: inout Reading) {
    guard let first = text.first else { return }
    if first == 0x2014 || first == 0x2015 || first == 0x2500 || (first == 0x2D && text.count > 4) || first == 0xFF0D {
      reading.evidence.insert(.dash)
    }
    if Block.markers.contains(first) { reading.evidence.insert(.marker) }
    if Self.isTableRow(text) { reading.evidence.insert(.tableRow) }
    if reading.length <= 160, text.suffixed(by: Self.archiveWords) != nil { reading.evidence.insert(.inlineCredit) }
    if reading.length <= 160 {
      if text.containsAny(Trade.captionWords) { reading.evidence.insert(.captionWords) }
      if beginsWithDay(text) { reading.evidence.insert(.dayFirst) }
      if PageFurniture.isFurniture(text, length: reading.length) { reading.evidence.insert(.furniture) }
      if PageFurniture.isPointer(text, length: reading.length) { reading.evidence.insert(.pointer) }
    }
    if let jump = text[text.startIndex..<Swift.min(text.endIndex, text.startIndex + 6)].firstIndex(where: {
      [0x4E0A, 0x4E0B, 0x7D27, 0x7E8C, 0x672A].contains($0)
    }),
      text.containsAny(Self.jumpWords), reading.length <= 16 || text[jump...].prefixed(by: Self.jumpWords) != nil
    {
      reading.evidence.insert(.jump)
      if reading.length > 16, text[jump] != 0x4E0B, text[jump] != 0x672A { reading.evidence.insert(.continuation) }
    }
    if reading.evidence.contains(.opening) { return }
    // Short labels are often set wide: 公 告, 记 者 手 记.
    let marked = PageFurniture.withoutMarks(text)
    let bare = reading.length <= 8 ? marked.filter { !CharacterClass.of($0).contains(.space) }[...] : marked
    if reading.length <= 14 {
      if Self.isLabel(bare) { reading.evidence.insert(.sidebarLabel) }
      if isPlace(bare) {
        reading.evidence.insert(.placeAlone)
        reading.evidence.remove(.names)
      }
    }
    if reading.length <= 16, reading.evidence.isDisjoint(with: [.byline, .names]), bare.containsAny(Trade.sectionWords)
    {
      reading.evidence.insert(.sectionWord)
    }
    if reading.length <= 24, reading.evidence.isDisjoint(with: [.byline, .names, .placeAlone, .endsSentence]),
      Self.isColumnName(marked)
    {
      reading.evidence.insert(.columnName)
    }
    if let label = bare.prefixed(by: Trade.sidebarLabels), bare.count > label.count {
      let next = bare[bare.startIndex + label.count]
      if Self.labelMarks.contains(next) { reading.evidence.insert(.sideLabelInLine) }
    }
    if reading.length <= 40, !reading.evidence.contains(.endsSentence) {
      if Trade.noticeWords.contains(where: {
        bare.has($0, at: bare.endIndex - $0.count) || bare.has($0, at: bare.startIndex)
      }) {
        reading.evidence.insert(.noticeTitle)
      }
      if Trade.noticeTitles.contains(where: { $0.count == bare.count && bare.has($0, at: bare.startIndex) }) {
        reading.evidence.formUnion([.noticeTitle, .noticeAlone])
        reading.evidence.remove(.names)
      }
      if PageFurniture.isDate(bare) { reading.evidence.insert(.dateAlone) }
      if bare.suffixed(by: Trade.officeEndings) != nil { reading.evidence.insert(.organisation) }
    }
    if let speaker = Self.speakers.first(where: { text.has($0, at: text.startIndex) }) {
      let next = text.startIndex + speaker.count
      if next < text.endIndex, text[next] == 0x3A || text[next] == 0xFF1A { reading.evidence.insert(.question) }
    }
    if first == 0x3010, let close = text.prefix(8).firstIndex(of: 0x3011),
      Self.speakers.contains(where: { $0.count == close - text.startIndex - 1 && text.has($0, at: text.startIndex + 1) }
      )
    {
      reading.evidence.insert(.question)  // 【记者】
    }
  }

  private static let speakers = wordList("问 答 問 问题 记者 記者 主持人 嘉宾 甲 乙 Q A 本报记者 網友 专家")
  private static let archiveWords = wordList("资料图片 资料照片 资料图 (资料图) （资料图） （资料图片） (资料图片) 資料圖片 資料照片")
  private static let labelMarks = CharacterBits(":：>》〉】]▶►|｜— \u{3000}")

  /// Whether the text begins with a day and a comma (5月4日,), as captions do.
  private func beginsWithDay(_ text: ArraySlice<UInt32>) -> Bool {
    let head = text.prefix(14)
    guard let day = head.firstIndex(of: 0x65E5), day > text.startIndex,
      CharacterClass.of(text[day - 1]).contains(.digit)
    else { return false }
    return head[day...].contains { CharacterClass.of($0).contains(.comma) }
  }

  /// Whether a line is a row of a table: three or more fields set apart, two of them with figures, and no sentence.
  static func isTableRow(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count <= 160, !text.contains(0x3002),
      let gap = text.firstIndex(from: text.startIndex, where: isGap),
      text.firstIndex(from: gap + 1, where: isGap) != nil
    else { return false }
    var fields = 0
    var withFigures = 0
    for field in text.split(whereSeparator: isGap) {
      fields += 1
      if field.contains(where: { CharacterClass.of($0).contains(.digit) }) { withFigures += 1 }
    }
    if fields >= 3, withFigures >= 1, text.count <= 26,
      text.split(whereSeparator: { CharacterClass.of($0).contains(.space) }).allSatisfy({ $0.count <= 9 })
    {
      return true
    }
    if fields >= 3, withFigures >= 2, !PageFurniture.hasWeekday(text) { return true }
    return fields >= 4 && isNameList(text)
  }

  private static func isGap(_ scalar: UInt32) -> Bool {
    CharacterClass.of(scalar).contains(.space) || scalar == 0x7C || scalar == 0xFF5C
  }

  /// Whether a line is a list of names, perhaps with a label: 三等奖:张三 李四 王五 赵六.
  private static func isNameList(_ text: ArraySlice<UInt32>) -> Bool {
    let list = text.lastIndex(where: { $0 == 0x3A || $0 == 0xFF1A }).map { text[($0 + 1)...] } ?? text
    let names = list.split { CharacterClass.of($0).contains(.space) }
    return names.count >= 3 && !text.containsAny(Trade.roleCores)
      && names.allSatisfy { (2...4).contains($0.count) && Byline.looksLikeName($0) }
  }
}
