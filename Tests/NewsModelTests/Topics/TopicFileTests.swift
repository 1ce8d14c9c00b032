import Foundation
import Testing

@testable import NewsModel

struct TopicFileTests {
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("topics-\(UUID().uuidString)")
  private var path: FilePath { FilePath(folder.path + "/xianwen/topics") }
  private var file: TopicFile { TopicFile(path: path) }

  private func text() throws -> String { try String(contentsOfFile: path.shown, encoding: .utf8) }

  private func names() throws -> [String] { try file.read(today: nil).entries.map { "\($0.name)=\($0.query.text)" } }

  @Test func topicsAreAddedChangedAndRemovedLineByLine() throws {
    #expect(try names().isEmpty)
    try file.set("助残", "残疾 | 无障碍")
    try file.set("麦收", "小麦")
    let mine = try text() + "\n# 我的说明\n坏行 =\n高唐=县:高唐"
    try mine.write(toFile: path.shown, atomically: true, encoding: .utf8)
    try file.set("助残", "残疾")
    try file.set("新的", "就业")
    #expect(try text() == "助残 = 残疾\n麦收 = 小麦\n\n# 我的说明\n坏行 =\n高唐=县:高唐\n新的 = 就业\n")
    try file.set("麦收", nil)
    try file.set("没有", nil)
    #expect(try names() == ["助残=残疾", "高唐=县:高唐", "新的=就业"])
    #expect(try file.read(today: nil).diagnostics.map(\.line) == [4])
  }

  @Test func aSecondTopicOfANameIsToldAndPassedOver() {
    let list = QueryList("甲 = 乙\n\n甲 = 丙\n丁\n", file: "topics", today: nil, areNamesUnique: true)
    #expect(list.entries.map(\.query.text) == ["乙", "丁"] && list.diagnostics.map(\.line) == [3])
  }

  @Test func whatIsNoTextIsLeftAlone() throws {
    try FileManager.default.createDirectory(atPath: path.folder.shown, withIntermediateDirectories: true)
    let bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 1, 0xFF, 0xFE, 0, 0]
    try Data(bytes).write(to: URL(fileURLWithPath: path.shown))
    #expect(throws: LibraryError.self) { try file.set("甲", "乙") }
    #expect(try Array(Data(contentsOf: URL(fileURLWithPath: path.shown))) == bytes)
  }

  @Test(arguments: [
    ("助残 周报", true), ("", false), ("#甲", false), ("甲=乙", false), ("甲(乙)", false), ("甲/乙", false), ("“甲”", false),
  ])
  func aNameIsWhatALineCanBeginWith(name: String, isGood: Bool) {
    #expect((TopicFile.problem(ofName: name) == nil) == isGood)
  }
}
