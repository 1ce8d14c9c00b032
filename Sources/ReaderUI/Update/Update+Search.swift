import NewsModel

extension AppState {
  /// Opens the line for a query: in an article for this article, elsewhere for everything.
  mutating func beginSearch() {
    if search?.showsResults == true {
      // From the results, and from an article opened from them, the query is changed.
      prompt = Prompt(.search, text: search?.query.text ?? "")
      focus = .search
      return
    }
    let isLocal = focus == .article && article != nil
    search = SearchSession(
      id: lastSearch, query: parsed(""), reach: isLocal ? .article : .everything, group: list.group.key,
      groupName: list.group.name(language), origin: here, showsResults: !isLocal)
    article?.mark([])
    prompt = Prompt(.search)
    if !isLocal { focus = .search }
    isZen = isZen && isLocal
  }

  /// What a typed query means today.
  func parsed(_ text: String, for subject: QueryParser.Subject = .articles) -> ParsedQuery {
    QueryParser.parse(text, for: subject, today: today)
  }

  /// Searches for what is typed; the answer comes as an event.
  mutating func startSearch(_ text: String) -> [Effect] {
    let query = parsed(text)
    search?.query = query
    let effects = searchAnew()
    if let search, !search.showsResults {
      markMatches()
      goToFirstMatch()
    }
    return effects
  }

  /// Searches for the same again, because there is more to search or something else.
  mutating func searchAnew() -> [Effect] {
    guard let query = search?.query else { return [] }
    lastSearch += 1
    search?.id = lastSearch
    search?.isStopped = false
    search?.offers = SearchOffers()
    guard query.root != nil else {
      search?.take(nil)
      return [.cancelSearch]
    }
    return [.search(request(query))]
  }

  /// The latest search's request.
  func request(_ query: ParsedQuery) -> SearchRequest {
    var scope = SearchScope.all
    if let search, search.reach == .group { scope = .articles(articles(of: search.group)) }
    return SearchRequest(id: lastSearch, query: query, scope: scope, load: catalog.load)
  }

  /// The articles of a group that is chosen or was, as they are now; none while the groups are still to come.
  private func articles(of key: GroupKey) -> [Int] {
    if key == .clippings {
      let references = clippings.kept.compactMap { reference(ofClipping: $0.clipping.id) }
      return Set(references.map(\.index)).sorted()
    }
    switch key {
    case .file(let path): return catalog.page(path).articles.map(Int.init)
    case .issue(let paper, let day): return catalog.issue(paper, day).articles.map(Int.init)
    case .story(let id): return catalog.versions(ofID: id).articles.map(Int.init)
    default: break
    }
    guard let group = places.groups.first(where: { $0.key == key }), group.load == catalog.load else { return [] }
    return group.articles.map(Int.init)
  }

  /// Takes an answer; one to an older question is dropped.
  mutating func show(_ answer: SearchAnswer) {
    guard let search, answer.id == search.id, answer.load == catalog.load else { return }
    let isSameQuery = search.shownQuery == search.query.text
    // After files have been read again the open article is what was chosen.
    let selected = isSameQuery ? search.selected ?? openReference : nil
    self.search?.take(answer)
    if !isSameQuery { self.search?.detail = SearchDetail() }
    self.search?.shownQuery = search.query.text
    let row = selected.flatMap { wanted in answer.hits.firstIndex { answer.reference(to: $0.article) == wanted } } ?? 0
    let height = searchHits
    self.search?.cursor.select(row, of: answer.hits.count, height: height)
    guard search.showsResults else { return }
    if !isSameQuery, article?.origin == chosen {
      markMatches()
      article?.goToMatch(0)
    }
    if search.opensWhenFound { openFirstHit() }
  }

  /// An article of more scalars is searched beside the event loop: its matches would come too late for the next frame.
  private static let longText = 100_000

  /// Marks the matches of the search in the open article, now or, where that may take long, when they have been found.
  mutating func markMatches() {
    article?.mark([])
    awaitsMatches = false
    search?.matchProblem = nil
    guard let query = search?.query, let root = query.root, let searched = openArticle else { return markDifferences() }
    if article?.document.length ?? 0 > Self.longText || root.holdsRegex {
      awaitsMatches = true
    } else {
      article?.mark(Searcher(library: Library(), index: SearchIndex()).matches(of: query, in: searched))
    }
  }

  /// Asks for the matches that are to be found beside the event loop.
  mutating func locateMatches() -> [Effect] {
    guard awaitsMatches, let search, let searched = openArticle else { return [] }
    awaitsMatches = false
    return [.locate(id: search.id, search.query, searched)]
  }

  /// Marks matches found beside the event loop and goes to the first one.
  mutating func showMatches(_ found: FoundMatches) {
    article?.mark(found.matches)
    search?.matchProblem = found.problem
    search?.detail.followed = nil
    if search?.showsResults == true { article?.goToMatch(0) } else { goToFirstMatch() }
  }

  /// Goes to the first match after where the search began.
  private mutating func goToFirstMatch() {
    guard let start = search?.origin.top, let article else { return }
    let first = article.matches.partitioningIndex { ($0.block, $0.range.lowerBound) >= (start.block, start.scalar) }
    self.article?.scroll(to: start)
    self.article?.goToMatch(first < article.matches.count ? first : 0)
  }

  /// The open article, if it is one of the library.
  var openArticle: Article? { openReference.flatMap { catalog[$0] } }

  var openReference: ArticleReference? {
    if case .article(let reference) = article?.origin { reference } else { nil }
  }

