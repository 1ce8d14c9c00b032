@testable import NewsModel

/// The text of a query alone: what a tree is written as means that tree, and problems point into the text.
enum QueryTextFuzz {
  private static let today = NewsDate(year: 2024, month: 2, day: 29)

  static func run(_ bytes: [UInt8]) {
    let text = FuzzText(bytes, tokens: tokens).text
    for subject in [QueryParser.Subject.articles, .clippings] {
      let query = QueryParser.parse(text, for: subject, today: today)
      let count = text.unicodeScalars.count
      for problem in [query.problem, query.notice].compactMap(\.self) {
        require((0...count).contains(problem.offset), "a problem outside of the query")
      }
      require(query.text == text, "another text")
      guard let root = query.root else { continue }
      let written = QueryParser.parse(root.query, for: .clippings)
      require(written.problem == nil && written.notice == nil, "\(root.query) is no query")
      require(written.root == root, "\(root.query) means \(written.root.map(\.description) ?? "nothing")")
      require(QueryParser.parse(text, for: subject, today: today) == query, "a query that is not itself")
    }
    _ = PageFilter(QueryParser.parse(text), for: PageListing())
  }

  private static let tokens: [String] = {
    let fields = QueryField.all.flatMap { [$0.name + ":", $0.chineseName + "：", $0.example] }
    return fields + [
      " ", "\u{3000}", "高唐", "残疾", "a", "1", "\"", "“", "”", "「", "」", "‘", "’", "＂", "|", "｜", "(", ")", "（", "）", "-",
      "－", "~", "～",
      "/", "／", "\\", "#", "＃", ":", "：", " OR ", " AND ", " NOT ", "ＯＲ", "OR", "NOT(", "，", "、", "。", "——", "…", "..",
      "2024", "－06",
      "年", "6月", "31日", "7天", "上周", "本月", "至", "二〇二四", "<20>", " <3 ", "《20》", "＜5＞", "para(", "段（", "作者:", "㎏",
      "\u{200b}", "𠮷", ".", "*", "[", "]", "{2}", "?",
    ]
  }()
}
