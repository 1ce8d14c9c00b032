import NewsModel
import Platform
import ReaderUI

extension Command {
  static let repair = Command(
    name: "repair", operand: Phrase("版面文件", "FILE"), takesPaths: false,
    options: [.lines, .line, .at, .to, .role, .replace, .split, .join, .repairs, .undo, .gold, .bookmarks],
    summary: Phrase("改正一个版面拆错的地方", "mend how a page is cut and read"),
    details: Phrase(
      """
      行号是原文件的（xianwen show --raw）。--lines 51-53 --to above 归入上面那一篇，--to below 下面那一篇，--to 3 第 3 篇，
      --to new 另成一篇；--lines 51- 到这一篇末了。--line 51 --at 文字 从行中那几个字起。--role 说明这几行是什么。
      改动按文字认地方，记在自己的文件里，版面不动；重新识别、换行、搬动以后，还合的照样起作用，不合的 --list 会说。
      叫 repair 的文件夹写成 ./repair。
      """,
      """
      Lines are those of the file (xianwen show --raw). --lines 51-53 --to above gives them to the article above, below to the one below, 3 to
      the third, new makes them one; 51- goes on to the end of their article. --line 51 --at TEXT begins at that text. --role says what lines are.
      Repairs know their place by its text and are kept in a file of their own; the page is never written. When it is read again, wrapped anew
      or moved, those that fit still count, and --list tells of those that do not. A folder called repair is opened as ./repair.
      """),
    run: { try $0.repair() })
}

extension Invocation {
  fileprivate func repair() throws -> Outcome {
    guard arguments.operands.count == 1 else {
      throw CommandError("repair 一次只改一个文件", "repair takes one page file at a time")
    }
    let path = try operand()
    try refuseTogether([.repairs, .gold, .undo, .to, .replace, .split, .join])
    try refuse([.at], without: [.to, .role, .split])
    let print = SourcePage(try TextFile.read(path, permitted: configuration.permittedTools)).print
    let store = try repairStore()
    if let id = arguments[.undo] { return try undo(id, of: path, print, in: store) }
    let library = try LibraryLoader.load(
      [path], filer: filer(), paper: configuration.paper, repairs: repairs(), limit: .max)
    for diagnostic in library.diagnostics { report(diagnostic) }
    if arguments.has(.repairs) { return try list(library.pages.first?.userRepairs ?? []) }
    if arguments.has(.gold) {
      let facts = library.pages.first ?? PageFacts(file: path, byteCount: 0)
      try output.text(GoldAnnotation.json(print: print, facts: facts, articles: library.articlesAndFurniture))
      return .done
    }
    let desk = RepairDesk(print: print, articles: library.articlesAndFurniture)
    let selection = try selection(desk)
    var records: [Clipping] = []
    var articles = library.articlesAndFurniture
    for request in try requests(selection) {
      // The second is asked of the page as the first leaves it.
      let current = records.isEmpty ? desk : RepairDesk(print: print, articles: articles)
      for (repair, lines) in try current.repairs(request, of: selection) {
        records.append(PageRepairs.record(repair, file: path, lines: lines, added: Date()))
      }
      articles = try reading(path, with: repairRecords() + records).articlesAndFurniture
    }
    try store.apply(records.map(ClippingChange.add))
    try follow(print: print, before: library, after: path)
    for record in records {
      try output.line("\(record.id.prefix(8))  " + (record.repair?.with(text: record.text).summary[language] ?? ""))
    }
    return .done
  }

  private func filer() -> PlaceFiler { PlaceFiler(userPlaces: userPlaces()) }

  private func refuseTogether(_ options: [Option]) throws(CommandError) {
    let given = options.filter(arguments.has)
    let others = given.filter { $0 != .to }
    guard given.count > 1, !others.isEmpty else { return }
    let names = given.map(\.name)
    throw CommandError(
      "\(names.joined(separator: " 和 ")) 不能一起用；请一次用一个",
      "\(names.joined(separator: " and ")) cannot go together; use one at a time")
  }

  private func repairStore() throws(CommandError) -> ClippingStore {
    if let path = files.repairs { return ClippingStore(path: path) }
    throw CommandError(
      "不知道改动存在哪里：没有 HOME 也没有 XDG_DATA_HOME", "no place for repairs: neither HOME nor XDG_DATA_HOME is set")
  }

  /// The lines that the call names.
  private func selection(_ desk: RepairDesk) throws -> LineSelection {
    let text = arguments[.lines] ?? arguments[.line] ?? ""
    let ends = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard let first = ends.first ?? nil, first >= 1, ends.count <= 2, arguments.has(.lines) || ends.count == 1 else {
      throw CommandError(
        "要改哪几行？写 --lines 51-53、--lines 51- 或 --line 51", "which lines? give --lines 51-53, --lines 51- or --line 51")
    }
    let last = ends.count == 2 ? ends[1] ?? first : first
    guard last >= first else {
      throw CommandError("--lines \(text)：末行在首行前面", "--lines \(text): the last line stands before the first")
    }
    let offset = try arguments[.at].map { try desk.offset(of: $0, onLine: first) } ?? 0
    return LineSelection(first...last, from: offset)
  }

