import ReaderUI

/// Turns what a terminal sends into keys: UTF-8, keys that ncurses knows by name, Alt as a leading Esc, control sequences that ncurses does
/// not know, the mouse, bracketed paste (mode 2004 of xterm).
///
/// What a terminal answers to programs comes the same way as keys, often late and to a program that did not ask. Its grammar is that of
/// ECMA-48: control sequences (`CSI … final`) that mean no key and control strings (OSC, DCS, APC, PM, SOS … ST) are swallowed whole.
///
/// Pure and resumable: bytes may arrive in any portions. Where only silence tells what was meant, the caller says when it has lasted for
/// as long as `awaitedSilence` (`finish`).
struct KeyDecoder {
  /// One thing read from ncurses.
  enum Input: Hashable {
    case byte(UInt8)
    /// A key by ncurses' name for it, such as `KEY_UP` or `kUP5`.
    case named(String)
  }

  /// How long nothing must come before what has begun is given up.
  enum Silence: Hashable {
    /// Longer than the bytes of one key are apart.
    case short
    /// Longer than the parts of an answer that was cut on its way are apart.
    case long
    /// Longer than a paste stalls on a slow connection.
    case paste
  }

  private enum State {
    case ground
    case escape
    /// After an Esc that silence made a key: if a sequence was cut there, its rest comes in one go.
    case lateEscape
    /// After what begins a sequence or a string: `[`, `O`, `]`, `P`, `X`, `^` or `_`, by its 7-bit name.
    case opened(UInt8, by: Opening)
    /// After `CSI` or, with `single`, `SS3` and parameters or intermediates.
    case sequence([UInt8], single: Bool)
    /// After `CSI M`: the bytes so far of the mouse in xterm's first encoding.
    case mouse([UInt8])
    /// After `CSI [`, the Linux console's F1 to F5.
    case console
    /// In a string; `last` is the byte before.
    case string(isCommand: Bool, last: UInt8)
    /// In a paste, whose bytes so far are in `pasted`.
    case paste
    /// After a Ctrl-C in a paste: typed if nothing follows it, else pasted.
    case interruptedPaste
  }

  private enum Opening {
    case escape, lateEscape, control
  }

  private var state = State.ground
  /// A UTF-8 sequence not yet complete, and whether Alt came before it.
  private var partial: [UInt8] = []
  private var isAlt = false
  private var pasted: [UInt8] = []

  /// The silence that decides what is under way; `nil` where nothing waits for one.
  var awaitedSilence: Silence? {
    switch state {
    case .ground: nil
    case .escape, .interruptedPaste, .opened(_, by: .lateEscape): .short
    case .lateEscape, .opened, .sequence, .mouse, .console, .string: .long
    case .paste: .paste
    }
  }

  /// The keys completed by one more input.
  mutating func feed(_ input: Input) -> [Key] {
    switch input {
    case .byte(let byte): return feed(byte)
    case .named(let name):
      var isAlt = false
      switch state {
      case .paste, .interruptedPaste:
        state = .paste
        return []
      // An Esc just before a named key was Alt; anything else that is under way has been cut.
      case .escape: isAlt = true
      default: break
      }
      reset()
      guard let key = Key(cursesName: name) else { return [] }
      guard isAlt else { return [key] }
      return Key(key, with: .alt).map { [$0] } ?? [.escape, key]
    }
  }

  /// Gives up what waits for the end of a silence: a lone Esc is the key, a paste ends without its mark, the rest of an answer is dropped.
  mutating func finish() -> [Key] {
    let keys: [Key]
    switch state {
    case .escape:
      reset()
      state = .lateEscape
      return [.escape]
    case .opened(let byte, by: .escape): keys = [.alt(Unicode.Scalar(byte))]
    case .opened(let byte, by: .lateEscape): keys = [.character(Unicode.Scalar(byte))]
    case .paste: keys = [.paste(Self.text(ofPaste: pasted[...]))]
    case .ground, .lateEscape, .opened(_, by: .control), .sequence, .mouse, .console, .string, .interruptedPaste:
      keys = []
    }
    reset()
    return keys
  }

  private mutating func reset() {
    state = .ground
    partial = []
    isAlt = false
    pasted = []
  }

