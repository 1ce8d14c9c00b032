/// Why a text is not the JSON that was looked for.
struct JSONFault: Error, Hashable {
  /// The byte of the line, counted from 1, at which reading stopped.
  let byte: Int
  /// What was missing or wrong there, in a few words.
  let reason: String
}

/// Reads the values of one JSON text (RFC 8259) in the order they stand, without building a tree.
///
/// Foundation's `JSONSerialization` forgets the order of keys and how a number was written, and both must survive in
/// a file that other programs may write.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset in bytes of the next byte to read.
  private(set) var position = 0
  /// Deeper nesting than this is refused, so that a hostile line cannot exhaust the stack.
  private static let deepest = 200

  /// Reads `bytes`, which must stay valid as long as the scanner is used.
  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  func fault(_ reason: String) -> JSONFault { JSONFault(byte: position + 1, reason: reason) }

  private func byte(at position: Int) -> UInt8 { position < bytes.count ? bytes[position] : 0 }

  private mutating func skipSpace() {
    while position < bytes.count, case let byte = bytes[position],
      byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
    { position += 1 }
  }

  /// Steps over `expected` if it comes next, white space aside.
  private mutating func took(_ expected: UInt8) -> Bool {
    skipSpace()
    guard position < bytes.count, bytes[position] == expected else { return false }
    position += 1
    return true
  }

  /// Reads an object, handing each key (as text and as it stands) to `field`, which must read the value.
  mutating func object(
    _ field: (_ scanner: inout JSONScanner, _ key: String, _ keyRange: Range<Int>) throws(JSONFault) -> Void
  ) throws(JSONFault) {
    guard took(UInt8(ascii: "{")) else { throw fault("no { here") }
    if took(UInt8(ascii: "}")) { return }
    repeat {
      skipSpace()
      let start = position
      let key = try string()
      let end = position
      guard took(UInt8(ascii: ":")) else { throw fault("no : after a key") }
      try field(&self, key, start..<end)
    } while took(UInt8(ascii: ","))
    guard took(UInt8(ascii: "}")) else { throw fault("no , or } after a value") }
  }

  /// Reads an array, calling `element` at each element, which it must read.
  mutating func array(_ element: (_ scanner: inout JSONScanner) throws(JSONFault) -> Void) throws(JSONFault) {
    guard took(UInt8(ascii: "[")) else { throw fault("no [ here") }
    if took(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while took(UInt8(ascii: ","))
    guard took(UInt8(ascii: "]")) else { throw fault("no , or ] after a value") }
  }

  /// Throws unless only white space is left.
  mutating func end() throws(JSONFault) {
    skipSpace()
    guard position == bytes.count else { throw fault("more text after the object") }
  }

  /// Steps over `null` if it comes next.
  mutating func tookNull() -> Bool {
    skipSpace()
    guard position + 4 <= bytes.count, bytes[position..<position + 4].elementsEqual("null".utf8) else { return false }
    position += 4
    return true
  }

  /// Reads a whole number that fits `Int`.
  mutating func integer() throws(JSONFault) -> Int {
    skipSpace()
    let start = position
    try skipNumber()
    guard let number = Int(text(start..<position)) else { throw fault("not a whole number") }
    return number
  }

  /// What `read` reads; if it cannot, `nil`, and nothing is read.
  mutating func attempt<Value>(_ read: (inout JSONScanner) throws(JSONFault) -> Value) -> Value? {
    let start = position
    if let value = try? read(&self) { return value }
    position = start
    return nil
  }

  /// The bytes of `range`, which were read, as text.
  func text(_ range: Range<Int>) -> String {
    String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
  }

  /// Reads a string.
  mutating func string() throws(JSONFault) -> String {
    let content = try stringContent()
    if content.isPlain { return text(content.range) }
    return JSONEscapes.decoded(UnsafeBufferPointer(rebasing: bytes[content.range]))
  }

  /// Steps over a string, checking its UTF-8 and its escapes: the range between its quotes, and whether it holds no
  /// `\`.
  mutating func stringContent() throws(JSONFault) -> (range: Range<Int>, isPlain: Bool) {
    guard took(UInt8(ascii: "\"")) else { throw fault("no text in quotes here") }
    let start = position
    var isPlain = true
    // A local variable stays in a register.
    var next = position
    defer { position = next }
    while next < bytes.count {
      let byte = bytes[next]
      if byte >= 0x80 {
        let width = UTF8Check.width(bytes, at: next)
        guard width > 0 else { throw JSONFault(byte: next + 1, reason: "not UTF-8") }
        next += width
      } else if byte == UInt8(ascii: "\"") {
        next += 1
        return (start..<next - 1, isPlain)
      } else if byte == UInt8(ascii: "\\") {
        isPlain = false
        guard let width = JSONEscapes.width(bytes, at: next) else {
          throw JSONFault(byte: next + 1, reason: "not a \\ sequence of JSON")
        }
        next += width
      } else if byte < 0x20 {
        throw JSONFault(byte: next + 1, reason: "a bare control character in text")
      } else {
        next += 1
      }
    }
    throw JSONFault(byte: next + 1, reason: "the line ends inside a text")
  }

  /// Steps over any value; the range of its bytes.
  mutating func skipValue(depth: Int = 0) throws(JSONFault) -> Range<Int> {
    skipSpace()
    let start = position
    guard depth < JSONScanner.deepest else { throw fault("nested too deep") }
    switch byte(at: position) {
    case UInt8(ascii: "{"):
      try object { (scanner, _, _) throws(JSONFault) in _ = try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { (scanner) throws(JSONFault) in _ = try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""): _ = try stringContent()
    case UInt8(ascii: "t"): try skipWord("true")
    case UInt8(ascii: "f"): try skipWord("false")
    case UInt8(ascii: "n"): try skipWord("null")
    default: try skipNumber()
    }
    return start..<position
  }

  private mutating func skipWord(_ word: String) throws(JSONFault) {
    let end = position + word.utf8.count
    guard end <= bytes.count, bytes[position..<end].elementsEqual(word.utf8) else { throw fault("no value here") }
    position = end
  }

  private mutating func skipNumber() throws(JSONFault) {
    if byte(at: position) == UInt8(ascii: "-") { position += 1 }
    let first = byte(at: position)
    guard try skipDigits() == 1 || first != UInt8(ascii: "0") else { throw fault("a number begins with 0") }
    if byte(at: position) == UInt8(ascii: ".") {
      position += 1
      _ = try skipDigits()
    }
    if byte(at: position) | 0x20 == UInt8(ascii: "e") {
      position += 1
      if byte(at: position) == UInt8(ascii: "+") || byte(at: position) == UInt8(ascii: "-") { position += 1 }
      _ = try skipDigits()
    }
  }

  /// Steps over one digit or more; how many.
  private mutating func skipDigits() throws(JSONFault) -> Int {
    let start = position
    while (0x30...0x39).contains(byte(at: position)) { position += 1 }
    guard position > start else { throw fault("no value here") }
    return position - start
  }
}
