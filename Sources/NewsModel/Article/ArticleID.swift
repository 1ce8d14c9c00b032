/// Ids made of articles' own texts.
enum ArticleID {
  /// For each of `articles`, given by its parts, its id: FNV-1a (64 bit, http://www.isthe.com/chongo/tech/comp/fnv/) over
  /// the UTF-8 bytes of their texts without white space, `*` and `#`, so that re-wrapping a page keeps its ids.
  ///
  /// - Returns: sixteen hexadecimal digits each.
  /// - Complexity: O(bytes of text).
  static func of(_ articles: [[Part]]) -> [String] {
    var bytes: [UInt8] = []
    var texts: [Range<Int>] = []
    for parts in articles {
      let start = bytes.count
      for part in parts { bytes.append(contentsOf: part.text.utf8) }
      texts.append(start..<bytes.count)
    }
    // Texts of about the same length together, as they are hashed in pairs.
    let order = texts.indices.sorted { texts[$0].count < texts[$1].count }
    var ids = [String](repeating: "", count: texts.count)
    bytes.withUnsafeBufferPointer { bytes in
      for first in stride(from: 0, to: order.count, by: 2) {
        let second = first + 1
        let other = second < order.count ? texts[order[second]] : 0..<0
        let hashes = hashes(of: bytes[texts[order[first]]], bytes[other])
        ids[order[first]] = digits(hashes.0)
        if second < order.count { ids[order[second]] = digits(hashes.1) }
      }
    }
    return ids
  }

  private static let basis: UInt64 = 0xcbf2_9ce4_8422_2325

  /// The hashes of two texts. Each step waits for the multiplication of the one before: two side by
  /// side take hardly longer than one.
  private static func hashes(
    of first: Slice<UnsafeBufferPointer<UInt8>>, _ second: Slice<UnsafeBufferPointer<UInt8>>
  ) -> (UInt64, UInt64) {
    let (first, second) = (UnsafeBufferPointer(rebasing: first), UnsafeBufferPointer(rebasing: second))
    var hashes = (basis, basis)
    let both = min(first.count, second.count)
    for index in 0..<both {
      add(first[index], to: &hashes.0)
      add(second[index], to: &hashes.1)
    }
    for index in both..<first.count { add(first[index], to: &hashes.0) }
    for index in both..<second.count { add(second[index], to: &hashes.1) }
    return hashes
  }

  @inline(__always)
  private static func add(_ byte: UInt8, to hash: inout UInt64) {
    guard byte > UInt8(ascii: "*") || counts(byte) else { return }
    hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }

  /// Whether a byte up to `*` is part of the text's identity.
  private static func counts(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "*") && byte != UInt8(ascii: "#")
  }

  private static func digits(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
