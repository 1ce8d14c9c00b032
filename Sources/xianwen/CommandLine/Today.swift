import Foundation
import NewsModel

extension NewsDate {
  /// The day by the system's clock and time zone.
  static var today: NewsDate? {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    guard let month = parts.month, let day = parts.day else { return nil }
    return NewsDate(year: parts.year, month: month, day: day)
  }
}
