/// A selected row of a list, and the first row that is shown.
struct Cursor: Sendable, Equatable {
  /// The selected row, from 0.
  private(set) var selected = 0
  /// The first shown row, from 0.
  private(set) var top = 0

  /// Selects row `row` of `count`, or the nearest there is, and scrolls no further than needed to show it on `height` rows.
  mutating func select(_ row: Int, of count: Int, height: Int) {
    selected = max(0, min(row, count - 1))
    let height = max(1, height)
    top = max(min(top, selected), selected - height + 1)
    // No empty rows below the last one while there are rows above.
    top = max(0, min(top, count - height))
  }

  /// Moves the selection by `distance` rows.
  mutating func move(by distance: Int, of count: Int, height: Int) {
    select(selected + distance, of: count, height: height)
  }

  /// Scrolls by `distance` rows and takes the selection along only where it would leave the screen (the mouse wheel).
  mutating func scroll(by distance: Int, of count: Int, height: Int) {
    top = max(0, min(top + distance, count - height))
    selected = max(top, min(selected, top + max(1, height) - 1))
  }
}
