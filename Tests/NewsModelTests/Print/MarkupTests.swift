import Testing

@testable import NewsModel

/// Texts as models for OCR write them, in HTML, Markdown and TeX.
struct MarkupTests {
  /// A text, and the lines that are left of it without blank ones.
  static let texts: [(print: String, lines: [String])] = [
    (
      "<table><tr><td>乡镇</td><td>合作社</td></tr><tr><td>燕店镇</td><td>12</td></tr></table>",
      ["乡镇    合作社", "燕店镇  12"]
    ),
    (
      "<table border=1>\n<tr>\n<th rowspan=2>年份</th><th colspan=\"2\">亩</th></tr>\n<tr><td>麦</td>"
        + "<td>玉米</td></tr></table>",
      ["年份  亩", "      麦  玉米"]
    ),
    ("| 乡镇 | 合作社 |\n|:---|---:|\n| 燕店镇 | 12 |\n\n展销会持续三天。", ["乡镇    合作社", "燕店镇  12", "展销会持续三天。"]),
    ("甲|乙\n-|-\n1<br>2|3\n正文", ["甲   乙", "1 2  3", "正文"]),
    ("<html><body><h2>春耕展开</h2><p>第一段。</p><p>第二段。</p></body></html>", ["春耕展开", "第一段。", "第二段。"]),
    ("<style>p { color: red }</style><p>正文</p><script>1 < 2</script>", ["正文"]),
    ("<|ref|>title<|/ref|><|det|>[[1, 2, 3, 4]]<|/det|>\n# 春耕展开", ["# 春耕展开"]),
    ("<!-- PageHeader=\"聊城日报 A03\" -->\n正文<!-- 图 -->", ["聊城日报 A03", "正文"]),
    ("上页<!-- PageBreak -->下页", ["上页", "下页"]),
    ("```markdown\n# 春耕展开\n```", ["# 春耕展开"]),
    ("<table><tr><td>没有写完的表</td><td>12", ["没有写完的表  12"]),
    ("<figure><img src=\"a.jpg\"/><figcaption>图说</figcaption></figure>", ["图说"]),
    ("增长$5.2\\%$，$\\textcircled{1}$面积$120m^{2}$，$30\\sim 40$亩，\\(1\\times 2\\)", ["增长5.2%，①面积120m²，30～40亩，1×2"]),
    ("价格$5，卖$6。\\u 和 ^ 照旧", ["价格$5，卖$6。\\u 和 ^ 照旧"]),
    ("&quot;&#39640;唐&quot;&nbsp;&unknown; &#0; &#xD800;", ["\"高唐\" &unknown; &#0; &#xD800;"]),
    ("若 a<b 且 c>d，则<p 不是标签", ["若 a<b 且 c>d，则<p 不是标签"]),
    ("</div>多出来的<div>", ["</div>多出来的<div>"]),
    ("a | b\n没有表", ["a | b", "没有表"]),
  ]

  @Test(arguments: texts) func leavesTheTextAlone(print: String, lines: [String]) {
    let text = NormalForm(print).text
    let found = text.split(separator: "\n").map { $0.filter { $0 != "\u{C}" } }.filter {
      !$0.allSatisfy(\.isWhitespace)
    }
    #expect(found.map { String($0.reversed().drop(while: \.isWhitespace).reversed()) } == lines)
  }

  /// What PP-StructureV3 writes of a page: a caption cuts a sentence, a table stands with its title.
  @Test func aPageInMarkdownIsReadWithoutItsTags() throws {
    let print = """
      ## 高唐县春耕全面展开

      本报高唐讯 4月2日,高唐县固河镇的田间机声隆隆,春耕全面展开。全县计划播种玉米三十万亩,目前已备足种子

      <div style="text-align: center;"><img src="imgs/img_in_image_box_36_420_610_800.jpg" alt="Image" width="45%" /></div>


      <div style="text-align: center;">固河镇农民驾驶农机播种玉米。 王一一 摄</div>


      和化肥。县农业局派出二十名技术员到田间指导。

      (王一一 报道)

      ## 莘县举办蔬菜展销会

      本报莘县讯 4月3日,莘县举办蔬菜展销会,四十家合作社参展。

      <div style="text-align: center;"><html><body><table border="1"><tr><td>乡镇</td><td>合作社</td></tr>\
      <tr><td>燕店镇</td><td>12</td></tr></table></body></html></div>


      展销会持续三天。

      (李一一)
      """
    let articles = PageReader.read(print, file: "", byteCount: 0).articles
    try #require(articles.count == 2)
    let first = articles[0].parts.map { "\($0.role.rawValue) \($0.text)" }
    #expect(first.contains("caption 固河镇农民驾驶农机播种玉米。"))
    #expect(first.contains { $0.hasPrefix("body 本报高唐讯") && $0.contains("备足种子和化肥。") })
    let second = articles[1].parts.map(\.text)
    #expect(second.contains("乡镇    合作社") && second.contains("燕店镇  12"), "cells in columns")
    #expect(articles[1].parts.first { $0.text.hasPrefix("燕店镇") }?.lines == [LineSpan(19, 19)])
    #expect(articles.map { $0.byline.flatMap(\.names) } == [["王一一"], ["李一一"]])
    #expect(!articles.flatMap(\.parts).contains { $0.text.contains("<") || $0.text.contains("style") })
  }

  /// A cold search looks at bytes: text that markup parts must be found all the same.
  @Test func aColdSearchFindsWhatTagsPart() throws {
    let folder = try PageFolder()
    try folder.write("a.txt", "高唐县<b>春</b>耕全面展开\n\n本报高唐讯 4月2日，春耕展开，机声隆隆。")
    try folder.write("b.txt", "平原县举行运动会\n\n本报平原讯 4月2日，运动会举行，八百人参加。")
    let listing = try LibraryLoader.discover([FilePath(folder.path)])
    let selected = PageFilter(QueryParser.parse("\"唐县春耕\""), for: listing).select(listing)
    #expect(selected.files.map { $0.path.shown.hasSuffix("a.txt") } == [true])
  }
}
