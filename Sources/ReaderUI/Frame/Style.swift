/// One of the 16 colours that a terminal's own palette defines, or the terminal's default.
///
/// The reader never names a colour by its red, green and blue: the user has chosen the palette, and these follow it.
public enum Color: UInt8, Hashable, Sendable, CaseIterable {
  /// The terminal's own foreground or background.
  case standard = 255
  case black = 0
  case red, green, yellow, blue, magenta, cyan, white
  case brightBlack, brightRed, brightGreen, brightYellow, brightBlue, brightMagenta, brightCyan, brightWhite
}

/// How a cell looks: attributes and two colours. Three bytes, so that a grid of cells stays small.
public struct Style: Hashable, Sendable {
  /// Attributes that need no colour.
  public struct Attributes: OptionSet, Hashable, Sendable {
    /// One bit per attribute.
    public let rawValue: UInt8

    /// The attributes whose bits are set in `rawValue`.
    public init(rawValue: UInt8) {
      self.rawValue = rawValue
    }

    /// Heavier strokes.
    public static let bold = Attributes(rawValue: 1)
    /// A line below.
    public static let underline = Attributes(rawValue: 2)
    /// Foreground and background exchanged.
    public static let reverse = Attributes(rawValue: 4)
    /// Fainter; some terminals ignore it.
    public static let dim = Attributes(rawValue: 8)
    /// Slanted; many terminals ignore it for Chinese.
    public static let italic = Attributes(rawValue: 16)
  }

  /// Attributes that need no colour.
  public var attributes: Attributes
  /// Colour of the strokes.
  public var foreground: Color
  /// Colour behind them.
  public var background: Color

  /// A style; the terminal's own colours unless told.
  public init(_ attributes: Attributes = [], foreground: Color = .standard, background: Color = .standard) {
    self.attributes = attributes
    self.foreground = foreground
    self.background = background
  }

  /// The terminal's default.
  public static let plain = Style()
  /// Bold, in the terminal's own colours.
  public static let bold = Style(.bold)
  /// Underlined, in the terminal's own colours.
  public static let underline = Style(.underline)
  /// Reversed, in the terminal's own colours.
  public static let reverse = Style(.reverse)
  /// Dim, in the terminal's own colours.
  public static let dim = Style(.dim)

  /// This style with `other` laid over it: attributes add up, and `other`'s colours win where it names any.
  ///
  /// Two reversals cancel, so that a match stays visible on a selected row, and bold ends dim, so that it does in a caption.
  public func overlaid(with other: Style) -> Style {
    let reversed = attributes.symmetricDifference(other.attributes).intersection(.reverse)
    let kept = other.attributes.contains(.bold) ? attributes.subtracting(.dim) : attributes
    return Style(
      kept.union(other.attributes).subtracting(.reverse).union(reversed),
      foreground: other.foreground == .standard ? foreground : other.foreground,
      background: other.background == .standard ? background : other.background)
  }
}
