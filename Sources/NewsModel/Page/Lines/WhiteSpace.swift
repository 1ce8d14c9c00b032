/// Where white space stands in a text: found once, so that who looks for it again and again need not read the text.
struct WhiteSpace {
  /// The indices of its scalars, ascending.
  private let places: [Int]

  /// Finds the white space of a page's blocks.
  ///
  /// - Complexity: O(scalars).
  init(of scalars: [UInt32]) {
    var places: [Int] = []
    scalars.withUnsafeBufferPointer { scalars in
      for index in scalars.indices where Self.isSpace(scalars[index]) { places.append(index) }
    }
    self.places = places
  }

  /// As `CharacterClass` says; Han, its punctuation and ASCII, which is nearly all of a page, are told by one comparison or two.
  @inline(__always)
  private static func isSpace(_ scalar: UInt32) -> Bool {
    if scalar > 0x3000 { return scalar == 0xFEFF }
    if scalar == 0x20 || scalar == 0x3000 { return true }
    return (scalar < 0x20 || scalar > 0x7E) && CharacterClass.of(scalar).contains(.space)
  }

  /// The runs of white space in `range`.
  ///
  /// - Complexity: O(log spaces), then O(1) for each.
  func gaps(in range: Range<Int>) -> Gaps {
    let first = number(ofFirstFrom: range.lowerBound)
    return Gaps(places: places, number: first, end: range.upperBound)
  }

  /// `range` without white space at its ends.
  func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    var number = number(ofFirstFrom: low)
    while number < places.count, places[number] == low, low < high {
      low += 1
      number += 1
    }
    number = self.number(ofFirstFrom: high) - 1
    while number >= 0, places[number] == high - 1, high > low {
      high -= 1
      number -= 1
    }
    return low..<high
  }

  /// The number in `places` of the first at or behind `index`.
  private func number(ofFirstFrom index: Int) -> Int {
    var (low, high) = (0, places.count)
    while low < high {
      let middle = (low + high) / 2
      if places[middle] < index { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The runs of white space in a range, one after the other.
  struct Gaps: IteratorProtocol {
    fileprivate let places: [Int]
    fileprivate var number: Int
    fileprivate let end: Int

    var isEmpty: Bool { number == places.count || places[number] >= end }

    mutating func next() -> Range<Int>? {
      guard !isEmpty else { return nil }
      let start = places[number]
      var index = start
      while number < places.count, places[number] == index, index < end {
        index += 1
        number += 1
      }
      return start..<index
    }
  }
}
