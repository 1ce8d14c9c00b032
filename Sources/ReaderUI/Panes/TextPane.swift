import NewsModel

/// Panes that only show text: the help, and the notes on an article.
enum TextPane {
  /// A row of such a pane.
  struct Line {
    var lead = ""
    let text: String
    var role = Role.text
  }

  static func draw(_ pane: Pane, of state: AppState, in area: Rect, on frame: inout Frame) {
    let theme = state.settings.theme
    let title = pane == .help ? state.language("按键说明", "Keys") : state.language("此篇说明", "About this article")
    let lines = lines(of: pane, state, columns: area.columns)
    let rows = area.rows - 1
    let end = min(lines.count, state.scroll + rows)
    let detail = lines.count > rows ? "\(end)/\(lines.count)" : ""
    Heading.draw(title, detail, isFocused: true, theme, in: area, on: &frame)
    for (row, line) in lines.dropFirst(state.scroll).prefix(rows).enumerated() {
      let y = area.y + 1 + row
      let x =
        area.x + 1 + frame.put(line.lead, at: area.x + 1, y, maxWidth: max(0, area.columns - 2), style: theme[.key])
      frame.put(line.text, at: x, y, maxWidth: max(0, area.maxX - 1 - x), style: theme[line.role])
      mark(line.lead + line.text, row: state.scroll + row, of: state, at: area.x + 1, y, on: &frame)
    }
  }

  /// Marks what is looked for in one row.
  static func mark(_ text: String, row: Int, of state: AppState, at x: Int, _ y: Int, on frame: inout Frame) {
    guard let find = state.find else { return }
    let scalars = Array(text.unicodeScalars)
    let cellWidth = frame.cellWidth
    func width(_ range: Range<Int>) -> Int { range.reduce(0) { $0 + cellWidth.width(of: scalars[$1]) } }
    for (range, isCurrent) in find.pieces(inRow: row) where range.upperBound <= scalars.count {
      let cells = Rect(x: x + width(0..<range.lowerBound), y: y, columns: width(range), rows: 1)
      frame.restyle(cells) { _ in state.settings.theme[isCurrent ? .currentMatch : .match] }
    }
  }

  /// The pane's rows, broken to `columns` cells.
  static func lines(of pane: Pane, _ state: AppState, columns: Int) -> [Line] {
    pane == .help ? help(state, columns: columns) : notes(state, columns: columns)
  }

  private static func help(_ state: AppState, columns: Int) -> [Line] {
    let width = state.settings.cellWidth
    var lines: [Line] = []
    for group in Binding.Group.allCases {
      if !lines.isEmpty { lines.append(Line(text: "")) }
      lines.append(Line(text: group.title(state.language), role: .subhead))
      for binding in state.settings.keymap.bindings where binding.group == group {
        let keys = binding.keys.map(\.description).joined(separator: " ")
        lines += entry(keys, binding.help(state.language), columns: columns, width)
      }
    }
    return lines + explanations(state.language, columns: columns, width)
  }

