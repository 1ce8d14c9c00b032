extension Searcher {
  /// How many of the hits of a query that asks for days name no day themselves, so that the day of their issue counted.
  ///
  /// - Complexity: O(hits).
  public func countDatedByIssue(_ hits: [Hit], of query: ParsedQuery) -> Int {
    let asksForDays = query.root?.contains { if case .days(.date, _) = $0 { true } else { false } } == true
    return asksForDays ? hits.count { library.articles[$0.article].date == nil } : 0
  }
}
