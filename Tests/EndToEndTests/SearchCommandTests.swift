import Foundation
import Testing

@Suite struct SearchCommandTests {
  private let xianwen: XianwenBinary
  private static let page = XianwenBinary.seeds + "/000_23f573bab5fb9682.txt"

  init() throws { xianwen = try XianwenBinary() }

  private func objects(_ lines: [Substring]) throws -> [[String: Any]] {
    try lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  /// Cells before the first `text` of a line: Han take two, what is printed here else one.
  private func cells(before text: String, in line: Substring) throws -> Int {
    let start = try #require(line.range(of: text)).lowerBound
    return line[..<start].unicodeScalars.reduce(0) { $0 + ((0x2E80...0xFF60).contains($1.value) ? 2 : 1) }
  }

  @Test func kwicAlignsEveryMatch() throws {
    let lines = try xianwen.run("search", "--kwic", "--width", "80", "代办员”", Self.page).lines
    let hits = try objects(xianwen.run("search", "--json", "代办员”", Self.page).lines)
    #expect(lines.count == hits.reduce(0) { $0 + ($1["matches"] as? Int ?? 0) } && lines.count > 2)
    #expect(try Set(lines.map { try cells(before: "代办员”", in: $0) }).count == 1)
  }

  @Test func kwicAsJSONPutsTheTextTogether() throws {
    let lines = try objects(xianwen.run("search", "--kwic", "--json", "--sort", "following", "残疾", Self.page).lines)
    #expect(lines.count > 5 && lines.allSatisfy { $0["text"] as? String == "残疾" && $0["near"] as? Bool == false })
    let after = try lines.map { try #require($0["after"] as? String) }
    #expect(
      after.map { $0.unicodeScalars.first?.value ?? 0 } == after.map { $0.unicodeScalars.first?.value ?? 0 }.sorted())
    let limited = try xianwen.run("search", "--kwic", "--limit", "3", "残疾", Self.page)
    #expect(limited.lines.count == 3)
  }

  @Test func countsByCountyAndMonthAddUp() throws {
    let all = try xianwen.run("search", "--count", "的", XianwenBinary.seeds).output
    let total = try #require(Int(all.trimmingCharacters(in: .whitespacesAndNewlines)))
    for by in ["county", "month", "county,month"] {
      let rows = try objects(xianwen.run("search", "--json", "--by", by, "的", XianwenBinary.seeds).lines)
      #expect(rows.reduce(0) { $0 + ($1["articles"] as? Int ?? 0) } == total, "\(by)")
    }
    let table = try xianwen.run("search", "--by", "county,month", "的", XianwenBinary.seeds).lines
    #expect(table.last?.contains("\(total)") == true && table.first?.contains("2021-08") == true)
  }

  /// A table for a spreadsheet has its totals, and zeroes for places of the archive without hits.
  @Test func aTableAsCSVHasTotalsAndZeroes() throws {
    let result = try xianwen.run("search", "--csv", "--bom", "--by", "county,year", "残疾", XianwenBinary.seeds)
    #expect(result.output.hasPrefix("\u{FEFF}county,total,") && result.output.hasSuffix("\r\n"))
    let rows = result.output.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
    #expect(Set(rows.map(\.count)).count == 1 && rows.last?.first == "total")
    let counts = try rows.dropFirst().map { try $0.dropFirst().map { try #require(Int($0)) } }
    let last = try #require(counts.last)
    for column in last.indices { #expect(counts.dropLast().reduce(0) { $0 + $1[column] } == last[column]) }
    #expect(counts.contains { $0[0] == 0 } && last[0] > 1)
    #expect(try xianwen.run("search", "--bom", "残疾", Self.page).code == 2)
    let list = try xianwen.run("list", "--csv", Self.page).output.split(separator: "\r\n")
    #expect(try list.count == xianwen.run("list", Self.page).lines.count + 1)
  }

  @Test func aListOfQueriesIsCountedLineByLine() throws {
    try xianwen.write("names.txt", Array("# 名单\n助残 = 残疾 | 无障碍\n火星\n(残疾\n县:高糖\n".utf8))
    let result = try xianwen.run("search", "--list", "names.txt", "--csv", XianwenBinary.seeds)
    let rows = result.output.split(separator: "\r\n").map { $0.split(separator: ",").map(String.init) }
    #expect(rows.map { $0[0] } == ["query", "助残", "火星", "(残疾", "县:高糖", "total"] && rows[2] == ["火星", "0", "0"])
    let alone = try xianwen.run("search", "--count", "残疾 | 无障碍", XianwenBinary.seeds).lines
    #expect(alone == [Substring(rows[1][1])] && rows[5][1] == rows[1][1])
    #expect(result.code == 2 && result.errorLines.count == 2)
    #expect(result.errors.contains("names.txt:4: ") && result.errors.contains("names.txt:5: "))
    try xianwen.write("names.txt", Array("助残 = 残疾\n".utf8))
    let table = try xianwen.run("search", "--list", "names.txt", "--by", "县,月", "--json", XianwenBinary.seeds)
    let cells = try objects(table.lines)
    #expect(table.code == 0 && cells.allSatisfy { $0["query"] as? String == "助残" && $0["month"] != nil })
    #expect(try xianwen.run("search", "--list", "names.txt", "--kwic", XianwenBinary.seeds).code == 2)
  }

  @Test(arguments: ["县:高唐", "残疾 县:高唐", "县:高唐 | 县:莘县", "提及:东阿", "残疾 -县:莘县"])
  func aCountIsThatOfTheListAlsoByPlace(query: String) throws {
    let listed = try xianwen.run("search", "--json", query, XianwenBinary.seeds).lines.count
    let counted = try xianwen.run("search", "--count", query, XianwenBinary.seeds)
    #expect(listed > 0 && counted.lines == ["\(listed)"] && counted.code == 0)
  }

  @Test func nothingFoundOffersWhatIsNearOnStandardError() throws {
    let near = try xianwen.run("search", "残疾仁协会", Self.page)
    #expect(near.code == 1 && near.output.isEmpty)
    #expect(near.errorLines.count == 1 && near.errors.contains("~残疾仁协会"))
    let pinyin = try xianwen.run("search", "--json", "gaotang", XianwenBinary.seeds)
    #expect(pinyin.code == 1 && pinyin.output.isEmpty)
    let offers = try #require(try objects(pinyin.errorLines).first?["offers"] as? [[String: Any]])
    #expect(offers.first?["query"] as? String == "高唐县" && offers.first?["reason"] as? String == "place")
    #expect(offers.allSatisfy { ($0["articles"] as? Int ?? 0) > 0 })
  }

  /// Whatever finds nothing says so, and what would be found.
  @Test(arguments: [
    (["search", "火星"], "nothing found"), (["search", "--count", "火星"], "nothing found"),
    (["search", "残疾 火星"], "残疾 ("), (["search", "残疾人，就业"], "残疾人"),
    (["search", "--by", "month", "火星"], "nothing found"), (["search", "--kwic", "火星"], "nothing found"),
    (["search", "--county", "莘县", "代办员"], "1 in other places"), (["export", "--query", "火星"], "nothing found"),
    (["search", "残疾 OR"], "nothing stands after OR"), (["search", "作者:孙亚飞"], "by:"),
    (["search", "日期:2024-06-31"], "no such day"), (["search", "市:宁德"], "nothing is filed"),
  ])
  func nothingFoundIsAlwaysSaid(words: [String], told: String) throws {
    let result = try xianwen.run(words + [XianwenBinary.seeds])
    #expect(result.code == 1 && result.errors.contains("nothing") && result.errors.contains(told), "\(result.errors)")
    #expect(result.output.isEmpty || result.lines == ["0"])
    if words.count == 2, words[0] == "search" {
      let json = try objects(xianwen.run(["search", "--json", words[1], XianwenBinary.seeds]).errorLines.suffix(1))
      #expect(json.first?["offers"] is [Any])
    }
  }

  @Test(arguments: ["县:高糖", "残疾 市:聊成", "提及:乌有县"]) func anUnknownPlaceIsAnError(query: String) throws {
    let result = try xianwen.run("search", query, XianwenBinary.seeds)
    #expect(result.code == 2 && result.output.isEmpty && result.errorLines.count == 1)
    let others = try xianwen.run("search", "--count", query + " | 代办员", XianwenBinary.seeds)
    #expect(others.code == 0 && others.lines == ["1"] && others.errorLines.count == 1)
  }

  @Test func whatAShellTypesIsUnderstood() throws {
    let minus = try xianwen.run("search", "--count", "-会议 高唐", XianwenBinary.seeds)
    #expect(minus.code == 0 && minus.errors.isEmpty)
    #expect(try xianwen.run("search", "-会议", "--count", Self.page).code == 0)
    #expect(try xianwen.run("search", "-title:会议 高唐", "--count", Self.page).code == 0)
    #expect(try xianwen.run("search", "-meeting", Self.page).errors.contains("--"))
    let parted = try xianwen.run("search", "残疾", "就业's")
    #expect(parted.code == 2 && parted.errors.contains(#"'残疾 就业'\''s'"#) && parted.errorLines.count == 1)
    let some = try xianwen.run("search", "残疾", "就业", XianwenBinary.seeds)
    #expect(some.code == 0 && some.errors.contains("'残疾 就业'"))
    #expect(try xianwen.run("export", "--query", "残疾", "就业").errors.contains("'残疾 就业'"))
    #expect(try xianwen.run("search", "残疾", "nosuch.txt").errors.contains("'残疾") == false)
  }

  @Test func sidesOfATableComeInAnyOrderAndLanguage() throws {
    func rows(_ by: String, _ options: String...) throws -> [Substring] {
      try xianwen.run(["search", "--by", by] + options + ["残疾", XianwenBinary.seeds]).lines
    }
    let table = try rows("county,month")
    let turned = try rows("month,county")
    #expect(try rows("县,月") == table && rows("月份，地方") == turned && rows("月、县") == turned)
    #expect(table.count > 2 && turned.count > 2 && turned[0].contains("高唐县") && table[1].contains("高唐县"))
    let cells = { (lines: [Substring]) in
      Set(try self.objects(lines).map { "\($0["county"]!) \($0["month"]!) \($0["articles"]!)" })
    }
    #expect(try cells(rows("county,month", "--json")) == cells(rows("month,county", "--json")))
    for wrong in ["county,county", "county,month,county", "size", ",", "县月"] {
      let result = try xianwen.run("search", "--by", wrong, "残疾", Self.page)
      #expect(result.code == 2 && result.errors.contains("file,county"), "\(wrong)")
    }
  }

  /// Days count from the day of the call.
  @Test func relativeDaysAreThoseOfToday() throws {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    let today = try #require([parts.month, parts.day].compactMap(\.self).count == 2 ? parts : nil)
    let page = "\n本报讯 \(today.year ?? 0)年\(today.month ?? 0)月\(today.day ?? 0)日,高唐县举行花会。\n"
    try xianwen.write("pages/a.txt", Array(("花会开幕\n" + page).utf8))
    for query in ["日期:今天", "日期:7天", "date:7d", "日期:本月", "日期:今年", "date:thisweek"] {
      #expect(try xianwen.run("search", "--count", query, "pages").lines == ["1"], "\(query)")
    }
    for query in ["日期:昨天", "日期:上月", "日期:去年", "date:lastweek"] {
      #expect(try xianwen.run("search", "--count", query, "pages").lines == ["0"], "\(query)")
    }
  }

  /// Thirty copies of a page, and a regular expression that takes more steps than it may.
  @Test func anAnswerThatIsNotCompleteIsAnError() throws {
    let page = Array(try Data(contentsOf: URL(fileURLWithPath: Self.page)))
    for number in 1...30 { try xianwen.write("pages/\(number).txt", page) }
    let query = "/(.{0,60}){0,30}[0-9][a-c][。，]|残/"
    for words in [
      ["search", "--count", query], ["search", "--json", query], ["search", "--by", "month", query],
      ["export", "--query", query],
    ] {
      let result = try xianwen.run(words + ["pages"])
      #expect(result.code == 2 && result.errors.contains("not complete"), "\(words)")
      #expect(result.errorLines.count == 1 && result.output.isEmpty, "\(words)")
    }
  }

  @Test func aPatternThatRepeatsNothingEnds() throws {
    let result = try xianwen.run("search", "/(){1000}{1000}{1000}/", Self.page)
    #expect(result.code == 1 && result.errors.contains("too large"))
  }

  @Test func nearMatchesAreToldFromExactOnes() throws {
    let hit = try #require(try objects(xianwen.run("search", "--json", "~残疾仁", Self.page).lines).first)
    for snippet in try #require(hit["snippets"] as? [[String: Any]]) {
      #expect(
        (snippet["near"] as? [[Int]])?.isEmpty == false && snippet["near"] as? [[Int]] == snippet["ranges"] as? [[Int]])
    }
    let exact = try #require(try objects(xianwen.run("search", "--json", "~残疾人", Self.page).lines).first)
    for snippet in try #require(exact["snippets"] as? [[String: Any]]) {
      let scalars = Array(try #require(snippet["text"] as? String).unicodeScalars)
      let near = try #require(snippet["near"] as? [[Int]])
      for range in try #require(snippet["ranges"] as? [[Int]]) {
        let text = String(String.UnicodeScalarView(scalars[range[0]..<range[1]]))
        #expect(near.contains(range) == (text != "残疾人"))
      }
    }
  }

  /// All keys of an object and of the objects in it.
  private func keys(_ value: Any) -> Set<String> {
    if let object = value as? [String: Any] {
      return object.values.reduce(Set(object.keys)) { $0.union(keys($1)) }
    }
    return (value as? [Any] ?? []).reduce([]) { $0.union(keys($1)) }
  }

  /// Scripts are written from `help scripts`.
  @Test func helpNamesEveryKeyOfTheJSON() throws {
    let help = try xianwen.run("help", "scripts").output
    let named = Set(help.split(whereSeparator: { !$0.isLetter || !$0.isASCII }).map(String.init))
    for words in [
      ["list"], ["search", "~残疾仁"], ["search", "--kwic", "残疾"], ["search", "--by", "county,month", "残疾"], ["counties"],
      ["search", "gaotang"],
    ] {
      let result = try xianwen.run([words[0], "--json"] + words.dropFirst() + [XianwenBinary.seeds])
      let printed = try objects(result.lines + result.errorLines).reduce(Set()) { $0.union(keys($1)) }
      #expect(!printed.isEmpty && printed.isSubset(of: named), "\(words): \(printed.subtracting(named))")
    }
  }

  @Test(arguments: [["--kwic", "--count"], ["--by", "county", "--kwic"], ["--sort", "found"], ["--by", "size"]])
  func optionsThatDoNotGoTogetherAreRefused(options: [String]) throws {
    let result = try xianwen.run(["search"] + options + ["残疾", Self.page])
    #expect(result.code == 2 && result.errorLines.count == 1)
  }
}
