import NewsModel

/// An article of one loading of the files. In the catalog of another loading it names nothing: what was found, listed or
/// open before the files were read again is never taken for an article that now has its index.
public struct ArticleReference: Hashable, Sendable {
  /// The loading, as `Catalog.load` numbers them.
  let load: Int
  /// The article's index in the library of that loading.
  let index: Int
}

/// The library as the panes browse it: with its groups and what sorting needs. Made beside the event loop, for making
/// one takes time that grows with the library.
public struct Catalog: Sendable {
  /// Which loading it came from: a reload begins a new one. Within a loading the library only grows, so that an index stays what it is.
  public let load: Int
  /// The page that alone was read again for this loading; `nil` if all were read.
  public let reread: FilePath?
  /// The articles.
  public let library: Library
  /// The places with their articles.
  public let places: [Group]
  /// The places that articles can be filed under.
  let filingPlaces: [Place]
  /// The articles' ids as numbers.
  let ids: [UInt64]
  /// For each article its day and its place's rank, as numbers to sort by.
  private let sortKeys: [SortKey]
  /// All articles by their ids' numbers, those of one id in page order.
  private let byID: [Int32]

  /// What articles are sorted by.
  struct SortKey: Sendable {
    /// `year * 10,000 + month * 100 + day`; 0 without a day.
    let date: Int32
    /// The row of the places pane.
    let place: Int32
    /// The rank of its page among all pages in the order of issues.
    let page: Int32
  }

  /// Nothing.
  public init() {
    load = 0
    reread = nil
    library = Library()
    places = PlacesView.none
    filingPlaces = []
    ids = []
    sortKeys = []
    byID = []
  }

  /// Prepares `library` for the panes.
  ///
  /// - Parameters:
  ///   - userPlaces: places of the user's own that articles can be filed under.
  ///   - reread: the page that alone was read again.
  /// - Complexity: O(articles).
  public init(load: Int, library: Library, userPlaces: UserPlaces = .none, reread: FilePath? = nil) {
    self.load = load
    self.reread = reread
    self.library = library
    filingPlaces = library.filingPlaces(adding: userPlaces.places)
    ids = library.articles.map(\.idNumber)
    places = Self.groups(of: library, load: load, by: .place)
    var ranks = [Int32](repeating: .max, count: library.articles.count)
    for (rank, group) in places.enumerated() where group.key != .all {
      for article in group.articles { ranks[Int(article)] = Int32(rank) }
    }
    let pageRanks = library.pageRanks()
    var keys: [SortKey] = []
    keys.reserveCapacity(library.articles.count)
    for (index, article) in library.articles.enumerated() {
      let page = article.issue.flatMap { pageRanks[ObjectIdentifier($0)] } ?? .max
      keys.append(SortKey(date: article.listedDate?.number ?? 0, place: ranks[index], page: page))
    }
    sortKeys = keys
    byID = ids.indices.map { Int32($0) }.sorted { [ids] a, b in (ids[Int(a)], a) < (ids[Int(b)], b) }
  }

  /// The article that `reference` names; `nil` if it is one of another loading.
  subscript(reference: ArticleReference) -> Article? {
    guard reference.load == load, library.articles.indices.contains(reference.index) else { return nil }
    return library.articles[reference.index]
  }

  /// The article at an index of this catalog's library.
  func reference(to index: Int) -> ArticleReference { ArticleReference(load: load, index: index) }

  /// The first article with this id.
  func reference(ofID id: String) -> ArticleReference? { index(ofID: id).map(reference) }

  /// The index of the first article with this id.
  ///
  /// - Complexity: O(log articles).
  func index(ofID id: String) -> Int? {
    guard let number = UInt64(id, radix: 16) else { return nil }
    let place = byID.partitioningIndex { ids[Int($0)] >= number }
    guard place < byID.count, ids[Int(byID[place])] == number else { return nil }
    return Int(byID[place])
  }

  /// The articles of one page.
  ///
  /// - Complexity: O(pages).
  func page(_ path: FilePath) -> Group {
    let page = library.pages.firstIndex { $0.file == path }
    let range = page.map { library.articleRanges[$0] } ?? 0..<0
    let issue = range.first.flatMap { library.articles[$0].issue }
    let title = [path.name, issue?.shown].compactMap(\.self).joined(separator: "  ")
    return Group(key: .file(path), load: load, articles: range.map(Int32.init), title: title)
  }

  /// The articles of one issue, in the order of its pages.
  ///
  /// - Complexity: O(articles).
  func issue(_ paper: String?, _ day: NewsDate) -> Group {
    let articles = library.articles.indices.filter { index in
      let issue = library.articles[index].issue
      return issue?.day.map { $0.number == day.number } == true && issue?.paper == paper
    }
    let title = [paper, day.description].compactMap(\.self).joined(separator: " ")
    return Group(
      key: .issue(paper: paper, day: day), load: load, articles: sorted(articles.map(Int32.init), by: .issue),
      title: title)
  }

  /// The versions of the story that an article is one of, earliest first; none where it stands alone.
  func versions(ofID id: String) -> Group {
    let versions = index(ofID: id).map { library.reprints.versions(of: $0) } ?? []
    return Group(key: .story(id: id), load: load, articles: versions)
  }

  /// The prefecture that most articles on the page of an article are filed in; without an article, or where
  /// its page does not tell, that of most articles of all.
  ///
  /// - Complexity: O(articles of the page + places).
  func homePrefecture(of reference: ArticleReference?) -> String? {
    var counts: [String: Int] = [:]
    if let reference, self[reference] != nil {
      for article in library.articles[library.articles(onPageOf: reference.index)] {
        if let place = article.filing.place { counts[place.prefecture, default: 0] += 1 }
      }
    }
    var best: (name: String, onPage: Int, all: Int)?
    for group in places {
      guard case .prefecture(let name) = group.key else { continue }
      let (onPage, all) = (counts[name] ?? 0, group.articles.count)
      if let best, (best.onPage, best.all) >= (onPage, all) { continue }
      best = (name, onPage, all)
    }
    return best?.name
  }

  /// What the page of `article` prints about itself.
  func facts(of article: Article) -> PageFacts? { library.pages.first { $0.file == article.file } }

  /// `rows` in another order; articles that it does not tell apart stay in page order.
  ///
  /// - Complexity: O(1) for page order, else O(*n* log *n*) for *n* rows.
  func sorted(_ rows: [Int32], by order: ListView.Order) -> [Int32] {
    // One number holds key and index, so that sorting compares nothing else.
    func packed(_ key: Int32, _ index: Int32) -> UInt64 { UInt64(UInt32(key)) << 32 | UInt64(UInt32(index)) }
    let numbers: [UInt64]
    switch order {
    case .page, .relevance: return rows
    case .newest: numbers = rows.map { packed(Int32.max - sortKeys[Int($0)].date, $0) }
    case .oldest: numbers = rows.map { packed(sortKeys[Int($0)].date, $0) }
    case .issue: numbers = rows.map { packed(sortKeys[Int($0)].page, $0) }
    case .place: numbers = rows.map { packed(sortKeys[Int($0)].place, $0) }
    }
    return numbers.sorted().map { Int32(truncatingIfNeeded: $0) }
  }
}

extension NewsDate {
  /// The day as a number that compares like it: `year * 10,000 + month * 100 + day`, with 0 for an open year.
  var number: Int32 { Int32((year ?? 0) * 10_000 + month * 100 + day) }
}
