import NewsModel

extension AppState {
  /// Shows the clippings in the list, or goes back from them to where the user was.
  mutating func toggleClippings() {
    if list.showsClippings, let point = returnPoint {
      returnPoint = nil
      goBack(to: point)
      return
    }
    leaveResults()
    guard let row = places.groups.firstIndex(where: { $0.key == .clippings }) else { return }
    rememberPosition()
    returnPoint = here
    isZen = false
    let id = article?.document.id
    places.cursor.select(row, of: places.groups.count, height: textRows(of: .places))
    fillList()
    // The open article's clipping, else the one kept last.
    let wanted = id.flatMap { clippings.index(ofID: $0) } ?? clippings.count - 1
    list.cursor.select(wanted, of: list.rows.count, height: listRows)
    focus = .list
  }

  /// Lists the articles that stand on the same page as the chosen one.
  mutating func showPage() {
    guard let (path, id) = chosenArticle.map({ ($0.file, $0.id) }) else { return }
    let wasResult = search?.showsResults == true
    leaveResults()
    rememberPosition()
    if !wasResult || returnPoint == nil { returnPoint = here }
    isZen = false
    list.filter = ListFilter()
    fillList(with: catalog.page(path))
    refreshList(selecting: id)
    focus = .list
  }

  /// Leaves the results of a search, if there are any, for where the search began.
  mutating func leaveResults() {
    guard let search, search.showsResults else { return }
    self.search = nil
    goBack(to: search.origin)
  }

  /// Keeps what is chosen as a clipping, or takes it out if it is one.
  mutating func toggleClipping() -> [Effect] {
    guard let id = chosenID else { return [] }
    if let clipping = clippings.clipping(id: id) {
      let isWrittenOn = !clipping.note.isEmpty || !clipping.tags.isEmpty
      guard !isWrittenOn || asked == .removal(of: clipping.id) else {
        asked = .removal(of: clipping.id)
        message = Message(text: language("这篇有批注或标签；再按一次取出", "it bears a note or tags; once more removes it"))
        return []
      }
      let next = clippings.index(ofID: id).flatMap { clippings.kept.dropFirst($0 + 1).first?.clipping.id }
      let discard = Effect.discard(id: clipping.id, book: book)
      changes.record(ChangeLog.Change(undo: [.keep(clipping, before: next)], redo: [discard]))
      message = Message(text: language("已取出剪报；u 撤销", "clipping removed; u takes it back"))
      return [discard]
    }
    guard let article = openArticle, article.id == id else { return [] }
    let keep = Effect.keepArticle(article, catalog.facts(of: article), book: book)
    changes.record(ChangeLog.Change(undo: [.discard(id: id, book: book)], redo: [keep]))
    message = Message(text: language("已收进剪报：\(article.title)", "kept: \(article.title)"))
    return [keep]
  }

  mutating func undo() -> [Effect] {
    guard let effects = changes.undo() else {
      message = Message(text: language("没有可撤销的改动", "nothing to undo"))
      return []
    }
    message = Message(text: language("已撤销", "undone"))
    heed(effects)
    return effects
  }

  mutating func redo() -> [Effect] {
    guard let effects = changes.redo() else {
      message = Message(text: language("没有可重做的改动", "nothing to redo"))
      return []
    }
    message = Message(text: language("已重做", "done again"))
    heed(effects)
    return effects
  }
}
