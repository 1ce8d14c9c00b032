import NewsModel

/// The page that an article stands on, as its file has it, with the article's lines marked.
struct SourceView: Sendable {
  let file: FilePath
  /// Lines of the article, counted from 1.
  let marked: [LineSpan]
  /// The page; `nil` until it has been read.
  let page: SourcePage?
  /// The text of each line by its number, counted from 1; `nil` until they have been read.
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

  /// Whether the picture of the page's layout is shown in the place of its lines.
  private(set) var showsLayout: Bool

  init(file: FilePath, marked: [LineSpan], page: SourcePage? = nil, showsLayout: Bool = false) {
    self.file = file
    self.marked = marked
    self.page = page
    lines = page?.print.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    self.showsLayout = showsLayout && page?.sketches.allSatisfy(\.isEmpty) == false
  }

  mutating func toggleLayout() {
    showsLayout.toggle()
    rows = []
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

  /// Where line `number` stands on another reading of the page: the nearest one with its text, else the one of its number.
  func place(ofLine number: Int, in other: SourcePage) -> Int {
    guard let line = page?.lines.first(where: { $0.number == number }) else { return number }
    let same = other.lines.filter { $0.text == line.text }
    return same.min { abs($0.number - number) < abs($1.number - number) }?.number ?? number
  }

  /// Breaks the lines to `columns` cells.
  ///
  /// - Returns: whether the rows are new.
  mutating func set(columns: Int, cellWidth: CellWidth) -> Bool {
    guard let page, columns != self.columns || rows.isEmpty else { return false }
    self.columns = columns
    let typesetter = Typesetter(width: columns - Self.margin, cellWidth: cellWidth)
    rows = []
    if showsLayout {
      for line in page.sketches.flatMap({ $0.lines(columns: columns - Self.margin, marking: self.marked) }) {
        rows.append(Row(number: nil, text: line.text, isMarked: line.isMarked, line: 0, start: 0))
      }
      return true
    }
    var marked = Set<Int>()
    for span in self.marked { marked.formUnion(span.first...span.last) }
    for line in page.lines {
      let set = typesetter.set(line.text)
      let isMarked = line.rows.contains {
        $0.first == $0.last ? marked.contains($0.first) : !marked.isDisjoint(with: $0.first...$0.last)
      }
      for (row, part) in set.lines.enumerated() {
        rows.append(
          Row(
            number: row == 0 ? line.number : nil, text: set.text(of: part), isMarked: isMarked,
            line: line.number, start: part.range.lowerBound))
      }
    }
    return true
  }
}
