import NewsModel
import Testing

@testable import ReaderUI

/// Searching the panes of text: the help, the notes, the page beside its article.
struct FindingTests {
  /// The texts that are marked as the current match; the heading is drawn the same way.
  private func found(_ app: Driver) -> [String] {
    app.texts(in: .currentMatch).filter { !$0.contains("按键说明") && !$0.contains("原版") }
  }

  @Test(arguments: [(80, 24), (40, 10), (120, 40)]) func helpIsSearched(columns: Int, rows: Int) {
    var app = Driver(SamplePages.all, columns: columns, rows: rows)
    app.press("?/撤销")
    #expect(app.screen.contains("[1] 查找/撤销") && found(app) == ["撤销"])
    app.press("<Enter>n")
    #expect(app.screen.contains("第 1 处，共 1 处") && found(app) == ["撤销"])
    app.press("/剪报<Enter>")
    let count = app.state.find?.matches.count ?? 0
    #expect(count > 3)
    let first = app.state.find?.current ?? 0
    for step in 1...count {
      app.press("n")
      #expect(app.screen.contains("第 \((first + step) % count + 1) 处，共 \(count) 处") && found(app).joined() == "剪报")
    }
    app.press("N")
    #expect(app.screen.contains("第 \((first + count - 1) % count + 1) 处"))
    app.press("<Esc>")
    #expect(app.state.find == nil && app.state.focus == .help, "Esc clears the marks, then leaves")
    app.press("<Esc>")
    #expect(app.state.focus == .places)
  }

  @Test func keysAreFoundAndEscLeadsBack() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("?jj/c-r<Esc>")
    #expect(app.state.scroll == 2 && app.state.find == nil)
    app.press("/Ｃ-Ｒ")
    #expect(found(app) == ["C-r"])
  }

  @Test func whatGoesOverTheEndOfARowIsFound() throws {
    var app = Driver(SamplePages.all, columns: 40, rows: 20)
    app.press("?")
    // A stretch of the help that is broken at this width.
    let rows = app.state.textRowTexts(of: .help)
    let index = try #require(
      rows.indices.dropLast().first {
        rows[$0 + 1].hasPrefix("                    ") && rows[$0].last?.isLetter == true
          && rows[$0 + 1].last?.isLetter == true
      })
    let phrase = String(rows[index].suffix(2)) + rows[index + 1].drop { $0 == " " }.prefix(2)
    app.press("/\(phrase)<Enter>")
    #expect(app.state.find?.matches.contains { $0.count == 2 } == true, "\(phrase)")
  }

  @Test func nothingFoundIsSaid() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press("?n")
    #expect(app.screen.contains("先按 / 查找"))
    app.press("/火星<Enter>")
    #expect(app.screen.contains("没有“火星”"))
  }

  @Test func thePageBesideIsSearched() {
    var app = Driver(SamplePages.all, columns: 100, rows: 20)
    app.press("l\\")
    app.send(.source(file: "0811.txt", lines: (1...90).map { "第\($0)行的文字" } + ["残", "疾人就业"]))
    app.press("/残疾人<Enter>")
    #expect(app.state.find?.matches.count == 1 && found(app) == ["残", "疾人"])
    app.resize(columns: 90, rows: 12)
    app.press("n")
    #expect(found(app) == ["残", "疾人"])
    app.send(.source(file: "0811.txt", lines: ["别的"]))
    app.press("n")
    #expect(app.screen.contains("没有“残疾人”"))
  }
}
