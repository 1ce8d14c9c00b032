import Foundation
import Testing

@testable import NewsModel

/// The user's repairs of how a page is cut.
struct RepairTests {
  private static let wrong = "004_4b4b1628076be1df.txt"
  private static let right = "聊城高新区教育局为贫困儿童搭起家校共育“暖心桥”"

  private func mendedSample() throws -> RepairBench {
    var bench = try RepairBench(page: Self.wrong)
    try bench.make(.above, 51...53)
    return bench
  }

  @Test func linesMoveToTheArticleAbove() throws {
    let before = try RepairBench(page: Self.wrong)
    #expect(before.headline(of: "易怒甚至暴力倾向") != Self.right)
    let bench = try mendedSample()
    #expect(bench.headline(of: "易怒甚至暴力倾向") == Self.right)
    #expect(bench.headline(of: "(冯辉雷玉芳)") == Self.right)
    let article = try #require(bench.articles.first { $0.headline == Self.right })
    #expect(article.byline.flatMap(\.names).contains("冯辉") && article.isRepaired)
    #expect(bench.articles.filter(\.isRepaired).count == 2)
    #expect(bench.kept == before.kept)
    #expect(bench.articles.map(\.number) == Array(1...bench.articles.count))
    #expect(bench.reading.facts.userRepairs.map(\.lines) == [[LineSpan(51, 51), LineSpan(53, 53)]])
  }

  @Test func aRepairComesBackFromItsLineAsItWas() throws {
    var bench = try mendedSample()
    try bench.make(.replace("冯辉", by: "冯“辉”"), 53...53)
    try bench.make(.role(.furniture), 55...55)
    for record in bench.records {
      #expect(try Clipping(line: record.jsonBytes[...]) == record)
      #expect(record.repair != nil && record.foreignFields.isEmpty)
    }
  }

  @Test func wrappingThePageAnewKeepsRepairs() throws {
    var bench = try mendedSample()
    bench.text = bench.text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { line in
      let characters = Array(line)
      return line.isEmpty
        ? [""]
        : stride(from: 0, to: characters.count, by: 23).map { String(characters[$0..<min($0 + 23, characters.count)]) }
    }.joined(separator: "\n")
    #expect(bench.headline(of: "易怒甚至暴力倾向")?.contains("高新区教育局") == true)
    #expect(bench.reading.facts.userRepairs.allSatisfy { $0.problem == nil })
  }

  @Test func linesAddedAndAMovedFileKeepRepairs() throws {
    let mended = try mendedSample()
    let text = "新加的一行\n\n另一行\n" + mended.text
    let moved = PageReader.read(text, file: "elsewhere/renamed.txt", byteCount: 0)
    let repaired = PageRepairs(mended.records).apply(to: moved) { text }
    let article = repaired.articles.first { $0.parts.contains { $0.text.contains("易怒甚至暴力倾向") } }
    #expect(article?.headline == Self.right)
    #expect(repaired.facts.userRepairs.map(\.lines) == [[LineSpan(54, 54), LineSpan(56, 56)]])
  }

  @Test func aPageReadAnewKeepsWhatStillFits() throws {
    var bench = try mendedSample()
    // Every fifteenth Han of the second half is another one now, as better, or worse, OCR has it.
    var count = 0
    let lines = bench.text.split(separator: "\n", omittingEmptySubsequences: false)
    bench.text = lines.enumerated().map { index, line in
      index < 45
        ? String(line)
        : String(
          line.map { character in
            count += 1
            return count % 15 == 0 && character.isLetter ? "阙" : character
          })
    }.joined(separator: "\n")
    #expect(bench.text.contains("阙"))
    let outcomes = bench.reading.facts.userRepairs
    #expect(outcomes.map(\.lines) == [[LineSpan(51, 51), LineSpan(53, 53)]], "\(outcomes)")
  }

  @Test func whatNoLongerFitsIsListedAndStays() throws {
    var bench = try mendedSample()
    bench.text = bench.text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
      .map { $0.offset >= 44 && $0.offset <= 60 ? "" : String($0.element) }.joined(separator: "\n")
    let outcome = try #require(bench.reading.facts.userRepairs.first)
    #expect(outcome.problem != nil && outcome.lines.isEmpty)
    #expect(bench.articles.allSatisfy { !$0.isRepaired })
  }

  @Test func pagesWithoutRepairsAreTheSame() throws {
    let mended = try mendedSample()
    let other = try RepairBench(page: "000_23f573bab5fb9682.txt")
    let reading = PageReader.read(other.text, file: other.file, byteCount: 0)
    var asked = false
    let same = PageRepairs(mended.records).apply(to: reading) {
      asked = true
      return other.text
    }
    #expect(!asked && same.articles.map(\.id) == reading.articles.map(\.id))
    #expect(same.facts.userRepairs.isEmpty)
  }

  @Test func aPageMadeOfTwoArticlesOnOneLineIsParted() throws {
    let first = "高唐县选举成立九十七个村残疾人协会，千名代办员助残当先锋。"
    let second = "阳谷县组织志愿者走进社区，为老人义务理发，受到居民好评。"
    var bench = RepairBench("村里成立残疾人协会\n\n\(first)\(second)\n")
    let offset = try bench.desk.offset(of: "阳谷县", onLine: 3)
    try bench.make(.newArticle, 3...3, from: offset)
    #expect(bench.articles.map { $0.parts.map(\.text).last } == [first, second])
    #expect(bench.articles.allSatisfy { $0.parts.last?.lines == [LineSpan(3, 3)] })
  }

