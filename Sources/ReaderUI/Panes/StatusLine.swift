import NewsModel

/// The bottom row: a line being typed, or a message, or the keys that help here; on the right what is being waited for. What is too long
/// for the row takes rows above it.
enum StatusLine {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    let room = room(state, in: area)
    if let progress = state.progress, room.columns < area.columns {
      let text = bar(progress, state.language, columns: area.columns)
      frame.put(text, at: room.maxX + 1, area.y, maxWidth: area.maxX - room.maxX - 1, style: theme[.progress])
    }
    if let prompt = state.prompt, let lead = lead(of: prompt, state) {
      let isLong = frame.cellWidth.width(of: lead) > room.columns / 2
      if isLong { drawAbove(lead, room, style: theme[.prompt], on: &frame) }
      PromptLine.draw(prompt, lead: isLong ? "> " : lead, in: room, theme, on: &frame)
    } else if let message = state.message {
      draw(message, state, in: room, on: &frame)
    } else {
      drawHints(state, in: room, on: &frame)
    }
  }

  /// The cells of the bottom row that what is being waited for leaves.
  private static func room(_ state: AppState, in area: Rect) -> Rect {
    guard let progress = state.progress else { return area }
    let width = state.settings.cellWidth.width(of: bar(progress, state.language, columns: area.columns))
    return area.inset(right: min(width, area.columns - 1) + 1)
  }

  /// The hints on the bottom row with the cells where they stand.
  static func placedHints(_ state: AppState, in area: Rect) -> [(hint: KeyHint, x: Range<Int>)] {
    let room = room(state, in: area)
    let lead = state.count.map { "\($0) ".utf8.count } ?? 0
    let start = min(room.x + lead, room.maxX)
    return KeyHint.placed(state.hints, in: start..<room.maxX, state.settings.cellWidth)
  }

  /// A message of up to so many rows is shown whole.
  private static func mostRows(_ frame: Frame) -> Int { max(2, frame.size.rows / 3) }

  /// A message, the end of it on the bottom row and the rest above.
  private static func draw(_ message: Message, _ state: AppState, in room: Rect, on frame: inout Frame) {
    let style = state.settings.theme[message.isError ? .error : .notice]
    let width = frame.cellWidth
    guard room.columns > 0 else { return }
    if width.width(of: message.text) <= room.columns {
      frame.put(message.text, at: room.x, room.y, maxWidth: room.columns, style: style)
      return
    }
    let set = Typesetter(width: room.columns, cellWidth: width).set(message.text)
    let lines = set.lines.prefix(mostRows(frame)).map { set.text(of: $0) }
    for (row, line) in lines.enumerated() {
      let y = room.y - lines.count + 1 + row
      let isLast = row == lines.count - 1
      if !isLast { frame.fill(Rect(x: 0, y: y, columns: frame.size.columns, rows: 1)) }
      // The rest of what went wrong stands among the notes.
      let more = isLast && lines.count < set.lines.count ? state.language("（i 看全文）", " (i: all)") : ""
      let text =
        more.isEmpty ? line : width.truncated(line, to: max(0, room.columns - width.width(of: more) - 1)) + "…" + more
      frame.put(text, at: room.x, y, maxWidth: room.columns, style: style)
    }
  }

  /// A text on rows above the bottom one.
  private static func drawAbove(_ text: String, _ room: Rect, style: Style, on frame: inout Frame) {
    let set = Typesetter(width: frame.size.columns, cellWidth: frame.cellWidth).set(text)
    let lines = set.lines.prefix(mostRows(frame) - 1)
    for (row, line) in lines.enumerated() {
      let y = room.y - lines.count + row
      frame.fill(Rect(x: 0, y: y, columns: frame.size.columns, rows: 1))
      frame.put(set.text(of: line), at: 0, y, style: style)
    }
  }

  /// What stands before the text of a prompt on this row; `nil` for a prompt that stands in the search pane.
  private static func lead(of prompt: Prompt, _ state: AppState) -> String? {
    if let complaint = prompt.complaint { return complaint[state.language] }
    let isWide = state.size.columns >= 72
    switch prompt.purpose {
    case .search where state.search?.showsResults == true: return nil
    case .search:
      let search = state.search
      var found = ""
      if let search, search.query.root != nil {
        let here = (search.matchProblem == nil ? "" : "≥") + "\(state.article?.matches.count ?? 0)"
        let all = search.isAnswered ? search.answer?.shownCount ?? "0" : "…"
        found = state.language("[本文 \(here) 处，全部 \(all) 篇] ", "[\(here) here, \(all) articles in all] ")
      }
      return found + state.language("查本文/", "search this article/")
    case .filter where state.list.showsClippings:
      return isWide
        ? state.language("在剪报中查找（#标签 县:地名）：", "find in clippings (#tag county:name): ")
        : state.language("查剪报：", "clippings: ")
    case .filter: return state.language("筛选：", "filter: ")
    case .issue:
      return isWide
        ? state.language("本版的报名 刊期 版次（空着则由程序判断）：", "paper, day and page of this page (empty: as the program says): ")
        : state.language("报 刊期 版：", "paper day page: ")
    case .date:
      return isWide
        ? state.language("日期（空行由程序判断，- 没有）：", "date (empty: as the program says, -: none): ")
        : state.language("日期：", "date: ")
    case .note: return state.language("批注：", "note: ")
    case .tags:
      return isWide ? state.language("标签（空格隔开）：", "tags, parted by blanks: ") : state.language("标签：", "tags: ")
    case .digest:
      let count = state.listedClippings.count
      return isWide
        ? style(state)
          + state.language("\(count) 篇剪报写到（.html .md .txt）：", "write \(count) clippings to (.html .md .txt): ")
        : state.language("\(count) 篇写到：", "write \(count) to: ")
    case .digestTitle:
      return (isWide ? style(state) : "") + state.language("标题：", "title: ")
    case .topicName(let query):
      return isWide
        ? state.language("“\(query)”存成专题，名称：", "keep “\(query)” as the topic: ")
        : state.language("专题名称：", "topic: ")
    case .topicQuery(let name):
      return isWide
        ? state.language("专题“\(name)”的查询（清空就去掉）：", "query of the topic “\(name)” (empty: remove): ")
        : state.language("查询：", "query: ")
    case .find:
      let found = state.find.map { $0.text.isEmpty ? "" : "[\($0.matches.count)] " } ?? ""
      return found + state.language("查找/", "search/")
    case .book: return state.language("册名：", "book: ")
    case .mendText: return state.language("改正：", "should read: ")
    case .pipe: return state.language("把正文交给命令：", "pipe the text to: ")
    case .jump:
      return isWide ? state.language("跳到（名称或拼音）：", "jump to (name or pinyin): ") : state.language("跳到：", "jump to: ")
    case .place:
      return isWide
        ? state.language("归到（名称或拼音）：", "file under (name or pinyin): ")
        : state.language("归到：", "file under: ")
    }
  }

  /// What a digest will say, with the keys that change it.
  private static func style(_ state: AppState) -> String {
    let language = state.language
    let notes =
      switch state.settings.digest.notes {
      case .before: language("批注在前", "notes first")
      case .after: language("批注在后", "notes last")
      }
    let source =
      switch state.settings.digest.source {
      case .full: language("出处从详", "full source")
      case .path: language("出处写路径", "path as source")
      case .none: language("不写出处", "no source")
      }
    let form =
      switch state.settings.digest.form {
      case .full: language("全文", "whole texts")
      case .excerpts: language("摘编", "excerpts")
      case .contents: language("目录", "contents")
      }
    return "[C-t \(form) Tab \(notes) S-Tab \(source)] "
  }

  private static func drawHints(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    if let count = state.count { frame.put("\(count) ", at: area.x, area.y, style: theme[.prompt]) }
    for (hint, x) in placedHints(state, in: state.layout.status) {
      let end = frame.put(hint.key.description, at: x.lowerBound, area.y, style: theme[.key])
      frame.put(hint.words, at: x.lowerBound + end + 1, area.y, style: theme[.hint])
    }
  }

  /// What is being done and how much of it is done.
  private static func bar(_ progress: LoadProgress, _ language: Language, columns: Int) -> String {
    let stage =
      switch progress.stage {
      case .listing: language("找文件", "finding files")
      case .reading: language("读入", "reading")
      case .filing: language("归地方", "filing")
      case .indexing: language("建索引", "indexing")
      }
    guard let fraction = progress.fraction, columns >= 40 else {
      return stage + (progress.done > 0 && columns >= 60 ? " \(progress.done)…" : "…")
    }
    let cells = columns >= 100 ? 20 : 8
    let done = Int(fraction * Double(cells))
    let bar = "[" + String(repeating: "#", count: done) + String(repeating: "-", count: cells - done) + "]"
    guard columns >= 80 else { return "\(stage) \(bar)" }
    let isIndexing = progress.stage == .indexing
    let unit = isIndexing ? language("篇", "articles") : language("页", "pages")
    let count = "\(progress.done)/\(progress.all) \(unit)"
    guard !isIndexing, columns >= 100 else { return "\(stage) \(bar) \(count)" }
    let megabytes = { (bytes: Int) in "\(bytes / 1_000_000).\(bytes / 100_000 % 10)" }
    return "\(stage) \(bar) \(count) \(megabytes(progress.bytes))/\(megabytes(progress.allBytes)) MB"
  }
}

/// A line being typed. The hardware cursor stands at the caret, where input methods open their window.
enum PromptLine {
  static func draw(_ prompt: Prompt, lead: String, in area: Rect, _ theme: Theme, on frame: inout Frame) {
    guard area.columns > 0, area.rows > 0 else { return }
    let width = frame.cellWidth
    let shownLead = width.truncated(lead, to: area.columns / 2)
    let start = area.x + frame.put(shownLead, at: area.x, area.y, maxWidth: area.columns / 2, style: theme[.prompt])
    let room = area.maxX - start
    // The caret stays on the screen: characters leave on the left.
    var used = 0
    let before = prompt.line.before.reversed().prefix { character in
      used += width.width(of: String(character))
      return used < room
    }
    let shown = String(before.reversed())
    used = width.width(of: shown)
    frame.put(shown, at: start, area.y, maxWidth: room)
    frame.put(String(prompt.line.after.prefix(room)), at: start + used, area.y, maxWidth: max(0, room - used))
    frame.cursor = Point(x: min(start + used, area.maxX - 1), y: area.y)
  }
}
