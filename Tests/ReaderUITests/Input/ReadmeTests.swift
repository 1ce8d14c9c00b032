import Foundation
import NewsModel
import Testing

@testable import ReaderUI

/// The parts of README that are made of declarations: the keys, the queries, the picture of the screen. `XIANWEN_RECORD=1` writes them
/// anew, and fails.
@Suite(.serialized) struct ReadmeTests {
  private static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
  private static let readme = package.appendingPathComponent("README.md")

  private func code(_ text: some CustomStringConvertible) -> String {
    "`" + text.description.replacing("|", with: "\\|") + "`"
  }

  @Test(arguments: [Language.chinese, .english]) func readmeShowsTheEssentialKeys(language: Language) throws {
    let rows = try Binding.essential.map { action in
      let binding = try #require(Binding.table.first { $0.action == action })
      return "| \(binding.keys.map(code).joined(separator: " ")) | \(binding.help(language)) |"
    }
    try expect(["| \(language("按键", "keys")) | |", "|---|---|"] + rows, in: { $0.hasPrefix("|") })
  }

  @Test(arguments: [Language.chinese, .english]) func readmeShowsTheQueriesOfTheHelp(language: Language) throws {
    let rows = QueryForm.all.map { "| \(code($0.example)) | \($0.meaning[language]) |" }
    try expect(["| \(language("写法 | 意思", "query | meaning")) |", "|---|---|"] + rows, in: { $0.hasPrefix("|") })
  }

  @Test func readmeShowsTheScreenOfTheSeeds() throws {
    let seeds = Self.package.appendingPathComponent("seeds").path
    let files = try FileManager.default.contentsOfDirectory(atPath: seeds).sorted()
    let pages = try files.map { name in
      let text = try TextFile.read(FilePath(seeds + "/" + name)).text
      return PageReader.read(text, file: FilePath("seeds/" + name), byteCount: text.utf8.count)
    }
    var app = Driver(pages, columns: 100, rows: 21)
    app.press("www'gt<Enter><Enter>mg")
    let screen = app.screen.split(separator: "\n").map(String.init)
    // The picture is the first block of code.
    try expect(["```"] + screen, in: { $0 != "```" })
  }

  /// Expects `lines` in README, from the first line that equals theirs to the last one after it that `belongs`.
  private func expect(_ lines: [String], in belongs: (String) -> Bool) throws {
    let readme = try String(contentsOf: Self.readme, encoding: .utf8).components(separatedBy: "\n")
    let start = try #require(readme.firstIndex(of: lines[0]), "README has no line “\(lines[0])”")
    let end = readme[(start + 1)...].firstIndex { !belongs($0) } ?? readme.endIndex
    if Array(readme[start..<end]) == lines { return }
    if ProcessInfo.processInfo.environment["XIANWEN_RECORD"] == "1" {
      let text = (readme[..<start] + lines + readme[end...]).joined(separator: "\n")
      try text.write(to: Self.readme, atomically: true, encoding: .utf8)
    }
    Issue.record("README's “\(lines[0])” is not current: run with XIANWEN_RECORD=1, read it, and run again without")
  }
}
