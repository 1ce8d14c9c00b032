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
