import NewsModel

/// The middle pane: articles or clippings, each with its headline, day, place and marks.
enum ListPane {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    let list = state.list
    let isFocused = state.focus == .list
    Heading.draw(title(state), detail(state), isFocused: isFocused, theme, in: area, on: &frame)
    let body = area.inset(top: 1)
    guard !list.rows.isEmpty else {
      Hint.draw(emptyText(state), in: body, theme, on: &frame)
      return
    }
    let height = state.listItemRows
    let showsVersions = if case .story = list.group.key { true } else { false }
    let visible = list.rows.enumerated().dropFirst(list.cursor.top).prefix((body.rows + height - 1) / height)
    for (index, row) in visible {
      let y = body.y + (index - list.cursor.top) * height
      let cells = Rect(x: body.x, y: y, columns: body.columns, rows: min(height, body.maxY - y))
      let item =
        list.showsClippings
        ? ListItem(state.clippings[Int(row)], state.language)
        : state.catalog[state.catalog.reference(to: Int(row))].map {
          ListItem($0, state, versions: showsVersions ? 0 : state.catalog.library.reprints.versions(of: Int(row)).count)
        }
      guard let item else { continue }
      item.draw(in: cells, twoRows: height == 2, theme, on: &frame)
      if index == list.cursor.selected {
        let style = theme[isFocused ? .selection : .inactiveSelection]
        frame.restyle(cells) { $0.overlaid(with: style) }
      }
    }
  }

  private static func title(_ state: AppState) -> String {
    var title = state.list.group.name(state.language)
    if state.list.showsClippings, let book = state.book { title += "：" + book }
    let mentions = state.list.group.mentions
    if mentions > 0 { title += state.language("（\(mentions)篇提到）", " (\(mentions) mention it)") }
    if state.list.isUnreadOnly, !state.list.showsClippings { title += state.language(" 未读", ", unread") }
    if let filter = state.list.filter.query?.text {
      if state.list.filter.problem != nil { title += state.language("（没有查完）", " (not complete)") }
      title += state.language(" 筛选“\(filter)”", " with “\(filter)”")
    }
    if state.list.order != .page, !state.list.showsClippings { title += " " + state.list.order.name(state.language) }
    return title
  }

  private static func detail(_ state: AppState) -> String {
    let count = state.list.rows.count
    guard count > 0 else { return "0" }
    let reprints = state.foldedCount
    return "\(state.list.cursor.selected + 1)/\(count)"
      + (reprints > 0 ? state.language("（另有同稿 \(reprints)）", " (+\(reprints) reprints)") : "")
  }

  private static func emptyText(_ state: AppState) -> String {
    let language = state.language
    if let problem = state.list.filter.problem { return problem.message[language] }
    if let query = state.list.filter.query {
      return language("没有合乎筛选的篇目；按 Esc 清除", "nothing passes the filter; Esc clears it")
        + (query.remark(language).map { language("。", ". ") + $0 } ?? "")
    }
    if state.list.showsClippings {
      return language("还没有剪报：在篇目或正文中按 m 收进来", "no clippings yet: press m on an article to keep it")
    }
    if state.list.isUnreadOnly, !state.list.group.articles.isEmpty {
      return language("都读过了；U 列出全部", "all read; U lists them")
    }
    return state.progress != nil || state.isWaiting ? language("正在读入…", "reading…") : language("没有文章", "no articles")
  }
}

/// A pane's words when it has nothing to show.
enum Hint {
  static func draw(_ text: String, in area: Rect, _ theme: Theme, on frame: inout Frame) {
    let area = area.inset(left: 1, top: 1, right: 1)
    let set = Typesetter(width: max(1, area.columns), cellWidth: frame.cellWidth).set(text)
    for (row, line) in set.lines.prefix(area.rows).enumerated() {
      frame.put(set.text(of: line), at: area.x, area.y + row, maxWidth: area.columns, style: theme[.hint])
    }
  }
}

/// What a list shows of an article or a clipping.
struct ListItem {
  let title: String
  let isKept: Bool
  var isRead = true
  let date: String
  let place: String
  /// `×3`, where the row stands for three versions of a story.
  var versions = ""
  /// What kind of article it is, unless it is a report; then whatever tells it from others.
  let note: String

  init(_ article: Article, _ state: AppState, versions: Int = 0) {
    title = article.title
    self.versions = versions > 1 ? "×\(versions)" : ""
    isKept = state.clippings.holds(id: article.id)
    isRead = state.read.contains(article.idNumber)
    // Of versions of a story the issue tells more than the day.
    let issue = if case .story = state.list.group.key { article.issue?.shown } else { String?.none }
    date = issue == nil ? article.date?.shown ?? article.issued.map { "(\($0))" } ?? "" : ""
    // A list of one place need not name it on every row.
    place = state.list.showsOnePlace && state.search?.showsResults != true ? "" : article.filing.place?.name ?? ""
    let kind = article.kind.name(state.language)
    note = issue ?? (kind.isEmpty ? article.kicker ?? article.section ?? article.deck ?? "" : kind)
  }

  init(_ clipping: Clipping, _ language: Language) {
    title = clipping.title
    isKept = true
    date = clipping.day?.shown ?? clipping.date ?? ""
    place = clipping.county ?? ""
    note = (clipping.tags.map { "#" + $0 } + [clipping.note]).filter { !$0.isEmpty }.joined(separator: " ")
  }

  func draw(in cells: Rect, twoRows: Bool, _ theme: Theme, on frame: inout Frame) {
    let width = frame.cellWidth
    if isKept { frame.put("★", at: cells.x, cells.y, maxWidth: min(2, cells.columns), style: theme[.clipping]) }
    let details = twoRows ? [versions, date, place, note] : [versions, place, date]
    let detail = details.filter { !$0.isEmpty }.joined(separator: "  ")
    let left = cells.x + 2
    let room = cells.columns - 3
    if twoRows {
      put(title, at: left, cells.y, room, theme[isRead ? .read : .unread], on: &frame)
      if cells.rows > 1 { put(detail, at: left, cells.y + 1, room, theme[.hint], on: &frame) }
      return
    }
    // A narrow single row has room for the headline only.
    let detailWidth = room >= 40 ? width.width(of: detail) : 0
    put(
      title, at: left, cells.y, room - (detailWidth > 0 ? detailWidth + 2 : 0), theme[isRead ? .read : .unread],
      on: &frame)
    put(detail, at: cells.maxX - 1 - detailWidth, cells.y, detailWidth, theme[.hint], on: &frame)
  }

  private func put(_ text: String, at x: Int, _ y: Int, _ room: Int, _ style: Style, on frame: inout Frame) {
    frame.put(frame.cellWidth.truncated(text, to: max(0, room)), at: x, y, maxWidth: max(0, room), style: style)
  }
}

extension ArticleKind {
  /// The kind in a word; empty for what needs none.
  func name(_ language: Language) -> String {
    switch self {
    case .news: ""
    case .photo: language("图片", "photo")
    case .sidebar: language("相关", "sidebar")
    case .brief: language("简讯", "brief")
    case .notice: language("公告", "notice")
    case .other: language("其他文字", "other text")
    case .furniture: language("版头", "furniture")
    }
  }
}
