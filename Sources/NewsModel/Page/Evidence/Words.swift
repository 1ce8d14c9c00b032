// Looking for words in buffers of Unicode scalars, where `String` would be a hundred times slower.

/// A word as its code points.
typealias Word = [UInt32]

/// The code points of `text`.
func word(_ text: String) -> Word { text.unicodeScalars.map(\.value) }

/// A fixed set of scalars of the Basic Multilingual Plane, one bit for each: 8 KB, told by one look.
struct CharacterBits: Sendable {
  fileprivate var bits = [UInt64](repeating: 0, count: 1024)

  /// The scalars of `text`.
  init(_ text: String) { self.init(word(text)) }

  init(_ scalars: some Sequence<UInt32>) {
    for scalar in scalars where scalar < 0x10000 { bits[Int(scalar) >> 6] |= 1 << UInt64(scalar & 63) }
  }

  /// Whether the set holds `scalar`.
  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    scalar < 0x10000 && bits[Int(scalar) >> 6] & (1 << UInt64(scalar & 63)) != 0
  }
}

extension CharacterBits {
  /// The first index of `text` at or after `start` whose scalar the set holds.
  func firstIndex(in text: ArraySlice<UInt32>, from start: Int) -> Int? {
    bits.withUnsafeBufferPointer { bits in
      text.firstIndex(from: start) { $0 < 0x10000 && bits[Int($0) >> 6] & (1 << UInt64($0 & 63)) != 0 }
    }
  }
}

/// Words to look for, longest first, so that the first match is the longest.
struct WordList: RandomAccessCollection, Sendable {
  private let words: [Word]
  /// The scalars that a word begins with: most places of a text are passed over by one look.
  private let starts: CharacterBits
  fileprivate let byFirst: WordTable
  fileprivate let byLast: WordTable

  init(_ words: [Word]) {
    let words = words.sorted { $0.count > $1.count }
    self.words = words
    starts = CharacterBits(words.compactMap(\.first))
    byFirst = WordTable(words) { $0.first }
    byLast = WordTable(words) { $0.last }
  }

  var startIndex: Int { 0 }
  var endIndex: Int { words.count }
  subscript(index: Int) -> Word { words[index] }

  /// The first index at or after `start` where a word may begin.
  func firstStart(in text: ArraySlice<UInt32>, from start: Int) -> Int? { starts.firstIndex(in: text, from: start) }

  /// Whether a word may begin with `scalar`.
  @inline(__always)
  func mayBegin(with scalar: UInt32) -> Bool { starts.contains(scalar) }
}

/// Words grouped by one scalar of each, so that few are compared with a text.
private struct WordTable: Sendable {
  /// Where the records of each group begin, and then the records: each word behind its length. Groups share the low bits
  /// of the scalar.
  private var table: [UInt32]
  private static let groupCount = 64

  /// The words' order, within a group, stays.
  init(_ words: [Word], by key: (Word) -> UInt32?) {
    var groups = [[UInt32]](repeating: [], count: Self.groupCount)
    for word in words {
      if let key = key(word) { groups[Int(key) % Self.groupCount] += [UInt32(word.count)] + word }
    }
    table = []
    var start = UInt32(Self.groupCount) + 1
    for group in groups {
      table.append(start)
      start += UInt32(group.count)
    }
    table.append(start)
    table += groups.joined()
  }

  /// The length of the first word with this key that stands at `start(length)` of `text`, 0 for none.
  @inline(__always)
  func firstLength(_ key: UInt32, in text: UnsafeBufferPointer<UInt32>, at start: (Int) -> Int) -> Int {
    table.withUnsafeBufferPointer { table in
      let group = Int(key) % Self.groupCount
      var record = Int(table[group])
      let end = Int(table[group + 1])
      while record < end {
        let length = Int(table[record])
        if length <= text.count {
          let place = start(length)
          var matched = 0
          while matched < length, text[place + matched] == table[record + 1 + matched] { matched += 1 }
          if matched == length { return length }
        }
        record += 1 + length
      }
      return 0
    }
  }
}

