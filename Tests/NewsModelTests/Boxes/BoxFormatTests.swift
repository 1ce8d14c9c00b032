import Testing

@testable import NewsModel

/// What tools write boxes down as.
struct BoxFormatTests {
  /// Two columns under a headline, by rows: each line with its place.
  private static let lines: [(text: String, left: Int, top: Int, width: Int, height: Int)] =
    [("高唐县开渔节昨日开幕", 130, 40, 400, 40)]
    + (0..<6).map { ("左栏第\($0)行的文字写满了一栏", 100, 100 + 30 * $0, 260, 20) }
    + (0..<6).map { ("右栏第\($0)行的文字写满了一栏", 380, 100 + 30 * $0, 260, 20) }

  private func headlineAndText(_ text: String) -> [String] {
    BoxFixtures.read(text).all.flatMap(\.parts).map(\.text)
  }

  private static let expected = [
    "高唐县开渔节昨日开幕",
    (0..<6).map { "左栏第\($0)行的文字写满了一栏" }.joined() + (0..<6).map { "右栏第\($0)行的文字写满了一栏" }.joined(),
  ]

  @Test func paddleOCR() {
    let texts = Self.lines.map { "\"\($0.text)\"" }.joined(separator: ",")
    let boxes = Self.lines.map { "[\($0.left),\($0.top),\($0.left + $0.width),\($0.top + $0.height)]" }
    let json = """
      {"input_path": "a.png", "page_index": null, "model_settings": {"use_doc_preprocessor": true}, "rec_texts": [\(texts)],
       "rec_scores": [\(Self.lines.map { _ in "0.98" }.joined(separator: ","))], "rec_boxes": [\(boxes.joined(separator: ","))]}
      """
    #expect(headlineAndText(json) == Self.expected)
    #expect(headlineAndText("{\"res\": \(json)}") == Self.expected)
  }

  @Test func rapidOCR() {
    let items = Self.lines.map { line in
      let (right, bottom) = (line.left + line.width, line.top + line.height)
      return """
        {"box": [[\(line.left).0, \(line.top).0], [\(right).0, \(line.top).0], [\(right).0, \(bottom).0], [\(line.left).0, \(bottom).0]],
         "txt": "\(line.text)", "score": 0.97}
        """
    }
    #expect(headlineAndText("[\(items.joined(separator: ","))]") == Self.expected)
  }

  @Test func hOCR() {
    let spans = Self.lines.enumerated().map { number, line in
      let box = "bbox \(line.left) \(line.top) \(line.left + line.width) \(line.top + line.height)"
      return """
        <span class='ocr_line' id='line_1_\(number)' title="\(box); baseline 0 -5; x_size 30">
         <span class='ocrx_word' id='word_1_\(number)' title='\(box); x_wconf 93'>\(line.text)</span>
        </span>
        """
    }
    let page = """
      <?xml version="1.0" encoding="UTF-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN">
      <html><head><meta name='ocr-system' content='tesseract 5.3.0' /></head><body>
      <div class='ocr_page' id='page_1' title='image "a&amp;b.png"; bbox 0 0 800 400; ppageno 0'>\(spans.joined())</div></body></html>
      """
    #expect(headlineAndText(page) == Self.expected)
  }

  @Test func alto() {
    let strings = Self.lines.map { line in
      """
      <TextLine><String CONTENT="\(line.text)" HPOS="\(line.left)" VPOS="\(line.top)" WIDTH="\(line.width)" HEIGHT="\(line.height)" WC="0.9"/></TextLine>
      """
    }
    let page = """
      <?xml version="1.0"?><alto xmlns="http://www.loc.gov/standards/alto/ns-v3#"><Layout><Page WIDTH="800" HEIGHT="400"><PrintSpace>
      \(strings.joined(separator: "\n"))</PrintSpace></Page></Layout></alto>
      """
    #expect(headlineAndText(page) == Self.expected)
  }

  @Test func entitiesAreTheCharactersTheyStandFor() {
    var scanner = MarkupScanner("<a x='&lt;&#x4E2D;'>&amp;&#22269;&nope;&</a>")
    guard case .open("a", let attributes, false) = scanner.next(), case .text(let text) = scanner.next() else {
      Issue.record("no tag")
      return
    }
    #expect(attributes["x"] == "<中")
    #expect(text == "&国&nope;&")
  }

  @Test func whatHasNoPlaceIsKept() {
    let parts = headlineAndText(#"{"rec_texts": ["一行没有位置的文字", "另一行"], "rec_boxes": []}"#)
    #expect(kept(parts.joined()) == kept("一行没有位置的文字另一行"))
  }
}
