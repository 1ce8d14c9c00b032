import Testing

@testable import NewsModel

/// Headings that stand below their stories, on invented pages.
struct UntanglerTests {
  @Test func aHeadingAtAStorysEndTakesTheTextThatSpeaksOfIt() {
    let articles = Self.read(
      """
      一张图纸画出街道的“积水账”

      本报记者 张三

      9月18日一早,街道的会议室里摊着一张手画的图纸,上面标着二十九个积水点,居民围着图纸一个个对账。

      图有了,就照着图纸修。一个积水点一张单子,写明谁修、几天修好,修完了居民签字,再下雨就不怕了。

      外卖骑手送餐的时候,顺手拍下楼道里堵着的消防通道,手机一点,隐患就报到了消防救援站,核实后奖励话费。

      两个月来,四十八名骑手上报隐患六百三十一处,消防员说,骑手进的楼道比谁都多,看得比谁都清。(李四 王五)

      外卖骑手当起“消防侦察兵”
      """)
    #expect(articles.map(\.headline) == ["一张图纸画出街道的“积水账”", "外卖骑手当起“消防侦察兵”"])
    #expect(articles.map { $0.byline.flatMap(\.names) } == [["张三"], ["李四", "王五"]])
    #expect(articles.first?.parts.contains { $0.text.contains("外卖") } == false)
  }

  @Test func aColumnsNameAboveIsNoHeadingOfItsOwn() {
    let articles = Self.read(
      """
      壮丽七十年 奋斗新时代

      □本报记者 张三

      8月25日,良种基地里的玉米长势正旺,种子公司的技术员蹲在地头,一穗一穗地数玉米粒,记在本子上。

      过去种子杂,一个村能种出几十个玉米品种,今年全县的良种统一供应,一粒种子的账,农民算得清清楚楚。

      “手里有良种,心里就不慌。”技术员说,一粒种子里有全县人的饭碗,玉米地就是答卷。(下转第六版)

      一粒种子的“玉米答卷”

      ——某县依靠良种建设高产创建区见闻
      """)
    #expect(articles.map(\.headline) == ["一粒种子的“玉米答卷”"])
    #expect(articles.first?.section == "壮丽七十年 奋斗新时代")
    #expect(articles.first?.byline.flatMap(\.names) == ["张三"])
  }

  @Test func theFirstLinesOfAHeadingGoToTheStoryAboveThatTheySpeakOf() {
    let articles = Self.read(
      """
      六百棵老茶树“认”了新主人

      本报福鼎讯(记者 张三)“我选这棵,它歪着脖子,像我。”老茶树的认养会上,六百棵老茶树三个小时全部有了主人。

      三月三唱的歌,怎么到了六月还在唱?6月8日,夜校里的老歌手教小青年唱畲歌,小青年教老歌手用手机。

      夜校是乡里办的,一周三个晚上,老歌手教歌,小青年教手机,现在会用手机挂号的老人有三百六十多。

      ▲记者 李四

      老歌手与小青年 换着当老师

      画室里走出来的“村干部”

      本报屏南讯(记者 王五)一支画笔、一把雨伞,画室里的画家被选为村里的“村干部”,管的全是小事。
      """)
    #expect(articles.map(\.headline) == ["六百棵老茶树“认”了新主人", "老歌手与小青年 换着当老师", "画室里走出来的“村干部”"])
    #expect(articles.map { $0.byline.flatMap(\.names) } == [["张三"], ["李四"], ["王五"]])
  }

  private static func read(_ text: String) -> [Article] {
    PageReader.read(text, file: "", byteCount: 0).articles.filter { $0.kind != .other }
  }
}
