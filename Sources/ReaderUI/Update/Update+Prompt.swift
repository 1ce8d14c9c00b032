import NewsModel

extension AppState {
  /// Types a key into the prompt.
  ///
  /// What a changed text asks for is done once before the next frame (`heedTyping`), however many characters come in
  /// one go, and before any key that means something else.
  mutating func type(_ key: Key) -> [Effect] {
    guard let purpose = prompt?.purpose else { return [] }
    switch key {
    case .enter: return heedTyping() + accept(purpose)
    case .escape, .control("c"), .control("g"): return dismiss(purpose)
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: break
    }
    if purpose.isOfDigest, changeDigestStyle(key) { return [] }
    return prompt?.edit(key) == .ignored ? heedTyping() + choose(by: key, purpose) : []
  }

  /// Obeys a key that does not edit the prompt's text.
  private mutating func choose(by key: Key, _ purpose: Prompt.Purpose) -> [Effect] {
    switch purpose {
    case .search: return typeInSearch(key)
    case .jump: if moveInChooser(key) { showCandidate() }
    case .place, .book: _ = moveInChooser(key)
    case .filter, .issue, .date, .note, .tags, .digest, .digestTitle, .topicName, .topicQuery, .pipe, .find, .mendText:
      break
    }
    return []
  }

  /// Obeys a key with a meaning of its own while a query is typed.
  private mutating func typeInSearch(_ key: Key) -> [Effect] {
    switch key {
    case .tab: return cycleReach()
    case .control("n"), .control("p"):
      guard let text = history.walk(&prompt, back: key == .control("p")) else { return [] }
      return startSearch(text)
    case .control("t"):
      cycleView()
      return []
    case .control("y"): return acceptOffer(search?.offers.selected ?? 0)
    case .down, .up, .pageDown, .pageUp:
      let isForward = key == .down || key == .pageDown
      if moveToOffer(forward: isForward) { return [] }
      let distance = (isForward ? 1 : -1) * (key == .down || key == .up ? 1 : searchRows)
      if search?.showsResults == true {
        step(distance)
      } else if let next = article?.match(forward: distance > 0) {
        article?.goToMatch(next)
      }
      return []
    default: return []
    }
  }

  /// Does what the prompt's text asks for, if it has changed.
  mutating func heedTyping() -> [Effect] {
    guard let typed = prompt, typed.isUnheeded else { return [] }
    prompt?.isUnheeded = false
    let text = typed.line.text
    switch typed.purpose {
    case .search: return startSearch(text)
    case .filter: return filterList(text)
    case .jump:
      chooser?.filter(text)
      showCandidate()
    case .place, .book: chooser?.filter(text)
    case .issue, .date, .note, .tags, .digest, .digestTitle, .topicName, .topicQuery, .pipe, .mendText:
      prompt?.complaint = nil
    case .find: findText(text)
    }
    return []
  }

  private mutating func accept(_ purpose: Prompt.Purpose) -> [Effect] {
    switch purpose {
    case .filter:
      prompt = nil
      if let problem = list.filter.problem {
        message = Message(text: problem.message[language], isError: true)
      } else if let remark = list.filter.query?.remark(language) {
        message = Message(text: remark, isError: true)
      }
    case .date: return acceptDate(prompt?.line.text ?? "")
    case .book(let isForClipping):
      if let item = chooser?.selected { return choose(item) }
      let text = prompt?.line.text ?? ""
      prompt = nil
      return acceptBook(text, isForClipping: isForClipping)
    case .place, .jump: return chooser?.selected.map { choose($0) } ?? []
    case .find:
      prompt = nil
      if find?.text.isEmpty == true { find = nil } else if find?.matches.isEmpty == true { findNext(forward: true) }
    case .issue: return acceptIssue(prompt?.line.text ?? "")
    case .note, .tags, .digest, .digestTitle, .topicName, .topicQuery, .pipe, .mendText:
      let text = prompt?.line.text ?? ""
      let isConfirmed = prompt?.complaint != nil
      prompt = nil
      switch purpose {
      case .note: return acceptNote(text)
      case .tags: return acceptTags(text)
      case .digest: return acceptDigest(text)
      case .mendText: return acceptMending(text)
      case .digestTitle(let path): return writeDigest(path, title: text)
      case .topicName(let query): return acceptTopic(text, query: query, isConfirmed: isConfirmed)
      case .topicQuery(let name): return acceptTopicQuery(text, of: name)
      default: return acceptPipe(text)
      }
    case .search:
      guard let search, search.query.root != nil else { return dismiss(.search) }
      if search.rowCount == 0, search.isAnswered, !search.offers.all.isEmpty {
        return acceptOffer(search.offers.selected ?? 0)
      }
      history.add(search.query.text)
      if search.showsResults {
        openFirstHit()
        return []
      }
      prompt = nil
      if let problem = search.matchProblem ?? search.answer?.problem {
        message = Message(text: problem.message[language], isError: true)
      } else if article?.matches.isEmpty == true {
        let others = search.answer?.hits.count ?? 0
        message = Message(
          text: others > 0
            ? language("本文没有；别的 \(others) 篇有，按 n 前往", "not in this article; n goes to the \(others) that have it")
            : language("没有找到", "nothing found"))
      }
    }
    return []
  }

