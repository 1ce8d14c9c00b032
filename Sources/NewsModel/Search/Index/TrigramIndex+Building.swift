extension TrigramIndex {
  /// Builds the index of `texts`, which must be at most `maximumArticles`.
  ///
  /// Every unit of the text becomes one item, second unit, third unit and article packed into a word, and goes straight
  /// into the bucket of its first unit (bucket sizes are known from a count of units). Buckets, most of which fit a
  /// core's cache, are sorted one by one; equal items fall together and lists come out in order. Not all buckets are
  /// filled at once but about `sliceItems` items' worth, which keeps the working memory at some megabytes.
  /// - Complexity: O(units), about 20 ns each.
  static func build(_ texts: FoldedArticles) -> TrigramIndex {
    precondition(texts.count <= maximumArticles, "articles of a segment are numbered in 15 bits")
    let alphabet = Alphabet(of: texts.units)
    var builder = TrigramIndexBuilder(articleCount: texts.count, alphabet: alphabet)
    addItems(of: texts, alphabet, to: &builder)
    return builder.finish()
  }

  /// Hands the sorted items to `builder`; the memory that this takes is free again when the arrays of the index are made.
  private static func addItems(of texts: FoldedArticles, _ alphabet: Alphabet, to builder: inout TrigramIndexBuilder) {
    let counts = alphabet.counts
    let slices = slices(of: counts)
    let items = Column<UInt64>(capacity: slices.map { counts[$0].reduce(0, +) }.max() ?? 0)
    let scratch = Column<UInt64>(capacity: counts.max() ?? 0)
    for slice in slices {
      PackedItems.fill(items.base, of: texts, alphabet, slice: slice)
      var start = items.base
      for first in slice {
        let bucket = UnsafeMutableBufferPointer(start: start, count: counts[first])
        builder.add(
          first: alphabet.units[first],
          PackedItems.sort(bucket, bitsOfUnit: alphabet.bits, scratch: scratch.base))
        start += counts[first]
      }
    }
  }

  /// Items that are sorted at a time, eight bytes each. For every slice the text is gone through once more.
  private static let sliceItems = 1 << 22

  /// Ranges of first units' numbers that at most `sliceItems` items each begin with, unless one unit has more.
  private static func slices(of counts: [Int]) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var start = 1
    var items = 0
    for (unit, count) in counts.enumerated() {
      if items > 0, items + count > sliceItems {
        slices.append(start..<unit)
        start = unit
        items = 0
      }
      items += count
    }
    if items > 0 { slices.append(start..<counts.count) }
    return slices
  }
}
