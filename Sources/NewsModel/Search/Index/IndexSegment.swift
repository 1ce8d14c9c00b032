/// A run of articles in the index; immutable.
struct IndexSegment: Sendable {
  /// The articles' indices in the library.
  let articles: Range<Int>
  /// Their folded texts.
  let texts: FoldedArticles
  /// The index over the texts.
  let trigrams: TrigramIndex

  /// Folds and indexes `articles`.
  ///
  /// - Complexity: O(bytes of text).
  init(_ articles: ArraySlice<Article>) {
    self.init(articles: articles.startIndex..<articles.endIndex, texts: FoldedArticles(articles))
  }

  /// Joins segments that follow one another; one of them, or more.
  ///
  /// - Complexity: O(units of text): the texts need no folding, the index is made anew.
  init(joining segments: ArraySlice<IndexSegment>) {
    let articles =
      segments[segments.startIndex].articles.lowerBound..<segments[segments.endIndex - 1].articles.upperBound
    self.init(articles: articles, texts: FoldedArticles(joining: segments.map(\.texts)))
  }

  private init(articles: Range<Int>, texts: FoldedArticles) {
    self.articles = articles
    self.texts = texts
    trigrams = TrigramIndex.build(texts)
  }

  /// The same articles elsewhere in a library.
  init(_ segment: IndexSegment, movedTo first: Int) {
    articles = first..<first + segment.articles.count
    texts = segment.texts
    trigrams = segment.trigrams
  }

  /// About how many bytes of UTF-8 the texts are; a Han character takes three, and one unit.
  var byteCount: Int { texts.units.count * 3 }
}
