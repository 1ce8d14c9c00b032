import NewsModel

/// The bottom row: a line being typed, or a message, or the keys that help here; on the right what is being waited for.
enum StatusLine {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    var room = area
    if let progress = state.progress {
      let text = bar(progress, state.language, columns: area.columns)
      let width = min(frame.cellWidth.width(of: text), area.columns)
      frame.put(text, at: area.maxX - width, area.y, maxWidth: width, style: theme[.progress])
      room = area.inset(right: width + 1)
    }
    if let prompt = state.prompt, let lead = lead(of: prompt, state) {
      PromptLine.draw(prompt, lead: lead, in: room, theme, on: &frame)
    } else if let message = state.message {
      var text = frame.cellWidth.truncated(message.text, to: room.columns)
      if message.isError, frame.cellWidth.width(of: message.text) > room.columns {
        // The rest of what went wrong stands among the notes.
        let more = state.language("（i 看全文）", " (i: all)")
        text =
          frame.cellWidth.truncated(message.text, to: max(0, room.columns - frame.cellWidth.width(of: more))) + more
      }
      frame.put(text, at: room.x, room.y, maxWidth: room.columns, style: theme[message.isError ? .error : .notice])
    } else {
      drawHints(state, in: room, on: &frame)
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
        let here = state.article?.matches.count ?? 0
        let all = search.isAnswered ? search.answer.map { "\($0.hits.count)" } ?? "0" : "…"
        found = state.language("[本文 \(here) 处，全部 \(all) 篇] ", "[\(here) here, \(all) articles in all] ")
      }
      return found + state.language("查本文/", "search this article/")
    case .filter where state.list.showsClippings:
      return isWide
        ? state.language("在剪报中查找（#标签 县:地名）：", "find in clippings (#tag county:name): ")
        : state.language("查剪报：", "clippings: ")
    case .filter: return state.language("筛选：", "filter: ")
    case .note: return state.language("批注：", "note: ")
    case .tags:
      return isWide ? state.language("标签（空格隔开）：", "tags, parted by blanks: ") : state.language("标签：", "tags: ")
    case .digest:
      return isWide
        ? state.language("剪报写到（.html .md .txt）：", "write the digest to (.html .md .txt): ")
        : state.language("剪报写到：", "digest to: ")
    case .pipe: return state.language("把正文交给命令：", "pipe the text to: ")
    case .jump: return state.language("跳到：", "jump to: ")
    case .place:
      return isWide
        ? state.language("归到（名称或拼音）：", "file under (name or pinyin): ")
        : state.language("归到：", "file under: ")
    }
  }

  private static func drawHints(_ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    var x = area.x
    if let count = state.count { x += frame.put("\(count) ", at: x, area.y, style: theme[.prompt]) }
    let hints = state.prompt == nil ? actionHints(state) : promptHints(state.language)
    func width(_ hint: (String, String)) -> Int {
      frame.cellWidth.width(of: hint.0) + 1 + frame.cellWidth.width(of: hint.1)
    }
    for (index, (name, words)) in hints.enumerated() {
      // Room is kept for the last two, help and the way back.
      let kept = hints.dropFirst(max(index + 1, hints.count - 2)).reduce(0) { $0 + width($1) + 2 }
      let isKept = index >= hints.count - 2
      guard x + width((name, words)) + (isKept ? 0 : kept) <= area.maxX else { continue }
      x += frame.put(name, at: x, area.y, style: theme[.key]) + 1
      x += frame.put(words, at: x, area.y, style: theme[.hint]) + 2
    }
  }

  /// Keys and what they do in the pane that has the focus.
  private static func actionHints(_ state: AppState) -> [(String, String)] {
    if state.showsWelcome, let welcome = state.welcome { return WelcomePane.hints(welcome, state) }
    let isShelf = state.focus == .list && state.list.showsClippings
    return (isShelf ? Binding.clippingHints : Binding.hints(in: state.focus)).compactMap { action in
      if action == .nextMatch, state.search == nil { return nil }
      guard let binding = state.settings.keymap.binding(of: action), let key = binding.keys.first else { return nil }
      // There is nothing to go back to.
      if action == .leave, state.focus == .places { return (key.description, state.language("退出", "quit")) }
      return (key.description, binding.hint[state.language])
    }
  }

  /// Keys while a query is typed over its results.
  private static func promptHints(_ language: Language) -> [(String, String)] {
    [
      ("Enter", language("打开", "open")), ("Down", language("选下一篇", "next result")),
      ("C-t", language("对齐、计数", "lines, counts")), ("C-p", language("旧的查找", "history")),
      ("Tab", language("换范围", "scope")), ("Esc", language("回去", "back")),
    ]
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
    var before = prompt.line.before[...]
    var used = width.width(of: String(before))
    while used > room - 1, let first = before.popFirst() { used -= width.width(of: String(first)) }
    frame.put(String(before), at: start, area.y, maxWidth: room)
    frame.put(String(prompt.line.after), at: start + used, area.y, maxWidth: max(0, room - used))
    frame.cursor = Point(x: min(start + used, area.maxX - 1), y: area.y)
  }
}
