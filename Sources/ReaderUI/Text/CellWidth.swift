import NewsModel

/// How many cells of a terminal a character takes.
///
/// Our own table instead of the C library's `wcwidth`, so that setting is the same on every system and in every locale. Its sources are
/// EastAsianWidth.txt (wide, full-width, ambiguous) and the general categories Mn and Me (no cell of their own); see the table for versions.
public struct CellWidth: Hashable, Sendable {
  /// Cells of an East Asian Ambiguous character (“ ” — … · ■ ①): 1 in most terminals, 2 in those set to draw them wide.
  public let ambiguous: Int

  /// Widths with ambiguous characters taking `ambiguous` cells: 2, or else 1.
  public init(ambiguous: Int = 1) {
    self.ambiguous = ambiguous == 2 ? 2 : 1
  }

  /// Ambiguous characters take one cell.
  public static let narrow = CellWidth(ambiguous: 1)

  /// Cells that `scalar` takes on the screen, after `Unicode.Scalar.shown`: 0 (combining), 1 or 2.
  ///
  /// - Complexity: O(1) for ASCII, Han and full-width forms; else O(log *n*), *n* ranges of the table.
  public func width(of scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x20..<0x7F: return 1
    case 0x3001..<0x302A, 0x4E00..<0xA000, 0xFF01..<0xFF5F: return 2
    default: return tableWidth(of: scalar.shown.value)
    }
  }

  /// Cells that `text` takes on the screen.
  public func width(of text: some StringProtocol) -> Int {
    var cells = 0
    for scalar in text.unicodeScalars { cells += width(of: scalar) }
    return cells
  }

  /// Whether terminals may disagree about the width of `scalar`: whatever is not ASCII, a line of a border, kana, Han or a full-width form.
  ///
  /// The terminal is told the cursor's place anew after such a character, so that the rest of a row stays where it belongs.
  public func isUncertain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20..<0x7F, 0x2500..<0x2580, 0x3000..<0x302A, 0x3041..<0x3097, 0x30A0..<0x3100, 0x3400..<0x4DC0,
      0x4E00..<0xA000,
      0xFF01..<0xFF5F:
      false
    default: true
    }
  }

  /// The longest start of `text` that takes at most `columns` cells, and the cells it takes.
  ///
  /// Combining marks stay with their base.
  public func prefix<Text: StringProtocol>(of text: Text, fitting columns: Int) -> (text: Text.SubSequence, width: Int)
  {
    var used = 0
    var index = text.unicodeScalars.startIndex
    while index < text.unicodeScalars.endIndex {
      let cells = width(of: text.unicodeScalars[index])
      if used + cells > columns { break }
      used += cells
      index = text.unicodeScalars.index(after: index)
    }
    return (text[..<index], used)
  }

  /// `text` if it fits in `columns` cells, else its start with an ellipsis that shows the cut.
  public func truncated(_ text: String, to columns: Int) -> String {
    let (all, _) = prefix(of: text, fitting: columns)
    if all.endIndex == text.endIndex { return text }
    let ellipsis = "…"
    let room = columns - width(of: ellipsis)
    return room < 1 ? String(all) : String(prefix(of: text, fitting: room).text) + ellipsis
  }

  private func tableWidth(of value: UInt32) -> Int {
    if value < 0xA1 { return 1 }
    if Self.contains(value, in: Self.zeroRanges) { return 0 }
    if Self.contains(value, in: Self.wideRanges) { return 2 }
    return Self.contains(value, in: Self.ambiguousRanges) ? ambiguous : 1
  }

  /// Whether `value` lies in one of `ranges`, a rising list of first and last values.
  private static func contains(_ value: UInt32, in ranges: [UInt32]) -> Bool {
    let count = ranges.count / 2
    let place = (0..<count).partitioningIndex { ranges[$0 * 2 + 1] >= value }
    return place < count && ranges[place * 2] <= value
  }
}
