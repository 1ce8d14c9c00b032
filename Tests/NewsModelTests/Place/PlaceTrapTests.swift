import Foundation
import Testing

@testable import NewsModel

/// Words that look like places and are none, in prefectures all over China.
struct PlaceTrapTests {
  /// Files `text` under a headline without places in an archive of the anchor's prefecture.
  private func mentioned(in text: String, anchor: Article) -> [String] {
    let articles = PlaceDesk.filed([anchor, PlaceDesk.article("一件小事", text)])
    return articles[1].filing.mentioned.map(\.name)
  }

  /// Sentences of `Fixtures/place-traps.txt`, which says how they were found.
  @Test func commonWordsThatHoldACountysNameAreNoCounty() throws {
    let text = try String(contentsOf: PageFixtures.folder.appendingPathComponent("place-traps.txt"), encoding: .utf8)
    let traps = text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map {
      $0.split(separator: " ").map(String.init)
    }
    #expect(traps.count > 400)
    var wrong: [String] = []
    for trap in traps where trap.count == 3 {
      let anchor = PlaceDesk.anchor(trap[0], trap[1])
      if mentioned(in: trap[2], anchor: anchor).contains(trap[1]) { wrong.append(trap.joined(separator: " ")) }
    }
    #expect(wrong.isEmpty, "\(wrong.joined(separator: "\n"))")
  }

  @Test(arguments: ["沿海城市的经验值得学。", "他在上海城市展览馆工作。", "老城区改造让人高兴。", "河湾合作社送来三千斤种子。"])
  func wordsAreNoPlacesElsewhere(text: String) {
    let articles = PlaceDesk.filed([PlaceDesk.anchor("聊城市", "高唐县", "莘县"), PlaceDesk.article("一件小事", text)])
    #expect(PlaceDesk.summary(articles[1]) == "聊城市 |")
  }

  @Test func anOfficeOfACityIsNoCounty() {
    let anchor = PlaceDesk.anchor("荆州市", "公安县", "监利市", "石首市")
    #expect(mentioned(in: "荆州市公安局交警支队发布通告。", anchor: anchor) == [])
  }

  @Test(arguments: [
    "在全省青年歌手大赛上，三名选手夺冠县里为他们庆功。",  // 冠县
    "近期强降雨频繁，城区面临清淤压力，山东阿胶展柜前的人少了。",  // 临清, 东阿 in 山东|阿胶
    "高新技术企业数量再创新高，高唐路两侧的商铺换了招牌。",
    "他们带来阳谷路小学的合唱，赢得满堂彩。",
  ])
  func ordinaryWordsOfLiaochengAreNoCounties(text: String) {
    let anchor = PlaceDesk.anchor("聊城市", "冠县", "临清市", "高唐县", "阳谷县")
    #expect(mentioned(in: text, anchor: anchor) == [])
  }

  @Test func anOrdinaryWordIsNoCountyOfDezhou() {
    let anchor = PlaceDesk.anchor("德州市", "平原县", "齐河县", "夏津县")
    #expect(mentioned(in: "这里地处华北平原，平原上的麦子黄了。", anchor: anchor) == [])
    #expect(mentioned(in: "平原县恩城镇的麦子黄了。", anchor: anchor) == ["平原县"])
    #expect(mentioned(in: "德州平原的麦子黄了。", anchor: anchor) == ["平原县"])
  }

  @Test func policeAreNoCountyOfJingzhou() {
    let anchor = PlaceDesk.anchor("荆州市", "公安县", "监利市", "石首市")
    #expect(mentioned(in: "市民向公安机关送来锦旗，公安民警说这是应该的。", anchor: anchor) == [])
    #expect(mentioned(in: "公安县章庄铺镇的葡萄熟了。", anchor: anchor) == ["公安县"])
  }

  @Test func cooperationIsNoCityOfGannan() {
    let anchor = PlaceDesk.anchor("甘南藏族自治州", "合作市", "夏河县", "临潭县")
    #expect(mentioned(in: "双方签订合作协议，合作市场广阔，合作社增收。", anchor: anchor) == [])
    #expect(mentioned(in: "合作市的牧民说，草场绿了。", anchor: anchor) == ["合作市"])
  }

  @Test func livingInPeaceIsNoCountyOfBaise() {
    let anchor = PlaceDesk.anchor("百色市", "乐业县", "田东县", "德保县")
    #expect(mentioned(in: "让搬迁群众安居乐业，是扶贫干部的心愿。", anchor: anchor) == [])
    #expect(mentioned(in: "乐业县花坪镇的猕猴桃熟了。", anchor: anchor) == ["乐业县"])
  }

