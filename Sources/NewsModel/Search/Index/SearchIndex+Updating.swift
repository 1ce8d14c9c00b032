extension SearchIndex {
  /// The index of `newLibrary`, made of what can be kept of the index of `oldLibrary`.
  ///
  /// Small segments may gather over many changes; `compact` joins them.
  ///
  /// A segment is kept when all of its articles stand, in the same order and next to each other, in the new library,
  /// wherever that is: files that were added, changed or removed cost the segments they are in, not the archive.
  /// - Complexity: O(articles + bytes of text of the segments that are not kept).
  public init(updating old: SearchIndex, of oldLibrary: Library, to newLibrary: Library) {
    self.init()
    let articles = newLibrary.articles
    var places: [UInt64: [Int]] = [:]
    for (index, article) in articles.enumerated() { places[article.idNumber, default: []].append(index) }
    for segment in old.segments {
      let kept = oldLibrary.articles[segment.articles]
      guard let first = kept.first else { continue }
      // The order of pages seldom changes: what is kept stands behind what was kept before.
      let place = places[first.idNumber]?.first { place in
        place >= indexedCount && place + kept.count <= articles.count
          && zip(kept, articles[place...]).allSatisfy(SearchIndex.areAlike)
      }
      guard let place else { continue }
      // Without memory for it, what follows is scanned.
      guard append(articles[indexedCount..<place], merging: false) else { return }
      keep(IndexSegment(segment, movedTo: place))
    }
    append(articles[indexedCount...], merging: false)
  }

  /// Whether two articles fold to the same text in the same parts. An id says that the text is the same; how it is cut
  /// into parts, it does not.
  private static func areAlike(_ a: Article, _ b: Article) -> Bool {
    a.idNumber == b.idNumber && a.date == b.date && a.parts.count == b.parts.count
      && zip(a.parts, b.parts).allSatisfy { $0.role == $1.role && $0.text == $1.text }
  }
}
