import NewsModel

/// The first screen of someone who has no archive yet.
enum WelcomePane {
  static func draw(_ welcome: Welcome, _ state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    Heading.draw(state.language("县闻", "xianwen"), "", isFocused: true, theme, in: area, on: &frame)
    let body = area.inset(left: 2, top: 2, right: 2)
    var y = body.y
    for paragraph in paragraphs(welcome, state) {
      // The lead stands out to the left of its paragraph.
      let lead = frame.cellWidth.width(of: paragraph.lead)
      let set = Typesetter(
        width: max(1, min(body.columns, 2 * state.settings.measure) - lead), cellWidth: frame.cellWidth
      )
      .set(paragraph.text)
      for line in set.lines where y < body.maxY {
        if line.range.lowerBound == 0 {
          frame.put(paragraph.lead, at: body.x, y, maxWidth: body.columns, style: theme[.key])
        }
        frame.put(
          set.text(of: line), at: body.x + lead, y, maxWidth: body.columns - lead, style: theme[paragraph.role])
        y += 1
      }
    }
  }

  /// The keys that help here, with what they do.
  static func hints(_ welcome: Welcome, _ state: AppState) -> [KeyHint] {
    let actions: [(Action, Phrase)] = [
      (.open, Phrase("看样例", "examples")), (.clippings, Phrase("剪报册", "clippings")), (.help, Phrase("帮助", "help")),
      (.leave, Phrase("退出", "quit")),
    ]
    return actions.compactMap { action, words in
      if action == .open, welcome.example == nil { return nil }
      return state.settings.keymap.key(for: action).map { KeyHint(key: $0, words: words[state.language]) }
    }
  }

  private static func paragraphs(_ welcome: Welcome, _ state: AppState) -> [TextPane.Line] {
    let language = state.language
    var lines = [
      TextPane.Line(
        text: language("按县、市、区读地方新闻。", "Local government news, county by county."), role: .headline),
      TextPane.Line(text: ""),
      TextPane.Line(
        text: language(
          "这里还没有报纸版面：\(welcome.folder) 里没有 .txt 或 .md 文件。",
          "There are no newspaper pages yet: \(welcome.folder) holds no .txt or .md files.")),
      TextPane.Line(text: ""),
      TextPane.Line(
        lead: "1. ",
        text: language(
          "把版面的文字放进一个文件夹：一版一个 .txt，OCR 的结果，或 pdftotext 从 PDF 里取出的文字",
          "Put the text of pages into a folder, one .txt a page, as OCR or pdftotext writes it")),
      TextPane.Line(lead: "2. ", text: language("打开它：xianwen 文件夹", "Open it: xianwen FOLDER")),
    ]
    if let configuration = welcome.configuration {
      lines.append(
        TextPane.Line(
          lead: "3. ",
          text: language(
            "在 \(configuration) 里写一行 archive = 文件夹，以后打 xianwen 就行",
            "Write archive = FOLDER into \(configuration), and xianwen alone will open it")))
    }
    guard let example = welcome.example, let key = state.settings.keymap.key(for: .open) else { return lines }
    return lines + [
      TextPane.Line(text: ""),
      TextPane.Line(
        lead: "\(key)  ", text: language("先看看样例：\(example.shown)", "look at the example pages first: \(example.shown)")),
    ]
  }
}
