import Testing

@testable import NewsModel

struct QueryParserTests {
  /// Query and tree; trees print as `QueryNode.description` says.
  static let trees: [(String, String)] = [
    ("高唐", #""高唐""#),
    ("  高唐  ", #""高唐""#),
    ("高唐 残疾", #"("高唐" AND "残疾")"#),
    ("高唐　残疾", #"("高唐" AND "残疾")"#),
    ("\"高唐 残疾\"", #""高唐 残疾""#),
    ("高唐 | 冠县 残疾", #"("高唐" OR ("冠县" AND "残疾"))"#),
    ("高唐|冠县", #"("高唐" OR "冠县")"#),
    ("高唐｜冠县", #"("高唐" OR "冠县")"#),
    ("-高唐", #"NOT "高唐""#),
    ("高唐 -残疾", #"("高唐" AND NOT "残疾")"#),
    ("高唐 - 残疾", #"("高唐" AND "-" AND "残疾")"#),
    ("--高唐", #"NOT NOT "高唐""#),
    ("-(高唐|冠县) 残疾", #"(NOT ("高唐" OR "冠县") AND "残疾")"#),
    ("（高唐|冠县）残疾", #"(("高唐" OR "冠县") AND "残疾")"#),
    ("((高唐))", #""高唐""#),
    ("本报讯(记者", #""本报讯(记者""#),
    ("a)", #""a)""#),
    ("-a)", #"NOT "a)""#),
    ("1+N+X", #""1+N+X""#),
    ("2021-08", #""2021-08""#),
    ("G/DEZZ", #""G/DEZZ""#),
    ("“齐鲁工惠”App", #""“齐鲁工惠”App""#),
    ("高唐\"残疾\"", #"("高唐" AND "残疾")"#),
    (#"\-高唐 a\|b"#, #"("-高唐" AND "a|b")"#),
    (#""a\"b""#, #""a"b""#),
    ("county:高唐县", #"county:"高唐县""#),
    ("县:高唐县", #"county:"高唐县""#),
    ("县：高唐县", #"county:"高唐县""#),
    ("COUNTY:高唐县", #"county:"高唐县""#),
    ("记者:\"李 梦\" 残疾", #"(by:"李 梦" AND "残疾")"#),
    ("title:(高唐 | -残疾)", #"(title:"高唐" OR NOT title:"残疾")"#),
    ("标题:残疾 file:000", #"(title:"残疾" AND file:"000")"#),
    ("-日期:2021-08", #"NOT date:2021-08-01..2021-08-31"#),
    ("date:2021-8-3", "date:2021-08-03"),
    ("date:2021-08..2021-10", "date:2021-08-01..2021-10-31"),
    ("date:2021..", "date:2021-01-01.."),
    ("date:..2021-10-05", "date:..2021-10-05"),
    ("date:--08-11", "date:--08-11"),
    ("日期:6月", "date:--06-01..--06-31"),
    ("日期:6月5日..6月20日", "date:--06-05..--06-20"),
    ("日期:2025年6月", "date:2025-06-01..2025-06-31"),
    ("日期:2025年", "date:2025-01-01..2025-12-31"),
    ("date:2025.6", "date:2025-06-01..2025-06-31"),
    ("date:2025/6/5..2025.6.8", "date:2025-06-05..2025-06-08"),
    ("~残疾人 高唐", #"(~"残疾人" AND "高唐")"#),
    ("~\"残疾 人\"", #"~"残疾 人""#),
    ("~ 高唐", #"("~" AND "高唐")"#),
    ("/高.县/ 残疾", #"(/高.县/ AND "残疾")"#),
    (#"-/a\/b|c d/"#, #"NOT /a\/b|c d/"#),
    ("时间:8月", #""时间:8月""#),
    ("http://a.b", #""http://a.b""#),
  ]

  @Test(arguments: trees)
  func readsQueryAsTree(query: String, tree: String) {
    let parsed = QueryParser.parse(query)
    #expect(parsed.root?.description == tree)
    #expect(parsed.problem == nil)
    #expect(parsed.text == query)
  }

  /// Query, where the problem is (in scalars), and a word of the message.
  static let problems: [(String, Int, String)] = [
    ("高唐 \"残疾", 3, "quote"),
    ("高唐 |", 3, "after |"),
    ("| 高唐", 0, "before |"),
    ("高唐 | | 冠县", 3, "after |"),
    ("(高唐", 0, "matching )"),
    ("高唐 ()", 3, "empty"),
    ("\"\"", 0, "empty"),
    ("county:", 0, "field"),
    ("date:昨天", 5, "昨天"),
    ("date:2021-13", 5, "2021-13"),
    ("日期:月", 3, "no date"),
    ("日期:6月年", 3, "no date"),
    ("日期:2025年6月..7月", 3, "no date"),
    ("date:2021-10..2021-08", 5, "no date"),
    ("date:..", 5, "no date"),
    (String(repeating: "(", count: 100_000), 100, "deep"),
    (String(repeating: "-", count: 100_000) + "a", 100, "deep"),
  ]

  @Test(arguments: problems)
  func searchesWhatCannotBeParsedAsPlainText(query: String, offset: Int, word: String) throws {
    let parsed = QueryParser.parse(query)
    #expect(parsed.root == .text(query))
    let problem = try #require(parsed.problem)
    #expect(problem.offset == offset)
    #expect(problem.message.english.contains(word), "\(problem.message)")
  }

  @Test(arguments: ["", "   ", "\u{3000}\n", "\u{200b}"])
  func emptyQueryHasNoTreeAndNoProblem(query: String) {
    #expect(QueryParser.parse(query).root == nil)
    #expect(QueryParser.parse(query).problem == nil)
  }
}
