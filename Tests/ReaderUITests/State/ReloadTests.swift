import NewsModel
import Testing

@testable import ReaderUI

/// Files that are read again under the reader: nothing names an article by what it was before, and the user stays where they were.
struct ReloadTests {
  private func app(columns: Int = 120, rows: Int = 30) -> Driver {
    Driver(SamplePages.all, columns: columns, rows: rows)
  }

  /// The text on top of the article pane, some of it.
  private func top(_ app: Driver) -> String {
    guard let view = app.state.article, let first = view.visibleRows().first else { return "" }
    let set = view.paragraph(first.block)
    return first.line < set.lines.count ? set.text(of: set.lines[first.line]) : ""
  }

  // MARK: Articles that are gone

  @Test func linesOfASearchDoNotOutliveTheArticles() {
    var app = app()
    app.press("/残疾<Enter><Esc>vG")
    #expect(app.state.article?.document.title == "东阿县工会送清凉到工地")
    app.answers = false
    app.load(Array(SamplePages.all.prefix(1)), number: 1)
    #expect(app.state.article == nil && !app.screen.contains("东阿县工会"))
    app.answerLate()
    #expect(app.state.search?.detail.lines?.isEmpty == false && app.state.search?.rowCount == 6)
    #expect(app.screen.contains("1 篇 6 处"))
  }

  @Test func aSearchOfAPlaceIsOneOfItsArticlesAsTheyAreNow() {
    var app = app()
    app.press("'dex<Enter>/县<Tab>")
    #expect(app.state.search?.answer?.hits.count == 2 && app.screen.contains("查找：东阿县"))
    app.load(Array(SamplePages.all.reversed()), number: 1)
    let titles = app.state.search?.answer?.hits.map { app.state.catalog.library.articles[$0.article].title } ?? []
    #expect(Set(titles) == ["图为东阿县鱼山镇的农民在收玉米。", "东阿县工会送清凉到工地"])
    app.load(Array(SamplePages.all.prefix(1)), number: 2)
    #expect(app.state.search?.answer?.hits.count == 1)
  }

  @Test func aSearchOfClippingsFindsThem() {
    var app = app()
    app.press("lmjjjmMl/县<Tab><Tab>")
    #expect(app.screen.contains("查找：★ 剪报") && app.state.search?.answer?.hits.count == 2)
  }

  @Test func aFilterBehindASearchIsAskedAnew() {
    var app = app()
    app.press("l&工会<Enter>")
    #expect(app.state.list.rows.map(Int.init) == [3, 4])
    app.press("/县")
    app.load(Array(SamplePages.all.reversed()), number: 1)
    app.press("<Esc>")
    #expect(app.state.list.rows.map(Int.init) == [0, 1])
  }

  @Test func groupsThatAreStillToComeNameNoArticles() {
    var app = app()
    app.press("fjjl")
    let id = app.state.article?.document.id
    app.answers = false
    app.load(Array(SamplePages.all.reversed()), number: 1)
    #expect(app.state.article?.document.id == id, "what is open stays open")
    #expect(app.state.list.rows.isEmpty)
    app.answerLate()
    #expect(!app.state.list.rows.isEmpty && app.state.article?.document.id == id)
  }

  @Test func aNoteIsWrittenOnTheArticleItWasBegunFor() {
    var app = app()
    app.press("ljjja看过")
    app.load(Array(SamplePages.all.prefix(1)), number: 1)
    app.press("了<Enter>")
    #expect(app.kept.map(\.title) == ["东阿县工会送清凉到工地"] && app.kept.first?.note == "看过了")
  }

  @Test func anArticleIsFiledThatWasChosenToBe() {
    var app = app()
    app.press("ljjjcgao")
    app.load(Array(SamplePages.all.prefix(1)), number: 1)
    app.press("<Enter>")
    #expect(app.corrections.map(\.title) == ["东阿县工会送清凉到工地"])
  }

