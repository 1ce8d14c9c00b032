import ReaderUI
import Testing

@testable import ReaderTerminal

@Suite struct KeyDecoderTests {
  private func keys(_ text: String) -> [Key] {
    var decoder = KeyDecoder()
    var keys = text.utf8.flatMap { decoder.feed(.byte($0)) }
    while decoder.awaitedSilence != nil { keys += decoder.finish() }
    return keys
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

  // MARK: What terminals answer

  /// What terminals answer to programs, whole: none of it is a key.
  static let answers = [
    // OSC: colours (by BEL, by ST), a colour of the palette, the clipboard, the title in UTF-8, the working folder.
    "\u{1B}]11;rgb:0/0/0\u{7}", "\u{1B}]11;rgb:0/0/0\u{1B}\\", "\u{1B}]4;1;rgb:cdcd/0000/0000\u{1B}\\",
    "\u{1B}]52;c;5bKz5ZSQ\u{7}", "\u{1B}]l高唐县\u{1B}\\", "\u{1B}]7;file://host/work\u{7}",
    // DCS: XTVERSION, DECRQSS, XTGETTCAP, DECRPTUI, tmux's wrapping of an answer.
    "\u{1B}P>|XTerm(390)\u{1B}\\", "\u{1B}P1$r0m\u{1B}\\", "\u{1B}P1+r544e=787465726d\u{1B}\\",
    "\u{1B}P!|00000000\u{1B}\\",
    // APC (kitty graphics), PM, SOS.
    "\u{1B}_Gi=1;OK\u{1B}\\", "\u{1B}^privacy|q\u{1B}\\", "\u{1B}Xstart/Q\u{1B}\\",
    // CSI: primary (more than 32 bytes), secondary and tertiary attributes, status, cursor position, modes, window size, keyboard flags.
    "\u{1B}[?64;1;2;6;9;15;16;17;18;21;22;28;29;42;52c", "\u{1B}[>41;390;0c", "\u{1B}[=0c", "\u{1B}[0n",
    "\u{1B}[?997;1n",
    "\u{1B}[24;80R", "\u{1B}[1;1R", "\u{1B}[?24;80;1R", "\u{1B}[?2026;2$y", "\u{1B}[8;24;80t", "\u{1B}[4;600;800t",
    "\u{1B}[?1u",
    "\u{1B}[?1;0;256S", "\u{1B}[>4;2m",
    // Focus come and gone; a key of kitty's let go; a late end of a paste.
    "\u{1B}[I", "\u{1B}[O", "\u{1B}[97;1:3u", "\u{1B}[1;1:3A", "\u{1B}[57441;2u", "\u{1B}[150u", "\u{1B}[201~",
    // The same in eight bits.
    "\u{9D}11;rgb:0/0/0\u{9C}", "\u{90}1$r0m\u{9C}", "\u{9F}Gi=1;OK\u{9C}", "\u{9E}a\u{9C}", "\u{98}a\u{1B}\\",
    "\u{9B}?64;1c",
  ]

  @Test(arguments: answers) func noAnswerIsAKey(answer: String) {
    #expect(keys("a" + answer + "b") == [.character("a"), .character("b")])
  }

  /// The keys of bytes that pause after `cut` of them: as long as `silence` says the decoder waits, or shorter than a second.
  private func keys(_ bytes: [UInt8], cut: Int, forLong: Bool) -> [Key] {
    var decoder = KeyDecoder()
    var keys = bytes[..<cut].flatMap { decoder.feed(.byte($0)) }
    while let silence = decoder.awaitedSilence, forLong || silence == .short { keys += decoder.finish() }
    keys += bytes[cut...].flatMap { decoder.feed(.byte($0)) }
    while decoder.awaitedSilence != nil { keys += decoder.finish() }
    return keys
  }

  @Test(arguments: answers) func anAnswerCutOnItsWayIsNoKey(answer: String) {
    let bytes = Array(answer.utf8)
    for cut in 0...bytes.count {
      // Esc alone is the key: nothing can tell it from an answer that was cut there.
      let expected: [Key] = cut == 1 && bytes[0] == 0x1B ? [.escape] : []
      #expect(keys(bytes, cut: cut, forLong: false) == expected, "cut after \(cut)")
    }
  }

  @Test(arguments: answers) func anAnswerWithoutItsEndLocksNothing(answer: String) {
    let bytes = Array(answer.utf8)
    for cut in 0..<bytes.count {
      var decoder = KeyDecoder()
      _ = bytes[..<cut].flatMap { decoder.feed(.byte($0)) }
      while decoder.awaitedSilence != nil { _ = decoder.finish() }
      #expect(decoder.feed(.byte(UInt8(ascii: "j"))) == [.character("j")], "cut after \(cut)")
      var interrupted = KeyDecoder()
      let keys = (bytes[..<cut] + [3, UInt8(ascii: "j")]).flatMap { interrupted.feed(.byte($0)) }
      #expect(keys.suffix(1) == [.character("j")], "Ctrl-C after \(cut)")
    }
  }

  @Test func anAnswerBrokenOffByAKeyLeavesTheKey() {
    #expect(keys("\u{1B}]11;rgb:\u{1B}[A") == [.up])
    #expect(keys("\u{1B}P1$r\u{3}j") == [.control("c"), .character("j")])
    #expect(keys("\u{1B}[?64;1\r") == [.enter])
    var decoder = KeyDecoder()
    #expect("\u{1B}P1$r".utf8.flatMap { decoder.feed(.byte($0)) } + decoder.feed(.named("KEY_UP")) == [.up])
  }

  // MARK: Kitty, other encodings of the mouse, the Linux console

  @Test func keysOfKittyAreThoseOfOtherTerminals() {
    #expect(
      keys("\u{1B}[99;5u\u{1B}[27u\u{1B}[97;2u\u{1B}[97;1:2u\u{1B}[13;2u\u{1B}[27;5;110~\u{1B}[118;131u\u{1B}[1;5:1B")
        == [
          .control("c"), .escape, .character("A"), .character("a"), .modified(.shift, .enter), .control("n"), .alt("v"),
          .modified(.control, .down),
        ])
  }

