extension ArticleView {
  /// A row of the set document: the lines of a block, then its blank rows.
  struct Row: Sendable, Hashable, Comparable {
    var block: Int
    /// From the block's first row.
    var line: Int

    static func < (a: Row, b: Row) -> Bool { (a.block, a.line) < (b.block, b.line) }
  }

  /// The row that holds `position`.
  func row(of position: TextPosition) -> Row {
    let block = document.blocks[position.block]
    let set = paragraph(position.block)
    let extent = max(block.length, 1)
    guard position.scalar >= extent, block.gap > 0 else {
      return Row(block: position.block, line: set.line(at: position.scalar))
    }
    return Row(block: position.block, line: set.lines.count + min(position.scalar - extent, block.gap - 1))
  }

  /// The position of the first scalar of `row`.
  func position(of row: Row) -> TextPosition {
    let set = paragraph(row.block)
    if row.line < set.lines.count {
      return TextPosition(block: row.block, scalar: set.lines[row.line].range.lowerBound)
    }
    return TextPosition(
      block: row.block, scalar: max(document.blocks[row.block].length, 1) + row.line - set.lines.count)
  }

  /// The row `distance` rows below (above when negative) `row`, within the document.
  mutating func row(_ distance: Int, from row: Row) -> Row {
    var (block, line) = (row.block, row.line + distance)
    while line < 0, block > 0 {
      block -= 1
      line += rows(of: block)
    }
    while block < document.blocks.count - 1, line >= rows(of: block) {
      line -= rows(of: block)
      block += 1
    }
    return Row(block: block, line: max(0, min(line, rows(of: block) - 1)))
  }

  /// The first row of the last screenful.
  mutating func lastTop() -> Row {
    let last = document.blocks.count - 1
    let end = Row(block: last, line: rows(of: last) - 1)
    return row(-(max(1, height) - 1), from: end)
  }

  /// Scrolls by `distance` rows.
  mutating func scroll(by distance: Int) {
    guard !document.blocks.isEmpty else { return }
    let target = row(distance, from: row(of: top))
    scroll(to: position(of: target))
  }

  /// Whether the row that holds `position` is on the screen.
  func isVisible(_ position: TextPosition) -> Bool {
    let wanted = row(of: position)
    return visibleRows().contains(wanted)
  }

  /// Scrolls so that `position` is on the screen, a third of the way down if it was not yet.
  mutating func reveal(_ position: TextPosition) {
    guard !isVisible(position) else { return }
    scroll(to: self.position(of: row(-height / 3, from: row(of: position))))
  }

  /// The rows on a screen of `height` rows, from the top.
  func visibleRows() -> [Row] {
    guard !document.blocks.isEmpty else { return [] }
    var rows: [Row] = []
    var next = row(of: top)
    while rows.count < height {
      rows.append(next)
      next.line += 1
      if next.line >= paragraph(next.block).lines.count + document.blocks[next.block].gap {
        next = Row(block: next.block + 1, line: 0)
        if next.block == document.blocks.count { break }
      }
    }
    return rows
  }

  /// How much of the text has been shown, 0…100, counted in scalars.
  func percent() -> Int {
    guard let last = visibleRows().last, document.length > 0 else { return 100 }
    let set = paragraph(last.block)
    let end = last.line < set.lines.count ? set.lines[last.line].range.upperBound : document.blocks[last.block].length
    return min(100, (document.offsets[last.block] + end) * 100 / document.length)
  }

  /// The start of the next (or previous) block that `isWanted`, seen from the top of the screen.
  func block(forward: Bool, where isWanted: (Document.Block) -> Bool) -> Int? {
    if forward { return document.blocks.indices.first { $0 > top.block && isWanted(document.blocks[$0]) } }
    let here = top.scalar > 0 ? top.block + 1 : top.block
    return document.blocks.indices.last { $0 < here && isWanted(document.blocks[$0]) }
  }
}
