import NewsModel

/// The article: its headline block, then its paragraphs in a centred column, with the matches of the search marked.
enum ArticlePane {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    let isFocused = state.focus == .article
    Heading.draw(title(state), detail(state), isFocused: isFocused, theme, in: area, on: &frame)
    let body = area.inset(top: 1)
    guard let view = state.article else {
      let isReading = state.isWaiting || state.progress != nil && state.list.rows.isEmpty
      if isReading { Hint.draw(state.language("正在读入…", "reading…"), in: body, theme, on: &frame) }
      return
    }
    let left = body.x + max(0, (body.columns - view.columns) / 2)
    for (row, place) in view.visibleRows().enumerated() {
      draw(place, of: view, at: left, body.y + row, state, on: &frame)
    }
  }

  private static func draw(
    _ place: ArticleView.Row, of view: ArticleView, at left: Int, _ y: Int, _ state: AppState, on frame: inout Frame
  ) {
    let block = view.document.blocks[place.block]
    let setting = BlockSetting(block)
    let set = view.paragraph(place.block)
    guard place.line < set.lines.count else { return }
    let line = set.lines[place.line]
    let inset = setting.usableInset(view.columns)
    let slack = setting.isCentered ? max(0, (view.columns - inset - line.width - line.indent) / 2) : 0
    let x = left + inset + slack
    if setting.hasBar, inset > 1 {
      frame.drawVerticalLine(
        at: left + inset - 2, y, rows: 1, borders: state.settings.borders, style: state.settings.theme[.border])
    }
    let style = state.settings.theme[block.role.themeRole]
    frame.put(scalars: set.visibleScalars(of: line), at: x + line.indent, y, style: style)
    func restyle(_ range: Range<Int>, _ role: Role) {
      for cells in set.cells(of: range, inLine: place.line) {
        frame.restyle(Rect(x: x + cells.lowerBound, y: y, columns: cells.count, rows: 1)) {
          $0.overlaid(with: state.settings.theme[role])
        }
      }
    }
    for mark in view.marks where mark.block == place.block { restyle(mark.range, .userMark) }
    if let marking = state.marking, marking.block == place.block { restyle(state.range(of: marking), .selection) }
    for index in view.matches(in: place.block, line.range) {
      let role: Role = index == view.current ? .currentMatch : view.matches[index].isNear ? .nearMatch : .match
      let mark = state.settings.theme[role]
      for cells in set.cells(of: view.matches[index].range, inLine: place.line) {
        frame.restyle(Rect(x: x + cells.lowerBound, y: y, columns: cells.count, rows: 1)) { _ in mark }
      }
    }
  }

  private static func title(_ state: AppState) -> String {
    guard let view = state.article else { return state.language("正文", "Article") }
    let mark = state.clippings.holds(id: view.document.id) ? "★ " : ""
    return mark + view.document.title
  }

  private static func detail(_ state: AppState) -> String {
    guard let view = state.article else { return "" }
    var words: [String] = []
    if !view.matches.isEmpty {
      let current = view.current.map { "\($0 + 1)/" } ?? ""
      words.append(state.language("\(current)\(view.matches.count) 处", "\(current)\(view.matches.count) hits"))
    }
    words.append("\(view.percent())%")
    return words.joined(separator: "  ")
  }
}

extension SetParagraph {
  /// The cells of one line that show scalars of `range`, indent included.
  ///
  /// - Complexity: O(scalars of the line).
  func cells(of range: Range<Int>, inLine index: Int) -> [Range<Int>] {
    let line = lines[index]
    let first = max(range.lowerBound, line.range.lowerBound)
    let last = min(range.upperBound, line.range.upperBound)
    return first < last ? cells(of: first..<last).map(\.columns) : []
  }
}

extension Document.Role {
  /// What the theme calls text of this role.
  var themeRole: Role {
    switch self {
    case .facts, .seam: .dateline
    case .note: .clipping
    case .part(let role):
      switch role {
      case .section: .section
      case .kicker: .kicker
      case .headline: .headline
      case .deck: .deck
      case .byline: .byline
      case .body: .text
      case .subhead: .subhead
      case .caption: .caption
      case .credit: .credit
      case .pullquote: .pullquote
      }
    }
  }
}
