import NewsModel

/// Times every query of a corpus in a library that is loaded and indexed.
struct QueryBenchmark {
  let queries: [Corpus.Query]
  /// The class that is asked; `nil` for all.
  let only: String?
  /// How often each query is run; its time is the median.
  let repetitions: Int

  /// What the classes of queries are, in words.
  private static let names = [
    "c1": "one character", "c2": "two characters", "c3": "three characters", "c48": "four to eight characters",
    "absent": "a text that is nowhere", "and2": "two texts, both", "mixed": "Latin and digits",
    "regex": "regular expression", "near": "near text (~)",
  ]

  /// What a class is called in the tables.
  static func name(of kind: String) -> String { names[kind].map { "\(kind): \($0)" } ?? kind }

  /// The times of the queries: ids and count only (`find`), by place in `queries`, in milliseconds.
  ///
  /// - Returns: those times, and a row for each class.
  func run(_ searcher: Searcher) -> (times: [Int: Double], table: Table) {
    var times: [Int: Double] = [:]
    var table = Table(
      "Queries",
      columns: ["queries", "find p50", "find p95", "ranked p50", "ranked p95", "articles found", "looked at"],
      note:
        "find: which articles; ranked: the best first, every match counted. Articles are means. Looked at: what the index left open."
    )
    for name in Corpus.classes(of: queries) where only ?? name == name {
      Progress.show("asking \(Self.name(of: name))")
      var (finds, ranked): ([Double], [Double]) = ([], [])
      var (articles, scanned) = (0, 0)
      for (number, query) in queries.enumerated() where query.class == name {
        let parsed = query.parsed
        if let answer = searcher.find(parsed) {
          articles += answer.articles.count
          scanned += answer.stats.scanned
        }
        let found = (0..<repetitions).map { _ in seconds { searcher.find(parsed) }.seconds * 1000 }
        times[number] = percentile(found, 0.5)
        finds.append(percentile(found, 0.5))
        let searched = (0..<max(1, repetitions / 2)).map { _ in seconds { searcher.search(parsed) }.seconds * 1000 }
        ranked.append(percentile(searched, 0.5))
      }
      table.add(
        Self.name(of: name),
        [
          Figure(count: finds.count), Figure(percentile(finds, 0.5), "ms"), Figure(percentile(finds, 0.95), "ms"),
          Figure(percentile(ranked, 0.5), "ms"), Figure(percentile(ranked, 0.95), "ms"),
          Figure(count: articles / finds.count), Figure(count: scanned / finds.count),
        ])
    }
    return (times, table)
  }
}

extension Corpus.Query {
  /// The query as the reader would ask it.
  var parsed: ParsedQuery {
    if let query { return QueryParser.parse(query) }
    if terms.count == 1 { return QueryParser.plain(terms[0]) }
    return QueryParser.parse(terms.map { "\"\($0)\"" }.joined(separator: " "))
  }
}
