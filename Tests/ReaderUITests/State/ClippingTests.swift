import NewsModel
import Testing

@testable import ReaderUI

struct ClippingTests {
  @Test func aClippingIsKeptListedAndTakenBack() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("llm")
    #expect(app.kept.map(\.headline) == ["千名“代办员”助残当先锋"])
    app.press("M")
    #expect(app.state.focus == .list && app.state.list.showsClippings)
    #expect(app.screen.contains("★ 千名“代办员”助残当先锋"))
    app.press("m")
    #expect(app.kept.isEmpty)
    #expect(app.screen.contains("还没有剪报"))
    app.press("u")
    #expect(app.kept.count == 1)
    app.press("<C-r>")
    #expect(app.kept.isEmpty)
  }

  @Test func theClippingsAreLeftForWhereTheyWereEntered() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("'gt<Enter>ljmM")
    app.press("q")
    #expect(app.state.focus == .article && app.state.places.selected.name(.chinese) == "高唐县")
  }

  @Test func aClippingOutlivesItsPage() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("llm")
    app.load([SamplePages.all[1]], number: 1)
    app.press("M<Enter>")
    #expect(app.screen.contains("原文不在已打开的文件中"))
    #expect(app.screen.contains("残疾人李玉梅"))
  }

  @Test func aClippingThatCouldNotBeWrittenIsToldOf() {
    var app = Driver(SamplePages.all)
    app.send(.failed("clippings.jsonl: disk full"))
    #expect(app.screen.contains("disk full"))
  }
}
