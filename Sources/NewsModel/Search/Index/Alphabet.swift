/// The distinct units of a text, numbered in ascending order: some thousands of the 65,536 that there can be.
///
/// A number takes 13 bits where a unit takes 16, so that two of them are sorted by in three steps instead of four.
struct Alphabet {
  /// The number of each of the 65,536 units; 0 for those that do not occur, and for the separator.
  let numbers: [UInt16]
  /// The units in ascending order; the separator comes first, whether it occurs or not.
  let units: [UInt16]
  /// How often each unit occurs, by its number; separators are not counted.
  let counts: [Int]
  /// A number takes at most so many bits.
  let bits: Int

  /// - Complexity: O(units of text).
  init(of text: [UInt16]) {
    var occurrences = [UInt32](repeating: 0, count: 1 << 16)
    text.withUnsafeBufferPointer { text in
      occurrences.withUnsafeMutableBufferPointer { occurrences in
        for unit in text { occurrences[Int(unit)] &+= 1 }
      }
    }
    occurrences[Int(FoldedArticles.separator)] = 0
    var numbers = [UInt16](repeating: 0, count: 1 << 16)
    var units = [FoldedArticles.separator]
    var counts = [0]
    for (unit, count) in occurrences.enumerated() where count > 0 {
      numbers[unit] = UInt16(units.count)
      units.append(UInt16(unit))
      counts.append(Int(count))
    }
    self.numbers = numbers
    self.units = units
    self.counts = counts
    bits = Int.bitWidth - units.count.leadingZeroBitCount
  }
}
