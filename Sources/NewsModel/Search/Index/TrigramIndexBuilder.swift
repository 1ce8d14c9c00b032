/// Takes the sorted items of one bucket after another and writes the arrays of a `TrigramIndex`.
struct TrigramIndexBuilder: ~Copyable {
  private let articleCount: Int
  private let unionThreshold: Int
  /// The units by number.
  private let units: [UInt16]
  /// Where in an item the number of the second unit begins.
  private let secondShift: UInt64
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

  /// - Parameter alphabet: of the text whose items will be added.
  init(articleCount: Int, alphabet: Alphabet) {
    self.articleCount = articleCount
    unionThreshold = TrigramIndex.unionThreshold(articleCount: articleCount)
    units = alphabet.units
    secondShift = PackedItems.articleBits + UInt64(alphabet.bits)
    let itemCount = alphabet.counts.reduce(0, +)
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
    guard var at = items.baseAddress else { return }
    firsts.append(first)
    secondStarts.append(UInt32(seconds.count))
    if items.count > unionThreshold { reserveUnion(key: thirds.count, length: 1, items) }
    let end = at + items.count
    while at < end {
      let start = at
      let firstKey = thirds.count
      if seconds.count % TrigramIndex.pairBlock == 0 { thirdStarts.append(UInt32(firstKey)) }
      seconds.append(units[Int(at.pointee >> secondShift)])
      addPair(&at, end)
      thirdCounts.append(UInt16(thirds.count - firstKey - 1))
      if at - start > unionThreshold {
        reserveUnion(key: firstKey, length: 2, UnsafeBufferPointer(start: start, count: at - start))
      }
    }
  }

  /// Adds the keys of all items from `at` on that have the same second unit, and moves `at` behind them.
  @inline(__always)
  private mutating func addPair(_ at: inout UnsafePointer<UInt64>, _ end: UnsafePointer<UInt64>) {
    let second = at.pointee &>> secondShift
    let numbers = 1 &<< (secondShift &- PackedItems.articleBits)
    // Copies, for the compiler must take it that what is written may change the columns' own fields.
    let postings = self.postings.base
    var list = postings + self.postings.count
    repeat {
      let key = at.pointee &>> PackedItems.articleBits
      if thirds.count % TrigramIndex.block == 0 { blockStarts.append(UInt32(truncatingIfNeeded: list - postings)) }
      thirds.append(units[Int(key & (numbers &- 1))])
      list = TrigramIndexBuilder.write(key, &at, end, to: list)
    } while at < end && at.pointee &>> secondShift == second
    self.postings.count = list - postings
  }

  /// Writes the list of one key: the articles of its items, each once. Returns the place behind it.
  @inline(__always)
  private static func write(
    _ key: UInt64, _ at: inout UnsafePointer<UInt64>, _ end: UnsafePointer<UInt64>,
    to list: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let first = at.pointee & 0xffff
    var previous = first
    // Behind the head of two bytes and the length, which goes before the gaps that are not known yet.
    var gaps = list + 3
    at += 1
    while at < end, at.pointee &>> PackedItems.articleBits == key {
      let article = at.pointee & 0xffff
      at += 1
      if article == previous { continue }
      gaps = Varint.write(article &- previous &- 1, to: gaps)
      previous = article
    }
    let head = first &<< 1 | (previous == first ? 0 : 1)
    list[0] = UInt8(truncatingIfNeeded: head)
    list[1] = UInt8(truncatingIfNeeded: head &>> 8)
    return previous == first ? list + 2 : Varint.writeLength(at: list + 2, upTo: gaps)
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
