import NewsModel

/// What is held of each newspaper: a calendar with the chosen issue marked.
enum HoldingsPane {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let (theme, language) = (state.settings.theme, state.language)
    let view = state.holdings
    let papers = view.holdings.papers
    let title = language("馆藏", "Holdings") + (papers.count > 1 ? " \(view.paper + 1)/\(papers.count)" : "")
    guard let paper = view.shownPaper, let calendar = view.calendar else {
      Heading.draw(title, "", isFocused: true, theme, in: area, on: &frame)
      Hint.draw(
        language("不知道任何一版的刊期；P 可以更正", "no issue is known of any page; P corrects that"), in: area.inset(top: 1), theme,
        on: &frame)
      return
    }
    Heading.draw(title + "  " + paper.summary(language), "", isFocused: true, theme, in: area, on: &frame)
    frame.put(
      HoldingsCalendar.heading(language), at: area.x + Self.margin, area.y + 1, maxWidth: area.columns - Self.margin,
      style: theme[.hint])
    let rows = calendar.rows
    let height = max(1, area.rows - 3)
    let top = max(0, min(view.row - height / 2, rows.count - height))
    for (offset, row) in rows.dropFirst(top).prefix(height).enumerated() {
      draw(row, isChosen: view.issue, state, at: Point(x: area.x, y: area.y + 2 + offset), area, on: &frame)
    }
    if let issue = view.shownIssue {
      let text = frame.cellWidth.truncated(issue.summary(language), to: max(0, area.columns - 2))
      frame.put(text, at: area.x + 1, area.maxY - 1, maxWidth: area.columns - 2, style: theme[.notice])
    }
  }

  /// Cells left of the days, where the months stand.
  private static let margin = 9

  private static func draw(
    _ row: HoldingsCalendar.Row, isChosen chosen: Int, _ state: AppState, at point: Point, _ area: Rect,
    on frame: inout Frame
  ) {
    let theme = state.settings.theme
    switch row {
    case .month(let name): frame.put(name, at: point.x + 1, point.y, maxWidth: area.columns - 1, style: theme[.subhead])
    case .week(let days):
      for (column, day) in days.enumerated() {
        let x = point.x + margin + column * HoldingsCalendar.cellWidth
        guard let day, x < area.maxX else { continue }
        let style = theme[day.issue == nil ? .hint : .place]
        frame.put(day.text, at: x, point.y, maxWidth: area.maxX - x, style: style)
        if let issue = day.issue, issue == chosen {
          let cells = Rect(x: x, y: point.y, columns: min(HoldingsCalendar.cellWidth - 1, area.maxX - x), rows: 1)
          frame.restyle(cells) { $0.overlaid(with: theme[.selection]) }
        }
      }
    }
  }
}
