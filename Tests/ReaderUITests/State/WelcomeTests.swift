import NewsModel
import Testing

@testable import ReaderUI

struct WelcomeTests {
  private func reader(example: FilePath? = "/src/seeds") -> Driver {
    var app = Driver()
    app.send(.welcome(Welcome(folder: "/home/wang", configuration: nil, example: example)))
    return app
  }

  private func opened(_ app: Driver) -> [FilePath] {
    app.effects.compactMap { if case .open(let folder) = $0 { folder } else { nil } }
  }

  @Test func oneKeyOpensTheExample() {
    var app = reader()
    #expect(app.screen.contains("/home/wang") && app.screen.contains("/src/seeds"))
    app.press("<Enter>")
    #expect(opened(app) == ["/src/seeds"])
  }

  @Test func withoutAnExampleNoKeyOpensOne() {
    var app = reader(example: nil)
    #expect(!app.screen.contains("样例"))
    app.press("<Enter>")
    #expect(opened(app).isEmpty && !app.hasQuit)
  }

  @Test(arguments: ["q", "Q", "<C-c>"]) func itCanBeLeft(key: String) {
    var app = reader()
    app.press(key)
    #expect(app.hasQuit)
  }

  @Test func helpAndClippingsAreThereAndLeadBack() {
    var app = reader()
    let welcome = app.screen
    app.press("?")
    #expect(app.screen.contains("按键说明"))
    app.press("q")
    #expect(app.screen == welcome)
    app.press("M")
    #expect(app.screen.contains("还没有剪报"))
    app.press("q")
    #expect(app.screen == welcome && !app.hasQuit)
  }

  @Test func keysThatNeedPagesDoNothing() {
    var app = reader()
    let welcome = app.screen
    app.press("j/zfw&'S+5G<Tab><F3>")
    #expect(app.screen == welcome && app.effects.isEmpty)
  }

  @Test func pagesThatArriveTakeItsPlace() {
    var app = reader()
    app.load(SamplePages.all, number: 1)
    #expect(app.screen.contains("高唐县") && !app.screen.contains("/home/wang"))
  }
}
