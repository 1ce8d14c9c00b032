import NewsModel

/// One line of a concordance set in cells, so that the matches of all lines begin in one column.
public struct SetKeywordLine: Hashable, Sendable {
  /// What stands before the match, filled up with blanks on the left.
  public let before: String
  /// The match; its end is cut off where the line is too short for it.
  public let text: String
  /// As much of what follows as fits.
  public let after: String

  /// Sets a line in `columns` cells.
  ///
  /// - Complexity: O(cells).
  public init(_ line: KeywordLine, columns: Int, cellWidth: CellWidth = .narrow) {
    let lead = Self.leadColumns(of: columns)
    var start = line.before.unicodeScalars.endIndex
    var used = 0
    while start > line.before.unicodeScalars.startIndex {
      let previous = line.before.unicodeScalars.index(before: start)
      let width = cellWidth.width(of: line.before.unicodeScalars[previous])
      if used + width > lead { break }
      used += width
      start = previous
    }
    before = String(repeating: " ", count: lead - used) + line.before[start...]
    let (shown, width) = cellWidth.prefix(of: line.text, fitting: max(0, columns - lead))
    text = String(shown)
    let isWhole = shown.endIndex == line.text.endIndex
    after = isWhole ? String(cellWidth.prefix(of: line.after, fitting: max(0, columns - lead - width)).text) : ""
  }

  /// The cells before the match in a line of `columns` cells: somewhat less than half, for Chinese is read on from a word.
  static func leadColumns(of columns: Int) -> Int { max(0, columns * 2 / 5) }
}
