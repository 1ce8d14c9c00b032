/// What borders are drawn with.
public enum BorderSet: Hashable, Sendable {
  /// `-`, `|` and `+`: drawn alike everywhere.
  case ascii
  /// Light box drawing (─ │ ┼), which is East Asian Ambiguous.
  case box

  /// Box drawing where the terminal takes UTF-8 and draws ambiguous characters in one cell, else ASCII.
  public static func suited(toUTF8 isUTF8: Bool, cellWidth: CellWidth) -> BorderSet {
    isUTF8 && cellWidth.ambiguous == 1 ? .box : .ascii
  }
}

/// The ways in which a border leaves a cell; lines that meet in a cell join by uniting theirs.
private struct Arms: OptionSet {
  let rawValue: UInt8
  static let up = Arms(rawValue: 1)
  static let right = Arms(rawValue: 2)
  static let down = Arms(rawValue: 4)
  static let left = Arms(rawValue: 8)

  /// The box drawing character for each union of arms.
  private static let boxes: [Unicode.Scalar] = [
    " ", "╵", "╶", "└", "╷", "│", "┌", "├", "╴", "┘", "─", "┴", "┐", "┤", "┬", "┼",
  ]

  init(rawValue: UInt8) {
    self.rawValue = rawValue
  }

  /// The arms of a cell drawn earlier; none if it holds no border.
  init(of cell: Cell) {
    switch cell.isBorder ? cell.scalar : nil {
    case nil: self = []
    case "-": self = [.left, .right]
    case "|": self = [.up, .down]
    case "+": self = [.up, .right, .down, .left]
    default: self.init(rawValue: UInt8(Arms.boxes.firstIndex { $0 == cell.scalar } ?? 0))
    }
  }

  func scalar(in borders: BorderSet) -> Unicode.Scalar {
    if borders == .box { return Self.boxes[Int(rawValue)] }
    return isSubset(of: [.left, .right]) ? "-" : isSubset(of: [.up, .down]) ? "|" : "+"
  }
}

extension Frame {
  /// Draws a horizontal line of `columns` cells; it joins lines that it meets end on or crosses.
  public mutating func drawHorizontalLine(
    at x: Int, _ y: Int, columns: Int, borders: BorderSet, style: Style = .plain
  ) {
    guard columns > 0 else { return }
    for column in x..<x + columns { draw([.left, .right], column, y, borders, style) }
    join(.right, x - 1, y, borders)
    join(.left, x + columns, y, borders)
  }

  /// Draws a vertical line of `rows` cells; it joins lines that it meets end on or crosses.
  public mutating func drawVerticalLine(at x: Int, _ y: Int, rows: Int, borders: BorderSet, style: Style = .plain) {
    guard rows > 0 else { return }
    for row in y..<y + rows { draw([.up, .down], x, row, borders, style) }
    join(.down, x, y - 1, borders)
    join(.up, x, y + rows, borders)
  }

  /// Draws a box along the edge of `rect`, inside it. The middle stays as it is; fill `rect` first, lest the box joins lines below it.
  public mutating func drawBox(_ rect: Rect, borders: BorderSet, style: Style = .plain) {
    guard rect.columns > 1 && rect.rows > 1 else { return }
    for column in rect.x + 1..<rect.maxX - 1 {
      draw([.left, .right], column, rect.y, borders, style)
      draw([.left, .right], column, rect.maxY - 1, borders, style)
    }
    for row in rect.y + 1..<rect.maxY - 1 {
      draw([.up, .down], rect.x, row, borders, style)
      draw([.up, .down], rect.maxX - 1, row, borders, style)
    }
    draw([.right, .down], rect.x, rect.y, borders, style)
    draw([.left, .down], rect.maxX - 1, rect.y, borders, style)
    draw([.right, .up], rect.x, rect.maxY - 1, borders, style)
    draw([.left, .up], rect.maxX - 1, rect.maxY - 1, borders, style)
  }

  private mutating func draw(_ arms: Arms, _ x: Int, _ y: Int, _ borders: BorderSet, _ style: Style) {
    guard contains(x, y) else { return }
    store(Cell(arms.union(Arms(of: self[x, y])).scalar(in: borders), isBorder: true, style: style), x, y)
  }

  /// Gives the border in a cell one arm more; other cells stay as they are.
  private mutating func join(_ arm: Arms, _ x: Int, _ y: Int, _ borders: BorderSet) {
    let cell = self[x, y]
    let arms = Arms(of: cell)
    guard contains(x, y) && !arms.isEmpty else { return }
    store(Cell(arms.union(arm).scalar(in: borders), isBorder: true, style: cell.style), x, y)
  }
}
