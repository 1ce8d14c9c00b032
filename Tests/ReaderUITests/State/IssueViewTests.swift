import NewsModel
import Testing

@testable import ReaderUI

/// Issues of newspapers in the reader: what is held, versions of a story, stories that go on on another page.
struct IssueViewTests {
  private func app(_ keys: String = "") -> Driver {
    var app = Driver(IssuePages.all, columns: 120, rows: 40)
    app.press(keys)
    return app
  }

  @Test func thePageOfAnArticleIsCorrectedAndTakenBack() {
    var app = app("ll")
    #expect(app.state.openArticle?.issue?.typed == "聊城日报 2023-03-01 1")
    app.press("P<C-u>聊城晚报 2023-03-02 A3<Enter>")
    #expect(app.state.openArticle?.issue?.typed == "聊城晚报 2023-03-02 A3")
    #expect(app.screen.contains("聊城晚报 2023-03-02 A3版"))
    app.press("u")
    #expect(app.state.openArticle?.issue?.typed == "聊城日报 2023-03-01 1" && app.issues.isEmpty)
    app.press("<C-r>P<C-u><Enter>")
    #expect(app.state.openArticle?.issue?.typed == "聊城日报 2023-03-01 1")
  }

  @Test func whatIsNoIssueIsNotTaken() {
    var app = app("llP<C-u>2023-02-30<Enter>")
    #expect(app.state.prompt != nil && app.issues.isEmpty)
    app.press("<Escape>")
    #expect(app.state.prompt == nil)
  }

  @Test func articlesAreGroupedAndOrderedByIssue() {
    var app = app("ff")
    #expect(app.screen.contains("2023-03-21") && app.screen.contains("刊期"))
    app.press("f")
    #expect(app.screen.contains("聊城晚报"))
    app.press("f")
    #expect(app.screen.contains("第1版") && app.screen.contains("第3版"))
    app.press("looo")
    #expect(app.screen.contains("按刊期和版次"))
  }

  @Test func holdingsShowWhatIsMissingAndOpenAnIssue() {
    var app = app("H")
    #expect(app.screen.contains("馆藏 1/2") && app.screen.contains("9:×"))
    app.press("gj")
    #expect(app.screen.contains("2023-03-02"))
    app.press("<Enter>")
    #expect(app.state.list.rows.count == 1 && app.state.focus == .list)
    app.press("qHJ")
    #expect(app.screen.contains("聊城晚报"))
    app.press("q")
    #expect(app.state.focus != .holdings)
  }

  @Test func theVersionsOfAStoryAreOneRow() {
    var app = app("l")
    #expect(app.screen.contains("×2"))
    let rows = app.state.list.rows.count
    let row = app.state.list.rows.firstIndex { !app.state.catalog.library.reprints.versions(of: Int($0)).isEmpty } ?? 0
    app.press("g" + String(repeating: "j", count: row) + "D")
    #expect(app.state.list.rows.count == 2 && app.screen.contains("聊城晚报 2023-03-05"))
    #expect(app.state.article?.matches.isEmpty == false)
    app.press("D")
    #expect(app.state.list.rows.count == rows)
    #expect(app.state.article?.matches.isEmpty == true)
  }

  @Test func aStoryThatGoesOnIsOneArticle() {
    var app = app("ll")
    #expect(app.state.openArticle?.jumps.map(\.page) == ["3"])
    #expect(app.screen.contains("〔接第3版〕"))
    #expect(app.state.openArticle?.parts.contains { $0.text.contains("上接第一版") } == true)
    app.press("i")
    #expect(app.screen.contains("两处写明了彼此的版次"))
    let whole = app.state.catalog.library.articles.filter { $0.parts.contains { $0.text.contains("上接第一版") } }
    #expect(whole.count == 1)
  }
}
