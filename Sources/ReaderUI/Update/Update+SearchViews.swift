import NewsModel

extension AppState {
  // MARK: Lines and counts

  /// Shows the results match by match, or again article by article.
  mutating func toggleLines() {
    if case .lines = search?.view { setView(.hits) } else { setView(.lines(.found)) }
  }

  /// Shows how many articles were found by place and month, or again the articles.
  mutating func toggleTable() {
    setView(search?.view == .table ? .hits : .table)
  }

  /// Goes on to the next way of showing results.
  mutating func cycleView() {
    switch search?.view {
    case .hits: setView(.lines(.found))
    case .lines: setView(.table)
    default: setView(.hits)
    }
  }

  /// Sorts the lines by what follows, by what precedes, or as they were found.
  mutating func cycleLineOrder() {
    guard case .lines(let order) = search?.view else {
      message = Message(text: language("结果按相关程度排；先按 v 逐处列出", "results are ranked; v lists the matches first"))
      return
    }
    let orders: [Concordance.Order] = [.found, .following, .preceding]
    let next = orders[((orders.firstIndex(of: order) ?? 0) + 1) % orders.count]
    setView(.lines(next))
    message = Message(text: next.name(language))
  }

  private mutating func setView(_ view: SearchView) {
    guard let search, search.showsResults else {
      message = Message(text: language("先查找：/ 在列表中查全部", "search first: / in a list searches everything"))
      return
    }
    guard search.view != view else { return }
    // From the article of a result as well: its pane is beside them.
    focus = .search
    let article = search.selected
    self.search?.view = view
    self.search?.detail = SearchDetail()
    // The chosen article stays chosen.
    guard view == .hits, let answer = search.answer,
      let row = answer.hits.firstIndex(where: { answer.reference(to: $0.article) == article })
    else { return }
    let height = searchHits
    self.search?.cursor.select(row, of: answer.hits.count, height: height)
  }

  /// Asks for what the view shows.
  mutating func askForDetail() -> [Effect] {
    guard let search, search.showsResults, search.isAnswered, let answer = search.answer, !answer.hits.isEmpty,
      !search.detail.isAwaited
    else { return [] }
    switch search.view {
    case .hits: return []
    case .lines(let order):
      self.search?.detail.isAwaited = true
      let limit = SearchDetail.mostLines
      return [
        .concordance(ConcordanceRequest(answer: answer, query: search.query, order: order, limit: limit))
      ]
    case .table:
      self.search?.detail.isAwaited = true
      return [.table(answer)]
    }
  }

  /// Takes the lines that were asked for.
  mutating func show(_ concordance: Concordance, _ order: Concordance.Order, id: Int) {
    guard let answer = search?.answer, answer.id == id, search?.view == .lines(order) else { return }
    search?.detail.lines = concordance.lines
    search?.detail.isCut = concordance.isCut
    // The match that the article pane stands at stays chosen.
    let ofArticle = concordance.lines.indices.filter {
      answer.reference(to: concordance.lines[$0].article) == openReference
    }
    let row = ofArticle.first { concordance.lines[$0].number == article?.current } ?? ofArticle.first ?? 0
    let height = searchRows
    search?.detail.cursor.select(row, of: concordance.lines.count, height: height)
  }

  /// Takes the counts that were asked for.
  mutating func show(_ table: FacetTable, id: Int) {
    guard search?.answer?.id == id, search?.view == .table else { return }
    search?.detail.table = table
  }

  /// Brings the article pane to the match of the chosen line.
  mutating func followLine() {
    guard let search, case .lines = search.view, let lines = search.detail.lines else { return }
    let row = search.detail.cursor.selected
    guard row != search.detail.followed, lines.indices.contains(row), !awaitsMatches,
      let answer = search.answer, article?.origin == .article(answer.reference(to: lines[row].article))
    else { return }
    self.search?.detail.followed = row
    article?.goToMatch(lines[row].match)
  }

  /// Brings earlier or later months of the table onto the screen by the keys for left and right.
  ///
  /// - Returns: whether the key was one of them.
  mutating func scrollTable(by action: Action, _ key: Key) -> Bool {
    guard let table = tableLayout, action == .back || action == .open && key != .enter else { return false }
    let wanted = table.later + (action == .back ? 1 : -1) * max(1, count ?? 1)
    search?.detail.laterMonths = max(0, min(wanted, table.mostLater))
    return true
  }

  /// Searches for the same in the chosen place of the table only.
  mutating func narrowToPlace() -> [Effect] {
    guard let search, let table = search.detail.table, let root = search.query.root,
      table.rows.indices.contains(search.detail.cursor.selected),
      let place = table.rows[search.detail.cursor.selected]?.place
    else { return [] }
    // Some names are those of places in several prefectures.
    let isShared = table.rows.contains { $0?.name == place.name && $0?.place != place }
    let name = isShared ? place.prefecture + place.name : place.name
    let query = QueryNode.all([root, .field(.county, name)]).query
    setView(.hits)
    history.add(search.query.text)
    return startSearch(query)
  }

  // MARK: Offers

  /// Asks what to try instead of a query that found nothing.
  mutating func askForOffers() -> [Effect] {
    guard let search, search.showsResults, search.isAnswered, !search.isStopped, let answer = search.answer,
      answer.hits.isEmpty, answer.problem == nil, search.query.root != nil, search.offers.id != search.id,
      progress == nil
    else { return [] }
    self.search?.offers = SearchOffers(id: search.id)
    return [.offers(request(search.query))]
  }

  /// Takes what there is to try instead.
  mutating func show(_ offers: [SearchOffer], id: Int) {
    guard search?.id == id, search?.offers.id == id, search?.answer?.hits.isEmpty == true else { return }
    search?.offers.all = offers
  }

  /// Chooses the next or previous offer.
  ///
  /// - Returns: whether there are any.
  mutating func moveToOffer(forward: Bool) -> Bool {
    guard let offers = search?.offers, !offers.all.isEmpty, search?.rowCount == 0 else { return false }
    let next = (offers.selected ?? -1) + (forward ? 1 : -1)
    search?.offers.selected = next < 0 ? nil : min(next, offers.all.count - 1)
    return true
  }

  /// Searches for an offer instead.
  mutating func acceptOffer(_ index: Int) -> [Effect] {
    guard let offers = search?.offers.all, offers.indices.contains(index) else { return [] }
    if let asked = search?.query.text { history.add(asked) }
    prompt = Prompt(.search, text: offers[index].query)
    return startSearch(offers[index].query)
  }
}

extension Concordance.Order {
  /// What the order is called.
  func name(_ language: Language) -> String {
    switch self {
    case .found: language("按相关排", "best article first")
    case .following: language("按后文排", "by what follows")
    case .preceding: language("按前文排", "by what precedes")
    }
  }
}
