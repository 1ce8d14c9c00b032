import NewsModel

extension Command {
  static let search = Command(
    name: "search", operand: Bilingual("查询", "QUERY"), options: [.json, .count, .county, .limit],
    summary: Bilingual("搜索，最相关的在前", "search, best match first"),
    details: Help.queries,
    run: { try $0.search() })
}

extension Invocation {
  /// Snippets shown of one article.
  private static let snippetLimit = 3

  fileprivate func search() throws -> Outcome {
    let query = query(try operand())
    guard query.root != nil else {
      throw CommandError("查询是空的；请给要搜的字", "the query is empty; give something to search for")
    }
    let library = try library()
    // One query asks less than an index costs to build: articles without one are scanned, with the same answer.
    let searcher = Searcher(library: library, index: SearchIndex())
    let scope = arguments.has(.county) ? SearchScope.articles(indices(of: library)) : .all
    if arguments.has(.count) {
      let found = searcher.find(query, in: scope)?.articles.count ?? 0
      try output.line(String(found))
      return found > 0 ? .done : .nothingFound
    }
    let hits = searcher.search(query, in: scope)?.hits ?? []
    let shown = hits.prefix(arguments.number(.limit) ?? Int.max)
    if arguments.has(.json) {
      try writeHits(shown, of: query, searcher)
    } else {
      try printHits(shown, of: query, searcher)
    }
    return hits.isEmpty ? .nothingFound : .done
  }

  private func writeHits(_ hits: ArraySlice<Hit>, of query: ParsedQuery, _ searcher: Searcher) throws {
    var json = JSONWriter()
    for hit in hits {
      let article = searcher.library.articles[hit.article]
      let snippets = searcher.snippets(of: query, in: article, limit: Invocation.snippetLimit)
      article.write(hit, snippets, to: &json)
      json.endLine()
      try output.write(json.bytes)
      json.removeAll()
    }
  }

  private func printHits(_ hits: ArraySlice<Hit>, of query: ParsedQuery, _ searcher: Searcher) throws {
    let articles = searcher.library.articles
    let rows = ArticleRows(hits.lazy.map { articles[$0.article] }, of: searcher.library)
    for hit in hits {
      let article = articles[hit.article]
      let count = Bilingual("  \(hit.matchCount) 处", hit.matchCount == 1 ? "  1 match" : "  \(hit.matchCount) matches")
      try rows.print(article, to: output, note: hit.matchCount > 0 ? count[language] : "")
      for snippet in searcher.snippets(of: query, in: article, limit: Invocation.snippetLimit) { try print(snippet) }
    }
  }

  private func print(_ snippet: Snippet) throws {
    let scalars = Array(snippet.text.unicodeScalars)
    func text(_ range: Range<Int>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: scalars[range])
      return String(view)
    }
    try output.put(snippet.isCutAtStart ? "    …" : "    ")
    var end = 0
    // Matches may overlap; each scalar is printed once.
    for range in snippet.ranges where range.upperBound > end {
      let start = max(range.lowerBound, end)
      try output.put(text(end..<start))
      try output.put(text(start..<range.upperBound), .match)
      end = range.upperBound
    }
    try output.put(text(end..<scalars.count))
    try output.line(snippet.isCutAtEnd ? "…" : "")
  }
}

extension Article {
  /// Writes a hit as `xianwen search --json` prints it. Scripts rely on the keys and their order.
  fileprivate func write(_ hit: Hit, _ snippets: [Snippet], to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.value(id)
      json.key("file")
      json.value(file)
      json.key("n")
      json.value(number)
      json.key("headline")
      json.value(headline)
      json.key("county")
      json.value(filing.place?.name)
      json.key("date")
      json.value(date?.description)
      json.key("matches")
      json.value(hit.matchCount)
      json.key("snippets")
      json.array { json in for snippet in snippets { snippet.write(to: &json) } }
    }
  }
}

extension Snippet {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("part")
      json.value(part)
      json.key("text")
      json.value(text)
      json.key("ranges")
      json.array { json in
        for range in ranges {
          json.array { json in
            json.value(range.lowerBound)
            json.value(range.upperBound)
          }
        }
      }
    }
  }
}
