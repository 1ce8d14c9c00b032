import Foundation
import NewsModel
import Testing

@testable import ReaderUI

/// What came since the last time, and what was read lately.
struct HistoryTests {
  @Test func whatIsNewStandsInTheLeftPane() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.send(.progress(nil))
    let noted = app.effects.compactMap { if case .noteArrivals(let ids, let day) = $0 { (ids, day) } else { nil } }
    #expect(noted.count == 1 && noted.first?.0.count == 5 && noted.first?.1 == Driver.today)
    #expect(!app.screen.contains("新到"))
    app.send(.arrived(Array(app.state.catalog.library.articles.map(\.idNumber).prefix(2))))
    #expect(app.screen.contains("新到"))
    app.press("jjl")
    #expect(app.state.list.rows == [0, 1])
  }

  @Test func whatWasReadLastComesFirst() {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    app.press("lljjqjjlqq")
    app.load(SamplePages.all, number: 1)
    #expect(app.screen.contains("最近读过"))
    app.press("gjjl")
    #expect(app.state.list.group.key == .recent)
    #expect(app.state.list.rows == [2, 0])
  }
}
