import Testing

@testable import NewsModel

struct SearchOfferTests {
  private static let library: Library = {
    var library = Library()
    let texts = ["残疾人协会成立,书香满城", "残疾人工作,书香飘来", "书香家庭", "市长讲话", "绿水青山"]
    for text in texts {
      let parts = [Part(role: .body, text: text, lines: [LineSpan(1, 1)])]
      library.append([
        PageReading(
          facts: PageFacts(file: "a", byteCount: 0),
          articles: [
            Article(
              file: "a", number: 1, kind: .news, byline: [Credit(role: "记者", names: ["孙亚飞", "单国玺"])], parts: parts)
          ])
      ])
    }
    for index in library.articles.indices {
      let place = Place(name: index == 0 ? "莘县" : "东阿县", prefecture: "聊城市")
      let filing = Filing(place: place, mentioned: [Place(name: "高唐县", prefecture: "聊城市")])
      library.changeFiling(at: index) { $0 = filing }
    }
    return library
  }()

  private func offers(_ query: String, indexed: Bool = false) throws -> [String] {
    var index = SearchIndex()
    if indexed { index.append(Self.library.articles[...]) }
    let searcher = Searcher(library: Self.library, index: index)
    return try #require(searcher.offers(insteadOf: QueryParser.parse(query))).map {
      "\($0.query) \($0.articles) \($0.reason)"
    }
  }

  /// Query, offers: text, articles, reason.
  static let table: [(String, [String])] = [
    ("残疾仁", ["~残疾仁 2 near"]),
    ("残疾入", ["残疾人 2 lookalike", "~残疾入 2 near"]),
    ("绿永", ["绿水 1 lookalike"]),
    ("残疾仁协会", ["~残疾仁协会 1 near"]),
    ("残疾仁 协会成立", ["~残疾仁 ~协会成立 1 near"]),
    ("残疾仁 -协会", ["~残疾仁 -协会 1 near"]),
    ("残疾仁 -残疾", []),
    ("火星", []),
    ("canjiren", ["残疾人 2 word"]),
    ("can ji ren", ["残疾人 2 word"]),
    ("can'jiren 工作", ["残疾人 工作 1 word"]),
    ("shizhang", ["市长 1 word"]),
    ("lvshui", ["绿水 1 word"]),
    ("sx", ["书香 3 word"]),
    ("shuxiang 飘", ["书香 飘 1 word"]),
    ("cjr", []),
    ("x", []),
    ("-sx", []),
    ("县:东啊", ["county:东阿县 4 place"]),
    ("县:donge", ["county:东阿县 4 place"]),
    ("书香 县:新县", ["书香 county:莘县 1 place"]),
    ("(县:东啊 | 火星) 家庭", ["(county:东阿县 | 火星) 家庭 1 place"]),
    ("提及:高堂", ["mentions:高唐县 5 place"]),
    ("-县:东啊 火星", []),
    ("县:东阿 火星", ["county:东阿 4 fewer"]),
    ("书香 绿水 -市长", ["绿水 -市长 1 fewer", "书香 -市长 3 fewer"]),
    ("市:聊成", ["prefecture:聊城市 5 place"]),
    ("市:lc", ["prefecture:聊城市 5 place"]),
    ("书香、工作", ["书香 工作 1 apart"]),
    ("绿水，书香", ["绿水 | 书香 4 apart"]),
    ("工作、飘来 书香", ["工作 飘来 书香 1 apart"]),
    ("“书香”家庭、火星", ["书香 | 家庭 | 火星 3 apart"]),
    ("、", []),
    ("县:天津", []),
  ]

  @Test(arguments: table)
  func offersWhatFindsSomething(query: String, expected: [String]) throws {
    #expect(try offers(query) == expected)
    #expect(try offers(query, indexed: true) == expected)
  }

  /// Names are offered only where the text holds them: here they stand in bylines and filings alone.
  @Test func namesAreFoundByPinyin() {
    let typed = { (letters: String) in PinyinSpelling(letters) }
    #expect(typed("shenxian").fit(place: "莘县") == .whole && typed("sx").fit(place: "莘县") == .initials)
    #expect(typed("gaotang").fit(place: "高唐县") == .beginning && typed("gt").fit(place: "高唐县") == .firstInitials)
    #expect(typed("donge").fit(place: "东阿县") == .beginning && typed("donga").fit(place: "东阿县") == nil)
    #expect(typed("sunyafei").fit(name: "孙亚飞") == .whole && typed("syf").fit(name: "孙亚飞") == .initials)
    #expect(typed("sun").fit(name: "孙亚飞") == nil)
    // The table has the reading of names of places; surnames may differ.
    #expect(typed("shanguoxi").fit(name: "单国玺") == .whole && typed("renshulin").fit(name: "任书林") == .whole)
  }

  @Test func placesComeBeforeWords() throws {
    var library = Self.library
    let parts = [Part(role: .body, text: "莘县书香", lines: [LineSpan(1, 1)])]
    library.append([
      PageReading(
        facts: PageFacts(file: "b", byteCount: 0),
        articles: [Article(file: "b", number: 1, kind: .news, byline: [Credit(role: nil, names: ["孙晓"])], parts: parts)]
      )
    ])
    let searcher = Searcher(library: library, index: SearchIndex())
    let offers = try #require(searcher.offers(insteadOf: QueryParser.parse("sx")))
    #expect(offers.map(\.query) == ["莘县", "书香"] && offers.map(\.reason) == [.place, .word])
  }

  @Test func cancelledIsNothing() {
    let searcher = Searcher(library: Self.library, index: SearchIndex())
    #expect(searcher.offers(insteadOf: QueryParser.parse("残疾仁"), isCancelled: { true }) == nil)
  }

  /// Trees, and queries that mean them.
  @Test(arguments: [
    "残疾 就业", "\"残疾 人\"", "a | b c", "(a | b) c", "-a", "-(a b)", "-(a | b)", "~残疾人 x", "~\"残疾 人\"", "/第.届/ a",
    "county:高唐 by:\"李 梦\"", "title:(a | b)", "date:2021-08..2021-10", "date:..2021", "date:--08", "\"-a\"", "\"a|b\"",
    "\"~a\"", "\"a)\" (\"b(\" | c)", "\"\\\"\"", "\"a\\\\b\"", "\"title:a\"", "1+1", "甲-乙",
    "\"OR\" a", "\"AND\" | \"NOT\"", "a \"“b\" \"c”\"", "\"「\" 「", "\"“ a\" “", "\"作者:a\" b", "\"#a\" -\"／\" b／",
    "／a/b／ c",
    "\"\\\"\u{333}x\"", "标签:a #b", "市:聊城 报:日报", "a | (b c) | -(d e)", "日期:2月 日期:2024-02",
  ]) func aTreeIsWrittenAsAQueryThatMeansIt(query: String) throws {
    let root = try #require(QueryParser.parse(query, for: .clippings).root)
    let written = QueryParser.parse(root.query, for: .clippings)
    #expect(written.problem == nil && written.notice == nil && written.root == root, "\(root.query)")
  }
}
