/// A set of names and anchor characters that are found in UTF-8 text in one pass, leftmost and longest first.
///
/// Most pairs of characters of running text begin no name: one bit by a hash of the pair dismisses nearly all of them, and
/// only then names are compared byte by byte. A name has at least two scalars, the first two below U+10000.
struct NameTable: Sendable {
  /// A bit for each hashed pair of first scalars: sixteen kilobytes, which stay in the first cache, and one pair of
  /// running text in twenty that passes without being a name's.
  private var pairBits = [UInt64](repeating: 0, count: 2048)
  /// A bit for each scalar that is an anchor.
  private var anchorBits = [UInt64](repeating: 0, count: 1024)
  /// Open addressing: the pair that lives in a slot (0: none), and where its names start in `order`.
  private var slotPairs: [UInt32]
  private var slotStarts: [UInt32]
  private let slotMask: Int
  /// Name numbers by pair, the longest of a pair first; a pair's run ends where the pair of the next name differs.
  private var order: [UInt16] = []
  private var pairs: [UInt32] = []
  /// The names' bytes, one after the other.
  private let bytes: [UInt8]
  private let ends: [UInt32]

  /// Creates a table of names that also stops at `anchors`.
  ///
  /// - Parameters:
  ///   - names: the names' UTF-8 bytes, one after the other; a name's number is its place in the row. Names that cannot
  ///     be looked for are passed over.
  ///   - ends: for each name the offset behind it.
  /// - Complexity: O(n log n) in the number of names.
  init(names: [UInt8], ends: [UInt32], anchors: [Unicode.Scalar]) {
    precondition(ends.count <= Int(UInt16.max), "name numbers have 16 bits")
    var capacity = 1024
    while capacity < ends.count * 2 { capacity *= 2 }
    slotMask = capacity - 1
    slotPairs = Array(repeating: 0, count: capacity)
    slotStarts = Array(repeating: 0, count: capacity)
    bytes = names
    self.ends = ends
    pairs.reserveCapacity(ends.count)
    names.withUnsafeBufferPointer { bytes in
      var start = 0
      for end in ends {
        pairs.append(Self.pair(of: UnsafeBufferPointer(rebasing: bytes[start..<Int(end)])))
        start = Int(end)
      }
    }
    sortNames()
    for anchor in anchors where anchor.value < 0x1_0000 {
      anchorBits[Int(anchor.value) >> 6] |= 1 << UInt64(anchor.value & 63)
    }
  }

  /// The first two scalars as one number; 0 where there are none below U+10000.
  private static func pair(of name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard !name.isEmpty else { return 0 }
    let (first, width) = UTF8Scan.scalar(in: name, at: 0)
    guard width < name.count, first < 0x1_0000 else { return 0 }
    let second = UTF8Scan.scalar(in: name, at: width).scalar
    return second < 0x1_0000 ? first << 16 | second : 0
  }

  /// Sorts the names by pair, longest first, and enters the pairs.
  private mutating func sortNames() {
    // Pair and length as one integer: sorting integers is several times faster than sorting with a closure over names.
    var keys: [UInt64] = []
    keys.reserveCapacity(pairs.count)
    for (number, pair) in pairs.enumerated() where pair != 0 {
      let length = UInt64(min(range(of: number).count, 255))
      keys.append(UInt64(pair) << 32 | (255 - length) << 16 | UInt64(number))
    }
    keys.sort()
    order = keys.map { UInt16(truncatingIfNeeded: $0) }
    var previous: UInt32 = 0
    for (position, key) in keys.enumerated() {
      let pair = UInt32(key >> 32)
      guard pair != previous else { continue }
      previous = pair
      let hash = Self.hash(pair)
      pairBits[hash >> 6] |= 1 << UInt64(hash & 63)
      var slot = hash & slotMask
      while slotPairs[slot] != 0 { slot = (slot + 1) & slotMask }
      slotPairs[slot] = pair
      slotStarts[slot] = UInt32(position)
    }
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  /// Seventeen bits of a pair (Fibonacci hashing, Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private static func hash(_ pair: UInt32) -> Int {
    Int((pair &* 2_654_435_769) >> 15)
  }

  /// Calls `name(number, byte offset, byte length)` for each name found and `anchor(scalar, byte offset)` for each
  /// anchor character outside of names. After a name the search goes on behind it, except when the call says false: the
  /// name was not meant, and the next may begin inside it.
  ///
  /// - Complexity: O(bytes).
  @inline(__always)
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, name: (_ number: Int, _ offset: Int, _ length: Int) -> Bool,
    anchor: (_ scalar: UInt32, _ offset: Int) -> Void
  ) {
    anchorBits.withUnsafeBufferPointer { anchorBits in
      pairBits.withUnsafeBufferPointer { pairBits in
        var position = 0
        var (scalar, width) = text.isEmpty ? (0, 0) : UTF8Scan.scalar(in: text, at: 0)
        while position < text.count {
          let behind = position + width
          var (second, secondWidth) = behind < text.count ? UTF8Scan.scalar(in: text, at: behind) : (0, 0)
          var next = behind
          let pair = scalar << 16 | (second & 0xffff)
          let hash = Self.hash(pair)
          if pairBits[hash >> 6] & (1 << UInt64(hash & 63)) != 0,
            let (number, length) = longest(pair, hash: hash, in: text, at: position), name(number, position, length)
          {
            next = position + length
            (second, secondWidth) = next < text.count ? UTF8Scan.scalar(in: text, at: next) : (0, 0)
          } else if scalar < 0x1_0000, anchorBits[Int(scalar) >> 6] & (1 << UInt64(scalar & 63)) != 0 {
            anchor(scalar, position)
          }
          (position, scalar, width) = (next, second, secondWidth)
        }
      }
    }
  }

  /// The longest name of `pair` that stands at `position`.
  private func longest(_ pair: UInt32, hash: Int, in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (
    number: Int, length: Int
  )? {
    var slot = hash & slotMask
    while slotPairs[slot] != pair {
      guard slotPairs[slot] != 0 else { return nil }
      slot = (slot + 1) & slotMask
    }
    var index = Int(slotStarts[slot])
    while index < order.count {
      let number = Int(order[index])
      guard pairs[number] == pair else { return nil }
      let range = range(of: number)
      if position + range.count <= text.count {
        var same = true
        for (offset, byte) in zip(range.indices, position...) where bytes[offset] != text[byte] {
          same = false
          break
        }
        if same { return (number, range.count) }
      }
      index += 1
    }
    return nil
  }
}

/// Scalars out of UTF-8 that is known to be well formed, as the storage of a `String` is.
enum UTF8Scan {
  /// The scalar that begins at `position`, and its width in bytes.
  @inline(__always)
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> (scalar: UInt32, width: Int) {
    let first = UInt32(text[position])
    if first < 0x80 { return (first, 1) }
    @inline(__always) func next(_ offset: Int) -> UInt32 { UInt32(text[position + offset]) & 0x3f }
    if first >= 0xe0 && first < 0xf0 { return ((first & 0x0f) << 12 | next(1) << 6 | next(2), 3) }
    if first < 0xe0 { return ((first & 0x1f) << 6 | next(1), 2) }
    return ((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3), 4)
  }

  /// The scalar that ends before `position`, and its width in bytes; `nil` at the start.
  @inline(__always)
  static func scalar(in text: UnsafeBufferPointer<UInt8>, before position: Int) -> (scalar: UInt32, width: Int)? {
    var start = position - 1
    while start >= 0, text[start] & 0xc0 == 0x80 { start -= 1 }
    guard start >= 0 else { return nil }
    return scalar(in: text, at: start)
  }
}
