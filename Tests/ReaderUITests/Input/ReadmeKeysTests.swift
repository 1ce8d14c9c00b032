import Foundation
import Testing

@testable import ReaderUI

/// README's table of keys is made of the bindings. `XIANWEN_RECORD=1` writes it anew, and fails.
@Suite struct ReadmeKeysTests {
  private static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("README.md")

  private static let heading = "| 按键 · keys | |"

  private static var table: String {
    var rows = [heading, "|---|---|"]
    for group in Binding.Group.allCases {
      rows.append("| **\(group.title(.chinese)) · \(group.title(.english))** | |")
      for binding in Binding.table where binding.group == group {
        let keys = binding.keys.map { "`" + String(describing: $0).replacingOccurrences(of: "|", with: "\\|") + "`" }
        rows.append("| \(keys.joined(separator: " ")) | \(binding.help(.chinese)) · \(binding.help(.english)) |")
      }
    }
    return rows.joined(separator: "\n")
  }

  @Test func readmeShowsTheKeysOfTheBindings() throws {
    let readme = try String(contentsOf: Self.readme, encoding: .utf8)
    let lines = readme.components(separatedBy: "\n")
    let start = try #require(lines.firstIndex { $0.hasPrefix(Self.heading) })
    let end = lines[start...].firstIndex { !$0.hasPrefix("|") } ?? lines.endIndex
    if ProcessInfo.processInfo.environment["XIANWEN_RECORD"] == "1" {
      let text = (lines[..<start] + [Self.table] + lines[end...]).joined(separator: "\n")
      try text.write(to: Self.readme, atomically: true, encoding: .utf8)
      Issue.record("the keys in README were recorded: read them, then run the tests without XIANWEN_RECORD")
    }
    let isCurrent = lines[start..<end].joined(separator: "\n") == Self.table
    #expect(isCurrent, "README's keys are not those of the bindings: run with XIANWEN_RECORD=1")
  }
}
