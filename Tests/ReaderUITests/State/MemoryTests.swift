import NewsModel
import Testing

@testable import ReaderUI

/// What the reader remembers: the last place, what has been read.
struct MemoryTests {
  @Test func theNextTimeBeginsWhereTheLastOneEnded() throws {
    var app = Driver(SamplePages.all, columns: 40, rows: 8)
    app.press("'gt<Enter>l6jo")
    let session = app.state.session
    let top = try #require(app.state.article?.top)

    var next = Driver(columns: 40, rows: 8)
    next.send(.restored(session))
    next.load(SamplePages.all)
    #expect(next.state.focus == .article)
    #expect(next.state.article?.document.title == "千名“代办员”助残当先锋")
    #expect(next.state.article?.top == top)
    #expect(next.state.places.selected.name(.chinese) == "高唐县")
    #expect(next.screen.contains("接着上次"))
  }

  @Test func whatWentWrongOutranksAGreeting() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("l3j")
    for isLate in [false, true] {
      var next = Driver(columns: 80, rows: 24)
      if isLate { next.load(SamplePages.all) }
      next.send(.failed("config:1: 错一"))
      next.send(.failed("config:2: 错二"))
      next.send(.failed("config:1: 错一"))
      next.send(.restored(app.state.session))
      if !isLate { next.load(SamplePages.all) }
      next.send(.told("已复制"))
      #expect(next.state.article?.document.title == "东阿县工会送清凉到工地")
      #expect(next.screen.contains("config:1: 错一（还有 1 处：i）"))
      next.press("j")
      #expect(!next.screen.contains("错一"))
      next.press("i")
      #expect(next.screen.contains("错一") && next.screen.contains("错二"))
    }
  }

  @Test func anArticleThatComesLateIsStillFound() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("l3j")
    var next = Driver(Array(SamplePages.all.prefix(1)), columns: 80, rows: 24)
    next.send(.restored(app.state.session))
    #expect(next.state.list.cursor.selected == 0)
    next.load(SamplePages.all)
    #expect(next.state.article?.document.title == "东阿县工会送清凉到工地")
  }

  @Test func aKeyMeansThatTheUserIsElsewhereAlready() {
    var app = Driver(SamplePages.all)
    app.press("l3j")
    var next = Driver()
    next.send(.restored(app.state.session))
    next.press("j")
    next.load(SamplePages.all)
    #expect(next.state.list.cursor.selected == 0)
  }

  @Test func anArticleIsReadWhenItIsOpened() {
    var app = Driver(SamplePages.all)
    app.press("l")
    #expect(app.state.read == ReadMarks())
    app.press("lJ")
    let marked = app.effects.filter { if case .markRead(_, true) = $0 { true } else { false } }
    #expect(marked.count == 2)
    app.press("r")
    #expect(app.state.article.map { app.state.read.contains($0.document.id) } == false)
  }

  @Test func whatWasMarkedBeforeTheMarksCameStaysSo() throws {
    var app = Driver(SamplePages.all)
    app.press("llJ<Esc>r")
    let ids = app.state.catalog.ids
    #expect(app.state.read.contains(ids[0]) && !app.state.read.contains(ids[1]))
    app.send(.readMarks(ReadMarks([ids[1], ids[2]])))
    #expect(app.state.read == ReadMarks([ids[0], ids[2]]))
  }

  // MARK: Drafts

  @Test(arguments: ["a", "t"]) func aHalfWrittenNoteIsThereTheNextTime(key: String) {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("ljj\(key)旧<Enter>\(key)新写一半")
    let text = app.state.prompt?.line.text
    var next = Driver(columns: 80, rows: 24)
    next.send(.restored(app.state.session))
    next.load(SamplePages.all)
    #expect(next.state.prompt?.line.text == text && next.screen.contains("没写完"))
    next.press("<Enter>")
    #expect(next.kept.count == 1 && next.kept[0].title == "图为东阿县鱼山镇的农民在收玉米。")
    #expect(key == "a" ? next.kept[0].note == "旧新写一半" : next.kept[0].tags == ["旧", "新写一半"])
    #expect(next.state.session.drafts == nil)
  }

  @Test func aDraftWaitsForItsArticle() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("ljja写一半")
    var next = Driver()
    next.send(.restored(app.state.session))
    // A key comes first: the user is elsewhere.
    next.press("k")
    next.load(SamplePages.all)
    #expect(next.state.prompt == nil && next.state.session.drafts?.count == 1)
    next.press("ljja")
    #expect(next.state.prompt?.line.text == "写一半")
    next.press("<Esc>")
    #expect(next.state.session.drafts == nil, "given up by the user")
  }

  @Test func aNoteThatIsAsItWasIsNoDraft() {
    var app = Driver(SamplePages.all)
    app.press("la旧<Enter>a")
    #expect(app.state.session.drafts == nil)
  }

  @Test func nGoesToTheNextUnreadWhenNothingIsSearched() {
    var app = Driver(SamplePages.all)
    app.press("lrjjr<Esc>lggn")
    #expect(app.state.list.cursor.selected == 1)
    app.press("n")
    #expect(app.state.list.cursor.selected == 3)
  }

  @Test func theOtherArticlesOfAPageAreOneKeyAway() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("'gt<Enter>lp")
    #expect(app.state.list.rows == [0, 1, 2] && app.state.focus == .list)
    #expect(app.state.article?.document.title == "千名“代办员”助残当先锋")
    app.press("jq")
    #expect(app.state.focus == .article && app.state.places.selected.name(.chinese) == "高唐县")
    #expect(app.state.list.rows == [0])
  }

  @Test func changedFilesAreReadAgain() {
    var app = Driver(SamplePages.all)
    app.send(.filesChanged)
    #expect(app.effects.contains { if case .load(1) = $0 { true } else { false } })
  }

  @Test func aLongArticleIsSearchedBesideTheLoop() {
    var app = Driver(SamplePages.long(bytes: 1_000_000), columns: 80, rows: 24)
    app.press("ll10<Space>/代办员")
    #expect((app.state.article?.matches.count ?? 0) > 1000)
    #expect(app.state.article?.current != nil)
  }
}
