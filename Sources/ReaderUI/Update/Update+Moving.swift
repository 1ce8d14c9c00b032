extension AppState {
  /// Moves in the pane that has the focus: by the count typed before, if any.
  mutating func move(_ action: Action) {
    let times = max(1, count ?? 1)
    switch focus {
    case .places:
      moved(&places.cursor, action, times, of: places.groups.count, height: textRows(of: .places))
      fillList()
    case .list: moved(&list.cursor, action, times, of: list.rows.count, height: listRows)
    case .search:
      guard let search else { return }
      var cursor = search.row
      moved(&cursor, action, times, of: search.rowCount, height: searchRows)
      self.search?.row = cursor
    case .article: moveArticle(action, times)
    case .holdings: moveHoldings(action, times)
    case .help, .notes, .source, .lines:
      let height = textRows(of: focus)
      let last = max(0, textLines(of: focus) - height)
      scroll = max(0, min(target(action, from: scroll, times, height: height) ?? last, last))
      if focus == .source { followSource() }
    }
  }

  private func moved(_ cursor: inout Cursor, _ action: Action, _ times: Int, of count: Int, height: Int) {
    let row = target(action, from: cursor.selected, times, height: height) ?? count - 1
    cursor.select(row, of: count, height: height)
  }

  /// The row that a movement leads to; `nil` for the last one.
  private func target(_ action: Action, from row: Int, _ times: Int, height: Int) -> Int? {
    switch action {
    case .down: row + times
    case .up: row - times
    case .pageDown: row + times * height
    case .pageUp: row - times * height
    case .halfPageDown: row + times * max(1, height / 2)
    case .halfPageUp: row - times * max(1, height / 2)
    case .first: (count ?? 1) - 1
    case .last: count.map { $0 - 1 }
    default: row
    }
  }

  private mutating func moveArticle(_ action: Action, _ times: Int) {
    guard article != nil else { return }
    let height = articleRows
    // A page keeps one line of the last one, for the eye to hold on to.
    let page = max(1, height - 1)
    switch action {
    case .down: article?.scroll(by: times)
    case .up: article?.scroll(by: -times)
    case .pageDown: article?.scroll(by: times * page)
    case .pageUp: article?.scroll(by: -times * page)
    case .halfPageDown: article?.scroll(by: times * max(1, height / 2))
    case .halfPageUp: article?.scroll(by: -times * max(1, height / 2))
    case .first: article?.scroll(to: TextPosition(block: (count ?? 1) - 1))
    case .last: article?.scroll(to: TextPosition(block: count.map { $0 - 1 } ?? .max))
    default: break
    }
  }

  /// Chooses the article `distance` rows further in the list or the results.
  mutating func step(_ distance: Int) {
    let distance = distance * max(1, count ?? 1)
    if focus == .holdings { return holdings.showPaper(holdings.paper + distance) }
    if let search, search.showsResults {
      let (rows, height) = (search.rowCount, searchRows)
      self.search?.row.move(by: distance, of: rows, height: height)
    } else {
      let row = list.cursor.selected
      list.cursor.move(by: distance, of: list.rows.count, height: listRows)
      if row == list.cursor.selected, focus == .article {
        message = Message(
          text: distance > 0
            ? language("已是最后一篇", "this is the last article") : language("已是第一篇", "this is the first article"))
      }
    }
  }

  /// Goes to the next (or previous) wanted block, or the one as far away as the count typed before.
  mutating func goToBlock(forward: Bool, where isWanted: (Document.Block) -> Bool) {
    for _ in 0..<max(1, min(count ?? 1, article?.document.blocks.count ?? 1)) {
      guard let block = article?.block(forward: forward, where: isWanted) else {
        if forward { article?.scroll(to: TextPosition(block: .max)) }
        return
      }
      article?.scroll(to: TextPosition(block: block))
    }
  }
}
