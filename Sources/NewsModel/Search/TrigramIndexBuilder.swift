/// Takes the sorted items of one bucket after another and writes the arrays of a `TrigramIndex`.
struct TrigramIndexBuilder: ~Copyable {
  private let articleCount: Int
  private let unionThreshold: Int
  private var firsts: [UInt16] = []
  private var secondStarts: [UInt32] = []
  private var seconds: Column<UInt16>
  private var thirdCounts: Column<UInt16>
  private var thirdStarts: Column<UInt32>
  private var thirds: Column<UInt16>
  private var blockStarts: Column<UInt32>
  private var postings: Column<UInt8>
  private var unionKeys: [UInt64] = []
  private var unions: [UInt64] = []

  /// - Parameter itemCount: how many items will be added.
  init(articleCount: Int, itemCount: Int) {
    self.articleCount = articleCount
    unionThreshold = TrigramIndex.unionThreshold(articleCount: articleCount)
    seconds = Column(capacity: itemCount)
    thirdCounts = Column(capacity: itemCount)
    thirdStarts = Column(capacity: itemCount / TrigramIndex.pairBlock + 2)
    thirds = Column(capacity: itemCount)
    blockStarts = Column(capacity: itemCount / TrigramIndex.block + 1)
    // More than any item needs: the head of its key takes two bytes, the length at most three, and so does a gap.
    postings = Column(capacity: itemCount * 8)
  }

  /// Adds the trigrams that begin with `first`; units come in ascending order.
  mutating func add(first: UInt16, _ items: UnsafeBufferPointer<UInt64>) {
    firsts.append(first)
    secondStarts.append(UInt32(seconds.count))
    let firstKey = thirds.count
    if items.count > unionThreshold { reserveUnion(key: firstKey, length: 1, items) }
    var at = 0
    while at < items.count {
      let second = items[at] >> 32
      let start = at
      let pairKey = thirds.count
      if seconds.count % TrigramIndex.pairBlock == 0 { thirdStarts.append(UInt32(pairKey)) }
      seconds.append(UInt16(truncatingIfNeeded: second))
      while at < items.count, items[at] >> 32 == second {
        let key = items[at] >> 16
        var end = at + 1
        while end < items.count, items[end] >> 16 == key { end += 1 }
        addKey(UInt16(truncatingIfNeeded: key), items, at..<end)
        at = end
      }
      thirdCounts.append(UInt16(thirds.count - pairKey - 1))
      if at - start > unionThreshold {
        reserveUnion(key: pairKey, length: 2, UnsafeBufferPointer(rebasing: items[start..<at]))
      }
    }
  }

  /// The finished index.
  consuming func finish() -> TrigramIndex {
    secondStarts.append(UInt32(seconds.count))
    // The pair behind the last has a place too; if it begins a block, that has to be written.
    thirdStarts.append(UInt32(thirds.count))
    return TrigramIndex(
      articleCount: articleCount, firsts: firsts, secondStarts: secondStarts, seconds: seconds.array(),
      thirdCounts: thirdCounts.array(), thirdStarts: thirdStarts.array(), thirds: thirds.array(),
      blockStarts: blockStarts.array(),
      postings: postings.array(), unionKeys: unionKeys, unions: unions.withUnsafeBufferPointer { Array($0) })
  }

  private mutating func addKey(_ third: UInt16, _ items: UnsafeBufferPointer<UInt64>, _ range: Range<Int>) {
    if thirds.count % TrigramIndex.block == 0 { blockStarts.append(UInt32(postings.count)) }
    thirds.append(third)
    let first = items[range.lowerBound] & 0xffff
    let last = items[range.upperBound - 1] & 0xffff
    appendHead(first << 1 | (last == first ? 0 : 1))
    if last == first { return }
    // The length goes before the gaps that are not written yet; it takes one byte for most lists.
    let lengthAt = postings.count
    postings.append(0)
    var previous = first
    for index in range {
      let article = items[index] & 0xffff
      if article == previous { continue }
      postings.appendVarint(article - previous - 1)
      previous = article
    }
    postings.putLength(at: lengthAt)
  }

  /// The first article of a list and whether more follow: two bytes.
  private mutating func appendHead(_ head: UInt64) {
    postings.append(UInt8(truncatingIfNeeded: head))
    postings.append(UInt8(truncatingIfNeeded: head >> 8))
  }

  private mutating func reserveUnion(key: Int, length: Int, _ items: UnsafeBufferPointer<UInt64>) {
    unionKeys.append(UInt64(key) << 2 | UInt64(length))
    let start = unions.count
    unions.append(contentsOf: repeatElement(0, count: (articleCount + 63) / 64))
    unions.withUnsafeMutableBufferPointer { unions in
      for item in items {
        let article = Int(item & 0xffff)
        unions[start + article >> 6] |= 1 << UInt64(article & 63)
      }
    }
  }
}
