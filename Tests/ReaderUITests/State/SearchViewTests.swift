import NewsModel
import Testing

@testable import ReaderUI

struct SearchViewTests {
  private func results(_ query: String, columns: Int = 120) -> Driver {
    var app = Driver(SamplePages.all, columns: columns, rows: 30)
    app.press("/\(query)")
    return app
  }

  /// The columns where rows of the screen hold `text` as a match.
  private func columns(of text: String, _ app: Driver) -> [Int] {
    let pane = app.state.layout.area(of: .search) ?? Rect(app.size)
    return (pane.y + 3..<pane.maxY).flatMap { y in
      let row = Array(app.frame.row(y))
      return (pane.x..<pane.maxX).filter { x in
        row[x].style.attributes.contains(.underline) && row[x].scalar == text.unicodeScalars.first
          && (x == 0 || !row[x - 1].style.attributes.contains(.underline))
      }
    }
  }

  @Test func linesShowEveryMatchInOneColumn() {
    var app = results("残疾<Enter><Esc>v")
    #expect(app.state.search?.detail.lines?.count == 7)
    let columns = columns(of: "残", app)
    // The selected row and the others.
    #expect(columns.count == 7 && Set(columns).count == 1)
    #expect(app.screen.contains("2 篇 7 处  按相关排"))
    app.press("v")
    #expect(app.state.search?.view == .hits && app.state.search?.selected?.index == 0)
  }

  @Test func enterOpensTheArticleAtTheLineOfTheMatch() {
    var app = results("残疾<Enter><Esc>vjjj")
    #expect(app.state.article?.current == 3 && app.state.focus == .search)
    app.press("<Enter>")
    #expect(app.state.focus == .article && app.state.article?.current == 3)
    app.press("<Esc>G")
    #expect(app.state.article?.document.title == "东阿县工会送清凉到工地")
    #expect(app.state.article?.current == (app.state.article?.matches.count ?? 0) - 1)
  }

  @Test func nAndNWalkTheLines() {
    var app = results("残疾<Enter><Esc>vnn")
    #expect(app.state.search?.detail.cursor.selected == 2 && app.state.article?.current == 2)
    app.press("<Enter>nN")
    #expect(app.state.search?.detail.cursor.selected == 2 && app.state.focus == .article)
  }

  @Test func linesAreSortedByWhatFollowsAndPrecedes() {
    var app = results("残疾<Enter><Esc>vo")
    #expect(app.screen.contains("按后文排"))
    let following = app.state.search?.detail.lines?.map(\.after) ?? []
    #expect(following.count == 7 && following != results("残疾<C-t>").state.search?.detail.lines?.map(\.after))
    app.press("o")
    #expect(app.screen.contains("按前文排") && app.state.search?.detail.lines?.map(\.after) != following)
    app.press("o")
    #expect(app.screen.contains("按相关排"))
  }

  @Test func lateLinesAreDropped() {
    var app = results("残疾<Enter><Esc>")
    app.answers = false
    app.press("v")
    let id = app.state.lastSearch
    app.send(.concordance(id: id, .following, Concordance(lines: [], isCut: false)))
    app.send(.concordance(id: id - 1, .found, Concordance(lines: [], isCut: false)))
    #expect(app.state.search?.detail.lines == nil)
  }

  @Test func countsStandByPlaceAndMonthAndEnterNarrows() throws {
    var app = results("残疾<Enter><Esc>V")
    let table = try #require(app.state.search?.detail.table)
    #expect(table.total.articles == 2 && app.screen.contains("合计"))
    let place = try #require(table.rows.first??.place)
    #expect(app.screen.contains(place.name) && app.screen.contains("2021-06  08"))
    #expect(app.state.layout.panes.map(\.pane) == [.search], "the months have all the room")
    app.press("<Enter>")
    #expect(app.state.search?.query.text == "残疾 county:\(place.name)" && app.state.search?.view == .hits)
    #expect(app.state.search?.answer?.hits.count == table.count(row: 0).articles)
  }

  @Test func monthsThatDoNotFitAreCountedTogether() throws {
    let app = results("县<Enter><Esc>V", columns: 34)
    let table = try #require(app.state.search?.detail.table)
    let header = try #require(app.screen.split(separator: "\n").first { $0.contains("合计") })
    #expect(header.contains("更早") && table.columns.count > header.split(separator: " ").count - 2)
    for (index, value) in table.rows.enumerated() {
      guard let place = value?.place else { continue }
      let row = try #require(app.screen.split(separator: "\n").first { $0.hasPrefix(" " + place.name) })
      let counts = row.split(separator: " ").compactMap { Int($0) }
      #expect(counts[0] == counts[1...].reduce(0, +) && counts[0] == table.count(row: index).articles)
    }
  }

