import NewsModel

/// One line of a set paragraph.
public struct SetLine: Hashable, Sendable {
  /// The paragraph's scalars on this line, blanks at its end included. The ranges of a paragraph's lines follow one another without a gap.
  public let range: Range<Int>
  /// Cells left blank before the text.
  public let indent: Int
  /// Cells the text takes, without the indent and without blanks at the end.
  public let width: Int
}

/// A paragraph broken into lines: scalars, lines, and the way between an offset and a place on the screen.
public struct SetParagraph: Hashable, Sendable {
  /// The paragraph as it was given, one element per Unicode scalar.
  public let scalars: [Unicode.Scalar]
  /// The lines from top to bottom; one empty line for an empty paragraph.
  public let lines: [SetLine]
  /// How wide characters were counted.
  public let cellWidth: CellWidth

  /// The scalars of a line, without blanks at its end, which may hang over the edge.
  public func visibleScalars(of line: SetLine) -> ArraySlice<Unicode.Scalar> {
    let slice = scalars[line.range]
    let end = slice.lastIndex { !$0.isBreakingSpace }.map { $0 + 1 } ?? slice.startIndex
    return slice[..<end]
  }

  /// The text of a line without its indent, made safe to show.
  public func text(of line: SetLine) -> String {
    var view = String.UnicodeScalarView()
    for scalar in visibleScalars(of: line) { view.append(scalar.shown) }
    return String(view)
  }

  /// The line that holds the scalar at `offset`; the last line for offsets past the end, the first for negative ones.
  ///
  /// - Complexity: O(log *n*), *n* lines.
  public func line(at offset: Int) -> Int {
    lines.dropLast().partitioningIndex { $0.range.upperBound > offset }
  }

  /// Where the scalar at `offset` (0 … count) stands: its line, and its first cell counted from the left edge, indent included.
  public func place(of offset: Int) -> (line: Int, column: Int) {
    let index = line(at: offset)
    let line = lines[index]
    let end = min(max(offset, line.range.lowerBound), line.range.upperBound)
    var column = line.indent
    for scalar in scalars[line.range.lowerBound..<end] { column += cellWidth.width(of: scalar) }
    return (index, column)
  }

  /// The offset of the scalar drawn in a cell; the line's first or last one for cells to the left or right of the text.
  public func offset(line index: Int, column: Int) -> Int {
    let line = lines[min(max(index, 0), lines.count - 1)]
    var next = line.indent
    var found = line.range.lowerBound
    for offset in line.range {
      let width = cellWidth.width(of: scalars[offset])
      if width > 0 { found = offset }
      next += width
      if next > column { break }
    }
    return found
  }

  /// The cells of each line that show the scalars of `range`, for highlighting: line number and columns, indent included.
  public func cells(of range: Range<Int>) -> [(line: Int, columns: Range<Int>)] {
    guard !range.isEmpty && !scalars.isEmpty else { return [] }
    var found: [(line: Int, columns: Range<Int>)] = []
    for index in line(at: range.lowerBound)...line(at: range.upperBound - 1) {
      let line = lines[index]
      let first = max(range.lowerBound, line.range.lowerBound)
      let last = min(range.upperBound, line.range.upperBound)
      guard first < last else { continue }
      let start = place(of: first).column
      let edge = line.indent + line.width
      var end = start
      for scalar in scalars[first..<last] { end += cellWidth.width(of: scalar) }
      if start < min(end, edge) { found.append((index, start..<min(end, edge))) }
    }
    return found
  }
}
