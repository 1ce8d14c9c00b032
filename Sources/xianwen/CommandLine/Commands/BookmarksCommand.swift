import Foundation
import NewsModel
import ReaderUI

extension Command {
  static let bookmarks = Command(
    name: "bookmarks", options: [.json, .markdown, .html, .text, .query, .title, .add, .remove, .bookmarks],
    summary: Phrase("剪报：收下的文章", "the clippings: articles you kept"),
    details: Phrase(
      """
      剪报存全文，原文件没了也还在。--add 要在给出的路径里找那篇文章；其余的用法不读版面。
      --markdown、--html、--text 印出一份剪报：标题、日期范围、目录，然后按地方一篇篇排好。
      --query 只要合乎查询的剪报，其中 #标签 是标签。
      """,
      """
      A clipping holds the whole text and outlives its page. --add looks for the article in the paths; nothing else here reads pages.
      --markdown, --html and --text print a digest: title, range of days, contents, then the clippings place by place.
      --query leaves those that match; in it #tag asks for a tag.
      """
    ),
    run: { try $0.bookmarks() })
}

extension Invocation {
  fileprivate func bookmarks() throws -> Outcome {
    let outputs = [Option.json, .markdown, .html, .text, .add, .remove].filter(arguments.has)
    if outputs.count > 1 {
      let names = outputs.map(\.name)
      throw CommandError(
        "\(names.joined(separator: " 和 ")) 不能一起用；请一次用一个",
        "\(names.joined(separator: " and ")) cannot go together; use one at a time")
    }
    let store = ClippingStore(path: try clippingsPath())
    let (clippings, diagnostics) = try store.load()
    for diagnostic in diagnostics { report(diagnostic) }
    if let id = arguments[.add] {
      try add(id, to: store, kept: clippings)
    } else if let id = arguments[.remove] {
      try remove(id, from: store, kept: clippings)
    } else {
      let wanted = wanted(clippings)
      if wanted.isEmpty, let query = arguments[.query] {
        notice(Phrase("没有合乎“\(query)”的剪报", "no clipping matches “\(query)”"))
        return .nothingFound
      }
      try print(wanted)
    }
    return .done
  }

  /// The clippings that `--query` leaves; all without it.
  private func wanted(_ clippings: [Clipping]) -> [Clipping] {
    guard let text = arguments[.query] else { return clippings }
    let filter = ClippingFilter(text)
    report(filter.query.problem)
    return (filter.passing(clippings, as: Library(of: clippings)) ?? []).map { clippings[$0] }
  }

  private func print(_ clippings: [Clipping]) throws {
    let digest = arguments[.title].map { Digest(title: $0, clippings: clippings) } ?? Digest(clippings: clippings)
    if arguments.has(.json) {
      for clipping in clippings { try output.write(Array((clipping.json + "\n").utf8)) }
    } else if arguments.has(.markdown) {
      try output.text(digest.markdown)
    } else if arguments.has(.html) {
      try output.text(digest.html)
    } else if let columns = arguments.number(.text) {
      try output.text(digest.text(columns: columns))
    } else {
      try printList(clippings)
    }
  }

  private func add(_ id: String, to store: ClippingStore, kept: [Clipping]) throws {
    let library = try library()
    let index = try index(of: id, in: library)
    let article = library.articles[index]
    if kept.contains(where: { $0.id == article.id }) {
      notice(Phrase("早已收下：\(article.title)", "kept already: \(article.title)"))
      return
    }
    let page = library.articleRanges.firstIndex { $0.contains(index) }
    try store.add(Clipping(of: article, facts: page.map { library.pages[$0] }, added: Date()))
    try output.line(Phrase("收下了：\(article.title)", "kept: \(article.title)")[language])
  }

  private func remove(_ id: String, from store: ClippingStore, kept: [Clipping]) throws {
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
    try store.remove(id: clipping.id)
    try output.line(Phrase("去掉了：\(clipping.title)", "dropped: \(clipping.title)")[language])
    // What the user wrote goes with it; it stays on the screen at least.
    if !clipping.tags.isEmpty { try output.line("    " + clipping.tags.map { "#" + $0 }.joined(separator: " ")) }
    try printNote(of: clipping)
  }

  private func printNote(of clipping: Clipping) throws {
    for line in clipping.note.split(whereSeparator: \.isNewline) { try output.line("    " + line) }
  }

  /// The day, with a question mark where its year was inferred.
  private func day(of clipping: Clipping) -> String {
    (clipping.date ?? "-") + (clipping.dateIsInferred ? "?" : "")
  }

  private func printList(_ clippings: [Clipping]) throws {
    let width = clippings.map { CellWidth.narrow.width(of: $0.county ?? "-") }.max() ?? 0
    for clipping in clippings {
      try output.put(clipping.id.prefix(8) + "  ", .faint)
      try output.put(day(of: clipping).padded(to: 13) + (clipping.county ?? "-").padded(to: width + 2))
      try output.put(clipping.title, .strong)
      try output.line(clipping.tags.map { "  #" + $0 }.joined())
      try printNote(of: clipping)
    }
  }
}
