import NewsModel
import Testing

@testable import ReaderUI

struct MouseTests {
  private func app() -> Driver { Driver(SamplePages.all, columns: 120, rows: 30) }

  private func send(_ kind: MouseEvent.Kind, _ x: Int, _ y: Int, to app: inout Driver) {
    app.send(.key(.mouse(MouseEvent(kind, at: Point(x: x, y: y)))))
  }

  @Test func itIsOffUntilItsKey() {
    var app = app()
    app.press("<F9>")
    #expect(app.effects.contains { if case .mouse(true) = $0 { true } else { false } })
    #expect(app.screen.contains("Shift"))
    app.press("<F9>")
    #expect(app.effects.contains { if case .mouse(false) = $0 { true } else { false } })
  }

  @Test func aClickChoosesAndAClickOnTheChosenOpens() {
    var app = app()
    send(.press(1), 5, 6, to: &app)
    #expect(app.state.places.cursor.selected == 5 && app.state.focus == .places)
    send(.press(1), 5, 6, to: &app)
    #expect(app.state.focus == .list)
    send(.press(1), 100, 10, to: &app)
    #expect(app.state.focus == .article)
  }

  /// Clicks on the hint of the bottom row that names `key`; whether there is one.
  private func clickHint(_ key: Key, in app: inout Driver) -> Bool {
    let hints = StatusLine.placedHints(app.state, in: app.state.layout.status)
    guard let hint = hints.first(where: { $0.hint.key == key }) else { return false }
    // Any cell of it will do, and it stands where it is drawn.
    let row = Array(app.frame.row(app.size.rows - 1)).dropFirst(hint.x.lowerBound)
    #expect(row.first?.scalar == key.description.unicodeScalars.first)
    send(.press(1), hint.x.upperBound - 1, app.size.rows - 1, to: &app)
    send(.release(1), hint.x.upperBound - 1, app.size.rows - 1, to: &app)
    return true
  }

  @Test(arguments: ["", "l", "ll", "/残疾<Enter><Esc>", "/残疾<Enter><Esc>V", "?", "l\\", "li", "lmM", "/残疾"])
  func aClickOnAHintIsItsKey(keys: String) {
    for (columns, rows) in [(120, 30), (80, 24), (60, 20), (40, 10)] {
      var first = Driver(SamplePages.all, columns: columns, rows: rows)
      first.press(keys)
      // A message hides the hints.
      first.send(.key(.mouse(MouseEvent(.press(1), at: Point(x: columns - 1, y: rows - 1)))))
      #expect(!first.state.hints.isEmpty)
      for hint in first.state.hints {
        var (clicked, pressed) = (first, first)
        guard clickHint(hint.key, in: &clicked) else { continue }
        pressed.send(.key(hint.key))
        #expect(clicked.screen == pressed.screen, "\(hint.words) of “\(keys)” at \(columns)x\(rows)")
      }
    }
  }

  @Test func aMessageStaysWhenTheButtonComesUp() {
    var app = app()
    app.press("l")
    #expect(clickHint("m", in: &app))
    #expect(app.kept.count == 1 && app.screen.contains("已收进剪报"))
    send(.press(1), 3, 29, to: &app)
    #expect(!app.screen.contains("已收进剪报") && app.kept.count == 1, "a click on a message brings the hints back")
  }

  @Test func theRightButtonGoesBackAndNeverQuits() {
    var app = app()
    app.press("ll/残疾<Enter>")
    send(.press(3), 100, 10, to: &app)
    #expect(app.state.search == nil && app.state.focus == .article)
    for focus in [Pane.list, .places, .places] {
      send(.press(3), 1, 1, to: &app)
      #expect(app.state.focus == focus)
    }
    #expect(!app.hasQuit)
    app.press("?")
    send(.press(3), 1, 1, to: &app)
    #expect(app.state.focus == .places)
    app.press("/残")
    send(.press(3), 1, 1, to: &app)
    #expect(app.state.search == nil && app.state.prompt == nil)
    app.press("ly")
    send(.press(3), 1, 1, to: &app)
    #expect(app.state.chooser == nil)
  }

