import NewsModel

/// What is looked for in a pane of text: the help, the notes on an article, the page beside it.
struct TextFind: Sendable, Equatable {
  /// Scalars of one row.
  struct Piece: Sendable, Equatable {
    let row: Int
    let range: Range<Int>
  }

  var text: String
  /// The row that was on top when the search began.
  let origin: Int
  /// Each match as its pieces: it may go over the end of a row.
  fileprivate(set) var matches: [[Piece]] = []
  /// The match that `n` has come to.
  fileprivate(set) var current: Int?

  /// The matches' pieces in one row, with whether each belongs to the current one.
  func pieces(inRow row: Int) -> [(range: Range<Int>, isCurrent: Bool)] {
    matches.enumerated().flatMap { index, pieces in
      pieces.filter { $0.row == row }.map { ($0.range, index == current) }
    }
  }

  /// Looks for the text in rows as search looks for it in articles: space between Chinese characters, a row's end included, counts for
  /// nothing.
  ///
  /// - Complexity: O(bytes of the rows).
  mutating func look(in rows: [String]) {
    var starts: [Int] = []
    var length = 0
    for row in rows {
      starts.append(length)
      length += row.scalarCount + 1
    }
    let article = Article(
      file: "", number: 1, kind: .other, parts: [Part(role: .body, text: rows.joined(separator: "\n"), lines: [])])
    let searcher = Searcher(library: Library(), index: SearchIndex())
    matches = searcher.matches(of: QueryParser.plain(text), in: article).map { match in
      var pieces: [Piece] = []
      var row = max(0, (starts.firstIndex { $0 > match.range.lowerBound } ?? starts.count) - 1)
      while row < starts.count, starts[row] < match.range.upperBound {
        let end = starts[row] + rows[row].scalarCount
        let range =
          max(match.range.lowerBound, starts[row])..<max(match.range.lowerBound, min(match.range.upperBound, end))
        if !range.isEmpty {
          pieces.append(Piece(row: row, range: range.lowerBound - starts[row]..<range.upperBound - starts[row]))
        }
        row += 1
      }
      return pieces
    }
    current = current.flatMap { matches.indices.contains($0) ? $0 : nil }
  }
}

extension AppState {
  /// Opens the line for what to look for in a pane of text.
  mutating func beginFinding() {
    find = TextFind(text: "", origin: scroll)
    prompt = Prompt(.find)
  }

  /// Looks for what is typed and goes to the first match from where the search began.
  mutating func findText(_ text: String) {
    find?.text = text
    find?.current = nil
    lookAgain()
    let origin = find?.origin ?? 0
    scroll = origin
    guard let matches = find?.matches, !matches.isEmpty else { return }
    goToFound(matches.firstIndex { ($0.first?.row ?? 0) >= origin } ?? 0)
  }

  /// Looks again, in a pane whose rows are others by now.
  mutating func lookAgain() {
    guard find != nil, focus.isText else { return }
    let rows = textRowTexts(of: focus)
    find?.look(in: rows)
  }

  /// Goes to the next (or previous) match, and from the last one to the first.
  mutating func findNext(forward: Bool) {
    guard let find, !find.matches.isEmpty else {
      let words = find.map { language("没有“\($0.text)”", "no “\($0.text)” here") }
      message = Message(text: words ?? language("先按 / 查找", "search with / first"))
      return
    }
    let count = find.matches.count
    let next = find.current.map { ($0 + (forward ? 1 : count - 1)) % count } ?? 0
    goToFound(next)
    message = Message(text: language("第 \(next + 1) 处，共 \(count) 处", "match \(next + 1) of \(count)"))
  }

  private mutating func goToFound(_ index: Int) {
    find?.current = index
    guard let row = find?.matches[index].first?.row else { return }
    let height = textRows(of: focus)
    guard !(scroll..<scroll + height).contains(row) else { return }
    scroll = max(0, min(row - height / 3, textLines(of: focus) - height))
    if focus == .source { followSource() }
  }

  /// Leaves the search for where it began.
  mutating func endFinding() {
    scroll = find?.origin ?? scroll
    find = nil
  }
}
