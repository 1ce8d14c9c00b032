import Testing

@testable import NewsModel

struct RankingTests {
  private func article(_ parts: [(PartRole, String)], date: NewsDate? = nil) -> Article {
    Article(
      file: "a.txt", number: 1, kind: .news, date: date,
      parts: parts.map { Part(role: $0.0, text: $0.1, lines: [LineSpan(1, 1)]) })
  }

  private func order(_ articles: [Article], _ query: String) -> [Int] {
    var library = Library()
    library.append([PageReading(facts: PageFacts(file: "a.txt", byteCount: 0), articles: articles)])
    let searcher = Searcher(library: library, index: SearchIndex())
    return searcher.search(QueryParser.parse(query))?.hits.map(\.article) ?? []
  }

  @Test
  func headlineBeatsKickerBeatsLeadBeatsBody() {
    let articles = [
      article([(.body, "开头"), (.body, "残疾残疾残疾")]),
      article([(.body, "残疾残疾")]),
      article([(.kicker, "残疾"), (.body, "开头")]),
      article([(.headline, "残疾"), (.body, "开头")]),
      article([(.caption, "残疾"), (.body, "残疾")]),
    ]
    #expect(order(articles, "残疾") == [3, 2, 1, 4, 0])
  }

  @Test
  func moreMatchesThenLaterDatesThenTheOrderOfTheLibraryDecide() {
    let early = NewsDate(year: 2020, month: 12, day: 31)
    let late = NewsDate(year: 2021, month: 1, day: 1)
    let articles = [
      article([(.body, "残疾")]),
      article([(.body, "残疾")], date: early),
      article([(.body, "残疾")], date: late),
      article([(.body, "残疾")], date: late),
      article([(.body, "残疾残疾")]),
    ]
    #expect(order(articles, "残疾") == [4, 2, 3, 1, 0])
  }

  @Test
  func everyTextAskedForCountsWhereItStandsBest() {
    let articles = [
      article([(.headline, "残疾"), (.body, "别的"), (.body, "高唐")]),
      article([(.headline, "高唐残疾")]),
      article([(.headline, "残疾"), (.body, "高唐")]),
    ]
    #expect(order(articles, "高唐 残疾") == [1, 2, 0])
  }

  @Test
  func sameTextAskedForTwiceCountsOnce() {
    let articles = [article([(.headline, "残疾"), (.body, "残疾")])]
    var library = Library()
    library.append([PageReading(facts: PageFacts(file: "a.txt", byteCount: 0), articles: articles)])
    let searcher = Searcher(library: library, index: SearchIndex())
    for query in ["残疾 残疾", "title:残疾 残疾", "残疾 殘疾", "(残疾 | 高唐) 残疾"] {
      #expect(searcher.search(QueryParser.parse(query))?.matchCount == 2, "\(query)")
    }
  }
}
