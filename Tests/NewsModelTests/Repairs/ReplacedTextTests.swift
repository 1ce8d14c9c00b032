import Foundation
import Testing

@testable import NewsModel

/// Characters that the user mended: what is printed stays beside them, and searches find both.
struct ReplacedTextTests {
  private func bench() throws -> RepairBench {
    var bench = RepairBench("高唐县成立残庆人协会\n\n残庆人李文昌说，残庆人证办好了。他今年八十二岁，视力模糊多年。\n")
    try bench.make(.replace("残庆", by: "残疾"), 3...3, from: 5)
    return bench
  }

  @Test func theTextIsMendedAndThePrintIsKept() throws {
    let article = try #require(try bench().articles.first)
    let body = try #require(article.parts.firstIndex { $0.role != .headline })
    #expect(article.parts[body].text == "残庆人李文昌说，残疾人证办好了。他今年八十二岁，视力模糊多年。")
    #expect(article.printedText(ofPart: body) == "残庆人李文昌说，残庆人证办好了。他今年八十二岁，视力模糊多年。")
    #expect(article.replaced == [ReplacedText(part: body, range: 8..<10, printed: "残庆")])
    var json = JSONWriter()
    article.write(to: &json)
    let written = String(decoding: json.bytes, as: UTF8.self)
    #expect(written.contains("\"repaired\": true"))
    #expect(written.contains("残庆人证办好了"))
  }

  @Test(arguments: [("残疾人证", 1), ("残庆人证", 1), ("说，残庆", 1), ("残疾", 1), ("残庆", 3), ("视力", 1), ("残庆人证办好了。他", 1)])
  func searchFindsBoth(text: String, count: Int) throws {
    var library = Library()
    library.append([try bench().reading])
    let query = QueryParser.parse("\"\(text)\"")
    var index = SearchIndex()
    index.append(library.articles[...])
    for index in [SearchIndex(), index] {
      let searcher = Searcher(library: library, index: index)
      #expect(searcher.find(query)?.articles == [0], "\(text)")
      let article = library.articles[0]
      let matches = searcher.matches(of: query, in: article)
      #expect(matches.count == count, "\(text)")
      for match in matches {
        #expect(match.range.upperBound <= article.parts[match.part].text.unicodeScalars.count)
      }
    }
  }

  @Test func aReadingThatHasItRightNeedsNoMending() throws {
    var bench = try bench()
    bench.text = bench.text.replacingOccurrences(of: "残庆人证", with: "残疾人证")
    #expect(bench.reading.facts.userRepairs.map(\.problem) == [nil])
    #expect(bench.articles.allSatisfy { $0.replaced.isEmpty })
  }
}
