/// A text made of fuzzed bytes: as UTF-8, or, as random bytes seldom make words, a word of a list for each byte.
struct FuzzText {
  let text: String

  /// - Parameter tokens: the words; the first byte chooses between them and UTF-8.
  init(_ bytes: [UInt8], tokens: [String]) {
    guard let first = bytes.first, first & 1 == 1 else {
      text = String(decoding: bytes.dropFirst(), as: UTF8.self)
      return
    }
    text = bytes.dropFirst().map { tokens[Int($0) % tokens.count] }.joined()
  }

  /// The text in two, at its first line end or in the middle.
  var halves: (String, String) {
    if let end = text.firstIndex(of: "\n") { return (String(text[..<end]), String(text[text.index(after: end)...])) }
    let middle = text.index(text.startIndex, offsetBy: text.count / 2)
    return (String(text[..<middle]), String(text[middle...]))
  }
}
