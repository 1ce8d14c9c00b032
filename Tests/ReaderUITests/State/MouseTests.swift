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
