/// Markup: what tools for OCR write around a text in HTML, Markdown and TeX.
extension PrintText {
  /// Leaves out tags, entities, pictures and formulas' commands; sets the rows of tables on lines of their own, in columns.
  ///
  /// - Complexity: O(scalars).
  mutating func mendMarkup() {
    var writer = MarkupWriter(scalars)
    writer.write()
    guard !writer.notes.isEmpty || !writer.kinds.isEmpty else { return }
    for (source, kind) in writer.kinds { setKind(kind, ofLineAt: origins[source]) }
    rewrite { out in
      for place in writer.out { out.write(place.scalar, from: place.source) }
      for place in writer.notes { out.note(place, .markup) }
    }
  }
}

/// Writes a text without its markup.
private struct MarkupWriter {
  /// A scalar, and the one of the source that it is or stands for.
  typealias Place = (scalar: UInt32, source: Int)

  private let text: [UInt32]
  private let tags: [Tag]
  private let pipes: PipeTables
  /// The text without markup.
  private(set) var out: [Place] = []
  /// Where markup was found.
  private(set) var notes: [Int] = []
  /// What lines are, by a scalar of theirs.
  private(set) var kinds: [(source: Int, kind: LineKind)] = []

  private var index = 0
  private var tag = 0
  /// What the line is that begins with the next visible scalar.
  private var pending: LineKind?
  /// The rows of the table under way, by their cells.
  private var rows: [[Cell]] = []
  private var depth = 0  // of tables under way
  private var isInPipeRow = false
  /// Whether a line was ended for a tag, and nothing written since.
  private var hasBroken = false

  private struct Cell {
    var places: [Place] = []
    /// Rows below that it stands in as well, and columns beside.
    var rowSpan = 1
    var columnSpan = 1
  }

  init(_ text: [UInt32]) {
    self.text = text
    tags = Tag.all(in: text)
    pipes = PipeTables(in: text)
  }

  mutating func write() {
    while index < text.count {
      if tag < tags.count, tags[tag].range.lowerBound == index { writeTag() } else { writeText() }
    }
    endTable()
  }

  private var isInTable: Bool { depth > 0 || isInPipeRow }
  /// Where the next tag begins.
  private var limit: Int { tag < tags.count ? tags[tag].range.lowerBound : text.count }

  private mutating func append(_ scalar: UInt32, from source: Int) {
    let followsBreak = hasBroken
    hasBroken = false
    if isInTable {
      guard let row = rows.indices.last, let cell = rows[row].indices.last else {
        // What stands in a table and in no cell is no white space of it.
        if !CharacterClass.of(scalar).contains(.space) { rows.append([Cell(places: [(scalar, source)])]) }
        return
      }
      rows[row][cell].places.append((scalar == 0x0A ? 0x20 : scalar, source))
      return
    }
    if let kind = pending, !CharacterClass.of(scalar).contains(.space) {
      kinds.append((source, kind))
      pending = nil
    }
    // The line end behind a tag that ended the line is none of its own.
    if scalar == 0x0A, followsBreak { return }
    out.append((scalar, source))
  }

  /// Begins a line, below so many line ends at least.
  private mutating func breakLine(_ lineEnds: Int) {
    if isInTable { return append(0x20, from: index) }
    guard !out.isEmpty else { return }
    hasBroken = true
    let found = out.reversed().prefix(lineEnds).prefix { $0.scalar == 0x0A }.count
    for _ in found..<lineEnds { out.append((0x0A, index)) }
  }

  // MARK: Tags

  private mutating func writeTag() {
    let current = tags[tag]
    let place = tag
    notes.append(index)
    tag += 1
    guard let effect = current.effect else {
      writeComment(current.range)
      index = current.range.upperBound
      return
    }
    switch effect {
    case .inline, .image: break
    case .hidden:
      if !current.isClosing, let partner = current.partner, partner > place {
        (index, tag) = (tags[partner].range.upperBound, partner + 1)
        return
      }
    case .lineBreak: breakLine(1)
    case .block, .heading, .caption:
      pending = nil
      breakLine(current.isClosing ? 1 : 2)
      if !current.isClosing {
        if text[current.range].containsWord("page-break") { writePageBreak() }
        let isCentred = effect == .block && text[current.range].containsWord("center")
        pending = effect == .heading ? .heading : effect == .caption || isCentred ? .caption : nil
      }
    case .table:
      pending = nil
      if current.isClosing {
        depth -= 1
        if depth == 0 { endTable() }
      } else {
        if depth == 0 { breakLine(2) }
        depth += 1
      }
    case .row: if !current.isClosing { rows.append([]) }
    case .cell:
      guard !current.isClosing else { break }
      if rows.isEmpty { rows.append([]) }
      let attributes = text[current.range]
      rows[rows.count - 1].append(
        Cell(rowSpan: attributes.number(of: "rowspan"), columnSpan: attributes.number(of: "colspan")))
    }
    index = max(index, current.range.upperBound)
  }

