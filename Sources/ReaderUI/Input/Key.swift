/// One thing the user did: a key with its modifiers, the mouse, a paste, or a new size of the terminal.
///
/// A terminal cannot tell C-i from Tab, C-m and C-j from Enter, C-[ from Esc: those are always `tab`, `enter` and `escape`.
public enum Key: Hashable, Sendable {
  /// A typed character, perhaps composed by an input method.
  case character(Unicode.Scalar)
  /// A letter (lower case) or one of `@ \ ] ^ _` with Ctrl.
  case control(Unicode.Scalar)
  /// A character with Alt.
  case alt(Unicode.Scalar)
  case enter, escape, tab, backTab, backspace, delete, insert
  case up, down, left, right, pageUp, pageDown, home, end
  /// F1 … F63.
  case function(Int)
  /// One of `up` … `end`, `delete`, `insert` or `enter`, with modifiers.
  indirect case modified(Modifiers, Key)
  /// A click, a drag or a turn of the wheel.
  case mouse(MouseEvent)
  /// Text pasted in one go, control characters and all: never to be taken for commands.
  case paste(String)
  /// The terminal has a new size.
  case resize

  /// Keys held down with another one.
  public struct Modifiers: OptionSet, Hashable, Sendable {
    /// One bit per modifier.
    public let rawValue: Int

    /// The modifiers whose bits are set in `rawValue`.
    public init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// Shift.
    public static let shift = Modifiers(rawValue: 1)
    /// Alt, also called Meta or Option.
    public static let alt = Modifiers(rawValue: 2)
    /// Ctrl.
    public static let control = Modifiers(rawValue: 4)
  }
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  /// What happened.
  public enum Kind: Hashable, Sendable {
    /// A button went down: 1 left, 2 middle, 3 right.
    case press(Int)
    /// The mouse moved with a button down.
    case drag(Int)
    /// The button came up.
    case release(Int)
    /// One notch of the wheel.
    case wheelUp, wheelDown
  }

  /// What happened.
  public var kind: Kind
  /// The cell it happened in.
  public var point: Point
  /// Keys held down.
  public var modifiers: Key.Modifiers

  /// An event at a cell of the screen.
  public init(_ kind: Kind, at point: Point, modifiers: Key.Modifiers = []) {
    self.kind = kind
    self.point = point
    self.modifiers = modifiers
  }
}
