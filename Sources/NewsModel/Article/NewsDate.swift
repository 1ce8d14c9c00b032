/// A day that a page or a story names; the year is open where the page does not tell it.
public struct NewsDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year (AD), `nil` when no year can be known.
  public let year: Int?
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int
  /// What the year was taken from.
  public let yearSource: YearSource

  /// What can tell the year of a day.
  public enum YearSource: Sendable {
    /// It is printed with the day.
    case printed
    /// The page's own date.
    case page
    /// Words of the page that speak of the present year: 截至2023年底, 2022年以来.
    case words
    /// Nothing.
    case unknown

    /// A sentence that says so.
    public var reason: Phrase {
      switch self {
      case .printed: Phrase("年份与日子印在一起", "the year is printed with the day")
      case .page: Phrase("年份取自版面的日期", "the year is that of the page's date")
      case .words: Phrase("年份据版面上说当年的话推定", "the year is inferred from what the page says of the present year")
      case .unknown: Phrase("版面没有说是哪一年", "the page does not tell the year")
      }
    }
  }

  /// Whether the year was inferred from other words of the page rather than printed with the day.
  public var yearIsInferred: Bool { yearSource == .page || yearSource == .words }

  /// Creates a day; `nil` when month or day cannot exist in any year.
  public init?(year: Int?, month: Int, day: Int, yearIsInferred: Bool = false) {
    self.init(
      year: year, month: month, day: day, yearSource: year == nil ? .unknown : yearIsInferred ? .words : .printed)
  }

  /// Creates a day whose year is known from `yearSource`; `nil` when month or day cannot exist in any year.
  init?(year: Int?, month: Int, day: Int, yearSource: YearSource) {
    let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...longest[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.yearSource = yearSource
  }

  /// Whether both are the same day, known as well.
  public static func == (a: NewsDate, b: NewsDate) -> Bool {
    (a.year, a.month, a.day) == (b.year, b.month, b.day) && a.yearIsInferred == b.yearIsInferred
  }

  /// Hashes the day.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(year)
    hasher.combine(month)
    hasher.combine(day)
  }

  /// `2021-08-11`, or `--08-11` when the year is open (ISO 8601:2000's form of a day without its year).
  public var description: String {
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return (year.map { "\($0)-" } ?? "--") + two(month) + "-" + two(day)
  }

  /// Days without a year come before all days with one.
  public static func < (a: NewsDate, b: NewsDate) -> Bool {
    (a.year ?? 0, a.month, a.day) < (b.year ?? 0, b.month, b.day)
  }
}
