import Foundation
import ReadingCorpus

@testable import NewsModel

/// Three newspapers over three months, made up with a seed: what each page is, which issues and pages are missing, which
/// articles are versions of one story. Their texts are sentences of the annotated pages, put together anew.
struct MadeArchive {
  /// A story as it was written, and its number.
  struct Story {
    let number: Int
    let headline: String
    let paragraphs: [String]
    let day: Int
  }

  /// A page as it was printed.
  struct Page {
    let paper: String
    let day: NewsDate
    let number: String
    let file: FilePath
    /// The numbers of its stories by their headlines as printed, before anything was misread.
    var stories: [Int]
    var text: String
  }

  /// How a paper comes out and how its files are named.
  private struct Paper {
    let name: String
    let weekdays: Set<Int>
    let pageNames: [String]
    let path: @Sendable (NewsDate, String) -> String
  }

  private static let papers = [
    Paper(name: "聊城日报", weekdays: [0, 1, 2, 3, 4, 5, 6], pageNames: ["1", "2"]) {
      "聊城日报/\($0)/0\($1)版.txt"
    },
    Paper(name: "聊城晚报", weekdays: [4], pageNames: ["A01", "A02", "A03", "A04"]) {
      "wanbao/\($0.description.filter { $0 != "-" })_\($1).txt"
    },
    Paper(name: "鲁西农村报", weekdays: [0, 2, 4], pageNames: ["1", "2"]) { "nongcun/\($0)-\($1).txt" },
  ]

  private(set) var pages: [Page] = []
  /// Days and pages that were taken out.
  private(set) var missingIssues: Set<String> = []
  private(set) var missingPages: Set<String> = []
  /// The stories that go on on another page.
  private(set) var jumps: Set<Int> = []
  private var random: SeededGenerator
  private let sentences: [String]
  private let headlines: [String]
  private let characters: [Character]
  private var stories: [Story] = []

  /// An archive whose pages have up to `noise` of their characters misread.
  init(seed: UInt64, noise: Double) throws {
    random = SeededGenerator(seed: seed)
    let annotated = try AnnotatedPage.all(
      in: PageFixtures.folder.appendingPathComponent("gold"),
      pages: [PageFixtures.folder.appendingPathComponent("pages"), PageFixtures.seeds])
    var bodies: [String] = []
    var headlines: [String] = []
    for page in annotated {
      let lines = page.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      for article in page.articles {
        if let headline = article.headline, (8...20).contains(headline.count) { headlines.append(headline) }
        bodies += article.roles.filter { $0.value == "body" }.sorted { $0.key < $1.key }.map { lines[$0.key - 1] }
      }
    }
    sentences = bodies.joined().split(separator: "。").map { $0.filter { !$0.isWhitespace } + "。" }
      .filter { (15...60).contains($0.count) && !$0.contains("版") && !$0.contains("讯") && !$0.contains("(") }
    self.headlines = headlines
    characters = Array(Set(bodies.joined()).filter { ("\u{4E00}"..."\u{9FFF}").contains($0) }).sorted()
    setPages()
    for index in pages.indices {
      let share = Double.random(in: 0...noise, using: &random)
      pages[index].text = misread(pages[index].text, share)
    }
  }

  /// The story with a number.
  func story(_ number: Int) -> Story { stories[number] }

