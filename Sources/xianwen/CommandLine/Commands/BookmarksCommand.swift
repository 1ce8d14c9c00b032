import NewsModel
import Platform
import ReaderUI

extension Command {
  static let bookmarks = Command(
    name: "bookmarks",
    options: [
      .json, .csv, .bom, .markdown, .html, .text, .csl, .ris, .bibtex, .excerpts, .contents, .book, .query, .title,
      .notes, .source, .add, .tag, .note, .remove, .bookmarks,
    ],
    summary: Phrase("剪报：收下的文章", "the clippings: articles you kept"),
    details: Phrase(
      """
      剪报存全文，原文件没了也还在。--add 要在给出的路径里找那些文章，可以给几个编号，也可以写几次；其余的用法不读版面。
      早已收下的再 --add，就添上新的标签和批注。
      --markdown、--html、--text 印出一份剪报：标题、日期范围、目录，然后按地方一篇篇排好。
      --excerpts 只要划线的句子（阅读器里按 s），--contents 只要标题和出处；配置旁边的 digest-head、digest-foot 两个文件是册子的头和尾。
      --query 只要合乎查询的剪报，其中 #重点 或 标签:重点 是标签。
      """,
      """
      A clipping holds the whole text and outlives its page. --add looks for articles in the paths, takes several ids and may be repeated; nothing else here reads pages.
      An article that is kept already gets what is new of the tags and the note.
      --markdown, --html and --text print a digest: title, range of days, contents, then the clippings place by place.
      --excerpts takes what was marked (s in the reader), --contents headlines and sources only; two files beside the configuration, digest-head and digest-foot, stand above and at the end.
      --query leaves those that match; in it #tag or tag:tag asks for a tag.
      """
    ),
    run: { try $0.bookmarks() })
}

extension Invocation {
  fileprivate func bookmarks() throws -> Outcome {
    try checkTogether()
    let store = ClippingStore(path: try clippingsPath())
    let (all, diagnostics) = try store.load()
    let book = arguments[.book]
    let clippings = book == nil ? all : all.filter { $0.book == book }
    for diagnostic in diagnostics { report(diagnostic) }
    if let ids = arguments.ids(.add) {
      try add(ids, to: store)
    } else if let ids = arguments.ids(.remove) {
      try remove(ids, from: store, kept: clippings)
    } else {
      let wanted = try wanted(clippings)
      if wanted.isEmpty, let query = arguments[.query] {
        notice(Phrase("没有合乎“\(query)”的剪报", "no clipping matches “\(query)”"))
        return .nothingFound
      }
      if wanted.isEmpty, let book {
        notice(Phrase("“\(book)”这一册里没有剪报", "the book “\(book)” holds no clippings"))
        return .nothingFound
      }
      try print(wanted)
    }
    return .done
  }

  /// Refuses options that say nothing together, rather than pass over one of them.
  private func checkTogether() throws(CommandError) {
    let forms = [Option.markdown, .html, .text]
    try checkForm([])
    let outputs = ([.json, .csv, .csl, .ris, .bibtex] + forms + [.add, .remove]).filter(arguments.has)
    if outputs.count > 1 {
      let names = outputs.map(\.name)
      throw CommandError(
        "\(names.joined(separator: " 和 ")) 不能一起用；请一次用一个",
        "\(names.joined(separator: " and ")) cannot go together; use one at a time")
    }
    if arguments.has(.excerpts), arguments.has(.contents) {
      throw CommandError("--excerpts 和 --contents 不能一起用", "--excerpts and --contents cannot go together")
    }
    if let output = [Option.json, .csv].first(where: arguments.has),
      let form = [Option.excerpts, .contents].first(where: arguments.has)
    {
      throw CommandError(
        "\(form.name) 和 \(output.name) 不能一起用", "\(form.name) and \(output.name) cannot go together")
    }
    try refuse([.title, .notes, .source], without: forms + [.excerpts, .contents])
    try refuse([.tag, .note], without: [.add])
    if let output = [Option.add, .remove].first(where: arguments.has), arguments.has(.query) {
      throw CommandError("\(output.name) 和 --query 不能一起用", "\(output.name) and --query cannot go together")
    }
  }

  /// The clippings that `--query` leaves; all without it.
  ///
  /// - Throws: `CommandError` when the search had to stop before its end, or found nothing for want of such a place.
  private func wanted(_ clippings: [Clipping]) throws(CommandError) -> [Clipping] {
    guard let text = arguments[.query] else { return clippings }
    let query = try self.query(text, for: .clippings)
    if query.root == nil { return clippings }
    let searcher = Searcher(library: Library(of: clippings), index: SearchIndex())
    let found = searcher.find(query)
    if let problem = found?.problem { throw incomplete(problem) }
    try tell(of: query, searcher, isFound: found?.articles.isEmpty == false)
    return (found?.articles ?? []).map { clippings[$0] }
  }

