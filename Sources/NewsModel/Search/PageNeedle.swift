/// A text that is looked for in the bytes of a page before the page is taken apart.
///
/// A page's articles are made of its lines: characters stay, white space and Markdown's `*` and `#` may go, and what was
/// cut in one place may go on with what begins a line elsewhere (`ArticleAssembler`). So of two characters that stand
/// side by side in an article, on the page the second follows the first, or begins a line. This is what is looked for,
/// pair by pair: no page that holds the text is ever ruled out, and few others are kept.
struct PageNeedle: Sendable {
  /// A folded character and the ways to write it.
  struct Letter: Sendable, Hashable {
    /// The folded scalar.
    let folded: UInt32
    /// The UTF-8 of every scalar that folds to it.
    let spellings: [[UInt8]]
  }

  /// The characters in order; not empty.
  private let letters: [Letter]
  /// The pairs to try (by their second letter), the one that rules most pages out first.
  private var order: [Int]

  /// - Parameters:
  ///   - units: the folded text.
  ///   - sample: bytes of some page, to tell rare characters from common ones.
  /// - Returns: `nil` for a text without characters that a page keeps.
  init?(_ units: [UInt16], sample: UnsafeBufferPointer<UInt8>) {
    let scalars = String(decoding: units, as: UTF16.self).unicodeScalars.filter { !PageNeedle.isPassedOver($0.value) }
    letters = scalars.map { Letter(folded: $0.value, spellings: PageNeedle.spellings(of: $0)) }
    guard !letters.isEmpty else { return nil }
    let counts = letters.map { letter in
      letter.spellings.reduce(0) { count, spelling in
        var count = count
        ByteScanner.forEach(spelling, in: sample) { _ in
          count += 1
          return true
        }
        return count
      }
    }
    order = Array(letters.indices.dropFirst()).sorted { counts[$0] < counts[$1] }
    // Trying every pair of a long text rules out little more than trying its rarest ones.
    order = Array(order.prefix(PageNeedle.mostPairs))
  }

  private static let mostPairs = 12

  /// Whether the page may hold the text; never wrongly no.
  ///
  /// - Parameter page: valid UTF-8.
  /// - Complexity: O(bytes · ways to write a character) for each pair.
  func mayStand(in page: UnsafeBufferPointer<UInt8>) -> Bool {
    if order.isEmpty { return holds(letters[0], page) }
    for second in order where !mayFollow(letters[second - 1], letters[second], page) { return false }
    return true
  }

  private func holds(_ letter: Letter, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
    for spelling in letter.spellings {
      var found = false
      ByteScanner.forEach(spelling, in: page) { _ in
        found = true
        return false
      }
      if found { return true }
    }
    return false
  }

  /// Whether somewhere `second` follows `first`, or begins a line of a page that holds `first`.
  private func mayFollow(_ first: Letter, _ second: Letter, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
    var found = false
    var beginsLine = false
    for spelling in second.spellings {
      ByteScanner.forEach(spelling, in: page) { place in
        switch PageNeedle.character(before: place, page) {
        case first.folded?: found = true
        case nil: beginsLine = true
        default: break
        }
        return !found
      }
      if found { return true }
    }
    return beginsLine && holds(first, page)
  }

  /// The folded character before a place, white space and marks passed over; `nil` at the beginning of a line.
  private static func character(before place: Int, _ page: UnsafeBufferPointer<UInt8>) -> UInt32? {
    var end = place
    while end > 0 {
      var start = end - 1
      while start > 0, page[start] & 0xC0 == 0x80 { start -= 1 }
      var value = UInt32(page[start])
      if value == 0x0A || value == 0x0D || value == 0x0C { return nil }
      if value >= 0x80 {
        value = value < 0xE0 ? value & 0x1F : value < 0xF0 ? value & 0x0F : value & 0x07
        for index in start + 1..<end { value = value << 6 | UInt32(page[index] & 0x3F) }
      }
      let folded = value <= 0xFFFF ? UInt32(FoldTable.units[Int(value)]) : value
      if !isPassedOver(folded) { return folded }
      end = start
    }
    return nil
  }

  /// Whether reading a page may drop the folded character: white space, what folds to nothing, Markdown's marks.
  private static func isPassedOver(_ folded: UInt32) -> Bool { folded <= 0x20 || folded == 0x2A || folded == 0x23 }

  private static func spellings(of folded: Unicode.Scalar) -> [[UInt8]] {
    guard let unit = UInt16(exactly: folded.value) else { return [Array(String(folded).utf8)] }
    let units = (FoldTable.units[Int(unit)] == unit ? [unit] : []) + (variants[unit] ?? [])
    return units.compactMap { Unicode.Scalar(UInt32($0)) }.map { Array(String($0).utf8) }
  }

  /// For each folded unit the other units that fold to it.
  private static let variants: [UInt16: [UInt16]] = {
    var variants: [UInt16: [UInt16]] = [:]
    FoldTable.units.withUnsafeBufferPointer { units in
      for (unit, folded) in units.enumerated() where folded > FoldTable.space && Int(folded) != unit {
        variants[folded, default: []].append(UInt16(unit))
      }
    }
    return variants
  }()
}
