/// A set of names and of characters to stop at that are found in UTF-8 text in one pass, leftmost and longest first.
///
/// Most pairs of characters of running text begin no name: one bit by a hash of the pair dismisses nearly all of them, and
/// only then names are compared byte by byte. A name has at least two scalars, the first two below U+10000.
struct NameTable: Sendable {
  /// A bit for each hashed pair of first scalars: sixteen kilobytes, which stay in the first cache, and one pair of
  /// running text in twenty that passes without being a name's.
  private var pairBits = [UInt64](repeating: 0, count: 2048)
  /// A bit for each scalar to stop at.
  private var stopBits = [UInt64](repeating: 0, count: 1024)
  /// Pairs by hash, with open addressing.
  private var slots: [Slot]
  /// The names by pair, the longest of a pair first.
  private var entries: [Entry] = []
  /// The names' bytes, one after the other.
  private let bytes: [UInt8]

  /// A pair, and which of `entries` begin with it; 0 for no pair.
  private struct Slot {
    var pair: UInt32 = 0
    var first: UInt16 = 0
    var count: UInt16 = 0
  }

  /// A name: its number, and where it stands in `bytes`.
  private struct Entry {
    let number: UInt16
    let length: UInt16
    let start: UInt32
  }

  /// Creates a table of names that also stops at `stops`.
  ///
  /// - Parameters:
  ///   - names: the names' UTF-8 bytes, one after the other; a name's number is its place in the row. Names that cannot
  ///     be looked for are passed over.
  ///   - ends: for each name the offset behind it.
  /// - Complexity: O(n log n) in the number of names.
  init(names: [UInt8], ends: [UInt32], stops: [Unicode.Scalar]) {
    precondition(ends.count <= Int(UInt16.max), "name numbers have 16 bits")
    var capacity = 1024
    while capacity < ends.count * 2 { capacity *= 2 }
    slots = Array(repeating: Slot(), count: capacity)
    bytes = names
    names.withUnsafeBufferPointer { enter($0, ends) }
    for stop in stops where stop.value < 0x1_0000 {
      stopBits[Int(stop.value) >> 6] |= 1 << UInt64(stop.value & 63)
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

  /// Sorts the names by pair, longest first, and enters their pairs.
  private mutating func enter(_ bytes: UnsafeBufferPointer<UInt8>, _ ends: [UInt32]) {
    // Pair and length as one integer: sorting integers is several times faster than sorting with a closure over names.
    var keys: [UInt64] = []
    keys.reserveCapacity(ends.count)
    var start = 0
    for (number, end) in ends.enumerated() {
      let name = start..<Int(end)
      start = Int(end)
      let pair = Self.pair(of: UnsafeBufferPointer(rebasing: bytes[name]))
      guard pair != 0, name.count <= Int(UInt16.max) else { continue }
      keys.append(UInt64(pair) << 32 | UInt64(UInt16.max - UInt16(name.count)) << 16 | UInt64(number))
    }
    keys.sort()
    entries.reserveCapacity(keys.count)
    var slot = 0
    for key in keys {
      let number = Int(key & 0xffff)
      let start = number == 0 ? 0 : ends[number - 1]
      let pair = UInt32(key >> 32)
      if slots[slot].pair != pair {
        let hash = Self.hash(Self.pairBytes(in: bytes, at: Int(start)))
        pairBits[hash >> 6] |= 1 << UInt64(hash & 63)
        slot = hash & (slots.count - 1)
        while slots[slot].pair != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = Slot(pair: pair, first: UInt16(entries.count))
      }
      slots[slot].count += 1
      entries.append(Entry(number: UInt16(number), length: UInt16(ends[number] - start), start: start))
    }
  }

  /// Seventeen bits of a pair's bytes (Fibonacci hashing, Knuth, The Art of Computer Programming 3, 6.4).
  @inline(__always)
  private static func hash(_ pairBytes: UInt64) -> Int {
    Int((pairBytes &* 0x9e37_79b9_7f4a_7c15) >> 47)
  }

  /// The bytes of the two scalars that begin at `position` as one number, the first byte lowest; of the last scalar alone
  /// at the end.
  private static func pairBytes(in text: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt64 {
    var end = position
    for _ in 0..<2 where end < text.count { end += UTF8Scan.scalar(in: text, at: end).width }
    var number: UInt64 = 0
    for byte in text[position..<end].reversed() { number = number << 8 | UInt64(byte) }
    return number
  }

  /// Calls `name(number, byte offset, byte length)` for each name found and `stop(scalar, byte offset)` for each
  /// character to stop at outside of names. After a name the search goes on behind it, except when the call says false:
  /// the name was not meant, and the next may begin inside it.
  ///
  /// - Complexity: O(bytes). Where two characters of three bytes follow each other, as nearly everywhere, they are taken
  ///   from one word of memory and not told apart until their hash says that a name may begin with them.
  @inline(__always)
  func scan(
    _ text: UnsafeBufferPointer<UInt8>, name: (_ number: Int, _ offset: Int, _ length: Int) -> Bool,
    stop: (_ scalar: UInt32, _ offset: Int) -> Void
  ) {
    let raw = UnsafeRawBufferPointer(text)
    stopBits.withUnsafeBufferPointer { stopBits in
      pairBits.withUnsafeBufferPointer { pairBits in
        var position = 0
        while position < text.count {
          let pairBytes: UInt64
          let scalar: UInt32
          var width = 3
          let word =
            position + 8 <= text.count
            ? UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: position, as: UInt64.self)) : 0
          if word & 0xf000_00f0 == 0xe000_00e0 {
            pairBytes = word & 0xffff_ffff_ffff
            let bytes = UInt32(truncatingIfNeeded: word)
            scalar = (bytes & 0x0f) << 12 | (bytes >> 8 & 0x3f) << 6 | bytes >> 16 & 0x3f
          } else {
            pairBytes = Self.pairBytes(in: text, at: position)
            (scalar, width) = UTF8Scan.scalar(in: text, at: position)
          }
          let hash = Self.hash(pairBytes)
          if pairBits[hash >> 6] & (1 << UInt64(hash & 63)) != 0,
            let (number, length) = longest(scalar, width, hash: hash, in: text, at: position),
            name(number, position, length)
          {
            position += length
            continue
          }
          if scalar < 0x1_0000, stopBits[Int(scalar) >> 6] & (1 << UInt64(scalar & 63)) != 0 {
            stop(scalar, position)
          }
          position += width
        }
      }
    }
  }

  /// The longest name that stands at `position`, where `first` stands.
  private func longest(
    _ first: UInt32, _ width: Int, hash: Int, in text: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (number: Int, length: Int)? {
    guard position + width < text.count else { return nil }
    let pair = first << 16 | (UTF8Scan.scalar(in: text, at: position + width).scalar & 0xffff)
    var number = hash & (slots.count - 1)
    while slots[number].pair != pair {
      guard slots[number].pair != 0 else { return nil }
      number = (number + 1) & (slots.count - 1)
    }
    let slot = slots[number]
    for index in Int(slot.first)..<Int(slot.first) + Int(slot.count) {
      let entry = entries[index]
      let length = Int(entry.length)
      guard position + length <= text.count else { continue }
      let isSame = bytes.withUnsafeBufferPointer { bytes in
        (0..<length).allSatisfy { bytes[Int(entry.start) + $0] == text[position + $0] }
      }
      if isSame { return (Int(entry.number), length) }
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
