extension AppState {
  /// Rows that a notch of the wheel scrolls.
  private static let notch = 3

  /// Obeys the mouse: the wheel scrolls what it is over, a click chooses, a click on what is chosen opens it, a click on a hint of the
  /// bottom row is its key, the right button goes back, a divider can be dragged.
  mutating func click(_ mouse: MouseEvent) -> [Effect] {
    if let drag {
      if case .drag = mouse.kind { moveDivider(drag, to: mouse.point.x) } else { self.drag = nil }
      return []
    }
    // A message hides the hints; a click brings them back.
    let hints = StatusLine.placedHints(self, in: layout.status)
    message = nil
    switch mouse.kind {
    case .press(3): return goBackByMouse()
    case .press(1) where layout.status.contains(mouse.point):
      return hints.first { $0.x.contains(mouse.point.x) }.map { press($0.hint.key) } ?? []
    default: break
    }
    // What lies below a list to choose from is out of reach.
    if chooser != nil { return clickInChooser(mouse) }
    if showsWelcome { return [] }
    guard let place = layout.panes.first(where: { $0.area.contains(mouse.point) }) else {
      if case .press(1) = mouse.kind { drag = layout.panes.first { $0.area.maxX == mouse.point.x }?.pane }
      return []
    }
    switch mouse.kind {
    case .wheelDown: wheel(Self.notch, over: place.pane)
    case .wheelUp: wheel(-Self.notch, over: place.pane)
    case .drag(1) where place.pane == .source && prompt == nil: drag(over: mouse.point.y - place.area.y - 1)
    case .press(1):
      // While a line is typed only the results that it brings can be chosen.
      if let prompt, prompt.purpose != .search || place.pane != .search { return [] }
      return press(place, row: mouse.point.y - place.area.y - 1)
    default: break
    }
    return []
  }

  private mutating func goBackByMouse() -> [Effect] {
    if prompt != nil { return type(.escape) }
    return chooser != nil ? chooseInMenu(.escape) : escape()
  }

  /// A click in the list to choose from: on an item it chooses, on the one that is chosen it takes it.
  private mutating func clickInChooser(_ mouse: MouseEvent) -> [Effect] {
    switch mouse.kind {
    case .wheelDown: _ = moveInChooser(.down)
    case .wheelUp: _ = moveInChooser(.up)
    case .press(1):
      guard let area = ChooserPane.area(self, in: layout.body), area.contains(mouse.point), let chooser else {
        return []
      }
      let row = chooser.cursor.top + mouse.point.y - area.y - 1
      guard mouse.point.y > area.y, chooser.shown.indices.contains(row) else { return [] }
      if row == chooser.cursor.selected { return choose(chooser.shown[row]) }
      let (rows, count) = (chooserRows, chooser.shown.count)
      self.chooser?.cursor.select(row, of: count, height: rows)
    default: break
    }
    return []
  }

  private mutating func wheel(_ rows: Int, over pane: Pane) {
    switch pane {
    case .places:
      places.cursor.scroll(by: rows, of: places.groups.count, height: textRows(of: .places))
      fillList()
    case .list: list.cursor.scroll(by: rows, of: list.rows.count, height: listRows)
    case .search:
      guard let search else { return }
      let (count, height) = (search.rowCount, searchRows)
      self.search?.row.scroll(by: search.view == .hits ? rows.signum() : rows, of: count, height: height)
    case .article: article?.scroll(by: rows)
    case .holdings: holdings.move(by: rows.signum())
    case .help, .notes, .source, .lines:
      let last = max(0, textLines(of: pane) - textRows(of: pane))
      scroll = max(0, min(scroll + rows, last))
    }
  }

  /// A click on text row `row` of a pane, counted from 0; the heading is row -1.
  private mutating func press(_ place: ScreenLayout.Placement, row: Int) -> [Effect] {
    let wasFocused = focus == place.pane
    if !focus.isText { focus = place.pane }
    guard row >= 0 else { return [] }
    switch place.pane {
    case .places:
      let index = places.cursor.top + row
      guard places.groups.indices.contains(index) else { return [] }
      if index == places.cursor.selected, wasFocused { return open() }
      places.cursor.select(index, of: places.groups.count, height: textRows(of: .places))
      fillList()
    case .list:
      let index = list.cursor.top + row / listItemRows
      guard list.rows.indices.contains(index) else { return [] }
      if index == list.cursor.selected, wasFocused { return open() }
      list.cursor.select(index, of: list.rows.count, height: listRows)
    case .search:
      let header = searchHeaderRows
      guard let search, row >= header else { return [] }
      if !search.offers.all.isEmpty, search.rowCount == 0 {
        let hint = SearchPane.offersHint(language, columns: place.area.columns, settings.cellWidth)
        return acceptOffer(row - header - hint.count)
      }
      let index = search.row.top + (row - header) / (search.view == .hits ? hitRows : 1)
      let (count, height) = (search.rowCount, searchRows)
      guard index < count else { return [] }
      if index == search.row.selected, wasFocused { return open() }
      self.search?.row.select(index, of: count, height: height)
    case .source:
      guard let line = source?.line(ofRow: scroll + row), focus == .source else { return [] }
      if source?.choice == nil { chooseLines() }
      setCursor(line)
      source?.choice?.anchor = nil
    case .article, .help, .notes, .lines, .holdings: break
    }
    return []
  }

  /// Chooses the lines that the mouse is drawn over.
  private mutating func drag(over row: Int) {
    guard let choice = source?.choice, let line = source?.line(ofRow: scroll + row) else { return }
    source?.choice?.anchor = choice.anchor ?? choice.cursor
    setCursor(line)
  }

  private mutating func moveDivider(_ pane: Pane, to x: Int) {
    guard let area = layout.area(of: pane) else { return }
    let distance = x - area.maxX
    if pane == .places { shift.places += distance } else { shift.list += distance }
  }
}
