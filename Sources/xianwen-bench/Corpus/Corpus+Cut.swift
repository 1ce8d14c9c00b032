import NewsModel

extension Corpus {
  /// The pages cut into articles of about so many bytes, lines as paragraphs, instead of being read: what measures search alone.
  func cut(into articleBytes: Int) throws(BenchError) -> Library {
    var library = Library()
    library.append(zip(paths, try texts()).map { Self.cut($1, file: FilePath($0), articleBytes: articleBytes) })
    return library
  }

  private static func cut(_ page: String, file: FilePath, articleBytes: Int) -> PageReading {
    var articles: [Article] = []
    var parts: [Part] = []
    var bytes = 0
    func finish() {
      if !parts.isEmpty { articles.append(Article(file: file, number: articles.count + 1, kind: .news, parts: parts)) }
      parts = []
      bytes = 0
    }
    for (number, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let role = parts.isEmpty ? PartRole.headline : .body
      parts.append(Part(role: role, text: String(line), lines: [LineSpan(number + 1, number + 1)]))
      bytes += line.utf8.count
      if bytes >= articleBytes { finish() }
    }
    finish()
    return PageReading(facts: PageFacts(file: file, byteCount: page.utf8.count), articles: articles)
  }
}
