import Testing

@testable import NewsModel

/// Pages read by their boxes.
struct BoxReadingTests {
  /// A page set with a browser and printed: the table of pdftotext.
  @Test func aPrintedPageIsReadWhole() throws {
    let text = try BoxFixtures.text("set")
    let printed = try BoxFixtures.articles("set")
    let reading = BoxFixtures.read(text)
    #expect(reading.whole(of: printed, in: text) == 9)
    #expect(reading.headlines(of: printed) == 9)
    #expect(reading.paragraphs(of: printed) >= 14)
    #expect(reading.facts.paper == "德州日报")
    #expect(reading.diagnostics.isEmpty)
  }

  /// The same kind of page scanned: the table of Tesseract, with its errors.
  @Test func aScannedPageIsReadNearlyWhole() throws {
    let text = try BoxFixtures.text("scanned")
    let reading = BoxFixtures.read(text)
    #expect(reading.whole(of: try BoxFixtures.articles("scanned"), in: text) >= 7)
  }

  @Test(arguments: ["set", "scanned"]) func everyWordStandsInOnePartAndItsRowIsNamed(name: String) throws {
    let text = try BoxFixtures.text(name)
    let words = try #require(BoxFile(text)).sheets.flatMap(\.words)
    let reading = BoxFixtures.read(text)
    let parts = reading.all.flatMap(\.parts)
    let print = words.map { $0.text[...].string }.joined()
    #expect(kept(parts.map(\.text).joined()) == kept(NormalForm(print).text))
    var rows = Set<Int>()
    for span in parts.flatMap(\.lines) { rows.formUnion(span.first...span.last) }
    #expect(rows == Set(words.map { $0.row + 1 }))
  }

  @Test func theLayoutIsDrawnWithAnArticleMarked() throws {
    let text = try BoxFixtures.text("set")
    let page = SourcePage(try TextDecoding.decode(Array(text.utf8)))
    let sketch = try #require(page.sketches.first)
    let headline = try #require(page.lines.first { $0.text == "一粒种子的“齐河答卷”" })
    let lines = sketch.lines(columns: 60, marking: headline.rows)
    #expect(lines.allSatisfy { $0.text.count <= 60 })
    #expect(lines.count(where: \.isMarked) == lines.count { $0.text.contains("#") })
    #expect(lines.contains(where: \.isMarked) && !lines.allSatisfy(\.isMarked))
    #expect(sketch.legend.contains { $0.hasSuffix("一粒种子的“齐河答卷”") })
    // What cannot be a page is a picture of nothing, however wide.
    #expect(LayoutSketch([]).lines(columns: 0).isEmpty)
  }

  @Test func rowsOfWhatAToolTookOutAreCounted() throws {
    var decoded = try TextDecoding.decode(Array(BoxFixtures.text("set").utf8))
    decoded.isExtracted = true
    let lines = PageReader.dump(decoded, stage: .lines).split(separator: "\n")
    #expect(lines.enumerated().allSatisfy { $0.element.hasPrefix("\($0.offset + 1)\t") })
    let reading = PageReader.read(decoded, file: "page.pdf", byteCount: 0)
    let last = reading.all.flatMap(\.parts).flatMap(\.lines).map(\.last).max()
    #expect(last == lines.count)
  }

  @Test func textsAreNotTakenForBoxes() {
    for text in ["level\tpage_num\n", "level up\n", "{“本报讯”}", "[1]", "<p>ocr_page</p>", ""] {
      #expect(BoxFile(text) == nil, "\(text)")
    }
  }

  @Test func severalPrintedPagesAreReadOneAfterTheOther() throws {
    let text = try BoxFixtures.text("set")
    let rows = text.split(separator: "\n")
    let second = rows.dropFirst().map { row in
      var fields = row.split(separator: "\t", omittingEmptySubsequences: false)
      fields[1] = "2"
      return fields.joined(separator: "\t")
    }
    let both = (rows.map(String.init) + second).joined(separator: "\n") + "\n"
    let one = BoxFixtures.read(text).articles
    let articles = BoxFixtures.read(both).articles
    #expect(articles.map(\.headline) == one.map(\.headline) + one.map(\.headline))
    #expect(articles.last?.number == articles.count)
  }

  @Test func moreWordsThanAPageHoldsAreReadWithoutTheirPlaces() {
    let header = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n"
    let rows = (0..<25_000).map { "5\t1\t1\t1\t\($0 / 20)\t1\t10\t10\t10\t10\t90\t字" }
    let reading = BoxFixtures.read(header + rows.joined(separator: "\n"))
    #expect(reading.diagnostics.count == 1)
    #expect(kept(reading.all.flatMap(\.parts).map(\.text).joined()) == ["字": 25_000])
  }

  // MARK: Damage

  @Test(arguments: 0..<30) func damagedTablesLoseNothing(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    let names = ["set", "scanned"]
    var rows = try BoxFixtures.text(random.pick(names)).split(separator: "\n").map(String.init)
    if random.chance(30) { rows += try BoxFixtures.text(random.pick(names)).split(separator: "\n").map(String.init) }
    if random.chance(50) { rows = [rows[0]] + rows.dropFirst().shuffled(using: &random) }
    for _ in 0..<random.next(below: 400) {
      let at = 1 + random.next(below: rows.count - 1)
      var fields = rows[at].split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      switch random.next(below: 5) {
      case 0: rows[at] = String(rows[at].prefix(random.next(below: 40)))
      case 1 where fields.count > 9:
        fields[6 + random.next(below: 4)] = random.pick([
          "-5", "1e308", "nan", "inf", "-1e9", "x", "", "0", "99999999999999999999",
        ])
        rows[at] = fields.joined(separator: "\t")
      case 2 where fields.count > 9:
        for field in 6...9 { fields[field] = "100" }
        rows[at] = fields.joined(separator: "\t")
      case 3: rows.swapAt(at, 1 + random.next(below: rows.count - 1))
      default: rows.insert(rows[at], at: at)
      }
    }
    let text = rows.joined(separator: "\n")
    let file = try #require(BoxFile(text))
    let laidOut = LaidOutText(file)
    #expect(
      kept(laidOut.text) == kept(file.sheets.flatMap(\.words).map { $0.text[...].string }.joined()), "seed \(seed)")
    let reading = BoxFixtures.read(text)
    #expect(reading.diagnostics.count <= 1)
    #expect(
      kept(reading.all.flatMap(\.parts).map(\.text).joined()) == kept(NormalForm(laidOut.text).text),
      "seed \(seed)")
  }
}
