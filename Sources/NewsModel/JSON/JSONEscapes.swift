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
  /// Chinese stays readable. Escaped are what JSON demands, what some programs take for line ends (U+0085, U+2028, U+2029),
  /// so that one value is one line to all of them, and what could steer a terminal: U+007F…U+009F, and the marks that reorder
  /// what stands around them (U+061C, U+200E, U+200F, U+202A…U+202E, U+2066…U+2069).
  /// - Complexity: O(bytes of text).
  static func append(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { append($0, to: &bytes) }
    bytes.append(UInt8(ascii: "\""))
  }

  /// Appends the inside of such a string; no character may be cut.
  static func append(_ utf8: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    var start = 0
    var position = 0
    while position < utf8.count {
      let width = escapedWidth(utf8, at: position)
      if width > 0 {
        bytes.append(contentsOf: utf8[start..<position])
        appendEscape(utf8[position..<position + width], to: &bytes)
        start = position + width
      }
      position += max(width, 1)
    }
    bytes.append(contentsOf: utf8[start...])
  }

  /// How many bytes at `position` must be escaped as one character; 0 when none.
  @inline(__always)
  private static func escapedWidth(_ utf8: UnsafeBufferPointer<UInt8>, at position: Int) -> Int {
    switch utf8[position] {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case 0xC2: utf8[position + 1] < 0xA0 ? 2 : 0
    case 0xD8: utf8[position + 1] == 0x9C ? 2 : 0
    case 0xE2: isMark(utf8[position + 1], utf8[position + 2]) ? 3 : 0
    default: 0
    }
  }

  /// Whether E2 and these bytes are U+200E, U+200F, U+2028…U+202E or U+2066…U+2069.
  private static func isMark(_ second: UInt8, _ third: UInt8) -> Bool {
    second == 0x80
      ? (third | 1) == 0x8F || (0xA8...0xAE).contains(third) : second == 0x81 && (0xA6...0xA9).contains(third)
  }

  /// Appends the escape of one character: by its letter if it has one, else by its number.
  private static func appendEscape(_ character: Slice<UnsafeBufferPointer<UInt8>>, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\\"))
    let byte = character[character.startIndex]
    if byte < 0x80, let index = meanings.firstIndex(of: byte) { return bytes.append(letters[index]) }
    let value = String(decoding: character, as: UTF8.self).unicodeScalars.first?.value ?? 0xFFFD
    let digits = String(value, radix: 16)
    bytes.append(contentsOf: ("u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }
}
