extension TrigramIndex {
  /// Builds the index of `texts`, which must be at most `maximumArticles`.
  ///
  /// Every unit of the text becomes one item, second unit, third unit and article packed into a word, and goes straight
  /// into the bucket of its first unit (bucket sizes are known from a count of units). Buckets, most of which fit a
  /// core's cache, are sorted one by one; equal items fall together and lists come out in order. Not all buckets are
  /// filled at once but about `sliceItems` items' worth, which keeps the working memory at a few megabytes.
  /// - Complexity: O(units), about 40 ns each.
  static func build(_ texts: FoldedArticles) -> TrigramIndex {
    precondition(texts.count <= maximumArticles, "articles of a segment are numbered in 15 bits")
    var counts = [Int](repeating: 0, count: 1 << 16)
    texts.units.withUnsafeBufferPointer { units in
      counts.withUnsafeMutableBufferPointer { counts in
        for unit in units { counts[Int(unit)] &+= 1 }
      }
    }
    counts[Int(FoldedArticles.separator)] = 0
    let slices = slices(of: counts)
    let largest = slices.map { counts[$0].reduce(0, +) }.max() ?? 0
    var builder = TrigramIndexBuilder(articleCount: texts.count, itemCount: counts.reduce(0, +))
    let items = Column<UInt64>(capacity: largest + 1)
    let scratch = Column<UInt64>(capacity: counts.max() ?? 0)
    for slice in slices {
      PackedItems.fill(items.base, of: texts, firstUnits: slice, counts: counts)
      var start = items.base
      for unit in slice where counts[unit] > 0 {
        let bucket = UnsafeMutableBufferPointer(start: start, count: counts[unit])
        PackedItems.sort(bucket, scratch: scratch.base)
        builder.add(first: UInt16(unit), UnsafeBufferPointer(bucket))
        start += counts[unit]
      }
    }
    return builder.finish()
  }

  /// Items that are sorted at a time: eight bytes each, so so 16 MB, within the cache that cores share.
  private static let sliceItems = 1 << 21

  /// Ranges of first units that about `sliceItems` items each begin with.
  private static func slices(of counts: [Int]) -> [Range<Int>] {
    var slices: [Range<Int>] = []
    var start = Int(FoldedArticles.separator) + 1
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

/// Items of one bucket: second unit, third unit, article, 16 bits each, from high to low.
enum PackedItems {
  /// Puts the items of `texts` whose first unit lies in `firstUnits` into buckets, one behind the other by first unit,
  /// each in the order of the articles. One more place behind the last bucket is written to.
  static func fill(
    _ items: UnsafeMutablePointer<UInt64>, of texts: FoldedArticles, firstUnits: Range<Int>, counts: [Int]
  ) {
    var total = 0
    var ends = counts[firstUnits].map { count in
      defer { total += count }
      return total
    }
    ends.append(total)
    texts.units.withUnsafeBufferPointer { units in
      ends.withUnsafeMutableBufferPointer { ends in
        guard let ends = ends.baseAddress else { return }
        for article in 0..<texts.count {
          let text = UnsafeBufferPointer(rebasing: units[texts.range(of: article)])
          add(text, article: UInt64(article), firstUnits: firstUnits, to: items, ends: ends)
        }
      }
    }
  }

  /// From the right, so that the units that follow are at hand and padding comes by itself.
  @inline(__always)
  private static func add(
    _ text: UnsafeBufferPointer<UInt16>, article: UInt64, firstUnits: Range<Int>,
    to items: UnsafeMutablePointer<UInt64>,
    ends: UnsafeMutablePointer<Int>
  ) {
    let firstUnit = UInt(firstUnits.lowerBound)
    let unitCount = UInt(firstUnits.count)
    // Second and third unit where an item has them: bits 32 to 47 and 16 to 31.
    var following: UInt64 = 0
    var index = text.count
    while index > 0 {
      index &-= 1
      let unit = text[index]
      // Other units go to one spare place over and over: cheaper than a branch that is hard to predict.
      let bucket = min(UInt(unit) &- firstUnit, unitCount)
      let end = ends[Int(bitPattern: bucket)]
      items[end] = following | article
      ends[Int(bitPattern: bucket)] = end &+ (bucket < unitCount ? 1 : 0)
      // A separator is 0: nothing follows the last unit of a part, and what follows the one before is the end too.
      following = unit == FoldedArticles.separator ? 0 : (following >> 16 & 0xffff_0000) | UInt64(unit) << 32
    }
  }

  /// Sorts `items`, whose articles must be ascending.
  ///
  /// Few items are sorted by insertion, more by four stable passes over the bytes of the two units (LSD radix sort;
  /// Knuth, The Art of Computer Programming 3, 5.2.5); the articles stay in order by themselves.
  /// - Parameter scratch: room for as many items.
  static func sort(_ items: UnsafeMutableBufferPointer<UInt64>, scratch: UnsafeMutablePointer<UInt64>) {
    guard var from = items.baseAddress else { return }
    let count = items.count
    if count <= 64 { return sortByInsertion(items) }
    var to = scratch
    withUnsafeTemporaryAllocation(of: Int.self, capacity: 4 * 256) { histograms in
      histograms.initialize(repeating: 0)
      count4(UnsafeBufferPointer(items), histograms)
      for pass in 0..<4 {
        let shift = UInt64(16 + 8 * pass)
        let places = UnsafeMutableBufferPointer(rebasing: histograms[pass * 256..<(pass + 1) * 256])
        if places[Int(from[0] >> shift & 0xff)] == count { continue }
        var total = 0
        for byte in 0..<256 {
          let next = total + places[byte]
          places[byte] = total
          total = next
        }
        scatter(UnsafePointer(from), count, to: to, shift: shift, places: places)
        swap(&from, &to)
      }
    }
    if from == scratch, let base = items.baseAddress { base.update(from: scratch, count: count) }
  }

  /// Counts the values of the four bytes that are sorted by, 256 counters each.
  @inline(__always)
  private static func count4(_ items: UnsafeBufferPointer<UInt64>, _ histograms: UnsafeMutableBufferPointer<Int>) {
    guard let counters = histograms.baseAddress else { return }
    for item in items {
      let bytes = Int(truncatingIfNeeded: item >> 16)
      counters[bytes & 0xff] &+= 1
      counters[256 &+ (bytes >> 8 & 0xff)] &+= 1
      counters[512 &+ (bytes >> 16 & 0xff)] &+= 1
      counters[768 &+ (bytes >> 24 & 0xff)] &+= 1
    }
  }

  /// One pass: moves every item to the next free place of its byte.
  @inline(__always)
  private static func scatter(
    _ from: UnsafePointer<UInt64>, _ count: Int, to: UnsafeMutablePointer<UInt64>, shift: UInt64,
    places: UnsafeMutableBufferPointer<Int>
  ) {
    guard let places = places.baseAddress else { return }
    for index in 0..<count {
      let item = from[index]
      let byte = Int(truncatingIfNeeded: item >> shift & 0xff)
      let place = places[byte]
      to[place] = item
      places[byte] = place &+ 1
    }
  }

  private static func sortByInsertion(_ items: UnsafeMutableBufferPointer<UInt64>) {
    guard items.count > 1 else { return }
    for index in 1..<items.count {
      let item = items[index]
      var at = index
      while at > 0, items[at &- 1] > item {
        items[at] = items[at &- 1]
        at &-= 1
      }
      items[at] = item
    }
  }
}
