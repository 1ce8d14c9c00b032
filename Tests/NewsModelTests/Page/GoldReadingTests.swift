import Foundation
import ReadingCorpus
import Testing

@testable import NewsModel

/// What reading reached on annotated pages must not be lost again.
struct GoldReadingTests {
  /// The figures reached, by group of pages (first letters of their names); raise them when they rise.
  static let reached: [(pages: String, floor: [String: Double])] = [
    (
      "0h",
      ["split": 0.98, "whole": 0.90, "headline": 0.97, "roles": 0.99, "byline": 0.96, "date": 0.97, "joins": 0.94]
    ),
    (
      "mq",
      ["split": 0.98, "whole": 0.94, "headline": 0.95, "roles": 0.99, "byline": 0.97, "date": 0.98, "joins": 0.95]
    ),
    (
      "np",
      ["split": 0.97, "whole": 0.91, "headline": 0.95, "roles": 0.99, "byline": 0.95, "date": 0.97, "joins": 0.90]
    ),
    // In the layouts of real papers.
    (
      "r", ["split": 0.99, "whole": 0.98, "headline": 0.96, "roles": 0.98, "byline": 0.97, "date": 0.96, "joins": 0.97]
    ),
    (
      "wxyz",
      ["split": 0.94, "whole": 0.86, "headline": 0.92, "roles": 0.98, "byline": 0.92, "date": 0.94, "joins": 0.3]
    ),
  ]

  /// Pages that nothing was ever fitted to (`Fixtures/held-out.txt`).
  static let reachedOnHeldOut = [
    "split": 0.93, "whole": 0.81, "headline": 0.80, "roles": 0.98, "byline": 0.87, "date": 0.90, "joins": 0.85,
  ]

  private static func pages() throws -> (learned: [AnnotatedPage], heldOut: [AnnotatedPage]) {
    let all = try AnnotatedPage.all(
      in: PageFixtures.folder.appendingPathComponent("gold"),
      pages: [PageFixtures.folder.appendingPathComponent("pages"), PageFixtures.seeds])
    let names = try AnnotatedPage.namesKeptOut(PageFixtures.folder.appendingPathComponent("held-out.txt"))
    func isHeldOut(_ page: AnnotatedPage) -> Bool { names.contains { page.file.hasPrefix($0) } }
    return (all.filter { !isHeldOut($0) }, all.filter(isHeldOut))
  }

  private func expect(_ pages: [AnnotatedPage], _ floor: [String: Double], _ name: String) {
    var score = ReadingScore()
    for page in pages {
      score.add(page, PageReader.read(page.text, file: FilePath(page.file), byteCount: 0).articles)
    }
    for (figure, value) in score.figures {
      #expect(value >= floor[figure] ?? 1, "\(figure) on \(name): \(value)")
    }
  }

  @Test(arguments: reached.indices) func readsAnnotatedPagesAsWellAsBefore(group: Int) throws {
    let (pages, floor) = Self.reached[group]
    expect(try Self.pages().learned.filter { pages.contains($0.file.prefix(1)) }, floor, "pages \(pages)")
  }

  @Test func readsPagesThatNothingWasFittedTo() throws {
    expect(try Self.pages().heldOut, Self.reachedOnHeldOut, "pages held out")
  }
}
