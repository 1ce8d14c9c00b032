import Foundation
import Testing

@testable import NewsModel

struct ArrivalLogTests {
  private let folder = FilePath(
    FileManager.default.temporaryDirectory.appendingPathComponent("arrivals-\(UUID().uuidString)").path)
  private let paths: [FilePath] = ["/报纸/甲", "/报纸/乙"]

  private func log(_ topic: String? = nil, paths: [FilePath]? = nil) -> ArrivalLog {
    ArrivalLog(folder: folder, paths: paths ?? self.paths, topic: topic)
  }

  @Test func whatWasToldIsKnownToTheSameJobOnly() throws {
    let (first, second) = (
      try #require(NewsDate(year: 2026, month: 11, day: 28)), try #require(NewsDate(year: 2026, month: 11, day: 30))
    )
    #expect(log().isFirst && log().known().isEmpty)
    try log().add([1, .max], on: first)
    try log().add([], on: first)
    try log().add([7], on: second)
    #expect(log().known() == [1, 7, .max] && !log().isFirst)
    #expect(log().known(before: second) == [1, .max] && log().known(before: first).isEmpty)
    #expect(log(paths: paths.reversed()).known() == [1, 7, .max])
    for other in [log("助残"), log(paths: ["/报纸/甲"]), log(paths: ["/报纸/甲", "/报纸/乙", "topic 助残"])] {
      #expect(other.isFirst && other.known().isEmpty)
    }
  }

  @Test func aFileThatIsNoLogCountsForNothing() throws {
    let day = try #require(NewsDate(year: 2026, month: 11, day: 28))
    try log().add([1], on: day)
    let files = try FileManager.default.contentsOfDirectory(atPath: folder.shown + "/new").filter {
      $0.hasSuffix(".log")
    }
    try #require(files.count == 1)
    try "别的\n2026-11-28 1\n".write(toFile: folder.shown + "/new/" + files[0], atomically: true, encoding: .utf8)
    #expect(log().isFirst && log().known().isEmpty)
    try log().add([2], on: day)
    #expect(log().known() == [2])
  }
}
