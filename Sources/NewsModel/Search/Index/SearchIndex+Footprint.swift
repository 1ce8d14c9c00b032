extension SearchIndex {
  /// The memory that each array of the index takes, in bytes, over all segments.
  public var footprint: [(name: String, bytes: Int)] {
    func size<T>(_ array: KeyPath<IndexSegment, [T]>) -> Int {
      segments.reduce(0) { $0 + $1[keyPath: array].capacity * MemoryLayout<T>.stride }
    }
    return [
      ("folded text", size(\.texts.units)),
      ("parts", size(\.texts.partStarts) + size(\.texts.ranks) + size(\.texts.firstParts) + size(\.texts.days)),
      ("second units", size(\.trigrams.seconds) + size(\.trigrams.thirdCounts) + size(\.trigrams.thirdStarts)),
      ("third units", size(\.trigrams.thirds) + size(\.trigrams.blockStarts)),
      ("postings", size(\.trigrams.postings)),
      ("unions", size(\.trigrams.unions)),
    ]
  }
}
