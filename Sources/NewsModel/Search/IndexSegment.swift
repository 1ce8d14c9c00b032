/// A run of articles in the index; immutable.
final class IndexSegment: Sendable {
  /// The articles' indices in the library.
  let articles: Range<Int>
  /// Their folded texts.
  let texts: FoldedArticles
  /// The index over the texts.
  let trigrams: TrigramIndex

  /// Folds and indexes `articles`.
  ///
  /// - Complexity: O(bytes of text).
  convenience init(_ articles: ArraySlice<Article>) {
    self.init(articles: articles.startIndex..<articles.endIndex, texts: FoldedArticles(articles))
  }

  /// Joins two segments, of which `next` follows `previous`.
  ///
  /// - Complexity: O(units of text): the texts need no folding, the index is made anew.
  convenience init(merging previous: IndexSegment, _ next: IndexSegment) {
    self.init(
      articles: previous.articles.lowerBound..<next.articles.upperBound, texts: previous.texts + next.texts)
  }

  private init(articles: Range<Int>, texts: FoldedArticles) {
    self.articles = articles
    self.texts = texts
    trigrams = TrigramIndex.build(texts)
  }

  /// About how many bytes of UTF-8 the texts are; a Han character takes three, and one unit.
  var byteCount: Int { texts.units.count * 3 }

  /// Whether the segment and `previous` make one that is not too large.
  func canMerge(after previous: IndexSegment) -> Bool {
    byteCount + previous.byteCount <= SearchIndex.smallSegmentBytes
      && articles.count + previous.articles.count <= SearchIndex.segmentArticles
  }
}