  private mutating func dismiss(_ purpose: Prompt.Purpose) -> [Effect] {
    prompt = nil
    switch purpose {
    case .search: return endSearch()
    case .filter: return filterList("")
    case .place, .book: chooser = nil
    case .find: endFinding()
    case .issue, .date, .note, .tags, .digest, .digestTitle, .topicName, .topicQuery, .pipe, .mendText: break
    case .jump:
      chooser = nil
      if let key = jumpOrigin { showGroup(key) }
    }
    return []
  }

  mutating func beginFilter() {
    focus = .list
    prompt = Prompt(.filter, text: list.filter.query?.text ?? "")
  }

  /// Offers the groups of the left pane to go to; of places first those of the page's own prefecture.
  mutating func beginJump() {
    jumpOrigin = places.selected.key
    let home = catalog.homePrefecture(of: chosenReference)
    let prefectures = Set(places.groups.compactMap { $0.key.prefecture })
    let first = places.groups.filter { $0.key.prefecture == nil || $0.key.prefecture == home }
    let others = places.groups.filter { $0.key.prefecture != nil && $0.key.prefecture != home }
    let groups = places.facet == .place ? first + others : places.groups
    let items = groups.map { group in
      let count = group.key == .clippings ? clippings.count : group.articles.count
      let prefecture = prefectures.count > 1 ? group.key.prefecture ?? "" : ""
      let detail = [String(count), prefecture].filter { !$0.isEmpty }.joined(separator: "  ")
      return Chooser.Item(
        label: group.name(language), detail: detail, pinyin: group.pinyin, choice: .group(group.key))
    }
    let row = groups.firstIndex { $0.key == jumpOrigin } ?? 0
    open(Chooser(language("跳到哪里", "Where to?"), items, selecting: row))
    prompt = Prompt(.jump)
  }

  /// Shows the group that the chooser stands at; the one before, when it stands at none.
  private mutating func showCandidate() {
    if case .group(let key) = chooser?.selected?.choice {
      showGroup(key)
    } else if let jumpOrigin {
      showGroup(jumpOrigin)
    }
  }

  /// Chooses a group of the left pane, if it is there.
  mutating func showGroup(_ key: GroupKey) {
    guard let row = places.groups.firstIndex(where: { $0.key == key }) else { return }
    places.cursor.select(row, of: places.groups.count, height: textRows(of: .places))
    fillList()
  }
}

/// Queries typed before, latest last.
struct SearchHistory: Sendable {
  private static let limit = 100
  private(set) var queries: [String] = []

  mutating func add(_ query: String) {
    queries.removeAll { $0 == query }
    queries.append(query)
    if queries.count > Self.limit { queries.removeFirst() }
  }

  /// Puts the query before (or after) the one in the prompt into it, and returns it; `nil` when there is none.
  func walk(_ prompt: inout Prompt?, back: Bool) -> String? {
    let index = (prompt?.historyIndex ?? -1) + (back ? 1 : -1)
    guard index >= 0, index < queries.count else { return nil }
    let text = queries[queries.count - 1 - index]
    prompt = Prompt(.search, text: text)
    prompt?.historyIndex = index
    return text
  }
}
