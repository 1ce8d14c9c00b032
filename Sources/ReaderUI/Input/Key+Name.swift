extension Key: LosslessStringConvertible {
  /// The key that `name` means in a configuration file: `j`, `Space`, `C-f`, `M-x`, `PgDn`, `F5`, `S-Up`, `C-S-Left`. Nil when it means none.
  ///
  /// Letters are taken as they are (`G` is not `g`), the names of keys in any case. The mouse, a paste and a new size have no name to bind.
  public init?(_ name: String) {
    if let scalar = name.unicodeScalars.first, name.unicodeScalars.count == 1 {
      guard scalar.shown == scalar else { return nil }
      self = .character(scalar)
      return
    }
    if let key = Self.namedKeys[name.lowercased()] {
      self = key
      return
    }
    guard let (modifiers, rest) = Self.modifiers(in: name), let base = Key(rest) else { return nil }
    self.init(base, with: modifiers)
  }

  /// The name of the key in help and configuration, which `init(_:)` reads back; the mouse and such in angle brackets.
  public var description: String {
    switch self {
    case .character(" "): "Space"
    case .character(let scalar): String(scalar)
    case .control(" "): "C-Space"
    case .control(let scalar): "C-\(scalar)"
    case .alt(" "): "M-Space"
    case .alt(let scalar): "M-\(scalar)"
    case .function(let number): "F\(number)"
    case .modified(let modifiers, let key):
      (modifiers.contains(.control) ? "C-" : "") + (modifiers.contains(.alt) ? "M-" : "")
        + (modifiers.contains(.shift) ? "S-" : "") + key.description
    case .mouse: "<mouse>"
    case .paste: "<paste>"
    case .resize: "<resize>"
    default: Self.names.first { $0.key == self }?.name ?? ""
    }
  }

  /// A base key with modifiers, as the cases of `Key` have it; nil for what a terminal cannot send.
  public init?(_ base: Key, with modifiers: Modifiers) {
    switch (base, modifiers) {
    case (_, []): self = base
    case (.character(let scalar), .control):
      guard let key = Self.controlKey(scalar) else { return nil }
      self = key
    case (.character(let scalar), .alt): self = .alt(scalar)
    case (.tab, .shift): self = .backTab
    case (.function(let number), .shift) where number <= 12: self = .function(number + 12)
    case (.function(let number), .control) where number <= 12: self = .function(number + 24)
    case (.up, _), (.down, _), (.left, _), (.right, _), (.pageUp, _), (.pageDown, _), (.home, _), (.end, _),
      (.delete, _),
      (.insert, _), (.enter, _):
      self = .modified(modifiers, base)
    default: return nil
    }
  }

  /// What Ctrl with a character sends, by the ASCII rule that Ctrl clears the two upper bits; nil if that is no control character.
  private static func controlKey(_ scalar: Unicode.Scalar) -> Key? {
    switch scalar {
    case "i", "I": .tab
    case "m", "M", "j", "J": .enter
    case "[": .escape
    case "?": .backspace
    case " ", "@": .control("@")
    case "A"..."Z": Unicode.Scalar(scalar.value + 0x20).map(Key.control)
    case "a"..."z", "\\", "]", "^", "_": .control(scalar)
    default: nil
    }
  }

  /// Splits `C-`, `M-` (or `A-`) and `S-` off the start of a name; nil if there are none, or one twice.
  private static func modifiers(in name: String) -> (Modifiers, String)? {
    var found: Modifiers = []
    var rest = Substring(name)
    while rest.utf8.count > 2, rest.dropFirst().first == "-", let letter = rest.first {
      guard let modifier = modifierLetters[letter], !found.contains(modifier) else { break }
      found.insert(modifier)
      rest = rest.dropFirst(2)
    }
    return found.isEmpty ? nil : (found, String(rest))
  }

  private static let modifierLetters: [Character: Modifiers] = [
    "C": .control, "c": .control, "M": .alt, "m": .alt, "A": .alt, "a": .alt, "S": .shift, "s": .shift,
  ]

  /// The first name of a key is the one that is shown.
  private static let names: [(key: Key, name: String)] = [
    (.character(" "), "Space"), (.enter, "Enter"), (.escape, "Esc"), (.tab, "Tab"), (.backTab, "S-Tab"),
    (.backspace, "Backspace"), (.delete, "Del"), (.insert, "Ins"), (.up, "Up"), (.down, "Down"), (.left, "Left"),
    (.right, "Right"), (.pageUp, "PgUp"), (.pageDown, "PgDn"), (.home, "Home"), (.end, "End"),
    (.enter, "Return"), (.escape, "Escape"), (.backspace, "BS"), (.delete, "Delete"), (.insert, "Insert"),
    (.pageUp, "PageUp"), (.pageDown, "PageDown"), (.backTab, "BackTab"),
  ]

  private static let namedKeys: [String: Key] = {
    var keys: [String: Key] = [:]
    for (key, name) in names { keys[name.lowercased()] = key }
    for number in 1...63 { keys["f\(number)"] = .function(number) }
    return keys
  }()
}
