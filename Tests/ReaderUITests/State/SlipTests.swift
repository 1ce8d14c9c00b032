import NewsModel
import Testing

@testable import ReaderUI

/// What happens when a user is mistaken: nothing that looks like success.
struct SlipTests {
  private func app(columns: Int = 120, rows: Int = 30) -> Driver {
    Driver(SamplePages.all, columns: columns, rows: rows)
  }

  @Test(arguments: ["gt", "gaot", "gaotangxian", "高唐"])
  func aPlaceIsFoundByNameAndPinyin(typed: String) {
    var app = app()
    app.press("'" + typed + "<Enter>")
    #expect(app.state.places.selected.name(.chinese) == "高唐县" && app.state.focus == .list)
  }

  @Test func noPlaceIsTakenForOneThatIsNotThere() {
    var app = app()
    app.press("'gaox")
    #expect(app.state.places.selected.key == .all && app.screen.contains("没有这个名称"))
    app.press("<Enter>")
    #expect(app.state.prompt != nil, "the line stays to be mended")
    app.press("<Backspace>t<Enter>")
    #expect(app.state.places.selected.name(.chinese) == "高唐县" && app.state.prompt == nil)
  }

  @Test func anEndingThatCannotBeWrittenIsRefused() {
    var app = app()
    app.press("lmS<C-u>剪报.docx<Enter>")
    #expect(app.state.prompt?.line.text == "剪报.docx" && app.screen.contains("只写 .html .md .txt"))
    app.press("<C-u> 八月  下.md <Enter>")
    #expect(app.state.prompt?.line.text == "八月  下", "the file's name is the title unless another is typed")
    app.press("<Enter>")
    #expect(app.state.prompt == nil)
    guard case .writeDigest(let path, let digest) = app.effects.last else {
      Issue.record("nothing is written")
      return
    }
    #expect(path == "八月  下.md" && digest.count == 1 && digest.title == "八月  下")
  }

  @Test func whatBearsANoteIsTakenOutByTheSecondKeyOnly() {
    var app = app()
    app.press("lma核实<Enter>m")
    #expect(app.kept.count == 1 && app.screen.contains("再按一次"))
    app.press("jkm")
    #expect(app.kept.count == 1, "only the very next key confirms")
    app.press("m")
    #expect(app.kept.isEmpty)
    app.press("u")
    #expect(app.kept.first?.note == "核实")
  }

  @Test func aKeptArticleThatIsFiledElsewhereMovesInTheClippingsToo() {
    var app = app()
    app.press("lm")
    let county = app.kept.first?.county
    app.press("cdex<Enter>")
    #expect(app.kept.first?.county == "东阿县")
    app.press("u")
    #expect(app.kept.first?.county == county)
  }

  @Test func aKeyOfAnotherPaneSaysWhereItWorks() {
    var app = app()
    app.press("v")
    #expect(app.screen.contains("查找结果里用"))
    app.press("!")
    #expect(app.screen.contains("没有 ! 这个键"))
    app.press("l<Enter>V")
    #expect(app.screen.contains("先查找"))
    app.press("hh/残疾<Enter>v")
    #expect(app.state.focus == .search && app.state.search?.detail.lines?.isEmpty == false)
    app.press("<Esc>")
    app.press("j")
    #expect(!app.screen.contains("没有 ! 这个键"))
  }

  @Test func aFilterThatIsNoQuerySaysSo() {
    var app = app()
    app.press("l&(残疾<Enter>")
    #expect(app.state.message?.isError == true && app.screen.contains("按原文查找"))
  }

  @Test func stoppingWhileLoadingKeepsWhatWasRead() {
    var app = app()
    app.send(.progress(LoadProgress(stage: .reading, done: 1, all: 9, bytes: 1, allBytes: 9)))
    app.press("<C-c>")
    #expect(app.effects.contains { if case .stopLoading = $0 { true } else { false } })
    #expect(!app.effects.contains { if case .quit = $0 { true } else { false } })
    app.press("<C-c>")
    #expect(app.effects.contains { if case .quit = $0 { true } else { false } })
  }

  @Test func whileFilesAreLookedForTheirNumberIsShown() {
    var app = app(columns: 80, rows: 20)
    app.send(.progress(LoadProgress(stage: .listing)))
    #expect(app.screen.contains("找文件…"))
    app.send(.progress(LoadProgress(stage: .listing, done: 12_000)))
    #expect(app.screen.contains("找文件 12000…"))
  }

  @Test func theProgressBarNeverRunsBack() {
    let stages = [
      LoadProgress(stage: .reading, done: 1, all: 9, bytes: 1, allBytes: 9),
      LoadProgress(stage: .reading, done: 9, all: 9, bytes: 9, allBytes: 9),
      LoadProgress(stage: .filing, done: 9, all: 9, bytes: 9, allBytes: 9),
      LoadProgress(stage: .indexing, done: 0, all: 50, bytes: 9, allBytes: 9),
      LoadProgress(stage: .indexing, done: 50, all: 50, bytes: 9, allBytes: 9),
    ]
    let fractions = stages.compactMap(\.fraction)
    #expect(fractions.count == stages.count && fractions == fractions.sorted() && fractions.last == 1)
  }

  @Test func theColumnGrowsNoWiderThanItsPane() {
    var app = app(columns: 60, rows: 20)
    app.press("l<Enter>++++++++++++++++++++")
    #expect(app.screen.contains("已满"))
    let before = app.screen
    app.press("--")
    #expect(app.screen != before, "the first steps back are seen")
  }

  @Test func theMatchStaysTheSameWhenTheArticleIsKept() {
    var app = app()
    app.press("/残疾人<Enter>nn")
    let current = app.state.article?.current
    app.press("m")
    #expect(current != nil && app.state.article?.current == current)
  }

  @Test func monthsOfTheTableAreReachedByLeftAndRight() throws {
    // Few months fit beside the total and the earlier ones.
    var app = app(columns: 32, rows: 20)
    app.press("/的<Enter><Esc>V")
    let count = try #require(app.state.search?.detail.table?.columns.count)
    let earlier = try #require(app.state.tableLayout?.earlier.count)
    #expect(earlier > 0 && app.screen.contains("更早 \(earlier) 个月"))
    app.press("h")
    #expect(app.state.search?.detail.laterMonths == 1 && app.state.focus == .search)
    #expect(app.screen.contains("更晚 1 个月"))
    app.press("99h")
    #expect(app.state.tableLayout?.earlier.isEmpty == true && app.screen.contains("2021-06"))
    #expect(app.state.search?.detail.laterMonths ?? 0 < count)
    app.press("99l")
    #expect(app.state.search?.detail.laterMonths == 0)
  }

  @Test func thePageKeepsItsLineWhenTheWindowGrows() {
    var app = app(columns: 80, rows: 16)
    app.press("l\\")
    guard case .readSource(let file) = app.effects.last(where: { if case .readSource = $0 { true } else { false } })
    else {
      Issue.record("the page is not asked for")
      return
    }
    app.send(.source(file: file, lines: (1...80).map { "第\($0)行" + String(repeating: "字", count: 60) }))
    app.press("  ")
    let line = app.state.source?.line(ofRow: app.state.scroll)
    app.resize(columns: 120, rows: 40)
    #expect(line != nil && line ?? 0 > 1)
    #expect(app.state.source?.line(ofRow: app.state.scroll) == line || app.screen.contains("第80行"))
    #expect(app.screen.contains("第\(line ?? 0)行"))
  }
}
