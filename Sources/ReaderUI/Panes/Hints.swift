import NewsModel

/// A key that helps where the user is, with what it does: the bottom row shows them, and a click on one is the key.
struct KeyHint {
  let key: Key
  let words: String

  /// The hints that a row has room for, each with the cells where it stands, the most useful first; the last two (help and the way
  /// back) have their room kept.
  static func placed(_ hints: [KeyHint], in columns: Range<Int>, _ width: CellWidth) -> [(hint: KeyHint, x: Range<Int>)]
  {
    let widths = hints.map { width.width(of: $0.key.description) + 1 + width.width(of: $0.words) }
    var placed: [(KeyHint, Range<Int>)] = []
    var x = columns.lowerBound
    for (index, hint) in hints.enumerated() {
      let kept = widths.dropFirst(max(index + 1, hints.count - 2)).reduce(0) { $0 + $1 + 2 }
      let isKept = index >= hints.count - 2
      guard x + widths[index] + (isKept ? 0 : kept) <= columns.upperBound else { continue }
      placed.append((hint, x..<x + widths[index]))
      x += widths[index] + 2
    }
    return placed
  }
}

extension AppState {
  /// The hints that the bottom row shows, if it shows any.
  var hints: [KeyHint] {
    if message != nil { return [] }
    guard let prompt else { return actionHints }
    return prompt.purpose == .search && search?.showsResults == true ? promptHints : []
  }

  /// Keys and what they do in the pane that has the focus.
  private var actionHints: [KeyHint] {
    if showsWelcome, let welcome { return WelcomePane.hints(welcome, self) }
    if focus == .search, search?.view == .table { return tableHints }
    let isShelf = focus == .list && list.showsClippings
    return (isShelf ? Binding.clippingHints : Binding.hints(in: keyPane)).compactMap { action in
      if action == .nextMatch, focus.isText ? find == nil : search == nil { return nil }
      guard let binding = settings.keymap.binding(of: action), let key = binding.keys.first else { return nil }
      // There is nothing to go back to.
      if action == .leave, focus == .places { return KeyHint(key: key, words: language("退出", "quit")) }
      return KeyHint(key: key, words: binding.hint[language])
    }
  }

  /// Keys of the table of counts, where left and right are for its months.
  private var tableHints: [KeyHint] {
    let table = tableLayout
    var hints = [KeyHint(key: .enter, words: language("只看此地", "this place"))]
    if let key = monthKeys.earlier, table?.earlier.isEmpty == false {
      hints.append(KeyHint(key: key, words: language("更早", "earlier")))
    }
    if let key = monthKeys.later, table?.later ?? 0 > 0 {
      hints.append(KeyHint(key: key, words: language("更晚", "later")))
    }
    let others: [(Action, Phrase)] = [
      (.table, Phrase("还原", "articles")), (.search, Phrase("查找", "search")), (.help, Phrase("帮助", "help")),
      (.leave, Phrase("返回", "back")),
    ]
    return hints
      + others.compactMap { action, words in
        settings.keymap.key(for: action).map { KeyHint(key: $0, words: words[language]) }
      }
  }

  /// The keys that bring earlier and later months of the table.
  var monthKeys: (earlier: Key?, later: Key?) {
    (settings.keymap.key(for: .back), settings.keymap.binding(of: .open)?.keys.first { $0 != .enter })
  }

  /// Keys while a query is typed over its results.
  private var promptHints: [KeyHint] {
    let hints: [(Key, Phrase)] = [
      (.enter, Phrase("打开", "open")), (.down, Phrase("选下一篇", "next result")),
      (.control("t"), Phrase("对齐、计数", "lines, counts")), (.control("p"), Phrase("旧的查找", "history")),
      (.tab, Phrase("换范围", "scope")), (.escape, Phrase("回去", "back")),
    ]
    return hints.map { KeyHint(key: $0, words: $1[language]) }
  }
}
