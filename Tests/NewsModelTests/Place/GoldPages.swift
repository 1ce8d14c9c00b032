import Foundation
import ReadingCorpus

@testable import NewsModel

/// The annotated pages, by file name.
enum GoldPages {
  static func all() throws -> [AnnotatedPage] {
    try AnnotatedPage.all(
      in: PageFixtures.folder.appendingPathComponent("gold"),
      pages: [PageFixtures.folder.appendingPathComponent("pages"), PageFixtures.seeds])
  }
}
