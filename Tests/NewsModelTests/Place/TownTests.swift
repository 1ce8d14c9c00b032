import Testing

@testable import NewsModel

/// Towns below the county.
struct TownTests {
  private let liaocheng = PlaceDesk.anchor("聊城市", "高唐县", "阳谷县", "莘县")

  private func towns(_ text: String) -> [String] {
    PlaceDesk.filed([liaocheng, PlaceDesk.article("一件小事", text)])[1].filing.towns.map { $0.place.name + $0.name }
  }

  @Test func townsAreThoseInsideOfThePlacesThatTheArticleNames() {
    #expect(towns("高唐县固河镇、梁村镇的枣红了，阳谷县寿张镇的还青。") == ["高唐县固河镇", "高唐县梁村镇", "阳谷县寿张镇"])
    #expect(towns("固河镇的枣红了，固河镇的人都说甜。") == ["高唐县固河镇"])
    #expect(towns("莘县固河镇没有这样的地方。") == [])
    #expect(towns("推进新型城镇化建设，乡镇干部下乡。") == [])
  }

  @Test func aTownOfACountyElsewhereIsResolvedInsideIt() {
    let filed = PlaceDesk.filed([
      liaocheng, PlaceDesk.article("平利县的茶", "平利县的茶农请来老茶匠，长安镇的人学会了炒茶。"),
    ])
    #expect(filed[1].filing.towns == [Town(name: "长安镇", place: Place(name: "平利县", prefecture: "安康市"))])
  }

  @Test(arguments: [("town:固河", 1), ("镇:固河镇", 1), ("镇:寿张", 0), ("镇:河", 0)])
  func queriesAskForTowns(query: String, count: Int) {
    var library = Library()
    let article = PlaceDesk.article("枣红了", "本报讯 高唐县固河镇的枣红了。")
    library.append([PageReading(facts: PageFacts(file: "p", byteCount: 0), articles: [article])])
    PlaceFiler().file(&library)
    let found = Searcher(library: library, index: SearchIndex()).find(QueryParser.parse(query))
    #expect(found?.articles.count == count)
  }
}
