import Foundation

@testable import NewsModel

/// Pages with boxes, and what is right of them.
enum BoxFixtures {
  /// An article as it was printed.
  struct Printed: Decodable {
    let headline: String
    let paragraphs: [String]
  }

  private static let folder = PageFixtures.folder.appendingPathComponent("boxes")

  static func text(_ name: String) throws -> String {
    String(decoding: try Data(contentsOf: folder.appendingPathComponent(name + ".tsv")), as: UTF8.self)
  }

  static func articles(_ name: String) throws -> [Printed] {
    let lines = String(decoding: try Data(contentsOf: folder.appendingPathComponent(name + ".jsonl")), as: UTF8.self)
    return try lines.split(separator: "\n").map { try JSONDecoder().decode(Printed.self, from: Data($0.utf8)) }
  }

  static func read(_ text: String) -> PageReading {
    PageReader.read(text, file: "page.tsv", byteCount: text.utf8.count)
  }

  /// Every four characters of a text, marks and blanks aside.
  static func quadruples(_ text: String) -> Set<[Character]> {
    let letters = text.precomposedStringWithCompatibilityMapping.filter { $0.isLetter || $0.isNumber }
    let all = Array(letters)
    return Set(all.indices.dropLast(3).map { Array(all[$0..<$0 + 4]) })
  }
}

extension PageReading {
  /// How many of the printed articles stand in one article that holds hardly anything of another.
  func whole(of printed: [BoxFixtures.Printed], in text: String) -> Int {
    let words = BoxFile(text)?.sheets.flatMap(\.words).map { $0.text[...].string }.joined() ?? ""
    let survived = BoxFixtures.quadruples(words)
    let bodies = printed.map { BoxFixtures.quadruples($0.paragraphs.joined()) }
    let found = articles.map { BoxFixtures.quadruples($0.parts.map(\.text).joined()) }
    return printed.indices.count { index in
      let own = bodies[index].intersection(survived)
      let others = bodies.indices.filter { $0 != index }.reduce(into: Set()) { $0.formUnion(bodies[$1]) }.subtracting(
        bodies[index])
      return found.contains { article in
        article.intersection(own).count * 100 >= own.count * 95
          && article.intersection(others).count * 10 <= article.intersection(others.union(own)).count
      }
    }
  }

  /// How many of the printed headlines are an article's.
  func headlines(of printed: [BoxFixtures.Printed]) -> Int {
    let found = Set(articles.compactMap(\.headline).map { $0.filter { !$0.isWhitespace } })
    return printed.count { found.contains($0.headline.filter { !$0.isWhitespace }) }
  }

  /// How many of the printed paragraphs are a part.
  func paragraphs(of printed: [BoxFixtures.Printed]) -> Int {
    let found = Set(articles.flatMap(\.parts).map { $0.text.filter { !$0.isWhitespace } })
    return printed.flatMap(\.paragraphs).count { found.contains($0.filter { !$0.isWhitespace }) }
  }
}
