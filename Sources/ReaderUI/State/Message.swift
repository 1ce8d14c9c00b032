import NewsModel

/// One line for the user, shown until the next key.
struct Message: Sendable, Equatable {
  let text: String
  var isError = false
  /// What went wrong first, and what else did before the user pressed a key.
  var problems: [String] = []
}

extension AppState {
  /// Says something that no key asks for just now. What went wrong is more important, and stays until the user has seen it.
  mutating func tell(_ text: String) {
    if message?.isError != true { message = Message(text: text) }
  }

  /// Says what went wrong, and remembers it for the notes. Of several things the first is shown, and how many there are.
  mutating func warn(_ text: String) {
    if !problems.contains(text) { problems = problems.suffix(99) + [text] }
    var told = message?.problems ?? []
    if !told.contains(text) { told.append(text) }
    let others = told.count - 1
    let key = settings.keymap.key(for: .notes)?.description ?? ""
    let more = others > 0 ? language("（还有 \(others) 处：\(key)）", " (and \(others) more: \(key))") : ""
    message = Message(text: told[0] + more, isError: true, problems: told)
  }
}
