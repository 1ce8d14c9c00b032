import NewsModel

extension AppState {
  /// Obeys a key.
  mutating func press(_ key: Key) -> [Effect] {
    // A button that comes up ends what its going down began, which may have left a message.
    if case .mouse(let mouse) = key, case .release = mouse.kind { return drag == nil ? [] : click(mouse) }
    resumption = nil
    if case .mouse(let mouse) = key { return click(mouse) }
    message = nil
    if prompt != nil { return type(key) }
    if chooser != nil { return chooseInMenu(key) }
    let marked = typeInMarking(key)
    if marked.isDone { return marked.effects }
    return marked.effects + pressUnmarked(key)
  }

  private mutating func pressUnmarked(_ key: Key) -> [Effect] {
    if case .character(let scalar) = key, let digit = Self.digit(scalar), count != nil || digit > 0 {
      count = min(count ?? 0, 99_999) * 10 + digit
      return []
    }
    let before = asked
    defer {
      count = nil
      // Only the very next key confirms.
      if asked == before { asked = nil }
    }
    guard let action = settings.keymap.action(for: key, in: keyPane) else {
      if !showsWelcome { tellWhereItWorks(key) }
      return []
    }
    if focus == .search, search?.view == .table, scrollTable(by: action, key) { return [] }
    if keyPane == .lines, let effects = performOnLines(action) { return effects }
    return showsWelcome ? performAtWelcome(action) : perform(action)
  }

  /// Says of a key without a meaning here where it has one.
  private mutating func tellWhereItWorks(_ key: Key) {
    guard case .character = key, !focus.isText else { return }
    // The results of a search come first where there are some; without a search they would only confuse.
    let others: [Pane] = search == nil ? [.list, .article, .places, .search] : [.search, .list, .article, .places]
    let panes = others.filter { settings.keymap.action(for: key, in: $0) != nil }
    guard let pane = panes.first, let action = settings.keymap.action(for: key, in: pane),
      let binding = settings.keymap.binding(of: action)
    else {
      let help = settings.keymap.key(for: .help)?.description ?? "F1"
      message = Message(text: language("没有 \(key) 这个键；\(help) 列出各键", "\(key) is no key; \(help) lists them"))
      return
    }
    let what = binding.help(language)
    let names = panes.prefix(2).map { $0.name(language) }.joined(separator: language("和", " and "))
    message = Message(text: language("\(key) 在\(names)里用：\(what)", "\(key) is for \(names): \(what)"))
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    ("0"..."9").contains(scalar) ? Int(scalar.value - 48) : nil
  }

