/// The list to choose from, above the bottom row and over what lies there.
enum ChooserPane {
  static func draw(_ chooser: Chooser, _ state: AppState, in body: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    guard let area = area(state, in: body) else { return }
    let rows = area.rows - 1
    if let box = box(around: area, in: body) {
      frame.fill(box)
      frame.drawBox(box, borders: state.settings.borders, style: theme[.border])
    } else {
      frame.fill(area)
    }
    let columns = area.columns
    let count = chooser.shown.isEmpty ? "0" : "\(chooser.cursor.selected + 1)/\(chooser.shown.count)"
    Heading.draw(chooser.title, count, isFocused: true, theme, in: area, on: &frame)
    if chooser.shown.isEmpty {
      frame.put(
        state.language("没有这个名称", "no such name"), at: area.x + 1, area.y + 1, maxWidth: columns - 2,
        style: theme[.hint])
    }
    let labels = min(chooser.shown.map { frame.cellWidth.width(of: $0.label) }.max() ?? 0, columns / 2)
    for (index, item) in chooser.shown.enumerated().dropFirst(chooser.cursor.top).prefix(rows) {
      let y = area.y + 1 + index - chooser.cursor.top
      var x = area.x + 1
      if let key = item.key { x += frame.put("\(key)  ", at: x, y, maxWidth: area.maxX - x, style: theme[.key]) }
      let room = max(0, area.maxX - 1 - x)
      frame.put(frame.cellWidth.truncated(item.label, to: room), at: x, y, maxWidth: room)
      x += max(labels, frame.cellWidth.width(of: item.label)) + 2
      let rest = max(0, area.maxX - 1 - x)
      frame.put(frame.cellWidth.truncated(item.detail, to: rest), at: x, y, maxWidth: rest, style: theme[.hint])
      if index == chooser.cursor.selected {
        frame.restyle(Rect(x: area.x, y: y, columns: columns, rows: 1)) { $0.overlaid(with: theme[.selection]) }
      }
    }
  }

  /// The cells of the heading and the rows of items below it; `nil` where there is no room for any.
  static func area(_ state: AppState, in body: Rect) -> Rect? {
    let rows = min(state.chooserRows, body.rows - 1)
    guard rows > 0 else { return nil }
    let edge = hasBox(rows, in: body) ? 1 : 0
    return Rect(
      x: body.x + edge, y: body.maxY - rows - 1 - edge, columns: min(body.columns - 2 * edge, 64), rows: rows + 1)
  }

  /// The box around the list, where the screen has room for one.
  private static func box(around area: Rect, in body: Rect) -> Rect? {
    guard hasBox(area.rows - 1, in: body) else { return nil }
    return Rect(x: area.x - 1, y: area.y - 1, columns: area.columns + 2, rows: area.rows + 2)
  }

  private static func hasBox(_ rows: Int, in body: Rect) -> Bool { body.rows > rows + 3 && body.columns > 30 }
}
