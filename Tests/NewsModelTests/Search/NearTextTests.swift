import Testing

@testable import NewsModel

struct NearTextTests {
  /// Text asked for, text of a part, matches with whether they are only near.
  static let table: [(String, String, [(Range<Int>, Bool)])] = [
    ("残疾人", "残疾人", [(0..<3, false)]),
    ("残疾人", "有残痰人在", [(1..<4, true)]),
    ("残疾人", "有残人在", [(1..<3, true)]),
    ("残疾人", "有残X疾人在", [(1..<5, true)]),
    ("残疾人", "残疾人与残病人", [(0..<3, false), (4..<7, true)]),
    ("残疾人", "残人疾", [(0..<2, true)]),
    ("高唐", "高X唐", [(0..<3, true)]),
    ("高唐", "高县", []),
    ("高", "高", [(0..<1, false)]),
    ("高", "唐", []),
    ("脱贫攻坚", "脱贪攻坚", [(0..<4, true)]),
    ("脱贫攻坚", "脱贪攻竖", []),
    ("记者李梦", "记者 李 夢", [(0..<6, false)]),
  ]

  @Test(arguments: table)
  func forgivesOneMistake(query: String, text: String, expected: [(Range<Int>, Bool)]) {
    let article = Article(
      file: "a", number: 1, kind: .news, parts: [Part(role: .body, text: text, lines: [LineSpan(1, 1)])])
    let searcher = Searcher(library: Library(), index: SearchIndex())
    let matches = searcher.matches(of: QueryParser.parse("~" + query), in: article)
    #expect(matches == expected.map { TextMatch(part: 0, range: $0.0, isNear: $0.1) })
  }

  /// The ranges of `text` that are `needle` with one unit wrong, extra or missing, left to right, by trying them all.
  private func mistaken(_ needle: [UInt16], _ text: [UInt16]) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var at = 0
    start: while at < text.count {
      for length in [needle.count, needle.count + 1, needle.count - 1] where length >= 2 && at + length <= text.count {
        let cut = Array(text[at..<at + length])
        let isNear =
          if length == needle.count {
            needle.count > 2 && zip(cut, needle).count(where: { $0 != $1 }) == 1
          } else if length > needle.count {
            cut.indices.dropFirst().dropLast().contains { Array(cut[..<$0] + cut[($0 + 1)...]) == needle }
          } else {
            needle.indices.contains { Array(needle[..<$0] + needle[($0 + 1)...]) == cut }
          }
        if isNear {
          found.append(at..<at + length)
          at += length
          continue start
        }
      }
      at += 1
    }
    return found
  }

  @Test(arguments: 0..<4 as Range<UInt64>)
  func agreesWithTryingEveryMistake(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    let library = SearchFixtures.invented(seed: seed, count: 80, alphabet: ["甲", "乙", "丙", "丁", "a"])
    var index = SearchIndex()
    index.append(library.articles[..<60])
    let searcher = Searcher(library: library, index: index)
    for _ in 0..<20 {
      let needle = (0..<Int.random(in: 1...7, using: &random)).map { _ in random.pick(["甲", "乙", "丙", "丁", "a"]) }
      let units = Array(needle.joined().utf16)
      var expected: [Int] = []
      for (number, article) in library.articles.enumerated() {
        var matches: [TextMatch] = []
        for (part, text) in article.parts.map({ Array($0.text.utf16) }).enumerated() {
          // Exact matches come first; mistakes are looked for in what they leave.
          var gap = 0
          var at = 0
          while at <= text.count {
            let isExact = at + units.count <= text.count && Array(text[at..<at + units.count]) == units
            guard isExact || at == text.count else {
              at += 1
              continue
            }
            for range in mistaken(units, Array(text[gap..<at])) {
              let place = range.lowerBound + gap..<range.upperBound + gap
              matches.append(TextMatch(part: part, range: place, isNear: true))
            }
            if isExact { matches.append(TextMatch(part: part, range: at..<at + units.count)) }
            at += isExact ? units.count : 1
            gap = at
          }
        }
        #expect(searcher.matches(of: QueryParser.parse("~" + needle.joined()), in: article) == matches, "\(needle)")
        if !matches.isEmpty { expected.append(number) }
      }
      #expect(searcher.find(QueryParser.parse("~" + needle.joined()))?.articles == expected, "\(needle)")
    }
  }
}
