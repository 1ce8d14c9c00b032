// Looking for words in buffers of Unicode scalars, where `String` would be a hundred times slower.

/// A word as its code points.
typealias Word = [UInt32]

/// The code points of `text`.
func word(_ text: String) -> Word { text.unicodeScalars.map(\.value) }

/// The code points of each of `words` (separated by spaces), longest first, so that the first match is the longest.
func wordList(_ words: String) -> [Word] {
  words.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word(String($0)) }.sorted { $0.count > $1.count }
}

extension ArraySlice<UInt32> {
  /// Whether `word` stands at `index`.
  func has(_ word: Word, at index: Int) -> Bool {
    guard index >= startIndex, index + word.count <= endIndex else { return false }
    for offset in 0..<word.count where self[index + offset] != word[offset] { return false }
    return true
  }

  /// The index where `word` first stands at or after `from`.
  ///
  /// - Complexity: O(scalars of the slice) for words whose first scalar is rare in it.
  func firstIndex(of word: Word, from: Int? = nil) -> Int? {
    let start = from ?? startIndex
    guard !word.isEmpty, start + word.count <= endIndex else { return nil }
    for index in start...(endIndex - word.count) where self[index] == word[0] && has(word, at: index) { return index }
    return nil
  }

  /// Whether any of `words` stands somewhere in the slice.
  func containsAny(_ words: [Word]) -> Bool { words.contains { firstIndex(of: $0) != nil } }

  /// The first of `words` that the slice begins with.
  func prefixed(by words: [Word]) -> Word? { words.first { has($0, at: startIndex) } }

  /// The first of `words` that the slice ends with.
  func suffixed(by words: [Word]) -> Word? { words.first { has($0, at: endIndex - $0.count) } }

  /// The slice without white space at either end.
  var trimmed: ArraySlice<UInt32> {
    var (low, high) = (startIndex, endIndex)
    while low < high, CharacterClass.of(self[low]).contains(.space) { low += 1 }
    while high > low, CharacterClass.of(self[high - 1]).contains(.space) { high -= 1 }
    return self[low..<high]
  }

  /// The slice as a string.
  var string: String {
    var result = String.UnicodeScalarView()
    for value in self { if let scalar = Unicode.Scalar(value) { result.append(scalar) } }
    return String(result)
  }
}
