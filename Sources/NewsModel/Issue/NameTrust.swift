/// Whether the names of a folder's files say what their pages print.
struct NameTrust {
  private struct Tally {
    var agreed = 0
    var denied = 0
    var isEmpty: Bool { agreed + denied == 0 }

    mutating func count(_ agrees: Bool) { if agrees { agreed += 1 } else { denied += 1 } }
  }

  /// By `NamedIssue.root`.
  private var days: [String: Tally] = [:]
  private var papers: [String: Tally] = [:]
  private var pages: [String: Tally] = [:]
  /// Whether the stories of pages that print no day are of the days before the one that the name tells.
  private var stories: [String: Tally] = [:]
  /// Pages whose day of the week belongs to another day: so many days are misread, and a sixth as many unnoticed.
  private var misreadings: [String: Int] = [:]

  /// So many articles of a page are asked for their days.
  private static let articlesAsked = 8
  /// A paper reports what happened in the weeks before; a notice may name a day to come.
  private static let newsDays = -3...45

  /// Names that nothing speaks against.
  init() {}

  /// What the pages of a library say of their names.
  init(_ library: Library) {
    for (page, facts) in library.pages.enumerated() {
      guard let named = facts.named else { continue }
      for sheet in facts.sheets {
        if sheet.isDoubtful {
          misreadings[named.root, default: 0] += 1
        } else if let day = sheet.issued {
          days[named.root, default: Tally()].count(named.day.isSame(day))
        }
        if let paper = sheet.paper, let told = named.paper { papers[named.root, default: Tally()].count(paper == told) }
      }
      if facts.sheets.count == 1, let number = facts.sheets[0].number.flatMap(PageNumber.init),
        let told = named.page.flatMap(PageNumber.init)
      {
        pages[named.root, default: Tally()].count(number == told)
      }
      guard facts.sheets.allSatisfy({ $0.issued == nil }) else { continue }
      for article in library.articles[library.articleRanges[page]].prefix(Self.articlesAsked) {
        guard let date = article.ownDate, let age = named.day.days(since: date) else { continue }
        stories[named.root, default: Tally()].count(Self.newsDays.contains(age))
      }
    }
  }

  /// Whether the day counts: one printed day in five may be misread, half of the stories may look back.
  func trustsDay(_ named: NamedIssue) -> Bool {
    if let printed = days[named.root], !printed.isEmpty { return printed.denied * 4 <= printed.agreed }
    return stories[named.root].map { $0.denied <= $0.agreed } ?? true
  }

  /// Whether pages that print another day than their names are no more than misreading explains.
  func explainsOtherDays(_ named: NamedIssue) -> Bool {
    guard let printed = days[named.root] else { return false }
    return printed.agreed >= 5 && printed.denied * 3 <= misreadings[named.root, default: 0]
  }

  /// Whether the newspaper counts.
  func trustsPaper(_ named: NamedIssue) -> Bool {
    trustsDay(named) && papers[named.root].map { $0.denied * 4 <= $0.agreed } ?? true
  }

  /// Whether the page's number counts.
  func trustsPage(_ named: NamedIssue) -> Bool {
    trustsDay(named) && pages[named.root].map { $0.denied * 4 <= $0.agreed } ?? true
  }
}

extension NewsDate {
  /// Whether a printed day, perhaps without its year, is this one.
  fileprivate func isSame(_ printed: NewsDate) -> Bool {
    (printed.year ?? year) == year && printed.month == month && printed.day == day
  }

  /// How many days lie between a day and this one; where its year is open, the nearest such day counts.
  fileprivate func days(since earlier: NewsDate) -> Int? {
    guard let year, let own = ordinal else { return nil }
    let years = earlier.year.map { [$0] } ?? [year, year - 1, year + 1]
    return years.compactMap { NewsDate(year: $0, month: earlier.month, day: earlier.day)?.ordinal }.map { own - $0 }
      .min { abs($0) < abs($1) }
  }
}
