import Testing

@testable import ReaderUI

struct ScreenLayoutTests {
  private func panes(_ columns: Int, _ request: ScreenLayout.Request) -> [Pane] {
    ScreenLayout(Size(columns: columns, rows: 24), request).panes.map(\.pane)
  }

  @Test func panesFollowTheWidth() {
    let request = ScreenLayout.Request(focus: .list)
    #expect(panes(120, request) == [.places, .list, .article])
    #expect(panes(119, request) == [.list, .article])
    #expect(panes(80, request) == [.list, .article])
    #expect(panes(79, request) == [.list])
    #expect(panes(80, ScreenLayout.Request(focus: .places)) == [.places, .list])
  }

  @Test func theUserMayHaveItOtherwise() {
    #expect(panes(200, ScreenLayout.Request(focus: .article, columns: .one)) == [.article])
    #expect(panes(90, ScreenLayout.Request(focus: .list, columns: .three)) == [.places, .list, .article])
    #expect(panes(30, ScreenLayout.Request(focus: .list, columns: .three)) == [.list])
    #expect(panes(200, ScreenLayout.Request(focus: .article, zen: true)) == [.article])
  }

  @Test(arguments: [20, 40, 79, 80, 119, 120, 250]) func panesAndDividersFillTheScreen(columns: Int) {
    for focus in Pane.allCases {
      for shift in [-100, 0, 100] {
        var request = ScreenLayout.Request(focus: focus, searching: focus == .search)
        request.shift = ScreenLayout.Shift(places: shift, list: -shift)
        let layout = ScreenLayout(Size(columns: columns, rows: 24), request)
        var x = 0
        for placement in layout.panes {
          #expect(placement.area.x == x && placement.area.columns >= 10 && placement.area.rows == 23)
          x = placement.area.maxX + 1
        }
        #expect(x == columns + 1)
        // Lines are chosen in the page's own pane.
        #expect(layout.panes.contains { $0.pane == (focus == .lines ? .source : focus) })
      }
    }
  }
}
