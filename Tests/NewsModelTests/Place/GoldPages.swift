import Foundation

@testable import NewsModel

/// A page with its hand-made reading, so that filing is measured apart from the splitting of pages.
struct GoldPage: Decodable {
  struct Article: Decodable {
    let n: Int
    let kind: String
    let headline: String?
    let county: String?
    let counties: [String]
    let lines: [[LineMark]]
  }
  struct Facts: Decodable {
    let paper: String?
    let prefecture: String?
  }
  /// A line number or a role: `[3, 5, "body"]`.
  enum LineMark: Decodable {
    case line(Int), role(String)
    init(from decoder: any Decoder) throws {
      let value = try decoder.singleValueContainer()
      if let line = try? value.decode(Int.self) {
        self = .line(line)
      } else {
        self = .role(try value.decode(String.self))
      }
    }
  }
  let file: String
  let page: Facts
  let articles: [Article]

  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
  static let seeds = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("seeds")

  /// All gold pages, by file name.
  static func all() throws -> [GoldPage] {
    let files = try FileManager.default.contentsOfDirectory(
      at: folder.appendingPathComponent("gold"), includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.map {
      try JSONDecoder().decode(GoldPage.self, from: Data(contentsOf: $0))
    }
  }

  /// The page as a perfect page reader would hand it over.
  func reading() throws -> PageReading {
    let own = Self.folder.appendingPathComponent("pages/\(file)")
    let source = FileManager.default.fileExists(atPath: own.path) ? own : Self.seeds.appendingPathComponent(file)
    // Lines end with a line feed, also where a carriage return before it makes one character of both.
    let lines = try Data(contentsOf: source).split(separator: 0x0a, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self)[...] }
    let inOrder = articles.sorted { $0.firstLine < $1.firstLine }
    let made = inOrder.enumerated().map { index, gold in
      let parts = gold.ranges.map { first, last, role in
        Part(role: role, text: Self.mended(lines[(first - 1)..<last]), lines: [LineSpan(first, last)])
      }
      let kind = ArticleKind(rawValue: gold.kind) ?? .news
      return NewsModel.Article(
        file: FilePath(file), number: index + 1, kind: kind, headline: gold.headline, parts: parts)
    }
    return PageReading(facts: PageFacts(file: FilePath(file), paper: page.paper, byteCount: 0), articles: made)
  }

  private static func mended(_ lines: ArraySlice<Substring>) -> String {
    var text = ""
    for line in lines.map({
      $0.replacingOccurrences(of: "**", with: "").trimmingCharacters(in: .whitespacesAndNewlines)
    }) {
      if let last = text.last, let first = line.first, last.isASCII && first.isASCII { text += " " }
      text += line
    }
    return text
  }
}

extension GoldPage.Article {
  var ranges: [(first: Int, last: Int, role: PartRole)] {
    lines.compactMap { marks in
      guard marks.count == 3, case .line(let first) = marks[0], case .line(let last) = marks[1],
        case .role(let name) = marks[2], let role = PartRole(rawValue: name)
      else { return nil }
      return (first, last, role)
    }
  }
  var firstLine: Int { ranges.map(\.first).min() ?? 0 }
}
