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
  private static let stride = 256

  /// Finds every article that matches `query` in `scope`, counts its matches and ranks it.
  ///
  /// - Parameter isCancelled: asked for each segment, and often while articles that are not indexed are scanned; once it
  ///   says yes the search stops.
  /// - Returns: the hits, best first (none for an empty query); `nil` when cancelled.
  /// - Complexity: that of `find`, O(text of the hits) to count and O(*h* log *h*) to rank *h* hits.
  public func search(
    _ query: ParsedQuery, in scope: SearchScope = .all, isCancelled: @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    var ranked: [RankedHit] = []
    let stats = run(query, scope, isCancelled) { run, set, texts, firstArticle in
      ranked += run.rank(set, in: texts, firstArticle: firstArticle)
    }
    guard let stats, !isCancelled() else { return nil }
    ranked.sort()
    let hits = ranked.map(\.hit)
    return SearchResult(hits: hits, matchCount: hits.reduce(0) { $0 + $1.matchCount }, stats: stats)
  }

  /// Finds every article that matches `query` in `scope`, without ranking: for counts and filters.
  ///
  /// - Parameter isCancelled: as for `search`.
  /// - Returns: the articles' indices in the library, ascending; `nil` when cancelled.
  /// - Complexity: for a text of up to three characters O(log *k* + *p*), *k* keys, *p* postings of the keys that begin
  ///   with it, in each segment; for a longer one the same for its rarest trigrams and a scan of the articles left.
  public func find(
    _ query: ParsedQuery, in scope: SearchScope = .all, isCancelled: @Sendable () -> Bool = { false }
  ) -> FoundArticles? {
    var found: [Int] = []
    let stats = run(query, scope, isCancelled) { _, set, _, firstArticle in
      set.forEach { found.append(firstArticle + $0) }
    }
    return stats.map { FoundArticles(articles: found, stats: $0) }
  }

  /// Evaluates a query segment by segment and hands over the articles of each; `nil` when cancelled.
  private func run(
    _ query: ParsedQuery, _ scope: SearchScope, _ isCancelled: @Sendable () -> Bool,
    _ collect: (_ run: inout SearchRun, _ set: ArticleSet, _ texts: FoldedArticles, _ firstArticle: Int) -> Void
  ) -> SearchStats? {
    guard let root = query.root else { return SearchStats() }
    var run = SearchRun(root, library: library, scope: scope)
    for segment in index.segments {
      if isCancelled() { return nil }
      let first = segment.articles.lowerBound
      let set = run.articles(in: segment.texts, segment.trigrams, firstArticle: first)
      collect(&run, set, segment.texts, first)
    }
    let articles = library.articles
    for start in Swift.stride(from: index.indexedCount, to: articles.count, by: Searcher.stride) {
      if isCancelled() { return nil }
      let texts = FoldedArticles(articles[start..<min(start + Searcher.stride, articles.count)])
      let set = run.articles(in: texts, nil, firstArticle: start)
      collect(&run, set, texts, start)
    }
    return run.stats
  }

  /// The matches of every text that `query` asks for in one article, sorted by part and place.
  ///
  /// Texts that the query rules out are not matches. Two matches may overlap, but no two are equal.
  /// - Complexity: O(text of the article).
  public func matches(of query: ParsedQuery, in article: Article) -> [TextMatch] {
    guard let root = query.root else { return [] }
    let patterns = QueryPlan(root).marked
    let texts = FoldedArticles([article])
    var matcher = TextMatcher()
    var found: [[Range<Int>: Bool]] = Array(repeating: [:], count: article.parts.count)
    for pattern in patterns {
      matcher.forEachMatch(of: pattern, texts, article: 0) { part, range, isNear in
        let start = Int(texts.partStarts[part])
        let place = range.lowerBound - start..<range.upperBound - start
        // What one pattern finds exactly is exact, even if another only comes near.
        found[part][place] = isNear && found[part][place] != false
        return true
      }
    }
    var matches: [TextMatch] = []
    for (part, ranges) in found.enumerated() where !ranges.isEmpty {
      let folded = FoldedText(article.parts[part].text)
      let sorted = ranges.sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
      for (range, isNear) in sorted {
        matches.append(TextMatch(part: part, range: folded.scalarRange(of: range), isNear: isNear))
      }
    }
    return matches
  }
}
