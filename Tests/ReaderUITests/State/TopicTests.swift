import NewsModel
import Testing

@testable import ReaderUI

struct TopicTests {
  private func reader(_ topics: String = "") -> Driver {
    var app = Driver(SamplePages.all, columns: 120, rows: 30)
    if !topics.isEmpty { app.writeTopics(topics) }
    return app
  }

  @Test func topicsStandBelowTheClippingsWithTheirUnread() {
    var app = reader("残疾人 = 残疾\n麦收 = 小麦\n")
    let rows = app.screen.split(separator: "\n").map { $0.prefix(22) }
    let place = rows.firstIndex { $0.contains("剪报") } ?? 0
    #expect(rows[place + 1].contains("残疾人") && rows[place + 1].contains("2") && rows[place + 2].contains("麦收"))
    // Reading one article of the topic counts it as read.
    app.press("jjlll")
    #expect(app.state.places.selected.key == .topic("残疾人") && app.state.list.rows.count == 2)
    #expect(app.state.places.unread[2] == 1)
  }

  @Test func aQueryIsKeptUnderANameAndChangedAndRemoved() {
    var app = reader()
    app.press("/残疾 代办员<Enter>W")
    #expect(app.screen.contains("存成专题"))
    app.press("助残<Enter>")
    #expect(app.topicLines == ["助残 = 残疾 代办员"])
    #expect(app.state.topics.entries.map(\.name) == ["助残"] && app.screen.contains("助残"))
    // The same name again has to be confirmed.
    app.press("<Esc><Esc>&工会<Enter>W<C-u>助残<Enter>")
    #expect(app.topicLines == ["助残 = 残疾 代办员"] && app.state.prompt?.complaint != nil)
    app.press("<Enter>")
    #expect(app.topicLines == ["助残 = 工会"])
    app.press("<Esc><F2>gjjW<C-u>莘县<Enter>")
    #expect(app.topicLines == ["助残 = 莘县"])
    app.press("<F2>gjjW<C-u><Enter>")
    #expect(app.topicLines.isEmpty && app.state.places.groups.allSatisfy { $0.key != .topic("助残") })
  }

  @Test func aBadNameIsAskedForAgainAndWithoutAQueryThereIsNothingToKeep() {
    var app = reader()
    app.press("W")
    #expect(app.state.prompt == nil && app.state.message != nil)
    app.press("/残疾<Enter>W<C-u>甲=乙<Enter>")
    #expect(app.state.prompt?.complaint != nil && app.topicLines.isEmpty)
    app.press("<Esc>")
    #expect(app.state.prompt == nil)
  }

  @Test func relativeDaysOfATopicCountFromTheDay() throws {
    var app = reader("近日 = 日期:2天\n")
    #expect(app.state.places.groups[2].articles.count == 1)
    app.send(.today(try #require(NewsDate(year: 2021, month: 8, day: 20))))
    #expect(app.state.places.groups[2].articles.isEmpty)
  }

  @Test func aTopicThatCouldNotBeSearchedToTheEndSaysSo() {
    var app = reader()
    app.regexSteps = 1
    app.writeTopics("正则 = /代办.*残疾/\n")
    #expect(app.state.places.groups[2].name(.chinese) == "正则（没有查完）" && app.state.places.groups[2].articles.isEmpty)
  }

  /// Whatever comes, goes and is answered late: once all is answered, a topic holds what a search of its query finds.
  @Test(arguments: 0..<25 as Range<UInt64>) func topicsAreFreshSearchesWhilePagesComeAndGo(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let words = ["残疾", "高唐", "工会 | 古田", "-的", "县:东阿", "段(残疾 职工)", "高唐 <9> 残联", "小麦"]
    var app = Driver(columns: 100, rows: 24)
    var (pages, load) = (SamplePages.withNingde.prefix(1), 0)
    app.load(Array(pages), number: load)
    for _ in 0..<30 {
      app.answers = Bool.random(using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0, 1:
        // More pages of the same loading.
        pages = SamplePages.withNingde.prefix(min(pages.count + 1, SamplePages.withNingde.count))
        app.load(Array(pages), number: load)
      case 2:
        load += 1
        pages = SamplePages.withNingde.prefix(Int.random(in: 1...SamplePages.withNingde.count, using: &random))
        app.load(Array(pages), number: load)
      case 3:
        let count = Int.random(in: 0...4, using: &random)
        app.writeTopics((0..<count).map { "题\($0) = \(words.randomElement(using: &random) ?? "甲")\n" }.joined())
      case 4: app.answerLate()
      default: app.press(["jj", "f", "<F2>g", "ll", "<F2>G"].randomElement(using: &random) ?? "j")
      }
    }
    app.answerLate()
    let library = app.state.catalog.library
    let searcher = Searcher(library: library, index: SearchIndex())
    let topics = app.state.places.groups.filter { if case .topic = $0.key { true } else { false } }
    #expect(topics.map(\.key) == app.state.topics.entries.map { .topic($0.name) }, "seed \(seed)")
    for (topic, entry) in zip(topics, app.state.topics.entries) {
      let found = try #require(searcher.find(entry.query)).articles
      #expect(
        topic.load == app.state.catalog.load && topic.articles == found.map(Int32.init),
        "\(entry.query.text), seed \(seed)")
    }
  }
}
