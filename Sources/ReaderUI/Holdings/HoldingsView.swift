import NewsModel

/// The calendar of issues while it is looked at.
struct HoldingsView: Sendable {
  /// What the library holds.
  private(set) var holdings = Holdings(Library())
  /// The paper shown, and the chosen issue of it.
  private(set) var paper = 0
  private(set) var issue = 0
  private(set) var calendar: HoldingsCalendar?

  var shownPaper: Holdings.Paper? { holdings.papers.indices.contains(paper) ? holdings.papers[paper] : nil }

  var shownIssue: HeldIssue? {
    shownPaper.flatMap { $0.issues.indices.contains(issue) ? $0.issues[issue] : nil }
  }

  /// The row of the calendar in which the chosen issue stands.
  var row: Int {
    calendar?.rows.firstIndex {
      if case .week(let days) = $0 { days.contains { $0?.issue == issue } } else { false }
    } ?? 0
  }

  /// Shows the holdings of a library, at an issue of one of its papers.
  mutating func show(_ library: Library, at article: Article?) {
    holdings = Holdings(library)
    showPaper(holdings.papers.firstIndex { $0.name == article?.issue?.paper } ?? 0)
    guard let day = article?.issued else { return }
    issue = shownPaper?.issues.lastIndex { $0.day <= day } ?? issue
  }

  /// Shows a paper at its latest issue.
  mutating func showPaper(_ number: Int) {
    paper = max(0, min(number, holdings.papers.count - 1))
    issue = max(0, (shownPaper?.issues.count ?? 1) - 1)
    calendar = shownPaper.map(HoldingsCalendar.init)
  }

  /// Chooses the issue so many issues on.
  mutating func move(by distance: Int) {
    issue = max(0, min(issue + distance, (shownPaper?.issues.count ?? 1) - 1))
  }
}
