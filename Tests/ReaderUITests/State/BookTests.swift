import NewsModel
import Testing

@testable import ReaderUI

/// Several clipping books.
struct BookTests {
  private func app() -> Driver { Driver(SamplePages.all, columns: 120, rows: 30) }

  @Test func aNewBookTakesWhatIsKeptFromThenOn() {
    var app = app()
    app.press("lmj")
    app.press("B周二<Enter>")
    #expect(app.state.book == "周二" && app.state.clippings.count == 0)
    app.press("mM")
    #expect(app.kept.map(\.book) == [nil, "周二"] && app.state.list.rows.count == 1)
    #expect(app.screen.contains("周二"))
    app.press("B第<Enter>")
    #expect(app.state.book == nil && app.state.list.rows.count == 1 && app.state.clippings[0].book == nil)
  }

  @Test func aClippingMovesAndIsCopied() {
    var app = app()
    app.press("lm")
    app.press("T周二<Enter>")
    #expect(app.kept.map(\.book) == ["周二"] && app.state.clippings.count == 0)
    app.press("u")
    #expect(app.kept.map(\.book) == [nil])
    app.press("<C-r>")
    app.press("B周<Enter>")
    app.press("T抄<Enter>")
    #expect(Set(app.kept.map(\.book)) == [nil, "周二"] && app.kept.count == 2)
    // Out of one book it stays in the other.
    app.press("m")
    #expect(app.kept.map(\.book) == [nil])
    app.press("u")
    #expect(app.kept.count == 2)
  }

  @Test func theBookIsRememberedForTheNextTime() {
    var app = app()
    app.press("B周二<Enter>lm")
    var next = self.app()
    next.send(.clippings(app.kept.map(KeptClipping.init)))
    next.send(.restored(app.state.session))
    #expect(next.state.book == "周二" && next.state.clippings.count == 1)
  }
}
