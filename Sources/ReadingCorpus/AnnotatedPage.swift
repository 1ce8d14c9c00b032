import Foundation
import NewsModel

/// A newspaper page as a careful reader annotated it (`Tests/NewsModelTests/Fixtures/FORMAT.md`), with its text.
public struct AnnotatedPage: Decodable, Sendable {
  /// The people of one role in a byline.
  public struct Credit: Decodable, Sendable {
    /// The names as printed.
    public let names: [String]
  }

  /// One article of the page.
  public struct Article: Decodable, Sendable {
    /// The article's number on its page.
    public let n: Int
    /// What it is: `news`, `photo`, `sidebar`, `brief`, `notice`.
    public let kind: String
    /// The headline, `nil` when it has none.
    public let headline: String?
    /// Who wrote it.
    public let byline: [Credit]
    /// The day of the event, `2021-08-13` or `--08-13`.
    public let date: String?
    /// The one place that it is filed under.
    public let county: String?
    /// Every county-level place that it names or implies.
    public let counties: [String]
    /// Paragraphs cut in two: the line that the first half ends on, the line that it goes on.
    public let joins: [[Int]]
    let lines: [Stretch]

    /// The first of its lines.
    var firstLine: Int { lines.map(\.lines.lowerBound).min() ?? 0 }

    /// Each annotated line (from 1) with its role.
    public var roles: [Int: String] {
      var roles: [Int: String] = [:]
      for stretch in lines { for line in stretch.lines { roles[line] = stretch.role } }
      return roles
    }
  }

  /// Lines of one role: `[9, 11, "body"]`.
  struct Stretch: Decodable, Sendable {
    let lines: ClosedRange<Int>
    let role: String

    init(from decoder: any Decoder) throws {
      var values = try decoder.unkeyedContainer()
      let first = try values.decode(Int.self)
      let last = try values.decode(Int.self)
      guard first >= 1, first <= last else {
        throw DecodingError.dataCorruptedError(in: values, debugDescription: "lines \(first) to \(last)")
      }
      lines = first...last
      role = try values.decode(String.self)
    }
  }

  /// What the page says of itself.
  public struct Facts: Decodable, Sendable {
    /// The newspaper.
    public let paper: String?
    /// The prefecture that the paper belongs to.
    public let prefecture: String?
  }

  /// The name of the page file.
  public let file: String
  /// What the page says of itself.
  public let page: Facts
  /// The articles in the order of print.
  public let articles: [Article]
  /// The page's text, lines ending with `\n`.
  public private(set) var text = ""

  enum CodingKeys: String, CodingKey { case file, page, articles }

  /// The articles in the order of their first lines, which is that of `reading`.
  public var articlesInOrder: [Article] { articles.sorted { $0.firstLine < $1.firstLine } }

  /// The page as a reader without fault hands it over, so that filing is measured apart from reading.
  public var reading: PageReading {
    let source = text.split(separator: "\n", omittingEmptySubsequences: false)
    let made = articlesInOrder.enumerated().map { index, article in
      let parts = article.lines.compactMap { stretch -> Part? in
        guard let role = PartRole(rawValue: stretch.role) else { return nil }
        let lines = stretch.lines.clamped(to: 1...max(1, source.count))
        return Part(
          role: role, text: Self.mended(source[(lines.lowerBound - 1)..<lines.upperBound]),
          lines: [LineSpan(lines.lowerBound, lines.upperBound)])
      }
      return NewsModel.Article(
        file: FilePath(file), number: index + 1, kind: ArticleKind(rawValue: article.kind) ?? .news,
        headline: article.headline, parts: parts)
    }
    return PageReading(facts: PageFacts(file: FilePath(file), paper: page.paper, byteCount: 0), articles: made)
  }

  /// Lines as one paragraph: without marks of Markdown and blanks at line ends, but for one between words in Latin letters.
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

  /// The names, or beginnings of names, of pages that nothing is fitted to: the words of a file, lines with `#` aside.
  ///
  /// - Throws: the error of reading the file.
  public static func namesKeptOut(_ file: URL) throws -> [String] {
    try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("#") }
      .flatMap { $0.split(separator: " ") }.map(String.init)
  }

  /// The annotated pages in a folder: every `.json` in it, with the text of the file that it names.
  ///
  /// - Parameters:
  ///   - gold: the folder of annotations.
  ///   - pages: the folders that texts are looked for in.
  /// - Returns: the pages, by file name.
  /// - Throws: the error of the first file that is missing or is no annotation.
  public static func all(in gold: URL, pages: [URL]) throws -> [AnnotatedPage] {
    let files = try FileManager.default.contentsOfDirectory(at: gold, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }.sorted { $0.lastPathComponent < $1.lastPathComponent }.map {
      var page = try JSONDecoder().decode(AnnotatedPage.self, from: Data(contentsOf: $0))
      let file = page.file
      guard
        let source = pages.map({ $0.appendingPathComponent(file) }).first(where: {
          FileManager.default.fileExists(atPath: $0.path)
        })
      else { throw CocoaError(.fileNoSuchFile, userInfo: [NSFilePathErrorKey: file]) }
      page.text = String(decoding: try Data(contentsOf: source), as: UTF8.self)
        .replacingOccurrences(of: "\r\n", with: "\n")
      return page
    }
  }
}
