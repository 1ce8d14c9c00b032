/// FNV-1a, 64 bit (http://www.isthe.com/chongo/tech/comp/fnv/): tells texts apart, in every run alike.
struct FNV1a {
  /// The hash of what was combined so far.
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds a byte.
  @inline(__always)
  mutating func combine(_ byte: UInt8) { value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }

  /// The hash of bytes.
  ///
  /// - Complexity: O(bytes).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash = FNV1a()
    for byte in bytes { hash.combine(byte) }
    return hash.value
  }
}
