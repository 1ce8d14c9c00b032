import NewsModel

extension SearchPane {
  /// Columns from which a line shows its place, and its place and day.
  private static let columnsWithPlace = 56
  private static let columnsWithDate = 72

  /// The matches, one a row, all beginning in one column; place and day at the left where there is room.
  static func drawLines(_ search: SearchSession, _ state: AppState, in area: Rect, on frame: inout Frame) {
    guard let answer = search.answer, let lines = search.detail.lines, area.columns > 2 else { return }
    let theme = state.settings.theme
    let width = frame.cellWidth
    let top = search.detail.cursor.top
    for (offset, line) in lines.dropFirst(top).prefix(max(0, area.rows)).enumerated() {
      guard let article = state.catalog[answer.reference(to: line.article)] else { continue }
      let y = area.y + offset
      var x = area.x + 1
      if area.columns >= columnsWithPlace {
        let place = article.filing.place?.name ?? "-"
        frame.put(width.truncated(place, to: 8), at: x, y, maxWidth: 8, style: theme[.place])
        x += 9
      }
      if area.columns >= columnsWithDate {
        frame.put(article.date?.shown ?? "-", at: x, y, maxWidth: 11, style: theme[.date])
        x += 12
      }
      let set = SetKeywordLine(line, columns: max(0, area.maxX - 1 - x), cellWidth: width)
      x += frame.put(set.before, at: x, y)
      x += frame.put(set.text, at: x, y, style: theme[line.match.isNear ? .nearMatch : .match])
      frame.put(set.after, at: x, y, maxWidth: max(0, area.maxX - x))
      if top + offset == search.detail.cursor.selected { select(y, state, in: area, on: &frame) }
    }
  }

  /// Articles found, a row for each place, a column for each month: after the total those of earlier months together, then as
  /// many months as fit, the latest unless the user has gone back.
  static func drawTable(_ search: SearchSession, _ state: AppState, in area: Rect, on frame: inout Frame) {
    guard let table = search.detail.table, let layout = state.tableLayout, area.rows > 1 else { return }
    let theme = state.settings.theme
    func put(_ text: String, endingAt end: Int, _ y: Int, _ role: Role) {
      let cells = frame.cellWidth.width(of: text)
      frame.put(text, at: end - cells, y, maxWidth: cells, style: theme[role])
    }
    let totalEnd = area.x + 1 + layout.placeWidth + layout.totalWidth
    let earlierEnd = totalEnd + (layout.showsEarlier ? layout.totalWidth : 0)
    put(state.language("合计", "total"), endingAt: totalEnd, area.y, .title)
    if layout.showsEarlier { put(state.language("更早", "earlier"), endingAt: earlierEnd, area.y, .title) }
    var end = earlierEnd
    for month in layout.months {
      end += month.width
      put(month.label, endingAt: end, area.y, .title)
    }
    let top = search.detail.cursor.top
    for (offset, place) in table.rows.dropFirst(top).prefix(area.rows - 1).enumerated() {
      let y = area.y + 1 + offset
      let row = top + offset
      let name = frame.cellWidth.truncated(place?.name ?? TableLayout.unknown(state.language), to: layout.placeWidth)
      frame.put(name, at: area.x + 1, y, maxWidth: layout.placeWidth, style: theme[.place])
      put(String(table.count(row: row).articles), endingAt: totalEnd, y, .count)
      let earlier = layout.earlier.reduce(0) { $0 + table.count(row: row, column: $1).articles }
      if layout.showsEarlier, earlier > 0 { put(String(earlier), endingAt: earlierEnd, y, .text) }
      var end = earlierEnd
      for month in layout.months {
        end += month.width
        // An empty cell reads easier than a zero.
        let count = table.count(row: row, column: month.index).articles
        if count > 0 { put(String(count), endingAt: end, y, .text) }
      }
      if row == search.detail.cursor.selected { select(y, state, in: area, on: &frame) }
    }
  }

  /// How many months stand beside the table on either side, and the keys that lead there.
  static func monthsBeside(_ state: AppState) -> String {
    guard let layout = state.tableLayout else { return "" }
    // While a query is typed the keys are letters.
    let keys = state.prompt == nil ? state.monthKeys : (nil, nil)
    func words(_ count: Int, _ key: Key?, _ chinese: String, _ english: String) -> String {
      guard count > 0 else { return "" }
      let lead = key.map { "\($0) " } ?? ""
      return "  " + lead + state.language("\(chinese) \(count) 个月", "\(count) \(english) months")
    }
    return words(layout.earlier.count, keys.0, "更早", "earlier") + words(layout.later, keys.1, "更晚", "later")
  }

  /// What is said above the offers, row by row.
  static func offersHint(_ language: Language, columns: Int, _ width: CellWidth) -> [String] {
    let set = Typesetter(width: max(1, columns - 2), cellWidth: width).set(
      language("可以试试（C-y 采用，↓ 选别的）：", "try instead (C-y takes it, Down chooses):"))
    return set.lines.map { set.text(of: $0) }
  }

  /// What to try instead of a query that found nothing.
  static func drawOffers(_ search: SearchSession, _ state: AppState, in area: Rect, on frame: inout Frame) {
    guard !search.offers.all.isEmpty, area.columns > 4 else { return }
    let theme = state.settings.theme
    let language = state.language
    let hint = offersHint(language, columns: area.columns, frame.cellWidth)
    for (row, line) in hint.prefix(area.rows).enumerated() {
      frame.put(line, at: area.x + 1, area.y + row, maxWidth: area.columns - 2, style: theme[.hint])
    }
    for (index, offer) in search.offers.all.prefix(max(0, area.rows - hint.count)).enumerated() {
      let y = area.y + hint.count + index
      let reason =
        switch offer.reason {
        case .lookalike: language("形近字", "as OCR misreads it")
        case .near: language("容许错一字", "one character off")
        case .apart: language("词分开", "words apart")
        case .fewer: language("少一个条件", "one condition less")
        case .place: language("地名", "place")
        case .name: language("人名", "name")
        case .word: language("常用词", "word")
        }
      let count = language("\(offer.articles) 篇", offer.articles == 1 ? "1 article" : "\(offer.articles) articles")
      let text = "\(offer.query)  \(count)  \(reason)"
      frame.put(
        frame.cellWidth.truncated(text, to: area.columns - 4), at: area.x + 3, y, maxWidth: area.columns - 4)
      if index == search.offers.selected ?? 0 {
        frame.put(">", at: area.x + 1, y, style: theme[.key])
        if search.offers.selected != nil { select(y, state, in: area, on: &frame) }
      }
    }
  }

  private static func select(_ y: Int, _ state: AppState, in area: Rect, on frame: inout Frame) {
    let style = state.settings.theme[state.focus == .search ? .selection : .inactiveSelection]
    frame.restyle(Rect(x: area.x, y: y, columns: area.columns, rows: 1)) { $0.overlaid(with: style) }
  }
}
