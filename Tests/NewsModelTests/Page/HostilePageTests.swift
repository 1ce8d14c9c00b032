import Testing

@testable import NewsModel

/// Pages that no newspaper printed.
struct HostilePageTests {
  @Test(arguments: ["千名代办员助残当先锋", "一、提高认识", "□本报记者 张三", "(图 李四 摄)", "县", "【开会】", "——开会", "“开会”"])
  func manyLinesOfOneKindAreRead(line: String) {
    let text = Array(repeating: line, count: 400).joined(separator: "\n\n") + "\n\n本报讯 高唐县开会。\n"
    #expect(keptByReading(text) == kept(NormalForm(text).text))
  }

  @Test func aFormFeedOpensAPageAndBlankOnesAreNone() {
    let text = "\u{C}高唐县开会\n\u{C}\n\u{C}\u{C}\n \n\u{C}聊城市开会\n"
    let sheets = Array(PageText.sheets(of: text))
    #expect(sheets.map(\.firstLine) == [0, 1, 2, 4])
    #expect(sheets.map(\.isBlank) == [false, true, true, false])
    let reading = PageReader.read(text, file: "p.txt", byteCount: 0)
    #expect(reading.articles.flatMap(\.parts).flatMap(\.lines).map(\.first) == [1, 5])
  }

  @Test(arguments: ["\n", "\n\n", "", "\u{C}", "县", "县\n\u{C}"]) func everyByteIsOnOneSheet(text: String) {
    let sheets = Array(PageText.sheets(of: text))
    #expect(sheets.first?.bytes.lowerBound == 0 && sheets.last?.bytes.upperBound == text.utf8.count)
    let lines = sheets.map { PageText(text, $0).lines }
    #expect(lines.last?.upperBound == text.split(separator: "\n", omittingEmptySubsequences: false).count)
    for (above, below) in zip(lines, lines.dropFirst()) { #expect(above.upperBound == below.lowerBound) }
  }

  @Test(arguments: ["", "\n"]) func aFileOfManyPagesIsReadInStretches(gap: String) throws {
    let paragraph = "高唐县举行残疾人大会，会议指出要做好工作。\n\(gap)"
    let text = String(repeating: paragraph, count: 45_000)
    let sheets = Array(PageText.sheets(of: text))
    #expect(sheets.count > 1)
    // A stretch ends where a blank line begins, if one does.
    if !gap.isEmpty { #expect(sheets.dropFirst().allSatisfy { $0.firstLine % 2 == 1 }) }
    for sheet in sheets {
      let page = PageText(text, sheet)
      for line in [page.lines.first, page.lines.dropLast().last].compactMap(\.self) {
        let start = text.utf8.index(text.startIndex, offsetBy: page.start(ofLine: line))
        #expect(text[start...].prefix { $0 != "\n" } == page.line(line).string[...])
      }
    }
  }

  @Test(arguments: [
    [], [(1, 1)], [(7, 65_542)], [(7, 65_543)], [(4_000_000_000, 4_000_000_001), (3, 3)], [(1, 9), (1, 70_000)],
  ])
  func aPartKeepsItsLines(lines: [(Int, Int)]) {
    let spans = lines.map { LineSpan($0.0, $0.1) }
    let part = Part(role: .body, text: "县", lines: spans)
    #expect(part.lines == spans)
    #expect(MemoryLayout<Part>.stride == 32)
  }

  @Test func formFeedsAfterEveryCharacterOpenAPageNowAndThen() {
    let text = String(repeating: "县\n\u{C}", count: 60_000)
    let sheets = Array(PageText.sheets(of: text))
    #expect(sheets.prefix(1000).allSatisfy { $0.bytes.count <= 5 })
    #expect((1200...1510).contains(sheets.count), "\(sheets.count) pages of 300,000 bytes")
    #expect(sheets.last?.bytes.upperBound == text.utf8.count)
    let reading = PageReader.read(text, file: "p.txt", byteCount: text.utf8.count)
    #expect(
      reading.articles.flatMap(\.parts).reduce(0) { $0 + $1.text.unicodeScalars.filter { $0 == "县" }.count } == 60_000)
    // Pages of some lines are taken apart however many they are.
    let page = "高唐县召开残疾人工作会议\n\n本报讯 8月11日，高唐县召开残疾人工作会议。会议指出，要做好残疾人工作，落实各项政策，办好各项实事。全县各乡镇、街道残联负责人参加会议。\n\u{C}"
    let archive = Array(PageText.sheets(of: String(repeating: page, count: 3000)))
    #expect(archive.count == 3001)
  }

  @Test func aMillionBlankLinesAreNoArticle() {
    #expect(PageReader.read(String(repeating: "\n", count: 1_000_000), file: "p.txt", byteCount: 0).articles.isEmpty)
  }
}
