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

  /// All white space.
  static let spaces: [UInt32] = (0..<0x10000).filter { of($0).contains(.space) }

  /// The class of a scalar, given as its code point.
  ///
  /// All of planes 2 and 3 is Han.
  @inline(__always)
  static func of(_ scalar: UInt32) -> CharacterClass {
    // Five of six scalars of a page: told without a look at memory.
    scalar &- 0x4E00 < 0x5200 ? .han : ofOthers(scalar)
  }

  private static func ofOthers(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x30...0x39, 0xFF10...0xFF19: .digit
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .latin
    case 0xFF0C, 0x2C, 0x3001, 0xFF1B, 0x3B, 0xFF1A, 0x3A: .comma  // ，, 、 ；; ：:
    case 0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x2026, 0xFF0E, 0xFF61: .terminal  // 。 ！ ？ ! ? … ． ｡
    case 0x22, 0x27: [.opener, .closer]  // " '
    // ” ’ 」 』 ） ) 】 》 〉 〕 ｝ } ]
    case 0x201D, 0x2019, 0x300D, 0x300F, 0xFF09, 0x29, 0x3011, 0x300B, 0x3009, 0x3015, 0xFF5D, 0x7D, 0x5D: .closer
    // “ ‘ 「 『 （ ( 【 《 〈 〔 ｛ { [
    case 0x201C, 0x2018, 0x300C, 0x300E, 0xFF08, 0x28, 0x3010, 0x300A, 0x3008, 0x3014, 0xFF5B, 0x7B, 0x5B: .opener
    // Unicode's White_Space property, the information separators, and the byte order mark.
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF:
      .space
    case 0x3400...0x4DBF, 0x4E00...0x9FFF, 0xF900...0xFAFF, 0x3007, 0x3005, 0x20000..<0x40000: .han  // 〇 々
    default: []
    }
  }
}
