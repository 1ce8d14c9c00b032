import NewsModel
import ReaderUI

extension Command {
  static let list = Command(
    name: "list", options: [.json, .csv, .bom, .furniture, .county, .prefecture, .by, .fold, .issued],
    summary: Phrase("列出文章，每篇一行", "list the articles, one line each"),
    details: Phrase(
      "每行是：编号、日期、地方、标题；日期后的 ? 是说年份是推定的，括号里的是刊期。编号（或它的前几位）可以交给 show 和 bookmarks --add。",
      "A line is: id, day (? after it: the year is inferred; in brackets: that of the issue), place, title. Give the id, or its beginning, to show and to bookmarks --add."
    ),
    run: { try $0.list() })
}

extension Invocation {
  fileprivate func list() throws -> Outcome {
    try checkForm()
    try refuse([.furniture], without: [.json])
    var library = try library()
    if arguments.has(.json) || arguments.has(.fold) { library.findReprints() }
    let facets = facets(.by)
    let found = try indices(of: library)
    var indices = facets.isEmpty ? found : library.sorted(found, by: facets)
    if arguments.has(.fold) { indices = library.reprints.folded(indices) }
    if arguments.has(.csv) { try writeCSV(indices, of: library) }
    guard !indices.isEmpty || arguments.has(.furniture) else { return .nothingFound }
    if arguments.has(.csv) { return .done }
    if arguments.has(.json) {
      try writeLines(indices, of: library)
      return .done
    }
    let rows = ArticleRows(
      indices.map { library.articles[$0] }, of: library, showsFile: facets.contains(.file))
    for index in indices {
      let count = arguments.has(.fold) ? library.reprints.versions(of: index).count : 0
      try rows.print(library.articles[index], to: output, note: count > 1 ? "  ×\(count)" : "")
    }
    return .done
  }

  /// Prints articles as comma-separated values.
  func writeCSV(_ indices: [Int], of library: Library) throws {
    try beginCSV(ArticleColumn.all.map(\.name))
    for index in indices { try output.csv(ArticleColumn.all.fields(of: index, in: library)) }
  }

  /// Prints articles as JSON Lines; with `--furniture` that of each page after the last of its articles, and at the end
  /// that of pages without any, unless some articles were left out.
  func writeLines(_ indices: [Int], of library: Library) throws {
    guard arguments.has(.furniture) else {
      return try output.jsonLines(indices) { index, json in
        library.articles[index].write(to: &json, story: library.storyID(ofArticle: index))
      }
    }
    let pages = indices.map(library.pageIndex)
    let lastRows = Dictionary(zip(pages, pages.indices)) { $1 }
    var articles: [(Article, story: String?)] = []
    func addFurniture(_ page: Int) { articles += library.furniture[page].map { ($0, nil) } }
    for (row, index) in indices.enumerated() {
      articles.append((library.articles[index], library.storyID(ofArticle: index)))
      if lastRows[pages[row]] == row { addFurniture(pages[row]) }
    }
    if indices.count == library.articles.count {
      for page in library.pages.indices where library.articleRanges[page].isEmpty { addFurniture(page) }
    }
    try output.jsonLines(articles) { article, json in article.0.write(to: &json, story: article.story) }
  }
}
