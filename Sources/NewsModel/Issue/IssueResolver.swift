/// Finds the issue of every printed page of an archive: by what it prints, what other pages of its file print, its file's
/// name, and what the user says.
struct IssueResolver {
  private let names: IssueNames
  private let paper: String?
  private let trust: NameTrust
  private let papers: PaperNames

  /// - Complexity: O(pages); with names besides O(articles of pages that print no day).
  init(_ library: Library, names: IssueNames) {
    self.names = names
    paper = library.paper
    trust = names == .auto ? NameTrust(library) : NameTrust()
    papers = names == .print ? PaperNames() : PaperNames(library)
  }

  /// The issue of each printed page of a file; `nil` where nothing is known.
  func issues(of facts: PageFacts) -> [NewsIssue?] {
    let named = names == .print ? nil : facts.named
    return facts.sheets.indices.map { index in
      var inferred: Set<NewsIssue.Fact> = []
      let day = day(facts, index, named, &inferred)
      let paper = paper(facts, index, named, &inferred)
      let page = page(facts, index, named, &inferred)
      let issue = NewsIssue(paper: paper, day: day, page: page, inferred: inferred)
      return issue.isEmpty ? nil : issue
    }
  }

  private func day(
    _ facts: PageFacts, _ index: Int, _ named: NamedIssue?, _ inferred: inout Set<NewsIssue.Fact>
  ) -> NewsDate? {
    let told = named.flatMap { names == .names || trust.trustsDay($0) ? $0.day : nil }
    if names == .names, let told {
      inferred.insert(.issued)
      return told
    }
    let sheet = facts.sheets[index]
    let others = others(than: index, facts).filter { !$0.isDoubtful }.compactMap { $0.day(near: nil) }
    if let day = sheet.issued {
      if let other = told ?? majority(of: facts), other.isMisreadAs(day), !other.isSame(day),
        sheet.isDoubtful || sheet.weekday == nil || told == nil || named.map(trust.explainsOtherDays) == true
      {
        // The day is misread, as the day of the week tells, or the rest of the file or folder.
        inferred.insert(.issued)
        return other.inferred
      }
      if day.year != nil { return day }
      inferred.insert(.issued)
      if let told, told.month == day.month, told.day == day.day { return told.inferred }
      return sheet.day(near: others.first?.year)
    }
    guard let day = others.first ?? told else { return nil }
    inferred.insert(.issued)
    return day.inferred
  }

  /// The other printed pages of a file: those before from the nearest on, then those behind.
  private func others(than index: Int, _ facts: PageFacts) -> [SheetFacts] {
    facts.sheets.count < 2 ? [] : Array(facts.sheets[..<index].reversed()) + Array(facts.sheets[(index + 1)...])
  }

  /// The day that most pages of a file print, if three at least do.
  private func majority(of facts: PageFacts) -> NewsDate? {
    guard facts.sheets.count > 3 else { return nil }
    var counts: [NewsDate: Int] = [:]
    for sheet in facts.sheets {
      if let day = sheet.issued, day.year != nil, !sheet.isDoubtful { counts[day, default: 0] += 1 }
    }
    let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
    return best.flatMap { $0.value >= 3 && $0.value * 2 > facts.sheets.count ? $0.key : nil }
  }

  private func paper(
    _ facts: PageFacts, _ index: Int, _ named: NamedIssue?, _ inferred: inout Set<NewsIssue.Fact>
  ) -> String? {
    let told = named.flatMap { names == .names || trust.trustsPaper($0) ? $0.paper : nil }
    if names == .names, let told {
      inferred.insert(.paper)
      return told
    }
    if let paper = facts.sheets[index].paper {
      guard let mended = papers.mended(paper) else { return paper }
      inferred.insert(.paper)
      return mended
    }
    let other = others(than: index, facts).compactMap(\.paper).first
    guard let paper = other ?? told ?? papers.only(in: facts) ?? self.paper else { return nil }
    inferred.insert(.paper)
    return paper
  }

  private func page(
    _ facts: PageFacts, _ index: Int, _ named: NamedIssue?, _ inferred: inout Set<NewsIssue.Fact>
  ) -> String? {
    let isAlone = facts.sheets.count == 1
    let told = named.flatMap { isAlone && (names == .names || trust.trustsPage($0)) ? $0.page : nil }
    if names == .print || names == .auto, let number = facts.sheets[index].number { return number }
    guard let page = told ?? facts.sheets[index].number else { return nil }
    if told != nil { inferred.insert(.page) }
    return page
  }
}

extension NewsDate {
  /// The same day, as one that the page itself does not print.
  fileprivate var inferred: NewsDate {
    NewsDate(year: year, month: month, day: day, yearIsInferred: true) ?? self
  }

  fileprivate func isSame(_ other: NewsDate) -> Bool {
    year == other.year && month == other.month && day == other.day
  }

  /// Whether two of year, month and day are the same, or the year of `print` is missing: so much a misreading leaves.
  fileprivate func isMisreadAs(_ print: NewsDate) -> Bool {
    (print.year == nil || print.year == year ? 1 : 0) + (print.month == month ? 1 : 0) + (print.day == day ? 1 : 0) >= 2
  }
}
