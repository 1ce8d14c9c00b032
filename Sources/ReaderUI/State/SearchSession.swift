import NewsModel

/// Where a search looks.
public enum SearchReach: Sendable, Hashable {
  /// Everything that is loaded.
  case everything
  /// The articles of the group that was chosen when the search began.
  case group
  /// The article that is open; `n` goes on to the others.
  case article
}

/// A search from the first key of its query to the last of its matches.
struct SearchSession: Sendable {
  /// The number of the latest request.
  var id: Int
  var query: ParsedQuery
  var reach: SearchReach
  /// The group that was chosen when the search began, and what it is called.
  let group: GroupKey
  let groupName: String
  /// What was found; while a newer request runs, what the one before it found.
  private(set) var answer: SearchAnswer?
  /// The hit that is chosen, and the first one shown.
  var cursor = Cursor()
  /// How the results are shown, and what has come of it.
  var view = SearchView.hits
  var detail = SearchDetail()
  /// What to try instead, when nothing was found.
  var offers = SearchOffers()
  /// Where Esc goes back to.
  var origin: ReturnPoint
  /// Whether results stand in their own pane, rather than only marked in the article.
  var showsResults: Bool
  /// The query whose results are shown, which may lag behind the one typed.
  var shownQuery: String?
  /// The articles whose snippets have been asked for.
  var awaited: Set<Int> = []
  /// Whether the first result is to be opened as soon as it is there.
  var opensWhenFound = false
  /// Whether the user has stopped it.
  var isStopped = false
  /// Why the open article may have more matches than are marked.
  var matchProblem: QueryProblem?

  /// Whether the answer is that of the latest request.
  var isAnswered: Bool { answer?.id == id || query.root == nil || isStopped }

  /// The article that is chosen.
  var selected: ArticleReference? {
    guard let answer else { return nil }
    if case .lines = view, let lines = detail.lines {
      guard lines.indices.contains(detail.cursor.selected) else { return nil }
      return answer.reference(to: lines[detail.cursor.selected].article)
    }
    guard answer.hits.indices.contains(cursor.selected) else { return nil }
    return answer.reference(to: answer.hits[cursor.selected].article)
  }

  /// The rows that can be chosen: hits, lines or places.
  var rowCount: Int {
    switch view {
    case .hits: answer?.hits.count ?? 0
    case .lines: detail.lines?.count ?? 0
    case .table: detail.table?.rows.count ?? 0
    }
  }

  /// The chosen row of what is shown.
  var row: Cursor {
    get { view == .hits ? cursor : detail.cursor }
    set { if view == .hits { cursor = newValue } else { detail.cursor = newValue } }
  }

  /// Takes what was found, or nothing, and lets everything go that was made of what was found before: it means other articles.
  mutating func take(_ answer: SearchAnswer?) {
    self.answer = answer
    detail = detail.anew
    awaited = []
  }

  /// Adds snippets of what was found.
  mutating func take(_ snippets: [Int: [Snippet]]) { answer?.snippets.merge(snippets) { $1 } }
}

extension ParsedQuery {
  /// What the user should know of how the query was understood.
  func remark(_ language: Language) -> String? {
    if let problem { return language("按原文查找：", "searched as plain text: ") + problem.message[language] }
    return notice?.message[language]
  }
}

/// What a search found, named by its request so that a late answer is not taken for a newer one's.
public struct SearchAnswer: Sendable {
  /// Snippets made of each article: enough for one that is not its headline, which is shown anyhow.
  public static let snippetLimit = 4

  /// The number of the request.
  public let id: Int
  /// The articles found, best first.
  public let hits: [Hit]
  /// The matches in all of them.
  public let matchCount: Int
  /// Snippets of some hits, by the hit's article.
  public internal(set) var snippets: [Int: [Snippet]]
  /// The loading whose articles were searched.
  public let load: Int
  /// Why there may be more than `hits`.
  public let problem: QueryProblem?
  /// What the places that were asked for mean, where that is not plain.
  public let remark: PlaceRemark?
  /// On how many pages only the furniture holds the text, when no article does.
  public let furniturePages: Int
  /// How many of the hits name no day themselves, where days are asked for.
  public let datedByIssue: Int

  /// The number of hits; `≥` before it says that there may be more.
  var shownCount: String { (problem == nil ? "" : "≥") + "\(hits.count)" }

  /// An article of the loading that was searched.
  func reference(to article: Int) -> ArticleReference { ArticleReference(load: load, index: article) }

  /// The answer to request `id`: what was found in the articles of loading `load`.
  public init(
    id: Int, _ found: SearchResult, remark: PlaceRemark? = nil, furniturePages: Int = 0, datedByIssue: Int = 0,
    snippets: [Int: [Snippet]],
    load: Int
  ) {
    self.id = id
    self.remark = remark
    self.furniturePages = furniturePages
    self.datedByIssue = datedByIssue
    hits = found.hits
    matchCount = found.matchCount
    problem = found.problem
    self.snippets = snippets
    self.load = load
  }
}

/// What to search for.
public struct SearchRequest: Sendable {
  /// The number of the request: a higher one cancels it.
  public let id: Int
  /// What is asked.
  public let query: ParsedQuery
  /// Which articles are asked, by their indices in the library of loading `load`.
  public let scope: SearchScope
  /// The loading.
  public let load: Int
}

/// A concordance to make.
public struct ConcordanceRequest: Sendable {
  /// What was found, with the number of its request.
  public let answer: SearchAnswer
  /// What was asked.
  public let query: ParsedQuery
  /// How the lines are to be sorted.
  public let order: Concordance.Order
  /// So many lines at most.
  public let limit: Int
}
