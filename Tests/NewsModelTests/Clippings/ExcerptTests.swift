import Foundation
import Testing

@testable import NewsModel

/// Marks in clippings, and digests of them.
struct ExcerptTests {
  private static let parts = [
    Part(role: .headline, text: "千名代办员助残当先锋", lines: []),
    Part(role: .body, text: "第一句说事。第二句说人！“第三句引话。”第四句收尾。", lines: []),
    Part(role: .body, text: "另一段的话。再说一句。", lines: []),
  ]

  private func clipping(_ marks: [(part: Int, range: Range<Int>)]) throws -> Clipping {
    var clipping = Clipping.sample(1)
    clipping.headline = "千名代办员助残当先锋"
    clipping.text = Self.parts.map(\.text).joined(separator: "\n")
    clipping.roles = Self.parts.map(\.role)
    let texts = TextMarks(Self.parts)
    clipping.marks = marks.compactMap { texts.passage(of: TextMark(part: $0.part, range: $0.range)) }
    return try Clipping(line: clipping.jsonBytes[...])
  }

  @Test func sentencesEndWithTheirMarksAndClosingQuotes() {
    let text = Self.parts[1].text
    let scalars = Array(text.unicodeScalars)
    let sentences = Sentences.ranges(in: text).map { String(String.UnicodeScalarView(scalars[$0])) }
    #expect(sentences == ["第一句说事。", "第二句说人！", "“第三句引话。”", "第四句收尾。"])
    #expect(sentences.joined() == text)
    #expect(Sentences.ranges(in: "").isEmpty && Sentences.ranges(in: "没有句号").count == 1)
  }

  @Test func marksComeBackFromTheFileAndAreFoundInAMendedText() throws {
    let clipping = try clipping([(1, 6..<12), (2, 0..<6)])
    #expect(clipping.marks?.map(\.text) == ["第二句说人！", "另一段的话。"])
    var mended = Self.parts
    mended[1] = Part(role: .body, text: "新开头。" + Self.parts[1].text, lines: [])
    let places = TextMarks(mended).places(of: clipping.marks ?? [])
    #expect(places == [TextMark(part: 1, range: 10..<16), TextMark(part: 2, range: 0..<6)])
  }

  @Test func excerptsShowWhatIsLeftOut() throws {
    let excerpts = try clipping([(1, 6..<12), (1, 20..<26), (2, 0..<6)]).excerpts.map(\.text)
    #expect(excerpts == ["……第二句说人！……第四句收尾。", "另一段的话。……"])
    #expect(try clipping([(1, 0..<6), (1, 6..<12)]).excerpts.map(\.text) == ["第一句说事。第二句说人！……"])
  }

  @Test func digestsHaveThreeForms() throws {
    var style = Digest.Style()
    (style.head, style.foot) = (["县委宣传部 编", "第 12 期"], ["报送：县委办"])
    let clippings = [try clipping([(1, 6..<12)])]
    for form in Digest.Style.Form.allCases {
      style.form = form
      let digest = Digest(title: "剪报", clippings: clippings, style: style)
      let text = digest.plainText(columns: 60) { paragraph, _ in [paragraph] }
      for written in [text, digest.html, digest.markdown] {
        #expect(written.contains("千名代办员助残当先锋") && written.contains("第 12 期") && written.contains("报送：县委办"))
        #expect(written.contains("第二句说人") == (form != .contents))
        #expect(written.contains("第一句说事") == (form == .full))
        #expect(written.contains("#c1") == (form != .contents && written != text))
      }
      #expect(text.contains("……") == (form == .excerpts))
    }
  }
}
