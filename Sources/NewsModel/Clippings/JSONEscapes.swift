/// The `\` sequences of JSON strings (RFC 8259, section 7), both ways.
enum JSONEscapes {
  /// The width in bytes of the sequence that begins with the `\` at `position`; `nil` when it is malformed or names
  /// half a surrogate pair, which no Swift text can hold.
  static func width(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    guard position + 1 < bytes.count else { return nil }
    guard bytes[position + 1] == UInt8(ascii: "u") else { return letters.contains(bytes[position + 1]) ? 2 : nil }
    return scalar(bytes, at: position)?.width
  }

  /// The text that `raw`, the inside of a JSON string whose sequences are well formed, stands for.
  static func decoded(_ raw: UnsafeBufferPointer<UInt8>) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(raw.count)
    var position = 0
    while position < raw.count {
      if raw[position] != UInt8(ascii: "\\") {
        bytes.append(raw[position])
        position += 1
      } else if let (scalar, width) = scalar(raw, at: position) {
        bytes += String(scalar).utf8
        position += width
      } else {
        if position + 1 < raw.count, let index = letters.firstIndex(of: raw[position + 1]) {
          bytes.append(meanings[index])
        }
        position += 2
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static let letters = Array("\"\\/bfnrt".utf8)
  private static let meanings: [UInt8] = Array("\"\\/\u{8}\u{c}\n\r\t".utf8)

  /// The scalar of the `\uXXXX` at `position`, or of two that are a surrogate pair, and their width in bytes.
  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, at position: Int
  ) -> (scalar: Unicode.Scalar, width: Int)? {
    guard let first = unit(bytes, at: position) else { return nil }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    guard first < 0xDC00, let second = unit(bytes, at: position + 6), (0xDC00..<0xE000).contains(second) else {
      return nil
    }
    return Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)).map { ($0, 12) }
  }

  /// The number of the `\uXXXX` at `position`.
  private static func unit(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int) -> UInt32? {
    guard position + 6 <= bytes.count, bytes[position] == UInt8(ascii: "\\"), bytes[position + 1] == UInt8(ascii: "u")
    else { return nil }
    var value: UInt32 = 0
    for byte in bytes[position + 2..<position + 6] {
      guard byte < 0x80, let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt32(digit)
    }
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