  @Test func anItemOfAMenuIsChosenByOneClickAndTakenByAnother() throws {
    for (columns, rows) in [(120, 30), (40, 10)] {
      var app = Driver(SamplePages.all, columns: columns, rows: rows)
      app.press("ly")
      let y = try #require((0..<rows).first { y in app.screen.split(separator: "\n")[y].contains("引文（编辑部") })
      send(.press(1), 5, y, to: &app)
      #expect(app.state.chooser?.selected?.key == "c")
      send(.press(1), 5, y, to: &app)
      #expect(app.state.chooser == nil)
      guard case .copy(let text, _) = app.effects.last else {
        Issue.record("nothing is copied")
        return
      }
      #expect(text.hasPrefix("〔"))
    }
  }

  @Test func resultsAreChosenWhileTheQueryIsTyped() {
    var app = app()
    app.press("/残疾")
    send(.press(1), 5, 6, to: &app)
    #expect(app.state.search?.cursor.selected == 1 && app.state.prompt != nil)
    send(.press(1), 5, 6, to: &app)
    #expect(app.state.focus == .article)
  }

  @Test(arguments: Language.allCases) func anOfferIsTakenByAClick(language: Language) throws {
    for (columns, rows) in [(120, 30), (80, 24), (40, 10)] {
      var app = Driver(SamplePages.all, columns: columns, rows: rows, language: language)
      app.press("/残疾仁")
      let y = try #require(
        (3..<rows).first { app.screen.split(separator: "\n", omittingEmptySubsequences: false)[$0].contains("~残疾仁") })
      send(.press(1), 6, y, to: &app)
      #expect(app.state.search?.query.text == "~残疾仁" && app.state.search?.answer?.hits.count == 2)
    }
  }

  @Test func whatF9ChoseIsKept() {
    var settings = Settings()
    settings.isMouseOn = true
    var app = Driver(SamplePages.all, settings: settings)
    #expect(app.state.isMouseOn && app.state.session.mouse == nil, "the configuration's is not the user's choice")
    app.press("<F9>")
    #expect(app.state.session.mouse == false)
    var next = Driver(settings: settings)
    next.send(.mouse(false))
    #expect(!next.state.isMouseOn && next.state.session.mouse == false)
    #expect(next.effects.contains { if case .mouse(false) = $0 { true } else { false } })
  }

  @Test func theFirstScreenIsUsedByTheMouse() {
    var app = Driver(columns: 80, rows: 24)
    app.send(.welcome(Welcome(folder: "/home/wang", configuration: nil, example: "/src/seeds")))
    #expect(clickHint(.enter, in: &app))
    #expect(app.effects.contains { if case .open("/src/seeds") = $0 { true } else { false } })
  }

  @Test func theWheelScrollsWhatItIsOver() {
    var app = Driver(SamplePages.long(bytes: 20_000), columns: 120, rows: 30)
    send(.wheelDown, 100, 10, to: &app)
    #expect(app.state.article?.top != TextPosition() && app.state.focus == .places)
    send(.wheelUp, 100, 10, to: &app)
    #expect(app.state.article?.top == TextPosition())
  }

  @Test func aDividerIsDraggedAndStaysThere() {
    var app = app()
    let divider = app.state.layout.panes[0].area.maxX
    send(.press(1), divider, 9, to: &app)
    send(.drag(1), divider + 6, 9, to: &app)
    send(.release(1), divider + 6, 9, to: &app)
    #expect(app.state.layout.panes[0].area.maxX == divider + 6)
    send(.drag(1), 10, 9, to: &app)
    #expect(app.state.layout.panes[0].area.maxX == divider + 6)
    #expect(app.state.session.placesShift == 6)
  }
}
