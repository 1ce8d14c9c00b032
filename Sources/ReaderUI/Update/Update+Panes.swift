import NewsModel

extension AppState {
  /// Goes on to the pane on the right: the list of the chosen place, the chosen article.
  mutating func open() -> [Effect] {
    switch focus {
    case .places: focus = .list
    case .search where search?.view == .table: return narrowToPlace()
    case .list, .search:
      guard chosen != nil else { return [] }
      focus = .article
      if search?.showsResults == true {
        article?.goToMatch(0)
        search?.detail.followed = nil
      }
    case .holdings: openIssue()
    case .article, .help, .notes, .source, .lines: break
    }
    return []
  }

  /// Goes back one level; at the outermost, quits if asked to.
  mutating func back(quitting: Bool = false) -> [Effect] {
    switch focus {
    case .help, .notes, .source, .lines, .holdings: leaveText()
    case .article where isZen: isZen = false
    case .article: focus = search?.showsResults == true ? .search : .list
    case .search: return endSearch()
    case .list:
      if let point = returnPoint, point.isBehind(list) {
        returnPoint = nil
        goBack(to: point)
      } else {
        focus = .places
      }
    case .places: return quitting ? [.quit] : []
    }
    return []
  }

  /// Clears the marks of a search or the filter of the list; with neither, goes back one level.
  mutating func escape() -> [Effect] {
    if focus.isText, find != nil {
      find = nil
      return []
    }
    if focus == .article, let search, !search.showsResults {
      self.search = nil
      article?.mark([])
      return search.isAnswered ? [] : [.cancelSearch]
    }
    if focus == .list, list.filter.query != nil { return filterList("") }
    return back()
  }

  mutating func cyclePane(_ step: Int) {
    let ring: [Pane] = search?.showsResults == true ? [.search, .article] : [.places, .list, .article]
    guard let index = ring.firstIndex(of: focus) else { return }
    let next = ring[(index + step + ring.count) % ring.count]
    if next != .article || article != nil { focus = next }
  }

  /// Goes to the places or the list, out of a search if there is one.
  mutating func focusBrowser(_ pane: Pane) {
    if let search, search.showsResults {
      // The results are the list now.
      if pane == .list {
        focus = .search
        return
      }
      self.search = nil
      goBack(to: search.origin)
    }
    focus = pane
  }

  mutating func cycleColumns() {
    let choices: [ScreenLayout.Columns?] = [nil, .one, .two, .three]
    let index = choices.firstIndex(of: columns) ?? 0
    columns = choices[(index + 1) % choices.count]
    let name = columns.map { "\($0.rawValue)" } ?? language("自动", "automatic")
    message = Message(text: language("窗格数：\(name)", "panes side by side: \(name)"))
  }

  mutating func toggleZen() {
    guard article != nil else { return }
    isZen.toggle()
    if isZen { focus = .article }
  }

  mutating func setMeasure(_ han: Int) {
    settings.measure = max(Settings.measures.lowerBound, min(han, Settings.measures.upperBound))
    // Wider than the pane is no wider: the next step back must be seen.
    let isFull = article != nil && textColumns < settings.measure * 2
    if isFull { settings.measure = max(textColumns / 2, Settings.measures.lowerBound) }
    let all = isFull ? language("，已满", ", all there is") : ""
    message = Message(text: language("栏宽 \(settings.measure) 字", "\(settings.measure) Han to a line") + all)
  }

  /// Shows or leaves a pane that only shows text.
  mutating func toggleText(_ pane: Pane) {
    if focus == pane { return leaveText() }
    if !focus.isText { paneBehind = focus }
    focus = pane
    scroll = 0
    find = nil
  }

  mutating func leaveText() {
    focus = paneBehind
    scroll = 0
    source = nil
    find = nil
  }

  mutating func toggleSource() -> [Effect] {
    if focus == .source {
      leaveText()
      return []
    }
    guard let article = chosenArticle else {
      message = Message(text: language("这篇剪报的原文没有打开", "this clipping's page is not open"))
      return []
    }
    toggleText(.source)
    source = SourceView(file: article.file, marked: article.lines)
    return [.readSource(file: article.file)]
  }

  /// Shows the picture of the page's layout in the place of its lines, or the lines again.
  mutating func toggleLayout() {
    guard let page = source?.page else { return }
    guard !page.sketches.allSatisfy(\.isEmpty) else {
      message = Message(text: language("这一版没有字的位置，画不出版面", "this page tells nothing of where its words stand"))
      return
    }
    source?.toggleLayout()
    source?.choice = nil
    scroll = 0
    setSource()
  }