  private func print(_ clippings: [Clipping]) throws {
    let style = digestStyle
    let digest =
      arguments[.title].map { Digest(title: $0, clippings: clippings, style: style) }
      ?? Digest(clippings: clippings, style: style)
    if arguments.has(.json) {
      for clipping in clippings { try output.write(Array((clipping.json + "\n").utf8)) }
    } else if arguments.has(.csv) {
      try writeCSV(clippings)
    } else if arguments.has(.csl) {
      try output.text(Bibliography(clippings).csl)
    } else if arguments.has(.ris) {
      try output.text(Bibliography(clippings).ris)
    } else if arguments.has(.bibtex) {
      try output.text(Bibliography(clippings).bibtex)
    } else if arguments.has(.markdown) {
      try output.text(digest.markdown)
    } else if arguments.has(.html) {
      try output.text(digest.html)
    } else if arguments.has(.text) || style.form != .full {
      try output.text(digest.text(columns: arguments.number(.text) ?? Digest.standardColumns))
    } else {
      try printList(clippings)
    }
  }

  /// Keeps articles, all of them or, when one is not found, none.
  private func add(_ ids: [String], to store: ClippingStore) throws {
    let library = try library()
    let articles = try ids.map { try index(of: $0, in: library) }
    let tags = (arguments.all(.tag) ?? []).flatMap(Clipping.tags)
    let note = (arguments.all(.note) ?? []).joined(separator: "\n")
    let book = arguments[.book]
    let kept = Set(store.clippings.filter { $0.book == book }.map(\.id))
    var changes: [ClippingChange] = []
    for index in articles {
      let article = library.articles[index]
      let page = library.articleRanges.firstIndex { $0.contains(index) }
      var clipping = Clipping(of: article, facts: page.map { library.pages[$0] }, added: Date())
      clipping.book = book
      changes.append(.add(clipping))
      if !tags.isEmpty || !note.isEmpty {
        changes.append(.update(id: article.id) { $0.add(tags: tags, note: note) })
      }
    }
    try store.apply(changes)
    for index in articles {
      let article = library.articles[index]
      if kept.contains(article.id) {
        notice(Phrase("早已收下：\(article.title)", "kept already: \(article.title)"))
      } else {
        try output.line(Phrase("收下了：\(article.title)", "kept: \(article.title)")[language])
      }
    }
  }

  /// Drops clippings, all of them or, when one is not found, none.
  private func remove(_ ids: [String], from store: ClippingStore, kept: [Clipping]) throws {
    let clippings = try ids.map { try clipping($0, among: kept) }
    let isOfBook = arguments.has(.book)
    try store.apply(clippings.map { isOfBook ? .removeFrom(book: $0.book, id: $0.id) : .remove(id: $0.id) })
    for clipping in clippings {
      try output.line(Phrase("去掉了：\(clipping.title)", "dropped: \(clipping.title)")[language])
      // What the user wrote goes with it; it stays on the screen at least.
      if !clipping.tags.isEmpty { try output.line("    " + clipping.tags.map { "#" + $0 }.joined(separator: " ")) }
      try printNote(of: clipping)
    }
  }

  /// The clipping that an id, or the beginning of one, stands for.
  private func clipping(_ id: String, among kept: [Clipping]) throws(CommandError) -> Clipping {
    guard id.utf8.count >= 6 else {
      throw CommandError("编号“\(id)”太短，至少给 6 位", "the id “\(id)” is too short; give 6 characters or more")
    }
    let found = kept.filter { $0.id.hasPrefix(id.lowercased()) }
    guard let clipping = found.first else {
      throw CommandError(
        "\(id)：没有编号这样开头的剪报；用 xianwen bookmarks 看有哪些", "\(id): no clipping's id begins so; xianwen bookmarks lists them")
    }
    guard Set(found.map(\.id)).count == 1 else {
      throw CommandError(
        "\(id)：有 \(found.count) 篇剪报的编号这样开头，请多给几位", "\(id): \(found.count) clippings' ids begin so; give more of it")
    }
    return clipping
  }

  private func printNote(of clipping: Clipping) throws {
    for line in clipping.note.split(whereSeparator: \.isNewline) { try output.line("    " + line) }
  }

  /// The day, with a question mark where its year was inferred.
  private func day(of clipping: Clipping) -> String {
    (clipping.date ?? "-") + (clipping.dateIsInferred ? "?" : "")
  }

  private func writeCSV(_ clippings: [Clipping]) throws {
    try beginCSV(["id", "headline", "county", "prefecture", "date", "file", "added", "tags", "note", "inferred"])
    for clipping in clippings {
      try output.csv([
        clipping.id, clipping.headline ?? "", clipping.county ?? "", clipping.prefecture ?? "", clipping.date ?? "",
        clipping.file, clipping.added, clipping.tags.joined(separator: " "), clipping.note,
        (clipping.inferred ?? []).joined(separator: " "),
      ])
    }
  }

  private func printList(_ clippings: [Clipping]) throws {
    let width = clippings.map { CellWidth.narrow.width(of: $0.county ?? "-") }.max() ?? 0
    for clipping in clippings {
      try output.put(clipping.id.prefix(8) + "  ", .faint)
      try output.put(day(of: clipping).padded(to: 13) + (clipping.county ?? "-").padded(to: width + 2))
      try output.put(clipping.title, .strong)
      try output.line((clipping.book.map { "  〔\($0)〕" } ?? "") + clipping.tags.map { "  #" + $0 }.joined())
      try printNote(of: clipping)
    }
  }
}
