import NewsModel

/// The sentences that are being marked in the open article.
struct Marking: Sendable, Equatable {
  /// The block of the document.
  var block: Int
  /// The sentences of the block, as indices.
  var sentences: ClosedRange<Int>
  /// The mark that is being changed, as an index into those of the article; `nil` for a new one.
  var changed: Int?
}
