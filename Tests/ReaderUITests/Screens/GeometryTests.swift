import NewsModel
import Testing

@testable import ReaderUI

/// Every screen at many sizes: nothing crashes, and what is on the screen is whole.
struct GeometryTests {
  /// Keys that lead to each kind of screen.
  static let screens = [
    "", "l", "ll", "llz", "/残", "ll/残疾", "/(", "/残疾<Enter>", "?", "lli", "ll\\", "M", "&工", "'g", "ff", "w", "lly",
    "llc", "lla批", "llt标",
  ]

  @Test(arguments: screens) func everySizeIsDrawn(keys: String) {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    app.press(keys)
    app.send(.source(file: "0811.txt", lines: Array(repeating: "固河镇的残疾人李玉梅", count: 30)))
    app.send(.progress(LoadProgress(stage: .reading, done: 3, all: 9, bytes: 4_000_000, allBytes: 9_000_000)))
    for columns in [1, 2, 3, 5, 8, 13, 19, 20, 21, 22, 23, 25, 31, 47, 52, 79, 80, 99, 119, 120, 163, 250] {
      for rows in [1, 2, 4, 5, 6, 11, 12, 24, 60] {
        app.resize(columns: columns, rows: rows)
        check(app.frame, "\(keys) at \(columns)x\(rows)")
      }
    }
  }

  @Test func ambiguousCharactersMayTakeTwoCells() {
    var settings = Settings()
    settings.cellWidth = CellWidth(ambiguous: 2)
    settings.borders = .ascii
    var app = Driver(SamplePages.all, settings: settings)
    app.press("ll/残疾")
    for columns in stride(from: 20, through: 130, by: 7) {
      app.resize(columns: columns, rows: 20)
      check(app.frame, "\(columns) columns")
    }
  }

  @Test func aScreenThatIsTooSmallSaysSo() {
    for (columns, rows) in [(19, 24), (80, 4)] {
      let app = Driver(SamplePages.all, columns: columns, rows: rows)
      #expect(app.screen.contains("窗口太小"))
    }
    #expect(!Driver(SamplePages.all, columns: 20, rows: 5).screen.contains("窗口太小"))
  }

  /// The characters of a row take the cells they stand in, the cursor is on the screen.
  private func check(_ frame: Frame, _ what: String) {
    for y in 0..<frame.size.rows {
      let row = Array(frame.row(y))
      for (x, cell) in row.enumerated() {
        let follows = x > 0 && row[x - 1].isWide
        if cell.isRightHalf != follows || cell.isWide && x == row.count - 1 {
          Issue.record("half a character at \(x),\(y): \(what)")
          return
        }
      }
    }
    if let cursor = frame.cursor, !frame.bounds.contains(cursor) { Issue.record("cursor at \(cursor): \(what)") }
  }
}
