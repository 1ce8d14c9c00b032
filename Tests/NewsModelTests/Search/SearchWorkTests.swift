import Testing

@testable import NewsModel

/// What a search costs, in counters: losing the index breaks a test here, on any machine.
struct SearchWorkTests {
  /// 300 articles: 的 in all, 东阿 in every tenth, 阿胶故里 in one, 阿胶 and 故里 apart in another.
  private static let searcher: Searcher = {
    var library = Library()
    for number in 0..<300 {
      var text = "今天的新闻第\(number)条"
      if number % 10 == 0 { text += ",东阿县" }
      if number == 77 { text += ",阿胶故里" }
      if number == 88 { text += ",阿胶故事,胶故里" }
      let article = Article(
        file: "a.txt", number: number + 1, kind: .news,
        parts: [
          Part(role: .headline, text: number == 20 ? "东阿" : "无", lines: [LineSpan(1, 1)]),
          Part(role: .body, text: text, lines: [LineSpan(2, 2)]),
        ])
      library.append([PageReading(facts: PageFacts(file: "a.txt", byteCount: 0), articles: [article])])
    }
    var index = SearchIndex()
    index.append(library.articles[...])
    return Searcher(library: library, index: index)
  }()

  /// Query, number of articles, work.
  static let work: [(String, Int, SearchStats)] = [
    ("的", 300, SearchStats(keysRead: 1, postingsDecoded: 300)),
    ("东阿", 30, SearchStats(keysRead: 1, postingsDecoded: 31)),
    ("东阿县", 30, SearchStats(keysRead: 1, postingsDecoded: 30)),
    ("篪", 0, SearchStats(keysRead: 1)),
    ("东阿篪", 0, SearchStats(keysRead: 1)),
    ("阿胶故里", 1, SearchStats(keysRead: 2, postingsDecoded: 4, scanned: 2)),
    ("的新闻阿", 0, SearchStats(keysRead: 2)),
    // What follows the pairs 天的 and 的新 decides.
    ("今天的新闻", 300, SearchStats(keysRead: 5, postingsDecoded: 900)),
    ("第7", 11, SearchStats(keysRead: 1, postingsDecoded: 11)),
    ("-的", 0, SearchStats(keysRead: 1, postingsDecoded: 300)),
    ("阿胶 | 故里", 2, SearchStats(keysRead: 2, postingsDecoded: 4)),
    ("~阿胶故里", 2, SearchStats(keysRead: 2, postingsDecoded: 4, scanned: 2)),
    ("/阿胶.里/", 1, SearchStats(keysRead: 2, postingsDecoded: 4, scanned: 2, regexSteps: 19)),
    ("date:2021", 0, SearchStats(scanned: 300)),
    ("的 阿胶故", 2, SearchStats(keysRead: 2, postingsDecoded: 302)),
    ("东阿 -新闻第20", 28, SearchStats(keysRead: 4, postingsDecoded: 153, scanned: 2)),
    ("title:东阿", 1, SearchStats(keysRead: 1, postingsDecoded: 31, scanned: 30)),
    ("file:a 阿胶故里", 1, SearchStats(keysRead: 2, postingsDecoded: 4, scanned: 2)),
  ]

  @Test(arguments: work)
  func workStaysWithWhatTheIndexProposes(query: String, articles: Int, stats: SearchStats) throws {
    let found = try #require(SearchWorkTests.searcher.find(QueryParser.parse(query)))
    #expect(found.articles.count == articles)
    #expect(found.stats == stats)
  }

  /// A character that is said very often has its articles written down: no list is read.
  @Test
  func storedUnionsCostNoPostings() throws {
    var library = Library()
    let articles = (0..<400).map { number in
      Article(
        file: "a.txt", number: number + 1, kind: .news,
        parts: [Part(role: .body, text: "甲的乙的丙的丁的", lines: [LineSpan(1, 1)])])
    }
    library.append([PageReading(facts: PageFacts(file: "a.txt", byteCount: 0), articles: articles)])
    var index = SearchIndex()
    index.append(library.articles[...])
    let found = try #require(Searcher(library: library, index: index).find(QueryParser.parse("的")))
    #expect(found.articles.count == 400 && found.stats == SearchStats(keysRead: 1))
  }

  @Test
  func articlesThatAreNotIndexedAreScanned() throws {
    let searcher = Searcher(library: SearchWorkTests.searcher.library, index: SearchIndex())
    let found = try #require(searcher.find(QueryParser.parse("东阿")))
    #expect(found.articles.count == 30)
    #expect(found.stats == SearchStats(scanned: 300))
  }
}
