/// Writes JSON (RFC 8259) as UTF-8 bytes, keys in the order of the calls.
///
/// A value has no line ends, whatever a program takes for one (see `JSONEscapes`): a line of JSON Lines is a line to all.
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
    if let text { JSONEscapes.append(text, to: &bytes) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  /// Writes a number.
  public mutating func value(_ number: Int) {
    comma()
    bytes.append(contentsOf: String(number).utf8)
    needsComma = true
  }

  /// Writes `true` or `false`.
  public mutating func value(_ flag: Bool) {
    comma()
    bytes.append(contentsOf: (flag ? "true" : "false").utf8)
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
}
