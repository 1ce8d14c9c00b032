import NewsModel
import Testing

@testable import ReaderUI

struct BrowsingTests {
  @Test func aPlaceIsChosenAnArticleOpenedAndLeftAgain() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.press("jjjjjj<Enter>")
    #expect(app.state.list.group.key == .place(Place(name: "高唐县", prefecture: "聊城市")))
    app.press("<Enter>")
    #expect(app.state.focus == .article)
    #expect(app.screen.contains("高唐县选举成立97个村(社区)残疾人协会"))
    app.press("qqq")
    #expect(app.hasQuit)
  }

  @Test func escNeverQuits() {
    var app = Driver(SamplePages.all)
    app.press("ll<Esc><Esc><Esc><Esc>h<Left>")
    #expect(app.state.focus == .places && !app.hasQuit)
  }

  @Test func countsMoveThatFar() {
    var app = Driver(SamplePages.all)
    app.press("l3j")
    #expect(app.state.list.cursor.selected == 3)
    app.press("2G")
    #expect(app.state.list.cursor.selected == 1)
    app.press("G")
    #expect(app.state.list.cursor.selected == 4)
    app.press("gg")
    #expect(app.state.list.cursor.selected == 0)
  }

  @Test func anArticleIsFoundAgainAtThePlaceItWasLeft() throws {
    var app = Driver(SamplePages.all, columns: 40, rows: 8)
    app.press("ll5j")
    let top = try #require(app.state.article?.top)
    #expect(top != TextPosition())
    app.press("JK")
    #expect(app.state.article?.top == top)
  }

  @Test func aNewSizeKeepsTheSentenceOnTop() throws {
    var app = Driver(SamplePages.all, columns: 40, rows: 8)
    app.press("ll8j")
    let top = try #require(app.state.article?.top)
    app.resize(columns: 72, rows: 30)
    app.resize(columns: 40, rows: 8)
    #expect(app.state.article?.top == top)
  }

  @Test func pagesThatArriveLaterLeaveTheChosenArticleChosen() {
    var app = Driver(Array(SamplePages.all.prefix(1)))
    app.press("lj")
    let id = app.state.article?.document.id
    app.load(SamplePages.all)
    #expect(app.state.article?.document.id == id && id != nil)
    #expect(app.state.list.rows.count == 5)
  }

  @Test func aReloadKeepsArticleAndSentence() throws {
    var app = Driver(SamplePages.all, columns: 40, rows: 8)
    app.press("ljl")
    app.press("3j")
    let view = try #require(app.state.article)
    app.load(SamplePages.all.reversed(), number: 1)
    #expect(app.state.article?.document.id == view.document.id)
    #expect(app.state.article?.top == view.top)
  }

  @Test func theListIsSortedAndFiltered() {
    var app = Driver(SamplePages.all)
    app.press("oo")
    let dates = app.state.list.rows.map { app.state.catalog.library.articles[Int($0)].date?.description ?? "" }
    #expect(dates == dates.sorted())
    app.press("&工会")
    #expect(app.state.list.rows.count == 2)
    #expect(app.screen.contains("筛选“工会”"))
    app.press("<Enter><Esc>")
    #expect(app.state.list.rows.count == 5)
  }

  @Test func aPlaceIsFoundByItsInitialsOrItsName() {
    var app = Driver(SamplePages.all)
    app.press("'gt<Enter>")
    #expect(app.state.places.selected.name(.chinese) == "高唐县" && app.state.focus == .list)
    app.press("'东阿<Enter>")
    #expect(app.state.places.selected.name(.chinese) == "东阿县")
    app.press("'gt<Esc>")
    #expect(app.state.places.selected.name(.chinese) == "东阿县")
  }

  @Test func aPrefectureStandsForAllOfItAndForItself() {
    var app = Driver(SamplePages.all)
    let names = app.state.places.groups.map { $0.name(.chinese) }
    #expect(names == ["全部", "★ 剪报", "聊城市 全市", "聊城市本级", "莘县", "东阿县", "高唐县"])
    app.press("'lc<Enter>")
    #expect(app.state.list.group.key == .prefecture("聊城市") && app.state.list.rows.count == 5)
    #expect(app.screen.contains("聊城市 全市"))
    app.press("h'lc<Down><Enter>")
    #expect(app.state.list.group.key == .city(Place(name: "聊城市", prefecture: "聊城市")))
    #expect(app.state.list.rows.count == 1)
    #expect(Driver(SamplePages.all, language: .english).state.places.groups[2].name(.english) == "聊城市 (all)")
  }

  /// The page's own prefecture comes first, whatever its place in the country.
  @Test func theCandidatesAreShownThePagesOwnFirst() {
    var app = Driver(SamplePages.withNingde, columns: 100, rows: 30)
    app.press("'")
    #expect(app.screen.contains("跳到哪里") && app.screen.contains("古田县") && app.screen.contains("高唐县"))
    app.press("gt")
    #expect(app.state.chooser?.shown.map(\.label) == ["高唐县", "古田县"])
    app.press("<Down>")
    #expect(app.state.places.selected.name(.chinese) == "古田县")
    app.press("<Enter>")
    #expect(app.state.focus == .list && app.state.chooser == nil && app.state.prompt == nil)
    // From an article of the other prefecture it is the other way round, also for filing.
    app.press("'gt")
    #expect(app.state.chooser?.shown.map(\.label) == ["古田县", "高唐县"])
    app.press("<Esc>cgt")
    #expect(app.state.chooser?.shown.first?.label == "古田县")
    app.press("<Esc>'gt<Down><Enter>cgt")
    #expect(app.state.chooser?.shown.first?.label == "高唐县")
  }

  @Test func monthsAndReportersAreJumpedToAsWell() {
    var app = Driver(SamplePages.all)
    app.press("f'07<Enter>")
    #expect(app.state.places.selected.key == .month("2021-07") && app.state.focus == .list)
  }

  @Test func thePrefectureThatWasChosenIsThereTheNextTime() throws {
    for (typed, key) in [
      ("'lc", GroupKey.prefecture("聊城市")), ("'lc<Down>", .city(Place(name: "聊城市", prefecture: "聊城市"))),
    ] {
      var app = Driver(SamplePages.all)
      app.press(typed + "<Enter>")
      var again = Driver()
      again.send(.restored(app.state.session))
      again.load(SamplePages.all)
      #expect(again.state.places.selected.key == key)
    }
  }

  @Test func groupsCanBeByDateSectionReporterOrFile() {
    var app = Driver(SamplePages.all)
    app.press("f")
    #expect(
      app.state.places.groups.map { $0.name(.chinese) } == ["全部", "★ 剪报", "2021-08", "2021-07", "2021-06", "未标明"])
    app.press("ffff")
    #expect(app.state.places.groups.contains { $0.name(.chinese) == "时政动态" })
    app.press("f")
    #expect(app.state.places.groups.contains { $0.name(.chinese) == "孙亚飞" })
    app.press("ff")
    #expect(app.state.places.groups.contains { $0.name(.chinese) == "高唐县" })
  }

  @Test func fullWidthKeysWorkOutsidePrompts() {
    var app = Driver(SamplePages.all)
    app.press("？")
    #expect(app.state.focus == .help)
    app.press("ｑ／")
    #expect(app.state.prompt?.purpose == .search)
    app.press("／")
    #expect(app.state.prompt?.line.text == "／")
  }

  @Test func thePageIsShownBesideItsArticle() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.press("ll\\")
    app.send(.source(file: "0811.txt", lines: (1...40).map { "第\($0)行" }))
    #expect(app.screen.contains("2> 第2行"))
    #expect(app.screen.contains("3  第3行"))
    app.press("\\")
    #expect(app.state.focus == .article)
  }

  @Test func whyAnArticleIsFiledIsToldWithItsWords() {
    var app = Driver(SamplePages.all, columns: 100, rows: 30)
    app.press("lli")
    #expect(app.screen.contains("归到：高唐县"))
    #expect(app.screen.contains("→ 高唐县"))
  }
}
