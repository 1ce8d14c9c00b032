import NewsModel

/// What one action is called, which keys ask for it, and where: the one source of the keymap, the help pane, the hints of the status line
/// and the key table in the documentation.
public struct Binding: Sendable {
  /// A heading of the help pane.
  public enum Group: Sendable, CaseIterable, Hashable {
    case moving, panes, finding, clippings, closer, mending, program

    /// The heading in a language.
    public func title(_ language: Language) -> String {
      switch self {
      case .moving: language("移动", "Moving")
      case .panes: language("窗格", "Panes")
      case .finding: language("查找", "Finding")
      case .clippings: language("剪报", "Clippings")
      case .closer: language("细看", "Looking closer")
      case .mending: language("改版面（\\ 里）", "Mending a page (in \\)")
      case .program: language("程序", "Program")
      }
    }
  }

  /// What the keys ask for.
  public let action: Action
  /// The keys, the one to show in hints first.
  public internal(set) var keys: [Key]
  /// The panes in which the keys work.
  public let panes: Set<Pane>
  /// The heading it stands under in the help pane.
  public let group: Group
  /// What it does, a short sentence for the help pane.
  let help: Phrase
  /// What it does in one or two words, for the status line.
  let hint: Phrase

  init(
    _ action: Action, _ keys: [Key], in panes: Set<Pane>, _ group: Group, _ help: Phrase, hint: Phrase = Phrase("", "")
  ) {
    self.action = action
    self.keys = keys
    self.panes = panes
    self.group = group
    self.help = help
    self.hint = hint
  }

  /// The sentence of the help pane in a language.
  public func help(_ language: Language) -> String { help[language] }
}
