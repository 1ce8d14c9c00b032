import Foundation
import Testing

@testable import NewsModel

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return String(decoding: json.bytes, as: UTF8.self)
  }

  @Test func keysKeepTheirOrder() {
    let text = written { json in
      json.object { json in
        json.key("b")
        json.value(1)
        json.key("a")
        json.array { json in
          json.value("一")
          json.value(nil)
          json.array { _ in }
        }
      }
    }
    #expect(text == #"{"b": 1, "a": ["一", null, []]}"#)
  }

  @Test func whatEndsALineOrSteersATerminalIsEscaped() {
    let text = written { $0.value("\u{1B}[1m\n\t\r\"\\\u{7F}\u{85}\u{9B}\u{2028}\u{2029}\u{A0}") }
    #expect(text == #""\u001b[1m\n\t\r\"\\\u007f\u0085\u009b\u2028\u2029"# + "\u{A0}\"")
  }

  @Test func whatIsLongIsHandedOverInStretchesAndIsTheSame() {
    // Characters of one to four bytes, so that the ends of stretches fall inside them.
    let long = String(repeating: "a高é\u{20BB7}\u{1}\u{2028}", count: 30_000)
    func write(_ json: inout JSONWriter) {
      json.object { json in
        json.key("text")
        json.value(long)
        json.key("more")
        json.value([long, "", "x"])
      }
      json.endLine()
    }
    var stretches: [[UInt8]] = []
    var json = JSONWriter { stretches.append($0) }
    write(&json)
    json.finish()
    #expect(json.bytes.isEmpty)
    #expect(stretches.count > 5)
    #expect(stretches.allSatisfy { $0.count < 1 << 20 })
    #expect(String(decoding: stretches.joined(), as: UTF8.self) == written(write))
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func aParserReadsWhatWasWritten(seed: UInt64) throws {
    var random = SearchRandom(seed: seed)
    var scalars = String.UnicodeScalarView()
    for _ in 0..<50 {
      let value =
        random.chance(40)
        ? UInt32.random(in: 0..<0x180, using: &random) : UInt32.random(in: 0..<0x11_0000, using: &random)
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
    let text = String(scalars)
    let json = written { $0.array { $0.value(text) } }
    let parsed = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String]
    #expect(parsed.map { Array($0[0].unicodeScalars) } == Array(text.unicodeScalars))
    #expect(!json.unicodeScalars.contains { $0.properties.generalCategory == .control })
  }

  @Test func anArticleHasTheKeysThatScriptsRelyOn() {
    let article = Article(
      file: "p.txt", number: 2, kind: .news, headline: "标题", byline: [Credit(role: "记者", names: ["甲", "乙"])],
      date: NewsDate(year: nil, month: 8, day: 11),
      parts: [Part(role: .body, text: "正文。", lines: [LineSpan(3, 3), LineSpan(5, 6)])])
    let text = written { article.write(to: &$0) }
    #expect(
      text == """
        {"id": "\(article.id)", "file": "p.txt", "n": 2, "kind": "news", "section": null, "kicker": null, \
        "headline": "标题", "deck": null, "byline": [{"role": "记者", "names": ["甲", "乙"]}], "date": "--08-11", \
        "issued": null, "paper": null, "page": null, "county": null, "counties": [], "towns": [], \
        "parts": [{"role": "body", "text": "正文。", "lines": [[3, 3], [5, 6]]}], \
        "inferred": [], "repaired": false, "story": null}
        """)
  }

  @Test(arguments: [(2021 as Int?, true, #""inferred": ["date"]"#), (2021, false, #""inferred": []"#)])
  func anInferredYearIsMarked(year: Int?, isInferred: Bool, expected: String) {
    let date = NewsDate(year: year, month: 8, day: 11, yearIsInferred: isInferred)
    let article = Article(
      file: "p.txt", number: 1, kind: .news, date: date,
      parts: [Part(role: .body, text: "正文。", lines: [LineSpan(1, 1)])])
    #expect(written { article.write(to: &$0) }.contains(expected))
    #expect(written { json in json.object { article.writeSummary(to: &$0) } }.contains(expected))
  }

  @Test func marksThatReorderATerminalAreEscapedAndTheirNeighboursAreNot() {
    let marks: [Unicode.Scalar] = [
      "\u{61C}", "\u{200E}", "\u{200F}", "\u{202A}", "\u{202B}", "\u{202C}", "\u{202D}", "\u{202E}", "\u{2066}",
      "\u{2067}", "\u{2068}", "\u{2069}",
    ]
    for mark in marks {
      let digits = String(mark.value, radix: 16)
      var json = JSONWriter()
      json.value("县\(mark)。")
      #expect(String(decoding: json.bytes, as: UTF8.self) == "\"县\\u\(digits.count == 3 ? "0" : "")\(digits)。\"")
    }
    for neighbour in ["\u{61B}", "\u{61D}", "\u{2010}", "\u{2027}", "\u{202F}", "\u{2065}", "\u{206A}", "\u{20A8}"] {
      var json = JSONWriter()
      json.value(neighbour)
      #expect(String(decoding: json.bytes, as: UTF8.self) == "\"\(neighbour)\"")
    }
  }
}
