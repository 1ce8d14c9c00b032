import NewsModel

/// The results of a search: the query, how much was found, and each article with the places where it was found.
enum SearchPane {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    guard let search = state.search else { return }
    let theme = state.settings.theme
    let isFocused = state.focus == .search
    Heading.draw(
      title(search, state.language), detail(search), isFocused: isFocused, theme, in: area, on: &frame)
    let (queryRow, rest) = area.inset(top: 1).splitRows(top: 1)
    let (countRows, hits) = rest.splitRows(top: state.searchSummaryRows)
    if let prompt = state.prompt, prompt.purpose == .search {
      PromptLine.draw(prompt, lead: "/", in: queryRow, theme, on: &frame)
    } else {
      frame.put(
        frame.cellWidth.truncated("/" + search.query.text, to: queryRow.columns), at: queryRow.x, queryRow.y,
        maxWidth: queryRow.columns, style: theme[.prompt])
    }
    let (summary, isProblem) = summary(search, state)
    let set = Typesetter(width: max(1, countRows.columns - 2), cellWidth: frame.cellWidth).set(summary)
    for (row, line) in set.lines.prefix(countRows.rows).enumerated() {
      frame.put(
        set.text(of: line), at: countRows.x + 1, countRows.y + row, maxWidth: max(0, countRows.columns - 1),
        style: theme[isProblem ? .notice : .hint])
    }
    guard search.answer?.load == state.catalog.load else { return }
    switch search.view {
    case .hits where search.answer?.hits.isEmpty == true: drawOffers(search, state, in: hits, on: &frame)
    case .hits: drawHits(search, state, in: hits, on: &frame)
    case .lines: drawLines(search, state, in: hits, on: &frame)
    case .table: drawTable(search, state, in: hits, on: &frame)
    }
  }

  private static func title(_ search: SearchSession, _ language: Language) -> String {
    let reach = search.reach == .group ? search.groupName : language("全部", "everything")
    return language("查找：", "Search: ") + reach
  }

  private static func detail(_ search: SearchSession) -> String {
    search.rowCount > 0 ? "\(search.row.selected + 1)/\(search.rowCount)" : ""
  }

  /// What was found, or what is wrong with the query.
  static func summary(_ search: SearchSession, _ state: AppState) -> (String, isProblem: Bool) {
    let language = state.language
    guard search.query.root != nil else {
      return (language("空格=并且  |=或者  -=不含  Tab 换范围", "blank = and  | = or  - = not  Tab: scope"), false)
    }
    var text = language("正在查找…", "searching…")
    if search.isStopped { text = language("已中止", "stopped") }
    if let answer = search.answer, search.isAnswered {
      if let problem = answer.problem {
        let found = language("\(answer.shownCount) 篇  ", "\(answer.shownCount) articles  ")
        return (found + problem.message[language], true)
      }
      text =
        answer.hits.isEmpty
        ? language("没有找到", "nothing found")
        : language("\(answer.hits.count) 篇", "\(answer.hits.count) articles")
      if answer.furniturePages > 0 {
        text += language("；只在 \(answer.furniturePages) 个版面的版头里有", "; only mastheads hold it")
      }
      if answer.datedByIssue > 0 {
        text += language("（\(answer.datedByIssue) 篇按刊期）", " (\(answer.datedByIssue) by the day of their issue)")
      }
      // A query for fields alone has no matches in the text.
      if answer.matchCount > 0 { text += language(" \(answer.matchCount) 处", ", \(answer.matchCount) hits") }
      if case .lines(let order) = search.view {
        let most = SearchDetail.mostLines
        text += "  " + order.name(language)
        if search.detail.isCut { text += language("，先列 \(most) 处", ", the first \(most)") }
      }
      if search.view == .table { text += monthsBeside(state) }
      if state.progress != nil { text += language("（还在读入）", " (still reading)") }
    }
    let remark = search.query.remark(language) ?? (search.isAnswered ? search.answer?.remark?.message[language] : nil)
    guard let remark else { return (text, false) }
    return (text + "  " + remark, true)
  }

  private static func drawHits(_ search: SearchSession, _ state: AppState, in area: Rect, on frame: inout Frame) {
    guard let answer = search.answer else { return }
    let height = state.hitRows
    let visible = answer.hits.enumerated().dropFirst(search.cursor.top).prefix(max(0, area.rows) / height)
    for (index, hit) in visible {
      let y = area.y + (index - search.cursor.top) * height
      let cells = Rect(x: area.x, y: y, columns: area.columns, rows: height)
      let snippets = answer.snippets[hit.article] ?? []
      guard let article = state.catalog[answer.reference(to: hit.article)] else { continue }
      drawTitle(of: article, hit.matchCount, snippets, state, in: cells, on: &frame)
      if index == search.cursor.selected {
        let style = state.settings.theme[state.focus == .search ? .selection : .inactiveSelection]
        frame.restyle(Rect(x: cells.x, y: cells.y, columns: cells.columns, rows: 1)) { $0.overlaid(with: style) }
      }
      let snippet = snippets.first { article.parts[$0.part].role != .headline }
      draw(snippet, state, in: cells.inset(left: 2, top: 1, right: 1), on: &frame)
    }
  }

  private static func drawTitle(
    of article: Article, _ matchCount: Int, _ snippets: [Snippet], _ state: AppState, in cells: Rect,
    on frame: inout Frame
  ) {
    let item = ListItem(article, state)
    let theme = state.settings.theme
    let count = matchCount > 0 ? state.language("\(matchCount)处", "\(matchCount)") : ""
    let words = cells.columns >= 48 ? [item.place, item.date, count] : [count]
    let detail = words.filter { !$0.isEmpty }.joined(separator: " ")
    let detailWidth = frame.cellWidth.width(of: detail)
    let room = max(0, cells.columns - 4 - detailWidth)
    if item.isKept { frame.put("★", at: cells.x, cells.y, maxWidth: min(2, cells.columns), style: theme[.clipping]) }
    frame.put(
      frame.cellWidth.truncated(item.title, to: room), at: cells.x + 2, cells.y, maxWidth: room, style: theme[.headline]
    )
    frame.put(detail, at: cells.maxX - 1 - detailWidth, cells.y, maxWidth: detailWidth, style: theme[.hint])
    // A snippet of the headline marks the title itself.
    guard let snippet = snippets.first(where: { $0.text == item.title }) else { return }
    let set = Typesetter(width: 10_000, cellWidth: frame.cellWidth).set(item.title)
    for columns in snippet.ranges.flatMap({ set.cells(of: $0, inLine: 0) }) {
      let shown = Rect(x: cells.x + 2 + columns.lowerBound, y: cells.y, columns: columns.count, rows: 1)
      frame.restyle(shown.intersection(Rect(x: cells.x + 2, y: cells.y, columns: room, rows: 1))) { _ in theme[.match] }
    }
  }

  private static func draw(_ snippet: Snippet?, _ state: AppState, in cells: Rect, on frame: inout Frame) {
    guard let snippet, cells.columns > 0, cells.rows > 0 else { return }
    let theme = state.settings.theme
    let lead = snippet.isCutAtStart ? "…" : ""
    let text = lead + snippet.text + (snippet.isCutAtEnd ? "…" : "")
    let set = Typesetter(width: cells.columns, cellWidth: frame.cellWidth).set(text)
    for (index, line) in set.lines.prefix(cells.rows).enumerated() {
      frame.put(set.text(of: line), at: cells.x, cells.y + index, maxWidth: cells.columns)
      for range in snippet.ranges {
        let mark = theme[snippet.nearRanges.contains(range) ? .nearMatch : .match]
        let shifted = range.lowerBound + lead.scalarCount..<range.upperBound + lead.scalarCount
        for columns in set.cells(of: shifted, inLine: index) {
          frame.restyle(Rect(x: cells.x + columns.lowerBound, y: cells.y + index, columns: columns.count, rows: 1)) {
            _ in mark
          }
        }
      }
    }
  }
}