  @Test func villagersAndAreNoCountyOfHaidong() {
    let anchor = PlaceDesk.anchor("海东市", "民和回族土族自治县", "乐都区", "平安区")
    #expect(mentioned(in: "村民和企业算了一笔账，平安过节。", anchor: anchor) == [])
    #expect(mentioned(in: "民和县官亭镇的桃花开了。", anchor: anchor) == ["民和回族土族自治县"])
  }

  @Test(arguments: [
    "这里是全省农业示范县，也是示范县里最年轻的一个。",  // 范县
    "项目由主任县长共同召开县委会议研究。",
  ])
  func wordsThatEndBeforeTheLevelAreNoCountiesOfPuyang(text: String) {
    let anchor = PlaceDesk.anchor("濮阳市", "范县", "台前县", "南乐县")
    #expect(mentioned(in: text, anchor: anchor) == [])
  }

  @Test func countyNamesOfTwoCharactersStandAfterABreak() {
    let anchor = PlaceDesk.anchor("濮阳市", "范县", "台前县", "南乐县")
    #expect(mentioned(in: "走进范县，荷花正艳。", anchor: anchor) == ["范县"])
  }

  @Test func managementIsNoCountyOfNgawa() {
    let anchor = PlaceDesk.anchor("阿坝藏族羌族自治州", "理县", "茂县", "汶川县")
    #expect(mentioned(in: "加强景区管理县里出台了办法。", anchor: anchor) == [])
  }

  @Test func peopleAreNoCountiesOfYongzhou() {
    let anchor = PlaceDesk.anchor("永州市", "江永县", "道县", "宁远县")
    #expect(mentioned(in: "村民江永红介绍，香柚卖得好，李宁远也种了十亩。", anchor: anchor) == [])
  }

  @Test func reportersAreNoCounties() {
    let anchor = PlaceDesk.anchor("绥化市", "庆安县", "兰西县", "望奎县")
    #expect(mentioned(in: "本报讯（记者 王庆安 通讯员 兰西）连日来秋收正忙。", anchor: anchor) == [])
  }

  @Test func placesElsewhereAreNotTheArchives() {
    let anchor = PlaceDesk.anchor("遵义市", "湄潭县", "凤冈县", "绥阳县")
    #expect(mentioned(in: "茶叶卖到北京、天津、贵阳和河北故城县，重庆市南岸区的客商也来了。", anchor: anchor) == [])
  }

  @Test func townsOfNamesakesElsewhereAreNotTheArchives() {
    // 新城街道 is a subdistrict of 东阿县 and of many other counties; here another city's stands before it.
    let anchor = PlaceDesk.anchor("聊城市", "东阿县", "高唐县")
    #expect(mentioned(in: "考察团走访了河北省唐山市新城街道。", anchor: anchor) == [])
    #expect(mentioned(in: "东阿县新城街道的阿胶社区来了考察团。", anchor: anchor) == ["东阿县"])
  }

  @Test func streetsAndRiversAreNoCounties() {
    let jiaxing = PlaceDesk.anchor("嘉兴市", "桐乡市", "海宁市", "平湖市")
    #expect(mentioned(in: "桐乡大道和海宁路路口新装了信号灯。", anchor: jiaxing) == [])
    let zunyi = PlaceDesk.anchor("遵义市", "赤水市", "习水县", "仁怀市")
    #expect(mentioned(in: "赤水河两岸的红高粱熟了。", anchor: zunyi) == [])
    let nenjiang = PlaceDesk.anchor("黑河市", "嫩江市", "北安市", "孙吴县")
    #expect(mentioned(in: "嫩江水涨了，渔船出港。", anchor: nenjiang) == [])
  }

  @Test func aLanguageOrAPaperIsNoPlace() {
    let anchor = PlaceDesk.anchor("湛江市", "雷州市", "吴川市", "廉江市")
    #expect(mentioned(in: "提醒用粤语和雷州话双语播报，据廉江日报报道。", anchor: anchor) == [])
  }

  @Test func townsInGeneralAreNoTown() {
    let anchor = PlaceDesk.anchor("淄博市", "桓台县", "高青县", "沂源县")
    #expect(mentioned(in: "推进新型城镇化建设，提高青年就业率，乡镇干部下乡。", anchor: anchor) == [])
  }
}