  /// Sets the text that some tools keep in a comment, a page's head or number, on a line of its own; a comment about a break of pages begins
  /// one.
  private mutating func writeComment(_ range: Range<Int>) {
    let comment = text[range]
    if comment.containsWord("page"), comment.containsWord("break") || comment.containsWord("split") {
      return writePageBreak()
    }
    guard comment.containsWord("page"), let open = comment.firstIndex(of: 0x22),
      let close = comment[(open + 1)...].firstIndex(of: 0x22)
    else { return }
    breakLine(1)
    for place in open + 1..<close { append(text[place], from: place) }
    breakLine(1)
  }

  private mutating func writePageBreak() {
    guard !isInTable else { return }
    breakLine(1)
    out.append((0x0C, index))
    out.append((0x0A, index))
  }

  // MARK: Text

  private mutating func writeText() {
    if index == 0 || text[index - 1] == 0x0A, startLine() { return }
    switch text[index] {
    case 0x0A where isInPipeRow:
      isInPipeRow = false
      if !pipes.isRow(index + 1) && pipes.delimiters[index + 1] == nil { endTable() }
      index += 1
    case 0x7C where isInPipeRow:
      notes.append(index)
      if index + 1 < text.count, text[index + 1] != 0x0A { rows[rows.count - 1].append(Cell()) }
      index += 1
    case 0x26:
      guard let entity = Entity.read(text, at: index), entity.end <= limit else { return keep() }
      notes.append(index)
      append(entity.scalar, from: index)
      index = entity.end
    case 0x21:
      guard let end = endOfImage(), end <= limit else { return keep() }
      notes.append(index)
      index = end
    case 0x24, 0x5C: if !writeFormula() { keep() }
    default: keep()
    }
  }

  private mutating func keep() {
    append(text[index], from: index)
    index += 1
  }

  /// Begins what a line's first scalars say that it is; returns whether the line, or its beginning, is done.
  private mutating func startLine() -> Bool {
    if pipes.isRow(index) {
      if !isInTable { breakLine(1) }
      isInPipeRow = true
      rows.append([])
      while index < limit, text[index] == 0x20 { index += 1 }
      if index < limit, text[index] == 0x7C { return false }
      rows[rows.count - 1].append(Cell())
      // At a tag there is nothing to keep of the text.
      return index == limit
    }
    if let end = pipes.delimiters[index], end <= limit {
      notes.append(index)
      index = end
      if index < text.count { index += 1 }
      if !pipes.isRow(index) { endTable() }
      return true
    }
    let line = text[index..<limit]
    if line.starts(with: [0x60, 0x60, 0x60]) {
      notes.append(index)
      index = line.firstIndex(of: 0x0A) ?? limit
      return true
    }
    for command in Self.pageBreaks where line.starts(with: command) {
      notes.append(index)
      writePageBreak()
      index += command.count
      return true
    }
    let marks = line.prefix { $0 == 0x23 }.count
    if (1...6).contains(marks), line.dropFirst(marks).first == 0x20, depth == 0 {
      pending = .heading
    } else if pending == .heading, depth == 0, tag == 0 || tags[tag - 1].effect != .heading {
      pending = nil
    }
    return false
  }

  private static let pageBreaks = [word("\\newpage"), word("\\pagebreak")]

  /// Behind the picture `![…](…)` that begins here.
  private func endOfImage() -> Int? {
    let rest = text[index..<limit]
    guard rest.starts(with: [0x21, 0x5B]),
      let close = rest.dropFirst(2).firstIndex(where: { $0 == 0x5D || $0 == 0x5B || $0 == 0x0A }), text[close] == 0x5D,
      close + 1 < limit, text[close + 1] == 0x28,
      let end = text[(close + 2)..<limit].firstIndex(where: { $0 == 0x29 || $0 == 0x28 || $0 == 0x0A }),
      text[end] == 0x29
    else { return nil }
    return end + 1
  }

