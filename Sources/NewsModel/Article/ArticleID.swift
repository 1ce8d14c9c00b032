/// Ids made of articles' own texts.
enum ArticleID {
  /// For each of `articles`, given by its parts, its id as a number: FNV-1a (64 bit, http://www.isthe.com/chongo/tech/comp/fnv/) over
  /// the UTF-8 bytes of their texts without white space, `*` and `#`, so that re-wrapping a page keeps its ids.
  ///
  /// - Complexity: O(bytes of text).
  static func numbers(of articles: [[Part]]) -> [UInt64] {
    var bytes: [UInt8] = []
    var texts: [Range<Int>] = []
    for parts in articles {
      let start = bytes.count
      for part in parts { bytes.append(contentsOf: part.text.utf8) }
      texts.append(start..<bytes.count)
    }
    // Texts of about the same length together, as they are hashed in pairs.
    let order = texts.indices.sorted { texts[$0].count < texts[$1].count }
    var ids = [UInt64](repeating: 0, count: texts.count)
    bytes.withUnsafeBufferPointer { bytes in
      for first in stride(from: 0, to: order.count, by: 2) {
        let second = first + 1
        let other = second < order.count ? texts[order[second]] : 0..<0
        let hashes = hashes(of: bytes[texts[order[first]]], bytes[other])
        ids[order[first]] = hashes.0
        if second < order.count { ids[order[second]] = hashes.1 }
      }
    }
    return ids
  }

  /// The hashes of two texts. Each step waits for the multiplication of the one before: two side by
  /// side take hardly longer than one.
  private static func hashes(
    of first: Slice<UnsafeBufferPointer<UInt8>>, _ second: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (UInt64, UInt64) {
    let (first, second) = (UnsafeBufferPointer(rebasing: first), UnsafeBufferPointer(rebasing: second))
    var hashes = (FNV1a(), FNV1a())
    let both = min(first.count, second.count)
    for index in 0..<both {
      add(first[index], to: &hashes.0)
      add(second[index], to: &hashes.1)
    }
    for index in both..<first.count { add(first[index], to: &hashes.0) }
    for index in both..<second.count { add(second[index], to: &hashes.1) }
    return (hashes.0.value, hashes.1.value)
  }

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout FNV1a) {
    guard byte > UInt8(ascii: "*") || counts(byte) else { return }
    hash.combine(byte)
  }

  /// Whether a byte up to `*` is part of the text's identity.
  private static func counts(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "*") && byte != UInt8(ascii: "#")
  }

  /// An id as it is shown: sixteen hexadecimal digits.
  static func digits(_ number: UInt64) -> String {
    String(unsafeUninitializedCapacity: digitCount) { buffer in
      for place in 0..<digitCount {
        let digit = UInt8(number >> UInt64(60 - 4 * place) & 15)
        buffer[place] = digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10
      }
      return digitCount
    }
  }

  /// The numbers of the ids that begin with `digits`; `nil` where no id does.
  static func numbers(beginningWith digits: String) -> ClosedRange<UInt64>? {
    guard digits.utf8.count <= digitCount else { return nil }
    var number: UInt64 = 0
    for digit in digits.utf8 {
      switch digit {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): number = number << 4 | UInt64(digit - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): number = number << 4 | UInt64(digit - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    guard !digits.isEmpty else { return 0...UInt64.max }
    let open = UInt64(4 * (digitCount - digits.utf8.count))
    return number << open...(number << open | (1 << open - 1))
  }

  private static let digitCount = 16
}
