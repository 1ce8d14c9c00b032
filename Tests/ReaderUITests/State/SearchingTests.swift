import NewsModel
import Testing

@testable import ReaderUI

struct SearchingTests {
  @Test func resultsComeFromTheFirstKey() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.press("/残")
    #expect(app.screen.contains("2 篇 10 处"))
    #expect(app.frame.cursor == Point(x: 3, y: 1))
  }

  @Test func enterOpensAtTheFirstMatchAndEscGoesBackToTheResultsThenToWhereItBegan() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("lj/残疾<Down><Enter>")
    #expect(app.state.focus == .article && app.state.article?.current == 0)
    #expect(app.state.article?.document.title == "东阿县工会送清凉到工地")
    app.press("<Esc>")
    #expect(app.state.focus == .search)
    app.press("<Esc>")
    #expect(app.state.focus == .list && app.state.list.cursor.selected == 1 && app.state.search == nil)
    #expect(app.state.article?.matches.isEmpty == true)
  }

  @Test func inAnArticleTheSearchIsOfTheArticle() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("ll/残疾")
    #expect(app.screen.contains("[本文 6 处，全部 2 篇]"))
    #expect(app.texts(in: .currentMatch).last == "残疾")
    #expect(app.texts(in: .match) == Array(repeating: "残疾", count: 5))
    app.press("<Enter>n")
    #expect(app.state.article?.current == 1)
    app.press("<Esc>")
    #expect(app.state.search == nil && app.state.focus == .article)
  }

  @Test func nRunsThroughAllMatchesAndOverToTheNextArticle() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("ll/残疾<Enter>nnnnn")
    #expect(app.state.article?.current == 5)
    app.press("n")
    #expect(app.state.article?.document.title == "东阿县工会送清凉到工地")
    #expect(app.state.article?.current == 0 && app.state.focus == .article)
    app.press("n")
    #expect(app.screen.contains("已是最后一处"))
    app.press("N")
    #expect(app.state.article?.document.title == "千名“代办员”助残当先锋" && app.state.article?.current == 5)
  }

  @Test func theReachChangesWithTab() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("'gt<Enter>/职工")
    #expect(app.screen.contains("2 篇"))
    app.press("<Tab>")
    #expect(app.screen.contains("查找：高唐县") && app.screen.contains("没有找到"))
  }

  private func answer(_ query: String, in app: Driver) throws -> SearchResult {
    let searcher = Searcher(library: app.state.catalog.library, index: SearchIndex())
    return try #require(searcher.search(QueryParser.parse(query)))
  }

  @Test func aLateAnswerIsDropped() throws {
    var app = Driver(SamplePages.all)
    app.answers = false
    app.press("/残")
    let first = app.state.lastSearch
    app.press("疾")
    let found = try answer("残", in: app)
    app.send(.found(SearchAnswer(id: first, found, snippets: [:], load: 0)))
    #expect(app.state.search?.answer == nil)
    #expect(app.screen.contains("正在查找"))
  }

  @Test func everyKeyOfAQueryAsksAnewUnderAHigherNumber() {
    var app = Driver(SamplePages.all)
    app.answers = false
    app.press("/高唐县<Backspace>")
    let ids = app.effects.compactMap { if case .search(let request) = $0 { request.id } else { nil } }
    #expect(ids == [1, 2, 3, 4])
  }

  /// A terminal without bracketed paste types what is pasted.
  @Test func keysThatComeInOneGoAskOnce() {
    var app = Driver(SamplePages.all)
    app.answers = false
    app.press("/")
    for scalar in String(repeating: "高唐县", count: 100).unicodeScalars { app.send(.key(.character(scalar))) }
    #expect(app.state.lastSearch == 0 && app.state.prompt?.line.text.count == 300)
    app.send(.drawing)
    app.send(.drawing)
    #expect(app.state.lastSearch == 1 && app.state.search?.query.text.count == 300)
  }

  @Test func enterInTheSameGoOpensWhatIsTyped() {
    var app = Driver(SamplePages.all)
    app.press("/")
    for key in [Key.character("职"), .character("工"), .enter] { app.send(.key(key)) }
    #expect(app.state.focus == .article && app.state.search?.query.text == "职工")
    app.press("<Esc><Esc>&")
    for key in [Key.character("工"), .character("会"), .enter] { app.send(.key(key)) }
    #expect(app.state.list.rows.count == 2 && app.state.prompt == nil)
    app.press("<Esc>'")
    for key in [Key.character("g"), .character("t"), .enter] { app.send(.key(key)) }
    #expect(app.state.places.selected.name(.chinese) == "高唐县")
  }

  @Test func aStoppedSearchSaysThatThereMayBeMore() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.regexSteps = 100
    app.press("//(.*)(.*)篪|职工/")
    #expect(app.screen.contains("没有查完") && app.screen.contains("≥0 篇"))
    #expect(!app.screen.contains("没有找到"))
    app.press("<Enter>")
    #expect(app.state.message?.isError == true && app.state.message?.text.contains("没有查完") == true)
    app.press("<Esc><Esc><F3>&/(.*)(.*)篪|职工/<Enter>")
    #expect(app.state.message?.text.contains("没有查完") == true && app.screen.contains("（没有查完）"))
  }

  /// It may take long in one article, and keys come through this loop.
  @Test func aRegularExpressionIsLookedForBesideTheEventLoop() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.press("ll")
    app.regexSteps = 10
    app.send(.key("/"))
    for key in "/残.人(.*)(.*)/".unicodeScalars { app.send(.key(.character(key))) }
    var state = app.state
    let asked = update(&state, .drawing).contains { if case .locate = $0 { true } else { false } }
    #expect(asked && state.article?.matches.isEmpty == true)
    app.send(.drawing)
    #expect(app.state.article?.matches.isEmpty == false && app.screen.contains("[本文 ≥"))
  }

  @Test func enterBeforeTheAnswerOpensTheFirstResultWhenItComes() throws {
    var app = Driver(SamplePages.all)
    app.answers = false
    app.press("/残疾<Enter>")
    #expect(app.state.focus == .search)
    let found = try answer("残疾", in: app)
    app.send(.found(SearchAnswer(id: app.state.lastSearch, found, snippets: [:], load: 0)))
    #expect(app.state.focus == .article && app.state.article?.current == 0)
  }

  @Test func aBrokenQueryIsExplainedAndSearchedAsItStands() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.press("/(职工")
    #expect(app.screen.contains("按原文查找"))
  }

  @Test func nothingFoundIsSaidAndTheQueryStays() {
    var app = Driver(SamplePages.all)
    app.press("/火星<Enter>")
    #expect(app.screen.contains("没有找到“火星”"))
    #expect(app.state.prompt?.line.text == "火星")
  }

  @Test func earlierQueriesComeBack() {
    var app = Driver(SamplePages.all)
    app.press("/残疾<Enter><Esc><Esc>/职工<Enter><Esc><Esc>/<C-p>")
    #expect(app.state.prompt?.line.text == "职工")
    app.press("<C-p>")
    #expect(app.state.prompt?.line.text == "残疾" && app.screen.contains("2 篇"))
  }

  @Test func morePagesAreSearchedToo() {
    var app = Driver(Array(SamplePages.all.prefix(1)), columns: 120, rows: 30)
    app.press("/残疾")
    #expect(app.screen.contains("1 篇"))
    app.load(SamplePages.all)
    #expect(app.screen.contains("2 篇"))
  }
}
