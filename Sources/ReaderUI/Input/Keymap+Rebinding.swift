import NewsModel

extension Keymap {
  /// The standard keymap with an action's keys replaced by those of the user.
  ///
  /// A key that the user gives to one action is taken from any other that has it in the same pane.
  /// - Parameters:
  ///   - action: the action's name, the raw value of an `Action`.
  ///   - names: the keys as `Key.init(_:)` reads them; none leaves the action without keys.
  /// - Throws: `RebindingError` when a name means nothing; the keymap stays as it was.
  public mutating func rebind(_ action: String, to names: [String]) throws(RebindingError) {
    guard let action = Action(rawValue: action) else { throw .unknownAction(action) }
    var keys: [Key] = []
    for name in names {
      guard let key = Key(name) else { throw .unknownKey(name) }
      keys.append(key)
    }
    guard let row = bindings.firstIndex(where: { $0.action == action }) else { return }
    var changed = bindings
    for other in changed.indices where other != row && !changed[other].panes.isDisjoint(with: changed[row].panes) {
      changed[other].keys.removeAll { keys.contains($0) }
    }
    changed[row].keys = keys
    // Without a way out the reader would hold its user.
    guard changed.contains(where: { ($0.action == .quit || $0.action == .leave) && !$0.keys.isEmpty }) else {
      throw .noWayOut
    }
    self = Keymap(changed)
  }
}

/// Why a key cannot be bound.
public enum RebindingError: ExplainedError, Hashable, Sendable {
  /// No action has this name.
  case unknownAction(String)
  /// No key has this name.
  case unknownKey(String)
  /// Nothing would be left to quit by.
  case noWayOut

  /// One sentence: what is wrong and what to do.
  public var text: Phrase {
    switch self {
    case .unknownAction(let name):
      Phrase(
        "没有叫“\(name)”的动作；xianwen --dump-config 列出全部",
        "no action is called “\(name)”; `xianwen --dump-config` prints them all")
    case .unknownKey(let name):
      Phrase(
        "“\(name)”不是键；写一个字符，或 Space、C-f、M-x、PgDn、F5、S-Tab 这样的名字",
        "“\(name)” is no key; write a character or a name such as Space, C-f, M-x, PgDn, F5, S-Tab")
    case .noWayOut:
      Phrase("“返回”和“退出”都会没有键；这一行不算", "neither leave nor quit would have a key; the line is left out")
    }
  }
}
