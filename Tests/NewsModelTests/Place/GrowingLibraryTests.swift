import Testing

@testable import NewsModel

/// Filing a library while it grows.
struct GrowingLibraryTests {
  @Test func filingPageByPageEndsLikeFilingAtOnce() throws {
    let pages = try GoldPages.all().prefix(9).map(\.reading)
    let filer = PlaceFiler()
    var atOnce = Library()
    atOnce.append(Array(pages))
    filer.file(&atOnce)
    var growing = Library()
    var surveys = PlaceSurveys()
    for page in pages {
      growing.append([page])
      surveys.append(page.articles.map(filer.survey))
      filer.file(&growing, surveys: &surveys)
    }
    #expect(growing.articles.map(PlaceDesk.summary) == atOnce.articles.map(PlaceDesk.summary))
  }

  /// Zones are numbered as they are met, and equal weights are decided by their numbers: pages filed side by side must get
  /// the numbers that they get one after the other.
  @Test(arguments: 0..<20 as Range<UInt64>) func pagesFiledSideBySideEndLikePagesFiledInOrder(seed: UInt64) {
    let zones = ["江北新区", "湖西新区", "河东新区", "岭南新区", "开发区", "高新区", "度假区", "高唐县", "东阿县", "我区"]
    var random = SearchRandom(seed: seed)
    var pages = [[PlaceDesk.anchor("聊城市", "高唐县", "东阿县", "莘县", "冠县")]]
    for _ in 0..<60 {
      let named = (0..<3).map { _ in zones[random.next(below: random.next(below: 9) == 0 ? zones.count : 2)] }
      pages.append([
        PlaceDesk.article("聊城\(named[0])修路", "本报讯 聊城市\(named[1])修路，聊城\(named[2])也修路。"),
        PlaceDesk.article("一盏灯", "灯亮了。"),
      ])
    }
    let readings = pages.map { PageReading(facts: PageFacts(file: "page", byteCount: 0), articles: $0) }
    let filer = PlaceFiler()
    var together = Library()
    together.append(readings)
    var surveys = PlaceSurveys()
    filer.file(&together, surveys: &surveys, threads: 4)
    var inOrder = Library()
    surveys = PlaceSurveys()
    for reading in readings {
      inOrder.append([reading])
      filer.file(&inOrder, surveys: &surveys)
    }
    #expect(together.articles.map(\.filing.evidence) == inOrder.articles.map(\.filing.evidence), "seed \(seed)")
    #expect(together.articles.map(PlaceDesk.summary) == inOrder.articles.map(PlaceDesk.summary), "seed \(seed)")
  }

  @Test func onlyNewPagesAreFiled() throws {
    let pages = try GoldPages.all().prefix(3).map(\.reading)
    let filer = PlaceFiler()
    var library = Library()
    var surveys = PlaceSurveys()
    library.append(Array(pages.prefix(2)))
    #expect(filer.file(&library, surveys: &surveys) == 0..<library.articles.count)
    let before = library.articles.count
    library.append([pages[2]])
    #expect(filer.file(&library, surveys: &surveys) == before..<library.articles.count)
    #expect(surveys.count == library.articles.count)
  }

  @Test func pagesWithoutAWordOfTheirOwnJoinTheCountysPaper() {
    let own = [
      PlaceDesk.article("我县的枣", "本报讯 我县的枣红了，宁津县的枣。德州市的客商来了。"),
      PlaceDesk.article("我县的桥", "本报讯 宁津县修桥，我县投资。"),
    ]
    let filed = PlaceDesk.filed(own, own, [PlaceDesk.article("一盏灯", "灯亮了。")])
    #expect(filed.last.map(PlaceDesk.summary) == "宁津县 | 宁津县")
  }

  @Test func anEmptyLibraryAndOneWithoutPlacesAreFiledToNowhere() {
    var library = Library()
    PlaceFiler().file(&library)
    #expect(library.articles.isEmpty)
    #expect(PlaceDesk.filed([PlaceDesk.article("一盏灯", "灯亮了。")]).map(PlaceDesk.summary) == ["- |"])
  }
}
