import Testing

@testable import NewsModel

struct SnippetTests {
  private let searcher = Searcher(library: Library(), index: SearchIndex())

  private func article(_ texts: String...) -> Article {
    Article(
      file: "a.txt", number: 1, kind: .news,
      parts: texts.map { Part(role: .body, text: $0, lines: [LineSpan(1, 1)]) })
  }

  @Test
  func snippetShowsTheSentenceOfTheMatch() {
    let text = "前面一句话。“城市守护者越贴心,居民越暖心。”" + String(repeating: "后面很长", count: 30)
    let snippets = searcher.snippets(of: QueryParser.parse("守护者"), in: article(text), limit: 3)
    #expect(snippets.count == 1)
    #expect(snippets[0].text.hasPrefix("“城市守护者越贴心"))
    #expect(snippets[0].start == 6 && snippets[0].isCutAtStart && snippets[0].isCutAtEnd)
    #expect(snippets[0].ranges == [3..<6])
  }

  @Test
  func nearMatchesShareASnippetAndFarOnesDoNot() {
    let text = "高唐县与高唐县" + String(repeating: "很远", count: 100) + "高唐县"
    let snippets = searcher.snippets(of: QueryParser.parse("高唐"), in: article("别处", text), limit: 5)
    #expect(snippets.map(\.ranges.count) == [2, 1])
    #expect(snippets.map(\.part) == [1, 1])
    #expect(searcher.snippets(of: QueryParser.parse("高唐"), in: article("别处", text), limit: 1).count == 1)
  }

  @Test(arguments: 0..<6 as Range<UInt64>)
  func everyRangeOfEverySnippetIsAMatch(seed: UInt64) {
    let library = seed < 3 ? SearchFixtures.seeds : SearchFixtures.invented(seed: seed, count: 60)
    var random = RandomQuery(library, longest: 4, seed: seed)
    for _ in 0..<10 {
      let text = random.text()
      let query = QueryParser.plain(text)
      for article in library.articles.prefix(60) {
        let matches = searcher.matches(of: query, in: article)
        let snippets = searcher.snippets(of: query, in: article, limit: .max)
        let shown = snippets.flatMap { snippet in
          snippet.ranges.map {
            TextMatch(part: snippet.part, range: snippet.start + $0.lowerBound..<snippet.start + $0.upperBound)
          }
        }
        #expect(shown == matches, "\(text)")
        for snippet in snippets {
          let part = Array(article.parts[snippet.part].text.unicodeScalars)
          #expect(
            Array(part[snippet.start...].prefix(snippet.text.unicodeScalars.count))
              == Array(snippet.text.unicodeScalars))
        }
      }
    }
  }
}