  /// What the call asks of the lines, in order.
  private func requests(_ selection: LineSelection) throws(CommandError) -> [RepairRequest] {
    var requests: [RepairRequest] = []
    let isOpen = arguments[.lines]?.hasSuffix("-") == true
    switch arguments[.to] {
    case nil: break
    case "new": requests.append(isOpen ? .beginArticle : .newArticle)
    case "above": requests.append(.above)
    case "below": requests.append(.below)
    case let other?:
      guard let number = Int(other), number >= 1 else {
        throw CommandError(
          "--to 不能是“\(other)”；可以是第几篇、new、above、below", "--to cannot be “\(other)”; give a number, new, above or below")
      }
      requests.append(.article(number - 1))
    }
    if let role = arguments[.role].flatMap(LineRole.init(name:)) { requests.append(.role(role)) }
    if arguments.has(.split) { requests.append(.split) }
    if arguments.has(.join) { requests.append(.join) }
    if let texts = arguments.all(.replace), texts.count == 2 { requests.append(.replace(texts[0], by: texts[1])) }
    guard !requests.isEmpty else {
      throw CommandError(
        "要怎样改？写 --to、--role、--replace、--split 或 --join；看 xianwen repair --help",
        "what is to change? give --to, --role, --replace, --split or --join; see xianwen repair --help")
    }
    if isOpen, arguments[.to] != "new" {
      throw CommandError(
        "--lines \(selection.lines.lowerBound)- 要和 --to new 一起用",
        "--lines \(selection.lines.lowerBound)- goes with --to new")
    }
    return requests
  }

  private func list(_ outcomes: [RepairOutcome]) throws -> Outcome {
    for outcome in outcomes {
      let lines = outcome.lines.map { $0.first == $0.last ? "\($0.first)" : "\($0.first)-\($0.last)" }
      try output.put(outcome.id.prefix(8) + "  ", .faint)
      try output.put(lines.joined(separator: ",").padded(to: 9) + " ")
      let problem = outcome.problem.map { Phrase("  不合：\($0.chinese)", "  does not fit: \($0.english)")[language] }
      try output.line(outcome.summary[language] + (problem ?? ""))
    }
    return outcomes.isEmpty ? .nothingFound : .done
  }

  private func undo(_ id: String, of path: FilePath, _ print: String, in store: ClippingStore) throws -> Outcome {
    let before = try LibraryLoader.load([path], filer: nil, repairs: repairs(), limit: .max)
    let found = try store.load().clippings.filter { $0.id.hasPrefix(id.lowercased()) && $0.repair != nil }
    guard let record = found.first, found.count == 1, id.utf8.count >= 4 else {
      throw CommandError(
        "\(id)：没有编号这样开头的改动，或者不止一处；xianwen repair \(path.shown) --list 看有哪些",
        "\(id): no repair's id begins so, or several do; xianwen repair \(path.shown) --list prints them")
    }
    try store.remove(id: record.id)
    try follow(print: print, before: before, after: path)
    try output.line(
      Phrase("撤销了：", "undone: ")[language] + (record.repair?.with(text: record.text).summary[language] ?? ""))
    return .done
  }

  private func reading(_ path: FilePath, with records: [Clipping]) throws -> Library {
    try LibraryLoader.load(
      [path], filer: filer(), paper: configuration.paper, repairs: PageRepairs(records), limit: .max)
  }

  /// Lets what was kept of articles that are gone follow those in their places.
  private func follow(print: String, before: Library, after path: FilePath) throws {
    let after = try reading(path, with: repairRecords())
    let facts = after.pages.first
    let succession = RepairSuccession(print: print, before: before.articles, after: after.articles)
    for (path, keepsPlace) in [(files.corrections, true), (try? clippingsPath(), false)] {
      guard let store = path.map({ ClippingStore(path: $0) }) else { continue }
      try store.apply(succession.changes(of: try store.load().clippings, facts: facts, keepsPlace: keepsPlace))
    }
    guard let marks = files.state.map({ NewsModel.ReadMarks(folder: $0) }) else { return }
    let read = try marks.load()
    for (new, old) in succession.predecessors where read.contains(Article.id(of: old)) {
      try marks.mark(Article.id(of: new), isRead: true)
    }
  }
}

extension Library {
  /// The articles of its pages, then what the pages print about themselves.
  fileprivate var articlesAndFurniture: [Article] { articles + furniture.joined() }
}
