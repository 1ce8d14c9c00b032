/// One page's text as lines of Unicode scalars.
struct PageText {
  /// The text, as UTF-8 side by side in memory.
  let text: String
  /// Where each line begins in the text's UTF-8 (bytes).
  let lineStarts: [Int]
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
    var lines: [Range<Int>] = []
    var lineStarts = [0]
    var pageStarts = [0]
    var start = 0
    var text = text
    scalars = text.withUTF8 { bytes in
      [UInt32](unsafeUninitializedCapacity: bytes.count) { scalars, count in
        var decoder = UTF8Scalars(bytes)
        while let scalar = decoder.next() {
          if scalar == 0x0A {
            lines.append(start..<count)
            start = count + 1
            lineStarts.append(decoder.index)
          } else if scalar == 0x0C, start == count, !lines.isEmpty {
            pageStarts.append(lines.count)
          }
          scalars[count] = scalar
          count += 1
        }
      }
    }
    lines.append(start..<scalars.count)
    self.text = text
    self.lines = lines
    self.lineStarts = lineStarts
    self.pageStarts = pageStarts
  }

  /// The code points of line `index` (counted from 0).
  func line(_ index: Int) -> ArraySlice<UInt32> { scalars[lines[index]] }
}

/// The scalars of valid UTF-8, as a string holds it.
private struct UTF8Scalars {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The bytes decoded so far.
  private(set) var index = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  @inline(__always)
  mutating func next() -> UInt32? {
    guard index < bytes.count else { return nil }
    let first = UInt32(bytes[index])
    if first < 0x80 {
      index += 1
      return first
    }
    func rest(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
    if first >= 0xF0 {
      defer { index += 4 }
      return (first & 0x07) << 18 | rest(1) << 12 | rest(2) << 6 | rest(3)
    }
    if first >= 0xE0 {
      defer { index += 3 }
      return (first & 0x0F) << 12 | rest(1) << 6 | rest(2)
    }
    defer { index += 2 }
    return (first & 0x1F) << 6 | rest(1)
  }
}
