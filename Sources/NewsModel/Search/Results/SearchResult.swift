/// What a search found.
public struct SearchResult: Sendable {
  /// Every article that matches, best first; with a `problem`, only those of the articles that were searched to the
  /// end.
  ///
  /// The order: the place of the best match of every text that is asked for, added up (headline 4, kicker or deck 3,
  /// lead 2, anywhere else 1); then the number of matches; then the date, newest first, articles without a date last;
  /// then the order of the library.
  public let hits: [Hit]
  /// The number of matches in all hits together.
  public let matchCount: Int
  /// Why the result is not complete: a regular expression was stopped because it took too long; `nil` for all others.
  public let problem: QueryProblem?
  /// What the search had to do.
  public let stats: SearchStats
}

/// The articles that match a query.
public struct FoundArticles: Sendable {
  /// Their indices into `Library.articles`, ascending; with a `problem`, only those that were searched to the end.
  public let articles: [Int]
  /// Why the result is not complete; see `SearchResult.problem`.
  public let problem: QueryProblem?
  /// What the search had to do.
  public let stats: SearchStats
}

/// An article that matches a query.
public struct Hit: Hashable, Sendable {
  /// The article's index into `Library.articles`.
  public let article: Int
  /// The number of matches in its text; 0 when the query asks for no text.
  public let matchCount: Int
  /// The place of the best matches, as `SearchResult.hits` explains.
  public let score: Int
}

/// The work that a search did, for tests and benchmarks.
public struct SearchStats: Hashable, Sendable {
  /// Prefixes of keys looked up, over all segments.
  public var keysRead = 0
  /// Postings decoded; stored unions cost none.
  public var postingsDecoded = 0
  /// Articles looked at themselves because the index could not decide, or because they are not yet in it.
  public var scanned = 0

  /// Steps of regular expressions: instructions executed, place by place.
  public var regexSteps = 0

  /// Creates counters, 0 unless given.
  public init(keysRead: Int = 0, postingsDecoded: Int = 0, scanned: Int = 0, regexSteps: Int = 0) {
    self.keysRead = keysRead
    self.postingsDecoded = postingsDecoded
    self.scanned = scanned
    self.regexSteps = regexSteps
  }

  static func += (a: inout SearchStats, b: SearchStats) {
    a.keysRead += b.keysRead
    a.postingsDecoded += b.postingsDecoded
    a.scanned += b.scanned
    a.regexSteps += b.regexSteps
  }
}

/// The matches in one article.
public struct FoundMatches: Sendable {
  /// The matches, sorted by part and place.
  public let matches: [TextMatch]
  /// Why there may be more; see `SearchResult.problem`.
  public let problem: QueryProblem?

  /// What was found in an article; everything there is, unless a problem is given.
  public init(_ matches: [TextMatch], problem: QueryProblem? = nil) {
    self.matches = matches
    self.problem = problem
  }
}

/// A match in a part of an article.
public struct TextMatch: Hashable, Sendable {
  /// The index into the article's parts.
  public let part: Int
  /// The matched text, in Unicode scalars of the part's text.
  public let range: Range<Int>
  /// Whether the text is not what was asked for but near it (`~词`): one character wrong, missing or extra.
  public let isNear: Bool

  /// Creates a match, an exact one unless said otherwise.
  public init(part: Int, range: Range<Int>, isNear: Bool = false) {
    self.part = part
    self.range = range
    self.isNear = isNear
  }
}

/// A stretch of an article's text around matches.
public struct Snippet: Hashable, Sendable {
  /// The index into the article's parts.
  public let part: Int
  /// Where the text begins, in Unicode scalars of the part's text.
  public let start: Int
  /// The text, cut out of the part's text as it is shown.
  public let text: String
  /// The matches, in Unicode scalars of `text`.
  public let ranges: [Range<Int>]
  /// Those of `ranges` that only come near what was asked for, as `TextMatch.isNear` says.
  public let nearRanges: [Range<Int>]
  /// Whether the part's text goes on behind the snippet.
  public let isCutAtEnd: Bool

  /// Whether the part's text begins before the snippet.
  public var isCutAtStart: Bool { start > 0 }
}

/// The articles that a search is restricted to.
public struct SearchScope: Sendable {
  private enum Kind: Sendable {
    case all
    case place(Place)
    case articles(Set<Int>)
  }

  private let kind: Kind

  /// Whether the scope restricts nothing.
  var isAll: Bool { if case .all = kind { true } else { false } }

  /// Every article.
  public static let all = SearchScope(kind: .all)

  /// The articles filed under `place`.
  public static func place(_ place: Place) -> SearchScope { SearchScope(kind: .place(place)) }

  /// The articles with these indices into `Library.articles`.
  public static func articles(_ indices: some Sequence<Int>) -> SearchScope {
    SearchScope(kind: .articles(Set(indices)))
  }

  /// Whether an article of `library` lies in the scope.
  func contains(_ article: Int, of library: Library) -> Bool {
    switch kind {
    case .all: true
    case .place(let place): library.articles[article].filing.place == place
    case .articles(let articles): articles.contains(article)
    }
  }
}
