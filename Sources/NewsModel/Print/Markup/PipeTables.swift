/// Tables of Markdown: rows of cells between bars, a row of dashes below the first.
struct PipeTables {
  /// Where rows begin.
  private var rows: Set<Int> = []
  /// Where rows of dashes begin, and where they end.
  private(set) var delimiters: [Int: Int] = [:]

  /// Finds the tables of a text.
  ///
  /// - Complexity: O(scalars).
  init(in text: [UInt32]) {
    guard text.contains(0x7C) else { return }
    var above: Range<Int>?  // the line above, if a bar stands in it
    var isTable = false
    var start = 0
    while start < text.count {
      let end = text[start...].firstIndex(of: 0x0A) ?? text.count
      let line = text[start..<end]
      let hasBar = line.contains(0x7C)
      if let head = above, Self.isDelimiter(line), !isTable {
        rows.insert(head.lowerBound)
        delimiters[start] = end
        isTable = true
      } else if isTable, hasBar {
        if Self.isDelimiter(line) { delimiters[start] = end } else { rows.insert(start) }
      } else {
        isTable = false
      }
      above = hasBar ? start..<end : nil
      start = end + 1
    }
  }

  /// Whether a row begins at an index of the text.
  func isRow(_ index: Int) -> Bool { rows.contains(index) }

  /// `|---|:--:|`
  private static func isDelimiter(_ line: ArraySlice<UInt32>) -> Bool {
    line.contains(0x7C) && line.contains(0x2D)
      && line.allSatisfy { $0 == 0x7C || $0 == 0x2D || $0 == 0x3A || $0 == 0x20 }
  }
}
