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
    // Quotation marks of input methods around a whole term.
    ("“残疾人协会”", #""残疾人协会""#),
    ("「残疾人协会」 就业", #"("残疾人协会" AND "就业")"#),
    ("『残疾 就业』", #""残疾 就业""#),
    ("＂残疾 就业＂", #""残疾 就业""#),
    ("‘残疾人’|〝就业〞", #"("残疾人" OR "就业")"#),
    ("（“残疾人” 就业）", #"("残疾人" AND "就业")"#),
    ("－“残疾人”", #"NOT "残疾人""#),
    ("～「残疾人」", #"~"残疾人""#),
    ("标题：“先锋” 县:「高唐」", #"(title:"先锋" AND county:"高唐")"#),
    ("“他说“你好” 再见”", #""他说“你好” 再见""#),
    ("”残疾人“", #""残疾人""#),
    ("“残疾人“", #""残疾人""#),
    ("”残疾人”", #""残疾人""#),
    ("“残疾人\"", #""残疾人""#),
    ("\"残疾人”", #""残疾人""#),
    ("＂残疾人”", #""残疾人""#),
    // Inside a longer text, or alone, they are text.
    ("千名“代办员”助残当先锋", #""千名“代办员”助残当先锋""#),
    ("“十四五”规划 助残“先锋”", #"("“十四五”规划" AND "助残“先锋”")"#),
    ("“残疾人”“协会”", #""“残疾人”“协会”""#),
    ("“代办员", #""“代办员""#),
    ("代办员”", #""代办员”""#),
    ("“” 就业", #"("“”" AND "就业")"#),
    ("《残疾人》", #""《残疾人》""#),
    ("残疾，就业、养老", #""残疾，就业、养老""#),
    // Full-width signs.
    ("高唐 －残疾", #"("高唐" AND NOT "残疾")"#),
    ("－（高唐｜冠县）　残疾", #"(NOT ("高唐" OR "冠县") AND "残疾")"#),
    ("高唐－残疾", #""高唐－残疾""#),
    ("——高唐残联纪实", #""——高唐残联纪实""#),
    ("ｃｏｕｎｔｙ：高唐 縣：高唐 記者:李梦", #"(county:"高唐" AND county:"高唐" AND by:"李梦")"#),
    ("／第．［届次］／ 会", #"(/第.[届次]/ AND "会")"#),
    ("１／２ ／摄", #"("１／２" AND "／摄")"#),
    // Operators as words.
    ("残疾 OR 养老 补贴", #"("残疾" OR ("养老" AND "补贴"))"#),
    ("残疾 AND 养老 AND NOT 招聘", #"("残疾" AND "养老" AND NOT "招聘")"#),
    ("ＮＯＴ 残疾　ＯＲ　养老", #"(NOT "残疾" OR "养老")"#),
    ("NOT(残疾 OR 养老)OR(补贴)", #"(NOT ("残疾" OR "养老") OR "补贴")"#),
    ("标题:(残疾 OR NOT 养老)", #"(title:"残疾" OR NOT title:"养老")"#),
    ("NOT NOT 残疾", #"NOT NOT "残疾""#),
    ("or and not Or", #"("or" AND "and" AND "not" AND "Or")"#),
    ("ORDER \"OR\" \\OR", #"("ORDER" AND "OR" AND "OR")"#),
    (" OR ", #""OR""#),
    ("NOT", #""NOT""#),
    // Days in the forms that people write and input methods type.
    ("日期:２０２４－０６", "date:2024-06-01..2024-06-30"),
    ("日期：２０２４年６月３日", "date:2024-06-03"),
    ("日期:202406", "date:2024-06-01..2024-06-30"),
    ("日期:20240603..20240605", "date:2024-06-03..2024-06-05"),
    ("日期:2024—06—03", "date:2024-06-03"),
    ("日期:2024。6。。2024。8", "date:2024-06-01..2024-08-31"),
    ("日期:2024.6～2024.8", "date:2024-06-01..2024-08-31"),
    ("日期:2024年6月至8月", "date:2024-06-01..2024-08-31"),
    ("日期:二〇二四年十二月三十一日", "date:2024-12-31"),
    ("日期:2024-05——2024-06", "date:2024-05-01..2024-06-30"),
    ("日期:5月——6月", "date:--05-01..--06-30"),
    ("日期:六月", "date:--06-01..--06-30"),
    ("日期:2月", "date:--02-01..--02-29"),
    ("日期:2023年2月|日期:2024年2月", "(date:2023-02-01..2023-02-28 OR date:2024-02-01..2024-02-29)"),
    ("日期:－－06", "date:--06-01..--06-30"),
    ("日期:2024-05……2024-06", "date:2024-05-01..2024-06-30"),
    // Counted from Thursday, 12 August 2021.
    ("日期:今天", "date:2021-08-12"),
    ("日期:昨天..今天", "date:2021-08-11..2021-08-12"),
    ("日期:7天", "date:2021-08-06..2021-08-12"),
    ("date:7d", "date:2021-08-06..2021-08-12"),
    ("日期:最近三天", "date:2021-08-10..2021-08-12"),
    ("日期:２周", "date:2021-07-30..2021-08-12"),
    ("日期:上周", "date:2021-08-02..2021-08-08"),
    ("日期:本周", "date:2021-08-09..2021-08-15"),
    ("date:lastweek", "date:2021-08-02..2021-08-08"),
    ("date:\"last week\"", "date:2021-08-02..2021-08-08"),
    ("日期:本月", "date:2021-08-01..2021-08-31"),
    ("日期:上月", "date:2021-07-01..2021-07-31"),
    ("日期:上个月..", "date:2021-07-01.."),
    ("日期:去年", "date:2020-01-01..2020-12-31"),
    ("日期:今年6月", "date:2021-06-01..2021-06-30"),
    ("date:2021-8-3", "date:2021-08-03"),
    ("date:2021-08..2021-10", "date:2021-08-01..2021-10-31"),
    ("date:2021..", "date:2021-01-01.."),
    ("date:..2021-10-05", "date:..2021-10-05"),
    ("date:--08-11", "date:--08-11"),
    ("日期:6月", "date:--06-01..--06-30"),
    ("日期:6月5日..6月20日", "date:--06-05..--06-20"),
    ("日期:2025年6月", "date:2025-06-01..2025-06-30"),
    ("日期:2025年", "date:2025-01-01..2025-12-31"),
    ("date:2025.6", "date:2025-06-01..2025-06-30"),
    ("date:2025/6/5..2025.6.8", "date:2025-06-05..2025-06-08"),
    ("~残疾人 高唐", #"(~"残疾人" AND "高唐")"#),
    ("~\"残疾 人\"", #"~"残疾 人""#),
    ("~ 高唐", #"("~" AND "高唐")"#),
    ("/高.县/ 残疾", #"(/高.县/ AND "残疾")"#),
    (#"-/a\/b|c d/"#, #"NOT /a\/b|c d/"#),
    ("http://a.b", #""http://a.b""#),
    ("10:30 比分3:2", #"("10:30" AND "比分3:2")"#),
    ("报道： 残疾", #"("报道：" AND "残疾")"#),
  ]

  static let today = NewsDate(year: 2021, month: 8, day: 12)

  @Test(arguments: trees)
  func readsQueryAsTree(query: String, tree: String) {
    let parsed = QueryParser.parse(query, today: Self.today)
    #expect(parsed.root?.description == tree)
    #expect(parsed.problem == nil && parsed.notice == nil)
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
    ("date:明天", 5, "明天"),
    ("date:2021-13", 5, "no month 13"),
    ("日期:2024-06-31", 3, "2024-06 has 30"),
    ("日期:2023-02-29", 3, "2023-02 has 28"),
    ("残疾 日期:2024年6月0日", 6, "no such day"),
    ("日期:6月31日", 3, "--06 has 30"),
    ("日期:2024-06-01..2024-06-31", 3, "no such day"),
    ("日期:0天", 3, "no date"),
    ("日期:2024-6-5到8日", 3, "no date"),
    ("残疾 OR", 3, "after OR"),
    ("OR 残疾", 0, "before OR"),
    ("残疾 AND", 3, "after AND"),
    ("AND 残疾", 0, "before AND"),
    ("残疾 AND OR 养老", 3, "after AND"),
    ("残疾 NOT", 3, "after NOT"),
    ("(NOT)", 1, "after NOT"),
    ("／（／", 1, "no matching )"),
    ("／a/b（／", 4, "no matching )"),
    ("日期:月", 3, "no date"),
    ("日期:6月年", 3, "no date"),
    ("date:2021-10..2021-08", 5, "before it begins"),
    ("日期:6月..2021年7月", 3, "no date"),
    ("date:..", 5, "no date"),
    (String(repeating: "(", count: 100_000), 100, "deep"),
    (String(repeating: "-", count: 100_000) + "a", 100, "deep"),
  ]

  @Test(arguments: problems)
  func searchesWhatCannotBeParsedAsPlainText(query: String, offset: Int, word: String) throws {
    let parsed = QueryParser.parse(query, today: Self.today)
    #expect(parsed.root == .text(query))
    let problem = try #require(parsed.problem)
    #expect(problem.offset == offset)
    #expect(problem.message.english.contains(word), "\(problem.message)")
  }

  @Test func aProblemStandsWhereItWasTyped() throws {
    let problem = try #require(QueryParser.parse("㎏ 日期:6月31日", today: Self.today).problem)
    #expect(problem.offset == 5)
  }

  /// Query, tree, where the notice points to, and what it names.
  static let notices: [(String, String, Int, String)] = [
    ("作者:张三", #""作者:张三""#, 0, "by: (记者:)"),
    ("残疾 作者：张三", #"("残疾" AND "作者：张三")"#, 3, "by: (记者:)"),
    ("-author:x", #"NOT "author:x""#, 1, "by:"),
    ("记着:张三", #""记着:张三""#, 0, "记者"),
    ("tilte:x", #""tilte:x""#, 0, "title:"),
    ("时间:8月", #""时间:8月""#, 0, "date:"),
    ("地点:高唐", #""地点:高唐""#, 0, "county:"),
    ("高唐：残疾人就业", #""高唐：残疾人就业""#, 0, "county: prefecture:"),
    ("标签:重点", #""标签:重点""#, 0, "clippings"),
    ("tag:重点", #""tag:重点""#, 0, "clippings"),
  ]

  @Test(arguments: notices)
  func searchesAnUnknownFieldAsTextAndSaysSo(query: String, tree: String, offset: Int, name: String) throws {
    let parsed = QueryParser.parse(query)
    #expect(parsed.root?.description == tree && parsed.problem == nil)
    let notice = try #require(parsed.notice)
    #expect(notice.offset == offset)
    #expect(notice.message.english.contains(name), "\(notice.message)")
  }

  /// What only clippings have.
  @Test(arguments: [
    ("标签:重点", #"tag:"重点""#), ("#重点 残疾", #"(tag:"重点" AND "残疾")"#), ("＃重点 -#跟进", #"(tag:"重点" AND NOT tag:"跟进")"#),
    ("标签:(重点 | 跟进)", #"(tag:"重点" OR tag:"跟进")"#), ("# 残疾", ##"("#" AND "残疾")"##), ("C#", ##""C#""##),
  ])
  func readsTagsWhereThereAreTags(query: String, tree: String) {
    let parsed = QueryParser.parse(query, for: .clippings)
    #expect(parsed.root?.description == tree && parsed.problem == nil && parsed.notice == nil)
    if query.contains("#") { #expect(QueryParser.parse("#重点").root == .text("#重点")) }
  }

  /// Parsing takes time in proportion to the text, whatever signs it is made of.
  @Test(arguments: [
    "“", "” ", "“ ", "＂ ", "／ ", "／a ", "{", "/{", "a:", "(", "-", "NOT ", "OR ", "a OR ", "\"", "[", "/[", "\\", "。",
    "日期:2",
  ])
  func longQueriesAreParsedInOneGo(piece: String) {
    let long = String(repeating: piece, count: 4000)
    let parsed = QueryParser.parse(long)
    #expect(parsed.root != nil || parsed.problem == nil)
  }

  @Test func daysOfTheCalendarFollowOneAnother() {
    var day = CalendarDay(year: 1899, month: 12, day: 30)
    var (year, month, date) = (1899, 12, 30)
    // A Saturday.
    var weekday = 5
    while year < 2110 {
      let isRight =
        day.number == year * 10_000 + month * 100 + date && day.weekday == weekday
        && day == CalendarDay(year: year, month: month, day: date)
      if !isRight { Issue.record("\(year)-\(month)-\(date): \(day.number)") }
      day = day + 1
      weekday = (weekday + 1) % 7
      date += 1
      if date > CalendarDay.length(ofMonth: month, year: year) { (month, date) = (month + 1, 1) }
      if month > 12 { (year, month) = (year + 1, 1) }
    }
  }

  @Test(arguments: ["", "   ", "\u{3000}\n", "\u{200b}"])
  func emptyQueryHasNoTreeAndNoProblem(query: String) {
    #expect(QueryParser.parse(query).root == nil)
    #expect(QueryParser.parse(query).problem == nil)
  }
}
