/// Text in traditional characters as the gazetteer writes it, byte for byte at the same offsets.
///
/// Han characters of the Basic Multilingual Plane take three bytes each in both forms, so that what is found in one is
/// found at the same place of the other.
enum SimplifiedText {
  /// Whether simplifying would change `text`.
  ///
  /// - Complexity: O(bytes), about half a nanosecond each.
  static func changes(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    changing.withUnsafeBufferPointer { changing in
      var position = 0
      while position < text.count {
        let first = text[position]
        if first < 0x80 {
          position += 1
        } else if first >= 0xe0 && first < 0xf0 {
          let scalar = Int(first & 0x0f) << 12 | Int(text[position + 1] & 0x3f) << 6 | Int(text[position + 2] & 0x3f)
          if changing[scalar >> 6] & (1 << UInt64(scalar & 63)) != 0 { return true }
          position += 3
        } else {
          position += first < 0xe0 ? 2 : 4
        }
      }
      return false
    }
  }

  /// Calls `body` with the UTF-8 bytes of `text`, or of its simplified form.
  static func withUTF8<Result>(
    of text: String, simplifying: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result {
    var text = text
    return text.withUTF8 { bytes in
      simplifying ? of(bytes).withUnsafeBufferPointer(body) : body(bytes)
    }
  }

  /// The simplified form of `text`.
  ///
  /// - Complexity: O(bytes).
  static func of(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var simplified = Array(text)
    let table = FoldTable.units
    var position = 0
    while position < text.count {
      let (scalar, width) = UTF8Scan.scalar(in: text, at: position)
      if width == 3, isHan(Int(scalar)) {
        let unit = table[Int(scalar)]
        simplified[position] = 0xe0 | UInt8(unit >> 12)
        simplified[position + 1] = 0x80 | UInt8(unit >> 6 & 0x3f)
        simplified[position + 2] = 0x80 | UInt8(unit & 0x3f)
      }
      position += width
    }
    return simplified
  }

  /// A bit for each Han character that folding changes into another.
  private static let changing: [UInt64] = {
    var bits = [UInt64](repeating: 0, count: 1024)
    for (unit, folded) in FoldTable.units.enumerated() where Int(folded) != unit && isHan(unit) && isHan(Int(folded)) {
      bits[unit >> 6] |= 1 << UInt64(unit & 63)
    }
    return bits
  }()

  private static func isHan(_ unit: Int) -> Bool { (0x3400...0x9fff).contains(unit) }
}
