/// What lines of page furniture that stand together say of paper, day and page.
struct Folio {
  /// The newspaper's name.
  private(set) var paper: String?
  /// A day, with its year or without.
  private(set) var day: NewsDate?
  /// The day of the week, 0 for Monday.
  private(set) var weekday: Int?
  /// The page's number as printed.
  private(set) var number: String?
  /// Whether a day of the week is meant, even where it is misread.
  private var namesWeekday = false
  /// Whether the number of the issue stands there.
  private var numbersIssue = false

  init() {}

  /// The day, if what stands beside it makes it the issue's: a date alone may be anything's.
  var issued: NewsDate? {
    namesWeekday || numbersIssue || number != nil || paper != nil ? day : nil
  }

  /// Whether the lines name a page of an issue rather than being a stray number.
  var namesPage: Bool { number != nil && (paper != nil || issued != nil) }

  /// Reads another line.
  mutating func add(_ text: ArraySlice<UInt32>) {
    let text = Self.mended(text)
    if day == nil || day?.year == nil { day = PageFactsFinder.date(in: text) ?? day ?? Self.dayOfMonth(in: text) }
    if number == nil { number = PageFactsFinder.pageNumber(in: text) }
    if paper == nil { paper = PageFactsFinder.paperName(in: text) }
    if weekday == nil { weekday = Self.weekday(in: text) }
    if text.containsAny(Self.weekWords) { namesWeekday = true }
    if text.containsAny(Self.issueWords) || Self.holdsIssueNumber(text) { numbersIssue = true }
  }

  /// 星期五, 周五: 4.
  private static func weekday(in text: ArraySlice<UInt32>) -> Int? {
    for index in text.indices.dropFirst() {
      guard let day = weekdays.firstIndex(of: text[index]) else { continue }
      let before = text[..<index]
      if before.last == 0x5468 || before.last == 0x9031 || before.suffix(2).elementsEqual(week)
        || before.suffix(2).elementsEqual(libai)
      {
        return min(day, 6)
      }
    }
    return nil
  }

  /// 8月13日 without a year.
  private static func dayOfMonth(in text: ArraySlice<UInt32>) -> NewsDate? {
    guard let at = text.firstIndex(of: 0x6708), let month = DateFinder.number(endingAt: at, in: text),
      month.start == text.startIndex || !isYearMark(text[month.start - 1]),
      let day = DateFinder.number(startingAt: at + 1, in: text), day.end < text.endIndex, text[day.end] == 0x65E5
    else { return nil }
    return NewsDate(year: nil, month: month.value, day: day.value)
  }

  /// 第1234期.
  private static func holdsIssueNumber(_ text: ArraySlice<UInt32>) -> Bool {
    text.indices.dropFirst().contains { text[$0] == 0x671F && CharacterClass.of(text[$0 - 1]).contains(.digit) }
  }

  private static func isYearMark(_ scalar: UInt32) -> Bool { scalar == 0x5E74 || scalar == 0x5386 || scalar == 0x66C6 }

  /// The text with letters that are digits misread, between digits, as those: 2O21年8月l3日.
  private static func mended(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    guard text.contains(where: { lookalikes[$0] != nil }) else { return text }
    var mended = Array(text)
    for index in mended.indices {
      guard let digit = lookalikes[mended[index]] else { continue }
      let before = index > 0 ? mended[index - 1] : 0
      let after = index + 1 < mended.count ? mended[index + 1] : 0
      let isInNumber = [before, after].allSatisfy { $0.isFigure || dateUnits.contains($0) }
      if isInNumber { mended[index] = digit }
    }
    return mended[...]
  }

  private static let lookalikes: [UInt32: UInt32] = [0x4F: 0x30, 0x6F: 0x30, 0x6C: 0x31, 0x49: 0x31, 0x7C: 0x31]
  private static let dateUnits = word("年月日")
  private static let weekdays = word("一二三四五六日天")
  private static let week = word("星期")
  private static let libai = word("禮拜")
  private static let weekWords = wordList("星期 禮拜 周一 周二 周三 周四 周五 周六 周日 週")
  private static let issueWords = wordList("总第 總第 刊号 農曆 农历 国内统一")
}
