import Testing

@testable import NewsModel

/// How well filing agrees with pages that people annotated, each page an archive of its own.
struct GoldPlaceTests {
  /// Groups of pages (first letters of their names) with the shares reached of places and of mentions.
  @Test(arguments: [("0hmnpqu", 0.96, 0.95), ("rwxyz", 0.84, 0.86)]) func filesGoldArticlesAsTheAnnotatorsDid(
    pages: String, places: Double, mentions: Double
  ) throws {
    var articles = 0
    var right = 0
    var hits = 0
    var found = 0
    var expected = 0
    var misses: [String] = []
    let filer = PlaceFiler()
    for page in try GoldPage.all() where pages.contains(page.file.prefix(1)) {
      var library = Library()
      library.append([try page.reading()])
      filer.file(&library)
      for (gold, article) in zip(page.articles.sorted { $0.firstLine < $1.firstLine }, library.articles) {
        articles += 1
        if article.filing.place?.name == gold.county {
          right += 1
        } else {
          misses.append(
            "\(page.file) \(gold.n) \(gold.headline ?? "-"): \(article.filing.place?.name ?? "nil"), not \(gold.county ?? "nil"); "
              + article.filing.evidence.prefix(5).map { "\($0.word)→\($0.place.name) \($0.weight)" }.joined(
                separator: ", "))
        }
        let mentioned = Set(article.filing.mentioned.map(\.name))
        hits += mentioned.intersection(gold.counties).count
        found += mentioned.count
        expected += gold.counties.count
        if mentioned != Set(gold.counties) {
          misses.append(
            "\(page.file) \(gold.n) \(gold.headline ?? "-"): mentions \(mentioned.sorted()), not \(gold.counties.sorted())"
          )
        }
      }
    }
    let f1 = 2 * Double(hits) / Double(found + expected)
    #expect(Double(right) / Double(articles) >= places, Comment(rawValue: misses.joined(separator: "\n")))
    #expect(f1 >= mentions, Comment(rawValue: misses.joined(separator: "\n")))
  }
}
