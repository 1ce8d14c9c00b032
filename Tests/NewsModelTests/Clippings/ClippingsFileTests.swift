import Testing

@testable import NewsModel

@Suite struct ClippingsFileTests {
  @Test(arguments: [
    "", "\n", "\n\n", "x", "x\n", "{}", "{\"id\": \"a\"}", "{\"id\": \"a\"}\n\n \t\r\n", "\u{FEFF}{\"id\": \"a\"}\n",
    "{\"id\": \"a\"}\r\n{\"id\": \"b\"}\r\n", "[1, 2]\nnull\n\u{0}\n", "{\"id\": \"a\", \"id\": \"b\"}\n",
  ])
  func everyTextComesBackAsItWas(text: String) {
    #expect(ClippingsFile(text: text).text == text)
  }

  @Test func bytesThatAreNotUTF8ComeBackAsTheyWere() {
    let bytes: [UInt8] = Array("{\"id\": \"a\"}\n{\"id\": \"".utf8) + [0xC0, 0x80, 0xFF, 0x0A, 0xED, 0xA0, 0x80]
    var file = ClippingsFile(bytes: bytes)
    #expect(file.bytes == bytes)
    #expect(file.diagnostics(file: "c").map(\.line) == [2])
    #expect(file.apply(.update(id: "a") { $0.note = "n" }) == .rewritten)
    #expect(file.bytes.suffix(10) == bytes.suffix(10))
  }

  @Test func aLineThatDoesNotParseStaysInItsPlaceAndIsReported() {
    var file = ClippingsFile(text: "{\"id\": \"a\"}\n<<<<<<< HEAD\n{\"id\": \"b\"}\n")
    #expect(
      file.diagnostics(file: "c.jsonl").map(\.description) == [
        "c.jsonl:2: not a clipping (byte 1: no { here); kept as it is, mend or delete the line by hand"
      ])
    _ = file.apply(.remove(id: "a"))
    _ = file.apply(.add(.sample(1)))
    #expect(
      file.text.split(separator: "\n").map { $0.prefix(11) } == ["<<<<<<< HEA", "{\"id\": \"b\"}", "{\"id\": \"id1"])
  }

  @Test func unknownKeysSurviveARewriteInTheirOrder() throws {
    let foreign = #""zotero": {"b": [1.50, -2e+3, null], "a": "\u9ad8"}, "paper": 7, "星": true"#
    var file = ClippingsFile(text: "{\(foreign), \"id\": \"a\", \"text\": \"一\\n二\\\"\"}\n")
    #expect(file.apply(.update(id: "a") { $0.note = "看" }) == .rewritten)
    #expect(
      file.text == """
        {"id": "a", "headline": null, "county": null, "date": null, "file": "", "lines": [], "added": "", "note": "看", \
        "tags": [], "text": "一\\n二\\"", \(foreign)}

        """)
    #expect(try #require(file.clippings.first).text == "一\n二\"")
  }

  @Test func everyFieldComesBack() throws {
    var clipping = Clipping.sample(1)
    clipping.note = "引号 \" 反斜 \\ 换行 \n 表 \t 零 \u{0} 行 \u{85}\u{2028}\u{2029} 字 𠮷😀 /"
    clipping.tags = ["残疾", "", "a b"]
    clipping.number = 3
    clipping.kind = .news
    clipping.paper = "聊城日报"
    clipping.issued = "2021-08-12"
    clipping.page = "A03"
    clipping.section = "县市"
    clipping.kicker = "引题"
    clipping.deck = "副题"
    clipping.byline = [Credit(role: "本报记者", names: ["孙亚飞"]), Credit(role: nil, names: ["张莹"])]
    clipping.roles = [.headline, .body]
    clipping.inferred = ["date"]
    let json = clipping.json
    #expect(json.split(whereSeparator: \.isNewline).count == 1)
    let file = ClippingsFile(text: json)
    #expect(file.clippings == [clipping])
    #expect(try #require(file.clippings.first).json == json)
    #expect(try #require(clipping.day).yearIsInferred)
    #expect(clipping.issueDay == NewsDate(year: 2021, month: 8, day: 12))
  }

  @Test(arguments: [
    #"{"id": 1}"#, #"{"id": ""}"#, #"{"headline": "a"}"#, #"{"id": "a"} x"#, #"{"id": "a",}"#, #"{"id": "a""#,
    #"{"id": "a", "tags": "x"}"#, #"{"id": "a", "lines": [[0, 1]]}"#, #"{"id": "a", "lines": [[3, 2]]}"#,
    #"{"id": "\ud800"}"#, #"{"id": "\x"}"#, #"{"id": "a", "x": 01}"#, #"{"id": "a", "x": 1.}"#,
    #"{"id": "a", "x": nul}"#,
    #"{"id": "a", "note": "\ud83d"}"#, "{\"id\": \"a\u{1}\"}", #"{"id": "a", "n": 1, "n": 2}"#,
    "{\"id\": \"a\", \"x\": " + String(repeating: "[", count: 100_000),
  ])
  func whatIsNoClippingIsToldFromOne(line: String) {
    let file = ClippingsFile(text: line)
    #expect(file.clippings.isEmpty && file.diagnostics(file: "c").count == 1)
  }

  @Test func pairsOfSurrogatesAndShortEscapesAreRead() throws {
    let line = #"{"id": "\ud83d\ude00", "note": "\u00e9\b\f\n\r\t\/\\\""}"#
    let clipping = try #require(ClippingsFile(text: line).clippings.first)
    #expect(clipping.id == "😀" && clipping.note == "é\u{8}\u{c}\n\r\t/\\\"")
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func randomChangesKeepEveryOtherLine(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    var lines = (0..<12).map { number in
      switch Int.random(in: 0..<4, using: &random) {
      case 0: random.pick(["", "坏 {", "{\"id\": }", "[]", "  "])
      case 1: "{ \"id\":\"h\(number)\" , \"own\":[\(number)]}"
      default: Clipping.sample(number).json
      }
    }
    var file = ClippingsFile(text: lines.map { $0 + "\n" }.joined())
    func row(_ id: String) -> Int? { lines.firstIndex { ClippingsFile(text: $0).clippings.first?.id == id } }
    for step in 0..<20 {
      let id = random.pick(["id", "h"]) + String(Int.random(in: 0..<14, using: &random))
      let row = row(id)
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        _ = file.apply(.remove(id: id))
        if let row { lines.remove(at: row) }
      case 1:
        let note = "\(step)"
        _ = file.apply(.update(id: id) { $0.note = note })
        if let row, var clipping = ClippingsFile(text: lines[row]).clippings.first {
          clipping.note = note
          lines[row] = clipping.json
        }
      case 2:
        let clipping = Clipping.sample(Int.random(in: 0..<30, using: &random))
        let isNew = !file.clippings.contains { $0.id == clipping.id }
        _ = file.apply(.add(clipping))
        if isNew { lines.append(clipping.json) }
      default:
        _ = file.apply(.move(id: id, before: nil))
        if let row { lines.append(lines.remove(at: row)) }
      }
      #expect(file.text == lines.map { $0 + "\n" }.joined(), "step \(step)")
      #expect(ClippingsFile(text: file.text).text == file.text)
    }
  }
}
