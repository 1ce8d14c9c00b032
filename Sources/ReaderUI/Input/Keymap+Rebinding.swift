import NewsModel

extension Keymap {
  /// The standard keymap with an action's keys replaced by those of the user.
  ///
  /// A key that the user gives to one action is taken from any other that has it in the same pane.
  /// - Parameters:
  ///   - action: the action's name, the raw value of an `Action`.
  ///   - names: the keys as `Key.init(_:)` reads them; none leaves the action without keys.
  /// - Returns: the actions that have no key any more, for this one took their last.
  /// - Throws: `RebindingError` when a name means nothing; the keymap stays as it was.
  @discardableResult
  public mutating func rebind(_ action: String, to names: [String]) throws(RebindingError) -> [Action] {
    guard let action = Action(rawValue: action) else { throw .unknownAction(action) }
    var keys: [Key] = []
    for name in names {
      guard let key = Key(name) else { throw .unknownKey(name) }
      keys.append(key)
    }
    guard let row = bindings.firstIndex(where: { $0.action == action }) else { return [] }
    var changed = bindings
    for other in changed.indices where other != row && !changed[other].panes.isDisjoint(with: changed[row].panes) {
      changed[other].keys.removeAll { keys.contains($0) }
    }
    changed[row].keys = keys
    // Without a way out the reader would hold its user.
    guard changed.contains(where: { ($0.action == .quit || $0.action == .leave) && !$0.keys.isEmpty }) else {
      throw .noWayOut
    }
    let robbed = zip(bindings, changed).filter { !$0.keys.isEmpty && $1.keys.isEmpty && $0.action != action }
    self = Keymap(changed)
    return robbed.map(\.0.action)
  }

  /// The standard keymap with the keys that a configuration gives to actions.
  ///
  /// - Parameter file: the path to name the configuration by.
  /// - Returns: besides the keymap, what is to be said of lines that mean nothing, which are left out, and of those that leave an action
  ///   without any key that no line takes away on purpose.
  public static func configured(by configuration: Configuration, file: String) -> (Keymap, [Diagnostic]) {
    var keymap = Keymap()
    var diagnostics: [Diagnostic] = []
    var robbed: [(action: Action, by: Configuration.KeyLine)] = []
    for line in configuration.keyLines {
      do throws(RebindingError) {
        robbed += try keymap.rebind(line.action, to: line.keys).map { ($0, line) }
      } catch {
        diagnostics.append(Diagnostic(file: file, line: line.line, message: error.text))
      }
    }
    let emptied = Set(configuration.keyLines.filter(\.keys.isEmpty).map(\.action))
    for (action, line) in robbed where !emptied.contains(action.rawValue) {
      guard let binding = keymap.binding(of: action), binding.keys.isEmpty else { continue }
      let name = action.rawValue
      diagnostics.append(
        Diagnostic(
          file: file, line: line.line,
          message: Phrase(
            "key.\(line.action) 拿走了 \(name)（\(binding.help(.chinese))）最后的键；用 key.\(name) 给它一个",
            "key.\(line.action) takes the last key of \(name) (\(binding.help(.english))); give it another with key.\(name)"
          )
        ))
    }
    return (keymap, diagnostics)
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
