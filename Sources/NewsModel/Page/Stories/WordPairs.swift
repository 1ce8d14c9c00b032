/// Whether two characters make a word, so that a line or column that ends between them was cut in mid-word.
///
/// Of the cuts of annotated pages, 34 in 100 go through such a word; of a cut and the beginning of another text, 2.5.
enum WordPairs {
  /// Whether `first` and `second` side by side are a word of Chinese; traditional characters count as simplified ones.
  ///
  /// - Complexity: O(log words of one first character), after the first call has decoded the table (66,000 words, about a millisecond).
  static func isWord(_ first: UInt32, _ second: UInt32) -> Bool {
    guard first < 0x10000, second < 0x10000 else { return false }
    if holds(first << 16 | second) { return true }
    let folded = UInt32(FoldTable.units[Int(first)]) << 16 | UInt32(FoldTable.units[Int(second)])
    return folded != first << 16 | second && holds(folded)
  }

  private static func holds(_ key: UInt32) -> Bool {
    let first = Int(key >> 16)
    guard firstCharacters.contains(first) else { return false }
    return keys.withUnsafeBufferPointer { keys in
      var (low, high) = (Int(starts[first - 0x4E00]), Int(starts[first - 0x4E00 + 1]))
      while low < high {
        let middle = (low + high) / 2
        if keys[middle] == key { return true }
        if keys[middle] < key { low = middle + 1 } else { high = middle }
      }
      return false
    }
  }

  /// The characters that words begin with are among these.
  private static let firstCharacters = 0x4E00..<0xA000

  /// By first character, from U+4E00 on, and for the end: the number in `keys` of the first word that begins with it or
  /// with one behind it.
  private static let starts: [UInt32] = {
    var starts: [UInt32] = []
    starts.reserveCapacity(firstCharacters.count + 1)
    var number = 0
    for first in firstCharacters.lowerBound...firstCharacters.upperBound {
      while number < keys.count, Int(keys[number] >> 16) < first { number += 1 }
      starts.append(UInt32(number))
    }
    return starts
  }()

  /// First and second character of every word, ascending.
  private static let keys: [UInt32] = WordPairText.words.withUTF8Buffer { bytes in
    var keys: [UInt32] = []
    keys.reserveCapacity(bytes.count / 3)
    var first: UInt32 = 0
    var at = 0
    while at < bytes.count {
      guard bytes[at] >= 0xE0, at + 2 < bytes.count else {  // a line break
        first = 0
        at += 1
        continue
      }
      let scalar = UInt32(bytes[at] & 0x0F) << 12 | UInt32(bytes[at + 1] & 0x3F) << 6 | UInt32(bytes[at + 2] & 0x3F)
      if first == 0 { first = scalar } else { keys.append(first << 16 | scalar) }
      at += 3
    }
    return keys
  }
}
