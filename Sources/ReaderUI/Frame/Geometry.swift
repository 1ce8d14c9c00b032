/// A size in cells (terminal columns) and rows, never negative.
public struct Size: Hashable, Sendable {
  /// Width in cells.
  public let columns: Int
  /// Height in rows.
  public let rows: Int

  /// A size; negative lengths count as 0.
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }
}

/// A cell's place: `x` in cells from the left edge, `y` in rows from the top, both from 0.
public struct Point: Hashable, Sendable {
  /// Cells from the left edge.
  public var x: Int
  /// Rows from the top edge.
  public var y: Int

  /// The point `x` cells to the right of and `y` rows below the top left corner.
  public init(x: Int, y: Int) {
    self.x = x
    self.y = y
  }
}

/// A rectangle of cells. Everything that cuts a rectangle clamps, so that no pane ever has a negative size.
public struct Rect: Hashable, Sendable {
  /// First column, in cells from the left edge.
  public let x: Int
  /// First row, from the top edge.
  public let y: Int
  /// Width in cells.
  public let columns: Int
  /// Height in rows.
  public let rows: Int

  /// A rectangle; negative lengths count as 0.
  public init(x: Int, y: Int, columns: Int, rows: Int) {
    self.x = x
    self.y = y
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a screen of `size`.
  public init(_ size: Size) {
    self.init(x: 0, y: 0, columns: size.columns, rows: size.rows)
  }

  /// Width and height.
  public var size: Size { Size(columns: columns, rows: rows) }
  /// True when no cell lies inside.
  public var isEmpty: Bool { columns == 0 || rows == 0 }
  /// The column just right of the rectangle.
  public var maxX: Int { x + columns }
  /// The row just below the rectangle.
  public var maxY: Int { y + rows }

  /// Whether the cell at `point` lies inside.
  public func contains(_ point: Point) -> Bool {
    point.x >= x && point.x < maxX && point.y >= y && point.y < maxY
  }

  /// What is left after taking cells and rows off the four sides.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(max(0, left), columns)
    let top = min(max(0, top), rows)
    return Rect(x: x + left, y: y + top, columns: columns - left - right, rows: rows - top - bottom)
  }

  /// What is left after taking `cells` off the left and right and as many rows off the top and bottom.
  public func inset(_ cells: Int) -> Rect {
    inset(left: cells, top: cells, right: cells, bottom: cells)
  }

  /// Cuts by a vertical line: `left` cells, then `gap` cells for a divider, then the rest.
  public func splitColumns(left: Int, gap: Int = 0) -> (left: Rect, gap: Rect, right: Rect) {
    let first = min(max(0, left), columns)
    let middle = min(max(0, gap), columns - first)
    return (
      Rect(x: x, y: y, columns: first, rows: rows),
      Rect(x: x + first, y: y, columns: middle, rows: rows),
      Rect(x: x + first + middle, y: y, columns: columns - first - middle, rows: rows)
    )
  }

  /// Cuts by a horizontal line: `top` rows, then the rest.
  public func splitRows(top: Int) -> (top: Rect, bottom: Rect) {
    let first = min(max(0, top), rows)
    return (
      Rect(x: x, y: y, columns: columns, rows: first),
      Rect(x: x, y: y + first, columns: columns, rows: rows - first)
    )
  }

  /// The part that lies inside `other` too; empty when they do not meet.
  public func intersection(_ other: Rect) -> Rect {
    let left = max(x, other.x)
    let top = max(y, other.y)
    return Rect(x: left, y: top, columns: min(maxX, other.maxX) - left, rows: min(maxY, other.maxY) - top)
  }
}
