import NewsModel
import Testing

@testable import ReaderUI

/// Marks in a text, what was read, and the way to scans.
struct MarkingTests {
  private func app() -> Driver { Driver(SamplePages.all, columns: 120, rows: 30) }

  @Test func aSentenceIsMarkedByOneKeyAndTheArticleKept() {
    var app = app()
    app.press("'gt<Enter><Enter>lg")
    app.press("s<Enter>")
    #expect(app.kept.count == 1 && app.kept[0].marks?.count == 1)
    #expect(app.kept[0].marks?[0].text.hasSuffix("太多了。”") == true)
    #expect(app.texts(in: .userMark).isEmpty == false)
    app.press("u")
    #expect(app.kept.isEmpty)
  }

  @Test func theMarkMovesAndGrowsAndGoes() {
    var app = app()
    app.press("'gt<Enter><Enter>lg")
    app.press("sjs<Enter>")
    #expect(app.kept[0].marks?.map(\.text).first?.hasPrefix("残疾人李玉梅") == true)
    app.press("g)")
    #expect(app.state.article?.lastMark == 0)
    app.press("sj<Esc>")
    #expect(app.kept[0].marks?.count == 1)
    // On a mark that is there the cursor is that mark.
    app.press("gsjx")
    #expect(app.kept[0].marks == nil)
    app.press("s")
    // A key that means nothing to the mark keeps it.
    app.press("<Space>")
    #expect(app.kept[0].marks?.count == 1)
  }

  @Test func allThatIsListedIsMarkedReadAndTakenBack() {
    var app = app()
    app.press("l")
    let count = app.state.list.rows.count
    app.press("A")
    #expect(app.state.places.unread.allSatisfy { $0 == 0 } && count > 1)
    app.press("U")
    #expect(app.state.list.rows.count <= 1 && app.screen.contains("未读"))
    app.press("u")
    #expect(app.state.list.rows.count == count)
    app.press("U")
    #expect(app.state.list.rows.count == count && !app.state.list.isUnreadOnly)
  }

  @Test func theScanOfThePageIsAskedFor() {
    var app = app()
    app.press("lI")
    let asked = app.effects.contains { if case .showScan(let file, _) = $0 { file == "0811.txt" } else { false } }
    #expect(asked)
  }
}
