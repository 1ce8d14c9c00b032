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

  /// How many articles are looked at between two questions whether to stop.
  private static let stride = 64

  /// Finds every article that matches `query` in `scope`.
  ///
  /// - Parameter isCancelled: asked now and then; once it says yes the search stops.
  /// - Returns: the hits, best first (none for an empty query); `nil` when cancelled.
  public func search(
    _ query: ParsedQuery, in scope: SearchScope = .all, isCancelled: @Sendable () -> Bool = { false }
  ) -> SearchResult? {
    guard let root = query.root else { return SearchResult(hits: [], matchCount: 0, stats: SearchStats()) }
    var run = SearchRun(plan: QueryPlan(root), library: library, scope: scope)
    for segment in index.segments {
      for start in Swift.stride(from: 0, to: segment.texts.count, by: Searcher.stride) {
        if isCancelled() { return nil }
        let end = min(start + Searcher.stride, segment.texts.count)
        run.scan(segment.texts, start..<end, firstArticle: segment.articles.lowerBound)
      }
    }
    let articles = library.articles
    for start in Swift.stride(from: index.indexedCount, to: articles.count, by: Searcher.stride) {
      if isCancelled() { return nil }
      let texts = FoldedArticles(articles[start..<min(start + Searcher.stride, articles.count)])
      run.scan(texts, 0..<texts.count, firstArticle: start)
    }
    return run.result()
  }

  /// The matches of every text that `query` asks for in one article, sorted by part and place.
  ///
  /// Texts that the query rules out are not matches. Two matches may overlap, but no two are equal.
  /// - Complexity: O(text of the article).
  public func matches(of query: ParsedQuery, in article: Article) -> [TextMatch] {
    guard let root = query.root else { return [] }
    let conditions = QueryPlan(root).marked
    let texts = FoldedArticles([article])
    var found: [[Range<Int>]] = Array(repeating: [], count: article.parts.count)
    for condition in conditions {
      texts.forEachMatch(of: condition, article: 0) { part, range in
        let start = Int(texts.partStarts[part])
        found[part].append(range.lowerBound - start..<range.upperBound - start)
        return true
      }
    }
    var matches: [TextMatch] = []
    for (part, ranges) in found.enumerated() where !ranges.isEmpty {
      let folded = FoldedText(article.parts[part].text)
      let shown = Set(ranges).map { folded.scalarRange(of: $0) }
      for range in shown.sorted(by: { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }) {
        matches.append(TextMatch(part: part, range: range))
      }
    }
    return matches
  }
}