  @Test func everyEncodingOfTheMouseIsRead() {
    let press = Key.mouse(MouseEvent(.press(1), at: Point(x: 9, y: 4)))
    #expect(keys("\u{1B}[M *%j") == [press, .character("j")])
    #expect(keys("\u{1B}[32;10;5M") == [press])
    #expect(keys("\u{1B}[M#*%") == [.mouse(MouseEvent(.release(1), at: Point(x: 9, y: 4)))])
    #expect(keys("\u{1B}[Ma!!") == [.mouse(MouseEvent(.wheelDown, at: Point(x: 0, y: 0)))])
    #expect(keys("\u{1B}[MC!!") == [], "a motion without a button")
  }

  @Test func theKeypadAndTheLinuxConsoleAreRead() {
    #expect(
      keys("\u{1B}Op\u{1B}Oy\u{1B}Ok\u{1B}OM\u{1B}[[A\u{1B}[[Ej\u{1B}O2P") == [
        .character("0"), .character("9"), .character("+"), .enter, .function(1), .function(5), .character("j"),
        .function(13),
      ])
  }

  // MARK: Pastes

  @Test func aPasteMayBeCutAnywhere() {
    let bytes = Array("\u{1B}[200~高唐\n/j\u{1B}[201~j".utf8)
    for cut in 1..<bytes.count {
      // After an Esc alone the rest comes too late for it, but is a paste all the same.
      let expected: [Key] = (cut == 1 ? [.escape] : []) + [.paste("高唐\n/j"), .character("j")]
      #expect(keys(bytes, cut: cut, forLong: false) == expected, "cut after \(cut)")
    }
  }

  @Test func aPasteWithoutAnEndIsEndedByCtrlCOrByAPause() {
    var decoder = KeyDecoder()
    let lead = "\u{1B}[200~abc\u{1B}\rQ".utf8
    #expect(lead.flatMap { decoder.feed(.byte($0)) }.isEmpty && decoder.awaitedSilence == .paste)
    #expect(decoder.feed(.byte(3)).isEmpty && decoder.awaitedSilence == .short)
    #expect(decoder.finish().isEmpty, "what was typed to get out is not pasted")
    #expect(keys("\u{1A}", with: decoder) == [.control("z")])
    #expect(keys("\u{1B}[201~j", with: decoder) == [.character("j")], "a late end does no harm")

    var patient = KeyDecoder()
    _ = "\u{1B}[200~abc".utf8.flatMap { patient.feed(.byte($0)) }
    #expect(patient.finish() == [.paste("abc")])
    #expect(keys("Q\u{1B}[201~", with: patient) == [.character("Q")])
  }

  private func keys(_ text: String, with decoder: KeyDecoder) -> [Key] {
    var decoder = decoder
    return text.utf8.flatMap { decoder.feed(.byte($0)) } + decoder.finish()
  }

  // MARK: UTF-8

  @Test func aCharacterCutOnItsWayIsWhole() {
    for text in ["é", "高", "😀", "\u{1B}高"] {
      let bytes = Array(text.utf8)
      let whole = keys(text)
      for cut in (bytes[0] == 0x1B ? 2 : 1)..<bytes.count { #expect(keys(bytes, cut: cut, forLong: true) == whole) }
    }
  }

  @Test func controlsOfEightBitsAreNotTyped() {
    #expect(
      keys("a\u{80}\u{85}\u{9B}Ab\u{8F}Pc") == [
        .character("a"), .up, .character("b"), .function(1), .character("c"),
      ])
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
    while whole.awaitedSilence != nil { found += whole.finish() }
    #expect(found.count <= 200)
    #expect(whole.feed(.byte(UInt8(ascii: "j"))) == [.character("j")], "seed \(seed): the keyboard is locked")
  }
}