  /// What no binding tells: how a line is typed, and what a query can say.
  private static func explanations(_ language: Language, columns: Int, _ width: CellWidth) -> [Line] {
    let sections: [(String, [(String, String)])] = [
      (
        language("输入行", "Typing a line"),
        [
          ("C-a C-e", language("到行首、行尾", "to the start, to the end")),
          ("C-w C-u C-k", language("删前一词、到行首、到行尾", "delete a word, to the start, to the end")),
          ("Down Up", language("选结果；在本文中到下一处", "choose a result; next match in the article")),
          ("C-p C-n", language("以前的查找", "earlier queries")),
          ("Tab", language("换范围：本文、全部、此地", "scope: this article, everything, this place")),
        ]
      ),
      (
        language("鼠标", "The mouse"),
        [
          (language("单击", "click"), language("选中；再单击打开", "chooses; another click opens")),
          (language("右键", "right click"), language("退一层", "goes back one level")),
          (language("滚轮", "wheel"), language("滚动指着的窗格", "scrolls the pane it points at")),
          (language("底行", "bottom row"), language("单击那里的键就是按它", "a click on a key there presses it")),
          (language("分隔线", "divider"), language("可以拖动", "can be dragged")),
        ]
      ),
      (
        language("屏上的数字和记号", "Numbers and marks on the screen"),
        [
          (
            "48/49",
            language("左栏：未读/全部篇数；没读过的地方只有一个粗体数", "left pane: unread/all articles; one bold number where none was read")
          ),
          (
            language("（5篇提到）", "(5 mention it)"),
            language(
              "文中提到此地的篇数，不论归在哪里；提及:地名 列出它们",
              "articles that name the place, wherever they are filed; mentions:NAME lists them")
          ),
          (language("6处  1/6处", "6 hits  1/6"), language("找到几处；第几处", "matches found; which one")),
          ("×3", language("同稿三篇，D 列出", "three versions of a story; D lists them")),
          ("★", language("已收进剪报", "kept as a clipping")),
          ("2021-08-11?", language("年份是推定的", "the year is inferred")),
          ("(2021-08-11)", language("文章没有日期，这是刊期", "the article names no day; this is its issue's")),
        ]
      ),
      (
        language("查询语言", "Queries"),
        QueryForm.all.map { ($0.example, $0.meaning[language]) }
      ),
    ]
    return sections.flatMap { title, rows in
      [Line(text: ""), Line(text: title, role: .subhead)]
        + rows.flatMap { entry($0, $1, columns: columns, width) }
    }
  }

  /// What is explained, at the left, and beside it what it means, on as many rows as that takes.
  private static func entry(_ name: String, _ meaning: String, columns: Int, _ width: CellWidth) -> [Line] {
    let lead = min(20, columns / 2)
    let blank = String(repeating: " ", count: lead)
    let fits = width.width(of: name) < lead
    let set = Typesetter(width: max(1, columns - 2 - lead), cellWidth: width).set(meaning)
    let rows = set.lines.enumerated().map { index, line in
      let isFirst = index == 0 && fits
      return Line(
        lead: isFirst ? name + blank.dropFirst(width.width(of: name)) : blank, text: set.text(of: line))
    }
    return fits ? rows : [Line(lead: name, text: "")] + rows
  }

  /// What spoke for each place, one sentence for each word and where it stands.
  private static func reasons(for article: Article, _ language: Language) -> [String] {
    var order: [PlaceEvidence] = []
    var counts: [PlaceEvidence: Int] = [:]
    for evidence in article.filing.evidence {
      // The same word in parts of the same role is told once, with how often it stands there.
      let role = evidence.part.map { article.parts[$0].role }
      let first = order.first {
        $0.word == evidence.word && $0.place == evidence.place && $0.part.map { article.parts[$0].role } == role
      }
      if first == nil { order.append(evidence) }
      counts[first ?? evidence, default: 0] += 1
    }
    return order.map { evidence in
      let source = evidence.part.map { article.parts[$0].role.name(language) } ?? language("同版", "the page")
      let times = counts[evidence].map { $0 > 1 ? " ×\($0)" : "" } ?? ""
      let word = evidence.word.isEmpty ? language("整版说的地方", "what the page is about") : "“\(evidence.word)”"
      return "  \(word) → \(evidence.place.name) (\(source))\(times)"
    }
  }

