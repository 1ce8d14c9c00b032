import NewsModel
import ReaderUI

extension Invocation {
  /// Cells of a line when the output is no terminal and no width was asked for.
  private static let plainWidth = 120

  /// Prints one line per match: place, day, then the text with all matches in one column.
  func printConcordance(of query: ParsedQuery, _ hits: [Hit], _ searcher: Searcher) throws {
    let order = arguments[.sort].flatMap { Concordance.Order(rawValue: $0) } ?? .found
    let limit = arguments.number(.limit) ?? Int.max
    let articles = searcher.library.articles
    let placeWidth = hits.reduce(1) {
      max($0, CellWidth.narrow.width(of: articles[$1.article].filing.place?.name ?? "-"))
    }
    let margin = placeWidth + 2 + 10 + 2
    let width = max(20, (arguments.number(.width) ?? output.columns ?? Self.plainWidth) - margin)
    if arguments.has(.csv) {
      try beginCSV(ArticleColumn.summary.map(\.name) + ["part", "near", "before", "text", "after"])
    }
    func print(_ line: KeywordLine) throws {
      if arguments.has(.csv) {
        let fields = ArticleColumn.summary.fields(of: line.article, in: searcher.library)
        let (part, near) = (String(line.match.part), String(line.match.isNear))
        return try output.csv(fields + [part, near, line.before, line.text, line.after])
      }
      if arguments.has(.json) { return try write(line, articles[line.article]) }
      let article = articles[line.article]
      let set = SetKeywordLine(line, columns: width)
      try output.put((article.filing.place?.name ?? "-").padded(to: placeWidth + 2))
      try output.put(article.day.padded(to: 12), .faint)
      try output.put(set.before)
      try output.put(set.text, line.match.isNear ? .nearMatch : .match)
      try output.line(set.after)
    }
    if order == .found {
      // Nothing to sort: each line is printed and forgotten.
      var left = limit
      for hit in hits {
        for line in searcher.keywordLines(of: query, in: hit.article).prefix(left) {
          try print(line)
          left -= 1
        }
        if left == 0 { return }
      }
    } else if let lines = searcher.concordance(of: query, in: hits, order: order)?.lines {
      for line in lines.prefix(limit) { try print(line) }
    }
  }

  /// Writes a line of a concordance as JSON. Scripts rely on the keys and their order.
  private func write(_ line: KeywordLine, _ article: Article) throws {
    var json = JSONWriter()
    json.object { json in
      article.writeSummary(to: &json)
      json.key("part")
      json.value(line.match.part)
      json.key("range")
      json.value(line.match.range)
      json.key("near")
      json.value(line.match.isNear)
      json.key("before")
      json.value(line.before)
      json.key("text")
      json.value(line.text)
      json.key("after")
      json.value(line.after)
    }
    json.endLine()
    try output.write(json.bytes)
  }
}
