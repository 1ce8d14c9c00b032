/// What each UTF-16 code unit becomes when text is folded for comparison.
///
/// Folding makes equal what a reader takes for the same: letter case, full and half width, traditional and simplified
/// characters, the code points of one sign: quotes, dashes, interpuncts. Every unit maps to one unit or to nothing, so a fold never grows a text.
enum FoldTable {
  /// The unit of text that disappears: controls, zero-width and formatting characters.
  static let dropped: UInt16 = 0
  /// What every white space character, the line break included, becomes.
  static let space: UInt16 = 0x20

  /// The folded unit for each of the 65,536 units; surrogates stand for themselves.
  ///
  /// Built once, on first use, in well under a millisecond.
  static let units: [UInt16] = makeUnits()

  /// Whether a folded unit belongs to a script whose words are separated by spaces (Latin, Greek, Cyrillic, Hangul,
  /// digits). White space counts only between two of these.
  @inline(__always)
  static func isSpaced(_ unit: UInt16) -> Bool {
    if unit < 0x80 {
      return (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a)
    }
    return (unit >= 0xc0 && unit < 0x2000) || (unit >= 0xac00 && unit < 0xd7a4)
  }

  /// Whether a folded unit is a Han character, kana or a mark of theirs: neither white space nor `isSpaced`.
  @inline(__always)
  static func isWide(_ unit: UInt16) -> Bool { unit &- 0x2e80 < 0x7e80 }

  private static func makeUnits() -> [UInt16] {
    var units = (0...UInt16.max).map { $0 }
    func drop(_ range: ClosedRange<Int>) {
      for unit in range { units[unit] = dropped }
    }
    drop(0x00...0x1f)
    drop(0x7f...0x9f)
    drop(0xad...0xad)
    drop(0x200b...0x200f)
    drop(0x202a...0x202e)
    drop(0x2060...0x206f)
    drop(0xfe00...0xfe0f)
    drop(0xfeff...0xfeff)
    for value in [
      0x09...0x0d, 0x85...0x85, 0xa0...0xa0, 0x1680...0x1680, 0x2000...0x200a, 0x2028...0x2029,
      0x202f...0x202f, 0x205f...0x205f, 0x3000...0x3000,
    ].joined() {
      units[value] = space
    }
    // Scripts with letter case: Latin to Cyrillic and Armenian, Latin Additional and Greek Extended, letter-like symbols.
    for value in [0x41...0x5a, 0xc0...0x58f, 0x1e00...0x1fff, 0x2100...0x218f].joined() {
      guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
      let lower = scalar.properties.lowercaseMapping.utf16
      if lower.count == 1, let unit = lower.first { units[value] = unit }
    }
    addPairs(of: VariantTable.traditional, to: &units)
    addPairs(of: VariantTable.halfWidth, to: &units)
    for (variant, character) in VariantTable.lookalikes { units[Int(variant)] = UInt16(character) }
    for unit in 0xff01...0xff5e { units[unit] = units[unit - 0xfee0] }
    for (signs, unit) in signs {
      for sign in signs.utf16 { units[Int(sign)] = unit }
    }
    // A variant of a variant: ﹐ is ， and so a comma.
    for unit in units.indices { units[unit] = units[Int(units[unit])] }
    return units
  }

  /// Code points that readers and OCR take for one sign, and the unit that stands for all of them.
  private static let signs: [(variants: String, unit: UInt16)] = [
    ("“”„‟〝〞", 0x22), ("‘’‚‛", 0x27),
    // The interpunct of names is printed as any dot: 买买提•艾力, 买买提．艾力.
    ("·•・‧∙⋅", 0x2e),
    ("‐‑‒–—―−", 0x2d), ("〜∼˜⁓", 0x7e), ("〇○◯", 0x96f6), ("²", 0x32), ("³", 0x33), ("¹", 0x31),
    ("￠", 0xa2), ("￡", 0xa3), ("￥", 0xa5),
  ]

  private static func addPairs(of table: String, to units: inout [UInt16]) {
    var variant: UInt16?
    for unit in table.utf16 where unit > 0x20 {
      if let from = variant {
        units[Int(from)] = unit
        variant = nil
      } else {
        variant = unit
      }
    }
  }
}
