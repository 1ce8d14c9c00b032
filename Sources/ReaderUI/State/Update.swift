import NewsModel

/// Changes the state by one event and says what is to be done besides. The only function that changes a state; it does no input or output
/// and knows no clock, so that every rule of the reader can be tested by calling it.
public func update(_ state: inout AppState, _ event: Event) -> [Effect] {
  var effects: [Effect] = []
  switch event {
  case .key(let key): effects = state.press(key)
  case .resized(let size): state.size = size
  case .catalog(let catalog): effects = state.show(catalog)
  case .groups(let facet, let order, let groups, let load):
    if (facet, order, load) == (state.places.facet, state.places.order, state.catalog.load) { state.showGroups(groups) }
  case .progress(let progress):
    state.progress = progress
    effects = state.askToRecognise()
  case .found(let answer): state.show(answer)
  case .located(let id, let article, let matches):
    if state.search?.id == id, state.article?.document.id == article { state.showMatches(matches) }
  case .concordance(let id, let order, let concordance): state.show(concordance, order, id: id)
  case .table(let id, let table): state.show(table, id: id)
  case .offers(let id, let offers): state.show(offers, id: id)
  case .snippets(let id, let snippets):
    if state.search?.id == id { state.search?.answer?.snippets.merge(snippets) { $1 } }
  case .readMarks(let marks):
    state.read = marks
    state.countUnread()
  case .restored(let session): effects = state.restore(session)
  case .filesChanged: effects = state.reload()
  case .clippings(let clippings): effects = state.show(clippings)
  case .recognised(let articles, let load):
    if load == state.catalog.load { state.clippings.recognise(articles, in: state.catalog.library) }
  case .filtered(let id, let matches, let ranked):
    if id == state.list.filter.id {
      state.list.filter.matches = matches
      state.list.filter.ranked = ranked
      state.refreshList(selecting: state.article?.document.id)
    }
  case .source(let file, let lines):
    if state.source?.file == file { state.source?.lines = lines }
  case .cannotLoad(let line, let load):
    if load == 0 { return [.fail(line)] }
    state.message = Message(text: line, isError: true)
  case .welcome(let welcome): state.welcome = welcome
  case .told(let text): state.message = Message(text: text)
  case .failed(let text):
    state.message = Message(text: text, isError: true)
    if !state.problems.contains(text) { state.problems = state.problems.suffix(99) + [text] }
  }
  return effects + state.settle()
}

extension AppState {
  /// What is true after every event: selections are on the screen, the article pane shows what is chosen.
  mutating func settle() -> [Effect] {
    places.cursor.move(by: 0, of: places.groups.count, height: textRows(of: .places))
    list.cursor.move(by: 0, of: list.rows.count, height: listRows)
    if let search {
      let (rows, height) = (search.rowCount, searchRows)
      self.search?.row.move(by: 0, of: rows, height: height)
    }
    openChosen()
    followLine()
    if focus == .source { setSource() }
    return markRead() + locateMatches() + askForSnippets() + askForDetail() + askForOffers()
  }

  /// Shows more of the library, or another one after a reload; the chosen article stays chosen, and the same sentence on top.
  mutating func show(_ catalog: Catalog) -> [Effect] {
    let isReload = catalog.load != self.catalog.load
    let id = article?.document.id
    let isUnmoved = list.cursor.selected == 0 && focus == .places
    let filing = openArticle?.filing
    self.catalog = catalog
    hasCatalog = true
    welcome = nil
    if !isReload, let filing, let now = openArticle?.filing, now.place != filing.place { showAnew() }
    if isReload {
      rememberPosition()
      article = nil
      clippings.forgetArticles()
      search?.answer = nil
      let count = catalog.library.articles.count
      message = Message(text: language("读入完毕：共 \(count) 篇", "read again: \(count) articles"))
    }
    var effects: [Effect] = []
    if places.facet == .place, places.order == .official {
      let key = places.selected.key
      places.show(catalog.places, height: textRows(of: .places))
      followArticle(from: key)
      countUnread()
    } else {
      // Until the new groups come, the old ones must not name articles that are gone.
      if isReload { places.groups = places.groups.map { $0.limited(to: catalog.library.articles.count) } }
      effects.append(.group(places.facet, places.order, catalog))
    }
    refreshList(selecting: isUnmoved && !isReload ? nil : id)
    resume()
    if isReload { list.filter.matches = nil }
    if !list.filter.text.isEmpty { effects += filterList(list.filter.text) }
    // What was found may not be all any more.
    if let search, search.query.root != nil { effects += startSearch(search.query.text) }
    return effects + askToRecognise()
  }

  mutating func showGroups(_ groups: [Group]) {
    let key = places.selected.key
    places.show(groups, height: textRows(of: .places))
    followArticle(from: key)
    countUnread()
    refreshList(selecting: article?.document.id)
  }

  mutating func show(_ clippings: [KeptClipping]) -> [Effect] {
    let id = article?.document.id
    let row = list.cursor.selected
    let before = id.flatMap { self.clippings.clipping(id: $0) }
    self.clippings = ClippingShelf(clippings, after: self.clippings)
    let after = id.flatMap { self.clippings.clipping(id: $0) }
    if before?.note != after?.note || before?.tags != after?.tags { showAnew() }
    var effects = askToRecognise()
    guard list.showsClippings else { return effects }
    if !list.filter.text.isEmpty { effects += filterList(list.filter.text) }
    refreshList(selecting: id)
    // After a removal the next clipping takes the place of the removed one.
    if chosenID != id { list.cursor.select(row, of: list.rows.count, height: listRows) }
    return effects
  }

  /// Asks for the articles of clippings whose ids are not loaded, once everything is loaded.
  mutating func askToRecognise() -> [Effect] {
    let state = Recognition(load: catalog.load, version: clippings.version)
    guard hasCatalog, progress == nil, recognition != state else { return [] }
    // What was looked for among these articles once need not be looked for again.
    let isNewLoad = recognition?.load != catalog.load
    recognition = state
    let lost = (isNewLoad ? clippings.kept : clippings.added).filter {
      catalog.index(ofID: $0.clipping.id) == nil
    }
    return lost.isEmpty ? [] : [.recognise(lost, catalog)]
  }

  /// Fills the list anew and selects the article or clipping with this id, if it is listed.
  mutating func refreshList(selecting id: String?) {
    if case .file(let path) = list.group.key, places.facet != .file {
      fillList(with: catalog.page(path))
    } else {
      fillList()
    }
    guard let id else { return }
    let wanted = list.showsClippings ? clippings.index(ofID: id) : catalog.index(ofID: id)
    guard let wanted, let row = list.rows.firstIndex(of: Int32(wanted)) else { return }
    list.cursor.select(row, of: list.rows.count, height: listRows)
  }
}
