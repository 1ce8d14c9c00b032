import NewsModel
import Platform

extension NewsDate {
  /// The day by the system's clock and time zone.
  static var today: NewsDate? {
    var now = time(nil)
    var parts = tm()
    guard localtime_r(&now, &parts) != nil else { return nil }
    return NewsDate(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
  }
}
