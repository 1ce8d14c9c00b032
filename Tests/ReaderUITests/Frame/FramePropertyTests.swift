import Testing

@testable import ReaderUI

@Suite struct FramePropertyTests {
  @Test(arguments: 0..<200 as Range<UInt64>) func halfACharacterIsNeverStored(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let size = Size(columns: .random(in: 0...12, using: &random), rows: .random(in: 0...4, using: &random))
    var frame = Frame(size: size, cellWidth: CellWidth(ambiguous: 1 + Int(seed % 2)))
    for _ in 0..<30 {
      drawSomething(on: &frame, &random)
      #expect(brokenCells(of: frame).isEmpty)
    }
  }

  @Test(arguments: 0..<50 as Range<UInt64>) func putNeverWritesOutsideItsCells(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var frame = Frame(size: Size(columns: 20, rows: 3))
    frame.fill(frame.bounds, with: "·")
    let x = Int.random(in: 0...20, using: &random)
    let room = Int.random(in: 0...10, using: &random)
    let used = frame.put(random.paragraph(upTo: 20), at: x, 1, maxWidth: room)
    #expect(used <= room && used <= 20 - x)
    for y in 0..<3 {
      for column in 0..<20 where y != 1 || column < x || column >= x + used { #expect(frame[column, y].scalar == "·") }
    }
  }

  private func drawSomething(on frame: inout Frame, _ random: inout SeededGenerator) {
    let x = Int.random(in: -3...13, using: &random)
    let y = Int.random(in: -1...4, using: &random)
    let columns = Int.random(in: 0...8, using: &random)
    let rect = Rect(x: x, y: y, columns: columns, rows: .random(in: 0...3, using: &random))
    switch Int.random(in: 0..<7, using: &random) {
    case 0: frame.fill(rect, style: .reverse)
    case 1: frame.fill(rect, with: "县")
    case 2: frame.drawBox(rect, borders: .box)
    case 3: frame.drawVerticalLine(at: x, y, rows: columns, borders: .box)
    case 4: frame.restyle(rect) { $0.overlaid(with: .bold) }
    default: frame.put(random.paragraph(upTo: 8), at: x, y, maxWidth: columns, style: .bold)
    }
  }

  /// Cells that hold half a character, or a wide one whose two halves look different.
  private func brokenCells(of frame: Frame) -> [Point] {
    var broken: [Point] = []
    for y in 0..<frame.size.rows {
      for x in 0..<frame.size.columns {
        let cell = frame[x, y]
        let next = frame[x + 1, y]
        let isWide = cell.scalar.map { frame.cellWidth.width(of: $0) == 2 && !("\u{2500}"..."\u{257F}" ~= $0) } ?? false
        if isWide != cell.isWide || cell.isWide != (next.isRightHalf && x + 1 < frame.size.columns)
          || cell.isWide && next.style != cell.style || x == 0 && cell.isRightHalf
        {
          broken.append(Point(x: x, y: y))
        }
      }
    }
    return broken
  }
}
