import Foundation
import Testing

@testable import NewsModel

@Suite struct BibliographyTests {
  private static let clipping: Clipping = {
    var clipping = Clipping(
      id: "7c3f000000000000", headline: "千名“代办员”助残{当}先锋", county: "高唐县", date: "2021-08-11", file: "a.txt",
      lines: [LineSpan(1, 4)], added: "2021-08-13T00:00:00Z", note: "第一行\n第二行 100%", tags: ["残疾", "代办"],
      text: "千名“代办员”助残先锋\n正文")
    clipping.byline = [Credit(role: "本报记者", names: ["孙亚飞", "张莹"]), Credit(role: "摄", names: ["李四"])]
    (clipping.paper, clipping.issued, clipping.page, clipping.section) = ("聊城日报", "2021-08-12", "A03", "民生")
    clipping.inferred = ["issued", "paper"]
    return clipping
  }()

  @Test func cslHoldsTheNewspaperArticle() throws {
    let items = try #require(
      try JSONSerialization.jsonObject(with: Data(Bibliography([Self.clipping, Self.clipping]).csl.utf8))
        as? [[String: Any]])
    let item = try #require(items.first)
    #expect(items.count == 2 && item["type"] as? String == "article-newspaper")
    #expect((item["author"] as? [[String: String]])?.map { $0["literal"] } == ["孙亚飞", "张莹"])
    #expect((item["issued"] as? [String: [[Int]]])?["date-parts"] == [[2021, 8, 12]])
    #expect(item["container-title"] as? String == "聊城日报" && item["page"] as? String == "A03")
    #expect(item["keyword"] as? String == "残疾, 代办" && item["section"] as? String == "民生")
    #expect((item["note"] as? String)?.hasSuffix("版面未印而推定：报名、刊期") == true)
    #expect(Bibliography([]).csl == "[]\n")
  }

  @Test func risHoldsOneValueALine() {
    #expect(
      Bibliography([Self.clipping]).ris == """
        TY  - NEWS
        ID  - 7c3f000000000000
        TI  - 千名“代办员”助残{当}先锋
        AU  - 孙亚飞
        AU  - 张莹
        T2  - 聊城日报
        PY  - 2021
        DA  - 2021/08/12/
        SP  - A03
        SE  - 民生
        KW  - 残疾
        KW  - 代办
        N1  - 第一行
        N1  - 第二行 100%
        N1  - 版面未印而推定：报名、刊期
        LA  - zh
        ER  - 

        """)
  }

  @Test func bibtexEscapesWhatTeXWouldTakeForItsOwn() {
    let text = Bibliography([Self.clipping]).bibtex
    #expect(text.hasPrefix("@article{xw7c3f000000000000,\n  title = {{千名“代办员”助残\\{当\\}先锋}},\n"))
    #expect(text.contains("author = {{孙亚飞} and {张莹}}") && text.contains("100\\%"))
    #expect(text.hasSuffix("  langid = {chinese},\n}\n"))
  }

  @Test func aDayWithoutItsYearIsNoDate() {
    var clipping = Self.clipping
    clipping.issued = "--08-12"
    #expect(Bibliography([clipping]).csl.contains("\"issued\": {\"literal\": \"8月12日〔年份不详〕\"}"))
    #expect(!Bibliography([clipping]).ris.contains("DA  - "))
    clipping.issued = nil
    #expect(Bibliography([clipping]).ris.contains("N1  - 出版日期不详，文内日期 2021-08-11"))
  }
}
