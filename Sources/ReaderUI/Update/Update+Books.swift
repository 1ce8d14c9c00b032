import NewsModel

extension AppState {
  /// The books that there are, the first one (without a name) before the others, in the order in which they were begun.
  private var books: [String?] {
    var books: [String?] = [nil]
    for clipping in everyClipping where !books.contains(clipping.clipping.book) { books.append(clipping.clipping.book) }
    if !books.contains(book) { books.append(book) }
    return books
  }

  private func name(of book: String?) -> String { book ?? language("（第一册）", "(the first book)") }

  private func item(_ book: String?, _ label: String, _ choice: Chooser.Choice) -> Chooser.Item {
    let count = everyClipping.count { $0.clipping.book == book }
    return Chooser.Item(
      label: label, detail: language("\(count) 篇", "\(count)"), pinyin: PinyinName(of: name(of: book)), choice: choice)
  }

  /// Asks which book to look at; a name that is typed and not there begins one.
  mutating func chooseBook() {
    let books = books
    let items = books.map { item($0, name(of: $0), .openBook($0)) }
    open(
      Chooser(
        language("哪一册剪报？打个新名字就另开一册", "Which clipping book? A new name begins one"), items,
        selecting: books.firstIndex(of: book) ?? 0))
    prompt = Prompt(.book(isForClipping: false))
  }

  /// Asks which book the chosen clipping is to go to.
  mutating func chooseBookForClipping() {
    guard let id = chosenID, let clipping = clippings.clipping(id: id) else {
      message = Message(text: language("这篇不是剪报：按 m 收进来", "this is no clipping: m keeps it"))
      return
    }
    subject = chosenSubject
    let others = books.filter { $0 != book }
    let items = others.flatMap { other in
      [
        item(other, language("移到 ", "move to ") + name(of: other), .rebook(other, isCopy: false)),
        item(other, language("抄到 ", "copy to ") + name(of: other), .rebook(other, isCopy: true)),
      ]
    }
    open(Chooser(language("《\(clipping.title)》到哪一册？", "Where to with this clipping?"), items))
    prompt = Prompt(.book(isForClipping: true))
  }

  /// Takes a name that was typed and that no book has.
  mutating func acceptBook(_ text: String, isForClipping: Bool) -> [Effect] {
    let name = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    chooser = nil
    guard !name.isEmpty else { return [] }
    return isForClipping ? rebook(to: name, isCopy: false) : open(book: name)
  }

  /// Shows the clippings of a book.
  mutating func open(book: String?) -> [Effect] {
    self.book = book
    let effects = show(everyClipping)
    countUnread()
    message = Message(
      text: language(
        "剪报册：\(name(of: book))，\(clippings.count) 篇", "clipping book: \(name(of: book)), \(clippings.count)"))
    return effects
  }

  /// Moves the clipping that is the subject to a book, or copies it there.
  mutating func rebook(to other: String?, isCopy: Bool) -> [Effect] {
    guard let id = subject?.id, let clipping = clippings.clipping(id: id), other != book else { return [] }
    let (redo, undo): (Effect, Effect)
    if isCopy {
      var copy = clipping
      copy.book = other
      (redo, undo) = (.keep(copy, before: nil), .discard(id: clipping.id, book: other))
    } else {
      redo = .rebook(id: clipping.id, from: book, to: other)
      undo = .rebook(id: clipping.id, from: other, to: book)
    }
    changes.record(ChangeLog.Change(undo: [undo], redo: [redo]))
    message = Message(
      text: isCopy
        ? language("抄到：\(name(of: other))；u 撤销", "copied to \(name(of: other)); u takes it back")
        : language("移到：\(name(of: other))；u 撤销", "moved to \(name(of: other)); u takes it back"))
    return [redo]
  }
}
