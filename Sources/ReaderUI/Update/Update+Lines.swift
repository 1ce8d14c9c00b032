import NewsModel

extension AppState {
  /// The pane whose keys count: while lines of the page are chosen they have keys of their own.
  var keyPane: Pane { focus == .source && source?.choice != nil ? .lines : focus }

  /// Shows a cursor in the page; when it is there, begins a choice at it, or ends the one that is there.
  mutating func chooseLines() {
    if source?.showsLayout == true { toggleLayout() }
    guard let source, let lines = source.lines else { return }
    guard var choice = source.choice else {
      let top = source.line(ofRow: scroll) ?? 1
      let marked = Set(source.marked.flatMap { Array($0.first...$0.last) })
      let rows = scroll..<min(source.rowCount, scroll + textRows(of: .source))
      let visible = rows.compactMap { source.line(ofRow: $0) }
      let first = visible.first { marked.contains($0) } ?? top
      self.source?.choice = LineChoice(cursor: source.textLine(from: first, step: 1) ?? first)
      if lines.isEmpty { self.source?.choice = nil }
      showCursor()
      return
    }
    choice.anchor = choice.anchor == nil ? choice.cursor : nil
    choice.offset = 0
    self.source?.choice = choice
  }

  /// Obeys a key while lines are chosen.
  ///
  /// - Returns: `nil` for an action that means here what it means elsewhere.
  mutating func performOnLines(_ action: Action) -> [Effect]? {
    let times = max(1, count ?? 1)
    let page = textRows(of: .source)
    switch action {
    case .down: moveCursor(by: times)
    case .up: moveCursor(by: -times)
    case .pageDown: moveCursor(by: page / 2)
    case .pageUp: moveCursor(by: -(page / 2))
    case .halfPageDown: moveCursor(by: page / 4)
    case .halfPageUp: moveCursor(by: -(page / 4))
    case .first: setCursor(count ?? 1)
    case .last: setCursor(count ?? source?.lines?.count ?? 1)
    case .nextParagraph: moveCursor(toBorder: 1)
    case .previousParagraph: moveCursor(toBorder: -1)
    case .laterInLine: moveStart(by: times)
    case .back:
      if source?.choice?.offset ?? 0 > 0 { moveStart(by: -times) } else { source?.choice = nil }
    case .leave, .escape: source?.choice = nil
    case .beginArticle: return mend(source?.choice?.anchor == nil ? .beginArticle : .newArticle)
    case .giveAbove: return mend(.above)
    case .giveBelow: return mend(.below)
    case .giveTo: chooseArticle()
    case .lineRole: chooseRole()
    case .joinParagraphs: return mend(.join)
    case .splitParagraph: return mend(.split)
    case .mendText: beginMending()
    default: return nil
    }
    return []
  }

  // MARK: The cursor

  private mutating func moveCursor(by rows: Int) {
    guard let source, let choice = source.choice else { return }
    var line = choice.cursor
    for _ in 0..<abs(rows) { line = source.textLine(from: line + rows.signum(), step: rows.signum()) ?? line }
    setCursor(line)
  }

  /// Goes to the next line that begins, or the one before that ends, an article's stretch of the page.
  private mutating func moveCursor(toBorder step: Int) {
    guard let source, let choice = source.choice else { return }
    let owners = desk?.lineOwners ?? []
    func owner(_ line: Int) -> Int? { owners.indices.contains(line - 1) ? owners[line - 1]?.article : nil }
    var line = choice.cursor
    while let next = source.textLine(from: line + step, step: step) {
      let isBorder = owner(next) != owner(line) && line != choice.cursor
      if isBorder && step < 0 { break }
      line = next
      if step > 0, owner(next) != owner(choice.cursor) { break }
    }
    setCursor(line)
  }

  /// Puts the cursor on a line.
  mutating func setCursor(_ line: Int) {
    guard let lines = source?.lines else { return }
    source?.choice?.cursor = max(1, min(line, lines.count))
    source?.choice?.offset = 0
    showCursor()
  }

  private mutating func moveStart(by count: Int) {
    guard let source, let choice = source.choice, let lines = source.lines else { return }
    let length = lines[choice.lines.lowerBound - 1].scalarCount
    self.source?.choice?.offset = max(0, min(choice.offset + count, length - 1))
  }

  /// Scrolls the page so that the cursor can be seen.
  private mutating func showCursor() {
    guard let source, let choice = source.choice else { return }
    let row = source.row(ofLine: choice.cursor)
    let height = textRows(of: .source)
    scroll = max(0, min(max(min(scroll, row), row - height + 1), source.rowCount - height))
  }

  // MARK: Repairs

  /// The page laid out for repairs.
  private var desk: RepairDesk? {
    guard let source, let lines = source.lines else { return nil }
    return RepairDesk(print: lines.joined(separator: "\n"), articles: pageArticles + pageFurniture)
  }