  /// Why the open article is filed where it is, and what was odd about its page.
  private static func notes(_ state: AppState, columns: Int) -> [Line] {
    let language = state.language
    var paragraphs: [(String, Role)] = [(language("没有打开的文章", "no article is open"), .hint)]
    if let reference = state.openReference, let article = state.catalog[reference] {
      paragraphs = notes(on: article, language) + issue(of: article, state, language)
      let page = state.catalog.library.page(ofArticle: reference.index)
      paragraphs += userRepairs(on: page, language) + repairs(on: page, language)
    }
    let diagnostics = state.catalog.library.diagnostics
    if !diagnostics.isEmpty {
      paragraphs += [("", .text), (language("文件中的问题", "What was odd about files"), .subhead)]
      paragraphs += diagnostics.prefix(200).map { ($0.text[language], .text) }
    }
    if !state.problems.isEmpty {
      paragraphs += [("", .text), (language("出过的问题", "What went wrong"), .subhead)]
      paragraphs += state.problems.map { ($0, .text) }
    }
    let typesetter = Typesetter(width: max(1, columns - 2), cellWidth: state.settings.cellWidth)
    return paragraphs.flatMap { text, role in
      let set = typesetter.set(text)
      return set.lines.map { Line(text: set.text(of: $0), role: role) }
    }
  }

  /// The issue that an article came out in, and what its page prints about itself.
  private static func issue(of article: Article, _ state: AppState, _ language: Language) -> [(String, Role)] {
    var paragraphs: [(String, Role)] = []
    if let issue = article.issue {
      paragraphs = [("", .text), (language("刊期：", "Issue: ") + issue.shown, .subhead)]
      if issue.correctionID != nil {
        paragraphs.append((language("  由用户更正", "  as corrected by the user"), .text))
      } else if !issue.inferred.isEmpty {
        let names = NewsIssue.Fact.allCases.filter(issue.inferred.contains).map { $0.name(language) }
        let list = names.joined(separator: language("、", ", "))
        paragraphs.append(
          (
            language("  本版没有印、由同文件别的版或文件名等推定的：\(list)", "  not printed on the page, but inferred: \(list)"), .text
          ))
      }
    }
    for jump in article.jumps {
      paragraphs.append((jump.told(language) + " " + jump.file.shown + jump.explanation(language), .text))
    }
    let page = state.catalog.library.pages.firstIndex { $0.file == article.file }
    let furniture = page.map { state.catalog.library.furniture[$0] } ?? []
    if !furniture.isEmpty {
      paragraphs += [("", .text), (language("版头和编辑行", "Masthead, folio, editors"), .subhead)]
      paragraphs += furniture.flatMap(\.parts).map { ("  " + $0.text, .text) }
    }
    return paragraphs
  }

  /// What the user repaired on a page, and what of that no longer fits it.
  private static func userRepairs(on page: PageFacts, _ language: Language) -> [(String, Role)] {
    guard !page.userRepairs.isEmpty else { return [] }
    let title = language("此版由用户校过", "Repaired on this page by the user")
    return [("", .text), (title, .subhead)]
      + page.userRepairs.map { outcome in
        let lines = outcome.lines.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)–\($0.last)" }
        let place =
          lines.isEmpty ? "" : language("（第 \(lines.joined(separator: "、")) 行）", " (\(lines.joined(separator: ", ")))")
        let problem = outcome.problem.map { language("；不合：", "; does not fit: ") + $0[language] } ?? ""
        return ("  " + outcome.summary[language] + place + problem, .text)
      }
  }

  /// Which files hold the same page, and what was mended in the text of its file before it was read.
  private static func repairs(on page: PageFacts, _ language: Language) -> [(String, Role)] {
    var paragraphs: [(String, Role)] = []
    if !page.others.isEmpty {
      let names = page.others.joined(separator: language("、", ", "))
      paragraphs += [("", .text), (language("同一版的其他文件（没有读）：", "The same page, not read: ") + names, .text)]
    }
    guard !page.repairs.isEmpty else { return paragraphs }
    let title = language("此文件读入时整理过（按 \\ 看原样）", "Mended in this file's text (\\ shows the print)")
    return paragraphs + [("", .text), (title, .subhead)]
      + page.repairs.map { repair in
        let places = language(
          "：\(repair.count) 处，第 \(repair.line) 行起", ": \(repair.count), from line \(repair.line) on")
        return ("  " + repair.step.rule.name[language] + places, .text)
      }
  }

  /// Where an article comes from, and why it is filed where it is.
  private static func notes(on article: Article, _ language: Language) -> [(String, Role)] {
    var paragraphs: [(String, Role)] = [
      (article.title, .headline),
      (
        language("文件：", "File: ") + article.file.shown + language(" 第 \(article.number) 篇", ", no. \(article.number)"),
        .text
      ),
      (language("编号：", "Id: ") + article.id, .text),
      ("", .text),
      (language("归到：", "Filed under: ") + (article.filing.place?.name ?? language("未标明", "unknown")), .subhead),
    ]
    if article.filing.isByUser {
      let judged = article.filing.judged?.name ?? language("未标明", "unknown")
      paragraphs.append(
        (
          language("  由用户归类；程序的判断是\(judged)，根据：", "  filed by the user; the program would say \(judged), because of:"),
          .text
        ))
    }
    paragraphs += reasons(for: article, language).map { ($0, .text) }
    if !article.filing.mentioned.isEmpty {
      paragraphs.append(
        (language("提到：", "Mentions: ") + article.filing.mentioned.map(\.name).joined(separator: "、"), .text))
    }
    if !article.filing.towns.isEmpty {
      paragraphs.append((language("乡镇：", "Towns: ") + article.filing.towns.map(\.name).joined(separator: "、"), .text))
    }
    if let date = article.date {
      paragraphs.append((language("日期：", "Date: ") + "\(date)  " + date.yearSource.reason[language], .text))
    }
    if article.isDatedByUser {
      let judged = article.judgedDate?.description ?? language("没有", "none")
      paragraphs.append(
        (
          language("  由用户更正；程序的判断：\(judged)", "  corrected by the user; the program would say: \(judged)"), .text
        ))
    }
    return paragraphs
  }
}

