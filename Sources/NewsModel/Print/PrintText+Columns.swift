/// Columns that a tool printed side by side.
extension PrintText {
  /// Parts the lines of neighbouring columns where a gutter of blanks runs down between them: the left column first, then the right one.
  ///
  /// - Complexity: O(scalars × columns).
  mutating func partColumns() {
    let lines = lines.map { GutterLine($0, in: scalars) }
    var finder = GutterFinder(scalars, lines)
    finder.part()
    crowded = finder.crowded.map { origins[$0] }
    guard finder.hasParted else { return }
    rewrite { out in
      for (index, piece) in finder.pieces.enumerated() {
        out.keep(piece)
        guard index + 1 < finder.pieces.count else { break }
        out.write(0x0A, from: max(0, piece.isEmpty ? piece.lowerBound - 1 : piece.upperBound - 1))
      }
      for place in finder.parted { out.note(place, .columns) }
    }
  }
}

/// A line, and the stretches of text that wide blanks set apart in it.
struct GutterLine {
  /// Where the line stands.
  let range: Range<Int>
  /// The stretches, each with the cells that it takes.
  private(set) var chunks: [(text: Range<Int>, cells: Range<Int>)] = []
  /// White space before the first of them that is a part of the line, in scalars.
  private(set) var indent = 0

  init(_ range: Range<Int>, in text: [UInt32]) {
    self.range = range
    var cell = 0
    var blanks = GutterFinder.gap
    for index in range {
      let scalar = text[index]
      let width = LineMeasure.isNarrow(scalar) ? 1 : 2
      if CharacterClass.of(scalar).contains(.space) {
        blanks += width
      } else {
        if blanks >= GutterFinder.gap {
          chunks.append((index..<index, cell..<cell))
        }
        let last = chunks.count - 1
        chunks[last].text = chunks[last].text.lowerBound..<index + 1
        chunks[last].cells = chunks[last].cells.lowerBound..<cell + width
        blanks = 0
      }
      cell += width
    }
    if let first = chunks.first { indent = first.text.lowerBound - range.lowerBound }
  }

  /// The line's text, the indent included that its column has.
  var text: Range<Int>? {
    guard let first = chunks.first, let last = chunks.last else { return nil }
    return first.text.lowerBound - indent..<last.text.upperBound
  }

  /// The stretches of the line in a column that begins at the cell `margin`. What it is set in by as first lines of paragraphs are is kept.
  func taking(_ part: some RangeExpression<Int>, margin: Int, _ source: [UInt32]) -> GutterLine {
    var line = self
    line.chunks = Array(chunks[part])
    line.indent = 0
    guard let first = line.chunks.first, (3...6).contains(first.cells.lowerBound - margin) else { return line }
    var left = first.cells.lowerBound - margin
    var index = first.text.lowerBound
    while index > range.lowerBound, CharacterClass.of(source[index - 1]).contains(.space) {
      left -= LineMeasure.isNarrow(source[index - 1]) ? 1 : 2
      if left < 0 { break }
      index -= 1
    }
    line.indent = first.text.lowerBound - index
    return line
  }
}

/// Finds gutters, and sets the columns beside them one below the other.
struct GutterFinder {
  private let text: [UInt32]
  private var lines: [GutterLine]
  /// The lines in the order of reading.
  private(set) var pieces: [Range<Int>] = []
  /// Where lines stood that were parted.
  private(set) var parted: [Int] = []
  /// Where lines stand that look like two columns but follow no gutter.
  private(set) var crowded: [Int] = []
  var hasParted: Bool { !parted.isEmpty }

  /// The fewest blanks between columns: print sets them at least a Han apart, and words by less.
  static let gap = 3
  /// A gutter shows in so many lines at least.
  private static let fewestLines = 4
  /// So many blank lines end what stands side by side.
  private static let fewestBlankLines = 3
  /// A column is so many Han wide at least, on average.
  private static let narrowest = 5

  init(_ text: [UInt32], _ lines: [GutterLine]) {
    self.text = text
    self.lines = lines
  }

  mutating func part() {
    part(lines, depth: 0)
    if crowded.count < 2 * Self.fewestLines { crowded = [] }
  }

  /// Sets lines in the order of reading.
  private mutating func part(_ lines: [GutterLine], depth: Int) {
    var start = 0
    while start < lines.count {
      let region = depth < 8 ? region(from: start, lines) : nil
      guard let region, let gutter = region.gutter else {
        // A table has gutters as well, and stays as it is.
        for line in lines[start..<(region?.end ?? start)] { append(line, depth) }
        if let region {
          start = region.end
          continue
        }
        if lines[start].chunks.count > 1, depth == 0, lines[start].chunks.allSatisfy({ isText($0.text) }) {
          crowded.append(lines[start].range.lowerBound)
        }
        append(lines[start], depth)
        start += 1
        continue
      }
      let rows = lines[start..<region.end]
      parted += rows.filter { $0.chunks.count > 1 }.map(\.range.lowerBound)
      let (left, right) = columns(of: rows, at: gutter)
      part(left, depth: depth + 1)
      part(right, depth: depth + 1)
      start = region.end
    }
  }