  private mutating func feed(_ byte: UInt8) -> [Key] {
    switch state {
    case .ground: return typed(byte)
    case .escape:
      if byte == Self.escape { return [.escape] }
      if Self.opens(byte) {
        state = .opened(byte, by: .escape)
        return []
      }
      state = .ground
      isAlt = true
      return typed(byte)
    case .lateEscape:
      guard Self.opens(byte) else { return anew(byte) }
      state = .opened(byte, by: .lateEscape)
      return []
    case .opened(UInt8(ascii: "["), _): return feed(byte, toSequence: [], single: false)
    case .opened(UInt8(ascii: "O"), _): return feed(byte, toSequence: [], single: true)
    case .opened(let opening, _):
      return feed(byte, toString: opening == UInt8(ascii: "]"), last: 0)
    case .sequence(let parameters, let single): return feed(byte, toSequence: parameters, single: single)
    case .mouse(let bytes):
      guard bytes.count == 2 else {
        state = .mouse(bytes + [byte])
        return []
      }
      reset()
      return MouseEvent(bytes[0], column: bytes[1], row: byte).map { [.mouse($0)] } ?? []
    case .console:
      guard Self.isFinal(byte) else { return anew(byte) }
      reset()
      return (UInt8(ascii: "A")...UInt8(ascii: "E")).contains(byte) ? [.function(Int(byte) - 0x40)] : []
    case .string(let isCommand, let last): return feed(byte, toString: isCommand, last: last)
    case .paste, .interruptedPaste: return paste(byte)
    }
  }

  /// Drops what is under way and takes `byte` as the beginning of something else.
  private mutating func anew(_ byte: UInt8) -> [Key] {
    reset()
    return typed(byte)
  }

  private static let escape: UInt8 = 0x1B
  private static let interrupt: UInt8 = 0x03
  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// Whether a byte after Esc begins a sequence or a string.
  private static func opens(_ byte: UInt8) -> Bool { Array("[O]PX^_".utf8).contains(byte) }

  private static func isFinal(_ byte: UInt8) -> Bool { (0x40...0x7E).contains(byte) }

  /// Parameters that are kept of a sequence; one that has more means no key.
  private static let mostParameters = 64

  private mutating func feed(_ byte: UInt8, toSequence parameters: [UInt8], single: Bool) -> [Key] {
    // A control character or text in a sequence: its rest never came.
    guard (0x20...0x7E).contains(byte) else { return anew(byte) }
    guard Self.isFinal(byte) else {
      state = .sequence(parameters.count < Self.mostParameters ? parameters + [byte] : parameters, single: single)
      return []
    }
    reset()
    if !single {
      switch (byte, parameters) {
      case (UInt8(ascii: "M"), []): state = .mouse([])
      case (UInt8(ascii: "["), []): state = .console
      case (UInt8(ascii: "~"), Array("200".utf8)): state = .paste
      default: return Key(sequence: parameters, final: byte).map { [$0] } ?? []
      }
      return []
    }
    return Key(single: byte, parameters).map { [$0] } ?? []
  }

  /// A string ends at ST (`ESC \`, or U+009C), an operating system command at BEL as well. Esc before anything else, and Ctrl-C, which no
  /// answer holds, break it off.
  private mutating func feed(_ byte: UInt8, toString isCommand: Bool, last: UInt8) -> [Key] {
    if last == Self.escape {
      guard byte != UInt8(ascii: "\\") else {
        reset()
        return []
      }
      state = .escape
      return feed(byte)
    }
    switch byte {
    case Self.interrupt, 0x18, 0x1A: return anew(byte)
    case 0x07 where isCommand, 0x9C where last == 0xC2: reset()
    default: state = .string(isCommand: isCommand, last: byte)
    }
    return []
  }

  private mutating func paste(_ byte: UInt8) -> [Key] {
    pasted.append(byte)
    state = byte == Self.interrupt ? .interruptedPaste : .paste
    guard byte == Self.pasteEnd.last && pasted.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else {
      return []
    }
    let text = Self.text(ofPaste: pasted.dropLast(Self.pasteEnd.count))
    reset()
    return [.paste(text)]
  }

  /// A byte outside sequences: a control character, or a part of a character in UTF-8.
  private mutating func typed(_ byte: UInt8) -> [Key] {
    if byte == Self.escape {
      reset()
      state = .escape
      return []
    }
    if byte & 0xC0 != 0x80, !partial.isEmpty {
      // The rest of the character before never came.
      partial = []
      isAlt = false
    }
    partial.append(byte)
    let length = byte < 0x80 ? 1 : partial[0] >= 0xF0 ? 4 : partial[0] >= 0xE0 ? 3 : partial[0] >= 0xC0 ? 2 : 1
    guard partial.count >= length else { return [] }
    defer {
      partial = []
      isAlt = false
    }
    let text = String(decoding: partial, as: UTF8.self).unicodeScalars
    guard let scalar = text.first, text.count == 1, scalar != "\u{FFFD}" else { return [] }
    if (0x80...0x9F).contains(scalar.value) {
      // The controls of eight bits (C1) stand for Esc and a character of seven; those that open nothing mean no key.
      let byte = UInt8(scalar.value - 0x40)
      if Self.opens(byte) { state = .opened(byte, by: .control) }
      return []
    }
    let key = Key(typed: scalar)
    return isAlt ? [Key(key, with: .alt) ?? key] : [key]
  }

  private static func text(ofPaste bytes: ArraySlice<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      // Terminals send line ends as Return.
      if scalar == "\r" { text.append("\n") } else if !(scalar == "\n" && isAfterReturn) { text.append(scalar) }
      isAfterReturn = scalar == "\r"
    }
    return String(text)
  }
}
