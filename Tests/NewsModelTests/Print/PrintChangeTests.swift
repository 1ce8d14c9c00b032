import Foundation
import Testing

@testable import NewsModel

/// What tools leave in a page must not change what is read: over all annotated pages, the share of articles with the same headline,
/// names, day and place, and of paragraphs with the same text.
struct PrintChangeTests {
  /// The shares reached for each change; raise them when they rise.
  static let floors: [String: (heads: Double, paragraphs: Double)] = [
    "blanks between characters": (0.98, 0.98), "blanks as wide as the print's": (0.87, 0.9), "radicals": (1, 1),
    "soft hyphens and zero-width marks": (1, 1),
    "CRLF": (1, 1), "doubled blank lines": (1, 1), "full-width marks": (0.99, 0.985), "half-width marks": (0.99, 0.985),
  ]

  private static let filer = PlaceFiler()
  private static let plain: [(text: String, gist: PageGist)] = PageFixtures.files.compactMap { file in
    (try? PageFixtures.text(file.lastPathComponent)).map { ($0, PageGist($0, filer)) }
  }

  @Test(arguments: PrintChange.characters) func aPageIsReadAsBefore(change: PrintChange) throws {
    var (heads, sameHeads, paragraphs, sameParagraphs) = (0, 0, 0, 0)
    for (text, gist) in Self.plain {
      let changed = PageGist(change.apply(text), Self.filer)
      heads += gist.heads.values.reduce(0, +)
      sameHeads += PageGist.shared(gist.heads, changed.heads)
      paragraphs += gist.paragraphs.values.reduce(0, +)
      sameParagraphs += PageGist.shared(gist.paragraphs, changed.paragraphs)
    }
    let floor = try #require(Self.floors[change.description])
    let (head, paragraph) = (Double(sameHeads) / Double(heads), Double(sameParagraphs) / Double(paragraphs))
    print("\(change): heads \(head), paragraphs \(paragraph)")
    #expect(head >= floor.heads, "heads after \(change)")
    #expect(paragraph >= floor.paragraphs, "paragraphs after \(change)")
  }
}
