/// What a stretch of the screen is, whatever it looks like.
public enum Role: Hashable, Sendable, CaseIterable {
  // Articles.
  case text, section, kicker, headline, deck, byline, dateline, subhead, caption, credit, pullquote
  // Lists.
  case place, count, unreadCount, date, unread, read, clipping
  /// The selected row of the focused pane, and of the others.
  case selection, inactiveSelection
  /// A match of the search, and the one the reader stands on.
  case match, currentMatch
  /// A text that only comes near what was searched for.
  case nearMatch
  /// What the user marked in a text.
  case userMark
  // The edge of panes and the lines of the bottom.
  case border, focusedBorder, title, focusedTitle, status, hint, key, prompt, progress, notice, error
  /// Lines of the page that belong to the article, in the page pane, and those that do not.
  case markedLine, unmarkedLine
}

/// A style for each role.
///
/// Every theme tells things apart by bold, underline and reverse first and may add colours of the terminal's own palette, so that nothing
/// is lost without colour. Styles are meant to be laid over one another (`Style.overlaid`): a match in a selected headline shows all three.
public struct Theme: Hashable, Sendable {
  /// The name in the configuration.
  public let name: String
  private let styles: [Role: Style]

  init(name: String, _ changes: [Role: Style], over base: [Role: Style] = [:]) {
    self.name = name
    styles = base.merging(changes) { $1 }
  }

  /// The style of a role; plain if the theme says nothing about it.
  public subscript(role: Role) -> Style { styles[role] ?? .plain }

  /// The theme called `name`: `plain`, `light` or `dark`.
  public init?(named name: String) {
    guard let theme = Self.all.first(where: { $0.name == name }) else { return nil }
    self = theme
  }

  /// All themes.
  public static let all = [plain, light, dark]

  /// The terminal's own two colours, for any background and for `NO_COLOR`.
  public static let plain = Theme(name: "plain", attributes)

  /// Dark colours of the palette, for a light background.
  public static let light = Theme(
    name: "light",
    [
      .kicker: Style(.dim), .section: Style(.bold, foreground: .red), .byline: Style(foreground: .cyan),
      .dateline: Style(foreground: .cyan), .subhead: Style(.bold, foreground: .blue), .credit: Style(foreground: .cyan),
      .place: Style(foreground: .blue), .count: Style(foreground: .cyan), .date: Style(foreground: .cyan),
      .clipping: Style(.bold, foreground: .red),
      .match: Style([.bold, .underline], foreground: .black, background: .yellow),
      .nearMatch: Style([.italic, .underline], foreground: .black, background: .cyan),
      .key: Style(.bold, foreground: .blue), .progress: Style(foreground: .blue),
      .error: Style(.bold, foreground: .red),
      .focusedTitle: Style([.bold, .reverse], foreground: .blue), .focusedBorder: Style(foreground: .blue),
    ], over: attributes)

  /// Bright colours of the palette, for a dark background.
  public static let dark = Theme(
    name: "dark",
    [
      .kicker: Style(.dim), .section: Style(.bold, foreground: .brightRed), .byline: Style(foreground: .brightCyan),
      .dateline: Style(foreground: .brightCyan), .subhead: Style(.bold, foreground: .brightBlue),
      .credit: Style(foreground: .brightCyan), .place: Style(foreground: .brightBlue),
      .count: Style(foreground: .brightCyan), .date: Style(foreground: .brightCyan),
      .clipping: Style(.bold, foreground: .brightYellow),
      .match: Style([.bold, .underline], foreground: .black, background: .yellow),
      .nearMatch: Style([.italic, .underline], foreground: .black, background: .cyan),
      .key: Style(.bold, foreground: .brightYellow), .progress: Style(foreground: .brightGreen),
      .error: Style(.bold, foreground: .brightRed), .focusedTitle: Style([.bold, .reverse], foreground: .brightBlue),
      .focusedBorder: Style(foreground: .brightBlue),
    ], over: attributes)

  private static let attributes: [Role: Style] = [
    .section: .bold, .kicker: .dim, .headline: .bold, .subhead: .bold, .caption: .dim, .credit: .dim,
    .pullquote: Style(.italic),
    .userMark: Style(.underline), .unread: .bold, .unreadCount: .bold, .clipping: .bold, .count: .dim,
    .selection: .reverse,
    .inactiveSelection: .underline, .match: Style([.bold, .underline]), .nearMatch: Style([.italic, .underline]),
    .currentMatch: Style([.bold, .reverse]), .border: .dim, .title: .bold,
    .focusedTitle: Style([.bold, .reverse]), .status: .reverse, .hint: .dim, .key: .bold, .prompt: .bold,
    .progress: .bold,
    .notice: .bold, .error: Style([.bold, .reverse]), .markedLine: .bold, .unmarkedLine: .dim,
  ]
}

extension Theme: CustomStringConvertible {
  /// The name in the configuration.
  public var description: String { name }
}
