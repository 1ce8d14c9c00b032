/// Writes one JSON object on one line, its keys in the order they are added.
struct JSONLine {
  private var bytes: [UInt8]
  /// The keys written, as JSON.
  private var keys: Set<String> = []

  /// Begins an object of about `byteCount` bytes.
  init(byteCount: Int) {
    bytes = []
    bytes.reserveCapacity(byteCount)
    bytes.append(UInt8(ascii: "{"))
  }

  /// Whether `key` (as JSON, quotes included) was written.
  func holds(key: String) -> Bool { keys.contains(key) }

  private mutating func begin(rawKey: String) {
    if !keys.isEmpty { bytes += ", ".utf8 }
    keys.insert(rawKey)
    bytes += rawKey.utf8
    bytes += ": ".utf8
  }

  /// Adds a value that is JSON already under a key that is JSON already.
  mutating func add(rawKey: String, raw: String) {
    begin(rawKey: rawKey)
    bytes += raw.utf8
  }

  /// Adds a value that is JSON already.
  mutating func add(_ key: String, raw: String) { add(rawKey: "\"\(key)\"", raw: raw) }

  /// Adds a text.
  mutating func add(_ key: String, _ text: String) {
    begin(rawKey: "\"\(key)\"")
    JSONEscapes.append(text, to: &bytes)
  }

  /// Adds a text, or `null` for none.
  mutating func add(_ key: String, orNull text: String?) {
    if let text { add(key, text) } else { add(key, raw: "null") }
  }

  /// Adds an array of texts.
  mutating func add(_ key: String, _ texts: [String]) {
    begin(rawKey: "\"\(key)\"")
    bytes.append(UInt8(ascii: "["))
    for (index, text) in texts.enumerated() {
      if index > 0 { bytes += ", ".utf8 }
      JSONEscapes.append(text, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  }

  /// The object's bytes.
  consuming func closed() -> [UInt8] {
    bytes.append(UInt8(ascii: "}"))
    return bytes
  }
}
