/// The articles of a library, prepared for search.
///
/// A value made of immutable segments: a copy costs nothing and can be searched on another thread while this one grows.
/// Articles are added in the order of the library.
public struct SearchIndex: Sendable {
  /// The segments in order; together they cover articles 0 ..< `indexedCount`.
  private(set) var segments: [IndexSegment] = []

  /// Creates an empty index.
  public init() {}

  /// How many articles, from the first on, are in the index.
  public var indexedCount: Int { segments.last?.articles.upperBound ?? 0 }

  /// Adds the articles that follow those already in the index.
  ///
  /// - Parameter articles: a slice of `Library.articles` that begins at `indexedCount`.
  /// - Complexity: O(bytes of text).
  public mutating func append(_ articles: ArraySlice<Article>) {
    precondition(articles.startIndex == indexedCount, "articles are indexed in the order of the library")
    guard !articles.isEmpty else { return }
    segments.append(IndexSegment(articles: articles.startIndex..<articles.endIndex, texts: FoldedArticles(articles)))
  }
}

/// A run of articles in the index.
final class IndexSegment: Sendable {
  /// The articles' indices in the library.
  let articles: Range<Int>
  /// Their folded texts.
  let texts: FoldedArticles

  init(articles: Range<Int>, texts: FoldedArticles) {
    self.articles = articles
    self.texts = texts
  }
}
