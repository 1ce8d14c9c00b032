extension NewsDate {
  /// The day of the week, 0 for Monday; `nil` where the year is open or has no such day.
  public var weekday: Int? {
    guard let year, day <= CalendarDay.length(ofMonth: month, year: year) else { return nil }
    return CalendarDay(year: year, month: month, day: day).weekday
  }

  /// Days since 1 March of the year 0; `nil` where the year is open.
  public var ordinal: Int? { year.map { CalendarDay(year: $0, month: month, day: day).ordinal } }

  /// The day so many days later; `nil` where the year is open.
  public func adding(_ days: Int) -> NewsDate? {
    guard let year else { return nil }
    let number = (CalendarDay(year: year, month: month, day: day) + days).number
    return NewsDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }
}
