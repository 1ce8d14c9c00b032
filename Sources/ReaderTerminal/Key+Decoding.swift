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

  /// The key that an xterm control sequence means: `ESC [ parameters final` or `ESC O final`; nil if it means none.
  init?(sequence parameters: [UInt8], final: UInt8) {
    if parameters.first == UInt8(ascii: "<") {
      guard let event = MouseEvent(parameters.dropFirst(), isRelease: final == UInt8(ascii: "m")) else { return nil }
      self = .mouse(event)
      return
    }
    let numbers = Self.numbers(in: parameters[...])
    let isTilde = final == UInt8(ascii: "~")
    let first = numbers.first ?? 1
    let base: Key? = isTilde ? Self.tildeKeys[first] : Self.finalKeys[final]
    // Some terminals send Shift-Tab with a parameter.
    let modifiers = Modifiers(rawValue: max(0, (numbers.count > 1 ? numbers[1] : 1) - 1) & 7)
    guard let base, let key = base == .backTab ? base : Key(base, with: modifiers) else { return nil }
    self = key
  }

  private static let finalKeys: [UInt8: Key] = [
    UInt8(ascii: "A"): .up, UInt8(ascii: "B"): .down, UInt8(ascii: "C"): .right, UInt8(ascii: "D"): .left,
    UInt8(ascii: "H"): .home, UInt8(ascii: "F"): .end, UInt8(ascii: "Z"): .backTab, UInt8(ascii: "M"): .enter,
    UInt8(ascii: "P"): .function(1), UInt8(ascii: "Q"): .function(2), UInt8(ascii: "R"): .function(3),
    UInt8(ascii: "S"): .function(4),
  ]

  private static let tildeKeys: [Int: Key] = [
    1: .home, 2: .insert, 3: .delete, 4: .end, 5: .pageUp, 6: .pageDown, 7: .home, 8: .end, 11: .function(1),
    12: .function(2), 13: .function(3), 14: .function(4), 15: .function(5), 17: .function(6), 18: .function(7),
    19: .function(8), 20: .function(9), 21: .function(10), 23: .function(11), 24: .function(12),
  ]

  /// Decimal numbers between semicolons; an empty one counts as 1, the default of the parameters read here.
  fileprivate static func numbers(in bytes: ArraySlice<UInt8>) -> [Int] {
    bytes.split(separator: UInt8(ascii: ";"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) ?? 1 }
  }
}

extension MouseEvent {
  /// Reads `button;column;row` of xterm's SGR encoding, columns and rows from 1; nil for a motion without a button and other buttons.
  fileprivate init?(_ parameters: ArraySlice<UInt8>, isRelease: Bool) {
    let numbers = Key.numbers(in: parameters)
    guard numbers.count == 3 else { return nil }
    let code = numbers[0]
    var modifiers: Key.Modifiers = []
    if code & 4 != 0 { modifiers.insert(.shift) }
    if code & 8 != 0 { modifiers.insert(.alt) }
    if code & 16 != 0 { modifiers.insert(.control) }
    let button = code & 3
    let kind: Kind
    switch (code & 64 != 0, code & 32 != 0) {
    case (true, _):
      guard button < 2 && code < 128 else { return nil }
      kind = button == 0 ? .wheelUp : .wheelDown
    case (false, let isMotion):
      guard button < 3 && code < 64 else { return nil }
      kind = isRelease ? .release(button + 1) : isMotion ? .drag(button + 1) : .press(button + 1)
    }
    self.init(kind, at: Point(x: max(0, numbers[1] - 1), y: max(0, numbers[2] - 1)), modifiers: modifiers)
  }
}
