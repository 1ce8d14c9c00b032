import Foundation
import Testing

@testable import NewsModel

@Suite struct ClippingMatcherTests {
  static let articles = SeedArticles.all

  static func kept(_ article: Article) -> Clipping { Clipping(of: article, facts: nil, added: Date()) }

  /// The article as another scan might read it: `percent` of its Han are others.
  static func misread(_ article: Article, percent: Int, _ random: inout SearchRandom) -> Article {
    let parts = article.parts.map { part in
      var text = ""
      for scalar in part.text.unicodeScalars {
        let isMisread = scalar.value >= 0x4E00 && random.chance(percent)
        text.unicodeScalars.append(isMisread ? "囧" : scalar)
      }
      return Part(role: part.role, text: text, lines: part.lines)
    }
    return Article(file: "elsewhere.txt", number: article.number, kind: article.kind, parts: parts)
  }

  @Test func aMovedFileKeepsEveryClipping() {
    let moved = Self.articles.map {
      Article(
        file: FilePath("moved").appending($0.file), number: $0.number, kind: $0.kind, headline: $0.headline,
        parts: $0.parts)
    }
    let matches = ClippingMatcher.match(Self.articles.map(Self.kept), in: moved)
    #expect(
      matches.enumerated().allSatisfy { $1?.resemblance == 1 && moved[$1?.index ?? 0].id == Self.articles[$0].id })
  }

  @Test(arguments: 0..<5 as Range<UInt64>)
  func aPageReadAnewWithAFewWrongCharactersKeepsItsClippings(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let long = Self.articles.filter { $0.parts.reduce(0) { $0 + $1.text.unicodeScalars.count } >= 100 }
    #expect(long.count > 20)
    let misread = long.map { Self.misread($0, percent: 3, &random) }
    let matches = ClippingMatcher.match(long.map(Self.kept), in: misread.reversed())
    #expect(matches.map { $0.map { misread.count - 1 - $0.index } } == Array(misread.indices))
  }

  @Test func theLargerPartOfASplitArticleIsIt() throws {
    let article = try #require(Self.articles.max { $0.parts.count < $1.parts.count })
    let cut = article.parts.count * 2 / 3
    let pieces = [article.parts[cut...], article.parts[..<cut]].enumerated().map {
      Article(file: article.file, number: $0 + 1, kind: .news, parts: Array($1))
    }
    let larger =
      pieces[0].parts.map(\.text.utf8.count).reduce(0, +) > pieces[1].parts.map(\.text.utf8.count).reduce(0, +)
    #expect(ClippingMatcher.match([Self.kept(article)], in: pieces).first??.index == (larger ? 0 : 1))
  }

  @Test func otherArticlesAreNotTakenForALostOne() {
    for (index, article) in Self.articles.enumerated() {
      let others = Self.articles.enumerated().filter { $0.offset != index }.map(\.element)
      let found = ClippingMatcher.match([Self.kept(article)], in: others).first ?? nil
      #expect(found == nil, "\(article.title) taken for \(found.map { others[$0.index].title } ?? "")")
    }
  }
}