/// The page as its file has it, with the article's lines marked.
enum SourcePane {
  static func draw(_ state: AppState, in area: Rect, on frame: inout Frame) {
    guard let source = state.source else { return }
    let theme = state.settings.theme
    let name = source.file.name
    Heading.draw(
      state.language("原版 ", "Page ") + name, detail(source, state.language), isFocused: state.focus == .source, theme,
      in: area, on: &frame)
    guard source.page != nil else {
      let text = source.problem ?? state.language("正在读入…", "reading…")
      Hint.draw(text, in: area.inset(top: 1), theme, on: &frame)
      return
    }
    for row in 0..<max(0, min(area.rows - 1, source.rowCount - state.scroll)) {
      let line = source[state.scroll + row]
      let y = area.y + 1 + row
      let number = line.number.map(String.init) ?? ""
      let style = theme[line.isMarked ? .markedLine : .unmarkedLine]
      frame.put(number, at: area.x + 4 - number.utf8.count, y, maxWidth: 4, style: theme[.count])
      if line.isMarked { frame.put(">", at: area.x + 4, y, maxWidth: 1, style: theme[.key]) }
      frame.put(line.text, at: area.x + 6, y, maxWidth: max(0, area.columns - 6), style: style)
      TextPane.mark(line.text, row: state.scroll + row, of: state, at: area.x + 6, y, on: &frame)
      if let choice = source.choice, choice.lines.contains(line.line) {
        let skipped = line.line == choice.lines.lowerBound ? max(0, choice.offset - line.start) : 0
        let lead = line.text.unicodeScalars.prefix(skipped).reduce(0) { $0 + frame.cellWidth.width(of: $1) }
        let x = lead == 0 ? area.x : area.x + 6 + lead
        frame.restyle(Rect(x: x, y: y, columns: max(0, area.maxX - x), rows: 1)) {
          $0.overlaid(with: theme[.selection])
        }
      }
    }
  }

  /// Which lines are chosen.
  private static func detail(_ source: SourceView, _ language: Language) -> String {
    guard let lines = source.choice?.lines else { return "" }
    if lines.count == 1 { return language("第 \(lines.lowerBound) 行", "line \(lines.lowerBound)") }
    return language("第 \(lines.lowerBound)–\(lines.upperBound) 行", "lines \(lines.lowerBound)–\(lines.upperBound)")
  }
}
