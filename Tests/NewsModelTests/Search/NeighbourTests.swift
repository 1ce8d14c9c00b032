import Testing

@testable import NewsModel

/// Distances and paragraphs: what they find, what they mark, what they say of mistakes.
struct NeighbourTests {
  private func article(_ parts: [(PartRole, String)]) -> Article {
    Article(file: "p.txt", number: 1, kind: .news, parts: parts.map { Part(role: $0.0, text: $0.1, lines: []) })
  }

  private func library(_ articles: [Article]) -> Library {
    var library = Library()
    library.append([PageReading(facts: PageFacts(file: "p.txt", byteCount: 0), articles: articles)])
    return library
  }

  /// The marked texts of the first part, `nil` when the article is not found.
  private func marked(_ query: String, in text: String) throws -> [String]? {
    let library = library([article([(.body, text)])])
    let query = QueryParser.parse(query)
    try #require(query.problem == nil && query.notice == nil)
    let searcher = Searcher(library: library, index: SearchIndex())
    guard try #require(searcher.find(query)).articles == [0] else { return nil }
    let scalars = Array(text.unicodeScalars)
    return searcher.matches(of: query, in: library.articles[0]).map {
      String(String.UnicodeScalarView(scalars[$0.range]))
    }
  }

  static let table: [(String, String, [String]?)] = [
    ("残疾 <2> 就业", "残疾人士就业", ["残疾", "就业"]), ("残疾 <1> 就业", "残疾人士就业", nil), ("残疾 <0> 人", "残疾人", ["残疾", "人"]),
    ("就业 <2> 残疾", "残疾人士就业", ["残疾", "就业"]), ("就业 <2 残疾", "残疾人士就业", nil), ("残疾 <2 就业", "残疾人士就业", ["残疾", "就业"]),
    // Neither inside the other, and the same word has to stand there twice.
    ("残疾 <9> 残疾人", "残疾人", nil), ("残疾 <9> 残疾", "残疾", nil), ("残疾 <9> 残疾", "残疾、残疾", ["残疾", "残疾"]),
    ("人人 <0> 人", "人人人", ["人", "人人", "人人", "人"]),
    // Only those near enough are marked.
    ("残疾 <1> 就业", "残疾。残疾人就业", ["残疾", "就业"]), ("甲 <1> 乙 <1> 丙", "甲。乙。丙。。。乙", ["甲", "乙", "丙"]),
    ("甲 <1> 乙 <1> 丙", "甲。乙。。丙", nil), ("(甲|丁) <1> 乙", "丁。乙", ["丁", "乙"]),
    // Characters, not code units; white space between Han is none.
    ("甲 <2> 乙", "甲𠮷𠮷乙", ["甲", "乙"]), ("甲 <1> 乙", "甲𠮷𠮷乙", nil), ("甲 <0> 乙", "甲 乙", ["甲", "乙"]),
    ("残疾<2>就业", "残疾人士就业", ["残疾", "就业"]), ("残疾 ＜２＞ 就业", "残疾人士就业", ["残疾", "就业"]),
    ("残疾 《2》 就业", "残疾人士就业", ["残疾", "就业"]), ("“残疾”<2>“就业”", "残疾人士就业", ["残疾", "就业"]),
    ("\"a<20>b\"", "a<20>b", ["a<20>b"]), ("-甲 <1> 乙", "甲。。乙", []), ("-甲 <1> 乙", "甲乙", nil),
    ("段(残疾 就业)", "残疾人就业", ["残疾", "就业"]), ("para（残疾 -就业）", "残疾人就业", nil), ("段(-就业)", "残疾", []),
    ("段:(甲 | 乙)", "乙", ["乙"]), ("段(~残疾协会 甲)", "残疾人协会甲", ["残疾人协会", "甲"]), ("段(/甲.丙/ 乙)", "甲乙丙", ["甲乙丙", "乙"]),
    ("段(甲 <0> 乙 丙)", "甲乙。丙", ["甲", "乙", "丙"]),
  ]

  @Test(arguments: table) func wordsNearEachOtherAreFoundAndMarked(query: String, text: String, expected: [String]?)
    throws
  {
    #expect(try marked(query, in: text) == expected, "\(query)")
  }