  @Test func furnitureBecomesAnArticleAndAHeadlineFurniture() throws {
    let story = "成立九十七个村残疾人协会，千名代办员助残当先锋，村民们都说这是好事，老人们不用再跑腿。"
    var bench = RepairBench(
      "聊城日报 2023年3月1日 星期三 第2版\n责任编辑 张三\n\n高唐县选举成立残疾人协会\n\n本报讯(记者 李强)高唐县\(story)\n")
    let before = bench.kept
    #expect(bench.reading.furniture.flatMap(\.parts).contains { $0.lines == [LineSpan(2, 2)] })
    try bench.make(.newArticle, 2...2)
    #expect(bench.articles.first?.parts.map(\.lines) == [[LineSpan(2, 2)]])
    #expect(!bench.reading.furniture.flatMap(\.parts).contains { $0.lines == [LineSpan(2, 2)] })
    try bench.make(.role(.furniture), 4...4)
    #expect(bench.reading.furniture.map { $0.parts.map(\.lines) } == [[[LineSpan(1, 1)]], [[LineSpan(4, 4)]]])
    #expect(bench.reading.furniture.allSatisfy { $0.kind == .furniture && $0.number == 0 })
    #expect(bench.articles.map(\.number) == [1, 2])
    #expect(bench.kept == before)
  }

  @Test func rowsOfBoxesAreMended() throws {
    let file = FilePath(PageFixtures.folder.appendingPathComponent("boxes").appendingPathComponent("scanned.tsv").path)
    let before = try LibraryLoader.load([file], filer: nil)
    let print = SourcePage(try TextFile.read(file)).print
    let article = try #require(before.articles.first { $0.parts.count > 2 && $0.parts[1].role == .headline })
    let rows = article.parts[1].lines[0]
    let made = try RepairDesk(print: print, articles: before.articles).repairs(
      .role(.part(.deck)), of: LineSelection(rows.first...rows.last))
    let records = made.map {
      PageRepairs.record($0.repair, file: file, lines: $0.lines, added: Date(timeIntervalSince1970: 0))
    }
    let after = try LibraryLoader.load([file], filer: nil, repairs: PageRepairs(records))
    #expect(after.articles[article.number - 1].deck?.contains(article.parts[1].text) == true)
    #expect(after.pages[0].userRepairs.map(\.problem) == [nil])
  }

  @Test func splittingAndJoiningParagraphs() throws {
    let text = "村里成立残疾人协会\n\n村民李文昌跟记者说心里话。老人视力模糊多年。\n\n今年四月初，村党支部书记带他去办证。\n"
    var bench = RepairBench(text)
    func bodies() -> [String] { bench.articles.flatMap(\.parts).filter { $0.role != .headline }.map(\.text) }
    let count = bodies().count
    try bench.make(.split, 3...3, from: try bench.desk.offset(of: "老人", onLine: 3))
    #expect(bodies().count == count + 1)
    try bench.make(.join, 3...3)
    #expect(bodies().contains { $0.hasPrefix("老人视力模糊多年。今年四月初") })
    #expect(throws: RepairError.self) { try bench.make(.join, 5...5) }
    bench.undoLast()
    #expect(bodies().count == count + 1)
  }

  @Test func requestsThatMeanNothingSaySo() throws {
    let bench = try RepairBench(page: Self.wrong)
    for (request, lines) in [
      (RepairRequest.above, 5...5), (.role(.part(.headline)), 5...5), (.article(99), 5...5), (.newArticle, 1...4),
      (.replace("没有的字", by: "有"), 5...5), (.below, 9000...9001),
    ] {
      let error = #expect(throws: RepairError.self) { try bench.desk.repairs(request, of: LineSelection(lines)) }
      #expect(error?.text.english.contains("\n") == false)
    }
  }

  @Test(arguments: UInt64(0)..<12) func noRepairLosesACharacter(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    let name = PageFixtures.files[Int(random.next() % UInt64(PageFixtures.files.count))].lastPathComponent
    var bench = try RepairBench(page: name)
    let lineCount = bench.text.split(separator: "\n", omittingEmptySubsequences: false).count
    let before = bench.kept
    var made = 0
    for _ in 0..<12 {
      let first = 1 + Int(random.next() % UInt64(lineCount))
      let lines = first...min(lineCount, first + Int(random.next() % 8))
      let requests: [RepairRequest] = [
        .newArticle, .beginArticle, .above, .below, .article(Int(random.next() % 6)), .join, .split, .role(.furniture),
        .role(.part(PartRole.allCases[Int(random.next() % UInt64(PartRole.allCases.count))])),
      ]
      let request = requests[Int(random.next() % UInt64(requests.count))]
      do {
        try bench.make(request, lines, from: Int(random.next() % 3) * 7)
        made += 1
      } catch is RepairError {}
      #expect(bench.kept == before, "\(name) seed \(seed): \(request) of \(lines)")
    }
    #expect(made > 0 && bench.reading.facts.userRepairs.allSatisfy { $0.problem == nil }, "\(name) seed \(seed)")
  }
}
