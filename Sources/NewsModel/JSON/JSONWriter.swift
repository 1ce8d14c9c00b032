/// Writes JSON (RFC 8259) as UTF-8 bytes, keys in the order of the calls.
///
/// A value has no line ends, whatever a program takes for one (see `JSONEscapes`): a line of JSON Lines is a line to all.
public struct JSONWriter {
  /// What was written and not handed over.
  public private(set) var bytes: [UInt8] = []
  /// Whether a comma belongs before the next element or key.
  private var needsComma = false
  private let handOver: (([UInt8]) -> Void)?
  /// So many bytes are handed over at a time, and so much of a text is escaped at a time.
  private static let stretch = 1 << 16

  /// Creates a writer that has written nothing.
  ///
  /// - Parameter handOver: takes the bytes whenever there are many, in order, so that a value may be larger than memory should hold;
  ///   the last of them with `finish`. Without it all bytes are kept.
  public init(handOver: (([UInt8]) -> Void)? = nil) {
    self.handOver = handOver
  }

  /// Hands over what is left.
  public mutating func finish() { handOverAll() }

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
    if let text { append(text) } else { bytes.append(contentsOf: "null".utf8) }
    needsComma = true
  }

  private mutating func append(_ text: String) {
    bytes.append(UInt8(ascii: "\""))
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      while start < utf8.count {
        var end = min(start + Self.stretch, utf8.count)
        // A character is not cut.
        while end < utf8.count, utf8[end] & 0xC0 == 0x80 { end -= 1 }
        JSONEscapes.append(UnsafeBufferPointer(rebasing: utf8[start..<end]), to: &bytes)
        start = end
        if bytes.count >= Self.stretch, handOver != nil { handOverAll() }
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func handOverAll() {
    handOver?(bytes)
    bytes.removeAll(keepingCapacity: true)
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
    if bytes.count >= Self.stretch, handOver != nil { handOverAll() }
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
