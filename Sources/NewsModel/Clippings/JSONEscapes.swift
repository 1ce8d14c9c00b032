/// The `\` sequences of JSON strings (RFC 8259, section 7), both ways.
enum JSONEscapes {
  /// The bytes that `raw`, the inside of a JSON string, stands for; `nil` when a sequence is malformed or names half
  /// a surrogate pair, which no Swift text can hold.
  static func decoded(_ raw: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var position = 0
    while position < raw.count {
      guard raw[position] == UInt8(ascii: "\\") else {
        bytes.append(raw[position])
        position += 1
        continue
      }
      guard position + 1 < raw.count else { return nil }
      let letter = raw[position + 1]
      position += 2
      if letter == UInt8(ascii: "u") {
        guard let scalar = scalar(raw, &position) else { return nil }
        bytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      } else if let index = letters.firstIndex(of: letter) {
        bytes.append(meanings[index])
      } else {
        return nil
      }
    }
    return bytes
  }

  private static let letters = Array("\"\\/bfnrt".utf8)
  private static let meanings: [UInt8] = Array("\"\\/\u{8}\u{c}\n\r\t".utf8)

  /// The scalar of the four hexadecimal digits at `position`, or of two such sequences that are a surrogate pair.
  private static func scalar(_ raw: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> Unicode.Scalar? {
    guard let first = hex(raw, &position) else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard position + 1 < raw.count, raw[position] == UInt8(ascii: "\\"), raw[position + 1] == UInt8(ascii: "u")
    else { return nil }
    position += 2
    guard let second = hex(raw, &position), (0xDC00..<0xE000).contains(second) else { return nil }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
  }

  private static func hex(_ raw: UnsafeBufferPointer<UInt8>, _ position: inout Int) -> UInt32? {
    guard position + 4 <= raw.count else { return nil }
    var value: UInt32 = 0
    for byte in raw[position..<position + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, byte < 0x80 else { return nil }
      value = value << 4 | UInt32(digit)
    }
    position += 4
    return value
  }

  /// Appends `text` to `bytes` as a JSON string, quotes included.
  ///
  /// Only what must be escaped is, so that Chinese stays readable; and the three characters beyond ASCII that some
  /// programs take for line ends (U+0085, U+2028, U+2029), so that one clipping is one line to all of them.
  /// - Complexity: O(bytes of text).
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      for (position, byte) in utf8.enumerated() {
        let width = escapedWidth(utf8, at: position, byte)
        if width > 0 {
          bytes += utf8[start..<position]
          bytes += escape(byte, width: width, last: utf8[position + width - 1])
          start = position + width
        }
      }
      bytes += utf8[start...]
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes at `position` must be escaped as one character; 0 when none.
  @inline(__always)
  private static func escapedWidth(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int, _ byte: UInt8) -> Int {
    if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return 1 }
    if byte == 0xC2 { return utf8[position + 1] == 0x85 ? 2 : 0 }
    guard byte == 0xE2, utf8[position + 1] == 0x80 else { return 0 }
    return utf8[position + 2] == 0xA8 || utf8[position + 2] == 0xA9 ? 3 : 0
  }

  private static func escape(_ byte: UInt8, width: Int, last: UInt8) -> [UInt8] {
    if width == 2 { return Array("\\u0085".utf8) }
    if width == 3 { return Array((last == 0xA8 ? "\\u2028" : "\\u2029").utf8) }
    if byte != UInt8(ascii: "/"), let index = meanings.firstIndex(of: byte) {
      return [UInt8(ascii: "\\"), letters[index]]
    }
    let digits = Array("0123456789abcdef".utf8)
    return Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }
}
