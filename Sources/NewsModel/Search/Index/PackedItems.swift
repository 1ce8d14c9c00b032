/// Items of one bucket: the numbers (`Alphabet`) of the second and the third unit, then the article in 16 bits, from high
/// to low.
enum PackedItems {
  /// An item's article takes so many bits.
  static let articleBits: UInt64 = 16
  /// So many units are searched at a time for those that a slice takes, so that their places stay in the nearest cache.
  private static let stretch = 1024
  /// Up to so many items are sorted by insertion.
  private static let fewItems = 64

  /// Puts the items of `texts` whose first unit lies in a slice into buckets, one behind the other by first unit, each in
  /// the order of the articles.
  ///
  /// - Parameters:
  ///   - items: room for all of them.
  ///   - slice: the numbers of the first units.
  static func fill(
    _ items: UnsafeMutablePointer<UInt64>, of texts: FoldedArticles, _ alphabet: Alphabet, slice: Range<Int>
  ) {
    var total = 0
    var ends = alphabet.counts[slice].map { count in
      defer { total += count }
      return items + total
    }
    let firsts = alphabet.units[slice.lowerBound]...alphabet.units[slice.upperBound - 1]
    texts.units.withUnsafeBufferPointer { units in
      alphabet.numbers.withUnsafeBufferPointer { numbers in
        ends.withUnsafeMutableBufferPointer { ends in
          withUnsafeTemporaryAllocation(of: UInt16.self, capacity: stretch) { places in
            // None is empty: a slice has units, and so does the text it was cut from.
            guard let units = units.baseAddress, let numbers = numbers.baseAddress, let ends = ends.baseAddress,
              let places = places.baseAddress
            else { return }
            let packer = Packer(numbers: numbers, bitsOfUnit: alphabet.bits, firstNumber: slice.lowerBound)
            for article in 0..<texts.count {
              let range = texts.range(of: article)
              for start in stride(from: range.lowerBound, to: range.upperBound, by: stretch) {
                let count = min(stretch, range.upperBound - start)
                let found = find(firsts, in: units + start, count, places)
                packer.add(
                  UnsafeBufferPointer(start: places, count: found), of: units + start, article: UInt64(article), ends)
              }
            }
          }
        }
      }
    }
  }

  /// Writes down where among the first `count` units of `text` those of a range stand; returns how many do.
  @inline(__always)
  private static func find(
    _ wanted: ClosedRange<UInt16>, in text: UnsafePointer<UInt16>, _ count: Int, _ places: UnsafeMutablePointer<UInt16>
  ) -> Int {
    let lowest = wanted.lowerBound
    let span = wanted.upperBound &- lowest
    var found = 0
    var place = 0
    while place < count {
      // Every place is written, and the next over it if it is none: cheaper than a branch that is hard to predict.
      places[found] = UInt16(truncatingIfNeeded: place)
      found &+= text[place] &- lowest <= span ? 1 : 0
      place &+= 1
    }
    return found
  }

  /// Makes items of units and puts them into their buckets.
  private struct Packer {
    let numbers: UnsafePointer<UInt16>
    let bitsOfUnit: Int
    /// The number of the first bucket's unit.
    let firstNumber: Int

    /// - Parameters:
    ///   - places: where in `text` the items begin.
    ///   - ends: where the next item of each bucket goes.
    @inline(__always)
    func add(
      _ places: UnsafeBufferPointer<UInt16>, of text: UnsafePointer<UInt16>, article: UInt64,
      _ ends: UnsafeMutablePointer<UnsafeMutablePointer<UInt64>>
    ) {
      let secondShift = articleBits &+ UInt64(bitsOfUnit)
      for place in places {
        let units = text + Int(place)
        let bucket = Int(numbers[Int(units[0])]) &- firstNumber
        let second = UInt64(numbers[Int(units[1])])
        // A separator is 0 and ends every part: a unit is followed by one more, but what follows the end of a part is
        // the end too, and may lie behind the text.
        let third = second == 0 ? 0 : UInt64(numbers[Int(units[2])])
        let end = ends[bucket]
        end.pointee = second &<< secondShift | third &<< articleBits | article
        ends[bucket] = end + 1
      }
    }
  }

  /// Sorts `items`, whose articles must be ascending; returns where they are then: in their place or in `scratch`.
  ///
  /// Few items are sorted by insertion, more by three stable passes over a third of the units' bits each (LSD radix sort;
  /// Knuth, The Art of Computer Programming 3, 5.2.5); the articles stay in order by themselves.
  /// - Parameter scratch: room for as many items.
  static func sort(
    _ items: UnsafeMutableBufferPointer<UInt64>, bitsOfUnit: Int, scratch: UnsafeMutablePointer<UInt64>
  ) -> UnsafeBufferPointer<UInt64> {
    guard var from = items.baseAddress, items.count > fewItems else {
      sortByInsertion(items)
      return UnsafeBufferPointer(items)
    }
    let count = items.count
    var to = scratch
    let digit = UInt64(2 * bitsOfUnit + 2) / 3
    let values = 1 << Int(digit)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 3 * values) { counters in
      guard let counters = counters.baseAddress else { return }
      counters.initialize(repeating: 0, count: 3 * values)
      count3(UnsafePointer(from), count, digit: digit, counters)
      for pass in 0..<3 {
        let shift = articleBits + UInt64(pass) * digit
        let places = counters + pass * values
        if places[Int(from[0] >> shift) & (values - 1)] == count { continue }
        var total: UInt32 = 0
        for value in 0..<values {
          let next = total &+ places[value]
          places[value] = total
          total = next
        }
        scatter(UnsafePointer(from), count, to: to, shift: shift, values: values, places: places)
        swap(&from, &to)
      }
    }
    return UnsafeBufferPointer(start: from, count: count)
  }

  /// Counts the values of the three digits that are sorted by, one behind the other.
  @inline(__always)
  private static func count3(
    _ items: UnsafePointer<UInt64>, _ count: Int, digit: UInt64, _ counters: UnsafeMutablePointer<UInt32>
  ) {
    let values = 1 &<< Int(digit)
    let mask = values &- 1
    for index in 0..<count {
      let key = items[index] &>> articleBits
      counters[Int(key) & mask] &+= 1
      counters[values &+ (Int(key &>> digit) & mask)] &+= 1
      counters[2 &* values &+ (Int(key &>> (2 &* digit)) & mask)] &+= 1
    }
  }

  /// One pass: moves every item to the next free place of its digit.
  @inline(__always)
  private static func scatter(
    _ from: UnsafePointer<UInt64>, _ count: Int, to: UnsafeMutablePointer<UInt64>, shift: UInt64, values: Int,
    places: UnsafeMutablePointer<UInt32>
  ) {
    let mask = values &- 1
    for index in 0..<count {
      let item = from[index]
      let value = Int(truncatingIfNeeded: item &>> shift) & mask
      let place = places[value]
      to[Int(place)] = item
      places[value] = place &+ 1
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