  /// Opens the chosen hit at its first match, once there is an answer.
  mutating func openFirstHit() {
    guard let search else { return }
    guard search.isAnswered else {
      self.search?.opensWhenFound = true
      return
    }
    self.search?.opensWhenFound = false
    guard search.selected != nil else {
      let problem = search.answer?.problem
      message = Message(text: problem?.message[language] ?? notFoundText, isError: problem != nil)
      return
    }
    prompt = nil
    openChosen()
    focus = .article
    article?.goToMatch(0)
  }

  private var notFoundText: String {
    let text = search?.query.text ?? ""
    return language("没有找到“\(text)”", "nothing found for “\(text)”")
  }

  /// Leaves the search for where it began.
  mutating func endSearch() -> [Effect] {
    guard let search else { return [] }
    self.search = nil
    prompt = nil
    goBack(to: search.origin)
    article?.mark([])
    article?.scroll(to: search.origin.top)
    return search.isAnswered ? [] : [.cancelSearch]
  }

  /// Widens or narrows where the search looks: this article, everything, this place.
  mutating func cycleReach() -> [Effect] {
    guard let search else { return [] }
    let ring: [SearchReach] =
      search.origin.focus == .article ? [.article, .everything, .group] : [.everything, .group]
    let index = ring.firstIndex(of: search.reach) ?? 0
    let reach = ring[(index + 1) % ring.count]
    self.search?.reach = reach
    self.search?.showsResults = reach != .article
    self.search?.shownQuery = nil
    focus = reach == .article ? .article : .search
    return startSearch(search.query.text)
  }

  /// Goes to the next match in the article, and past its last one to the next article that has any.
  mutating func goToMatch(forward: Bool) {
    guard let search, search.query.root != nil else {
      if case .story = list.group.key, let next = article?.match(forward: forward) {
        article?.goToMatch(next)
        return
      }
      return goToUnread(forward: forward)
    }
    if focus == .list { focus = .article }
    let times = max(1, count ?? 1)
    if case .lines = search.view, search.showsResults {
      step(forward ? 1 : -1)
      return
    }
    for _ in 0..<times {
      if let next = article?.match(forward: forward) {
        article?.goToMatch(next)
      } else if !goToHit(forward: forward) {
        return
      }
    }
  }

  /// Opens the hit after (or before) the open article, at its first (or last) match.
  ///
  /// - Returns: whether there is one.
  private mutating func goToHit(forward: Bool) -> Bool {
    guard let search, let answer = search.answer else { return false }
    let here = openReference
    let row =
      search.showsResults
      ? search.cursor.selected : answer.hits.firstIndex { answer.reference(to: $0.article) == here } ?? -1
    let next = forward ? row + 1 : row - 1
    guard answer.hits.indices.contains(next) else {
      message = Message(
        text: forward
          ? language("已是最后一处", "this is the last match") : language("已是第一处", "this is the first match"))
      return false
    }
    if !search.showsResults {
      // From here on the search is one of everything, and Esc leads over its results back to where it began.
      self.search?.reach = .everything
      self.search?.showsResults = true
      self.search?.shownQuery = search.query.text
    }
    let height = searchHits
    self.search?.cursor.select(next, of: answer.hits.count, height: height)
    openChosen()
    if focus != .search { focus = .article }
    let last = (article?.matches.count ?? 1) - 1
    article?.goToMatch(forward ? 0 : last)
    let title = article?.document.title ?? ""
    message = Message(
      text: forward
        ? language("下一篇：\(title)", "next article: \(title)") : language("上一篇：\(title)", "previous article: \(title)"))
    return true
  }

  /// Rows of the search pane that can be chosen: hits, or the lines and places of its other views.
  var searchRows: Int {
    search?.view == .hits ? searchHits : max(1, textRows(of: .search) - searchHeaderRows)
  }

  /// Rows of the search pane, below its heading, that are above what can be chosen: the query, what was found, the months of a table.
  var searchHeaderRows: Int { 1 + searchSummaryRows + (search?.view == .table ? 1 : 0) }

  /// Rows that say what was found: two where one is too short and the pane has more than a few.
  var searchSummaryRows: Int {
    guard let search, let area = layout.area(of: .search), area.rows > 8 else { return 1 }
    let width = settings.cellWidth.width(of: SearchPane.summary(search, self).0)
    return width > area.columns - 2 ? 2 : 1
  }

  /// Rows that one result takes: its title, then lines of a snippet, if the query asks for text.
  var hitRows: Int {
    if search?.answer?.matchCount == 0 { return 1 }
    let rows = textRows(of: .search) - searchHeaderRows
    return rows >= 9 ? 3 : rows >= 4 ? 2 : 1
  }

  /// Results that fit in the search pane below its query and its counts.
  var searchHits: Int { max(1, (textRows(of: .search) - searchHeaderRows) / hitRows) }

  /// Asks for the snippets of the results on the screen that have none yet.
  mutating func askForSnippets() -> [Effect] {
    guard let search, search.showsResults, search.isAnswered, search.view == .hits, let answer = search.answer else {
      return []
    }
    let shown = answer.hits.dropFirst(search.cursor.top).prefix(searchHits).map(\.article)
    let missing = shown.filter { answer.snippets[$0] == nil && !search.awaited.contains($0) }
    guard !missing.isEmpty else { return [] }
    self.search?.awaited.formUnion(missing)
    return [.snippets(search.query, articles: missing, of: answer)]
  }
}
