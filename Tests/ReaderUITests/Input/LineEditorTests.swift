import Testing

@testable import ReaderUI

struct LineEditorTests {
  private func edited(_ text: String, _ keys: [Key]) -> String {
    var prompt = Prompt(.search, text: text)
    for key in keys { _ = prompt.edit(key) }
    return String(prompt.line.before) + "|" + String(prompt.line.after)
  }

  @Test func arrowsMoveByWholeCharacters() {
    #expect(edited("高唐县", [.left, .left]) == "高|唐县")
    #expect(edited("nǚ", [.left]) == "n|ǚ")
  }

  @Test func combiningMarksStayWithTheirBase() {
    #expect(edited("", ["u", .character("\u{308}"), .backspace]) == "|")
  }

  @Test func wordDeletionTakesARunOfOneKind() {
    #expect(edited("高唐 abc", [.control("w")]) == "高唐 |")
    #expect(edited("abc高唐 ", [.control("w")]) == "abc|")
  }

  @Test func endsAndHalvesAreOneKeyAway() {
    #expect(edited("高唐县", [.control("a"), .delete]) == "|唐县")
    #expect(edited("高唐县", [.left, .control("k")]) == "高唐|")
    #expect(edited("高唐县", [.left, .control("u")]) == "|县")
    #expect(edited("高唐县", [.home, .control("e"), .control("h")]) == "高唐|")
  }

  @Test func aPastedLineBreakIsABlank() {
    #expect(edited("", [.paste("高唐\n县\u{1B}[2J")]) == "高唐 县␛[2J|")
  }
}