  /// Does what a key asks for.
  mutating func perform(_ action: Action) -> [Effect] {
    switch action {
    case .down, .up, .pageDown, .pageUp, .halfPageDown, .halfPageUp, .first, .last: move(action)
    case .nextArticle: step(1)
    case .previousArticle: step(-1)
    case .nextParagraph: goToBlock(forward: true) { $0.isParagraph }
    case .previousParagraph: goToBlock(forward: false) { $0.isParagraph }
    case .nextSubhead: goToBlock(forward: true) { $0.isSignpost }
    case .previousSubhead: goToBlock(forward: false) { $0.isSignpost }
    case .nextPane: cyclePane(1)
    case .previousPane: cyclePane(-1)
    case .focusPlaces: focusBrowser(.places)
    case .focusList: focusBrowser(.list)
    case .focusArticle: if article != nil { focus = .article }
    case .columns: cycleColumns()
    case .zen: toggleZen()
    case .wider: setMeasure(settings.measure + 2)
    case .narrower: setMeasure(settings.measure - 2)
    case .standardWidth: setMeasure(Settings.standardMeasure)
    case .escape: return escape()
    case .search:
      if focus == .holdings {
        break
      } else if focus.isText {
        beginFinding()
      } else if list.showsClippings, focus == .list {
        beginFilter()
      } else {
        beginSearch()
      }
    case .nextMatch: if focus.isText { findNext(forward: true) } else { goToMatch(forward: true) }
    case .previousMatch: if focus.isText { findNext(forward: false) } else { goToMatch(forward: false) }
    case .jump: beginJump()
    case .filter: beginFilter()
    case .topic: beginTopic()
    case .sort: cycleOrder()
    case .page: showPage()
    case .versions: toggleVersions()
    case .holdings: toggleHoldings()
    case .clippings: toggleClippings()
    case .notes: toggleText(.notes)
    case .help: toggleText(.help)
    case .open: return open()
    case .keywords: toggleLines()
    case .table: toggleTable()
    case .back: return back()
    case .leave: return back(quitting: true)
    case .facet: return cycleFacet()
    case .placeOrder: return cyclePlaceOrder()
    case .towns: return toggleTowns()
    case .fileElsewhere: beginFiling()
    case .issue: beginCorrectingIssue()
    case .correctDate: beginDating()
    case .keep: return toggleClipping()
    case .annotate: beginWriting(isTags: false)
    case .tag: beginWriting(isTags: true)
    case .clippingUp: return moveClipping(-1)
    case .clippingDown: return moveClipping(1)
    case .digest: beginDigest()
    case .book: chooseBook()
    case .rebook: chooseBookForClipping()
    case .markSentence: return markSentence()
    case .removeMark: return removeMark()
    case .nextMark: goToMark(forward: true)
    case .previousMark: goToMark(forward: false)
    case .copy: beginCopying()
    case .edit: return editSource()
    case .pipe: if article != nil { prompt = Prompt(.pipe) }
    case .toggleRead: return toggleRead()
    case .unreadOnly: toggleUnreadOnly()
    case .markAllRead: return markAllRead()
    case .scan:
      guard let article = chosenArticle else {
        message = Message(text: language("这篇剪报的原文没有打开", "this clipping's page is not open"))
        return []
      }
      return [.showScan(file: article.file, page: catalog.facts(of: article)?.number)]
    case .undo: return undo()
    case .redo: return redo()
    case .source: return toggleSource()
    case .layout: toggleLayout()
    case .chooseLines: chooseLines()
    // Keys of the lines chosen; without any there is nothing to do.
    case .laterInLine, .beginArticle, .giveAbove, .giveBelow, .giveTo, .lineRole, .joinParagraphs, .splitParagraph,
      .mendText:
      break
    case .reload: return reload()
    case .redraw: return [.redraw]
    case .mouse: return toggleMouse()
    case .suspend: return [.suspend]
    case .cancel: return cancel()
    case .quit: return [.quit]
    }
    return []
  }

  /// Stops what is being done, or the program when nothing is.
  private mutating func cancel() -> [Effect] {
    if let search, !search.isAnswered {
      message = Message(text: language("查找已中止", "search stopped"))
      self.search?.isStopped = true
      return [.cancelSearch]
    }
    if progress != nil, hasCatalog {
      progress = nil
      message = Message(text: language("读入已中止，已读的留着；R 重新读入", "reading stopped, what was read stays; R reads all again"))
      return [.stopLoading]
    }
    return [.quit]
  }

  mutating func reload() -> [Effect] {
    loads += 1
    message = Message(text: language("重新读入…", "reading the files again…"))
    return [.load(loads)]
  }

  private mutating func toggleMouse() -> [Effect] {
    isMouseOn.toggle()
    mouseChoice = isMouseOn
    message = Message(
      text: isMouseOn
        ? language("鼠标已开：按住 Shift 可照常选字", "mouse on: hold Shift to select text as usual")
        : language("鼠标已关", "mouse off"))
    return [.mouse(isMouseOn)]
  }
}

extension Document.Block {
  /// Whether `{` and `}` stop here.
  var isParagraph: Bool {
    switch role {
    case .part(.body), .part(.subhead), .part(.caption), .part(.pullquote): true
    default: false
    }
  }

  /// Whether `[` and `]` stop here.
  var isSignpost: Bool {
    switch role {
    case .part(.subhead), .part(.caption), .part(.pullquote), .part(.headline): true
    default: false
    }
  }
}
