import NewsModel

/// The page that an article stands on, as its file has it, with the article's lines marked.
struct SourceView: Sendable {
  let file: FilePath
  /// Lines of the article, counted from 1.
  let marked: [LineSpan]
  /// The file's lines; `nil` until they have been read.
  let lines: [String]?
  /// The lines that the user has chosen, if any are.
  var choice: LineChoice?
  /// Why they cannot be read.
  var problem: String?

  /// A row of the pane.
  struct Row: Sendable {
    /// Counted from 1; `nil` for the rows that go on with a line.
    let number: Int?
    let text: String
    let isMarked: Bool
    /// The line that it shows a part of, counted from 1, and where in that the row begins, in Unicode scalars.
    let line: Int
    let start: Int
  }

  /// Cells that line numbers take.
  private static let margin = 6
  private var rows: [Row] = []
  private var columns = 0

  init(file: FilePath, marked: [LineSpan], lines: [String]? = nil) {
    self.file = file
    self.marked = marked
    self.lines = lines
  }

  var rowCount: Int { rows.count }

  subscript(row: Int) -> Row { rows[row] }

  /// The first row of the article.
  var firstMarked: Int { rows.firstIndex(where: \.isMarked) ?? 0 }

  /// The row on which line `number` begins, or the last one.
  func row(ofLine number: Int) -> Int { rows.firstIndex { $0.number == number } ?? max(0, rows.count - 1) }

  /// The line that a row belongs to; `nil` for a row that is not there.
  func line(ofRow row: Int) -> Int? {
    guard rows.indices.contains(row) else { return nil }
    return rows[...row].last { $0.number != nil }?.number
  }

  /// The first line with text from one on, or back from it.
  func textLine(from line: Int, step: Int) -> Int? {
    guard let lines else { return nil }
    var line = line
    while lines.indices.contains(line - 1) {
      if !lines[line - 1].allSatisfy(\.isWhitespace) { return line }
      line += step
    }
    return nil
  }

  /// Where line `number` stands among other lines of the file: the nearest one with its text, else the one of its number.
  func place(ofLine number: Int, in others: [String]) -> Int {
    guard let lines, lines.indices.contains(number - 1) else { return number }
    let same = others.indices.filter { others[$0] == lines[number - 1] }
    return same.min { abs($0 + 1 - number) < abs($1 + 1 - number) }.map { $0 + 1 } ?? number
  }

  /// Breaks the lines to `columns` cells.
  ///
  /// - Returns: whether the rows are new.
  mutating func set(columns: Int, cellWidth: CellWidth) -> Bool {
    guard let lines, columns != self.columns || rows.isEmpty else { return false }
    self.columns = columns
    let typesetter = Typesetter(width: columns - Self.margin, cellWidth: cellWidth)
    var marked = Set<Int>()
    for span in self.marked { marked.formUnion(span.first...span.last) }
    rows = []
    for (index, line) in lines.enumerated() {
      let set = typesetter.set(line)
      let isMarked = marked.contains(index + 1)
      for (row, part) in set.lines.enumerated() {
        rows.append(
          Row(
            number: row == 0 ? index + 1 : nil, text: set.text(of: part), isMarked: isMarked,
            line: index + 1, start: part.range.lowerBound))
      }
    }
    return true
  }
}