  @Test func aTableHasRoomForAYearOnEightyCells() throws {
    let pages = (1...17).map { number in
      let day = NewsDate(year: 2020 + (number - 1) / 12, month: (number - 1) % 12 + 1, day: 5)
      return SamplePages.page(
        FilePath("\(number).txt"),
        [SamplePages.article(FilePath("\(number).txt"), 1, headline: "高唐县修路", date: day, body: ["高唐县修了第\(number)条路。"])])
    }
    var app = Driver(pages, columns: 80, rows: 24)
    app.press("/修<Enter><Esc>V")
    #expect(app.screen.contains("更早  2020-06  07  08  09  10  11  12  2021-01  02  03  04  05"))
    #expect(app.screen.contains("h 更早 5 个月") && app.screen.contains("h 更早  V"))
    app.press("hh")
    #expect(app.screen.contains("h 更早 3 个月  l 更晚 2 个月"))
    app.press("9h")
    #expect(app.screen.contains("合计  2020-01  02  03  04  05  06  07  08  09  10  11  12  2021-01  02"))
    #expect(!app.screen.contains("更早") && app.screen.contains("l 更晚 3 个月"))
    // Every article is counted once, whatever stands on the screen.
    let row = try #require(app.screen.split(separator: "\n").first { $0.hasPrefix(" 高唐县") })
    #expect(row.split(separator: " ").compactMap { Int($0) }.first == 17)
  }

  @Test func resultsWithoutMatchesTakeARowEach() {
    var app = results("县:东阿", columns: 80)
    #expect(app.screen.contains("2 篇") && !app.screen.contains("0 处"))
    let rows = app.screen.split(separator: "\n")
    #expect(rows[3...4].joined().contains("图为东阿县鱼山镇") && rows[3...4].joined().contains("东阿县工会送清凉"), "\(rows)")
    app.press("<Enter><Esc>")
    app.send(.key(.mouse(MouseEvent(.press(1), at: Point(x: 5, y: 4)))))
    #expect(app.state.search?.cursor.selected == 1)
  }

  @Test func anInferredYearIsMarkedInLinesToo() throws {
    let day = try #require(NewsDate(year: 2021, month: 8, day: 11, yearIsInferred: true))
    let page = SamplePages.page(
      "a.txt", [SamplePages.article("a.txt", 1, headline: "修路", date: day, body: ["村里修路。"])])
    var app = Driver([page], columns: 140, rows: 20)
    #expect(app.screen.contains("2021-08-11?") && app.screen.contains("2021-08-11（年份推定）"))
    app.press("/修路<Enter><Esc>")
    #expect(app.screen.contains("2021-08-11?"))
    app.press("v")
    #expect(app.screen.contains("2021-08-11?"))
  }

  @Test func viewsFitTheSmallestScreens() {
    for (columns, rows) in [(20, 5), (40, 12), (80, 24), (200, 60)] {
      var app = Driver(SamplePages.all, columns: columns, rows: rows)
      app.press("/残疾<C-t>")
      #expect(!app.screen.isEmpty)
      app.press("<C-t>")
      #expect(!app.screen.isEmpty)
      app.press("<C-t>")
      #expect(app.state.search?.view == .hits)
    }
  }

  @Test func aNearTextIsOfferedAndOneKeyTakesIt() {
    var app = results("残疾仁")
    #expect(app.screen.contains("没有找到") && app.screen.contains("~残疾仁  2 篇"))
    app.press("<C-y>")
    #expect(app.state.prompt?.line.text == "~残疾仁" && app.state.search?.answer?.hits.count == 2)
    #expect(app.texts(in: .nearMatch).contains("残疾人"))
    app.press("<Enter><Esc>")
    #expect(app.texts(in: .match).isEmpty)
  }

  @Test func pinyinIsOfferedAndEnterTakesIt() {
    var app = results("canji")
    #expect(app.state.search?.answer?.hits.isEmpty == true && app.screen.contains("残疾  2 篇"))
    app.press("<Enter>")
    #expect(app.state.prompt?.line.text == "残疾")
    #expect(app.state.search?.query.text == "残疾" && app.state.search?.answer?.hits.count == 2)
  }

  @Test func anotherQueryForgetsTheOffers() {
    var app = results("残疾仁")
    app.press("<Backspace>")
    #expect(app.state.search?.offers.all.isEmpty == true && app.screen.contains("2 篇"))
  }
}
