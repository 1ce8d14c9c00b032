/// What a Unicode scalar is to a reader of newspaper pages; a scalar may be several things.
struct CharacterClass: OptionSet, Sendable {
  let rawValue: UInt8

  static let han = CharacterClass(rawValue: 1 << 0)
  static let digit = CharacterClass(rawValue: 1 << 1)
  static let latin = CharacterClass(rawValue: 1 << 2)
  static let space = CharacterClass(rawValue: 1 << 3)
  /// Ends a sentence: 。！？ and their ASCII forms, ……
  static let terminal = CharacterClass(rawValue: 1 << 4)
  /// Closes a quotation or bracket; straight quotes close as well as open.
  static let closer = CharacterClass(rawValue: 1 << 5)
  static let opener = CharacterClass(rawValue: 1 << 6)
  /// Divides a sentence: ，、；： and their ASCII forms.
  static let comma = CharacterClass(rawValue: 1 << 7)

  /// The class of a scalar, given as its code point.
  ///
  /// - Complexity: O(1): one table of 64 KB for the Basic Multilingual Plane; all of planes 2 and 3 is Han.
  @inline(__always)
  static func of(_ scalar: UInt32) -> CharacterClass {
    if scalar < 0x10000 { return CharacterClass(rawValue: table[Int(scalar)]) }
    return (0x20000..<0x40000).contains(scalar) ? .han : []
  }

  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 0x10000)
    func set(_ ranges: [ClosedRange<UInt32>], _ kind: CharacterClass) {
      for range in ranges {
        for scalar in range { table[Int(scalar)] |= kind.rawValue }
      }
    }
    func set(_ text: String, _ kind: CharacterClass) {
      for scalar in text.unicodeScalars { table[Int(scalar.value)] |= kind.rawValue }
    }
    set([0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF], .han)
    set("〇々", .han)
    set([0x30...0x39, 0xFF10...0xFF19], .digit)
    set([0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A], .latin)
    // Unicode's White_Space property, and the byte order mark.
    set([0x09...0x0D, 0x1C...0x20, 0x85...0x85, 0xA0...0xA0, 0x2000...0x200A, 0x2028...0x2029], .space)
    set("\u{3000}\u{FEFF}\u{202F}\u{205F}\u{1680}", .space)
    set("。！？!?…．｡", .terminal)
    set("”’」』）)】》〉〕｝}]\"'", .closer)
    set("“‘「『（(【《〈〔｛{[\"'", .opener)
    set("，,、；;：:", .comma)
    return table
  }()
}
