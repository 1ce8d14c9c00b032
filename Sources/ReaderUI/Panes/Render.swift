import NewsModel

/// The screen that shows `state`: equal arguments give equal frames.
///
/// - Complexity: O(cells), plus setting the paragraphs on the screen that were not shown before.
public func render(_ state: AppState, size: Size) -> Frame {
  var state = state
  if state.size != size {
    state.size = size
    _ = state.settle()
  }
  var frame = Frame(size: size, cellWidth: state.settings.cellWidth)
  guard size.columns >= ScreenLayout.smallest.columns, size.rows >= ScreenLayout.smallest.rows else {
    drawTooSmall(state, on: &frame)
    return frame
  }
  let layout = state.layout
  if state.showsWelcome, let welcome = state.welcome {
    WelcomePane.draw(welcome, state, in: layout.body, on: &frame)
    StatusLine.draw(state, in: layout.status, on: &frame)
    return frame
  }
  for placement in layout.panes {
    if placement.area.x > 0 {
      frame.drawVerticalLine(
        at: placement.area.x - 1, placement.area.y, rows: placement.area.rows, borders: state.settings.borders,
        style: state.settings.theme[.border])
    }
    draw(placement.pane, of: state, in: placement.area, on: &frame)
  }
  if let chooser = state.chooser { ChooserPane.draw(chooser, state, in: layout.body, on: &frame) }
  StatusLine.draw(state, in: layout.status, on: &frame)
  return frame
}

private func draw(_ pane: Pane, of state: AppState, in area: Rect, on frame: inout Frame) {
  switch pane {
  case .places: PlacesPane.draw(state, in: area, on: &frame)
  case .list: ListPane.draw(state, in: area, on: &frame)
  case .article: ArticlePane.draw(state, in: area, on: &frame)
  case .search: SearchPane.draw(state, in: area, on: &frame)
  case .help, .notes: TextPane.draw(pane, of: state, in: area, on: &frame)
  case .holdings: HoldingsPane.draw(state, in: area, on: &frame)
  case .source, .lines: SourcePane.draw(state, in: area, on: &frame)
  }
}

private func drawTooSmall(_ state: AppState, on frame: inout Frame) {
  let least = ScreenLayout.smallest
  let text = state.language(
    "窗口太小：至少 \(least.columns)×\(least.rows)", "too small: \(least.columns)x\(least.rows) at least")
  let set = Typesetter(width: max(1, frame.size.columns), cellWidth: frame.cellWidth).set(text)
  for (row, line) in set.lines.enumerated() { frame.put(set.text(of: line), at: 0, row) }
}

/// The row on top of a pane: its name, and on the right what it shows of how much.
enum Heading {
  static func draw(
    _ title: String, _ detail: String, isFocused: Bool, _ theme: Theme, in area: Rect, on frame: inout Frame
  ) {
    let row = Rect(x: area.x, y: area.y, columns: area.columns, rows: 1)
    let style = theme[isFocused ? .focusedTitle : .title]
    if isFocused { frame.fill(row, style: style) }
    let width = frame.cellWidth
    let room = area.columns - 2
    // What the title does not need is the detail's.
    let detailWidth = min(width.width(of: detail), max(room / 2, room - width.width(of: title) - 1))
    let titleRoom = room - (detail.isEmpty ? 0 : detailWidth + 1)
    frame.put(width.truncated(title, to: titleRoom), at: area.x + 1, area.y, maxWidth: max(0, titleRoom), style: style)
    frame.put(
      width.truncated(detail, to: detailWidth), at: area.maxX - 1 - detailWidth, area.y, maxWidth: detailWidth,
      style: style)
  }
}
