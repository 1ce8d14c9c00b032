import NewsModel

/// The middle pane: the articles of a group, or the clippings.
struct ListView: Sendable {
  /// How the articles are ordered.
  enum Order: String, Sendable, CaseIterable {
    case page, newest, oldest, issue, place
    /// Best first, for what passes a filter.
    case relevance

    func name(_ language: Language) -> String {
      switch self {
      case .page: language("按版面", "by page")
      case .newest: language("最新在前", "newest first")
      case .oldest: language("最早在前", "oldest first")
      case .issue: language("按刊期和版次", "by issue and page")
      case .place: language("按地方", "by place")
      case .relevance: language("最相关在前", "best match first")
      }
    }
  }

  /// Whose articles are listed: the chosen place, or the page of an article.
  var group = Group(key: .all, load: 0, articles: [])
  var order = Order.page
  /// Which articles of the group are listed.
  var filter = ListFilter()
  /// Whether only articles that have not been read are listed.
  var isUnreadOnly = false
  /// What is listed: indices of articles in the library, or of clippings on the shelf.
  var rows: [Int32] = []
  var cursor = Cursor()

  var showsClippings: Bool { group.key == .clippings }

  /// Whether all articles listed are filed under the same place.
  var showsOnePlace: Bool {
    switch group.key {
    case .place, .city: true
    default: false
    }
  }

  /// The selected row's article or clipping; `nil` when nothing is listed.
  var selected: Int? { rows.indices.contains(cursor.selected) ? Int(rows[cursor.selected]) : nil }
}

/// A filter of the list: a query that the articles listed must match.
struct ListFilter: Sendable {
  /// What the numbers of matches count.
  enum Basis: Sendable, Equatable {
    case articles(load: Int)
    case clippings(version: Int)
  }

  /// The number of the latest request.
  var id = 0
  /// What is asked for; `nil` for no filter.
  var query: ParsedQuery?
  /// What was asked for the matches.
  var basis: Basis?
  /// The articles that match, ascending; `nil` until they are known.
  var matches: [Int32]?
  /// The same, best first.
  var ranked: [Int32] = []
  /// Why there may be more than `matches`.
  var problem: QueryProblem?

  /// The rows of a list in page order that pass; all of them until it is known which do.
  ///
  /// - Complexity: O(rows + matches).
  func passing(_ rows: [Int32], of basis: Basis) -> [Int32] {
    guard query != nil, basis == self.basis, let matches else { return rows }
    var passing: [Int32] = []
    var next = 0
    for row in rows {
      while next < matches.count, matches[next] < row { next += 1 }
      if next < matches.count, matches[next] == row { passing.append(row) }
    }
    return passing
  }
}

extension AppState {
  /// Fills the list with the chosen group's articles and selects the article that was selected, if it is there.
  ///
  /// - Complexity: O(1) for a group in page order; with a filter O(articles of the group), in other orders O(*n* log *n*).
  mutating func fillList(with group: Group? = nil) {
    let group = group ?? places.selected
    let previous = list.group.key == group.key ? list.selected : nil
    let wasFirst = list.cursor.selected == 0
    if list.showsClippings != (group.key == .clippings) {
      // What passes a filter of articles are not clippings, and the other way round.
      lastFilter += 1
      list.filter = ListFilter(id: lastFilter)
    }
    list.group = group
    list.rows =
      group.key == .clippings
      ? list.filter.passing((0..<Int32(clippings.count)).map { $0 }, of: filterBasis)
      : group.load == catalog.load ? ordered(group) : []
    // While pages still arrive the first row stays chosen until the user has moved.
    let row = wasFirst ? nil : previous.flatMap { wanted in list.rows.firstIndex { Int($0) == wanted } }
    // Where the chosen article has left the list, the next one takes its row.
    let isSameGroup = previous != nil && !wasFirst
    list.cursor.select(row ?? (isSameGroup ? list.cursor.selected : 0), of: list.rows.count, height: listRows)
  }

  /// What the filter leaves of a group's articles, in the order that the user chose, each story once.
  private func ordered(_ group: Group) -> [Int32] {
    switch group.key {
    case .story, .recent: return group.articles
    default: break
    }
    return catalog.library.reprints.folded(ordered(group.articles))
  }

  private func ordered(_ articles: [Int32]) -> [Int32] {
    let passing = unread(list.filter.passing(articles, of: filterBasis))
    guard list.order == .relevance, list.filter.query != nil, list.filter.basis == filterBasis else {
      return catalog.sorted(passing, by: list.order)
    }
    let wanted = Set(passing)
    return list.filter.ranked.filter(wanted.contains)
  }

  /// Those of a list that have not been read, if only such are wanted; the open one stays while it is being read.
  private func unread(_ rows: [Int32]) -> [Int32] {
    guard list.isUnreadOnly else { return rows }
    let open = openReference.flatMap { $0.load == catalog.load ? Int32($0.index) : nil }
    return rows.filter { $0 == open || !read.contains(catalog.ids[Int($0)]) }
  }

  /// What a filter of the list counts now.
  private var filterBasis: ListFilter.Basis {
    list.showsClippings ? .clippings(version: clippings.version) : .articles(load: catalog.load)
  }

  /// Asks anew which of what is listed passes the filter, when something else is listed by now.
  mutating func filterAnew() -> [Effect] {
    guard let query = list.filter.query, list.filter.basis != filterBasis else { return [] }
    return filterList(query.text)
  }

  /// Filters the list by a query; which articles match is found out beside the event loop.
  mutating func filterList(_ text: String) -> [Effect] {
    lastFilter += 1
    list.filter.id = lastFilter
    let query = parsed(text, for: list.showsClippings ? .clippings : .articles)
    list.filter.query = query.root == nil ? nil : query
    list.filter.basis = filterBasis
    guard query.root != nil else {
      list.filter.matches = nil
      list.filter.ranked = []
      list.filter.problem = nil
      refreshList(selecting: article?.document.id)
      return []
    }
    if list.showsClippings {
      return [.filterClippings(id: list.filter.id, query, clippings.kept, version: clippings.version)]
    }
    return [.filter(id: list.filter.id, query)]
  }

  /// Items that fit in the list pane.
  var listRows: Int { max(1, textRows(of: .list) / listItemRows) }

  /// Rows that one item of the list takes: two where the pane is too narrow for headline, day and place on one line.
  var listItemRows: Int {
    guard let area = layout.area(of: .list), area.columns < 64, area.rows > 10 else { return 1 }
    return 2
  }
}
