/// What one printed page of a file says of the issue it belongs to.
public struct SheetFacts: Hashable, Sendable {
  /// The number of its first article in the file, from 1.
  var firstNumber: Int
  /// The newspaper's name.
  let paper: String?
  /// The day of the issue. The year is open where none is printed.
  let issued: NewsDate?
  /// The day of the week printed beside it, 0 for Monday.
  let weekday: Int?
  /// The page's number as printed.
  let number: String?
  /// The year that the page's own words make certain enough.
  let year: Int?

  init(
    firstNumber: Int = 1, paper: String? = nil, issued: NewsDate? = nil, weekday: Int? = nil, number: String? = nil,
    year: Int? = nil
  ) {
    self.firstNumber = firstNumber
    self.paper = paper
    self.issued = issued
    self.weekday = weekday
    self.number = number
    self.year = year
  }

  /// Whether the day of the week belongs to another day: one of the two is misread.
  var isDoubtful: Bool { weekday != nil && issued.map { $0.weekday != nil && $0.weekday != weekday } == true }

  /// The day of the issue with its year: the one printed, else that near `year` (the page's own, if not given) on which
  /// the day of the week falls.
  func day(near year: Int?) -> NewsDate? {
    guard let issued, issued.year == nil else { return issued }
    guard let year = year ?? self.year else { return issued }
    let years = weekday == nil ? [year] : [year, year + 1, year - 1]
    let days = years.map { NewsDate(year: $0, month: issued.month, day: issued.day, yearIsInferred: true) }
    return days.first { weekday == nil || $0?.weekday == weekday } ?? issued
  }

  /// What is printed, as the issue of the page's articles.
  var issue: NewsIssue? {
    let day = day(near: nil)
    let issue = NewsIssue(
      paper: paper, day: day, page: number, inferred: day?.yearIsInferred == true ? [.issued] : [])
    return issue.isEmpty ? nil : issue
  }
}