  @Test(arguments: 0..<20 as Range<UInt64>) func anythingMayBeReadAgainAtAnyTime(seed: UInt64) {
    var state = seed
    func random(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let keys = [
      "j", "k", "l", "h", "<Enter>", "<Esc>", "q", "n", "N", "/县", "/残疾", "/仁疾", "<Tab>", "v", "V", "o", "m", "M", "p",
      "f", "O",
      "'gt", "&工会", "&<C-u>县:东阿", "c", "dex", "aa", "tb", "i", "\\", "r", "J", "K", "G", "u", "<C-t>", "<C-y>",
      "<Down>", "S", "y",
    ].filter { $0 != "q" }
    let pages =
      SamplePages.all + [SamplePages.news(), SamplePages.page("短.txt", [SamplePages.article("短.txt", 1, body: ["短"])])]
    var app = Driver(pages, columns: 100, rows: 20)
    for number in 1..<12 {
      for _ in 0..<random(8) { app.press(keys[random(keys.count)]) }
      app.answers = random(2) == 0
      for _ in 0..<random(3) { app.press(keys[random(keys.count)]) }
      let some = pages.filter { _ in random(3) > 0 }
      app.load(random(2) == 0 ? some : some.reversed(), number: number)
      #expect(!app.screen.isEmpty)
      if random(2) == 0 { app.answerLate() }
      if let open = app.state.openReference {
        #expect(app.state.catalog[open]?.id == app.state.article?.document.id, "seed \(seed), reload \(number)")
      }
    }
  }

  // MARK: The place in the text

  /// The pages read again after `change` of what they say.
  private func reload(_ app: inout Driver, _ change: (String) -> String = { $0 }) {
    app.load([SamplePages.all[0], SamplePages.news(change: change)], number: app.state.catalog.load + 1)
  }

  /// An app that shows a story about two thirds down.
  private func reading() -> Driver {
    var app = Driver([SamplePages.all[0], SamplePages.news()], columns: 80, rows: 16)
    app.press("ljjjl13}j")
    return app
  }

  @Test func theSentenceOnTopStaysThereWhenTheStoryIsMended() {
    let app = reading()
    let (before, id) = (top(app), app.state.article?.document.id)
    #expect(!before.isEmpty && app.state.article?.top.block ?? 0 > 10)
    // In what is on top, above it, below it, and everywhere.
    for (wrong, right) in [("15月里", "十五月里"), ("1月里", "元月里"), ("20月里", "二十月里"), ("户", "家农户")] {
      var app = app
      reload(&app) { $0.replacing(wrong, with: right) }
      #expect(app.state.article?.document.id != id && app.state.focus == .article)
      // A passage of the line on top is on top still, or where its line now ends.
      let after = app.screen.split(separator: "\n").dropFirst().prefix(2).joined()
      #expect(after.contains(before.suffix(6).prefix(4)), "\(wrong): “\(before)” is now “\(after)”")
    }
  }

  @Test func theSentenceOnTopStaysThereWhenLinesAreAddedAbove() {
    var app = reading()
    let before = top(app)
    reload(&app) { ($0.hasPrefix("1月里") ? "新添的一段，讲的是别的事情，很长很长很长很长。" : "") + $0 }
    #expect(top(app) == before || top(app).contains(before.prefix(6)))
    reload(&app)
    #expect(top(app).contains(before.prefix(6)))
  }

  @Test func anotherStoryOfThePageMayChange() {
    var app = reading()
    let (before, view) = (top(app), app.state.article?.top)
    reload(&app) { $0.replacing("李大娘", with: "王大娘") }
    #expect(top(app) == before && app.state.article?.top == view)
  }

  @Test func aStoryWhosePageIsGoneIsLeftAndSaid() {
    var app = reading()
    app.load([SamplePages.all[0]], number: 1)
    #expect(app.state.focus == .list && app.screen.contains("news.txt 里没有这一篇了"))
  }

  @Test func aTextTooShortToKnowIsTheOneOfItsNumber() {
    let page = { (caption: String) in
      SamplePages.page(
        "p.txt", [SamplePages.article("p.txt", 1, body: ["甲。"]), SamplePages.article("p.txt", 2, caption: caption)])
    }
    var app = Driver([page("图为鱼山。")])
    app.press("ljl")
    app.load([page("图为鱼山镇。")], number: 1)
    #expect(app.state.article?.document.title == "图为鱼山镇。" && app.state.focus == .article)
  }

  @Test func theChosenHitAndTheMatchStay() {
    var app = app()
    app.press("/县<Enter><Esc>jj")
    let title = app.state.article?.document.title
    app.load(Array(SamplePages.all.reversed()), number: 1)
    #expect(app.state.article?.document.title == title && app.state.focus == .search)
    app.press("vjj")
    let line = app.state.search?.detail.lines?[app.state.search?.detail.cursor.selected ?? 0]
    app.load(SamplePages.all, number: 2)
    let now = app.state.search?.detail.lines?[app.state.search?.detail.cursor.selected ?? 0]
    #expect(line?.before == now?.before && line?.after == now?.after && line != nil)
  }

  @Test func aSearchOfTheArticleDoesNotJumpWhenPagesCome() {
    var app = Driver([SamplePages.news()], columns: 80, rows: 16)
    app.press("ll/月里<Enter>nnnnnnnn")
    let (current, place) = (app.state.article?.current, app.state.article?.top)
    app.load([SamplePages.news()] + SamplePages.all)
    #expect(app.state.article?.current == current && app.state.article?.top == place && current == 8)
  }

  @Test func aNoteAboveTheTextDoesNotMoveIt() {
    var app = reading()
    let before = top(app)
    app.press("a一条批注<Enter>")
    #expect(app.kept.first?.note == "一条批注" && top(app) == before)
    app.press("u")
    #expect(top(app) == before)
  }

  // MARK: The editor

  @Test func aPageThatWasEditedIsReadAgainAlone() {
    var app = reading()
    app.send(.edited(file: "news.txt"))
    #expect(app.effects.contains { if case .reread("news.txt", load: 1) = $0 { true } else { false } })
    var busy = reading()
    busy.send(.progress(LoadProgress(stage: .reading)))
    busy.send(.edited(file: "news.txt"))
    #expect(!busy.effects.contains { if case .reread = $0 { true } else { false } })
    busy.send(.progress(nil))
    #expect(busy.effects.contains { if case .reread = $0 { true } else { false } }, "once nothing else is read")
  }

  @Test func thePageBesideIsEditedAtItsLineAndStaysThere() {
    var app = reading()
    app.press("\\")
    let lines = (1...80).map { "第\($0)行" }
    app.send(.source(file: "news.txt", lines: lines))
    app.press("gjjjjj")
    app.press("e")
    guard case .edit("news.txt", let line) = app.effects.last else {
      Issue.record("nothing is edited")
      return
    }
    #expect(line == 6 && app.screen.contains("第6行"))
    app.send(.edited(file: "news.txt"))
    #expect(app.effects.contains { if case .readSource = $0 { true } else { false } })
    app.send(.source(file: "news.txt", lines: ["新的一行"] + lines))
    #expect(app.state.source?.line(ofRow: app.state.scroll) == 7 && app.screen.contains("第6行"))
    app.send(.noSource(file: "news.txt", "news.txt：没有这个文件"))
    #expect(app.screen.contains("news.txt：没有这个文件"))
  }
}
