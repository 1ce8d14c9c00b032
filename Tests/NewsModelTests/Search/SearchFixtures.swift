import Foundation

@testable import NewsModel

/// Libraries for the search tests.
enum SearchFixtures {
  /// The articles of the seeds, with bylines, dates and places dealt out so that every field can be asked for.
  static let seeds: Library = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder.append(path: "seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    var library = Library()
    for name in names.sorted() where name.hasSuffix(".txt") {
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { continue }
      let lines = text.split(separator: "\n").map(String.init).filter { $0.contains { !$0.isWhitespace } }
      library.append([page(of: lines, file: FilePath("seeds/" + name))])
    }
    return library.filed()
  }()

  /// Articles of eight lines: a headline, a kicker and paragraphs.
  private static func page(of lines: [String], file: FilePath) -> PageReading {
    let roles: [PartRole] = [.kicker, .headline, .byline, .body, .body, .caption, .body, .deck]
    let starts = stride(from: 0, to: lines.count, by: roles.count)
    let articles = starts.enumerated().map { number, start in
      let parts = zip(roles, lines[start..<min(start + roles.count, lines.count)]).enumerated().map { index, pair in
        Part(role: pair.0, text: pair.1, lines: [LineSpan(start + index + 1, start + index + 1)])
      }
      return Article(
        file: file, number: number + 1, kind: .news, byline: [Credit(role: "记者", names: [["李梦", "孙亚飞"][number % 2]])],
        date: number % 3 == 0 ? nil : NewsDate(year: 2020 + number % 3, month: number % 12 + 1, day: number % 28 + 1),
        parts: parts)
    }
    return PageReading(facts: PageFacts(file: file, byteCount: 0), articles: articles)
  }

  /// Articles of few characters, so that every short text occurs, overlaps itself and stands at ends of parts.
  static func invented(
    seed: UInt64, count: Int,
    alphabet: [String] = [
      "甲", "乙", "丙", "a", "b", "A", " ", "\u{3000}", "，", "縣", "县", "𠮷", "“", "1", "Ｂ", "\u{200b}",
    ]
  ) -> Library {
    var random = SearchRandom(seed: seed)
    let roles: [PartRole] = [.headline, .kicker, .deck, .body, .caption]
    var library = Library()
    for number in 0..<count {
      let parts = (0..<Int.random(in: 1...4, using: &random)).map { _ in
        let length = Int.random(in: 0...24, using: &random)
        let text = (0..<length).map { _ in random.pick(alphabet) }.joined()
        return Part(role: random.pick(roles), text: text, lines: [LineSpan(1, 1)])
      }
      let article = Article(file: FilePath("f\(number % 3).txt"), number: number, kind: .news, parts: parts)
      library.append([PageReading(facts: PageFacts(file: article.file, byteCount: 0), articles: [article])])
    }
    return library.filed()
  }
}

extension Library {
  fileprivate func filed() -> Library {
    var library = self
    let places = ["高唐县", "冠县", "东阿县"].map { Place(name: $0, prefecture: "聊城市") }
    for index in library.articles.indices {
      let filing = Filing(place: index % 4 == 3 ? nil : places[index % 3], mentioned: [places[index % 2]])
      library.changeFiling(at: index) { $0 = filing }
    }
    return library
  }
}
