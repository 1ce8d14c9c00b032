import NewsModel
import Testing

@testable import ReaderUI

struct RebindingTests {
  @Test func aKeyOfTheUsersIsTakenFromWhoHadIt() throws {
    var keymap = Keymap()
    try keymap.rebind("keep", to: ["j", "C-k"])
    #expect(keymap.action(for: "j", in: .list) == .keep)
    #expect(keymap.action(for: .control("k"), in: .article) == .keep)
    #expect(keymap.action(for: "m", in: .list) == nil)
    // Where clippings are not kept there is no clash, but one row has one set of keys.
    #expect(keymap.action(for: .down, in: .places) == .down)
  }

  @Test func whatMeansNothingIsNamed() {
    var keymap = Keymap()
    #expect(problem(&keymap, "fly", ["x"]) == .unknownAction("fly"))
    #expect(problem(&keymap, "keep", ["C-"]) == .unknownKey("C-"))
    #expect(keymap.action(for: "m", in: .list) == .keep)
  }

  @Test func aWayOutStays() throws {
    var keymap = Keymap()
    try keymap.rebind("quit", to: [])
    #expect(problem(&keymap, "leave", []) == .noWayOut)
    #expect(keymap.action(for: "q", in: .places) == .leave)
  }

  @Test func anActionWithoutAnyKeyIsToldUnlessItIsMeant() {
    func said(_ text: String) -> [String] {
      Keymap.configured(by: Configuration(parsing: text, file: "c"), file: "c").1.map(\.description)
    }
    #expect(
      said("key.open = q") == [
        "c:1: key.open takes the last key of leave (back one level; quit at the outermost); give it another with key.leave"
      ])
    // One key of several, a key given back later, and a key taken away on purpose are no mistakes.
    for text in [
      "key.open = j", "key.open = q\nkey.leave = X", "key.leave = X\nkey.open = q", "key.open = q\nkey.leave =",
    ] {
      #expect(said(text).isEmpty, "\(text)")
    }
    #expect(said("key.leave = X\n\nkey.open = X").map { $0.prefix(4) } == ["c:3:"])
    #expect(said("key.fly = X\nkey.open = C-").map { $0.prefix(4) } == ["c:1:", "c:2:"])
  }

  @Test func hintsShowTheUsersKeys() throws {
    var settings = Settings()
    try settings.keymap.rebind("search", to: ["s"])
    let app = Driver(SamplePages.all, settings: settings)
    #expect(app.screen.contains("s 查找"))
  }

  private func problem(_ keymap: inout Keymap, _ action: String, _ keys: [String]) -> RebindingError? {
    do throws(RebindingError) {
      try keymap.rebind(action, to: keys)
      return nil
    } catch {
      return error
    }
  }
}
