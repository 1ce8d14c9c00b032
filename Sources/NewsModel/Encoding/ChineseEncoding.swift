/// The characters of an encoding in which bytes from 81 on begin characters of two bytes, or in GB 18030 of four.
///
/// Own tables, for the C library's converters are files that many systems leave out.
struct ChineseEncoding: Sendable {
  let name: TextEncoding
  /// The characters of two bytes, first byte by first byte; U+FFFD for what is none.
  private let pairs: [Unicode.Scalar]
  /// The first of the second bytes beyond 7E.
  private let highTrail: UInt8
  /// So many characters begin with one byte.
  private let trailCount: Int

  static let gb18030 = ChineseEncoding(.gb18030, GB18030Text.rows, highTrail: 0x80)
  static let big5 = ChineseEncoding(.big5, Big5Text.rows, highTrail: 0xA1)

  private init(_ name: TextEncoding, _ rows: StaticString, highTrail: UInt8) {
    self.name = name
    self.highTrail = highTrail
    trailCount = 0x7F - 0x40 + 0xFF - Int(highTrail)
    pairs = rows.withUTF8Buffer { bytes in
      Array(String(decoding: bytes, as: UTF8.self).unicodeScalars).filter { $0 != "\n" }
    }
  }

  /// The whole text; `nil` when some bytes are no characters.
  func decode(_ bytes: [UInt8]) -> String? {
    var text = String.UnicodeScalarView()
    return append(bytes[...], to: &text) ? String(text) : nil
  }

  /// Appends the characters of `bytes`, or nothing when some bytes are none; whether they all are.
  func append(_ bytes: ArraySlice<UInt8>, to text: inout String.UnicodeScalarView) -> Bool {
    let before = text.endIndex
    var at = bytes.startIndex
    while at < bytes.endIndex {
      guard let (scalar, length) = character(bytes[at...]) else {
        text.removeSubrange(before...)
        return false
      }
      text.append(scalar)
      at += length
    }
    return true
  }

  /// The character that `bytes`, at least one, begin with, and how many of them it takes; `nil` when they begin with none.
  func character(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, length: Int)? {
    let lead = bytes[bytes.startIndex]
    if lead < 0x80 { return (Unicode.Scalar(lead), 1) }
    if lead == 0x80, name == .gb18030 { return ("€", 1) }
    guard (0x81...0xFE).contains(lead), bytes.count > 1 else { return nil }
    let trail = bytes[bytes.startIndex + 1]
    let column: Int
    switch trail {
    case 0x40...0x7E: column = Int(trail) - 0x40
    case highTrail...0xFE: column = Int(trail) - Int(highTrail) + 0x7F - 0x40
    default: return fourByteCharacter(bytes).map { ($0, 4) }
    }
    let scalar = pairs[(Int(lead) - 0x81) * trailCount + column]
    return scalar == "\u{FFFD}" ? nil : (scalar, 2)
  }

  /// The character of four bytes of GB 18030 that `bytes` begin with.
  private func fourByteCharacter(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    guard name == .gb18030, bytes.count >= 4 else { return nil }
    var number = 0
    for (index, byte) in bytes.prefix(4).enumerated() {
      let digits: ClosedRange<UInt8> = index % 2 == 0 ? 0x81...0xFE : 0x30...0x39
      guard digits.contains(byte) else { return nil }
      number = number * digits.count + Int(byte - digits.lowerBound)
    }
    if number < Self.basicPlane.count { return Unicode.Scalar(Self.basicPlane[number]) }
    // The other planes follow one another from 90 30 81 30 on.
    return number < 189_000 ? nil : Unicode.Scalar(UInt32(number - 189_000 + 0x1_0000))
  }

  /// The characters of four bytes in plane 0, in their order: those that had none of two bytes in the first edition, which put some into
  /// the private use area (E000…E864) that Unicode came to have itself. Of that area, `unassigned` has four bytes.
  private static let basicPlane: [UInt16] = {
    var isPair = [Bool](repeating: false, count: 0x1_0000)
    for scalar in gb18030.pairs where scalar.value <= 0xFFFF { isPair[Int(scalar.value)] = true }
    for late in [0x1E3F...0x1E3F, 0x9FB4...0x9FBB, 0xFE10...0xFE19] { for value in late { isPair[value] = false } }
    let unassigned = [
      0xE76C...0xE76C, 0xE7C8...0xE7C8, 0xE7E7...0xE7F3, 0xE815...0xE815, 0xE819...0xE81D, 0xE81F...0xE825,
      0xE827...0xE82A, 0xE82D...0xE830, 0xE833...0xE83A, 0xE83C...0xE842, 0xE844...0xE853, 0xE856...0xE863,
    ]
    return (0x80...0xFFFF).filter { value in
      !isPair[value] && (!(0xD800...0xE864).contains(value) || unassigned.contains { $0.contains(value) })
    }
    // ḿ, the only one that has changed places with its stand-in.
    .map { $0 == 0x1E3F ? 0xE7C7 : UInt16($0) }
  }()
}
