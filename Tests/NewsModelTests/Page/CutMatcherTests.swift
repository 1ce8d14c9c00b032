import Testing

@testable import NewsModel

/// Cut sentences and their other halves, on invented pages.
struct CutMatcherTests {
  @Test(arguments: [("转", "运"), ("阶", "段"), ("轉", "運"), ("服", "务")]) func knowsWords(first: String, second: String) {
    #expect(WordPairs.isWord(word(first)[0], word(second)[0]))
  }

  @Test(arguments: [("入", "井"), ("量", "公"), ("的", "在"), ("A", "务"), ("\u{20000}", "务")]) func otherPairsAreNoWords(
    first: String, second: String
  ) {
    #expect(!WordPairs.isWord(word(first)[0], word(second)[0]))
  }

  /// Whether the second half follows the cut, or begins a paragraph of its own.
  @Test(arguments: [
    ("收来的垃圾由各地环卫车集中转", "运。全县还将每周通报一次。", true),
    ("县里今年计划发放追溯二维码2600", "万枚。凡是查不到的,不准进市场。", true),
    ("县里今年计划发放追溯二维码2600", "井中的水不多,消防员把老人拉了上来,大家松了一口气。", false),
    ("孩子们用手一抓,就能分出四", "个等级。", true),
    ("他说:“等水管通到家门口", "那天,我请大家喝水。”", true),
    ("老人说,这样的日子在城里", "5月5日,工人在食品公司的车间里忙碌。", false),
    ("老人说,这样的日子在城里", "◆某镇举办了一场比赛。", false),
    ("村集体收取租金,眼下东阿", "镇、高唐镇等地都开办了工坊。", true),
    ("他挨家打电话,打到第十", "九户,终于有人松口了。", true),
    ("遗失声明", "张三遗失身份证,声明作废。", false),
    ("铺设管道十一公里,清亮", "甘甜的自来水流进家家户户。", true),
  ]) func tellsWhatGoesOn(above: String, below: String, joins: Bool) {
    let (list, readings) = Self.blocks("\(above)\n\n\(below)")
    #expect(CutFit(list: list, readings: readings).joins(0, 1) == joins)
  }

  @Test func aPieceReadInAnotherArticleGoesBackToItsSentence() {
    let lines = Self.bodies(
      """
      老井边的救援

      本报讯(记者 张三)5月5日,村民发现有人掉进枯井,消防员赶到现场,把安全绳系好,头朝下被缓缓放入

      瓜农都有了追溯码

      本报讯(记者 李四)5月6日,县里给香瓜大棚建了电子档案,今年计划发放追溯二维码2600

      井中,十几分钟后,老人被成功救出,身上没有大碍。

      万枚。凡是查不到检测信息的瓜,一律不准进市场,瓜农说这样才放心。
      """)
    #expect(lines == [[[3, 9]], [[7, 11]]])
  }

  @Test func theRestOfAnItemIsFoundBehindTheNextItem() {
    let lines = Self.bodies(
      """
      县区短讯

      【高唐】1月6日,学校里的公开课开讲,消防员把自救器交到孩子手里,一样一样教他们讲

      【东阿】挂面作坊迎来客人,四天接待二百多人次,大家学和面、开条、上架,学不会不收钱。(李四)

      解用法。学校打算把这堂课一年年讲下去。(张三)
      """)
    #expect(lines == [[[3, 7]], [[5]]])
  }

  @Test func aQuotationInLargeTypeIsNoPartOfTheSentenceAroundIt() {
    let articles = PageReader.read(
      """
      十一把钥匙

      本报讯(记者 张三)邻居把钥匙一把一把交给他,他都收着,一共三十七把。“夜里做梦,都在

      “村子不是没有人,是没有人的声音。” ——李四

      开锁。”
      """, file: "", byteCount: 0
    ).articles
    #expect(articles.count == 1)
    #expect(articles.first?.parts.contains { $0.role == .pullquote } == true)
    #expect(articles.first?.parts.contains { $0.role == .body && $0.text.hasSuffix("都在开锁。”") } == true)
  }

  @Test func headingsAboveOneAnotherGoToTheStoriesBelow() {
    let articles = PageReader.read(
      """
      某镇的土豆粉条“论克卖”

      另村:马铃薯花开引客来

      县里点心“小作坊”亮出“明厨”

      本报讯(通讯员 景某某)过去论斤卖的土豆粉条,如今装进小纸盒“论克卖”,工人正忙着给粉条装盒,一盒八十五克。

      本报讯(记者 曹某 通讯员 田某某)马铃薯花竞相开放,当地办起薯花节,游客坐小火车赏花,首日接待游客1.3万

      近日,县里对点心铺进行“透明化”改造,装上玻璃墙,顾客可以隔着玻璃看点心师傅和面,看的人多了,买点心的人也多了。(通讯员 李四)

      人次,村里的农家乐天天客满。
      """, file: "", byteCount: 0
    ).articles
    #expect(articles.map(\.headline) == ["某镇的土豆粉条“论克卖”", "另村:马铃薯花开引客来", "县里点心“小作坊”亮出“明厨”"])
    #expect(
      articles.map { $0.parts.filter { $0.role == .body }.flatMap(\.lines).map(\.first) } == [[7], [9, 13], [11]])
  }

  @Test func aShortWholeSentenceBetweenTwoHalvesIsACaption() {
    let articles = PageReader.read(
      """
      草原上的“净滩”

      本报讯(记者 张三)每个点位发一只垃圾袋和一双手套,收来的垃圾由各地环卫车集中转

      孙某某在路边捡拾垃圾。

      运。全县还将对各镇的垃圾收运情况每周通报一次,做得好的有奖。
      """, file: "", byteCount: 0
    ).articles
    #expect(articles.first?.parts.filter { $0.role == .caption }.map(\.text) == ["孙某某在路边捡拾垃圾。"])
    #expect(articles.first?.parts.contains { $0.role == .body && $0.text.contains("集中转运。") } == true)
  }

  private static func blocks(_ text: String) -> (BlockList, [Reading]) {
    let list = BlockSplitter.split(PageText(text, Array(PageText.sheets(of: text))[0]))
    return (list, EvidenceFinder.read(list, isPlace: PlaceLines.isPlace))
  }

  /// For each article the lines of each paragraph of its body.
  private static func bodies(_ text: String) -> [[[Int]]] {
    PageReader.read(text, file: "", byteCount: 0).articles.map { article in
      article.parts.filter { $0.role == .body }.map { $0.lines.flatMap { [$0.first, $0.last] } }.map {
        $0.reduce(into: []) { if $0.last != $1 { $0.append($1) } }
      }
    }.filter { !$0.isEmpty }
  }
}
