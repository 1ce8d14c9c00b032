/// Text in traditional characters as the gazetteer writes it, byte for byte at the same offsets.
///
/// Han characters of the Basic Multilingual Plane take three bytes each in both forms, so that what is found in one is
/// found at the same place of the other.
enum SimplifiedText {
  /// The Han characters that simplifying changes into another.
  static let traditional: [Unicode.Scalar] = FoldTable.units.indices.filter(changes).compactMap {
    Unicode.Scalar(UInt32($0))
  }

  /// Whether simplifying changes `scalar`.
  static func isTraditional(_ scalar: UInt32) -> Bool {
    scalar < 0x1_0000 && changes(Int(scalar))
  }

  private static func changes(_ unit: Int) -> Bool {
    guard isHan(unit) else { return false }
    let folded = Int(FoldTable.units[unit])
    return folded != unit && isHan(folded)
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

  private static func isHan(_ unit: Int) -> Bool { (0x3400...0x9fff).contains(unit) }
}
