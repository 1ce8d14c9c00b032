import Foundation

@testable import NewsModel

/// A page on which repairs are made one after the other, as the command and the reader make them.
struct RepairBench {
  var text: String
  let file: FilePath
  private(set) var records: [Clipping] = []

  init(_ text: String, file: FilePath = "folder/page.txt") {
    (self.text, self.file) = (text, file)
  }

  init(page name: String) throws { self.init(try PageFixtures.text(name), file: FilePath("seeds/" + name)) }

  /// The page with the repairs so far.
  var reading: PageReading {
    let text = text
    return PageRepairs(records).apply(to: PageReader.read(text, file: file, byteCount: text.utf8.count)) { text }
  }

  var articles: [Article] { reading.articles }

  var desk: RepairDesk { RepairDesk(print: text, articles: articles) }

  mutating func make(_ request: RepairRequest, _ lines: ClosedRange<Int>, from offset: Int = 0) throws {
    for (repair, lines) in try desk.repairs(request, of: LineSelection(lines, from: offset)) {
      let record = PageRepairs.record(repair, file: file, lines: lines, added: Date(timeIntervalSince1970: 0))
      // As it comes back from the file.
      records.append(try Clipping(line: record.jsonBytes[...]))
    }
  }

  mutating func undoLast() { records.removeLast() }

  /// The headline of the article that holds a text.
  func headline(of text: String) -> String? {
    articles.first { $0.parts.contains { $0.text.filter { !$0.isWhitespace }.contains(text) } }?.title
  }

  /// What the page's parts hold, as printed.
  var kept: [Unicode.Scalar: Int] {
    NewsModelTests.kept(articles.flatMap { article in article.parts.indices.map(article.printedText) }.joined())
  }
}
