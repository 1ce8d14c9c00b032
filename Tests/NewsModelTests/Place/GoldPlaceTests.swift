import ReadingCorpus
import Testing

@testable import NewsModel

/// How well filing agrees with pages that people annotated, and that it does not depend on what else is in the folder.
struct GoldPlaceTests {
  private static let filer = PlaceFiler()

  private static func filed(_ pages: [AnnotatedPage]) -> [[Article]] {
    var library = Library()
    library.append(pages.map(\.reading))
    filer.file(&library)
    return library.articleRanges.map { Array(library.articles[$0]) }
  }

  /// Groups of pages (first letters of their names) with the shares reached of places and of mentions, each page alone.
  @Test(arguments: [("0hmnpqu", 0.96, 0.97), ("r", 0.85, 0.95), ("wxyz", 0.88, 0.93)])
  func filesGoldArticlesAsTheAnnotatorsDid(pages: String, places: Double, mentions: Double) throws {
    var score = PlaceScore()
    for page in try GoldPages.all() where pages.contains(page.file.prefix(1)) {
      score.add(page, Self.filed([page])[0])
    }
    #expect(score.places >= places)
    #expect(score.mentions >= mentions)
  }

  /// Over a hundred pages of eighty papers in one folder: a page is filed as it is filed alone, but for articles that name no place.
  @Test func noPageChangesWhereAnArticleOfAnotherIsFiled() throws {
    let pages = try GoldPages.all()
    for (page, together) in zip(pages, Self.filed(pages)) {
      for (alone, article) in zip(Self.filed([page])[0], together) where alone.filing.namesPlace {
        #expect(
          PlaceDesk.summary(article) == PlaceDesk.summary(alone) && article.filing.evidence == alone.filing.evidence,
          "\(page.file) \(article.number)")
      }
    }
  }
}

extension Filing {
  /// Whether words of the article speak for a place.
  fileprivate var namesPlace: Bool { evidence.contains { $0.part != nil } || !mentioned.isEmpty }
}
