/// What borders are drawn with.
public enum BorderSet: Hashable, Sendable {
  /// `-`, `|` and `+`: drawn alike everywhere.
  case ascii
  /// Light box drawing (─ │ ┌), which is East Asian Ambiguous.
  case box

  /// Box drawing where the terminal draws ambiguous characters in one cell, else ASCII.
  public static func suited(to cellWidth: CellWidth) -> BorderSet { cellWidth.ambiguous == 1 ? .box : .ascii }

  fileprivate var horizontal: Unicode.Scalar { self == .box ? "─" : "-" }
  fileprivate var vertical: Unicode.Scalar { self == .box ? "│" : "|" }
  /// Top left, top right, bottom left, bottom right.
  fileprivate var corners: [Unicode.Scalar] { self == .box ? ["┌", "┐", "└", "┘"] : ["+", "+", "+", "+"] }
}

extension Frame {
  /// Draws a vertical line of `rows` cells.
  public mutating func drawVerticalLine(at x: Int, _ y: Int, rows: Int, borders: BorderSet, style: Style = .plain) {
    for row in y..<y + max(0, rows) { draw(borders.vertical, x, row, style) }
  }

  /// Draws a box along the edge of `rect`, inside it. The middle stays as it is.
  public mutating func drawBox(_ rect: Rect, borders: BorderSet, style: Style = .plain) {
    guard rect.columns > 1 && rect.rows > 1 else { return }
    for column in rect.x + 1..<rect.maxX - 1 {
      draw(borders.horizontal, column, rect.y, style)
      draw(borders.horizontal, column, rect.maxY - 1, style)
    }
    drawVerticalLine(at: rect.x, rect.y, rows: rect.rows, borders: borders, style: style)
    drawVerticalLine(at: rect.maxX - 1, rect.y, rows: rect.rows, borders: borders, style: style)
    let corners = borders.corners
    draw(corners[0], rect.x, rect.y, style)
    draw(corners[1], rect.maxX - 1, rect.y, style)
    draw(corners[2], rect.x, rect.maxY - 1, style)
    draw(corners[3], rect.maxX - 1, rect.maxY - 1, style)
  }

  private mutating func draw(_ scalar: Unicode.Scalar, _ x: Int, _ y: Int, _ style: Style) {
    if contains(x, y) { store(Cell(scalar, style: style), x, y) }
  }
}
