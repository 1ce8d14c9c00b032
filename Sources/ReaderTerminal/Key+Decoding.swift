import ReaderUI

extension Key {
  /// The key that sends one scalar: a character, or a control character.
  init(typed scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x09: self = .tab
    case 0x0A, 0x0D: self = .enter
    case 0x1B: self = .escape
    case 0x08, 0x7F: self = .backspace
    case 0x01...0x1A: self = .control(Unicode.Scalar(UInt8(scalar.value + 0x60)))
    case 0x00...0x1F: self = .control(Unicode.Scalar(UInt8(scalar.value + 0x40)))
    default: self = .character(scalar)
    }
  }

  /// The key that ncurses calls `name`; nil for keys that keyboards no longer have.
  ///
  /// The names with a digit at the end are those of terminfo's extensions, the digit being xterm's: 1 + the sum of shift 1, alt 2, control 4.
  init?(cursesName name: String) {
    if let key = Self.cursesNames[name] {
      self = key
    } else if name.hasPrefix("KEY_F("), let number = Int(name.dropFirst(6).dropLast()), 1...63 ~= number {
      self = .function(number)
    } else if let digit = name.last?.wholeNumberValue, let base = Self.cursesNames[String(name.dropLast())],
      let key = Key(base, with: Modifiers(rawValue: digit - 1))
    {
      self = key
    } else {
      return nil
    }
  }

  private static let cursesNames: [String: Key] = [
    "KEY_UP": .up, "KEY_DOWN": .down, "KEY_LEFT": .left, "KEY_RIGHT": .right, "KEY_PPAGE": .pageUp,
    "KEY_NPAGE": .pageDown,
    "KEY_HOME": .home, "KEY_END": .end, "KEY_BACKSPACE": .backspace, "KEY_DC": .delete, "KEY_IC": .insert,
    "KEY_ENTER": .enter, "KEY_BTAB": .backTab, "KEY_A1": .home, "KEY_A3": .pageUp, "KEY_C1": .end, "KEY_C3": .pageDown,
    "KEY_FIND": .home, "KEY_SELECT": .end,
    "KEY_SR": .modified(.shift, .up), "KEY_SF": .modified(.shift, .down), "KEY_SLEFT": .modified(.shift, .left),
    "KEY_SRIGHT": .modified(.shift, .right), "KEY_SPREVIOUS": .modified(.shift, .pageUp),
    "KEY_SNEXT": .modified(.shift, .pageDown), "KEY_SHOME": .modified(.shift, .home),
    "KEY_SEND": .modified(.shift, .end),
    "KEY_SDC": .modified(.shift, .delete), "KEY_SIC": .modified(.shift, .insert),
    "kUP": .up, "kDN": .down, "kLFT": .left, "kRIT": .right, "kPRV": .pageUp, "kNXT": .pageDown, "kHOM": .home,
    "kEND": .end,
    "kDC": .delete, "kIC": .insert,
  ]

  /// The key that `CSI parameters final` means, as xterm, its kin and the kitty keyboard protocol send it; nil if it means none, as what
  /// terminals answer to programs (which look like keys but for their parameters: `CSI 24;80 R` is no F3).
  init?(sequence parameters: [UInt8], final: UInt8) {
    if parameters.first == UInt8(ascii: "<") {
      guard let numbers = Self.numbers(in: parameters.dropFirst()), numbers.count == 3,
        let event = MouseEvent(
          numbers[0][0], column: numbers[1][0], row: numbers[2][0], isRelease: final == UInt8(ascii: "m"))
      else { return nil }
      self = .mouse(event)
      return
    }
    guard let numbers = Self.numbers(in: parameters[...]), numbers.count <= 3 else { return nil }
    let first = numbers.first?[0] ?? 1
    let state = numbers.count > 1 ? numbers[1] : [1]
    // Kitty tells of keys that are held (2) and let go (3) as well.
    if state.count > 1, state[1] == 3 { return nil }
    let modifiers = Modifiers(rawValue: max(0, state[0] - 1) & 7)
    switch (final, numbers.count) {
    case (UInt8(ascii: "M"), 3):
      // The mouse in the encoding of urxvt.
      guard let event = MouseEvent(first - 32, column: numbers[1][0], row: numbers[2][0]) else { return nil }
      self = .mouse(event)
    case (UInt8(ascii: "u"), 1...):
      guard let key = Key(code: first, with: modifiers) else { return nil }
      self = key
    case (UInt8(ascii: "~"), 3) where first == 27:
      guard let key = Key(code: numbers[2][0], with: modifiers) else { return nil }
      self = key
    case (UInt8(ascii: "~"), 1...2):
      guard let base = Self.tildeKeys[first], let key = Key(base, with: modifiers) else { return nil }
      self = key
    // `CSI 1;1 R` says that the cursor is at home.
    case (UInt8(ascii: "R"), 2) where modifiers.isEmpty: return nil
    case (_, ...2) where first == 1:
      guard let base = Self.finalKeys[final] else { return nil }
      // Some terminals send Shift-Tab with a parameter.
      guard let key = base == .backTab ? base : Key(base, with: modifiers) else { return nil }
      self = key
    default: return nil
    }
  }

  /// The key that `SS3 final` means, or `SS3 modifiers final`, as some terminals send it; nil if it means none.
  init?(single final: UInt8, _ parameters: [UInt8]) {
    if final == UInt8(ascii: "M") {
      self = .enter
    } else if (UInt8(ascii: "j")...UInt8(ascii: "y")).contains(final) {
      // The keypad's `*` to `9`.
      self = .character(Unicode.Scalar(final - 0x40))
    } else {
      self.init(sequence: parameters.isEmpty ? [] : Array("1;".utf8) + parameters, final: final)
    }
  }

  /// The key whose character is `code`, as the keyboard sends it without modifiers; nil for keys that have no character.
  private init?(code: Int, with modifiers: Modifiers) {
    // Kitty's codes for keys without a character are in Unicode's private use area; no key types a control of eight bits.
    guard let scalar = UInt32(exactly: code).flatMap(Unicode.Scalar.init), !(0xE000...0xF8FF).contains(code),
      !(0x80...0x9F).contains(code)
    else { return nil }
    switch Key(typed: scalar) {
    case .character where modifiers.contains(.shift):
      let upper = String(scalar).uppercased().unicodeScalars
      let shifted = upper.count == 1 ? upper.first ?? scalar : scalar
      guard let key = Key(.character(shifted), with: modifiers.subtracting(.shift)) else { return nil }
      self = key
    case let key: self = Key(key, with: modifiers) ?? key
    }
  }

  private static let finalKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  private static let tildeKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
    12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
    19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]

  /// Decimal numbers between semicolons, each with its sub-parameters between colons; an empty one counts as 1, the default of the
  /// parameters read here. Nil where there is anything else, as in sequences of private use.
  private static func numbers(in bytes: ArraySlice<UInt8>) -> [[Int]]? {
    if bytes.isEmpty { return [] }
    var numbers: [[Int]] = []
    for field in bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false) {
      var values: [Int] = []
      for value in field.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false) {
        guard value.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) else { return nil }
        guard let number = value.isEmpty ? 1 : Int(String(decoding: value, as: UTF8.self)) else { return nil }
        values.append(number)
      }
      numbers.append(values)
    }
    return numbers
  }
}

extension MouseEvent {
  /// Reads the three bytes of xterm's first encoding of the mouse, each 32 more than it says.
  init?(_ code: UInt8, column: UInt8, row: UInt8) {
    self.init(Int(code) - 32, column: Int(column) - 32, row: Int(row) - 32)
  }

  /// Reads xterm's code of what the mouse did, and the column and row, counted from 1; nil for a motion without a button and other buttons.
  ///
  /// Encodings that do not say by themselves that a button came up say so by a fourth button.
  fileprivate init?(_ code: Int, column: Int, row: Int, isRelease: Bool = false) {
    guard (0..<128).contains(code) else { return nil }
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let button = code & 3
    let kind: Kind
    switch (code & 64 != 0, code & 32 != 0) {
    case (true, _):
      guard button < 2 else { return nil }
      kind = button == 0 ? .wheelUp : .wheelDown
    case (false, let isMotion) where button == 3:
      guard !isMotion else { return nil }
      kind = .release(1)
    case (false, let isMotion):
      kind = isRelease ? .release(button + 1) : isMotion ? .drag(button + 1) : .press(button + 1)
    }
    self.init(kind, at: Point(x: max(0, column - 1), y: max(0, row - 1)), modifiers: modifiers)
  }
}
