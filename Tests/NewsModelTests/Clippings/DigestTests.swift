import Foundation
import Testing

@testable import NewsModel

@Suite struct DigestTests {
  /// Two places, one of them twice, and one article without a place.
  static let clippings: [Clipping] = {
    var first = Clipping.sample(1)
    first.paper = "聊城日报"
    first.issued = "2021-08-12"
    first.page = "07"
    first.kicker = "高唐县选举成立97个村(社区)残疾人协会"
    first.text = "高唐县选举成立97个村(社区)残疾人协会\n\(first.headline ?? "")\n*本报记者*\n1. 第一<段>"
    first.roles = [.kicker, .headline, .byline, .body]
    first.note = "核实\n再问"
    first.tags = ["助残"]
    var second = Clipping.sample(2)
    second.county = nil
    second.date = "--08-11"
    var third = Clipping.sample(3)
    third.inferred = ["date"]
    return [second, first, third]
  }()

  @Test func markdownHoldsEveryFieldOnceAndEscaped() {
    #expect(
      Digest(clippings: Self.clippings).markdown == """
        # 剪报

        2021年8月11日〔年份推定〕至2021年8月12日，共3篇（其中1篇年份或日期不详）

        ## 目录

        **高唐县**

        1. [千名“代办员”助残当先锋 1](#c1) — 《聊城日报》 2021年8月12日 第07版
        2. [千名“代办员”助残当先锋 3](#c2) — 2021年8月11日〔年份推定〕

        **地区不详**

        3. [千名“代办员”助残当先锋 2](#c3) — 8月11日〔年份不详〕

        ## 高唐县

        <a id="c1"></a>

        *高唐县选举成立97个村(社区)残疾人协会*

        ### 1 千名“代办员”助残当先锋 1

        来源：《聊城日报》 2021年8月12日 第07版

        标签：助残

        *\\*本报记者\\**

        1\\. 第一\\<段\\>

        > **批注**
        >
        > 核实
        >
        > 再问

        <a id="c2"></a>

        ### 2 千名“代办员”助残当先锋 3

        来源：〔报名不详〕〔出版日期不详，文内日期2021年8月11日，年份推定〕 文件页.txt第31—35行

        第一段

        第二段,带 "引号"

        ## 地区不详

        <a id="c3"></a>

        ### 3 千名“代办员”助残当先锋 2

        来源：〔报名不详〕〔出版日期不详，文内日期8月11日，年份不详〕 文件页.txt第31—35行

        第一段

        第二段,带 "引号"


        """)
  }

  @Test func aHeadingOfSeveralLinesIsToldOnce() {
    var clipping = Clipping.sample(1)
    clipping.kicker = "聚力攻坚突破 推进强市建设"
    clipping.text = "聚力攻坚突破\n推进强市建设\n聚力"
    clipping.roles = [.kicker, .kicker, .body]
    let text = Digest(clippings: [clipping]).markdown
    #expect(text.ranges(of: "推进强市建设").count == 1)
    #expect(text.hasSuffix("\n\n聚力\n\n"))
  }

  @Test func htmlEscapesTextAndNeedsNothingElse() {
    let html = Digest(title: "<b>&\u{1B}[31m", clippings: Self.clippings).html
    #expect(html.contains("<h1>&lt;b&gt;&amp;[31m</h1>"))
    #expect(html.contains("<p class=\"body\">1. 第一&lt;段&gt;</p>"))
    #expect(html.contains("<a href=\"#c3\">") && html.contains("id=\"c3\""))
    #expect(html.contains("<p>核实</p><p>再问</p>"))
    #expect(!html.contains("http") && !html.contains("src=") && !html.contains("\u{1B}"))
  }

  @Test func plainTextIsBrokenByTheLentRule() {
    let text = Digest(clippings: Self.clippings).plainText(columns: 10) { paragraph, columns in
      // Every Han takes two cells.
      stride(from: 0, to: paragraph.count, by: columns / 2).map {
        String(paragraph.dropFirst($0).prefix(columns / 2))
      }
    }
    #expect(text.hasPrefix("剪报\n==========\n2021年\n8月11日\n"))
    #expect(text.split(separator: "\n").allSatisfy { $0.count <= 10 })
    #expect(text.contains("　　第一段\n") && text.contains("〔批注〕核\n实 再问\n"))
  }

  @Test func notesStandWhereTheyAreWanted() throws {
    var style = Digest.Style()
    for (notes, isBefore) in [(Digest.Style.Notes.before, true), (.after, false)] {
      style.notes = notes
      let text = Digest(clippings: Self.clippings, style: style).markdown
      let note = try #require(text.range(of: "核实")).lowerBound
      #expect((note < (try #require(text.range(of: "第一")).lowerBound)) == isBefore)
    }
  }

  @Test func sourcesAreToldInFullOrByPathOrNotAtAll() {
    var clippings = Self.clippings
    clippings[0].file = "/home/u/报纸/2021-08-12/07版.txt"
    clippings[1].file = "./a/b.txt"
    var style = Digest.Style()
    style.archives = ["/home/u/报纸/2020", "/home/u/报纸"]
    style.source = .path
    let text = Digest(clippings: clippings, style: style).markdown
    #expect(text.contains("来源：2021\\-08\\-12/07版.txt\n") || text.contains("来源：2021-08-12/07版.txt\n"))
    #expect(text.contains("来源：a/b.txt\n") && text.contains("来源：seeds/页.txt\n"))
    #expect(!text.contains("《聊城日报》"))
    style.source = .none
    let html = Digest(clippings: clippings, style: style).html
    #expect(!html.contains("来源") && !html.contains("《聊城日报》") && !html.contains("<small>"))
  }

  @Test func theNumberComesBeforeTheKickerInText() {
    let text = Digest(clippings: Self.clippings).plainText(columns: 80) { paragraph, _ in [paragraph] }
    #expect(text.contains("\n1. 高唐县选举成立97个村(社区)残疾人协会\n千名“代办员”助残当先锋 1\n来源："))
    #expect(text.contains("\n3. 千名“代办员”助残当先锋 2\n来源："))
  }

  @Test func theNewspaperIsThePrintedOneElseTheUsersAndNeverASection() {
    var style = Digest.Style()
    style.paper = "东昌府报"
    var clippings = Self.clippings
    clippings[2].paper = "县域新闻"
    let text = Digest(clippings: clippings, style: style).plainText(columns: 80) { paragraph, _ in [paragraph] }
    #expect(text.ranges(of: "来源：《聊城日报》").count == 1)
    #expect(text.ranges(of: "来源：《东昌府报》").count == 2)
    #expect(clippings[2].assuming(paper: nil).paper == nil)
    #expect(clippings[2].assuming(paper: "县域新闻").paper == "县域新闻", "the user may know better")
  }

  @Test func everyCharacterOfTheSeedsIsInTheDigestInAllForms() {
    let clippings = SeedArticles.clippings
    let digest = Digest(clippings: clippings)
    let plain = digest.plainText(columns: 80) { paragraph, _ in [paragraph] }
    let html = digest.html
    for clipping in clippings {
      for part in clipping.parts where part.role == .body {
        #expect(plain.contains(part.text))
        let escaped = part.text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
        #expect(html.contains(escaped.replacing("\"", with: "&quot;")))
      }
    }
  }

  @Test func citationsHaveTheFormsOfNewsroomAndStandard() {
    var clipping = Self.clippings[1]
    clipping.headline = "千名“代办员”助残当先锋"
    clipping.byline = [
      Credit(role: "本报记者", names: ["孙亚飞"]), Credit(role: "本报通讯员", names: ["赵永斌", "张莹", "李梦"]),
      Credit(role: "摄", names: ["王培源"]),
    ]
    #expect(
      Citation(clipping).newsroom
        == "《聊城日报》2021年8月12日第07版《千名“代办员”助残当先锋》（本报记者 孙亚飞；本报通讯员 赵永斌 张莹 李梦；摄 王培源）")
    #expect(Citation(clipping).gbt7714 == "孙亚飞, 赵永斌, 张莹, 等. 千名“代办员”助残当先锋[N]. 聊城日报, 2021-08-12(07).")
    clipping.inferred = ["issued"]
    clipping.byline = nil
    clipping.page = nil
    #expect(Citation(clipping).gbt7714 == "千名“代办员”助残当先锋[N]. 聊城日报, [2021]-08-12.")
    #expect(Citation(clipping).newsroom == "《聊城日报》2021年8月12日〔年份推定〕《千名“代办员”助残当先锋》")
    clipping.issued = nil
    clipping.paper = nil
    clipping.date = nil
    clipping.headline = "聊城市发布《白皮书》"
    #expect(Citation(clipping).newsroom == "〔报名不详〕〔出版日期不详〕《聊城市发布〈白皮书〉》")
    #expect(Citation(clipping).gbt7714 == "聊城市发布《白皮书》[N]. [报名不详], [出版日期不详].")
  }
}
