import NewsModel

/// A short list above the bottom row to choose one thing from: by its key, or by moving to it, or by typing a part of it.
struct Chooser: Sendable {
  /// What an item stands for.
  enum Choice: Sendable {
    /// File the article under this place, or as unknown.
    case file(Place?)
    /// File the article as the program would.
    case unfile
    /// Put this text on the clipboard; the phrase says what it is.
    case copy(String, Phrase)
    /// Go to this group of the left pane.
    case group(GroupKey)
    /// Look at this clipping book.
    case openBook(String?)
    /// Move the clipping to this book, or copy it there.
    case rebook(String?, isCopy: Bool)
    /// Give the lines chosen to this article of their page.
    case giveTo(article: Int)
    /// Give them this role.
    case lineRole(LineRole)
  }

  /// One row.
  struct Item: Sendable {
    let label: String
    /// What stands behind the label.
    var detail = ""
    /// How the label can be typed in Latin letters.
    var pinyin = PinyinName()
    /// The key that chooses it at once.
    var key: Unicode.Scalar?
    let choice: Choice

    /// How well `text` (lower case) names the item: 0 best; `nil` not at all.
    fileprivate func rank(for text: String) -> Int? {
      if text.isEmpty || pinyin.initials == text || label.lowercased() == text { return 0 }
      if pinyin.begins(with: text) || label.lowercased().hasPrefix(text) { return 1 }
      return (detail + label).lowercased().contains(text) ? 2 : nil
    }
  }

  let title: String
  private let items: [Item]
  /// The items that what is typed leaves, best first; all while nothing is typed.
  private(set) var shown: [Item]
  var cursor = Cursor()

  init(_ title: String, _ items: [Item], selecting row: Int = 0) {
    self.title = title
    self.items = items
    shown = items
    cursor.select(row, of: items.count, height: items.count)
  }

  var selected: Item? { shown.indices.contains(cursor.selected) ? shown[cursor.selected] : nil }

  /// Shows the items that `text` names.
  mutating func filter(_ text: String) {
    let text = text.lowercased()
    let ranked = items.enumerated().compactMap { index, item in item.rank(for: text).map { ($0, index) } }
    shown = ranked.sorted { $0 < $1 }.map { items[$0.1] }
    cursor.select(0, of: shown.count, height: 1)
  }

  /// The item that `key` chooses at once.
  func item(for key: Key) -> Item? {
    guard case .character(let scalar) = key else { return nil }
    let ascii = Keymap.ascii(lookingLike: scalar) ?? scalar
    return shown.first { $0.key == ascii }
  }
}

/// A name in Latin letters, for finding it by typing.
struct PinyinName: Sendable {
  /// The first letters of its syllables: `gtx`.
  private(set) var initials = ""
  /// All its letters: `gaotangxian`.
  private var letters = ""

  /// A name that is not found by letters.
  init() {}

  init(of name: String) {
    initials = pinyinInitials(of: name)
    letters = pinyinLetters(of: name)
  }

  /// Whether `text` (lower case) is the beginning of the name, in full or by initials.
  func begins(with text: String) -> Bool { initials.hasPrefix(text) || letters.hasPrefix(text) }
}

extension AppState {
  /// Rows of items that the chooser has on the screen.
  var chooserRows: Int { max(1, min(chooser?.shown.count ?? 0, size.rows - 4, 12)) }

  /// Opens a list to choose from.
  mutating func open(_ chooser: Chooser) {
    self.chooser = chooser
    let (rows, count) = (chooserRows, chooser.shown.count)
    self.chooser?.cursor.move(by: 0, of: count, height: rows)
  }

  /// Moves in the chooser by a key, or closes it; `nil` for a key that means nothing to it.
  mutating func moveInChooser(_ key: Key) -> Bool {
    let step: Int
    switch key {
    case .down, .tab, .control("n"): step = 1
    case .up, .backTab, .control("p"): step = -1
    case .pageDown: step = chooserRows
    case .pageUp: step = -chooserRows
    default: return false
    }
    let (rows, count) = (chooserRows, chooser?.shown.count ?? 0)
    chooser?.cursor.move(by: step, of: count, height: rows)
    return true
  }

  /// Obeys a key while a menu is open in which nothing is typed.
  mutating func chooseInMenu(_ key: Key) -> [Effect] {
    if let item = chooser?.item(for: key) { return choose(item) }
    switch key {
    case .enter: return chooser?.selected.map { choose($0) } ?? []
    case .character("j"): _ = moveInChooser(.down)
    case .character("k"): _ = moveInChooser(.up)
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    case .escape, .control("c"), .control("g"), .character("q"): chooser = nil
    default: _ = moveInChooser(key)
    }
    return []
  }

  /// Does what an item stands for.
  mutating func choose(_ item: Chooser.Item) -> [Effect] {
    chooser = nil
    prompt = nil
    switch item.choice {
    case .file(let place): return fileChosen(under: place)
    case .unfile: return unfileChosen()
    case .copy(let text, let what): return [.copy(text, what: what[language])]
    case .openBook(let book): return open(book: book)
    case .rebook(let book, let isCopy): return rebook(to: book, isCopy: isCopy)
    case .giveTo(let article): return giveChosen(to: article)
    case .lineRole(let role): return setRole(role)
    case .group(let key):
      showGroup(key)
      focus = .list
      return []
    }
  }
}
