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
    "CRLF": (1, 1), "doubled blank lines": (1, 1), "full-width marks": (0.99, 0.985), "half-width marks": (0.99, 0.98),
  ]

  /// The same for pages whose paragraphs are broken into lines. A paragraph that ends where its last line is full cannot be told from the next
  /// by its lines where nothing else parts them.
  static let wrapFloors: [(change: PrintChange, heads: Double, paragraphs: Double)] = [
    (.wrap(8, indented: false), 0.8, 0.85), (.wrap(11, indented: true), 0.8, 0.83),
    (.wrap(16, indented: false), 0.91, 0.88),
    (.wrap(21, indented: true), 0.92, 0.9), (.wrap(30, indented: false), 0.95, 0.97),
    (.wrap(16, indented: true, blankLines: false), 0.72, 0.81),
    (.wrap(21, indented: false, blankLines: false), 0.73, 0.78),
  ]

  private static let filer = PlaceFiler()
  private static let plain: [(text: String, gist: PageGist)] = PageFixtures.files.compactMap { file in
    (try? PageFixtures.text(file.lastPathComponent)).map { ($0, PageGist($0, filer)) }
  }

  private static let unbroken = plain.filter { PrintChange.isUnbroken($0.text) }

  @Test(arguments: PrintChange.characters) func aPageIsReadAsBefore(change: PrintChange) throws {
    let floor = try #require(Self.floors[change.description])
    let (heads, paragraphs) = Self.shares(after: change, of: Self.plain[...])
    #expect(heads >= floor.heads, "heads after \(change)")
    #expect(paragraphs >= floor.paragraphs, "paragraphs after \(change)")
  }

  @Test(arguments: wrapFloors.indices) func linesArePutTogether(number: Int) {
    let (change, leastHeads, leastParagraphs) = Self.wrapFloors[number]
    // Half of the pages each time tell enough; what is broken already would be broken twice.
    let pages = Self.unbroken.enumerated().filter { $0.offset % 2 == number % 2 }.map(\.element)
    let (heads, paragraphs) = Self.shares(after: change, of: pages[...])
    #expect(heads >= leastHeads, "heads after \(change)")
    #expect(paragraphs >= leastParagraphs, "paragraphs after \(change)")
  }

  private static func shares(
    after change: PrintChange, of pages: ArraySlice<(text: String, gist: PageGist)>
  ) -> (heads: Double, paragraphs: Double) {
    var (heads, sameHeads, paragraphs, sameParagraphs) = (0, 0, 0, 0)
    for (text, gist) in pages {
      let changed = PageGist(change.apply(text), filer)
      heads += gist.heads.values.reduce(0, +)
      sameHeads += PageGist.shared(gist.heads, changed.heads)
      paragraphs += gist.paragraphs.values.reduce(0, +)
      sameParagraphs += PageGist.shared(gist.paragraphs, changed.paragraphs)
    }
    return (Double(sameHeads) / Double(heads), Double(sameParagraphs) / Double(paragraphs))
  }
}