  /// Shows the lines of a page as it is now; a line that was on top stays there, and the article's lines are marked.
  mutating func showSource(_ file: FilePath, _ page: SourcePage) {
    guard let source, source.file == file else { return }
    let top = source.line(ofRow: scroll).map { source.place(ofLine: $0, in: page) }
    let marked = openArticle.map(\.lines) ?? source.marked
    self.source = SourceView(file: file, marked: marked, page: page, showsLayout: source.showsLayout)
    self.source?.choice = source.choice.map { LineChoice(cursor: source.place(ofLine: $0.cursor, in: page)) }
    if let choice = self.source?.choice { setCursor(choice.cursor) }
    setSource(with: top)
  }

  /// Breaks the page's lines to the pane's width; the line on top stays there, and at first it is the article's.
  ///
  /// - Parameter top: the line that is to be on top, where that is not the one that is.
  mutating func setSource(with top: Int? = nil) {
    guard let area = layout.area(of: .source) else { return }
    let line = top ?? source?.line(ofRow: scroll)
    guard source?.set(columns: area.columns, cellWidth: settings.cellWidth) == true else { return }
    lookAgain()
    let wanted = line.map { source?.row(ofLine: $0) ?? 0 } ?? (source?.firstMarked ?? 0) - 2
    scroll = max(0, min(wanted, textLines(of: .source) - textRows(of: .source)))
  }

  /// Brings the article beside the page to the paragraph whose lines are on top there.
  mutating func followSource() {
    guard let source, let parts = openArticle?.parts else { return }
    let rows = scroll..<min(source.rowCount, scroll + textRows(of: .source) / 3 + 1)
    let marked = rows.first { source[$0].isMarked }.flatMap { source.line(ofRow: $0) }
    guard let marked,
      let part = parts.firstIndex(where: {
        $0.piece == 0 && $0.lines.contains { ($0.first...$0.last).contains(marked) }
      }),
      let block = article?.document.blocks.firstIndex(where: { $0.part == part })
    else { return }
    article?.scroll(to: TextPosition(block: block))
  }

  mutating func cycleOrder() {
    if focus == .search { return cycleLineOrder() }
    if list.showsClippings {
      let keys = [Action.clippingUp, .clippingDown].compactMap { settings.keymap.key(for: $0)?.description }
      message = Message(
        text: language(
          "剪报按成册的次序排；\(keys.joined(separator: " ")) 移动",
          "clippings have the order of the digest; \(keys.joined(separator: " ")) move one"))
      return
    }
    let isRanked = list.filter.query != nil
    let orders = ListView.Order.allCases.filter { $0 != .relevance || isRanked }
    let index = orders.firstIndex(of: list.order) ?? 0
    list.order = orders[(index + 1) % orders.count]
    refreshList(selecting: article?.document.id)
    message = Message(text: list.order.name(language))
  }

  mutating func cycleFacet() -> [Effect] {
    let facets = Facet.allCases
    let index = facets.firstIndex(of: places.facet) ?? 0
    places.facet = facets[(index + 1) % facets.count]
    message = Message(text: language("按\(places.facet.name(language))分组", "grouped by \(places.facet.rawValue)"))
    focus = .places
    return regroup()
  }

  /// Shows the towns of the chosen place below it, or no longer.
  mutating func toggleTowns() -> [Effect] {
    guard places.toggleTowns(height: textRows(of: .places)) else {
      message = Message(text: language("这一组的文章没有提到下属乡镇", "the articles of this group name no towns of it"))
      return []
    }
    countUnread()
    fillList()
    return []
  }

  mutating func cyclePlaceOrder() -> [Effect] {
    guard places.facet == .place else {
      message = Message(text: language("按地方分组时才能换次序（f）", "only places have orders: press f until they are shown"))
      return []
    }
    let orders = PlaceOrder.allCases
    let index = orders.firstIndex(of: places.order) ?? 0
    places.order = orders[(index + 1) % orders.count]
    message = Message(text: places.order.name(language))
    return regroup()
  }

  /// Shows the groups of the facet and order chosen; those that are not at hand come as an event.
  private mutating func regroup() -> [Effect] {
    guard places.facet == .place, places.order == .official else {
      return [.group(places.facet, places.order, catalog)]
    }
    return showGroups(catalog.places)
  }
}

extension Pane {
  /// Whether the pane only shows text and is left again as it was entered.
  var isText: Bool { self == .help || self == .notes || self == .source || self == .holdings }
}

extension PlaceOrder {
  /// The order in words.
  func name(_ language: Language) -> String {
    switch self {
    case .official: language("地方按区划", "places in official order")
    case .pinyin: language("地方按拼音", "places by pinyin")
    case .count: language("地方按篇数", "places by count of articles")
    }
  }
}
