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
        frame.put(article.date?.shown ?? "-", at: x, y, maxWidth: 10, style: theme[.date])
        x += 11
      }
      let set = SetKeywordLine(line, columns: max(0, area.maxX - 1 - x), cellWidth: width)
      x += frame.put(set.before, at: x, y)
      x += frame.put(set.text, at: x, y, style: theme[line.match.isNear ? .nearMatch : .match])
      frame.put(set.after, at: x, y, maxWidth: max(0, area.maxX - x))
      if top + offset == search.detail.cursor.selected { select(y, state, in: area, on: &frame) }
    }
  }

  /// Cells of the column of places, and of every other column.
  private static let tableWidths = (place: 12, number: 8)

  /// Months that a table `columns` cells wide shows of `count`; where some are left out one column counts those before.
  static func tableMonths(_ count: Int, columns: Int) -> Int {
    let fitting = max(0, (columns - 2 - tableWidths.place) / tableWidths.number - 1)
    return count > fitting ? max(0, fitting - 1) : count
  }

  /// Articles found, a row for each place, a column for each month: after the total those of earlier months together, then as
  /// many months as fit, the latest unless the user has gone back.
  static func drawTable(_ search: SearchSession, _ state: AppState, in area: Rect, on frame: inout Frame) {
    guard let table = search.detail.table, area.rows > 1 else { return }
    let theme = state.settings.theme
    let (placeWidth, columnWidth) = tableWidths
    let fitting = tableMonths(table.months.count, columns: area.columns)
    let later = min(search.detail.laterMonths, table.months.count - fitting)
    let months = table.months.dropLast(later).suffix(fitting)
    let before = table.months.dropLast(later + fitting)
    let firstMonth = fitting > 0 && fitting < table.months.count ? 2 : 1
    func put(_ text: String, column: Int, _ y: Int, _ role: Role) {
      let end = area.x + 1 + placeWidth + (column + 1) * columnWidth
      let cells = frame.cellWidth.width(of: text)
      frame.put(text, at: end - cells, y, maxWidth: cells, style: theme[role])
    }
    put(state.language("合计", "total"), column: 0, area.y, .title)
    if firstMonth > 1, !before.isEmpty { put(state.language("更早", "earlier"), column: 1, area.y, .title) }
    for (column, month) in months.enumerated() {
      put(month?.shown(state.language) ?? state.language("无日期", "no day"), column: firstMonth + column, area.y, .title)
    }
    // How many months the keys for left and right would bring.
    let hidden = (before.isEmpty ? "" : "<\(before.count) ") + (later > 0 ? ">\(later)" : "")
    frame.put(hidden, at: area.x + 1, area.y, maxWidth: placeWidth, style: theme[.hint])
    let top = search.detail.cursor.top
    for (offset, place) in table.places.dropFirst(top).prefix(area.rows - 1).enumerated() {
      let y = area.y + 1 + offset
      let name = frame.cellWidth.truncated(place?.name ?? state.language("未标明", "unknown"), to: placeWidth)
      frame.put(name, at: area.x + 1, y, maxWidth: placeWidth, style: theme[.place])
      put(String(table.count(of: place).articles), column: 0, y, .count)
      for (column, month) in months.enumerated() {
        let count = table.count(place, month).articles
        // An empty cell reads easier than a zero.
        if count > 0 { put(String(count), column: firstMonth + column, y, .text) }
      }
      let earlier = before.reduce(0) { $0 + table.count(place, $1).articles }
      if firstMonth > 1, earlier > 0 { put(String(earlier), column: 1, y, .text) }
      if top + offset == search.detail.cursor.selected { select(y, state, in: area, on: &frame) }
    }
  }

  /// What to try instead of a query that found nothing.
  static func drawOffers(_ search: SearchSession, _ state: AppState, in area: Rect, on frame: inout Frame) {
    guard !search.offers.all.isEmpty, area.columns > 4 else { return }
    let theme = state.settings.theme
    let language = state.language
    let hint = language("可以试试（C-y 采用，↓ 选别的）：", "try instead (C-y takes it, Down chooses):")
    frame.put(
      frame.cellWidth.truncated(hint, to: area.columns - 2), at: area.x + 1, area.y, maxWidth: area.columns - 2,
      style: theme[.hint])
    for (index, offer) in search.offers.all.prefix(max(0, area.rows - 1)).enumerated() {
      let y = area.y + 1 + index
      let reason =
        switch offer.reason {
        case .near: language("容许错一字", "one character off")
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
