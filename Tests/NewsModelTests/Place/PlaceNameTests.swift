import Testing

@testable import NewsModel

/// The forms in which papers name places.
struct PlaceNameTests {
  private func summaries(_ articles: Article...) -> [String] {
    PlaceDesk.filed(articles).dropFirst().map(PlaceDesk.summary)
  }

  @Test func fullShortAndTownNamesMeanTheirCounty() {
    #expect(
      summaries(
        PlaceDesk.anchor("聊城市", "高唐县", "东阿县", "莘县"),
        PlaceDesk.article("高唐县的麦子黄了", "麦收在即。"),
        PlaceDesk.article("高唐：麦子黄了", "麦收在即。"),
        PlaceDesk.article("麦子黄了", "在固河镇，麦收在即。"),
        PlaceDesk.article("麦子黄了", "聊城市高唐县固河镇麦收在即。")
      ) == Array(repeating: "高唐县 | 高唐县", count: 4))
  }

  @Test func autonomousCountiesHaveShorterNames() {
    #expect(
      summaries(
        PlaceDesk.anchor("遵义市", "务川仡佬族苗族自治县", "湄潭县", "凤冈县"),
        PlaceDesk.article("务川大坪街道：车间再上岗", "九十六名工人全部返岗。"),
        PlaceDesk.article("务川县的羊肉粉", "一碗粉，一座城。")
      ) == Array(repeating: "务川仡佬族苗族自治县 | 务川仡佬族苗族自治县", count: 2))
  }

  @Test func bannersHaveAbbreviations() {
    #expect(
      summaries(
        PlaceDesk.anchor("锡林郭勒盟", "苏尼特右旗", "东乌珠穆沁旗", "锡林浩特市"),
        PlaceDesk.article("苏右旗羊毛开拍", "第一批分级羊毛卖了好价钱。"),
        PlaceDesk.article("东乌旗那达慕", "骑手们来了。")
      ) == ["苏尼特右旗 | 苏尼特右旗", "东乌珠穆沁旗 | 东乌珠穆沁旗"])
  }

  @Test func formerNamesAndLevelsMeanThePresentCounty() {
    #expect(
      summaries(
        PlaceDesk.anchor("聊城市", "茌平区", "东阿县", "莘县"),
        PlaceDesk.article("茌平县的枣红了", "圆铃大枣上市。"), PlaceDesk.article("枣红了", "杨官屯镇的枣红了。")
      ) == ["茌平区 | 茌平区", "茌平区 | 茌平区"])
    #expect(
      summaries(
        PlaceDesk.anchor("遵义市", "播州区", "湄潭县", "凤冈县"), PlaceDesk.article("遵义县的辣椒", "辣椒红了。")
      ) == ["播州区 | 播州区"])
  }

  @Test func spellingsOfOneTownAreOne() {
    #expect(
      summaries(
        PlaceDesk.anchor("聊城市", "东昌府区", "东阿县", "莘县"), PlaceDesk.article("田长巡田", "闫寺街道的田长出发了。"),
        PlaceDesk.article("田长巡田", "阎寺街道的田长出发了。"), PlaceDesk.article("田长巡田", "阎寺办事处的田长出发了。")
      ) == Array(repeating: "东昌府区 | 东昌府区", count: 3))
  }

  @Test func traditionalCharactersAreRead() {
    #expect(
      summaries(
        PlaceDesk.anchor("梅州市", "蕉岭县", "丰顺县", "大埔县"), PlaceDesk.article("長壽鄉裏「百歲宴」", "蕉嶺縣藍坊鎮的老人齊聚一堂。"))
        == ["蕉岭县 | 蕉岭县"])
  }

  @Test func townsOfTheSameNameGoWithTheCountySpokenOf() {
    #expect(
      summaries(
        PlaceDesk.anchor("遵义市", "凤冈县", "绥阳县", "习水县", "播州区"),
        PlaceDesk.article("凤冈绥阳镇：稻田请柬", "凤冈县绥阳镇的种粮大户寄出请柬。"), PlaceDesk.article("绥阳金银花", "绥阳县的花开了。"),
        PlaceDesk.article("习水永安镇的水保姆", "在永安镇，水来了。"), PlaceDesk.article("播州三合镇", "三合镇的信箱。")
      ) == ["凤冈县 | 凤冈县", "绥阳县 | 绥阳县", "习水县 | 习水县", "播州区 | 播州区"])
  }

  @Test func zonesAreFiledLikeCounties() {
    #expect(
      summaries(
        PlaceDesk.anchor("聊城市", "高唐县", "东阿县", "莘县"),
        PlaceDesk.article("聊城高新区助农", "电商来了。"), PlaceDesk.article("企业管家敲门", "在开发区蒋官屯街道，管家来了。"),
        PlaceDesk.article("湖畔夜读", "江北水城旅游度假区的灯亮了。"), PlaceDesk.article("高唐县招商", "高唐经济开发区签约，开发区里机器轰鸣。")
      ) == ["高新区 | 高新区", "开发区 | 开发区", "度假区 | 度假区", "高唐县 | 高唐县"])
  }

  @Test func zonesElsewhereAreRecognisedByTheirWords() {
    let filed = summaries(
      PlaceDesk.anchor("遵义市", "红花岗区", "湄潭县", "凤冈县"),
      PlaceDesk.article("遵义一季度开工", "红花岗区、新蒲新区的项目提前开工。"), PlaceDesk.article("遵义经开区签约", "十个项目落户。"),
      PlaceDesk.article("老城变样", "城市新区建设提速，高新技术产业兴起。"))
    #expect(filed == ["遵义市 | 红花岗区 新蒲新区", "经开区 | 经开区", "遵义市 |"])
  }
}
