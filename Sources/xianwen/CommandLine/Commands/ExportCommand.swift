import NewsModel
import Platform
import ReaderUI

extension Command {
  static let export = Command(
    name: "export",
    options: [.format, .title, .source, .query, .county, .prefecture, .mapping, .furniture, .fold, .issued],
    summary: Phrase("把文章交给别的程序", "write articles for another program"), run: { try $0.export() })
}

extension Invocation {
  fileprivate func export() throws -> Outcome {
    if arguments.has(.mapping) {
      try output.lines(IndexMapping.json)
      return .done
    }
    if arguments[.format] != "markdown", let option = [Option.title, .source].first(where: arguments.has) {
      throw CommandError(
        "\(option.name) 要和 --format markdown 一起用", "\(option.name) goes with --format markdown; give both")
    }
    if arguments.has(.furniture), let format = arguments[.format], format != "jsonl" {
      throw CommandError("--furniture 要和 --format jsonl 一起用", "--furniture goes with --format jsonl; give both")
    }
    let query = try arguments[.query].map { text throws(CommandError) in try self.query(text) }
    if let query { try checkIsNotEmpty(query) }
    var library = try library()
    if arguments[.format] != "markdown" || arguments.has(.fold) { library.findReprints() }
    var indices = try indices(of: library)
    if query?.root?.asksForHistory == true { library.history = history }
    if let query, !indices.isEmpty {
      let searcher = Searcher(library: library, index: SearchIndex())
      let scope = SearchScope.articles(indices)
      let found = searcher.find(query, in: scope)
      if let problem = found?.problem { throw incomplete(problem) }
      indices = found?.articles ?? []
      try tell(of: query, searcher, isFound: !indices.isEmpty)
      if indices.isEmpty { try tellNothingFound(by: query, searcher, in: scope, isWhole: true) }
    }
    guard !indices.isEmpty else { return .nothingFound }
    if arguments.has(.fold) { indices = library.reprints.folded(indices) }
    switch arguments[.format] {
    case "markdown":
      if let title = arguments[.title] { try output.text(Digest.markdownTitle(title)) }
      try writeMarkdown(indices, of: library)
    case "bulk":
      try writeBulk(indices, of: library)
    default:
      try writeLines(indices, of: library)
    }
    return .done
  }

  /// Each article as a digest has it, numbered.
  func writeMarkdown(_ indices: [Int], of library: Library) throws {
    let style = digestStyle
    let facts = Dictionary(library.pages.map { ($0.file, $0) }) { first, _ in first }
    for (position, index) in indices.enumerated() {
      let article = library.articles[index]
      let clipping = Clipping(of: article, facts: facts[article.file], added: Date(timeIntervalSince1970: 0))
      try output.text(Digest.markdown(of: clipping, number: position + 1, style: style))
    }
  }

  /// Two lines for each article: the action with the id, then the document.
  /// Source: https://docs.opensearch.org/latest/api-reference/document-apis/bulk/
  private func writeBulk(_ indices: [Int], of library: Library) throws {
    try output.jsonLines(indices) { index, json in
      let article = library.articles[index]
      json.object { json in
        json.key("index")
        json.object { json in
          json.key("_id")
          json.value(article.id)
        }
      }
      json.endLine()
      article.write(to: &json, story: library.storyID(ofArticle: index))
    }
  }
}
