import ReaderUI

/// Turns what the terminal sends into keys: UTF-8, keys that ncurses knows by name, Alt as a leading Esc, control sequences ncurses does not know,
/// the mouse (SGR encoding, mode 1006 of xterm) and bracketed paste (mode 2004).
///
/// Pure and resumable: bytes may arrive in any portions. A lone Esc can only be told from the start of a sequence by time, so the caller
/// says when enough has passed (`finish`).
struct KeyDecoder {
  /// One thing read from ncurses.
  enum Input: Hashable {
    case byte(UInt8)
    /// A key by ncurses' name for it, such as `KEY_UP` or `kUP5`.
    case named(String)
  }

  private enum State {
    case ground
    case escape
    /// After `ESC [`, with the parameters so far.
    case sequence([UInt8])
    /// After `ESC O`.
    case single
    /// Inside a paste, whose bytes so far are in `pasted`.
    case paste
  }

  private var state = State.ground
  /// A UTF-8 sequence not yet complete, and whether Alt came before it.
  private var partial: [UInt8] = []
  private var isAlt = false
  private var pasted: [UInt8] = []

  /// Whether a sequence has begun whose end has not come, other than a paste, which ends only by its own mark.
  var isPending: Bool {
    switch state {
    case .ground: !partial.isEmpty
    case .paste: false
    case .escape, .sequence, .single: true
    }
  }

  /// The keys completed by one more input.
  mutating func feed(_ input: Input) -> [Key] {
    switch input {
    case .byte(let byte): return feed(byte)
    case .named(let name):
      if case .paste = state { return [] }
      var keys = finish()
      if let key = Key(cursesName: name) {
        // An Esc just before a named key was Alt, unless there was more to it.
        if keys == [.escape], let alt = Key(key, with: .alt) { keys = [alt] } else { keys.append(key) }
      }
      return keys
    }
  }

  /// Gives up waiting for the rest of a sequence: a lone Esc is the key, other fragments are dropped.
  mutating func finish() -> [Key] {
    let keys: [Key]
    switch state {
    case .ground: keys = []
    case .paste: return []
    case .escape: keys = [.escape]
    case .sequence(let parameters): keys = parameters.isEmpty ? [.alt("[")] : []
    case .single: keys = [.alt("O")]
    }
    state = .ground
    partial = []
    isAlt = false
    return keys
  }

  private mutating func feed(_ byte: UInt8) -> [Key] {
    switch state {
    case .ground: return typed(byte)
    case .escape:
      switch byte {
      case 0x1B: return [.escape]
      case UInt8(ascii: "["): state = .sequence([])
      case UInt8(ascii: "O"): state = .single
      default:
        state = .ground
        isAlt = true
        return typed(byte)
      }
      return []
    case .single:
      state = .ground
      return Key(sequence: [], final: byte).map { [$0] } ?? []
    case .sequence(var parameters):
      if byte == 0x1B {
        state = .escape
        return []
      }
      guard byte >= 0x40 && byte < 0x7F else {
        // Anything but a parameter, or more of them than any terminal sends, is no sequence.
        parameters.append(byte)
        state = byte < 0x20 || byte > 0x7E || parameters.count > 32 ? .ground : .sequence(parameters)
        return []
      }
      state = .ground
      if byte == UInt8(ascii: "~") && parameters == Array("200".utf8) {
        state = .paste
        return []
      }
      return Key(sequence: parameters, final: byte).map { [$0] } ?? []
    case .paste:
      pasted.append(byte)
      guard byte == Self.pasteEnd.last && pasted.suffix(Self.pasteEnd.count).elementsEqual(Self.pasteEnd) else {
        return []
      }
      let text = Self.pastedText(pasted.dropLast(Self.pasteEnd.count))
      state = .ground
      pasted = []
      return [.paste(text)]
    }
  }

  private static let pasteEnd = Array("\u{1B}[201~".utf8)

  /// A byte outside sequences: a control character, or a part of a character in UTF-8.
  private mutating func typed(_ byte: UInt8) -> [Key] {
    if byte == 0x1B {
      state = .escape
      partial = []
      return []
    }
    if byte & 0xC0 != 0x80 { partial = [] }
    partial.append(byte)
    let length = byte < 0x80 ? 1 : partial[0] >= 0xF0 ? 4 : partial[0] >= 0xE0 ? 3 : partial[0] >= 0xC0 ? 2 : 1
    guard partial.count >= length else { return [] }
    defer {
      partial = []
      isAlt = false
    }
    let text = String(decoding: partial, as: UTF8.self).unicodeScalars
    guard let scalar = text.first, text.count == 1, scalar != "\u{FFFD}" else { return [] }
    let key = Key(typed: scalar)
    return isAlt ? [Key(key, with: .alt) ?? key] : [key]
  }

  private static func pastedText(_ bytes: ArraySlice<UInt8>) -> String {
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
