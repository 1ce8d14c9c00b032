/// A screen as a value: a grid of cells and the place of the hardware cursor.
///
/// Panes draw onto a frame and never onto a terminal, so every screen can be printed and compared in tests. A frame keeps wide characters
/// whole: text is clipped before a character, not inside it, and overwriting one half of a wide character blanks the other. Drawing
/// outside the grid does nothing.
public struct Frame: Hashable, Sendable {
  /// Width and height.
  public let size: Size
  /// How wide characters are counted.
  public let cellWidth: CellWidth
  /// Where the hardware cursor stands, nil when hidden. Input methods open their window there.
  public var cursor: Point?
  /// Row by row, `size.columns` cells each.
  private(set) var cells: [Cell]

  /// A blank frame without a cursor.
  public init(size: Size, cellWidth: CellWidth = .narrow) {
    self.size = size
    self.cellWidth = cellWidth
    cells = Array(repeating: .blank, count: size.columns * size.rows)
  }

  /// The whole frame.
  public var bounds: Rect { Rect(size) }

  /// The cell at column `x` of row `y`; a blank one outside the frame.
  public subscript(x: Int, y: Int) -> Cell {
    contains(x, y) ? cells[y * size.columns + x] : .blank
  }

  /// The cells of row `y`, which must be a row of the frame.
  public func row(_ y: Int) -> ArraySlice<Cell> {
    cells[y * size.columns..<(y + 1) * size.columns]
  }

  /// Changes the style of every cell of `rect`, for selections and matches laid over what is drawn already.
  ///
  /// A wide character that lies half inside takes the new style whole.
  public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    for y in rect.y..<rect.maxY {
      let row = y * size.columns
      let first = cells[row + rect.x].isRightHalf ? rect.x - 1 : rect.x
      let last = rect.maxX < size.columns && cells[row + rect.maxX].isRightHalf ? rect.maxX : rect.maxX - 1
      for x in first...last { cells[row + x].style = change(cells[row + x].style) }
    }
  }

  func contains(_ x: Int, _ y: Int) -> Bool {
    x >= 0 && y >= 0 && x < size.columns && y < size.rows
  }

  /// Stores a cell and, if wide, its right half; blanks whatever half characters that leaves. Both cells must lie in the frame.
  mutating func store(_ cell: Cell, _ x: Int, _ y: Int) {
    let index = y * size.columns + x
    blankHalves(from: index, count: cell.isWide ? 2 : 1)
    cells[index] = cell
    if cell.isWide { cells[index + 1] = .rightHalf(style: cell.style) }
  }

  /// Adds a combining mark to the character that starts at `x`, which must lie in the frame.
  mutating func combine(_ mark: Unicode.Scalar, _ x: Int, _ y: Int) {
    cells[y * size.columns + x].combine(mark)
  }

  /// Blanks the outer halves of wide characters that lie across either end of the cells about to be overwritten.
  private mutating func blankHalves(from index: Int, count: Int) {
    if cells[index].isRightHalf { cells[index - 1] = Cell(" ", style: cells[index - 1].style) }
    let last = index + count - 1
    if cells[last].isWide { cells[last + 1] = Cell(" ", style: cells[last + 1].style) }
  }
}
