/// Tells most hashes that are not in a set from those that may be: a bit for the lowest sixteen of each, eight kilobytes.
struct HashSieve: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// Adds a hash to the set.
  mutating func insert(_ hash: UInt64) { bits[Int(hash >> 6 & 1023)] |= 1 << (hash & 63) }

  /// Whether a hash may be in the set; never wrongly no.
  @inline(__always)
  func mayHold(_ hash: UInt64) -> Bool { bits[Int(hash >> 6 & 1023)] & 1 << (hash & 63) != 0 }
}
