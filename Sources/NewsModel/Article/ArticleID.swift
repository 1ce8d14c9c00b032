/// Ids made of an article's own text.
enum ArticleID {
  /// The id of an article with these parts: FNV-1a (64 bit, http://www.isthe.com/chongo/tech/comp/fnv/) over the UTF-8
  /// bytes of their texts without white space, `*` and `#`, so that re-wrapping a page keeps its ids.
  ///
  /// - Returns: sixteen hexadecimal digits.
  /// - Complexity: O(bytes of text).
  static func of(_ parts: [Part]) -> String {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for part in parts {
      var text = part.text
      text.withUTF8 { bytes in
        for byte in bytes where byte > UInt8(ascii: "*") || counts(byte) {
          hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
        }
      }
    }
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether a byte up to `*` is part of the text's identity.
  private static func counts(_ byte: UInt8) -> Bool {
    byte > 0x20 && byte != UInt8(ascii: "*") && byte != UInt8(ascii: "#")
  }
}