/// The words of `text`, which are separated by spaces or line breaks.
func wordList(_ text: String) -> WordList {
  WordList(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { word(String($0)) })
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
    guard let first = word.first else { return nil }
    var start = from ?? startIndex
    while let index = firstIndex(from: start, where: { $0 == first }) {
      if has(word, at: index) { return index }
      start = index + 1
    }
    return nil
  }

  /// Whether any of `words` stands somewhere in the slice.
  ///
  /// - Complexity: O(scalars) where few of them begin a word.
  func containsAny(_ words: WordList) -> Bool {
    var next = words.firstStart(in: self, from: startIndex)
    while let index = next {
      if self[index...].prefixed(by: words) != nil { return true }
      next = words.firstStart(in: self, from: index + 1)
    }
    return false
  }

  /// How many of `words` stand in the slice, up to `limit`.
  func distinctCount(of words: WordList, atMost limit: Int) -> Int {
    var found: [Int] = []
    var next = words.firstStart(in: self, from: startIndex)
    while let index = next {
      for number in words.indices where has(words[number], at: index) && !found.contains(number) {
        found.append(number)
        if found.count == limit { return limit }
      }
      next = words.firstStart(in: self, from: index + 1)
    }
    return found.count
  }

  /// The first index at or after `start` whose scalar satisfies `condition`.
  @inline(__always)
  func firstIndex(from start: Int, where condition: (UInt32) -> Bool) -> Int? {
    withUnsafeBufferPointer { buffer in
      var offset = start - startIndex
      while offset < buffer.count {
        if condition(buffer[offset]) { return startIndex + offset }
        offset += 1
      }
      return nil
    }
  }

  /// The longest of `words` that the slice begins with.
  func prefixed(by words: WordList) -> ArraySlice<UInt32>? {
    let length = prefixLength(of: words)
    return length > 0 ? prefix(length) : nil
  }

  /// The longest of `words` that the slice ends with.
  func suffixed(by words: WordList) -> ArraySlice<UInt32>? {
    guard let last else { return nil }
    let length = withUnsafeBufferPointer { text in words.byLast.firstLength(last, in: text) { text.count - $0 } }
    return length > 0 ? suffix(length) : nil
  }

  /// Whether the slice is one of `words`: then that is the longest word that it begins with.
  func isOne(of words: WordList) -> Bool { !isEmpty && prefixLength(of: words) == count }

  private func prefixLength(of words: WordList) -> Int {
    guard let first else { return 0 }
    return withUnsafeBufferPointer { words.byFirst.firstLength(first, in: $0) { _ in 0 } }
  }

  /// The slice without white space at either end.
  var trimmed: ArraySlice<UInt32> {
    var (low, high) = (startIndex, endIndex)
    while low < high, CharacterClass.of(self[low]).contains(.space) { low += 1 }
    while high > low, CharacterClass.of(self[high - 1]).contains(.space) { high -= 1 }
    return self[low..<high]
  }

  /// The slice as a string; code points that are no scalars (lone surrogates) cannot stand in it and are left out.
  var string: String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count * 4) { buffer in
      var writer = UTF8Writer(buffer)
      for scalar in self { writer.append(scalar) }
      return writer.string
    }
  }
}

/// Writes scalars as UTF-8 into a buffer that has room for four bytes each.
struct UTF8Writer {
  private let buffer: UnsafeMutableBufferPointer<UInt8>
  private var end = 0
  /// The scalar written last; 0 before the first.
  private(set) var last: UInt32 = 0

  init(_ buffer: UnsafeMutableBufferPointer<UInt8>) { self.buffer = buffer }

  /// Appends a code point; one that is no scalar is left out.
  @inline(__always)
  mutating func append(_ scalar: UInt32) {
    if scalar >= 0x800, scalar < 0xD800 || (0xE000..<0x10000).contains(scalar) {
      buffer[end] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      buffer[end + 1] = UInt8(truncatingIfNeeded: 0x80 | (scalar >> 6) & 0x3F)
      buffer[end + 2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      end += 3
    } else if scalar < 0x80 {
      buffer[end] = UInt8(scalar)
      end += 1
    } else {
      guard let scalar = Unicode.Scalar(scalar), let encoded = Unicode.UTF8.encode(scalar) else { return }
      for byte in encoded {
        buffer[end] = byte
        end += 1
      }
    }
    last = scalar
  }

  /// What was written.
  var string: String { String(decoding: UnsafeBufferPointer(rebasing: buffer[..<end]), as: UTF8.self) }
}
