/// The days that a date condition asks for, both ends included.
public struct DateSpan: Hashable, Sendable, CustomStringConvertible {
  /// Days as numbers that compare like dates, `year * 10,000 + month * 100 + day`; the year is 0 when it is open.
  let days: ClosedRange<Int>
  /// Whether only month and day are asked for, in whatever year.
  let ignoresYear: Bool

  private init(days: ClosedRange<Int>, ignoresYear: Bool) {
    self.days = days
    self.ignoresYear = ignoresYear
  }

  /// Reads a day, a month, a year, or two of these as the ends of a span, one of which may be missing.
  ///
  /// As people write them, in digits of any width or in Chinese numerals: `2021`, `202108`, `2021-8`, `2021.8.11`,
  /// `2021/8/11`, `20210811`, `2021年8月11日`; in any year `8月`, `8月11日`, `--08`, `--08-11`. Between two ends stands `..`,
  /// `~`, `至` or `到`; the second one may leave its year to the first. Counted from today: `今天`, `昨天`, `上周` (Monday to
  /// Sunday), `本月`, `去年`, `7天` (today and the six days before) and the like.
  /// - Parameter today: the day to count from; without one, such words are no dates.
  /// - Throws: what is wrong, as of the text's first scalar.
  init(parsing text: String, today: NewsDate? = nil) throws(QueryProblem) {
    let ends = DateText.normalized(text).split(separator: "..", maxSplits: 1, omittingEmptySubsequences: false)
    guard ends.contains(where: { !$0.isEmpty }) else { throw DateSpan.noDate(text) }
    var spans: [DateSpan?] = []
    for end in ends {
      spans.append(
        end.isEmpty ? nil : try DateSpan(end: String(end), of: text, after: spans.first ?? nil, today: today))
    }
    let (first, last) = (spans[0], spans[spans.count - 1])
    guard Set(spans.compactMap { $0?.ignoresYear }).count == 1 else { throw DateSpan.noDate(text) }
    let (lower, upper) = (first?.days.lowerBound ?? 0, last?.days.upperBound ?? Int.max)
    guard lower <= upper else {
      throw QueryProblem(
        message: Phrase("“\(text)”前后颠倒了；早的写在前面", "“\(text)” ends before it begins: write the earlier day first"),
        offset: 0)
    }
    self.init(days: lower...upper, ignoresYear: first?.ignoresYear ?? last?.ignoresYear ?? false)
  }

  /// Reads one end of a span.
  ///
  /// - Parameters:
  ///   - text: the whole text, to tell what is wrong with it.
  ///   - first: the end before this one, whose year counts where this one has none.
  private init(end: String, of text: String, after first: DateSpan?, today: NewsDate?) throws(QueryProblem) {
    var end = end
    if let today {
      if let days = DateText.days(end, from: today) {
        self.init(days: days, ignoresYear: false)
        return
      }
      end = DateText.namingYear(end, from: today)
    }
    guard let date = DateText(end) else { throw DateSpan.noDate(text) }
    let inherited = first.flatMap { $0.ignoresYear ? nil : $0.days.lowerBound / 10_000 }
    let year = date.year ?? inherited
    let base = (year ?? 0) * 10_000
    guard let month = date.month else {
      self.init(days: base + 101...base + 1231, ignoresYear: false)
      return
    }
    guard (1...12).contains(month) else {
      throw QueryProblem(
        message: Phrase("“\(text)”：没有 \(month) 月", "“\(text)”: there is no month \(month)"), offset: 0)
    }
    let length = CalendarDay.length(ofMonth: month, year: year)
    guard let day = date.day else {
      self.init(days: base + month * 100 + 1...base + month * 100 + length, ignoresYear: year == nil)
      return
    }
    guard (1...length).contains(day) else {
      let name = (year.map { "\($0)年" } ?? "") + "\(month)月"
      let english = (year.map { "\($0)-" } ?? "--") + DateSpan.padded(month, to: 2)
      throw QueryProblem(
        message: Phrase(
          "“\(text)”：没有这一天，\(name)有 \(length) 天", "“\(text)”: there is no such day; \(english) has \(length)"),
        offset: 0)
    }
    self.init(days: base + month * 100 + day...base + month * 100 + day, ignoresYear: year == nil)
  }

  private static func noDate(_ text: String) -> QueryProblem {
    QueryProblem(
      message: Phrase(
        "“\(text)”不是日期；可写 6月、2021年8月、2021-08-11、2021-08..2021-10、7天、本月、上周",
        "“\(text)” is no date: write 2021, 2021-08, 2021-08-11, --08 (August of any year), 2021-08..2021-10, 7d, "
          + "thismonth or lastweek"),
      offset: 0)
  }

  private static func padded(_ number: Int, to count: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, count - digits.count)) + digits
  }

  /// The first of the days that `text` names, as a query would; `nil` where it names none, or no year.
  public static func firstDay(of text: String, today: NewsDate) -> NewsDate? {
    guard let span = try? DateSpan(parsing: text, today: today), !span.ignoresYear else { return nil }
    let number = span.days.lowerBound
    return NewsDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  /// Whether the day is asked for. A day without a year lies in no span that names years.
  func contains(_ date: NewsDate?) -> Bool {
    guard let date else { return false }
    let day = date.month * 100 + date.day
    if ignoresYear { return days.contains(day) }
    guard let year = date.year else { return false }
    return days.contains(year * 10_000 + day)
  }

  /// The span as it would be typed, in full.
  public var description: String {
    func day(_ number: Int) -> String {
      let year = ignoresYear ? "-" : DateSpan.padded(number / 10_000, to: 4)
      return [year, DateSpan.padded(number / 100 % 100, to: 2), DateSpan.padded(number % 100, to: 2)].joined(
        separator: "-")
    }
    if days.lowerBound == days.upperBound { return day(days.lowerBound) }
    let first = days.lowerBound == 0 ? "" : day(days.lowerBound)
    let last = days.upperBound == Int.max ? "" : day(days.upperBound)
    return "\(first)..\(last)"
  }
}
