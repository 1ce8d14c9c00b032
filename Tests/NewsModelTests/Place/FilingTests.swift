import Testing

@testable import NewsModel

/// Which of its places an article is filed under.
struct FilingTests {
  private func summaries(_ articles: Article...) -> [String] {
    PlaceDesk.filed(articles).dropFirst().map(PlaceDesk.summary)
  }
  private let dazhou = PlaceDesk.anchor("达州市", "宣汉县", "渠县", "大竹县", "开江县")

  @Test func theHeadlineOutweighsTheBody() {
    #expect(
      summaries(dazhou, PlaceDesk.article("宣汉县的牛", "渠县、大竹县、开江县的客商都来了，渠县的最多，渠县人爱吃。"))
        == ["宣汉县 | 宣汉县 渠县 大竹县 开江县"])
  }

  @Test func theDatelineOutweighsTheBody() {
    #expect(summaries(dazhou, PlaceDesk.article("牛价涨了", "本报渠县8月2日讯 客商从大竹县来，大竹县的牛少。")) == ["渠县 | 渠县 大竹县"])
  }

  @Test func theCitysActorMakesItTheCitys() {
    #expect(
      summaries(
        dazhou, PlaceDesk.article("专家把脉查隐患", "本报讯 近日，市人力资源和社会保障局组织专家深入渠县渠江街道，市人社局提出建议。"),
        PlaceDesk.article("市督导组到渠县督导", "督导组一行来到渠县。"), PlaceDesk.article("我市公布空气质量", "渠县最好。"),
        PlaceDesk.article("我市渠县获评示范县", "渠县的经验。")
      ) == ["达州市 | 渠县", "达州市 | 渠县", "达州市 | 渠县", "渠县 | 渠县"])
  }

  @Test func severalCountiesWithoutALeadAreTheCitys() {
    #expect(
      summaries(
        dazhou, PlaceDesk.article("一河两岸", "渠县与大竹县交界的林区里，护林员巡山。"),
        PlaceDesk.article("停电预告", "3月1日 渠县渠江街道", "3月2日 大竹县竹阳街道", kind: .notice)
      ) == ["达州市 | 渠县 大竹县", "达州市 | 渠县 大竹县"])
  }

  @Test func theCountySpokenOfMostLeads() {
    #expect(
      summaries(dazhou, PlaceDesk.article("货车侧翻", "一辆从大竹县开出的货车在渠县有庆镇侧翻，渠县消防救援大队赶到，渠县人都说快。"))
        == ["渠县 | 大竹县 渠县"])
  }

  @Test func aLabelOpensAnItem() {
    #expect(summaries(dazhou, PlaceDesk.article(nil, "◆开江 8月26日，开江县举行开放日，邀请宣汉县的爱好者。")) == ["开江县 | 开江县 宣汉县"])
  }

  @Test func sidebarsFollowTheirStory() {
    let filed = PlaceDesk.filed([
      dazhou, PlaceDesk.article("宣汉县的牛", "牛壮。"), PlaceDesk.article("记者手记", "牛是农家宝。", kind: .sidebar),
      PlaceDesk.article(nil, "编者按：本报今起推出专栏。", kind: .sidebar),
    ])
    #expect(filed[2...].map(PlaceDesk.summary) == ["宣汉县 |", "达州市 |"])
  }

  @Test func onACountysPageOurDistrictAndSilenceAreTheCounty() {
    let filed = PlaceDesk.filed([
      PlaceDesk.article("我区推进网格治理", "东昌府讯 今年以来，我区推进网格化。聊城市的经验。"),
      PlaceDesk.article("我区签约", "东昌府讯 全区项目开工，东昌府区迎来机遇。"),
      PlaceDesk.article("全市现场会在我区召开", "东昌府讯 聊城市的现场会在东昌府区召开。"), PlaceDesk.article("加快审批", "区行政审批服务局提速。"),
    ])
    #expect(filed.map { $0.filing.place?.name } == Array(repeating: "东昌府区", count: 4))
    #expect(filed.allSatisfy { $0.filing.mentioned.map(\.name) == ["东昌府区"] })
  }

  @Test func inACountyLevelCitysPaperOurCityIsThatCity() {
    let filed = PlaceDesk.filed(
      [PlaceDesk.article("我市出台新政", "市政府办公室印发意见。"), PlaceDesk.article("佛堂镇的老街", "佛堂镇游人如织。")], paper: "义乌商报")
    #expect(filed.map(PlaceDesk.summary) == ["义乌市 | 义乌市", "义乌市 | 义乌市"])
  }

  @Test func newsAgenciesStoriesFromElsewhereHaveNoPlace() {
    #expect(summaries(dazhou, PlaceDesk.article("北京冬奥会开幕", "新华社北京2月4日电 开幕式举行。")) == ["- |"])
  }

  @Test func theEvidenceNamesWordPartAndWeight() throws {
    let filed = PlaceDesk.filed([dazhou, PlaceDesk.article("宣汉的牛", "在南坝镇，牛价涨了。")])
    let evidence = filed[1].filing.evidence
    let first = try #require(evidence.first)
    #expect(first.word == "宣汉")
    #expect(first.part == 0)
    #expect(first.place == Place(name: "宣汉县", prefecture: "达州市"))
    #expect(evidence.contains { $0.word == "南坝镇" && $0.part == 1 && $0.weight < first.weight })
    #expect(evidence.last?.part == nil)
  }

  @Test(arguments: [["a", "b"], ["b", "a"]]) func aCountySpelledOutIsNeverLostToThePrefectureOfOtherPages(
    order: [String]
  ) {
    let pages = [
      "a": [
        PlaceDesk.article("村医背起新药箱", "本报讯 7月2日，高唐县卫生健康局给村医换上了新药箱。"),
        PlaceDesk.article("麦收志愿队帮到地头", "本报讯 7月3日，东阿县鱼山镇的志愿队帮三户人家收完了麦。"),
        PlaceDesk.article("夜校开到村头", "本报讯 7月4日，莘县教育局的夜校开到了张寨镇。"),
      ],
      "b": [PlaceDesk.article("豫剧团下乡唱大戏", "本报讯 7月23日上午，鲁山县豫剧团到河湾村唱了三场戏，鲁山县的戏迷赶来捧场。")],
    ]
    let filed = PlaceDesk.filed(pages[order[0]] ?? [], pages[order[1]] ?? []).map { $0.filing.place?.name }
    let expected = [["高唐县", "东阿县", "莘县"], ["鲁山县"]]
    #expect(filed == (order[0] == "a" ? expected : expected.reversed()).flatMap(\.self))
  }

  @Test func aCountyOutsideOfThePagesPrefectureIsFiledUnderItsOwn() {
    let filed = PlaceDesk.filed([
      PlaceDesk.article("老师傅进村教修车", "本报讯 3月11日，西安市长安区的两名老师傅来到河湾村，教村民修农用车。"),
      PlaceDesk.article("平利请来老茶匠", "本报讯 3月20日，平利县的茶农请来老茶匠教炒茶。"),
    ])
    #expect(filed.map(PlaceDesk.summary) == ["长安区 | 长安区", "平利县 | 平利县"])
    #expect(filed.map { $0.filing.place?.prefecture } == ["西安市", "安康市"])
  }

  @Test func aNameBehindACountysLevelIsNotTheCountys() {
    let filed = PlaceDesk.filed([
      PlaceDesk.article("河湾合作社送来三千斤种子", "本报讯 河湾合作社给西滩村送来三千斤种子，高唐县河湾小学的师生帮着装车。")
    ])
    #expect(filed.map(PlaceDesk.summary) == ["高唐县 | 高唐县"])
  }

  @Test func storiesOfTheProvinceOrTheCountryHaveNoPlace() {
    #expect(
      summaries(
        dazhou, PlaceDesk.article("全省夏粮收购启动", "本报讯 今年的价格比去年高。"),
        PlaceDesk.article("我省公布新一批名录", "名录里有渠县的两处院子。")) == ["- |", "- | 渠县"])
  }

  @Test func guestsFromElsewhereDoNotTakeTheStoryWithThem() {
    #expect(summaries(dazhou, PlaceDesk.article("渠县的牛", "河北故城县、陕西省平利县的客商来了。")) == ["渠县 | 渠县"])
  }

  @Test func pagesOfPapersInOneFolderKeepApart() {
    // A folder by date, with pages of three papers of three prefectures, and one that names no place at all.
    let filed = PlaceDesk.filed(
      [dazhou, PlaceDesk.article("我市的牛", "牛壮。")],
      [PlaceDesk.anchor("嘉兴市", "桐乡市", "海宁市", "平湖市"), PlaceDesk.article("我市的花", "花开。")],
      [PlaceDesk.anchor("遵义市", "湄潭县", "凤冈县", "绥阳县")], [PlaceDesk.article("我市的灯", "灯亮。")])
    #expect(filed.map { $0.filing.place?.name } == ["达州市", "达州市", "嘉兴市", "嘉兴市", "遵义市", nil])
  }

  @Test func inAFolderOfOnePaperAPageWithoutPlacesIsThePapers() {
    let filed = PlaceDesk.filed([dazhou], [dazhou], [PlaceDesk.article("我市的灯", "灯亮。")])
    #expect(filed.last.map(PlaceDesk.summary) == "达州市 |")
  }

  @Test func papersOfTaiwanNameTownsWithoutTheirLevel() {
    let filed = PlaceDesk.filed([
      PlaceDesk.article("東港大橋整修", "【記者林佩樺／東港報導】東港大橋老舊破損。"),
      PlaceDesk.article("吊橋封閉", "竹崎鄉公所說，嘉義縣府已經撥款。"), PlaceDesk.article("換書", "屏東縣萬丹鄉立圖書館換書。"),
    ])
    #expect(filed.map(PlaceDesk.summary) == ["屏東縣 | 屏東縣", "嘉義縣 | 嘉義縣", "屏東縣 | 屏東縣"])
  }

  @Test func mixedArchivesKeepTheirPrefecturesApart() {
    let filed = PlaceDesk.filed(
      [PlaceDesk.anchor("达州市", "宣汉县", "渠县", "大竹县"), PlaceDesk.article("渠县的牛", "我市的牛。")],
      [PlaceDesk.anchor("嘉兴市", "桐乡市", "海宁市", "平湖市"), PlaceDesk.article("桐乡的菊花", "我市的花。")])
    #expect(
      filed.map { $0.filing.place?.prefecture } == ["达州市", "达州市", "嘉兴市", "嘉兴市"])
    #expect(filed.map(PlaceDesk.summary)[1] == "渠县 | 渠县")
    #expect(filed.map(PlaceDesk.summary)[3] == "桐乡市 | 桐乡市")
  }
}
