/// Which action a key asks for in each pane.
public struct Keymap: Sendable {
  /// The rows it was made of.
  public let bindings: [Binding]
  private let actions: [Pane: [Key: Action]]

  /// A keymap of `bindings`; where two rows bind a key in one pane, the later one has it.
  public init(_ bindings: [Binding] = Binding.table) {
    self.bindings = bindings
    var actions: [Pane: [Key: Action]] = [:]
    for binding in bindings {
      for pane in binding.panes {
        for key in binding.keys { actions[pane, default: [:]][key] = binding.action }
      }
    }
    self.actions = actions
  }

  /// The action of `key` in `pane`. A full-width look-alike, as an input method left on sends it, counts as its ASCII key.
  func action(for key: Key, in pane: Pane) -> Action? {
    if let action = actions[pane]?[key] { return action }
    guard case .character(let scalar) = key, let ascii = Self.ascii(lookingLike: scalar) else { return nil }
    return actions[pane]?[.character(ascii)]
  }

  /// The row of `action`.
  func binding(of action: Action) -> Binding? { bindings.first { $0.action == action } }

  /// The first key of `action`, as help shows it; `nil` when it has none.
  func key(for action: Action) -> Key? { binding(of: action)?.keys.first }

  /// The ASCII key whose look-alike an input method sends: ／ and 、 for `/`, ？ for `?`, ｊ for `j`, 【 for `[`, 。 for `.` …
  static func ascii(lookingLike scalar: Unicode.Scalar) -> Unicode.Scalar? {
    switch scalar {
    case "！"..."～": Unicode.Scalar(scalar.value - 0xFEE0)
    case "、": "/"
    case "。": "."
    case "【", "「": "["
    case "】", "」": "]"
    case "《": "<"
    case "》": ">"
    case "“", "”": "\""
    case "‘", "’": "'"
    case "·": "`"
    case "\u{3000}": " "
    default: nil
    }
  }
}
