import Foundation
import ReadingCorpus
import Testing

@testable import NewsModel

/// Whatever is wrong with the reading of a page can be mended by requests: annotated pages are, until nothing is wrong.
///
/// `XIANWEN_MEND_ALL=1` takes every annotated page.
struct MendingToGoldTests {
  private static let pages = ["000", "004", "h03", "m05", "n03", "p04"]

  @Test func everyWrongArticleCanBeMended() throws {
    let all = try AnnotatedPage.all(
      in: PageFixtures.folder.appendingPathComponent("gold"),
      pages: [PageFixtures.folder.appendingPathComponent("pages"), PageFixtures.seeds])
    let takesAll = ProcessInfo.processInfo.environment["XIANWEN_MEND_ALL"] != nil
    let pages = all.filter { page in takesAll || Self.pages.contains { page.file.hasPrefix($0) } }
    try #require(pages.count >= 4)
    var repairs = 0
    for page in pages {
      var bench = RepairBench(page.text, file: FilePath("folder/" + page.file))
      try mend(&bench, to: page)
      var score = ReadingScore()
      score.add(page, bench.articles)
      for figure in ["split", "headline", "roles"] {
        let value = score.figures.first { $0.name == figure }?.value ?? 0
        #expect(value > 0.9999, "\(page.file) \(figure) \(value)\n\(ReadingScore.differences(page, bench.articles))")
      }
      #expect(bench.reading.facts.userRepairs.allSatisfy { $0.problem == nil }, "\(page.file)")
      repairs += bench.records.count
    }
    #expect(repairs > 0)
    if takesAll { print("\(pages.count) pages, \(repairs) repairs") }
  }

  private func mend(_ bench: inout RepairBench, to page: AnnotatedPage) throws {
    let hasText = page.text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.unicodeScalars.contains { PrintStream.counts($0.value) }
    }
    var claimed: Set<Int> = []
    for article in page.articles {
      let lines = article.roles.keys.filter { hasText[$0 - 1] }.sorted()
      guard let first = lines.first else { continue }
      let owners = bench.desk.lineOwners
      var votes: [Int: Int] = [:]
      for line in lines {
        if let owner = owners[line - 1]?.article, !claimed.contains(owner) { votes[owner, default: 0] += 1 }
      }
      var target = votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
      if target == nil {
        try bench.make(.newArticle, first...first)
        target = bench.desk.lineOwners[first - 1]?.article
        // Those behind the new one have moved on.
        claimed = Set(claimed.map { $0 >= target ?? 0 ? $0 + 1 : $0 })
      }
      guard var target else { continue }
      while true {
        let owners = bench.desk.lineOwners
        guard let stray = lines.first(where: { owners[$0 - 1]?.article != target }) else { break }
        let mark = lines.first { owners[$0 - 1]?.article == target }
        let count = bench.articles.count
        // With the lines that follow it in the print and stand where it does.
        let last =
          lines.drop { $0 < stray }.prefix { owners[$0 - 1]?.article == owners[stray - 1]?.article }
          .prefix { line in !((stray..<line).contains { hasText[$0 - 1] && !lines.contains($0) }) }.last ?? stray
        try bench.make(.article(target), stray...last)
        // An article that lost its last line is gone.
        let now = try #require(mark.flatMap { bench.desk.lineOwners[$0 - 1]?.article })
        if bench.articles.count < count { claimed = Set(claimed.map { $0 > now ? $0 - 1 : $0 }) }
        target = now
      }
      claimed.insert(target)
    }
    for article in page.articles {
      let mixed = article.headline.flatMap { headline in
        article.roles.filter { $0.value == "headline" }.keys.first { line in
          let text = page.text.split(separator: "\n", omittingEmptySubsequences: false)[line - 1]
          return text.contains(headline) && text.trimmingCharacters(in: .whitespaces) != headline
        }
      }
      let owners = bench.desk.lineOwners
      for line in article.roles.keys.sorted() where hasText[line - 1] {
        guard let role = article.roles[line], owners[line - 1]?.role.rawValue != role,
          let role = LineRole(name: role)
        else { continue }
        try bench.make(.role(role), line...line)
      }
      // A line that holds more than the headline.
      if let mixed, let headline = article.headline {
        let start = try bench.desk.offset(of: headline, onLine: mixed)
        let end = start + headline.unicodeScalars.count
        do { try bench.make(.role(.part(.body)), mixed...mixed, from: end) } catch is RepairError {}
      }
    }
  }
}
