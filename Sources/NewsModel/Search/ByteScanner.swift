/// Looks for few bytes in many.
enum ByteScanner {
  /// How many places one step tries at once.
  private static let block = 32

  /// Hands over every place where `needle` (one to four bytes) stands, ascending.
  ///
  /// A block of places at a time is compared without a branch, as `UnitScanner` does and for the same reason.
  /// - Parameter body: returns whether to go on.
  /// - Complexity: O(bytes).
  @inline(__always)
  static func forEach(_ needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Bool) {
    guard let base = bytes.baseAddress, let first = needle.first, let last = needle.last else { return }
    let tail = needle.count - 1
    let middle = needle[needle.count / 2]
    let half = needle.count / 2
    let stop = bytes.count - tail
    var at = 0
    while at &+ block <= stop {
      var flags: UInt8 = 0
      var place = 0
      while place < block {
        let lane =
          (base[at &+ place] ^ first) | (base[at &+ place &+ half] ^ middle) | (base[at &+ place &+ tail] ^ last)
        // The high bit of a lane that is zero (see `UnitScanner`).
        flags |= (lane &- 1) & ~lane
        place &+= 1
      }
      if flags & 0x80 != 0 {
        for place in at..<at &+ block where stands(needle, base + place) {
          if !body(place) { return }
        }
      }
      at &+= block
    }
    while at < stop {
      if stands(needle, base + at), !body(at) { return }
      at &+= 1
    }
  }

  @inline(__always)
  private static func stands(_ needle: [UInt8], _ place: UnsafePointer<UInt8>) -> Bool {
    needle.withUnsafeBufferPointer { needle in
      var index = 0
      while index < needle.count {
        if place[index] != needle[index] { return false }
        index &+= 1
      }
      return true
    }
  }

  /// Whether bytes are plain UTF-8: valid, without zero bytes, and without the rare lead bytes that need a closer look
  /// (E0, ED, F0 and above). `false` only says that they must be looked at otherwise.
  ///
  /// - Parameter bytes: with three bytes before them that may be read and are zero.
  /// - Complexity: O(bytes), branch-free: about 0.2 ns each.
  static func isPlainUTF8(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let base = bytes.baseAddress, let last = bytes.last else { return true }
    var wrong: UInt8 = 0
    var at = 0
    while at &+ block <= bytes.count {
      var flags: UInt8 = 0
      var place = 0
      while place < block {
        flags |= fault(base + (at &+ place))
        place &+= 1
      }
      wrong |= flags
      at &+= block
    }
    while at < bytes.count {
      wrong |= fault(base + at)
      at &+= 1
    }
    let cutsCharacter = last >= 0xC0 || (bytes.count > 1 && bytes[bytes.count - 2] >= 0xE0)
    return wrong & 0x80 == 0 && !cutsCharacter
  }

  /// The high bit says that the byte is wrong where it stands.
  @inline(__always)
  private static func fault(_ place: UnsafePointer<UInt8>) -> UInt8 {
    let (byte, before, second) = (place[0], place[-1], place[-2])
    let isWanted = isZero((before & 0xC0) ^ 0xC0) | isZero((second & 0xE0) ^ 0xE0)
    let isContinuation = isZero((byte & 0xC0) ^ 0x80)
    let isOdd = isZero(byte) | isZero((byte & 0xFE) ^ 0xC0) | isZero(byte ^ 0xE0) | isZero(byte ^ 0xED)
    return (isWanted ^ isContinuation) | isOdd | isZero((byte & 0xF0) ^ 0xF0)
  }

  /// The high bit is set for zero and for no other byte.
  @inline(__always)
  private static func isZero(_ byte: UInt8) -> UInt8 { (byte &- 1) & ~byte }
}
