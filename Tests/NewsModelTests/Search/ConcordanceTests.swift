import Testing

@testable import NewsModel

struct ConcordanceTests {
  private let searcher: Searcher = {
    var library = Library()
    let texts = [
      "甲县残疾人协会成立,残疾证办好", "乙县残疾人工作,丙县残疾人协会",
      String(repeating: "前", count: 100) + "残疾" + String(repeating: "后", count: 100),
    ]
    for text in texts {
      let parts = [Part(role: .body, text: text, lines: [LineSpan(1, 1)])]
      library.append([
        PageReading(
          facts: PageFacts(file: "a", byteCount: 0),
          articles: [Article(file: "a", number: 1, kind: .news, parts: parts)])
      ])
    }
    return Searcher(library: library, index: SearchIndex())
  }()

  private func concordance(_ order: Concordance.Order, limit: Int = .max) throws -> Concordance {
    let query = QueryParser.parse("残疾")
    let hits = [0, 1, 2].map { Hit(article: $0, matchCount: 0, score: 0) }
    return try #require(searcher.concordance(of: query, in: hits, order: order, limit: limit))
  }

  @Test func everyMatchIsALineInTheOrderFound() throws {
    let lines = try concordance(.found).lines
    #expect(lines.map(\.article) == [0, 0, 1, 1, 2])
    #expect(lines.map(\.number) == [0, 1, 0, 1, 0])
    #expect(lines.map(\.match.range) == [2..<4, 10..<12, 2..<4, 10..<12, 100..<102])
    #expect(lines[1].before == "甲县残疾人协会成立," && lines[1].text == "残疾" && lines[1].after == "证办好")
  }

  @Test func equalContinuationsComeTogether() throws {
    #expect(
      try concordance(.following).lines.map { String($0.after.prefix(3)) } == ["人协会", "人协会", "人工作", "后后后", "证办好"])
    // A text that ends comes before one that goes on.
    #expect(try concordance(.following).lines.prefix(2).map(\.article) == [1, 0])
  }

  @Test func equalLeadInsComeTogether() throws {
    #expect(try concordance(.preceding).lines.map { String($0.before.suffix(2)) } == ["立,", "前前", "丙县", "乙县", "甲县"])
  }

  @Test func contextEndsWithThePartOrAtItsLength() throws {
    let line = try #require(try concordance(.found).lines.last)
    #expect(line.before.count == KeywordLine.contextLength && line.after.count == KeywordLine.contextLength)
  }

  @Test func aLimitTakesTheFirstMatchesAndSaysSo() throws {
    let cut = try concordance(.following, limit: 3)
    #expect(cut.isCut && cut.lines.count == 3 && cut.lines.allSatisfy { $0.article < 2 })
    #expect(try !concordance(.found, limit: 5).isCut)
  }

  @Test func cancelledIsNothing() {
    let hits = [Hit(article: 0, matchCount: 0, score: 0)]
    #expect(searcher.concordance(of: QueryParser.parse("残"), in: hits, order: .found, isCancelled: { true }) == nil)
  }

  @Test func matchesOfSeedsAreAllThere() throws {
    let library = SearchFixtures.seeds
    let searcher = Searcher(library: library, index: SearchIndex())
    for text in ["的", "聊城", "县", "~残疾人", "/第.届/"] {
      let query = QueryParser.parse(text)
      let result = try #require(searcher.search(query))
      for order in Concordance.Order.allCases {
        let lines = try #require(searcher.concordance(of: query, in: result.hits, order: order)).lines
        #expect(lines.count == result.matchCount)
        for line in lines.prefix(50) {
          let text = library.articles[line.article].parts[line.match.part].text
          #expect(text.contains(line.before + line.text + line.after))
        }
      }
    }
  }
}
