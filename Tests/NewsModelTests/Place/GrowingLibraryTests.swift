import Testing

@testable import NewsModel

/// Filing a library while it grows.
struct GrowingLibraryTests {
  @Test func filingPageByPageEndsLikeFilingAtOnce() throws {
    let pages = try GoldPage.all().prefix(9).map { try $0.reading() }
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

  @Test func onlyNewPagesAreFiled() throws {
    let pages = try GoldPage.all().prefix(3).map { try $0.reading() }
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
