import ReaderUI
import Testing

@testable import ReaderTerminal

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    return text.utf8.flatMap { decoder.feed(.byte($0)) } + decoder.finish()
  }

  @Test func charactersComeWhole() {
    #expect(keys("a高，😀") == [.character("a"), .character("高"), .character("，"), .character("😀")])
  }

  @Test func controlCharactersAreKeys() {
    #expect(
      keys("\u{6}\r\n\t\u{7F}\u{8}\u{0}\u{1C}") == [
        .control("f"), .enter, .enter, .tab, .backspace, .backspace, .control("@"), .control("\\"),
      ])
  }

  @Test func escIsAKeyAloneAndAltBeforeAnother() {
    #expect(keys("\u{1B}") == [.escape])
    #expect(keys("\u{1B}x") == [.alt("x")])
    #expect(keys("\u{1B}高") == [.alt("高")])
    #expect(keys("\u{1B}\r") == [.modified(.alt, .enter)])
    #expect(keys("\u{1B}\u{1B}") == [.escape, .escape])
    #expect(keys("\u{1B}\u{1B}[A") == [.escape, .up])
    #expect(keys("\u{1B}[") == [.alt("[")])
  }

  @Test func sequencesUnknownToTheTerminalDescriptionAreUnderstood() {
    #expect(
      keys("\u{1B}[1;5A\u{1B}[5;2~\u{1B}OP\u{1B}[Z\u{1B}[15~\u{1B}[1;2P") == [
        .modified(.control, .up), .modified(.shift, .pageUp), .function(1), .backTab, .function(5), .function(13),
      ])
  }

  @Test func sequencesWithoutMeaningAreDropped() {
    #expect(keys("\u{1B}[?1;2cx\u{1B}[99~y\u{1B}[<0;1Mz") == [.character("x"), .character("y"), .character("z")])
  }

  @Test func theMouseCountsCellsFromZero() {
    #expect(
      keys("\u{1B}[<0;10;5M\u{1B}[<32;11;5M\u{1B}[<0;11;5m\u{1B}[<65;1;1M\u{1B}[<20;2;3M") == [
        .mouse(MouseEvent(.press(1), at: Point(x: 9, y: 4))),
        .mouse(MouseEvent(.drag(1), at: Point(x: 10, y: 4))),
        .mouse(MouseEvent(.release(1), at: Point(x: 10, y: 4))),
        .mouse(MouseEvent(.wheelDown, at: Point(x: 0, y: 0))),
        .mouse(MouseEvent(.press(1), at: Point(x: 1, y: 2), modifiers: [.shift, .control])),
      ])
  }

  @Test func aPasteIsOneKeyWhateverItHolds() {
    #expect(keys("\u{1B}[200~高唐\rq\u{1B}[A\u{3}\u{1B}[201~j") == [.paste("高唐\nq\u{1B}[A\u{3}"), .character("j")])
  }

  @Test func brokenUTF8IsDropped() {
    var decoder = KeyDecoder()
    let bytes: [UInt8] = [0xE9, 0xAB, 0x41, 0x80, 0xFF, 0xC0, 0x42]
    #expect(bytes.flatMap { decoder.feed(.byte($0)) } == [.character("A"), .character("B")])
  }

  @Test func keysOfNcursesHaveTheirNames() {
    var decoder = KeyDecoder()
    let names = ["KEY_UP", "KEY_F(5)", "kUP5", "kRIT3", "KEY_SLEFT", "KEY_BTAB", "KEY_HELP"]
    #expect(
      names.flatMap { decoder.feed(.named($0)) } == [
        .up, .function(5), .modified(.control, .up), .modified(.alt, .right), .modified(.shift, .left), .backTab,
      ])
    #expect(decoder.feed(.byte(0x1B)) + decoder.feed(.named("KEY_UP")) == [.modified(.alt, .up)])
  }

  @Test(arguments: 0..<100 as Range<UInt64>) func anyBytesInAnyPortionsAreRead(seed: UInt64) {
    var state = seed
    var whole = KeyDecoder()
    var found: [Key] = []
    for _ in 0..<200 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let pick = Array("\u{1B}[<;0159~MmAO\u{9}x高".utf8)
      found += whole.feed(.byte(pick[Int(state >> 33) % pick.count]))
    }
    found += whole.finish()
    #expect(!whole.isPending)
    #expect(found.count <= 200)
  }
}
