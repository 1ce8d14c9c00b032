import NewsModel
import ReaderUI

extension Command {
  static let list = Command(
    name: "list", options: [.json, .csv, .bom, .county, .prefecture, .by],
    summary: Phrase("列出文章，每篇一行", "list the articles, one line each"),
    details: Phrase(
      "每行是：编号、日期、地方、标题；日期后的 ? 是说年份是推定的。编号（或它的前几位）可以交给 show 和 bookmarks --add。",
      "A line is: id, day (? after it: the year is inferred), place, title. Give the id, or its beginning, to show and to bookmarks --add."
    ),
    run: { try $0.list() })
}

extension Invocation {
  fileprivate func list() throws -> Outcome {
    try checkForm()
    let library = try library()
    let facets = facets(.by)
    let found = try indices(of: library)
    let indices = facets.isEmpty ? found : library.sorted(found, by: facets)
    if arguments.has(.csv) { try writeCSV(indices, of: library) }
    guard !indices.isEmpty else { return .nothingFound }
    if arguments.has(.csv) { return .done }
    if arguments.has(.json) {
      try writeLines(indices, of: library)
      return .done
    }
    let articles = indices.lazy.map { library.articles[$0] }
    let rows = ArticleRows(articles, of: library, showsFile: facets.contains(.file))
    for article in articles { try rows.print(article, to: output) }
    return .done
  }

  /// Prints articles as comma-separated values.
  func writeCSV(_ indices: [Int], of library: Library) throws {
    try beginCSV(ArticleColumn.all.map(\.name))
    for index in indices { try output.csv(ArticleColumn.all.fields(of: index, in: library)) }
  }

  /// Prints articles as JSON Lines.
  func writeLines(_ indices: [Int], of library: Library) throws {
    try output.jsonLines(indices) { index, json in library.articles[index].write(to: &json) }
  }
}
