import Testing

@testable import NewsModel

/// Pictures that were set into stories, on invented pages.
struct PictureFinderTests {
  @Test func aPictureBehindACutSentenceIsAnArticleOfItsOwn() {
    let articles = Self.read(
      """
      老支书的“挑水账”

      本报讯 村里的退休老支书有一本记在旧挂历背面的“挑水账”,写的是他当年往山上挑水的日子。

      后来县里实施饮水工程,在村里修建高位水池一座,铺设管道十一公里,清亮

      4月9日,某镇的吉他产业园里,调音师在检验一批即将发往海外的吉他,园区带动周边三千余人就近

      就业。韦某某 摄

      春耕时节的合作社

      本报讯(记者 张三)合作社与酒厂签下订单后,先付给农户两成定金,育苗由合作社统一包干。

      甘甜的水终于流进家家户户。“现在龙头一拧就来水。”老支书说。(记者 李四)
      """)
    #expect(articles.map(\.kind) == [.news, .photo, .news])
    #expect(articles.first?.byline.flatMap(\.names) == ["李四"])
    #expect(articles.first?.date == nil)
    #expect(articles.first?.parts.contains { $0.text.contains("清亮甘甜的水") } == true)
  }

  @Test func aSecondBylineBehindADayEndsACaption() {
    let articles = Self.read(
      """
      水上“代驾”护航

      本报讯(通讯员 张三 记者 李四)9月20日晚,一艘小船在码头靠了岸,游客下船后由专人送到民宿。

      如今,六处码头都安排了水上代驾,两个月来没有发生一起安全事故。

      9月22日,某县某镇的南瓜地里,村民在采摘“小蜜本”。这里产的南瓜个头不大、甜度

      高,每亩可收六千斤,畅销各地。

      ■ 本报记者 王五
      """)
    #expect(articles.map(\.kind) == [.news, .photo])
    #expect(articles.map { $0.byline.flatMap(\.names) } == [["张三", "李四"], ["王五"]])
  }

  @Test func aPictureAmongParagraphsIsPartedWhenItSpeaksOfSomethingElse() {
    let articles = Self.read(
      """
      小区“议事厅”解难题

      □张三 李四 报道

      本报讯 楼道里的电动车占了路,居民在“议事厅”里吵了三次,最后定下规矩:车进棚,棚装灯,灯有人管。

      9月12日,某镇的苹果园里,果农把刚摘下的红富士装箱发车。今年全镇苹果产量超过两万吨。

      王五 摄

      如今,小区的“议事厅”每周三晚上开门,居民有难题就来议一议,半年来解决了停车、漏水等四十多件事。
      """)
    #expect(articles.map(\.kind) == [.news, .photo])
    #expect(articles.map { $0.byline.flatMap(\.names) } == [["张三", "李四"], ["王五"]])
    #expect(articles.first?.date == nil)
  }

  @Test func aStorysLastDayIsNoCaption() {
    let articles = Self.read(
      """
      水上“代驾”护航

      本报讯 9月20日晚,一艘小船在码头靠了岸,游客下船后由专人送到民宿,码头上的灯一直亮着。船工说,客人喝了酒,船有人替他开,人有人替他送,水上水下都放心。

      9月22日,六处码头都安排了水上代驾,两个月来没有发生一起安全事故。

      □本报记者 王五
      """)
    #expect(articles.map(\.kind) == [.news])
  }

  private static func read(_ text: String) -> [Article] {
    PageReader.read(text, file: "", byteCount: 0).articles.filter { $0.kind != .other }
  }
}
