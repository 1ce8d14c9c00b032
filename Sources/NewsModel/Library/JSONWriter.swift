/// Writes JSON (RFC 8259) as UTF-8 bytes, keys in the order of the calls.
///
/// A line of `xianwen list --json` is one value without line ends: whatever a program may take for one is escaped
/// (U+0000…U+001F, U+007F, U+0085, U+2028, U+2029), so that a line is a line to all of them. Chinese stays readable.
public struct JSONWriter: Sendable {
  /// What was written so far.
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma belongs before the next element or key.
  private var needsComma = false

  /// Creates a writer that has written nothing.
  public init() {}

  /// Forgets what was written but keeps the memory for more.
  public mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    needsComma = false
  }

  /// Writes `{`, what `body` writes, and `}`.
  public mutating func object(_ body: (inout JSONWriter) -> Void) { group("{", "}", body) }

  /// Writes `[`, what `body` writes, and `]`.
  public mutating func array(_ body: (inout JSONWriter) -> Void) { group("[", "]", body) }

  /// Writes a key; one value must follow.
  public mutating func key(_ name: StaticString) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: [UInt8(ascii: "\""), UInt8(ascii: ":"), UInt8(ascii: " ")])
    needsComma = false
  }

  /// Writes a string, `null` for `nil`.
  ///
  /// - Complexity: O(bytes of text).
  public mutating func value(_ text: String?) {
    comma()
    if let text { string(text) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  /// Writes a number.
  public mutating func value(_ number: Int) {
    comma()
    bytes.append(contentsOf: String(number).utf8)
    needsComma = true
  }

  /// Writes an array of strings.
  public mutating func value(_ texts: [String]) {
    array { json in for text in texts { json.value(text) } }
  }

  /// Ends a line.
  public mutating func endLine() {
    bytes.append(0x0A)
    needsComma = false
  }

  private mutating func group(_ opening: Unicode.Scalar, _ closing: Unicode.Scalar, _ body: (inout JSONWriter) -> Void)
  {
    comma()
    bytes.append(UInt8(ascii: opening))
    needsComma = false
    body(&self)
    bytes.append(UInt8(ascii: closing))
    needsComma = true
  }

  private mutating func comma() {
    if needsComma { bytes.append(contentsOf: [UInt8(ascii: ","), UInt8(ascii: " ")]) }
  }

  private mutating func string(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var at = 0
      while at < utf8.count {
        let length = JSONWriter.escapedLength(utf8, at)
        if length > 0 {
          bytes.append(contentsOf: utf8[start..<at])
          escape(utf8, at, length)
          start = at + length
        }
        at += max(length, 1)
      }
      bytes.append(contentsOf: utf8[start...])
    }
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes at `at` make a character that must be escaped; 0 when it may stand as it is.
  @inline(__always)
  private static func escapedLength(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int) -> Int {
    switch utf8[at] {
    case 0..<0x20, 0x7F, UInt8(ascii: "\""), UInt8(ascii: "\\"): 1
    case 0xC2: utf8[at + 1] < 0xA0 ? 2 : 0
    case 0xE2: utf8[at + 1] == 0x80 && (utf8[at + 2] == 0xA8 || utf8[at + 2] == 0xA9) ? 3 : 0
    default: 0
    }
  }

  private mutating func escape(_ utf8: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int) {
    bytes.append(UInt8(ascii: "\\"))
    let value: Int
    switch (length, utf8[at]) {
    case (1, UInt8(ascii: "\"")), (1, UInt8(ascii: "\\")): return bytes.append(utf8[at])
    case (1, 0x09): return bytes.append(UInt8(ascii: "t"))
    case (1, 0x0A): return bytes.append(UInt8(ascii: "n"))
    case (1, 0x0D): return bytes.append(UInt8(ascii: "r"))
    case (1, let byte): value = Int(byte)
    case (2, _): value = Int(utf8[at + 1])
    default: value = 0x2000 + Int(utf8[at + 2]) - 0x80
    }
    let digits = String(value, radix: 16)
    bytes.append(contentsOf: ("u" + String(repeating: "0", count: 4 - digits.count) + digits).utf8)
  }
}
