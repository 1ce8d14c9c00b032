import Testing

@testable import NewsModel

@Suite struct ConfigurationTests {
  private func parsed(_ text: String) -> Configuration { Configuration(parsing: text, file: "config") }

  @Test func everyKeyIsRead() {
    let configuration = parsed(
      """
      # 我的设置
      archive = ~/报纸 # 在家里
        lang=zh
      ambiguous = 2
      theme = "light"
      width = 32
      limit = 500
      mouse = on
      """)
    #expect(configuration.archive == "~/报纸")
    #expect(configuration.language == .chinese)
    #expect(configuration.ambiguousWidth == 2)
    #expect(configuration.theme == .light)
    #expect(configuration.textWidth == 32)
    #expect(configuration.loadLimit == 500_000_000)
    #expect(configuration.isMouseOn && !Configuration.standard.isMouseOn)
    #expect(configuration.diagnostics.isEmpty)
  }

  @Test func aHashInQuotesOrInAWordIsNoComment() {
    #expect(parsed("archive = \"/报 #1\"").archive == "/报 #1")
    #expect(parsed("archive = /a#b").archive == "/a#b")
  }

  @Test(arguments: [
    "colour = red", "archive", "archive =", "lang = fr", "ambiguous = 3", "theme = neon", "width = wide", "width = 3",
    "limit = 0", "mouse = yes", "mouse =",
    "limit = all", "pdf = yes", "ocr = on",
  ]) func aBadLineIsToldAndTheRestHolds(line: String) {
    let configuration = parsed("width = 20\n\(line)\nlang = en")
    #expect(configuration.diagnostics.map(\.line) == [2])
    #expect(configuration.textWidth == 20)
    #expect(configuration.language == .english)
  }

  @Test func noFileIsTheStandardConfiguration() {
    #expect(Configuration.read(nil) == .standard)
    #expect(Configuration.read("/nosuch/config") == .standard)
  }

  @Test func anUnreadableFileIsTold() throws {
    let folder = try PageFolder()
    #expect(Configuration.read(FilePath(folder.path)).diagnostics.map(\.file) == [folder.path])
  }

  @Test(arguments: [
    (["LANG": "zh_CN.UTF-8"], Configuration.Language.chinese), (["LANG": "zh_TW"], .chinese),
    (["LC_ALL": "C", "LANG": "zh_CN.UTF-8"], .english), (["LC_ALL": "", "LANG": "zh_CN"], .chinese), ([:], .english),
  ]) func theLocaleChoosesTheLanguage(environment: [String: String], language: Configuration.Language) {
    #expect(Configuration.Language(environment: environment) == language)
  }

  @Test func pathsFollowTheEnvironment() {
    let home = Paths(environment: ["HOME": "/home/u", "XDG_STATE_HOME": "relative"])
    #expect(home.clippings == "/home/u/.local/share/xianwen/clippings.jsonl")
    #expect(home.configuration == "/home/u/.config/xianwen/config")
    #expect(home.places == "/home/u/.config/xianwen/places.tsv")
    #expect(home.state == "/home/u/.local/state/xianwen")
    let set = Paths(environment: ["XDG_DATA_HOME": "/d", "XDG_CONFIG_HOME": "/c", "XDG_STATE_HOME": "/s"])
    #expect(set.clippings == "/d/xianwen/clippings.jsonl")
    #expect(set.configuration == "/c/xianwen/config")
    #expect(set.state == "/s/xianwen")
    #expect(Paths(environment: [:]).clippings == nil)
  }

  @Test func aTildeStandsForTheHome() {
    #expect(Paths.expandingHome("~/a", environment: ["HOME": "/h"]) == "/h/a")
    #expect(Paths.expandingHome("/a~", environment: ["HOME": "/h"]) == "/a~")
  }
}
