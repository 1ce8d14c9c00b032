/// One page's text as lines of Unicode scalars.
struct PageText {
  /// The code points of the text.
  let scalars: [UInt32]
  /// The lines without their terminators, in order; a blank line is an empty or white range.
  let lines: [Range<Int>]
  /// Indices into `lines` where a new printed page begins: 0, and each line that a form feed opens.
  let pageStarts: [Int]

  /// Takes `text` apart. Lines end with `\n`; a form feed, as pdftotext writes it, opens a new printed page.
  ///
  /// - Complexity: O(scalars).
  init(_ text: String) {
    var scalars: [UInt32] = []
    scalars.reserveCapacity(text.utf8.count / 2)
    var lines: [Range<Int>] = []
    var pageStarts = [0]
    var start = 0
    for scalar in text.unicodeScalars {
      let value = scalar.value
      if value == 0x0A {
        lines.append(start..<scalars.count)
        start = scalars.count + 1
      } else if value == 0x0C, start == scalars.count, !lines.isEmpty {
        pageStarts.append(lines.count)
      }
      scalars.append(value)
    }
    lines.append(start..<scalars.count)
    self.scalars = scalars
    self.lines = lines
    self.pageStarts = pageStarts
  }

  /// The code points of line `index` (counted from 0).
  func line(_ index: Int) -> ArraySlice<UInt32> { scalars[lines[index]] }
}
