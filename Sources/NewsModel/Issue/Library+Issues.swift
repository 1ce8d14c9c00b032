extension Library {
  /// Says of every article which issue it came out in, by what is printed, how files are named, and what the user says.
  ///
  /// - Returns: whether that of any article changed.
  /// - Complexity: O(articles).
  @discardableResult
  public mutating func resolveIssues(names: IssueNames, corrections: IssueCorrections = .none) -> Bool {
    let resolver = IssueResolver(self, names: names)
    let corrected = corrections.issues(in: self)
    var hasChanged = false
    for page in pages.indices {
      var issues = resolver.issues(of: pages[page])
      for (sheet, issue) in corrected[page] ?? [:] { issues[sheet] = issue }
      for index in articleRanges[page] {
        let issue = issues[pages[page].sheet(ofArticle: articles[index].number)]
        if issue.map({ $0.says(articles[index].issue) }) ?? (articles[index].issue == nil) { continue }
        setIssue(issue, ofArticle: index)
        hasChanged = true
      }
    }
    return hasChanged
  }

  /// The rank of each printed page in the order of days, papers and pages, by its issue.
  ///
  /// - Complexity: O(articles), besides O(*n* log *n*) for *n* printed pages.
  public func pageRanks() -> [ObjectIdentifier: Int32] {
    var issues: [ObjectIdentifier: NewsIssue] = [:]
    for article in articles { if let issue = article.issue { issues[ObjectIdentifier(issue)] = issue } }
    typealias Key = (day: Int, paper: String, page: PageNumber?)
    func key(_ issue: NewsIssue) -> Key {
      let day = issue.day.map { ($0.year ?? 9999) * 10_000 + $0.month * 100 + $0.day } ?? .max
      return (day, issue.paper ?? "", issue.printedPage.flatMap(PageNumber.init))
    }
    func isBefore(_ a: Key, _ b: Key) -> Bool {
      if a.day != b.day { return a.day < b.day }
      if a.paper != b.paper { return a.paper < b.paper }
      guard let first = a.page, let second = b.page else { return a.page != nil && b.page == nil }
      return first < second
    }
    let keyed = issues.map { (id: $0.key, key: key($0.value)) }.sorted { isBefore($0.key, $1.key) }
    var ranks: [ObjectIdentifier: Int32] = [:]
    var rank: Int32 = 0
    for (index, entry) in keyed.enumerated() {
      // Pages of one number are of one rank, so that their articles keep the order of the files.
      if index > 0, isBefore(keyed[index - 1].key, entry.key) { rank += 1 }
      ranks[entry.id] = rank
    }
    return ranks
  }

  /// Whether the names of any of the files tell days.
  static func namesTellDays(_ files: some Sequence<PageFile>) -> Bool { files.contains { NamedIssue($0.path) != nil } }
}
