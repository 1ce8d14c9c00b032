import Testing

@testable import ReaderUI

@Suite struct KeyNameTests {
  @Test(arguments: [
    "j", "G", "/", "？", "-", "Space", "Enter", "Esc", "Tab", "S-Tab", "Backspace", "Del", "Ins", "Up", "PgDn", "Home",
    "F1",
    "F12", "C-f", "C-@", "C-\\", "M-x", "M-Space", "S-Up", "C-M-Left", "C-S-End", "M-Enter",
  ])
  func namesAreReadBack(name: String) throws {
    #expect(try #require(Key(name)).description == name)
  }

  @Test func otherSpellingsAreUnderstood() {
    #expect(Key("pagedown") == .pageDown)
    #expect(Key("ESCAPE") == .escape)
    #expect(Key("A-x") == .alt("x"))
    #expect(Key("C-F") == .control("f"))
    #expect(Key("S-F5") == .function(17))
  }

  @Test func whatATerminalCannotTellApartIsOneKey() {
    #expect(Key("C-i") == .tab)
    #expect(Key("C-m") == .enter)
    #expect(Key("C-[") == .escape)
  }

  @Test(arguments: ["", "jj", "C-", "C-高", "S-j", "F0", "F64", "PgSideways", "C-C-f", "\u{1B}"])
  func whatIsNoKeyHasNoName(name: String) {
    #expect(Key(name) == nil)
  }
}
