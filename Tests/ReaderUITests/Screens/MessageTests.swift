import NewsModel
import Testing

@testable import ReaderUI

/// The bottom row: what is said is said whole.
struct MessageTests {
  private static let sizes = [(80, 24), (120, 40), (40, 10), (60, 20)]

  /// The text of the last rows without blanks.
  private func bottom(_ app: Driver, rows: Int) -> String {
    app.screen.split(separator: "\n", omittingEmptySubsequences: false).dropLast().suffix(rows).joined()
      .filter { !$0.isWhitespace }
  }

  @Test(arguments: sizes, Language.allCases) func longMessagesTakeRowsAbove(size: (Int, Int), language: Language) {
    var app = Driver(SamplePages.all, columns: size.0, rows: size.1, language: language)
    let text = "/home/wang/剪报/2024/06/聊城日报-残疾人事业-第三季度.html：写不进去（设备上没有空间）；换一个地方，或删去一些文件再试"
    for event in [Event.failed(text), .told(text)] {
      app.send(event)
      #expect(bottom(app, rows: 3).contains(text.filter { !$0.isWhitespace }), "\(app.screen)")
    }
    app.press("j")
    #expect(!app.screen.contains("剪报-2024"))
  }

  @Test(arguments: sizes) func whatIsLongerThanAThirdOfTheScreenStandsAmongTheNotes(size: (Int, Int)) {
    var app = Driver(SamplePages.all, columns: size.0, rows: size.1)
    let text = String(repeating: "很长的一句话，", count: 400) + "完"
    app.send(.failed(text))
    #expect(app.screen.contains("i 看全文"))
    app.press("liG")
    #expect(bottom(app, rows: 3).contains("完"))
  }

  @Test(arguments: sizes) func aComplaintBeforeALineIsWhole(size: (Int, Int)) {
    var app = Driver(SamplePages.all, columns: size.0, rows: size.1)
    app.press("lmS<C-u>a.docx<Enter>")
    #expect(bottom(app, rows: 2).contains("只写.html.md.txt（Word可开.html）"))
    #expect(app.screen.contains("a.docx") && app.frame.cursor?.y == size.1 - 1)
  }

  @Test func theBarLeavesTheMessageWhole() {
    var app = Driver(SamplePages.all, columns: 60, rows: 20)
    app.send(.progress(LoadProgress(stage: .reading, done: 3, all: 9, bytes: 1_000_000, allBytes: 3_000_000)))
    app.send(.failed("聊城日报/2024/0612.txt：第 20 字节不是 GB 18030，显示为 U+FFFD；请修好文件"))
    #expect(bottom(app, rows: 3).contains("请修好文件") && app.screen.contains("读入"))
  }

  @Test(arguments: sizes) func whatIsWrongWithAQueryIsSaidWhole(size: (Int, Int)) {
    guard size.1 > 10 else { return }
    var app = Driver(SamplePages.all, columns: size.0, rows: size.1)
    app.press("/(职工")
    let pane = app.state.layout.area(of: .search) ?? Rect(app.size)
    let rows = app.screen.split(separator: "\n", omittingEmptySubsequences: false)[2...3]
    let shown = rows.map { String($0.prefix { $0 != "│" }) }.joined().filter { !$0.isWhitespace }
    let said = SearchPane.summary(app.state.search!, app.state).0.filter { !$0.isWhitespace }
    #expect(shown.hasPrefix(said) && pane.columns > 0)
  }

  @Test func aNewUserIsToldWhatTheNumbersAre() {
    var app = Driver(SamplePages.all, columns: 60, rows: 20)
    app.send(.firstRun)
    #expect(bottom(app, rows: 2).contains("48/49是未读/全部") && bottom(app, rows: 2).contains("?解释") == false)
    var warned = Driver(SamplePages.all, columns: 60, rows: 20)
    warned.send(.failed("配置第 1 行写错了"))
    warned.send(.firstRun)
    #expect(warned.screen.contains("配置第 1 行写错了") && !warned.screen.contains("48/49"))
  }

  @Test func theNumbersOfTheLeftPaneAreNamedWhereTheyStand() {
    var app = Driver(SamplePages.all, columns: 80, rows: 24)
    #expect(!app.screen.contains("未读/全部"), "before anything was read there is one number")
    app.press("llhh")
    #expect(app.screen.contains("地方       未读/全部") && app.screen.contains("4/5"))
    app.press("?/未读/全部<Enter>")
    #expect(app.screen.contains("48/49"))
  }
}
