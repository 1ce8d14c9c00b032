import Testing

@testable import NewsModel

/// The search for names against a plain one.
struct NameTableTests {
  @Test(arguments: 0..<200 as Range<UInt64>) func findsWhatAPlainScanFinds(seed: UInt64) {
    var generator = SearchRandom(seed: seed)
    let alphabet = Array("东阿高唐县市aé😀")
    func word(_ length: Int) -> String {
      String((0..<length).map { _ in alphabet[generator.next(below: alphabet.count)] })
    }
    let names = (0..<8).map { _ in word(2 + generator.next(below: 3)) }
      .filter { name in name.unicodeScalars.prefix(2).allSatisfy { $0.value < 0x1_0000 } }
    let text = word(60)
    var bytes: [UInt8] = []
    var ends: [UInt32] = []
    for name in names {
      bytes += Array(name.utf8)
      ends.append(UInt32(bytes.count))
    }
    let table = NameTable(names: bytes, ends: ends, stops: [])
    var found: [String] = []
    var copy = text
    copy.withUTF8 { text in
      table.scan(text) { number, offset, length in
        found.append("\(offset) \(names[number]) \(length)")
        return true
      } stop: { _, _ in
      }
    }
    #expect(found == plain(names, in: text))
  }

  /// Leftmost, longest, one behind the other.
  private func plain(_ names: [String], in text: String) -> [String] {
    var found: [String] = []
    var rest = Array(text.unicodeScalars)[...]
    var offset = 0
    while let first = rest.first {
      let matches = names.filter { rest.starts(with: $0.unicodeScalars) }
      if let longest = matches.max(by: { $0.utf8.count < $1.utf8.count }) {
        found.append("\(offset) \(longest) \(longest.utf8.count)")
        offset += longest.utf8.count
        rest = rest.dropFirst(longest.unicodeScalars.count)
      } else {
        offset += String(first).utf8.count
        rest = rest.dropFirst()
      }
    }
    return found
  }
}
