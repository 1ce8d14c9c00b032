/// FNV-1a, 64 bit (http://www.isthe.com/chongo/tech/comp/fnv/): tells texts apart, in every run alike.
struct FNV1a {
  /// The hash of what was combined so far.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a byte, or a scalar as one unit.
  @inline(__always)
  mutating func combine(_ unit: some FixedWidthInteger & UnsignedInteger) {
    value = (value ^ UInt64(unit)) &* 0x0000_0100_0000_01b3
  }

  /// The hash of bytes, or of scalars as one unit each.
  ///
  /// - Complexity: O(units).
  static func hash<Unit: FixedWidthInteger & UnsignedInteger>(_ units: some Sequence<Unit>) -> UInt64 {
    var hash = FNV1a()
    for unit in units { hash.combine(unit) }
    return hash.value
  }
}
