import ReaderUI

@testable import ReaderTerminal

/// What a terminal sends, in portions with silences between them, some long and some short.
enum KeysFuzz {
  static func run(_ bytes: [UInt8]) {
    var decoder = KeyDecoder()
    for portion in portions(bytes) {
      for byte in portion.bytes { check(decoder.feed(.byte(byte)), text: portion.bytes) }
      if let name = portion.name { check(decoder.feed(.named(name)), text: []) }
      for _ in 0..<portion.silences { if decoder.awaitedSilence != nil { check(decoder.finish(), text: []) } }
    }
    checkIsFree(decoder)
    checkAnswers(after: decoder)
  }

  private struct Portion {
    let bytes: ArraySlice<UInt8>
    let name: String?
    let silences: UInt8
  }

  private static let names = ["KEY_UP", "kUP5", "KEY_F(3)", "KEY_BACKSPACE", "KEY_HELP"]

  /// Stretches of the input: each begins with a byte for its length, silences and a key that ncurses decodes.
  private static func portions(_ bytes: [UInt8]) -> [Portion] {
    var portions: [Portion] = []
    var rest = bytes[...]
    while let head = rest.popFirst() {
      let length = min(Int(head & 31), rest.count)
      let name = head & 0xE0 == 0xE0 ? names[Int(head) % names.count] : nil
      portions.append(Portion(bytes: rest.prefix(length), name: name, silences: head >> 5 & 3))
      rest = rest.dropFirst(length)
    }
    return portions
  }

  private static func check(_ keys: [Key], text: ArraySlice<UInt8>) {
    require(keys.count <= 2, "one input gives \(keys)")
    for key in keys {
      if case .character(let scalar) = key {
        require(scalar.properties.generalCategory != .control, "U+\(String(scalar.value, radix: 16)) is typed")
      }
    }
  }

  /// Whatever came, silence frees the keyboard, and so does Ctrl-C alone.
  private static func checkIsFree(_ decoder: KeyDecoder) {
    var waiting = decoder
    for _ in 0..<3 where waiting.awaitedSilence != nil { _ = waiting.finish() }
    require(waiting.awaitedSilence == nil, "silence does not end what is under way")
    require(waiting.feed(.byte(UInt8(ascii: "j"))) == [.character("j")], "locked after a silence")
    var interrupted = decoder
    _ = interrupted.feed(.byte(3))
    if interrupted.awaitedSilence == .short { _ = interrupted.finish() }
    // Three bytes of a report of the mouse may be anything.
    for _ in 0..<2 where interrupted.awaitedSilence != nil { _ = interrupted.finish() }
    require(interrupted.feed(.byte(UInt8(ascii: "j"))) == [.character("j")], "locked after Ctrl-C")
  }

  /// An answer that follows, whole or cut, is no key.
  private static func checkAnswers(after decoder: KeyDecoder) {
    var decoder = decoder
    while decoder.awaitedSilence != nil { _ = decoder.finish() }
    for (number, answer) in ["\u{1B}P>|a/q\u{1B}\\", "\u{1B}]11;rgb:0/0\u{7}", "\u{1B}_G|q\u{1B}\\", "\u{1B}[?6;1c"]
      .enumerated()
    {
      var keys: [Key] = []
      for (index, byte) in answer.utf8.enumerated() {
        keys += decoder.feed(.byte(byte))
        if index == 3 + number, decoder.awaitedSilence == .short { keys += decoder.finish() }
      }
      require(keys.isEmpty, "an answer gives \(keys)")
    }
  }
}
