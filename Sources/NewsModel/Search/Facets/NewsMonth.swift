/// A month that articles are dated in; the year is open where no page tells it.
public struct NewsMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year (AD), `nil` when no year can be known.
  public let year: Int?
  /// The month, 1…12.
  public let month: Int

  /// The month of a day.
  public init(_ date: NewsDate) {
    year = date.year
    month = date.month
  }

  /// `2021-08`, or `--08` when the year is open: as `date:` takes them.
  public var description: String {
    (year.map { "\($0)-" } ?? "--") + (month < 10 ? "0\(month)" : "\(month)")
  }

  /// Months without a year come before all months with one.
  public static func < (a: NewsMonth, b: NewsMonth) -> Bool { (a.year ?? 0, a.month) < (b.year ?? 0, b.month) }
}
