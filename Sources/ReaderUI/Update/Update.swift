import NewsModel

/// Changes the state by one event and says what is to be done besides. The only function that changes a state; it does no input or output
/// and knows no clock, so that every rule of the reader can be tested by calling it.
public func update(_ state: inout AppState, _ event: Event) -> [Effect] {
  var effects: [Effect] = []
  switch event {
  case .key(let key): effects = state.press(key)
  case .today(let day): effects = state.countTopicsFrom(day)
  case .drawing: effects = state.heedTyping()
  case .resized(let size):
    state.size = size
    state.lookAgain()
  case .catalog(let catalog): effects = state.show(catalog)
  case .groups(let facet, let order, let groups, let load):
    if (facet, order, load) == (state.places.facet, state.places.order, state.catalog.load) {
      effects = state.showGroups(groups)
    }
  case .progress(let progress):
    state.progress = progress
    effects = state.askToRecognise() + state.noteArrivals()
  case .found(let answer): state.show(answer)
  case .located(let id, let article, let matches):
    if state.search?.id == id, state.article?.document.id == article { state.showMatches(matches) }
  case .concordance(let id, let order, let concordance): state.show(concordance, order, id: id)
  case .table(let id, let table): state.show(table, id: id)
  case .offers(let id, let offers): state.show(offers, id: id)
  case .snippets(let id, let snippets):
    if state.search?.answer?.id == id { state.search?.take(snippets) }
  case .topics(let topics): effects = state.take(topics)
  case .topicArticles(let articles, let id, let load): effects = state.showTopics(articles, id: id, load: load)
  case .readMarks(let marks):
    state.read.take(marks)
    state.countUnread()
  case .readDays(let days):
    state.seen.readDays.merge(days) { own, _ in own }
    effects = state.showGroups(state.places.groups)
  case .arrived(let ids): effects = state.take(arrivals: ids)
  case .restored(let session): effects = state.restore(session)
  case .mouse(let isOn):
    state.mouseChoice = isOn
    if isOn != state.isMouseOn {
      state.isMouseOn = isOn
      effects = [.mouse(isOn)]
    }
  case .firstRun: state.greet()
  case .filesChanged: effects = state.reload()
  case .clippings(let clippings): effects = state.show(clippings)
  case .recognised(let articles, let load):
    if load == state.catalog.load { state.clippings.recognise(articles, in: state.catalog) }
  case .filtered(let id, let matches, let ranked, let problem, let load):
    if id == state.list.filter.id, load == nil || load == state.catalog.load {
      state.list.filter.matches = matches
      state.list.filter.ranked = ranked
      state.list.filter.problem = problem
      state.refreshList(selecting: state.article?.document.id)
    }
  case .succeeded(let predecessors): effects = state.succeed(predecessors)
  case .source(let file, let page): state.showSource(file, page)
  case .noSource(let file, let line):
    if state.source?.file == file { state.source?.problem = line }
    state.warn(line)
  case .edited(let file):
    state.edited = file
    if state.source?.file == file { effects = [.readSource(file: file)] }
  case .cannotLoad(let line, let load):
    if load == 0 { return [.fail(line)] }
    state.warn(line)
  case .welcome(let welcome): state.welcome = welcome
  case .told(let text): state.tell(text)
  case .failed(let text): state.warn(text)
  }
  return effects + state.settle()
}

extension AppState {
  /// What is true after every event: selections are on the screen, the article pane shows what is chosen.
  mutating func settle() -> [Effect] {
    places.cursor.move(by: 0, of: places.groups.count, height: textRows(of: .places))
    list.cursor.move(by: 0, of: list.rows.count, height: listRows)
    if let search, search.rowCount > 0 {
      let (rows, height) = (search.rowCount, searchRows)
      self.search?.row.move(by: 0, of: rows, height: height)
    }
    openChosen()
    followLine()
    if focus == .source { setSource() }
    return readAnew() + markRead() + filterAnew() + locateMatches() + askForSnippets() + askForDetail() + askForOffers()
  }

  /// Shows more of the library, or another one after a reload; the chosen article stays chosen, and the same sentence on top.
  mutating func show(_ catalog: Catalog) -> [Effect] {
    let isReload = catalog.load != self.catalog.load
    let isUnmoved = list.cursor.selected == 0 && focus == .places && !isReload
    let (earlier, open) = (self.catalog, openArticle)
    self.catalog = catalog
    hasCatalog = true
    welcome = nil
    if isReload {
      comeBack(to: open, from: earlier)
    } else if let open, let now = openArticle, now.filing.place != open.filing.place || now.date != open.date {
      showAnew()
    }
    var effects: [Effect] = []
    if places.facet == .place, places.order == .official {
      effects += showGroups(catalog.places, selectsOpen: !isUnmoved)
    } else {
      effects.append(.group(places.facet, places.order, catalog))
      refreshList(selecting: isUnmoved ? nil : article?.document.id)
    }
    resume()
    if !list.showsClippings, let query = list.filter.query { effects += filterList(query.text) }
    // What was found may not be all any more.
    if let search, search.query.root != nil { effects += searchAnew() }
    return effects + findTopics() + readSourceAnew(isReload) + askToRecognise()
  }

  /// Shows new groups, with the article that is open chosen.
  mutating func showGroups(_ groups: [Group], selectsOpen: Bool = true) -> [Effect] {
    let key = places.selected.key
    let hadNone = places.selected.load != catalog.load
    places.show(withHistory(withTopics(groups)), height: textRows(of: .places))
    followArticle(from: key)
    countUnread()
    refreshList(selecting: selectsOpen ? article?.document.id : nil)
    // Until now the group had no articles to be searched.
    return hadNone && search?.reach == .group ? searchAnew() : []
  }

  mutating func show(_ clippings: [KeptClipping]) -> [Effect] {
    let id = article?.document.id
    let row = list.cursor.selected
    let before = id.flatMap { self.clippings.clipping(id: $0) }
    everyClipping = clippings
    self.clippings = ClippingShelf(clippings.filter { $0.clipping.book == book }, after: self.clippings)
    let after = id.flatMap { self.clippings.clipping(id: $0) }
    if before?.note != after?.note || before?.tags != after?.tags || before?.marks != after?.marks { showAnew() }
    let effects = askToRecognise()
    guard list.showsClippings else { return effects }
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
    } else if case .story(let id) = list.group.key {
      fillList(with: catalog.versions(ofID: id))
    } else if case .issue(let paper, let day) = list.group.key {
      fillList(with: catalog.issue(paper, day))
    } else {
      fillList()
    }
    guard let id else { return }
    // The same text may stand on two pages.
    let open = article?.document.id == id ? openReference.flatMap { catalog[$0] == nil ? nil : $0.index } : nil
    let wanted = list.showsClippings ? clippings.index(ofID: id) : open ?? catalog.index(ofID: id)
    // Of the versions of a story one stands for all.
    let versions =
      wanted.map { [Int32($0)] + (list.showsClippings ? [] : catalog.library.reprints.versions(of: $0)) } ?? []
    let listed = list.rows
    guard let row = versions.lazy.compactMap({ listed.firstIndex(of: $0) }).first else { return }
    list.cursor.select(row, of: list.rows.count, height: listRows)
  }
}
