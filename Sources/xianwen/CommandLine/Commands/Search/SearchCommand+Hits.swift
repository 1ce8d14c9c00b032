import NewsModel
import ReaderUI

extension Invocation {
  /// Snippets shown of one article.
  private static let snippetLimit = 3

  /// Prints articles found, best first, with the places where they match.
  func printHits(_ hits: ArraySlice<Hit>, of query: ParsedQuery, _ searcher: Searcher) throws {
    let articles = searcher.library.articles
    if arguments.has(.csv) { return try writeCSV(hits, of: query, searcher) }
    if arguments.has(.json) {
      var json = JSONWriter()
      var library = searcher.library
      library.findReprints()
      for hit in hits {
        let snippets = searcher.snippets(of: query, in: articles[hit.article], limit: Self.snippetLimit)
        articles[hit.article].write(hit, snippets, story: library.storyID(ofArticle: hit.article), to: &json)
        json.endLine()
        try output.write(json.bytes)
        json.removeAll()
      }
      return
    }
    let rows = ArticleRows(hits.lazy.map { articles[$0.article] }, of: searcher.library)
    for hit in hits {
      let article = articles[hit.article]
      let count = Phrase("  \(hit.matchCount) 处", hit.matchCount == 1 ? "  1 match" : "  \(hit.matchCount) matches")
      try rows.print(article, to: output, note: hit.matchCount > 0 ? count[language] : "")
      for snippet in searcher.snippets(of: query, in: article, limit: Self.snippetLimit) { try print(snippet) }
    }
  }

  private func writeCSV(_ hits: ArraySlice<Hit>, of query: ParsedQuery, _ searcher: Searcher) throws {
    let columns = ArticleColumn.summary
    try beginCSV(columns.map(\.name) + ["matches", "snippets"])
    for hit in hits {
      let article = searcher.library.articles[hit.article]
      let snippets = searcher.snippets(of: query, in: article, limit: Self.snippetLimit).map(\.text)
      try output.csv(
        columns.fields(of: hit.article, in: searcher.library)
          + [String(hit.matchCount), snippets.joined(separator: " … ")])
    }
  }

  private func print(_ snippet: Snippet) throws {
    let scalars = Array(snippet.text.unicodeScalars)
    func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
    try output.put(snippet.isCutAtStart ? "    …" : "    ")
    var end = 0
    // Matches may overlap; each scalar is printed once.
    for range in snippet.ranges where range.upperBound > end {
      let start = max(range.lowerBound, end)
      try output.put(text(end..<start))
      try output.put(text(start..<range.upperBound), snippet.nearRanges.contains(range) ? .nearMatch : .match)
      end = range.upperBound
    }
    try output.put(text(end..<scalars.count))
    try output.line(snippet.isCutAtEnd ? "…" : "")
  }
}

extension Article {
  /// Writes a hit as `xianwen search --json` prints it. Scripts rely on the keys and their order.
  fileprivate func write(_ hit: Hit, _ snippets: [Snippet], story: String?, to json: inout JSONWriter) {
    json.object { json in
      writeSummary(to: &json)
      json.key("story")
      json.value(story)
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
      json.value(ranges)
      json.key("near")
      json.value(nearRanges)
    }
  }
}

extension JSONWriter {
  /// Writes ranges as pairs of their ends, the upper ones excluded.
  mutating func value(_ ranges: [Range<Int>]) {
    array { json in for range in ranges { json.value(range) } }
  }

  /// Writes a range as its ends, the upper one excluded.
  mutating func value(_ range: Range<Int>) {
    array { json in
      json.value(range.lowerBound)
      json.value(range.upperBound)
    }
  }
}
