extension Frame {
  /// Writes one line of text from column `x` of row `y`, at most `maxWidth` cells of it, and returns the cells it took.
  ///
  /// The text is made safe by `Unicode.Scalar.shown`. A wide character that would cross the right edge is left out and ends the
  /// line; one that would cross the left edge (`x` below 0) leaves a blank for the half that would be visible.
  @discardableResult
  public mutating func put(
    _ text: some StringProtocol, at x: Int, _ y: Int, maxWidth: Int = .max, style: Style = .plain
  ) -> Int {
    put(scalars: text.unicodeScalars, at: x, y, maxWidth: maxWidth, style: style)
  }

  /// Writes scalars as `put(_:at:_:maxWidth:style:)` writes a text.
  @discardableResult
  public mutating func put(
    scalars: some Sequence<Unicode.Scalar>, at x: Int, _ y: Int, maxWidth: Int = .max, style: Style = .plain
  ) -> Int {
    guard y >= 0 && y < size.rows && x < size.columns && maxWidth > 0 else { return 0 }
    let end = maxWidth < size.columns - x ? x + maxWidth : size.columns
    var column = x
    var base: Int?
    for scalar in scalars {
      let width = cellWidth.width(of: scalar)
      if column + width > end { break }
      if width == 0 {
        // A variation selector is not drawn, and a mark with no character before it has nothing to stand on.
        if let base, !scalar.isVariationSelector { combine(scalar, base, y) }
        continue
      }
      if column >= 0 {
        store(Cell(scalar.shown, isWide: width == 2, style: style), column, y)
        base = column
      } else {
        if column + width > 0 { store(Cell(" ", style: style), 0, y) }
        base = nil
      }
      column += width
    }
    return column - x
  }

  /// Fills `rect` with blanks in `style`.
  public mutating func fill(_ rect: Rect, style: Style = .plain) {
    fill(rect, with: " ", style: style)
  }

  /// Fills `rect` with one character, which must be narrow; a wide one counts as a blank.
  public mutating func fill(_ rect: Rect, with scalar: Unicode.Scalar, style: Style = .plain) {
    let rect = rect.intersection(bounds)
    guard !rect.isEmpty else { return }
    let cell = Cell(cellWidth.width(of: scalar) == 1 ? scalar.shown : " ", style: style)
    for y in rect.y..<rect.maxY {
      for x in rect.x..<rect.maxX { store(cell, x, y) }
    }
  }
}
