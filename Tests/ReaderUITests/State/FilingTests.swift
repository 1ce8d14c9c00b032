import NewsModel
import Testing

@testable import ReaderUI

/// Filing an article elsewhere, and the order of the places.
struct FilingTests {
  private func place(_ app: Driver) -> String? {
    app.state.openArticle?.filing.place?.name
  }

  private func app(columns: Int = 120) -> Driver { Driver(SamplePages.all, columns: columns, rows: 30) }

  @Test func anArticleIsFiledElsewhereByPinyinAndTakenBack() {
    var app = app()
    app.press("ll")
    #expect(place(app) == "高唐县")
    app.press("csx")
    #expect(app.screen.contains("此文归到哪里") && app.screen.contains("莘县"))
    app.press("<Enter>")
    #expect(place(app) == "莘县")
    #expect(app.corrections.map(\.county) == ["莘县"] && app.corrections.map(\.prefecture) == ["聊城市"])
    app.press("u")
    #expect(place(app) == "高唐县" && app.corrections.isEmpty)
    app.press("<C-r>")
    #expect(place(app) == "莘县")
  }

  @Test func aCorrectionOutlivesAReloadAndSaysWhoseItIs() {
    var app = app()
    app.press("llc未<Enter>")
    #expect(app.state.openArticle?.filing.isByUser == true && place(app) == nil)
    app.load(SamplePages.all, number: 1)
    #expect(app.state.openArticle?.filing.isByUser == true && place(app) == nil)
    app.press("i")
    #expect(app.screen.contains("由用户归类；程序的判断是高唐县"))
  }

  @Test func theProgramMayJudgeAgain() {
    var app = app()
    app.press("llcdcf<Enter>")
    #expect(place(app) == "东昌府区")
    app.press("c")
    #expect(app.screen.contains("由程序判断"))
    app.press("由<Enter>")
    #expect(place(app) == "高唐县" && app.corrections.isEmpty)
    app.press("u")
    #expect(place(app) == "东昌府区")
  }

  @Test func theListStaysInItsPlaceAndTheArticleIsFollowed() {
    var app = app()
    app.press("'gt<Enter>csx<Enter>")
    #expect(app.state.places.selected.name(.chinese) != "莘县")
    app.press("u'gt<Enter><Enter>csx<Enter>")
    #expect(app.state.focus == .article && app.state.places.selected.name(.chinese) == "莘县")
    #expect(place(app) == "莘县")
  }

  @Test func escLeavesTheFilingAsItIs() {
    var app = app()
    app.press("llcsx<Esc>")
    #expect(place(app) == "高唐县" && app.state.chooser == nil && app.state.prompt == nil)
    app.press("czzz<Enter>")
    #expect(place(app) == "高唐县")
  }

  @Test func aDayIsCorrectedAndTakenBack() {
    var app = app()
    app.press("ll")
    let before = app.state.openArticle?.date
    app.press("d<C-u>2020-01-02<Enter>")
    #expect(app.state.openArticle?.date?.description == "2020-01-02")
    #expect(app.corrections.map(\.date) == ["2020-01-02"])
    app.press("i")
    #expect(app.screen.contains("由用户更正"))
    app.press("qu")
    #expect(app.state.openArticle?.date == before && app.corrections.isEmpty)
    app.press("<C-r>d<C-u>-<Enter>")
    #expect(app.state.openArticle?.date == nil && app.state.openArticle?.isDatedByUser == true)
    app.press("d<C-u><Enter>")
    #expect(app.state.openArticle?.date == before && app.corrections.isEmpty)
    app.press("d<C-u>nie<Enter>")
    #expect(app.state.prompt != nil && app.screen.contains("2021-08-11"))
    app.press("<Esc>")
    #expect(app.state.openArticle?.date == before && app.state.prompt == nil)
  }

  @Test func townsUnfoldBelowTheirPlace() throws {
    var app = app()
    func names() -> [String] { app.state.places.groups.map { $0.name(.chinese) } }
    let folded = names()
    let place = try #require(app.state.places.groups.firstIndex { !$0.towns.isEmpty })
    let towns = app.state.places.groups[place].towns
    app.press("\(place + 1)gx")
    #expect(names() == Array(folded[...place]) + towns.map { $0.name(.chinese) } + folded[(place + 1)...])
    app.press("j")
    #expect(app.state.list.rows == towns[0].articles)
    app.press("x")
    #expect(names() == folded && app.state.places.cursor.selected == place)
    app.press("gx")
    #expect(names() == folded && app.screen.contains("没有提到"))
  }

  @Test func placesStandInTheOrderAskedFor() {
    var app = app()
    func names() -> [String] { app.state.places.groups.dropFirst(2).map { $0.name(.chinese) } }
    let official = names()
    app.press("O")
    #expect(app.state.places.order == .pinyin)
    #expect(names() == ["聊城市 全市", "聊城市本级", "东阿县", "高唐县", "莘县"])
    app.press("O")
    #expect(app.state.places.order == .count && names()[2] == "东阿县")
    app.press("O")
    #expect(names() == official)
  }

  @Test func unreadArticlesAreCountedByPlace() {
    var app = app()
    let row = app.state.places.groups.firstIndex { $0.name(.chinese) == "东阿县" } ?? 0
    let all = app.state.places.groups[row].articles.count
    #expect(app.state.places.unread[row] == all && all > 1)
    app.press("'da<Esc>'de<Enter><Enter>")
    #expect(app.state.places.unread[row] == all - 1)
    #expect(app.screen.contains("\(all - 1)/\(all)"))
    app.press("r")
    #expect(app.state.places.unread[row] == all)
  }

  @Test func aFilterCanBeOrderedByRelevance() {
    var app = app()
    app.press("l&工会<Enter>ooooo")
    #expect(app.state.list.order == .relevance)
    #expect(app.state.list.rows == app.state.list.filter.ranked)
    app.press("o")
    #expect(app.state.list.order == .page)
  }
}
