/// The runs of five letters of a text, as hashes: what two readings of the same print share even where the scan
/// misread a character in fifty (Broder, On the resemblance and containment of documents, 1997).
struct Shingles {
  /// How many letters one shingle spans.
  static let length = 5

  /// Calls `body` with each shingle's hash in order.
  ///
  /// Letters are Han and other letters beyond U+3400, ASCII letters in lower case and digits, full-width ones
  /// narrowed; blanks and punctuation do not count, since scans misread those most.
  /// - Complexity: O(bytes of text).
  static func forEach(of texts: some Sequence<String>, _ body: (UInt64) -> Void) {
    var window = (UInt64(0), UInt64(0), UInt64(0), UInt64(0), UInt64(0))
    var count = 0
    for text in texts {
      for scalar in text.unicodeScalars {
        guard let letter = letter(scalar.value) else { continue }
        window = (window.1, window.2, window.3, window.4, letter)
        count += 1
        if count >= length { body(hash(window)) }
      }
    }
  }

  /// Appends the letters of a text, folded as in shingles.
  static func appendLetters(of text: String, to letters: inout [UInt32]) {
    for scalar in text.unicodeScalars { if let letter = letter(scalar.value) { letters.append(UInt32(letter)) } }
  }

  /// The distinct shingles.
  static func set(of texts: some Sequence<String>) -> Set<UInt64> {
    var set: Set<UInt64> = []
    forEach(of: texts) { set.insert($0) }
    return set
  }

  static func letter(_ value: UInt32) -> UInt64? {
    let narrow = (0xFF01...0xFF5E).contains(value) ? value - 0xFEE0 : value
    switch narrow {
    case 0x30...0x39, 0x61...0x7A: return UInt64(narrow)
    case 0x41...0x5A: return UInt64(narrow + 0x20)
    case 0x3400...0xD7FF, 0xF900...0xFAFF, 0x20000...0x3FFFF: return UInt64(narrow)
    default: return nil
    }
  }

  private static func hash(_ window: (UInt64, UInt64, UInt64, UInt64, UInt64)) -> UInt64 {
    var hash = window.0
    for letter in [window.1, window.2, window.3, window.4] {
      hash = (hash ^ (hash >> 29)) &* 0xbf58_476d_1ce4_e5b9 &+ letter
    }
    hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
    return hash ^ (hash >> 31)
  }
}