  /// The articles of the page that is shown, in their order.
  private var pageArticles: [Article] {
    source.map { catalog.library.articlesAsPrinted(on: $0.file) } ?? []
  }

  /// What the page prints about itself, whose lines can be given to articles.
  private var pageFurniture: [Article] {
    guard let source, let page = catalog.library.pages.firstIndex(where: { $0.file == source.file }) else { return [] }
    return catalog.library.furniture[page]
  }

  /// Asks the page for a repair of the lines chosen.
  private mutating func mend(_ request: RepairRequest) -> [Effect] {
    guard let source, let choice = source.choice, let desk else { return [] }
    do throws(RepairError) {
      let repairs = try desk.repairs(request, of: choice.selection)
      let (repair, unrepair) = (Effect.repair(file: source.file, repairs), Effect.unrepair(file: source.file, repairs))
      changes.record(ChangeLog.Change(undo: [unrepair], redo: [repair]))
      notice = repairs.first.map { $0.repair.summary[language] + language("；u 撤销", "; u takes it back") }
      self.source?.choice = LineChoice(cursor: choice.cursor)
      edited = source.file
      return [repair]
    } catch {
      message = Message(text: error.text[language], isError: true)
      return []
    }
  }

  private mutating func chooseArticle() {
    let items = pageArticles.enumerated().map { index, article in
      Chooser.Item(
        label: article.title, detail: language("第\(article.number)篇", "no. \(article.number)"),
        choice: .giveTo(article: index))
    }
    let here = openArticle.map { $0.number - 1 } ?? 0
    open(Chooser(language("归入哪一篇？", "Which article do they belong to?"), items, selecting: here))
  }

  private mutating func chooseRole() {
    let keys: [Unicode.Scalar] = ["s", "i", "h", "d", "a", "b", "u", "c", "p", "t", "f"]
    let items = zip(LineRole.all, keys).map { role, key in
      Chooser.Item(label: role.shown(language), key: key, choice: .lineRole(role))
    }
    open(Chooser(language("这几行是什么？", "What are these lines?"), items, selecting: 5))
  }

  /// Does with the lines what was chosen from a list.
  mutating func giveChosen(to article: Int) -> [Effect] { mend(.article(article)) }
  mutating func setRole(_ role: LineRole) -> [Effect] { mend(.role(role)) }

  private mutating func beginMending() {
    guard let choice = source?.choice, let lines = source?.lines else { return }
    let line = String(
      String.UnicodeScalarView(lines[choice.lines.lowerBound - 1].unicodeScalars.dropFirst(choice.offset)))
    source?.choice = LineChoice(cursor: choice.lines.lowerBound, offset: choice.offset)
    prompt = Prompt(.mendText, text: line)
  }

  /// Takes the line as the user typed it anew: what is between its unchanged beginning and end is what was wrong.
  mutating func acceptMending(_ text: String) -> [Effect] {
    guard let choice = source?.choice, let lines = source?.lines else { return [] }
    let old = Array(lines[choice.cursor - 1].unicodeScalars.dropFirst(choice.offset))
    let new = Array(text.unicodeScalars)
    var start = zip(old, new).prefix { $0 == $1 }.count
    let rest = zip(old[start...].reversed(), new[start...].reversed()).prefix { $0 == $1 }.count
    var (oldEnd, newEnd) = (old.count - rest, new.count - rest)
    // Characters that were left out stand beside one that is printed.
    if start == oldEnd {
      if start > 0 { start -= 1 } else if oldEnd < old.count { (oldEnd, newEnd) = (oldEnd + 1, newEnd + 1) }
    }
    guard start < oldEnd, old != new else { return [] }
    func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(scalars)) }
    source?.choice?.offset = choice.offset + start
    return mend(.replace(string(old[start..<oldEnd]), by: string(new[start..<newEnd])))
  }

  /// Notes what taking back, or doing again, changes here: pages that must be read again, marks.
  mutating func heed(_ effects: [Effect]) {
    for effect in effects {
      switch effect {
      case .repair(let file, _), .unrepair(let file, _):
        edited = file
        notice = message?.text
      case .markAllRead(let ids, let isRead): markAll(ids, isRead: isRead)
      default: break
      }
    }
  }

  /// Takes over what was read: articles that most of a read one's text is in now are read as well.
  mutating func succeed(_ predecessors: [UInt64: UInt64]) -> [Effect] {
    let read = predecessors.filter { self.read.contains($0.value) }.keys.sorted()
    for id in read { self.read.set(id, true) }
    if !read.isEmpty { countUnread() }
    return read.map { .markRead($0, true) }
  }
}

extension LineRole {
  /// The role in a word or two.
  func shown(_ language: Language) -> String {
    switch self {
    case .part(let role): role.name(language)
    case .furniture: language("版面的（报头、版次……）", "the page's own (masthead, folio …)")
    }
  }
}
