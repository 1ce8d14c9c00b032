extension [UInt64] {
  /// Sorts by the bits from `bit` on, numbers alike in them in the order in which they stand.
  ///
  /// - Complexity: O(*n*) for each sixteen bits.
  mutating func radixSort(fromBit bit: UInt64) {
    guard count > 1 else { return }
    if count < 1 << 12 {
      // Stable, as numbers alike are told apart by their places.
      self = enumerated().sorted { ($0.element >> bit, $0.offset) < ($1.element >> bit, $1.offset) }.map(\.element)
      return
    }
    var other = [UInt64](repeating: 0, count: count)
    let highest = reduce(0, |)
    var shift = bit
    while shift < 64, highest >> shift > 0 {
      var starts = [Int](repeating: 0, count: 1 << 16)
      for number in self { starts[Int(number >> shift & 0xFFFF)] += 1 }
      var sum = 0
      for digit in starts.indices { (starts[digit], sum) = (sum, sum + starts[digit]) }
      for number in self {
        let digit = Int(number >> shift & 0xFFFF)
        other[starts[digit]] = number
        starts[digit] += 1
      }
      swap(&self, &other)
      shift += 16
    }
  }
}
