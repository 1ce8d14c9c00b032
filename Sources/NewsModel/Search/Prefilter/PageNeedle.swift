/// A text that is looked for in the bytes of a page before the page is taken apart.
///
/// A page's articles are made of its lines: characters stay, white space and Markdown's `*` and `#` may go, and what was
/// cut in one place may go on with what begins a line elsewhere (`ArticleAssembler`). So of two characters that stand
/// side by side in an article, on the page the second follows the first, or begins a line: the text stands on the page in
/// runs, and every run but the first begins a line. For the rarest characters of the text such runs are looked for. No
/// page that holds the text is ever ruled out, and few others are kept.
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
  /// The letters to look for, the one that rules most pages out first.
  private let order: [Int]

  /// - Parameters:
  ///   - units: the folded text.
  ///   - sample: bytes of some page, to tell rare characters from common ones.
  /// - Returns: `nil` for a text without characters that a page keeps.
  init?(_ units: [UInt16], sample: UnsafeBufferPointer<UInt8>) {
    let scalars = String(decoding: units, as: UTF16.self).unicodeScalars.filter { !PageNeedle.isPassedOver($0.value) }
    let letters = scalars.map { Letter(folded: $0.value, spellings: PageNeedle.spellings(of: $0)) }
    guard !letters.isEmpty else { return nil }
    self.letters = letters
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
    // Trying every letter of a long text rules out little more than trying its rarest ones.
    order = Array(letters.indices.sorted { counts[$0] < counts[$1] }.prefix(PageNeedle.mostLetters))
  }

  private static let mostLetters = 12

  /// Whether a letter of the text can stand in an article as a part of what the page has as one character (㎏).
  var holdsSquaredLetters: Bool { letters.contains { PrintText.squaredLetters.contains($0.folded) } }

  /// Whether the page may hold the text; never wrongly no.
  ///
  /// - Parameter page: valid UTF-8.
  /// - Complexity: O(bytes · ways to write a character) for each of the letters to look for.
  func mayStand(in page: UnsafeBufferPointer<UInt8>) -> Bool {
    var lines = LineStarts()
    for index in order where !mayStand(index, page, &lines) { return false }
    return true
  }

  /// The letters of the text that lines of a page begin with; looked for when first asked for.
  private struct LineStarts {
    /// Which letter, and the place behind it.
    var letters: [(index: Int, end: Int)]?
    /// For letters that were asked about, whether a run may begin with them.
    var mayBegin: [Int: Bool] = [:]
  }

  /// Whether the page has the letter in a run of the text's letters, from the first one or the beginning of a line to the last
  /// one or to where a run may end.
  private func mayStand(_ index: Int, _ page: UnsafeBufferPointer<UInt8>, _ lines: inout LineStarts) -> Bool {
    var isFound = false
    for spelling in letters[index].spellings {
      ByteScanner.forEach(spelling, in: page) { place in
        isFound =
          begins(index, at: place, page) && ends(index, behind: place + spelling.count, page, &lines)
        return !isFound
      }
      if isFound { return true }
    }
    return false
  }

  /// Whether a run may begin with the letter: it begins a line, and the run that it begins may end.
  private func mayBegin(_ index: Int, _ page: UnsafeBufferPointer<UInt8>, _ lines: inout LineStarts) -> Bool {
    if let known = lines.mayBegin[index] { return known }
    let starts = lines.letters ?? lineStarts(page)
    lines.letters = starts
    let isFound = starts.contains { $0.index == index && ends(index, behind: $0.end, page, &lines) }
    lines.mayBegin[index] = isFound
    return isFound
  }

  private func lineStarts(_ page: UnsafeBufferPointer<UInt8>) -> [(index: Int, end: Int)] {
    var starts: [(index: Int, end: Int)] = []
    func look(_ place: Int) {
      guard let first = PageNeedle.character(behind: place, page) else { return }
      for (index, letter) in letters.enumerated() where letter.folded == first.folded {
        starts.append((index, first.place))
      }
    }
    look(0)
    for end in PageNeedle.lineEnds {
      ByteScanner.forEach([end], in: page) { place in
        look(place + 1)
        return true
      }
    }
    return starts
  }

  /// Line feed, carriage return, form feed.
  private static let lineEnds: [UInt8] = [0x0A, 0x0D, 0x0C]

  /// Whether from the letter at `place` backwards the letters before it follow, down to the first or to the beginning of a line.
  private func begins(_ index: Int, at place: Int, _ page: UnsafeBufferPointer<UInt8>) -> Bool {
    var place = place
    for index in stride(from: index, to: 0, by: -1) {
      guard let before = PageNeedle.character(before: place, page) else { return true }
      guard before.folded == letters[index - 1].folded else { return false }
      place = before.place
    }
    return true
  }

  /// Whether behind the letter the others follow, up to the last or to one that may begin another run.
  private func ends(
    _ index: Int, behind place: Int, _ page: UnsafeBufferPointer<UInt8>, _ lines: inout LineStarts
  ) -> Bool {
    var place = place
    var next = index + 1
    while next < letters.count, let letter = PageNeedle.character(behind: place, page),
      letter.folded == letters[next].folded
    {
      place = letter.place
      next += 1
    }
    if next == letters.count { return true }
    // What follows here by chance may follow elsewhere by right.
    for other in (index + 1...next).reversed() where mayBegin(other, page, &lines) { return true }
    return false
  }

  /// The folded character before a place and where it begins, white space and marks passed over; `nil` at the beginning of a
  /// line.
  private static func character(
    before place: Int, _ page: UnsafeBufferPointer<UInt8>
  ) -> (folded: UInt32, place: Int)? {
    var end = place
    while end > 0 {
      var start = end - 1
      while start > 0, page[start] & 0xC0 == 0x80 { start -= 1 }
      guard let folded = folded(page, start..<end) else { return nil }
      if !isPassedOver(folded) { return (folded, start) }
      end = start
    }
    return nil
  }

  /// The folded character behind a place and where it ends, white space and marks passed over; `nil` at the end of a line.
  private static func character(
    behind place: Int, _ page: UnsafeBufferPointer<UInt8>
  ) -> (folded: UInt32, place: Int)? {
    var start = place
    while start < page.count {
      var end = start + 1
      while end < page.count, page[end] & 0xC0 == 0x80 { end += 1 }
      guard let folded = folded(page, start..<end) else { return nil }
      if !isPassedOver(folded) { return (folded, end) }
      start = end
    }
    return nil
  }

  /// The character that these bytes are, folded; `nil` for the end of a line.
  private static func folded(_ page: UnsafeBufferPointer<UInt8>, _ bytes: Range<Int>) -> UInt32? {
    var value = UInt32(page[bytes.lowerBound])
    if value == 0x0A || value == 0x0D || value == 0x0C { return nil }
    if value >= 0x80 {
      value = value < 0xE0 ? value & 0x1F : value < 0xF0 ? value & 0x0F : value & 0x07
      for index in bytes.dropFirst() { value = value << 6 | UInt32(page[index] & 0x3F) }
    }
    return value <= 0xFFFF ? UInt32(FoldTable.units[Int(value)]) : value
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
