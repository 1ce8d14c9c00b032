import NewsModel

extension AppState {
  /// Shows or leaves the calendar of what is held.
  mutating func toggleHoldings() {
    if focus != .holdings { holdings.show(catalog.library, at: chosenArticle) }
    toggleText(.holdings)
  }

  /// Moves from issue to issue; by pages, a month's worth of them.
  mutating func moveHoldings(_ action: Action, _ times: Int) {
    let month = max(1, (holdings.shownPaper?.issues.count ?? 1) * 30 / max(1, holdings.shownPaper?.spannedDays ?? 1))
    switch action {
    case .down: holdings.move(by: times)
    case .up: holdings.move(by: -times)
    case .pageDown, .halfPageDown: holdings.move(by: times * month)
    case .pageUp, .halfPageUp: holdings.move(by: -times * month)
    case .first: holdings.move(by: -Int.max / 2)
    case .last: holdings.move(by: Int.max / 2)
    default: break
    }
  }

  /// Lists the articles of the chosen issue.
  mutating func openIssue() {
    guard let issue = holdings.shownIssue, !issue.isMissing else {
      message = Message(text: language("这一期没有", "this issue is not held"))
      return
    }
    leaveText()
    leaveResults()
    rememberPosition()
    returnPoint = here
    isZen = false
    list.filter = ListFilter()
    fillList(with: catalog.issue(holdings.shownPaper?.name, issue.day))
    list.cursor.select(0, of: list.rows.count, height: listRows)
    focus = .list
  }
}

extension Holdings.Paper {
  /// The days from the first to the last issue.
  fileprivate var spannedDays: Int {
    guard let first = issues.first?.day.ordinal, let last = issues.last?.day.ordinal else { return 1 }
    return last - first + 1
  }
}
