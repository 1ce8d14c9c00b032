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

  @Test func aLateAnswerIsDropped() {
    var app = Driver(SamplePages.all)
    app.answers = false
    app.press("/残")
    let first = app.state.lastSearch
    app.press("疾")
    app.send(.found(SearchAnswer(id: first, hits: [], matchCount: 0, snippets: [:], load: 0)))
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

  @Test func enterBeforeTheAnswerOpensTheFirstResultWhenItComes() {
    var app = Driver(SamplePages.all)
    app.answers = false
    app.press("/残疾<Enter>")
    #expect(app.state.focus == .search)
    let hit =
      Searcher(library: app.state.catalog.library, index: SearchIndex()).search(QueryParser.parse("残疾"))?.hits ?? []
    app.send(
      .found(SearchAnswer(id: app.state.lastSearch, hits: hit, matchCount: 7, snippets: [:], load: 0)))
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
