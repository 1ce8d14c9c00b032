import NewsModel

extension AppState {
  /// Types a key into the prompt.
  mutating func type(_ key: Key) -> [Effect] {
    guard let purpose = prompt?.purpose else { return [] }
    switch key {
    case .enter: return accept(purpose)
    case .escape, .control("c"), .control("g"): return dismiss(purpose)
    case .control("l"): return [.redraw]
    case .control("z"): return [.suspend]
    default: break
    }
    if purpose == .search, let effects = typeInSearch(key) { return effects }
    if purpose == .jump, key == .down || key == .up || key == .tab || key == .control("n") || key == .control("p") {
      jump(forward: key != .up && key != .control("p"), fromNext: true)
      return []
    }
    if purpose == .place, moveInChooser(key) { return [] }
    if purpose.isOfDigest, changeDigestStyle(key) { return [] }
    switch prompt?.edit(key) {
    case .edited: return edited(purpose)
    default: return []
    }
  }

  /// Keys with a meaning of their own while a query is typed; `nil` for the others.
  private mutating func typeInSearch(_ key: Key) -> [Effect]? {
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
    default: return nil
    }
  }

  private mutating func edited(_ purpose: Prompt.Purpose) -> [Effect] {
    let text = prompt?.line.text ?? ""
    switch purpose {
    case .search: return startSearch(text)
    case .filter: return filterList(text)
    case .jump: jump(forward: true, fromNext: false)
    case .place: chooser?.filter(text)
    case .note, .tags, .digest, .digestTitle, .pipe: prompt?.complaint = nil
    case .find: findText(text)
    }
    return []
  }

  private mutating func accept(_ purpose: Prompt.Purpose) -> [Effect] {
    switch purpose {
    case .filter:
      prompt = nil
      if let problem = QueryParser.parse(list.filter.text).problem, !list.showsClippings {
        message = Message(
          text: language("按原文筛选：", "filtered by the text as it stands: ") + problem.message[language], isError: true)
      }
    case .place: return chooser?.selected.map { choose($0) } ?? []
    case .find:
      prompt = nil
      if find?.text.isEmpty == true { find = nil } else if find?.matches.isEmpty == true { findNext(forward: true) }
    case .note, .tags, .digest, .digestTitle, .pipe:
      let text = prompt?.line.text ?? ""
      prompt = nil
      switch purpose {
      case .note: return acceptNote(text)
      case .tags: return acceptTags(text)
      case .digest: return acceptDigest(text)
      case .digestTitle(let path): return writeDigest(path, title: text)
      default: return acceptPipe(text)
      }
    case .jump:
      if prompt?.complaint != nil { return [] }
      prompt = nil
      focus = .list
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
      if article?.matches.isEmpty == true {
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
    case .place: chooser = nil
    case .find: endFinding()
    case .note, .tags, .digest, .digestTitle, .pipe: break
    case .jump:
      places.select(jumpOrigin ?? .all, height: textRows(of: .places))
      fillList()
    }
    return []
  }

  mutating func beginFilter() {
    focus = .list
    prompt = Prompt(.filter, text: list.filter.text)
  }

  mutating func beginJump() {
    jumpOrigin = places.selected.key
    prompt = Prompt(.jump)
  }

  /// Chooses the first group from here on whose name holds what is typed, or whose pinyin initials begin with it.
  private mutating func jump(forward: Bool, fromNext: Bool) {
    let text = (prompt?.line.text ?? "").lowercased()
    let count = places.groups.count
    let origin = places.groups.firstIndex { $0.key == jumpOrigin } ?? 0
    let start = fromNext ? places.cursor.selected : origin
    prompt?.complaint = nil
    for distance in (fromNext ? 1 : 0)..<count {
      let row = (start + (forward ? distance : -distance) + count * 2) % count
      let group = places.groups[row]
      guard !text.isEmpty, group.pinyin.begins(with: text) || group.name(language).lowercased().contains(text) else {
        continue
      }
      places.cursor.select(row, of: count, height: textRows(of: .places))
      fillList()
      return
    }
    // Nothing else must stand there as if it had been found.
    prompt?.complaint = text.isEmpty ? nil : Phrase("没有这样的地方；跳到：", "no such place; jump to: ")
    places.cursor.select(origin, of: count, height: textRows(of: .places))
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
