import Platform

/// Signs: line ends that are none of `\n`, characters that show nothing, several code points of one character.
extension PrintText {
  /// Makes every line end `\n`; a form feed opens a line, and Ctrl-Z at the end goes.
  mutating func mendBreaks() {
    let end = scalars.lastIndex { $0 != 0x1A && !CharacterClass.of($0).contains(.space) } ?? -1
    let source = scalars
    replaceEach(.breaks) { scalar, index in
      switch scalar {
      case 0x0B, 0x85, 0x2028, 0x2029: [0x0A]
      case 0x0C where index > 0 && source[index - 1] != 0x0A && source[index - 1] != 0x0C: [0x0A, 0x0C]
      case 0x1A where index > end: []
      default: nil
      }
    }
  }

  /// Leaves out what shows nothing.
  mutating func dropInvisible() {
    let source = scalars
    replaceEach(.dropped) { scalar, index in
      switch scalar {
      case 0x00, 0xAD, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF,
        0xE0100...0xE01EF:
        []
      // Joiners shape some scripts and emoji; Han and ASCII have nothing to join.
      case 0x200C, 0x200D: index == 0 || Self.needsNoJoiner(source[index - 1]) ? [] : nil
      default: nil
      }
    }
  }

  private static func needsNoJoiner(_ scalar: UInt32) -> Bool {
    scalar < 0x80 || (scalar >= 0x2E80 && scalar < 0xFB00) || (scalar & 0xFF00) == 0xFF00
  }

  /// Writes each sign with the code point that everybody writes it with.
  mutating func mendSigns() {
    replaceEach(.signs) { scalar, _ in Self.usual(scalar) }
    for (index, scalar) in scalars.enumerated() where (0xE000...0xF8FF).contains(scalar) {
      note(index, .privateUse)
    }
  }

  /// The characters, folded, that stand for squared ones and ligatures.
  static let squaredLetters: Set<UInt32> = {
    let variants =
      [0x32C0...0x32CF, 0x32FF...0x33FF, 0xFB00...0xFB06].joined() as FlattenSequence<[ClosedRange<UInt32>]>
    return Set(variants.flatMap { usual($0) ?? [] }.map { $0 < 0x10000 ? UInt32(FoldTable.units[Int($0)]) : $0 })
  }()

  /// What stands for a scalar that hardly anybody writes; `nil` for all others.
  static func usual(_ scalar: UInt32) -> [UInt32]? {
    switch scalar {
    case 0x2E80...0x2FDF, 0x31C0...0x31EF, 0xE000...0xFAFF, 0xFE10...0xFE6F:
      return VariantTable.lookalikes[scalar].map { [$0] }
    case 0x32C0...0x32CF, 0x32FF...0x33FF: return squared(scalar)
    case 0xFB00...0xFB06, 0xFF61...0xFF65, 0x2F800...0x2FA1F: return compatible(scalar)
    default: return nil
    }
  }

  /// Units and days that are set into one square: ㎏ is kg, ㎡ is m², ㏠ is 1日.
  private static func squared(_ scalar: UInt32) -> [UInt32]? {
    compatible(scalar)?.map { part in
      switch part {
      case 0x2215: 0x2F
      case 0x32 where (0x3371...0x33DF).contains(scalar): 0xB2
      case 0x33 where (0x3371...0x33DF).contains(scalar): 0xB3
      default: part
      }
    }
  }

  /// Unicode's own mapping for compatibility.
  private static func compatible(_ scalar: UInt32) -> [UInt32]? { compatibility[scalar] }

  private static let compatibility: [UInt32: [UInt32]] = {
    func text(_ data: StaticString) -> String { data.withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
    let signs = text(CompatibilityText.signs).split(whereSeparator: \.isWhitespace)
    let ideographs = text(CompatibilityText.ideographs).split(separator: "\n").joined().map { Substring(String($0)) }
    let mapped =
      zip(CompatibilityText.signRanges.joined(), signs).map { ($0, $1) }
      + zip(CompatibilityText.ideographRange, ideographs).map { ($0, $1) }
    return Dictionary(uniqueKeysWithValues: mapped.map { ($0, $1.unicodeScalars.map(\.value)) })
  }()
}

extension String {
  /// The text with each sign as reading writes it, so that a query for ㎏ finds what was printed so.
  var withUsualSigns: String {
    guard unicodeScalars.contains(where: { PrintText.usual($0.value) != nil }) else { return self }
    return unicodeScalars.flatMap { PrintText.usual($0.value) ?? [$0.value] }[...].string
  }
}