  private mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &random) < share }

  // MARK: Stories

  private mutating func story(on day: Int) -> Story {
    // One in six is a report of a meeting, most of it in the words of all such reports.
    let isMeeting = chance(0.16)
    let count = Int.random(in: 4...9, using: &random)
    var all = (0..<count).map { _ in sentences.randomElement(using: &random) ?? "" }
    if isMeeting { all = Array(all.prefix(3)) + Self.formula }
    var paragraphs: [String] = []
    while !all.isEmpty {
      let length = min(all.count, Int.random(in: 1...4, using: &random))
      paragraphs.append(all.prefix(length).joined())
      all.removeFirst(length)
    }
    return Story(
      number: stories.count, headline: headlines.randomElement(using: &random) ?? "", paragraphs: paragraphs, day: day)
  }

  private static let formula = [
    "会议强调，要提高政治站位，深入学习贯彻上级会议精神，切实增强责任感和紧迫感。", "要压实工作责任，细化工作措施，形成一级抓一级、层层抓落实的工作格局。",
    "要坚持问题导向，举一反三，确保各项任务落到实处、见到实效。",
  ]

  /// The story for a place on a page: a new one, or, now and then, one of another paper or page within fifteen days.
  private mutating func nextStory(on day: Int) -> (Story, isReprint: Bool) {
    let near = stories.filter { (0...12).contains(day - $0.day) }
    if chance(0.15), let story = near.randomElement(using: &random) { return (story, true) }
    let story = story(on: day)
    stories.append(story)
    return (story, false)
  }

  /// A story as a paper prints it; a reprint has another headline, opening and sometimes an end cut off.
  private mutating func printed(_ story: Story, isReprint: Bool) -> String {
    var paragraphs = story.paragraphs
    var headline = story.headline
    if isReprint {
      headline = headlines.randomElement(using: &random) ?? headline
      if paragraphs.count > 2, chance(0.3) { paragraphs.removeLast() }
    }
    let surname = ["王", "李", "张", "刘"].randomElement(using: &random) ?? ""
    paragraphs[0] = (isReprint ? "据本报综合消息 " : "本报讯(记者 \(surname)明)") + paragraphs[0]
    return ([headline] + paragraphs).joined(separator: "\n\n")
  }

  /// A story that goes on on another page, cut in mid-sentence.
  private func cut(_ story: Story, from page: String, to goal: String) -> (String, String) {
    let text = story.paragraphs.joined()
    let at = text.index(text.startIndex, offsetBy: text.count / 2)
    let name = { (page: String) in
      page.hasPrefix("A") ? page + "版" : "第" + ["一", "二", "三", "四"][(Int(page) ?? 1) - 1] + "版"
    }
    return (
      story.headline + "\n\n本报记者 王小明\n\n" + text[..<at] + "\n\n(下转\(name(goal)))",
      story.headline + "\n\n(上接\(name(page)))" + text[at...]
    )
  }

  // MARK: Pages

  private mutating func setPages() {
    guard let first = NewsDate(year: 2023, month: 3, day: 1) else { return }
    for offset in 0..<92 {
      guard let day = first.adding(offset) else { continue }
      for paper in Self.papers where paper.weekdays.contains(day.weekday ?? -1) {
        let isAtEdge = offset < 10 || offset > 81
        if !isAtEdge, chance(0.07) {
          missingIssues.insert("\(paper.name) \(day)")
          continue
        }
        let lost = !isAtEdge && chance(0.06) ? paper.pageNames.randomElement(using: &random) : nil
        if let lost { missingPages.insert("\(paper.name) \(day) \(PageNumber.normalized(lost) ?? "")") }
        var continued: [String: [(story: Int, text: String)]] = [:]
        for name in paper.pageNames where name != lost {
          let later = paper.pageNames.filter { $0 > name && $0 != lost }
          add(paper, day, name, offset, later: later, &continued)
        }
      }
    }
  }

  private mutating func add(
    _ paper: Paper, _ day: NewsDate, _ number: String, _ offset: Int, later: [String],
    _ continued: inout [String: [(story: Int, text: String)]]
  ) {
    let weekday = ["一", "二", "三", "四", "五", "六", "日"][day.weekday ?? 0]
    let date = "\(day.year ?? 0)年\(day.month)月\(day.day)日 星期\(weekday)"
    let head =
      number.hasSuffix("1")
      ? "\(paper.name)\n\(date) 第\(number)版" : "\(paper.name) \(date) 第\(number)版"
    var blocks = [chance(0.1) ? "第\(number)版" : head]
    var numbers: [Int] = []
    for _ in 0..<Int.random(in: 2...4, using: &random) {
      let (story, isReprint) = nextStory(on: offset)
      if numbers.contains(story.number) { continue }
      numbers.append(story.number)
      if !isReprint, chance(0.15), let goal = later.randomElement(using: &random) {
        let (head, rest) = cut(story, from: number, to: goal)
        blocks.append(head)
        continued[goal, default: []].append((story.number, rest))
        jumps.insert(story.number)
      } else {
        blocks.append(printed(story, isReprint: isReprint))
      }
    }
    for (story, text) in continued[number] ?? [] {
      numbers.append(story)
      blocks.append(text)
    }
    blocks.append("责任编辑 李四 版式 王五 校对 赵六")
    pages.append(
      Page(
        paper: paper.name, day: day, number: number, file: FilePath(paper.path(day, number)), stories: numbers,
        text: blocks.joined(separator: "\n\n") + "\n"))
  }

  /// The text with a share of its Han and digits misread as others.
  private mutating func misread(_ text: String, _ share: Double) -> String {
    var result = ""
    for character in text {
      if ("\u{4E00}"..."\u{9FFF}").contains(character), chance(share) {
        result.append(characters.randomElement(using: &random) ?? character)
      } else if character.isNumber, chance(share) {
        result.append("0123456789".randomElement(using: &random) ?? character)
      } else {
        result.append(character)
      }
    }
    return result
  }
}
