/// Bytes of a page file into text, whatever encoding a newsroom saved it in.
///
/// A byte order mark decides; without one UTF-8 wins when the bytes are UTF-8 or nearly so, then UTF-16 when zero bytes
/// stand where it puts them, then whichever of GB 18030 and Big5 yields commoner characters. What none of them explains is
/// no text.
public enum TextDecoding {
  /// Decodes a whole file.
  ///
  /// - Parameter bytes: the file's bytes.
  /// - Throws: `NotText` when the bytes are no text.
  /// - Complexity: O(bytes); UTF-8 without carriage returns is validated and copied once.
  public static func decode(_ bytes: [UInt8]) throws(NotText) -> DecodedText {
    if bytes.starts(with: [0xFF, 0xFE]) { return try utf16(bytes, .utf16LittleEndian) }
    if bytes.starts(with: [0xFE, 0xFF]) { return try utf16(bytes, .utf16BigEndian) }
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let zeros = ZeroBytes(bytes)
    if zeros.count == 0, let text = validUTF8(bytes, from: start) {
      return DecodedText(text: text, encoding: .utf8, damage: nil)
    }
    let census = UTF8Census(bytes, from: start)
    // ASCII in UTF-16 is UTF-8 as well, but half of it are zeros. Sequences of three bytes and more are no chance.
    let isUTF8 = census.invalid == 0 && (zeros.count * 100 <= bytes.count || zeros.count * 20 <= census.long)
    if !isUTF8, let encoding = zeros.encoding, let decoded = try? utf16(bytes, encoding), decoded.damage == nil {
      return decoded
    }
    let odd = census.controls + (isUTF8 ? 0 : zeros.count)
    if odd > 0 {
      // A stray control byte is damage; many, or zeros among bytes that are no UTF-8, are another kind of file.
      let isBinary = odd * 100 > bytes.count || (zeros.count > 0 && census.invalid > 0)
      if isBinary { throw NotText(byteOffset: min(zeros.first ?? bytes.count, census.firstOdd ?? bytes.count)) }
    }
    if start > 0 || census.isPlausible { return repairedUTF8(bytes, from: start, census) }
    if let decoded = ChineseDecoding.decode(bytes) { return decoded }
    // Neither: a few bytes of some other encoding among ASCII do not make a page unreadable.
    guard census.invalid * 10 <= bytes.count else { throw NotText(byteOffset: census.firstInvalid ?? 0) }
    return repairedUTF8(bytes, from: start, census)
  }

  /// Why bytes are no text.
  public struct NotText: Error, Hashable, Sendable {
    /// The first byte that speaks against text, counted from 0.
    public let byteOffset: Int
  }

  // MARK: UTF-8

  private static func validUTF8(_ bytes: [UInt8], from start: Int) -> String? {
    if bytes.holds(0x0D) { return String(validating: withoutReturns(bytes[start...]), as: UTF8.self) }
    return String(validating: bytes[start...], as: UTF8.self)
  }

  /// UTF-8 with U+FFFD for what is none.
  private static func repairedUTF8(_ bytes: [UInt8], from start: Int, _ census: UTF8Census) -> DecodedText {
    let text = String(decoding: withoutReturns(bytes[start...]), as: UTF8.self)
    let damage = census.firstInvalid.map { offset in
      DecodedText.Damage(count: census.stretches, byteOffset: offset, line: line(of: offset, in: bytes))
    }
    return DecodedText(text: text, encoding: .utf8, damage: damage)
  }

  /// The code units with `\r\n` and a lone `\r` as `\n`. In every encoding here both mean themselves wherever they stand.
  static func withoutReturns<Unit: FixedWidthInteger>(_ units: ArraySlice<Unit>) -> [Unit] {
    var result: [Unit] = []
    result.reserveCapacity(units.count)
    var afterReturn = false
    for unit in units {
      if unit == 0x0D {
        result.append(0x0A)
      } else if unit != 0x0A || !afterReturn {
        result.append(unit)
      }
      afterReturn = unit == 0x0D
    }
    return result
  }

  /// The line, counted from 1, that the byte at `offset` stands on.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    withoutReturns(bytes[..<offset]).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
  }

  // MARK: UTF-16

  private static func utf16(_ bytes: [UInt8], _ encoding: TextEncoding) throws(NotText) -> DecodedText {
    let high = encoding == .utf16BigEndian ? 0 : 1
    let units = stride(from: 0, to: bytes.count - 1, by: 2).map { at in
      UInt16(bytes[at + high]) << 8 | UInt16(bytes[at + 1 - high])
    }
    let controls = units.reduce(0) { $0 + ($1 < 0x20 && !(0x09...0x0D).contains($1) ? 1 : 0) }
    guard controls * 100 <= units.count else { throw NotText(byteOffset: 0) }
    var damage: DecodedText.Damage?
    if let index = firstLoneSurrogate(units) ?? (bytes.count % 2 == 1 ? units.count : nil) {
      let line = withoutReturns(units[..<index]).reduce(1) { $0 + ($1 == 0x0A ? 1 : 0) }
      damage = DecodedText.Damage(count: 1, byteOffset: index * 2, line: line)
    }
    let mended = withoutReturns(units[(units.first == 0xFEFF ? 1 : 0)...])
    return DecodedText(text: String(decoding: mended, as: UTF16.self), encoding: encoding, damage: damage)
  }

  private static func firstLoneSurrogate(_ units: [UInt16]) -> Int? {
    var index = 0
    while index < units.count {
      if UTF16.isLeadSurrogate(units[index]), index + 1 < units.count, UTF16.isTrailSurrogate(units[index + 1]) {
        index += 2
      } else if UTF16.isLeadSurrogate(units[index]) || UTF16.isTrailSurrogate(units[index]) {
        return index
      } else {
        index += 1
      }
    }
    return nil
  }
}