  /// Writes what the formula shows that begins here, if one does.
  private mutating func writeFormula() -> Bool {
    let fences: [(open: [UInt32], close: [UInt32])] = [
      ([0x24, 0x24], [0x24, 0x24]), ([0x24], [0x24]), ([0x5C, 0x28], [0x5C, 0x29]), ([0x5C, 0x5B], [0x5C, 0x5D]),
    ]
    let rest = text[index..<min(limit, index + 420)]
    for fence in fences where rest.starts(with: fence.open) {
      let inner = rest.dropFirst(fence.open.count)
      guard
        let close = inner.indices.first(where: { inner[$0] == fence.close[0] && inner[$0...].starts(with: fence.close) }
        ),
        !(inner[..<close].contains(0x0A) && fence.open.count == 1),
        let shown = Formula.text(of: inner[..<close].trimmed)
      else { continue }
      notes.append(index)
      for scalar in shown { append(scalar, from: inner.startIndex) }
      index = close + fence.close.count
      return true
    }
    return false
  }

  // MARK: Tables

  /// Writes the rows of the table under way, each on a line of its own.
  private mutating func endTable() {
    depth = 0
    isInPipeRow = false
    let grid = grid()
    rows = []
    var widths = [Int](repeating: 0, count: grid.lazy.map(\.count).max() ?? 0)
    for row in grid {
      for (column, cell) in row.enumerated() where !cell.isEmpty {
        widths[column] = min(Self.widestColumn, max(widths[column], Self.width(cell)))
      }
    }
    for row in grid {
      guard let last = row.lastIndex(where: { !$0.isEmpty }) else { continue }
      breakLine(1)
      if let first = row.joined().first { kinds.append((first.source, .row)) }
      var source = row.joined().first?.source ?? index
      for (column, cell) in row[...last].enumerated() {
        out += cell
        source = cell.last?.source ?? source
        guard column < last, widths[column] > 0 else { continue }
        let gap = max(2, widths[column] + 2 - Self.width(cell))
        for _ in 0..<gap { out.append((0x20, source)) }
      }
      out.append((0x0A, source))
    }
  }

  /// A longer cell, in half Han, does not push the others of its column aside.
  private static let widestColumn = 24
  /// More columns than any cell of a newspaper takes.
  private static let widestSpan = 20

  private static func width(_ cell: [Place]) -> Int { LineMeasure(cell.map(\.scalar)[...], hasAsterisks: false).cells }

  /// The cells in their columns, cells of several rows or columns with empty ones beside and below them.
  private func grid() -> [[[Place]]] {
    var open: [Int: Int] = [:]  // by column, rows that a cell above still takes
    return rows.map { row in
      var line: [[Place]] = []
      func passOver() {
        while let rows = open[line.count], rows > 0 {
          open[line.count] = rows - 1
          line.append([])
        }
      }
      for cell in row {
        passOver()
        for column in 0..<min(cell.columnSpan, Self.widestSpan) {
          if cell.rowSpan > 1 { open[line.count] = cell.rowSpan - 1 }
          line.append(column == 0 ? Self.trimmed(cell.places) : [])
        }
      }
      passOver()
      return line
    }
  }

  /// A cell without white space at its ends, each run of it inside one blank.
  private static func trimmed(_ places: [Place]) -> [Place] {
    var result: [Place] = []
    for place in places {
      if CharacterClass.of(place.scalar).contains(.space) {
        if let last = result.last, last.scalar != 0x20 { result.append((0x20, place.source)) }
      } else {
        result.append(place)
      }
    }
    if result.last?.scalar == 0x20 { result.removeLast() }
    return result
  }
}

extension ArraySlice<UInt32> {
  /// The number that an attribute of a tag has, from 1 to 100; 1 without it.
  fileprivate func number(of attribute: String) -> Int {
    let name = attribute.unicodeScalars.map(\.value)
    guard let start = indices.first(where: { self[$0...].starts(with: name) }) else { return 1 }
    let digits = self[(start + name.count)...].drop { $0 == 0x3D || $0 == 0x22 || $0 == 0x27 || $0 == 0x20 }
      .prefix(while: \.isFigure).prefix(4)
    return Swift.min(100, Swift.max(1, Int(digits.string) ?? 1))
  }
}