  @Test func nothingReachesOverTheEndOfAPart() throws {
    let library = library([
      article([(.headline, "残疾人"), (.body, "甲就业"), (.caption, "残疾就业")]), article([(.headline, "残疾人"), (.body, "就业")]),
      article([(.body, "残疾"), (.body, "就业甲")]),
    ])
    let searcher = Searcher(library: library, index: SearchIndex())
    for (query, expected) in [
      ("残疾 <99> 就业", [0]), ("段(残疾 就业)", [0]), ("残疾 就业", [0, 1, 2]), ("图说:残疾", [0]), ("title:残疾 <9> 人", [0, 1]),
      ("caption:(残疾 <0> 就业)", [0]), ("title:(残疾 <0> 人)", [0, 1]), ("段(标题:残疾 人)", [0, 1]), ("段(-残疾 -甲)", [1]),
    ] {
      let found = try #require(searcher.find(QueryParser.parse(query))).articles
      #expect(found == expected, "\(query)")
    }
    let marks = searcher.matches(of: QueryParser.parse("残疾 <99> 就业"), in: library.articles[0])
    #expect(marks.allSatisfy { $0.part == 2 } && marks.count == 2)
  }

  /// Texts of few characters, so that everything occurs often and overlaps.
  @Test(arguments: 0..<40 as Range<UInt64>) func whatIsMarkedIsWhatAnyRowHolds(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    func text(_ length: ClosedRange<Int>) -> String {
      (0..<Int.random(in: length, using: &random)).map { _ in random.pick(["甲", "乙", "𠮷", "a", " "]) }.joined()
    }
    func word() -> String {
      let word = text(1...2).replacing(" ", with: "甲")
      return random.chance(75) ? "\"\(word)\"" : "(\"\(word)\" | 乙)"
    }
    let articles = (0..<6).map { _ in article([(.headline, text(1...4)), (.body, text(0...9)), (.body, text(1...12))]) }
    let (library, judge) = (library(articles), PlainScan(articles))
    var index = SearchIndex()
    index.append(library.articles[..<3])
    let searcher = Searcher(library: library, index: index)
    for _ in 0..<10 {
      var asked = word()
      for _ in 0...random.next(below: 2) {
        asked += (random.chance(60) ? " <\(random.next(below: 4))> " : " <\(random.next(below: 4)) ") + word()
      }
      let query = QueryParser.parse(asked)
      let root = try #require(query.root)
      guard case .neighbours(let operands, let gaps) = root else {
        Issue.record("\(asked) is no distance")
        continue
      }
      #expect(try #require(searcher.find(query)).articles == judge.find(root), "\(asked), seed \(seed)")
      for article in articles.indices {
        let marks = searcher.matches(of: query, in: articles[article])
        #expect(Set(marks) == judge.neighbours(operands, gaps, in: article), "\(asked), seed \(seed)")
        #expect(Set(marks).count == marks.count)
      }
    }
  }

  @Test(arguments: [
    "残疾 <20>", "残疾 <20", "残疾 <20> | 就业", "(残疾 <20>)", "残疾 <20> -就业", "残疾 <5> ~就业会", "残疾 <5> 县:高唐", "段(县:高唐)", "段(",
    "段()",
  ])
  func aMistakeIsSearchedAsPlainTextAndToldSo(query: String) {
    let parsed = QueryParser.parse(query)
    #expect(parsed.problem != nil && parsed.root == .text(query), "\(query)")
  }

  @Test(arguments: [
    "<20> 残疾", "残疾 < 20 就业", "残疾 <x> 就业", "a<5", "《20》", "《20》 残疾", "看《2》就业", "<>", "1<2", "段 (甲|乙)", "段落",
  ])
  func whatIsNoDistanceIsText(query: String) throws {
    let parsed = QueryParser.parse(query)
    let root = try #require(parsed.root)
    #expect(parsed.problem == nil, "\(query)")
    #expect(
      !root.contains { if case .neighbours = $0 { true } else if case .paragraph = $0 { true } else { false } },
      "\(query)")
  }

  @Test func aQueryIsWrittenSoThatItMeansTheSame() {
    for query in Self.table.map(\.0) + ["title:(甲 <3 (乙|丙)) | 段(丁 -戊)", "-(甲 <1> 乙) 丙", "\"<3>\" \"a<20>b\" \"段(\""] {
      let root = QueryParser.parse(query).root
      #expect(root.map { QueryParser.parse($0.query).root } == root, "\(query) → \(root?.query ?? "")")
    }
  }

  @Test func whatFindsNothingNearOffersTheWordsAnywhere() throws {
    let library = library([article([(.body, "残疾。。。就业")])])
    let offers = Searcher(library: library, index: SearchIndex()).offers(insteadOf: QueryParser.parse("残疾 <1> 就业"))
    #expect(offers?.map(\.query) == ["残疾 就业"])
  }
}
