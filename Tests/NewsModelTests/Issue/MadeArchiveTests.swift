import Foundation
import Testing

@testable import NewsModel

/// An archive whose issues, gaps and reprints are known, read through: what was reached must not be lost again.
@Suite struct MadeArchiveTests {
  /// The archive and its library, read once for all tests.
  private static let made: (archive: MadeArchive, library: Library)? = {
    guard let archive = try? MadeArchive(seed: 7, noise: 0.05) else { return nil }
    var library = Library()
    library.append(archive.pages.map { PageReader.read($0.text, file: $0.file, byteCount: $0.text.utf8.count) })
    library.resolveIssues(names: .auto)
    library = library.joiningJumps() ?? library
    library.findReprints()
    return (archive, library)
  }()

  /// Right ones among those found, and among those there are.
  private func figures(hits: Int, found: Int, expected: Int) -> (precision: Double, recall: Double) {
    (found == 0 ? 1 : Double(hits) / Double(found), expected == 0 ? 1 : Double(hits) / Double(expected))
  }

  @Test func issueDatesAreKnown() throws {
    let (archive, library) = try #require(Self.made)
    var (days, papers, pages) = ((0, 0), (0, 0), (0, 0))
    for (page, printed) in archive.pages.enumerated() {
      guard let index = library.articleRanges[page].first else { continue }
      let issue = library.articles[index].issue
      if let day = issue?.day { days = (days.0 + (day.description == printed.day.description ? 1 : 0), days.1 + 1) }
      if let paper = issue?.paper { papers = (papers.0 + (paper == printed.paper ? 1 : 0), papers.1 + 1) }
      if let number = issue?.page {
        pages = (pages.0 + (number == PageNumber.normalized(printed.number) ? 1 : 0), pages.1 + 1)
      }
    }
    let all = archive.pages.count
    let (day, paper, page) = (
      figures(hits: days.0, found: days.1, expected: all), figures(hits: papers.0, found: papers.1, expected: all),
      figures(hits: pages.0, found: pages.1, expected: all)
    )
    print("issue dates \(day), papers \(paper), pages \(page), of \(all) pages")
    #expect(day.precision >= 0.99 && day.recall >= 0.99)
    #expect(paper.precision >= 0.99 && paper.recall >= 0.99)
    #expect(page.precision >= 0.95 && page.recall >= 0.95)
  }

  @Test func reprintsAreFoundAndReportsOfMeetingsKeptApart() throws {
    let (archive, library) = try #require(Self.made)
    // The article of a story is the one that holds most of its letters.
    var stories = [Int?](repeating: nil, count: library.articles.count)
    for (page, printed) in archive.pages.enumerated() {
      let range = library.articleRanges[page]
      for number in printed.stories {
        let shingles = Shingles.set(of: archive.story(number).paragraphs)
        let best = range.max { a, b in shared(library.articles[a], shingles) < shared(library.articles[b], shingles) }
        if let best, shared(library.articles[best], shingles) * 5 > shingles.count { stories[best] = number }
      }
    }
    let expected = pairs(
      Dictionary(grouping: stories.indices.filter { stories[$0] != nil }) { stories[$0] ?? 0 }.values)
    let found = pairs(library.reprints.all.map { $0.map(Int.init).filter { stories[$0] != nil } })
    let (precision, recall) = figures(
      hits: found.intersection(expected).count, found: found.count, expected: expected.count)
    let f1 = 2 * precision * recall / (precision + recall)
    print("reprints: precision \(precision), recall \(recall), F1 \(f1), of \(expected.count) pairs")
    // What of two versions of a story is cut apart by the reading of their pages is no reprint to be found.
    #expect(precision >= 0.94 && f1 >= 0.84)
  }

  @Test func storiesThatGoOnAreJoinedToTheirOwn() throws {
    let (archive, library) = try #require(Self.made)
    let joined = library.articles.filter { !$0.jumps.isEmpty }
    let shingles = archive.jumps.map { Shingles.set(of: archive.story($0).paragraphs) }
    // A joint is right if both pieces are of one story.
    let right = joined.filter { article in
      let pieces = [0, 1].map { piece in Shingles.set(of: article.parts.filter { $0.piece == piece }.map(\.text)) }
      return shingles.contains { story in pieces.allSatisfy { $0.intersection(story).count * 4 > $0.count } }
    }
    let (precision, recall) = figures(hits: right.count, found: joined.count, expected: archive.jumps.count)
    print("joined stories: precision \(precision), recall \(recall), of \(archive.jumps.count)")
    #expect(precision >= 0.98 && recall >= 0.5)
  }

  private func shared(_ article: Article, _ shingles: Set<UInt64>) -> Int {
    Shingles.set(of: article.parts.map(\.text)).intersection(shingles).count
  }

  private struct Pair: Hashable {
    let a: Int
    let b: Int
  }

  private func pairs(_ groups: some Sequence<[Int]>) -> Set<Pair> {
    var pairs: Set<Pair> = []
    for group in groups {
      let members = group.sorted()
      for (place, a) in members.enumerated() { for b in members[(place + 1)...] { pairs.insert(Pair(a: a, b: b)) } }
    }
    return pairs
  }

  @Test func missingIssuesAreInferred() throws {
    let (archive, library) = try #require(Self.made)
    let holdings = Holdings(library)
    var found: Set<String> = []
    for paper in holdings.papers {
      for issue in paper.issues where issue.isMissing { found.insert("\(paper.name ?? "") \(issue.day)") }
    }
    #expect(found == archive.missingIssues)
    // A name that is misread once is a paper of its own, by this noise.
    #expect(Set(holdings.papers.compactMap(\.name)).isSuperset(of: ["聊城日报", "聊城晚报", "鲁西农村报"]))
  }

  @Test func missingPagesOfACleanArchiveAreInferred() throws {
    let archive = try MadeArchive(seed: 11, noise: 0)
    var library = Library()
    // Of each page the head alone, for the texts have been read above.
    library.append(
      archive.pages.map { page in
        let text = page.text.components(separatedBy: "\n\n").prefix(3).joined(separator: "\n\n")
        return PageReader.read(text, file: page.file, byteCount: text.utf8.count)
      })
    library.resolveIssues(names: .auto)
    var found: Set<String> = []
    for paper in Holdings(library).papers {
      for issue in paper.issues {
        for page in issue.missingPages { found.insert("\(paper.name ?? "") \(issue.day) \(page)") }
      }
    }
    // A folio that is read as text hides its page.
    #expect(found.intersection(archive.missingPages).count >= archive.missingPages.count - 1)
    #expect(found.subtracting(archive.missingPages).count <= 8)
  }
}
