/// Answers queries over a library, exactly: every article that matches and no other, whether it is indexed or not.
public struct Searcher: Sendable {
  /// The articles that are searched.
  public let library: Library
  /// The index over the first of them.
  public let index: SearchIndex

  /// Creates a searcher. Articles beyond `index.indexedCount` are scanned.
  public init(library: Library, index: SearchIndex) {
    precondition(index.indexedCount <= library.articles.count, "the index is of another library")
    self.library = library
    self.index = index
  }

  /// How many articles that are not indexed are folded and scanned at a time.
  static let batch = 256

  /// How many steps the regular expressions of a query may take: some seconds' worth, on any archive. What they would
  /// take is at most instructions × characters of the articles that hold the pattern's literals.
  public static let regexSteps: Int = {
    #if DEBUG
      // A step takes some thirty times as long.
      10_000_000
    #else
      300_000_000
    #endif
  }()

  /// Finds every article that matches `query` in `scope`, counts its matches and ranks it.
  ///
  /// - Parameters:
  ///   - regexSteps: the steps that regular expressions may take; when they are spent the result is that of the articles
  ///     up to there, and its `problem` says so.
  ///   - isCancelled: asked for each segment and each few articles that are looked at; once it says yes the search stops.
  /// - Returns: the hits, best first (none for an empty query); `nil` when cancelled.
  /// - Complexity: that of `find`, O(text of the hits) to count and O(*h* log *h*) to rank *h* hits.
  public func search(
    _ query: ParsedQuery, in scope: SearchScope = .all, regexSteps: Int = Searcher.regexSteps,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    var ranked: [RankedHit] = []
    let limits = SearchLimits(isCancelled: isCancelled, regexSteps: regexSteps)
    let run = run(query, scope, limits) { run, set, texts, firstArticle in
      ranked += run.rank(set, in: texts, firstArticle: firstArticle)
    }
    guard run?.stopped != .cancelled, !isCancelled() else { return nil }
    ranked.sort()
    let hits = ranked.map(\.hit)
    return SearchResult(
      hits: hits, matchCount: hits.reduce(0) { $0 + $1.matchCount }, problem: run?.problem,
      stats: run?.stats ?? SearchStats())
  }

  /// Finds every article that matches `query` in `scope`, without ranking: for counts and filters.
  ///
  /// - Parameters: as for `search`.
  /// - Returns: the articles' indices in the library, ascending; `nil` when cancelled.
  /// - Complexity: for a text of up to three characters O(log *k* + *p*), *k* keys, *p* postings of the keys that begin
  ///   with it, in each segment; for a longer one the same for its rarest trigrams and a scan of the articles left.
  public func find(
    _ query: ParsedQuery, in scope: SearchScope = .all, regexSteps: Int = Searcher.regexSteps,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> FoundArticles? {
    var found: [Int] = []
    let limits = SearchLimits(isCancelled: isCancelled, regexSteps: regexSteps)
    let run = run(query, scope, limits) { _, set, _, firstArticle in
      set.forEach { found.append(firstArticle + $0) }
    }
    guard run?.stopped != .cancelled else { return nil }
    return FoundArticles(articles: found, problem: run?.problem, stats: run?.stats ?? SearchStats())
  }

  /// Evaluates a query segment by segment and hands over the articles of each; `nil` for an empty query.
  private func run(
    _ query: ParsedQuery, _ scope: SearchScope, _ limits: SearchLimits,
    _ collect: (_ run: inout SearchRun, _ set: ArticleSet, _ texts: FoldedArticles, _ firstArticle: Int) -> Void
  ) -> SearchRun? {
    guard query.root != nil else { return nil }
    var run = SearchRun(query, library: library, scope: scope, limits: limits)
    for segment in index.segments {
      let first = segment.articles.lowerBound
      guard let set = run.articles(in: segment.texts, segment.trigrams, firstArticle: first) else { return run }
      collect(&run, set, segment.texts, first)
    }
    let articles = library.articles
    for start in stride(from: index.indexedCount, to: articles.count, by: Searcher.batch) {
      let texts = FoldedArticles(articles[start..<min(start + Searcher.batch, articles.count)])
      guard let set = run.articles(in: texts, nil, firstArticle: start) else { return run }
      collect(&run, set, texts, start)
    }
    return run
  }
}