  /// Appends a line as it is. Inside of a column blank lines have no text of their own.
  private mutating func append(_ line: GutterLine, _ depth: Int) {
    pieces.append(line.text ?? (depth == 0 ? line.range : line.range.upperBound..<line.range.upperBound))
  }

  /// The lines from `start` on between which one gutter runs, and the cells that it takes; without those where it parts no text.
  private func region(from start: Int, _ lines: [GutterLine]) -> (end: Int, gutter: Range<Int>?)? {
    guard lines[start].chunks.count > 1 else { return nil }
    var reached: Int?
    for gap in 0..<min(lines[start].chunks.count - 1, 8) {
      var gutter = lines[start].chunks[gap].cells.upperBound..<lines[start].chunks[gap + 1].cells.lowerBound
      var end = start + 1
      var both = 1  // lines with text on both sides
      var blanks = 0
      while end < lines.count, blanks < Self.fewestBlankLines, text[lines[end].range].first != 0x0C {
        guard let next = Self.narrowed(gutter, by: lines[end]) else { break }
        gutter = next
        if lines[end].chunks.count > 1, let first = lines[end].chunks.first, first.cells.upperBound <= gutter.lowerBound
        {
          both += 1
        }
        blanks = lines[end].chunks.isEmpty ? blanks + 1 : 0
        end += 1
      }
      while lines[end - 1].chunks.isEmpty { end -= 1 }
      guard both >= Self.fewestLines else { continue }
      if isPrinted(lines[start..<end], gutter) { return (end, gutter) }
      reached = max(reached ?? end, end)
    }
    return reached.map { ($0, nil) }
  }

  /// What is left of a gutter beside a line; `nil` where the line's text stands on it.
  private static func narrowed(_ gutter: Range<Int>, by line: GutterLine) -> Range<Int>? {
    var (low, high) = (gutter.lowerBound, gutter.upperBound)
    for chunk in line.chunks {
      if chunk.cells.upperBound <= high, chunk.cells.lowerBound < low {
        low = max(low, chunk.cells.upperBound)
      } else if chunk.cells.lowerBound >= low {
        high = min(high, chunk.cells.lowerBound)
      } else {
        return nil
      }
    }
    return high - low >= 2 ? low..<high : nil
  }

  /// Whether what stands on both sides of a gutter is text of columns, not cells of a table: wide enough, with commas and full stops.
  private func isPrinted(_ rows: ArraySlice<GutterLine>, _ gutter: Range<Int>) -> Bool {
    let (left, right) = columns(of: rows, at: gutter)
    return [left, right].allSatisfy { side in
      let filled = side.filter { !$0.chunks.isEmpty }
      let characters = filled.reduce(0) { $0 + $1.chunks[0].text.count }
      let marked = filled.count { line in text[line.chunks[0].text].contains { Self.textMarks.contains($0) } }
      return filled.count >= Self.fewestLines - 1 && characters >= Self.narrowest * filled.count
        && marked * 4 >= filled.count
    }
  }

  private func isText(_ range: Range<Int>) -> Bool {
    range.count >= 6 && text[range].contains { Self.textMarks.contains($0) }
  }

  private static let textMarks = CharacterBits("，。、；,")

  /// The lines on either side of a gutter. A line without text on one side is a blank one there, but not at a side's ends.
  private func columns(
    of rows: ArraySlice<GutterLine>, at gutter: Range<Int>
  ) -> (left: [GutterLine], right: [GutterLine]) {
    let margin = rows.compactMap { $0.chunks.first?.cells.lowerBound }.min() ?? 0
    var (left, right): ([GutterLine], [GutterLine]) = ([], [])
    for row in rows {
      let count = row.chunks.prefix { $0.cells.lowerBound < gutter.lowerBound }.count
      left.append(row.taking(..<count, margin: margin, text))
      right.append(row.taking(count..., margin: gutter.upperBound, text))
    }
    return (Self.filled(left), Self.filled(right))
  }

  private static func filled(_ side: [GutterLine]) -> [GutterLine] {
    guard let first = side.firstIndex(where: { !$0.chunks.isEmpty }),
      let last = side.lastIndex(where: { !$0.chunks.isEmpty })
    else { return [] }
    return Array(side[first...last])
  }
}
