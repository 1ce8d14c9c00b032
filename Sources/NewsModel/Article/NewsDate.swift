/// A day that a page or a story names; the year is open where the page does not tell it.
public struct NewsDate: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year (AD), `nil` when no year can be known.
  public let year: Int?
  /// The month, 1…12.
  public let month: Int
  /// The day of the month, 1…31.
  public let day: Int
  /// Whether the year was inferred from other words of the page rather than printed with the day.
  public let yearIsInferred: Bool

  /// Creates a day; `nil` when month or day cannot exist in any year.
  public init?(year: Int?, month: Int, day: Int, yearIsInferred: Bool = false) {
    let longest = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...longest[month - 1]).contains(day) else { return nil }
    self.year = year
    self.month = month
    self.day = day
    self.yearIsInferred = yearIsInferred
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
