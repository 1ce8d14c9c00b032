import Foundation
import Testing

@Suite struct CommandOutputTests {
  private let xianwen: XianwenBinary
  /// One page of the seeds: most tests need no more, and a run of it is short.
  private static let page = XianwenBinary.seeds + "/000_23f573bab5fb9682.txt"

  init() throws { xianwen = try XianwenBinary() }

  private func objects(_ result: XianwenBinary.Result) throws -> [[String: Any]] {
    try result.lines.map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
  }

  // MARK: list

  @Test func listPrintsOneLineForEachArticle() throws {
    let plain = try xianwen.run("list", XianwenBinary.seeds)
    let json = try xianwen.run("list", "--json", XianwenBinary.seeds)
    #expect(plain.code == 0 && json.code == 0)
    #expect(plain.lines.count >= 45)
    #expect(plain.lines.count == json.lines.count)
  }

  @Test func listAsJSONKeepsItsKeysInOrder() throws {
    let line = try #require(try xianwen.run("list", "--json", Self.page).lines.first)
    let keys = [
      "id", "file", "n", "kind", "section", "kicker", "headline", "deck", "byline", "date", "issued", "paper",
      "page", "county", "counties",
      "parts",
    ]
    var rest = line[...]
    for key in keys {
      let place = try #require(rest.range(of: "\"\(key)\": "), "\(key) is missing or out of order")
      rest = rest[place.upperBound...]
    }
    let part = try #require(
      (try objects(xianwen.run("list", "--json", Self.page))[0]["parts"] as? [[String: Any]])?.first)
    #expect(Set(part.keys) == ["role", "text", "lines"])
  }

  @Test func listOfOneCountyHoldsNoOther() throws {
    let articles = try objects(xianwen.run("list", "--json", "--county", "高唐", Self.page))
    #expect(!articles.isEmpty)
    #expect(articles.allSatisfy { $0["county"] as? String == "高唐县" })
  }

  @Test(arguments: [["list"], ["list", "--json"], ["export"], ["export", "--format", "bulk"], ["search", "残疾"]])
  func aPlaceWithNothingAndAnUnknownOneAreTold(words: [String]) throws {
    let none = try xianwen.run(words + ["--county", "古田", Self.page])
    #expect(none.code == 1 && none.output.isEmpty && none.errorLines.count == 1)
    #expect(none.errors.contains("nothing is filed under “古田”"))
    let unknown = try xianwen.run(words + ["--county", "高糖", Self.page])
    #expect(unknown.code == 2 && unknown.output.isEmpty && unknown.errorLines.count == 1)
    #expect(unknown.errors.contains("高唐县"))
    let county = try xianwen.run(words + ["--prefecture", "高唐", Self.page])
    #expect(county.code == 2 && county.errors.contains("--prefecture 聊城市") && county.errorLines.count == 1)
  }

  @Test func aPrefectureIsAllOfItOrItself() throws {
    let own = try xianwen.run("list", "--json", "--county", "聊城", XianwenBinary.seeds)
    #expect(try objects(own).allSatisfy { $0["county"] as? String == "聊城市" } && !own.lines.isEmpty)
    #expect(own.errorLines.count == 1 && own.errors.contains("--prefecture 聊城市"))
    let all = try xianwen.run("list", "--json", "--prefecture", "聊城", XianwenBinary.seeds)
    #expect(
      all.errors.isEmpty && own.errors.contains("\(own.lines.count) filed")
        && own.errors.contains("\(all.lines.count) with"))
    let found = try xianwen.run("search", "--count", "市:聊城", XianwenBinary.seeds)
    #expect(found.lines == ["\(all.lines.count)"])
    let county = try xianwen.run("search", "--count", "县:聊城", XianwenBinary.seeds)
    #expect(county.lines == ["\(own.lines.count)"] && county.errors.contains("市:聊城市"))
    let both = try xianwen.run("list", "--county", "高唐", "--prefecture", "聊城", XianwenBinary.seeds)
    #expect(both.code == 0 && both.errors.isEmpty)
  }

  @Test func listByDateBeginsWithTheNewest() throws {
    let dates = try objects(xianwen.run("list", "--json", "--by", "date", XianwenBinary.seeds)).map {
      $0["date"] as? String
    }
    let full = dates.compactMap(\.self).filter { !$0.hasPrefix("--") }
    #expect(full.count > 1)
    #expect(full == full.sorted(by: >))
    #expect(Array(dates.prefix(full.count)) == full)
  }

  @Test(arguments: ["county", "date", "file"]) func everyOrderHoldsTheSameArticles(order: String) throws {
    let plain = try xianwen.run("list", Self.page)
    let ordered = try xianwen.run("list", "--json", "--by", order, Self.page)
    #expect(ordered.lines.count == plain.lines.count)
    #expect(Set(try objects(ordered).compactMap { $0["id"] as? String }).count == plain.lines.count)
  }

  @Test func standardInputIsOnePage() throws {
    let page = try Data(contentsOf: URL(fileURLWithPath: Self.page))
    let piped = try objects(xianwen.run(["list", "--json", "-"], input: Array(page)))
    let read = try objects(xianwen.run("list", "--json", Self.page))
    #expect(piped.map { $0["id"] as? String } == read.map { $0["id"] as? String })
    #expect(piped.allSatisfy { $0["file"] as? String == "-" })
  }

  // MARK: show

  @Test func showFindsAnArticleByTheBeginningOfItsID() throws {
    let article = try xianwen.run("show", "b3f031a4", Self.page, "--width", "40")
    #expect(article.code == 0)
    #expect(article.output.contains("千名“代办员”助残当先锋"))
    let widest = article.lines.dropLast().map { $0.unicodeScalars.count { $0.value > 0x2FFF } * 2 }.max() ?? 0
    #expect(widest <= 40)
  }

  @Test func rawShowsTheNumberedLinesOfTheFile() throws {
    let raw = try xianwen.run("show", "b3f031a4", "--raw", Self.page)
    let file = try String(contentsOfFile: Self.page, encoding: .utf8)
    let source = file.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(raw.lines.first == "31  高唐县选举成立97个村(社区)残疾人协会")
    for line in raw.lines {
      let number = try #require(Int(line.prefix { $0.isNumber }))
      #expect(line.dropFirst(4) == source[number - 1].replacingOccurrences(of: "\t", with: " ")[...])
    }
  }

  @Test func whyNamesTheWordsThatSpokeForThePlace() throws {
    let why = try xianwen.run("show", "b3f031a4", "--why", Self.page)
    #expect(why.code == 0)
    #expect(why.output.contains("→ 高唐县"))
    // In the language of the interface throughout; names stay what they are.
    let chinese = try xianwen.run("show", "--lang", "zh", "b3f031a4", "--why", Self.page).output
    #expect(!chinese.contains(/[a-z]/) && chinese.contains("引题"))
    #expect(why.output.contains("kicker") && !why.output.contains("正文"))
  }

  @Test func severalArticlesAreShown() throws {
    let ids = try xianwen.run("list", Self.page).lines.prefix(2).map { String($0.prefix(8)) }
    for options in [[], ["--raw"], ["--why"]] {
      let each = try ids.map { try xianwen.run(["show", $0] + options + [Self.page]).output }
      let both = try xianwen.run(["show", ids.joined(separator: ",")] + options + [Self.page])
      #expect(both.code == 0 && both.output == each.joined(separator: "\n"))
    }
    let unknown = try xianwen.run("show", ids[0] + ",ffffffff", Self.page)
    #expect(unknown.code == 2 && unknown.output.isEmpty)
  }

  @Test func aLongPathWidensNoColumn() throws {
    let deep = String(repeating: "很长的文件夹/", count: 20)
    try xianwen.write(deep + "a.txt", [UInt8](Data(contentsOf: URL(fileURLWithPath: Self.page))))
    try xianwen.write("好.txt", Array("高唐县开会\n\n本报讯 高唐县开会。\n".utf8))
    let plain = try xianwen.run("list", ".")
    let byFile = try xianwen.run("list", "--by", "file", ".")
    #expect(zip(byFile.lines, plain.lines).allSatisfy { $0.hasPrefix($1 + "  ./") })
    #expect(byFile.lines.last?.hasSuffix("  ./" + deep + "a.txt") == true)
  }

  // MARK: search

  @Test func searchFindsAndMarksMatches() throws {
    let hits = try objects(xianwen.run("search", "--json", "代办员", Self.page))
    #expect(hits.first?["headline"] as? String == "千名“代办员”助残当先锋")
    for hit in hits {
      for snippet in try #require(hit["snippets"] as? [[String: Any]]) {
        let scalars = Array(try #require(snippet["text"] as? String).unicodeScalars)
        for range in try #require(snippet["ranges"] as? [[Int]]) {
          #expect(String(String.UnicodeScalarView(scalars[range[0]..<range[1]])) == "代办员")
        }
      }
    }
  }

  @Test func searchCountsAndLimits() throws {
    let all = try xianwen.run("search", "--json", "残疾", Self.page)
    let count = try xianwen.run("search", "--count", "残疾", Self.page)
    #expect(count.output == "\(all.lines.count)\n")
    #expect(try xianwen.run("search", "--json", "--limit", "1", "残疾", Self.page).lines == Array(all.lines.prefix(1)))
  }

  @Test func searchThatFindsNothingIsExitCode1() throws {
    let none = try xianwen.run("search", "乌有之乡", Self.page)
    #expect(none.code == 1)
    #expect(none.output.isEmpty && none.errorLines.count == 1)
    let count = try xianwen.run("search", "--count", "乌有之乡", Self.page)
    #expect(count.code == 1)
    #expect(count.output == "0\n")
  }

  @Test func aQueryThatCannotBeParsedIsSearchedAsItStandsAndSaysSo() throws {
    let result = try xianwen.run("search", "(残疾", Self.page)
    #expect(result.code == 1)
    #expect(result.errorLines.count == 1)
  }

  // MARK: counties, bookmarks, export, dump

  @Test func countiesAddUpToTheArticles() throws {
    let articles = try xianwen.run("list", Self.page).lines.count
    let counties = try objects(xianwen.run("counties", "--json", Self.page))
    #expect(counties.compactMap { $0["articles"] as? Int }.reduce(0, +) == articles)
    let lines = try xianwen.run("counties", Self.page).lines
    #expect(lines.count == counties.count)
    #expect(lines.allSatisfy { $0.contains(/[0-9]+ filed +[0-9]+ mentioning$/) })
    let byCount = try objects(xianwen.run("counties", "--json", "--order", "count", Self.page))
    let filed = byCount.dropFirst().compactMap { $0["articles"] as? Int }
    #expect(filed == filed.sorted(by: >) && byCount.count == counties.count)
  }

  @Test func aCorrectionOfTheUsersCountsEverywhere() throws {
    let article = try #require(try objects(xianwen.run("list", "--json", "--county", "高唐", Self.page)).first)
    let id = try #require(article["id"] as? String)
    let record = """
      {"id": "\(id)", "county": "莘县", "prefecture": "聊城市", "file": "elsewhere.txt", "text": ""}
      not a line of it

      """
    try xianwen.write(".local/share/xianwen/filings.jsonl", Array(record.utf8))
    let list = try xianwen.run("list", "--json", "--county", "莘县", Self.page)
    #expect(try objects(list).map { $0["id"] as? String } == [id])
    #expect(list.errorLines.count == 1 && list.errors.contains("filings.jsonl:2: "))
    #expect(try xianwen.run("show", id, "--why", Self.page).output.contains("filed by the user"))
    let shen = try objects(xianwen.run("counties", "--json", Self.page)).first { $0["county"] as? String == "莘县" }
    #expect(shen?["articles"] as? Int == 1)
    #expect(try xianwen.run("search", "县:莘县", "--count", Self.page).output == "1\n")
  }

  @Test func aBrokenLineOfTheUsersPlacesIsNamedAndTheRestWins() throws {
    try xianwen.write(".config/xianwen/places.tsv", Array("聊城 高唐\n聊城市\t东阿县\t时风集团\n".utf8))
    let result = try xianwen.run("list", "--json", "--county", "东阿县", Self.page)
    #expect(result.errorLines.count == 1 && result.errors.contains("places.tsv:1: "))
    #expect(try objects(result).contains { ($0["headline"] as? String)?.contains("时风集团") == true })
  }

  @Test func aClippingIsKeptListedAndDropped() throws {
    #expect(try xianwen.run("bookmarks", "--add", "b3f031a4", Self.page).code == 0)
    let kept = try objects(xianwen.run("bookmarks", "--json"))
    #expect(kept.map { $0["headline"] as? String } == ["千名“代办员”助残当先锋"])
    #expect(try xianwen.run("bookmarks").lines.count == 1)
    #expect(try xianwen.run("bookmarks", "--markdown").output.hasPrefix("# 剪报\n"))
    let html = try xianwen.run("bookmarks", "--html", "--title", "八月<剪报>").output
    #expect(html.contains("<h1>八月&lt;剪报&gt;</h1>") && html.hasSuffix("</html>\n"))
    #expect(!html.contains("http") && !html.contains("src="), "nothing is fetched")
    let text = try xianwen.run("bookmarks", "--text", "40").output
    #expect(text.contains("千名“代办员”助残当先锋") && text.split(separator: "\n").allSatisfy { $0.count <= 40 })
    #expect(try xianwen.run("bookmarks", "--query", "县:高唐 -代办员").output.isEmpty)
    #expect(try xianwen.run("bookmarks", "--query", "县:高唐 代办员").lines.count == 1)
    let path = xianwen.folder.path + "/.local/share/xianwen/clippings.jsonl"
    #expect(try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").count == 1)
    #expect(try xianwen.run("bookmarks", "--remove", "b3f031").code == 0)
    #expect(try xianwen.run("bookmarks").output.isEmpty)
  }

  @Test func severalArticlesAreKeptAtOnceWithTagsAndNotes() throws {
    let ids = try xianwen.run("list", Self.page).lines.map { String($0.prefix(8)) }
    let kept = try xianwen.run(
      "bookmarks", "--add", "\(ids[0]),\(ids[1])", "--add", ids[2], "--tag", "助残，头版", "--tag", "用", "--note", "核实",
      Self.page)
    #expect(kept.code == 0 && kept.lines.count == 3)
    let listed = try objects(xianwen.run("bookmarks", "--json"))
    #expect(listed.compactMap { ($0["id"] as? String)?.prefix(8) }.map(String.init) == Array(ids.prefix(3)))
    #expect(listed.allSatisfy { $0["tags"] as? [String] == ["助残", "头版", "用"] && $0["note"] as? String == "核实" })
    // What is kept already gets what is new; one id that is none, and nothing is kept.
    let again = try xianwen.run("bookmarks", "--add", ids[0], "--tag", "用 新", "--note", "再问", Self.page)
    #expect(again.code == 0 && again.errors.contains("kept already"))
    let first = try #require(try objects(xianwen.run("bookmarks", "--json")).first)
    #expect(first["tags"] as? [String] == ["助残", "头版", "用", "新"] && first["note"] as? String == "核实\n再问")
    #expect(try xianwen.run("bookmarks", "--add", "\(ids[3]),ffffffff", Self.page).code == 2)
    #expect(try objects(xianwen.run("bookmarks", "--json")).count == 3)
    #expect(try xianwen.run("bookmarks", "--remove", "\(ids[0]),\(ids[1])").lines.first?.hasPrefix("dropped: ") == true)
    #expect(try objects(xianwen.run("bookmarks", "--json")).count == 1)
  }

  @Test(arguments: [
    ["bookmarks", "--title", "八月"], ["bookmarks", "--json", "--source", "none"], ["bookmarks", "--notes", "before"],
    ["bookmarks", "--tag", "用"], ["bookmarks", "--remove", "b3f031a4", "--note", "x"],
    ["bookmarks", "--add", "b3f031a4", "--query", "x"],
    ["bookmarks", "--add", ","], ["export", "--title", "八月"], ["export", "--format", "bulk", "--source", "path"],
  ]) func optionsThatWouldSayNothingAreRefused(words: [String]) throws {
    let result = try xianwen.run(words + (words.contains("--add") ? [Self.page] : []))
    #expect(result.code == 2 && result.output.isEmpty && result.errorLines.count == 1)
  }

  @Test func digestsTakeTheirStyleFromTheCallElseFromTheConfiguration() throws {
    try xianwen.write(".config/xianwen/config", Array("notes = before\nsource = path\npaper = 聊城日报\n".utf8))
    #expect(try xianwen.run("bookmarks", "--add", "b3f031a4", "--note", "核实", Self.page).code == 0)
    let folder = URL(fileURLWithPath: Self.page).deletingLastPathComponent().path
    let text = try xianwen.run("bookmarks", "--text", "80", folder).output
    #expect(text.contains("来源：000_"))
    #expect(try #require(text.range(of: "核实")).lowerBound < (try #require(text.range(of: "马上到月中")).lowerBound))
    let full = try xianwen.run("bookmarks", "--markdown", "--source", "full", "--notes", "after").output
    #expect(full.contains("来源：《聊城日报》") && full.hasSuffix("核实\n\n"))
    let export = try xianwen.run("export", "--format", "markdown", "--title", "县*闻", "--source", "none", Self.page)
      .output
    #expect(export.hasPrefix("# 县\\*闻\n\n") && !export.contains("来源"))
  }

  @Test func anotherFileKeepsOtherClippings() throws {
    #expect(try xianwen.run("bookmarks", "--add", "b3f031a4", "--bookmarks", "mine.jsonl", Self.page).code == 0)
    #expect(try xianwen.run("bookmarks").output.isEmpty)
    #expect(try xianwen.run("bookmarks", "--bookmarks", "mine.jsonl").lines.count == 1)
  }

  @Test func bulkAlternatesActionsAndDocuments() throws {
    let lines = try objects(xianwen.run("export", "--format", "bulk", "--query", "代办员", Self.page))
    #expect(!lines.isEmpty && lines.count.isMultiple(of: 2))
    for pair in stride(from: 0, to: lines.count, by: 2) {
      let action = try #require(lines[pair]["index"] as? [String: Any])
      #expect(action["_id"] as? String == lines[pair + 1]["id"] as? String)
    }
  }

  @Test func theMappingHasEveryFieldOfADocument() throws {
    let printed = try xianwen.run("export", "--mapping").output
    let mapping = try #require(try JSONSerialization.jsonObject(with: Data(printed.utf8)) as? [String: Any])
    let fields = try #require((mapping["mappings"] as? [String: Any])?["properties"] as? [String: [String: Any]])
    let document = try #require(try objects(xianwen.run("export", "--format", "bulk", Self.page)).last)
    #expect(Set(fields.keys) == Set(document.keys))
    let parts = try #require((document["parts"] as? [[String: Any]])?.first)
    // What is printed stands only where the user mended characters, a file where a story goes on elsewhere.
    let mapped = Set((fields["parts"]?["properties"] as? [String: Any] ?? [:]).keys)
    #expect(mapped == Set(parts.keys).union(["printed", "file"]))
  }

  @Test func exportIsTheListUnlessAskedOtherwise() throws {
    #expect(try xianwen.run("export", Self.page).output == xianwen.run("list", "--json", Self.page).output)
  }

  @Test(arguments: ["lines", "blocks", "roles", "articles"]) func everyStageCanBePrinted(stage: String) throws {
    let dump = try xianwen.run("dump", "--stage", stage, Self.page)
    #expect(dump.code == 0)
    #expect(dump.lines.count > 5)
  }

  // MARK: the configuration

  @Test func theConfigurationNamesTheArchiveAndTheLanguage() throws {
    try xianwen.write(".config/xianwen/config", Array("archive = \(Self.page)\nlang = zh\nnosuch = 1\n".utf8))
    let result = try xianwen.run("counties")
    #expect(result.code == 0)
    #expect(result.output.contains("高唐县"))
    #expect(result.errorLines.count == 1)
    #expect(result.errors.contains("config:3: "))
    #expect(try xianwen.run("--help").output.contains("用法："))
  }

  // MARK: new

  /// A morning job, run twice, with a page that comes in between and one that only moves.
  @Test func newTellsWhatCameSinceTheLastRun() throws {
    try xianwen.write("pages/a.txt", Array("高唐县开会\n\n本报讯 高唐县召开残疾人工作会议。\n".utf8))
    try xianwen.write(".config/xianwen/topics", Array("助残 = 残疾\n麦收 = 小麦\n".utf8))
    let first = try xianwen.run("new", "pages")
    #expect(first.code == 0 && first.lines.count == 1 && first.errorLines.count == 1)
    let again = try xianwen.run("new", "pages")
    #expect(again.code == 1 && again.output.isEmpty && again.errors.isEmpty)
    try FileManager.default.moveItem(
      at: xianwen.folder.appendingPathComponent("pages/a.txt"), to: xianwen.folder.appendingPathComponent("pages/c.txt")
    )
    try xianwen.write("pages/b.txt", Array("小麦开镰\n\n本报讯 莘县小麦开镰收割。\n".utf8))
    // A look from a day on remembers nothing.
    #expect(try xianwen.run("new", "--since", "昨天", "pages").lines.count == 2)
    let came = try objects(xianwen.run("new", "--json", "pages"))
    #expect(came.map { $0["file"] as? String } == ["pages/b.txt"])
    #expect(try xianwen.run("new", "pages").code == 1)
    // A topic is a job of its own.
    let topic = try xianwen.run("new", "--topic", "麦收", "--markdown", "pages")
    #expect(topic.code == 0 && topic.output.hasPrefix("# 麦收") && topic.output.contains("莘县小麦开镰收割"))
    #expect(try xianwen.run("new", "--topic", "麦收", "pages").code == 1)
    let wrong = try xianwen.run("new", "--topic", "没有", "pages")
    #expect(wrong.code == 2 && wrong.errors.contains("助残, 麦收") && wrong.errorLines.count == 1)
    #expect(try xianwen.run("new", "--since", "很久", "pages").code == 2)
  }
}
