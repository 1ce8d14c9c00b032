@testable import NewsModel

/// The text of a query: parsed and asked of the sample pages, with an index and without.
enum QueryFuzz {
  private static let scanner = Searcher(library: SamplePages.library, index: SearchIndex())
  private static let indexed: Searcher = {
    var index = SearchIndex()
    index.append(SamplePages.library.articles[...])
    return Searcher(library: SamplePages.library, index: index)
  }()
  /// Steps of regular expressions for one input: some hundredths of a second.
  private static let steps = 300_000

  static func run(_ bytes: [UInt8]) {
    let query = QueryParser.parse(String(decoding: bytes, as: UTF8.self))
    _ = PageFilter(query, for: PageListing())
    guard let found = indexed.search(query, regexSteps: steps), let scanned = scanner.find(query, regexSteps: steps)
    else { fatalError("a search stopped by itself") }
    let hits = found.hits.map(\.article)
    if found.problem == nil, scanned.problem == nil {
      require(hits.sorted() == scanned.articles, "an index and a scan disagree")
    }
    for hit in found.hits.prefix(2) {
      let article = SamplePages.library.articles[hit.article]
      for match in indexed.matches(of: query, in: article) {
        let count = article.parts[match.part].text.unicodeScalars.count
        require(match.range.lowerBound >= 0 && match.range.upperBound <= count, "a match outside its part")
      }
      for snippet in indexed.snippets(of: query, in: article, limit: 2) {
        let count = snippet.text.unicodeScalars.count
        require(snippet.ranges.allSatisfy { $0.upperBound <= count }, "a range outside its snippet")
      }
    }
    for order in [Concordance.Order.following, .preceding] {
      _ = indexed.concordance(of: query, in: found.hits.prefix(2), order: order, limit: 50)
    }
    if hits.isEmpty { _ = indexed.offers(insteadOf: query, in: .all) { false } }
  }
}
