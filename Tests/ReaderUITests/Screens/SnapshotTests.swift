import Foundation
import NewsModel
import Testing

@testable import ReaderUI

/// Whole screens as text, kept beside the tests and read by people. `XIANWEN_RECORD=1` writes them anew, and fails.
struct SnapshotTests {
  struct Screen: Sendable, CustomTestStringConvertible {
    let name: String
    let keys: String
    var testDescription: String { name }
  }

  static let screens = [
    Screen(name: "places", keys: "jjj"), Screen(name: "list", keys: "lj"), Screen(name: "article", keys: "ll"),
    Screen(name: "results", keys: "/残疾"), Screen(name: "matches", keys: "ll/残疾<Enter>n"),
    Screen(name: "lines", keys: "/残疾<C-t>"), Screen(name: "counts", keys: "/残疾<C-t><C-t>"),
    Screen(name: "offers", keys: "/残疾仁"), Screen(name: "clippings", keys: "llmM"), Screen(name: "help", keys: "?"),
    Screen(name: "filing", keys: "llc"), Screen(name: "copying", keys: "lly"),
    Screen(name: "booklet", keys: "lmjma核对数字<Enter>t助残<Enter>M"),
  ]
  static let sizes = [(120, 40), (80, 24), (40, 12)]

  @Test(arguments: screens, Language.allCases) func screensLookAsRecorded(screen: Screen, language: Language) throws {
    var text = ""
    for (columns, rows) in Self.sizes {
      var app = Driver(SamplePages.all, columns: columns, rows: rows, language: language)
      app.press(screen.keys)
      text += "=== \(columns)x\(rows)\n" + app.screen
    }
    try expect(text, isRecordedAs: "\(screen.name)-\(language.rawValue).txt")
  }

  static let issueScreens = [
    Screen(name: "holdings", keys: "Hgjjj"), Screen(name: "versions", keys: "l5GDl"),
    Screen(name: "joined", keys: "ll"),
  ]

  @Test(arguments: issueScreens, Language.allCases) func screensOfIssuesLookAsRecorded(
    screen: Screen, language: Language
  ) throws {
    var text = ""
    for (columns, rows) in Self.sizes {
      var app = Driver(IssuePages.all, columns: columns, rows: rows, language: language)
      app.press(screen.keys)
      text += "=== \(columns)x\(rows)\n" + app.screen
    }
    try expect(text, isRecordedAs: "\(screen.name)-\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases) func theFirstScreenLooksAsRecorded(language: Language) throws {
    var text = ""
    for (columns, rows) in Self.sizes {
      var app = Driver(columns: columns, rows: rows, language: language)
      app.send(
        .welcome(
          Welcome(
            folder: "/home/wang", configuration: "/home/wang/.config/xianwen/config", example: "/src/xianwen/seeds")))
      text += "=== \(columns)x\(rows)\n" + app.screen
    }
    try expect(text, isRecordedAs: "welcome-\(language.rawValue).txt")
  }

  @Test(arguments: Language.allCases) func topicsLookAsRecorded(language: Language) throws {
    var text = ""
    for (columns, rows) in Self.sizes {
      var app = Driver(SamplePages.all, columns: columns, rows: rows, language: language)
      app.writeTopics("残疾人 = 残疾 | 无障碍\n东阿的工会 = 县:东阿 工会\n麦收 = 小麦\n")
      app.press("jjlll<F2>")
      text += "=== \(columns)x\(rows)\n" + app.screen
    }
    try expect(text, isRecordedAs: "topics-\(language.rawValue).txt")
  }

  private func expect(_ text: String, isRecordedAs name: String) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    let file = folder.appendingPathComponent("Snapshots").appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["XIANWEN_RECORD"] == "1" {
      try text.write(to: file, atomically: true, encoding: .utf8)
      Issue.record("recorded \(name): read it, then run without XIANWEN_RECORD")
      return
    }
    let recorded = try String(contentsOf: file, encoding: .utf8)
    #expect(text == recorded, "\(name) differs:\n\(text)")
  }
}
