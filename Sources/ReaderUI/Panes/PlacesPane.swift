/// The left pane: groups and their counts.
enum PlacesPane {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    let view = state.places
    let isFocused = state.focus == .places
    // What the numbers are, where some are two.
    let isPartRead = zip(view.groups, view.unread).contains { $1 > 0 && $1 < $0.articles.count }
    let detail = isPartRead ? state.language("未读/全部", "unread/all") : ""
    Heading.draw(view.facet.name(state.language), detail, isFocused: isFocused, theme, in: area, on: &frame)
    let rows = area.inset(top: 1)
    for (index, group) in view.groups.enumerated().dropFirst(view.cursor.top).prefix(rows.rows) {
      let y = rows.y + index - view.cursor.top
      let isSelected = index == view.cursor.selected
      let isClippings = group.key == .clippings
      let count = isClippings ? state.clippings.count : group.articles.count
      let unread = !isClippings && view.unread.indices.contains(index) ? view.unread[index] : 0
      draw(group, count, unread, in: Rect(x: rows.x, y: y, columns: rows.columns, rows: 1), state, on: &frame)
      if isSelected {
        let style = theme[isFocused ? .selection : .inactiveSelection]
        frame.restyle(Rect(x: rows.x, y: y, columns: rows.columns, rows: 1)) { $0.overlaid(with: style) }
      }
    }
  }

  private static func draw(
    _ group: Group, _ count: Int, _ unread: Int, in row: Rect, _ state: AppState, on frame: inout Frame
  ) {
    let theme = state.settings.theme
    let indent = row.columns >= 16 ? 1 + 2 * group.depth : 1
    let fullName = group.name(state.language)
    // Part read shows as unread/all where the name leaves room for it, all unread as bold.
    let both = "\(unread)/\(count)"
    let hasRoom = indent + frame.cellWidth.width(of: fullName) + both.utf8.count + 2 <= row.columns
    let number = 0 < unread && unread < count && hasRoom ? both : String(count)
    let room = row.columns - indent - number.utf8.count - 2
    let name = frame.cellWidth.truncated(fullName, to: room)
    let countStyle = theme[unread > 0 ? .unreadCount : .count]
    frame.put(name, at: row.x + indent, row.y, maxWidth: max(0, room), style: theme[.place])
    frame.put(number, at: row.maxX - 1 - number.utf8.count, row.y, maxWidth: number.utf8.count, style: countStyle)
  }
}

extension Group {
  /// How far in the group stands: under its prefecture, under its place.
  fileprivate var depth: Int {
    switch key {
    case .place, .city: 1
    case .town: 2
    default: 0
    }
  }
}
