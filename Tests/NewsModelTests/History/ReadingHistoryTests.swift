import Foundation
import Testing

@testable import NewsModel

@Suite struct ReadingHistoryTests {
  private func folder() throws -> FilePath {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("history-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    return FilePath(url.path)
  }

  @Test func daysOfReadingSurviveAndOlderLinesHaveNone() throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder.encoded) }
    try Data("+000000000000000a\n".utf8).write(to: URL(fileURLWithPath: folder.encoded + "/read"))
    let marks = ReadMarks(folder: folder)
    try marks.load()
    try marks.mark("000000000000000b", isRead: true, on: NewsDate(year: 2026, month: 11, day: 30))
    let again = ReadMarks(folder: folder)
    #expect(try again.load() == ["000000000000000a", "000000000000000b"])
    #expect(again.readDays.mapValues(\.description) == [11: "2026-11-30"])
    try again.mark("000000000000000b", isRead: false)
    #expect(again.readDays.isEmpty)
  }

  @Test(arguments: [
    ("新到:2026-11", [1]), ("new:2026-11-30", [1]), ("新到:2025", []), ("已读:2026-11-29..", [0]), ("-新到:2026", [0]),
  ]) func queriesAskWhenArticlesCameAndWereRead(query: String, found: [Int]) throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(atPath: folder.encoded) }
    let articles = ["甲", "乙"].map { text in
      Article(file: "a.txt", number: 1, kind: .news, parts: [Part(role: .body, text: text, lines: [LineSpan(1, 1)])])
    }
    var library = Library()
    library.append([PageReading(facts: PageFacts(file: "a.txt", byteCount: 0), articles: articles)])
    let paths: [FilePath] = ["/archive"]
    let day = try #require(NewsDate(year: 2026, month: 11, day: 30))
    try ArrivalLog(folder: folder, readerOf: paths).begin(with: [articles[0].idNumber])
    let log = ArrivalLog(folder: folder, readerOf: paths)
    #expect(!log.isFirst && log.known() == [articles[0].idNumber])
    try log.add([articles[1].idNumber], on: day)
    try ReadMarks(folder: folder).mark(articles[0].id, isRead: true, on: day)
    library.history = ReadingHistory(folder: folder, paths: paths)
    let hits = Searcher(library: library, index: SearchIndex()).find(QueryParser.parse(query))
    #expect(hits?.articles == found)
  }
}
