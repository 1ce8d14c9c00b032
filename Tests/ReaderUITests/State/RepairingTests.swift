import Foundation
import NewsModel
import Testing

@testable import ReaderUI

/// Mending how a page is cut, in the page beside its article.
struct RepairingTests {
  private static let text = """
    东阿县召开助残工作会议

    本报讯(记者 高田)6月2日,东阿县召开助残工作会议,安排下半年的工作。全县十个乡镇的负责人参加会议。

    高唐县千名代办员助残当先锋

    本报讯(记者 孙亚飞)8月11日,高唐县固河镇的残疾人李玉梅领到了残疾人证。代办员把证送到了她的手里。

    会议要求,各乡镇要把助残工作放在心上,办好每一件小事,让残疾人少跑腿。

    莘县工会为职工办实事

    本报讯(记者 张莹)7月21日,莘县总工会组织职工体检,十八里铺镇的职工首批受益。
    """

  private func app() -> Driver { Driver(texts: [("0811.txt", Self.text)]) }

  /// The headline of the article that holds a text.
  private func home(of text: String, _ app: Driver) -> String? {
    app.state.catalog.library.articles.first { $0.parts.contains { $0.text.contains(text) } }?.headline
  }

  private func mended() -> Driver {
    var app = app()
    app.press("lj")
    app.press("\\v")
    while app.state.source?.choice?.cursor != 9, app.state.source?.choice?.cursor ?? 99 < 11 { app.press("j") }
    return app
  }

  @Test func linesAreGivenToTheArticleAboveByOneKeyAndTakenBack() throws {
    var app = mended()
    let before = home(of: "会议要求", app)
    #expect(before?.contains("高唐县") == true && app.screen.contains("第 9 行"))
    app.press("K")
    #expect(home(of: "会议要求", app)?.contains("东阿县") == true)
    #expect(app.repairs.count == 1 && app.screen.contains("u 撤销") && app.screen.contains("〔已校〕"))
    #expect(app.state.source?.choice?.cursor == 9)
    app.press("u")
    #expect(home(of: "会议要求", app) == before && app.repairs.isEmpty)
    app.press("<C-r>")
    #expect(home(of: "会议要求", app)?.contains("东阿县") == true && app.repairs.count == 1)
    app.press("<Esc>\\i")
    #expect(app.screen.contains("此版由用户校过") && app.screen.contains("第 9 行"))
  }

  @Test func readmesOwnWrongCutTakesThreeKeysOnceTheCursorIsThere() throws {
    let seeds = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("seeds")
    let name = "004_4b4b1628076be1df.txt"
    let text = try String(contentsOf: seeds.appendingPathComponent(name), encoding: .utf8)
    var app = Driver(texts: [(FilePath("seeds/" + name), text)], columns: 120, rows: 40)
    app.press("l")
    while app.state.openArticle?.parts.contains(where: { $0.text.contains("易怒甚至暴力倾向") }) == false { app.press("j") }
    app.press("\\v")
    while app.state.source?.choice?.cursor ?? 99 < 51 { app.press("j") }
    #expect(app.screen.contains("第 51 行") && home(of: "易怒甚至", app)?.contains("北城街道") == true)
    app.press("vjK")
    #expect(home(of: "易怒甚至", app)?.contains("高新区教育局") == true)
    #expect(home(of: "(冯辉 雷玉芳)", app)?.contains("高新区教育局") == true)
    #expect(app.state.openArticle?.isRepaired == true && app.screen.contains("〔已校〕"))
  }

  @Test func clippingsAndReadMarksFollowTheMendedArticle() {
    var app = app()
    app.press("ljl")
    app.press("ma重要<Enter>")
    let old = app.kept.first?.id
    app.press("\\v")
    while app.state.source?.choice?.cursor ?? 99 < 9 { app.press("j") }
    app.press("K")
    let open = app.state.openArticle
    #expect(open?.id != old && app.kept.map(\.id) == [open?.id ?? ""])
    #expect(app.kept.first?.note == "重要" && app.kept.first?.text.contains("会议要求") == false)
    #expect(app.state.read.contains(open?.id ?? ""))
    app.press("u")
    #expect(app.kept.map(\.id) == [old ?? ""])
  }

  @Test func aNewArticleARoleAndALetterAreOneKeyEach() {
    var app = mended()
    app.press("n")
    #expect(app.state.catalog.library.articles.contains { $0.headline == nil && $0.title.contains("会议要求") })
    app.press("rh")
    #expect(app.state.catalog.library.articles.contains { $0.headline?.contains("会议要求") == true })
    app.press("c")
    for _ in 0..<80 { app.press(.left) }
    app.press("<Del>再<Enter>")
    #expect(home(of: "再议要求", app) != nil && app.repairs.count == 3)
    app.press("tj")
    #expect(app.screen.contains("归入哪一篇"))
    app.press("<Esc>u")
    #expect(home(of: "会议要求", app) != nil)
  }

  @Test func splittingGoesInsideALine() {
    var app = mended()
    app.press("kkkk")
    let line = app.state.source?.choice?.cursor ?? 0
    #expect(line < 9)
    app.press("G")
    app.press("15lx")
    let articles = app.state.catalog.library.articles
    #expect(app.repairs.count == 1 && articles.contains { $0.isRepaired })
  }

  @Test func theMouseChoosesLines() throws {
    var app = app()
    app.press("lj\\")
    let area = try #require(app.state.layout.area(of: .source))
    func point(_ row: Int) -> Point { Point(x: area.x + 8, y: area.y + 1 + row) }
    app.press(.mouse(MouseEvent(.press(1), at: point(0))))
    let first = try #require(app.state.source?.choice?.cursor)
    app.press(.mouse(MouseEvent(.drag(1), at: point(4))))
    #expect(app.state.source?.choice?.lines == first...first + 4 || app.state.source?.choice?.anchor == first)
    app.press("q")
    #expect(app.state.source?.choice == nil && app.state.focus == .source)
  }
}
