import Foundation

@testable import NewsModel

/// A page on which repairs are made one after the other, as the command and the reader make them.
struct RepairBench {
  var text: String { didSet { readAnew() } }
  let file: FilePath
  private(set) var records: [Clipping] = [] { didSet { repair() } }
  /// The page without repairs, and with them.
  private var unrepaired: PageReading
  private(set) var reading: PageReading

  init(_ text: String, file: FilePath = "folder/page.txt") {
    (self.text, self.file) = (text, file)
    unrepaired = PageReader.read(text, file: file, byteCount: text.utf8.count)
    reading = unrepaired
  }

  init(page name: String) throws { self.init(try PageFixtures.text(name), file: FilePath("seeds/" + name)) }

  private mutating func readAnew() {
    unrepaired = PageReader.read(text, file: file, byteCount: text.utf8.count)
    repair()
  }

  private mutating func repair() {
    let text = text
    reading = PageRepairs(records).apply(to: unrepaired) { text }
  }

  var articles: [Article] { reading.articles }

  var desk: RepairDesk { RepairDesk(print: text, articles: articles + reading.furniture) }

  mutating func make(_ request: RepairRequest, _ lines: ClosedRange<Int>, from offset: Int = 0) throws {
    records += try desk.repairs(request, of: LineSelection(lines, from: offset)).map { repair, lines in
      let record = PageRepairs.record(repair, file: file, lines: lines, added: Date(timeIntervalSince1970: 0))
      // As it comes back from the file.
      return try Clipping(line: record.jsonBytes[...])
    }
  }

  mutating func undoLast() { records.removeLast() }

  /// The headline of the article that holds a text.
  func headline(of text: String) -> String? {
    articles.first { $0.parts.contains { $0.text.filter { !$0.isWhitespace }.contains(text) } }?.title
  }

  /// What the page's parts hold, as printed.
  var kept: [Unicode.Scalar: Int] {
    NewsModelTests.kept(
      (articles + reading.furniture).flatMap { article in article.parts.indices.map(article.printedText) }.joined())
  }
}
