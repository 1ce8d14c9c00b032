import Platform

/// The text of one printed page as lines of Unicode scalars.
struct PageText {
  /// The file's text, as UTF-8 side by side in memory.
  let text: String
  /// The lines of the file that the page takes, counted from 0.
  let lines: Range<Int>
  /// The code points of the page.
  let scalars: [UInt32]
  /// Whether asterisks stand in it, as Markdown writes them.
  let hasAsterisks: Bool
  /// Where each line begins in the text's UTF-8 (bytes).
  private let lineStarts: [Int]
  /// The lines without their terminators, in order; a blank line is an empty or white range.
  private let lineRanges: [Range<Int>]

  /// Takes the lines of a printed page apart; they end with `\n`.
  ///
  /// - Complexity: O(bytes of the page).
  init(_ text: String, _ sheet: Sheet) {
    var lineRanges: [Range<Int>] = []
    var lineStarts = [sheet.bytes.lowerBound]
    var hasAsterisks = false
    var text = text
    scalars = text.withUTF8 { all in
      let bytes = UnsafeBufferPointer(rebasing: all[sheet.bytes])
      return [UInt32](unsafeUninitializedCapacity: bytes.count) { scalars, written in
        var start = 0
        var count = 0
        var index = 0  // no sum of indices into a buffer in memory overflows
        while index < bytes.count {
          let first = UInt32(bytes[index])
          if first & 0xF0 == 0xE0 {  // four of five scalars: Han and full-width marks
            scalars[count] = (first & 0x0F) << 12 | bytes.rest(index &+ 1) << 6 | bytes.rest(index &+ 2)
            index &+= 3
          } else if first < 0x80 {
            index &+= 1
            if first == 0x0A {
              lineRanges.append(start..<count)
              start = count + 1
              lineStarts.append(sheet.bytes.lowerBound + index)
            }
            if first == 0x2A { hasAsterisks = true }
            scalars[count] = first
          } else if first < 0xE0 {
            scalars[count] = (first & 0x1F) << 6 | bytes.rest(index &+ 1)
            index &+= 2
          } else {
            scalars[count] =
              (first & 0x07) << 18 | bytes.rest(index &+ 1) << 12 | bytes.rest(index &+ 2) << 6 | bytes.rest(index &+ 3)
            index &+= 4
          }
          count &+= 1
        }
        written = count
        // The line after the last line end is the first of the next page, if there is one.
        if sheet.bytes.upperBound == all.count { lineRanges.append(start..<count) }
      }
    }
    self.text = text
    self.hasAsterisks = hasAsterisks
    self.lineRanges = lineRanges
    self.lineStarts = lineStarts
    lines = sheet.firstLine..<sheet.firstLine + lineRanges.count
  }

  /// The code points of line `index` of the file (counted from 0).
  func line(_ index: Int) -> ArraySlice<UInt32> { scalars[lineRanges[index - lines.lowerBound]] }

  /// Where line `index` of the file begins in the text's UTF-8 (bytes).
  func start(ofLine index: Int) -> Int { lineStarts[index - lines.lowerBound] }
}

extension PageText {
  /// Where a printed page stands in the text of its file.
  struct Sheet: Equatable {
    /// Its place in the text's UTF-8 (bytes).
    let bytes: Range<Int>
    /// Its first line, as a line of the file, counted from 0.
    let firstLine: Int
    /// Whether it holds nothing but white space.
    let isBlank: Bool
  }

  /// The printed pages of a file: a form feed at the beginning of a line, as pdftotext writes it, opens a new one.
  ///
  /// - Complexity: O(bytes) for all of them together.
  static func sheets(of text: String) -> Sheets { Sheets(text) }

  /// The printed pages of a file, found one after the other: a file of nothing but form feeds has millions.
  struct Sheets: Sequence, IteratorProtocol {
    /// As UTF-8 side by side in memory.
    private var text: String
    /// Where the next page begins (byte, line), and whether there is one.
    private var (start, firstLine) = (0, 0)
    private var isOver = false

    /// A printed page has some hundred lines. A file of more than so many without a form feed is many pages put together, and is taken
    /// in stretches, so that the memory it takes to read a page does not grow with the file.
    private static let mostLines = 20_000

    /// A file of more than so many pages of so few bytes on average was never printed. Its form feeds open a page only as often as that,
    /// for a page costs memory however little stands on it.
    private static let (manyPages, fewBytes) = (1000, 200)
    private var count = 0

    fileprivate init(_ text: String) {
      self.text = text
      self.text.makeContiguousUTF8()
    }

    mutating func next() -> Sheet? {
      if isOver { return nil }
      let (start, firstLine) = (start, firstLine)
      let earliest = count < Self.manyPages ? 0 : count * Self.fewBytes
      let end = text.withUTF8 { Sheets.end(of: $0, from: start, earliest: earliest) }
      count += 1
      isOver = end.isLast
      (self.start, self.firstLine) = (end.byte, firstLine + end.lineCount)
      return Sheet(bytes: start..<end.byte, firstLine: firstLine, isBlank: end.isBlank)
    }

    /// Where the page that begins at `start` ends, how many line ends it has, whether it is white, and the last. A form feed before
    /// `earliest` does not end it.
    private static func end(
      of bytes: UnsafeBufferPointer<UInt8>, from start: Int, earliest: Int
    ) -> (byte: Int, lineCount: Int, isBlank: Bool, isLast: Bool) {
      var (at, count) = (start, 0)
      var isLast = true
      while at < bytes.count {
        let isLong = count >= mostLines && (bytes[at] == 0x0A || count >= 2 * mostLines)
        if count > 0, (bytes[at] == 0x0C && at >= earliest) || isLong {
          isLast = false
          break
        }
        guard let base = bytes.baseAddress, let found = memchr(base + at, 0x0A, bytes.count - at) else { break }
        at = UnsafeRawPointer(found) - UnsafeRawPointer(base) + 1
        count += 1
      }
      if isLast { at = bytes.count }
      let isBlank = bytes[start..<at].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      return (at, count, isBlank, isLast)
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The six bits that a byte after a sequence's first gives to a scalar. The bytes are a string's: valid UTF-8.
  fileprivate func rest(_ index: Int) -> UInt32 { UInt32(self[index] & 0x3F) }
}
