/// Looks for few bytes in many.
enum ByteScanner {
  /// How many places one step tries at once.
  private static let block = 64

  /// Hands over every place where `needle` (one to four bytes) stands, ascending.
  ///
  /// Only where a block of places has the last two bytes of the needle somewhere it is looked at closely: of a Han
  /// character these are the ones that tell it from others (the idea of Muła, SIMD-friendly algorithms for substring
  /// searching, 2016: compare two bytes at a distance in all places of a block).
  /// - Parameter body: returns whether to go on.
  /// - Complexity: O(bytes).
  @inline(__always)
  static func forEach(_ needle: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, _ body: (Int) -> Bool) {
    guard let base = bytes.baseAddress, let last = needle.last else { return }
    let tail = needle.count - 1
    let beforeLast = max(tail - 1, 0)
    let stop = bytes.count - tail
    var at = 0
    while at < stop {
      at = skip(base + beforeLast, needle[beforeLast], base + tail, last, from: at, to: stop)
      let end = min(at &+ block, stop)
      while at < end {
        if base[at &+ tail] == last, stands(needle, base + at), !body(at) { return }
        at &+= 1
      }
    }
  }

  /// The first block, from `start` on, with a place where `first` has the one byte and `second` the other; or where less than
  /// a block is left before `stop`.
  ///
  /// Compared without a branch, as `UnitScanner` does and for the same reason.
  @inline(never)
  private static func skip(
    _ first: UnsafePointer<UInt8>, _ firstByte: UInt8, _ second: UnsafePointer<UInt8>, _ secondByte: UInt8,
    from start: Int, to stop: Int
  ) -> Int {
    var at = start
    while at &+ block <= stop {
      let firsts = first + at
      let seconds = second + at
      var flags: UInt8 = 0
      var place = 0
      while place < block {
        let lane = (firsts[place] ^ firstByte) | (seconds[place] ^ secondByte)
        flags |= isZero(lane)
        place &+= 1
      }
      if flags & 0x80 != 0 { return at }
      at &+= block
    }
    return at
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
  /// (E0, ED, F0 and above) or begin characters that reading makes several of (㎏, ﬃ), and without what may be markup. `false` only says that they must be looked at otherwise.
  ///
  /// - Parameter bytes: with three bytes before them that may be read and are zero.
  /// - Complexity: O(bytes), branch-free: about 0.1 ns each.
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

  /// The high bit says that the byte is wrong where it stands; the others mean nothing.
  ///
  /// Without comparisons, of which the compiler makes branches or worse: a byte added to itself has its second bit as high
  /// bit, and the least of some bytes is zero if one of them is.
  @inline(__always)
  private static func fault(_ place: UnsafePointer<UInt8>) -> UInt8 {
    let (byte, before, second) = (place[0], place[-1], place[-2])
    let isWanted = (before & (before &<< 1)) | (second & (second &<< 1) & (second &<< 2))
    let isContinuation = byte & ~(byte &<< 1)
    let oddLead = min((byte & 0xFE) ^ 0xC0, (byte & 0xF0) ^ 0xF0, byte ^ 0xE0, byte ^ 0xED)
    // U+32C0 to U+34BF, U+FB00 to U+FB3F.
    let square = (before ^ 0xE3) | ((byte &- 0x8B) & 0xF8)
    let ligature = (before ^ 0xEF) | (byte ^ 0xAC)
    // What may begin markup, and three blanks: `PrintSurvey` tells.
    let mark = min(byte ^ 0x3C, byte ^ 0x26, byte ^ 0x24, min(byte ^ 0x7C, byte ^ 0x5C))
    let image = (before ^ 0x21) | (byte ^ 0x5B)
    let gap = (second ^ 0x20) | (before ^ 0x20) | (byte ^ 0x20)
    return (isWanted ^ isContinuation) | isZero(min(byte, oddLead, square, min(ligature, mark, image, gap)))
  }

  /// The high bit is set for zero and for no other byte.
  @inline(__always)
  private static func isZero(_ byte: UInt8) -> UInt8 { (byte &- 1) & ~byte }
}
