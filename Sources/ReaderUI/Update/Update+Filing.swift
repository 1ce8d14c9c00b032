import NewsModel

extension AppState {
  /// Asks where the chosen article belongs.
  mutating func beginFiling() {
    guard let filing = takeChosenArticle()?.filing else { return }
    let unknown = language("未标明", "unknown")
    let home = catalog.homePrefecture(of: chosenReference)
    let all = catalog.filingPlaces
    let places = all.filter { $0.prefecture == home } + all.filter { $0.prefecture != home }
    var items: [Chooser.Item] = []
    if filing.isByUser {
      items.append(
        Chooser.Item(
          label: language("由程序判断", "as the program says"), detail: filing.judged?.name ?? unknown, choice: .unfile))
    }
    let first = items.count
    let prefectures = Set(all.map(\.prefecture))
    items += places.map { place in
      let isCity = place.name == place.prefecture
      // A city's name says enough unless there are several.
      let detail = isCity ? language("本级", "own") : prefectures.count > 1 ? place.prefecture : ""
      return Chooser.Item(
        label: place.name, detail: detail, pinyin: PinyinName(of: place.name), choice: .file(place))
    }
    items.append(Chooser.Item(label: unknown, pinyin: PinyinName(of: unknown), choice: .file(nil)))
    let row = places.firstIndex { $0 == filing.place }.map { $0 + first } ?? items.count - 1
    open(Chooser(language("此文归到哪里", "Where does this article belong?"), items, selecting: row))
    prompt = Prompt(.place)
  }

  mutating func fileChosen(under place: Place?) -> [Effect] {
    guard let article = subject?.article, article.filing.place != place else { return [] }
    let correct = Effect.correct(article, subject?.facts, place)
    var (undo, redo) = ([undoing(article)], [correct])
    if let kept = clippings.clipping(id: article.id) {
      // A digest goes by the clippings: what was kept moves along.
      redo.append(.fileClipping(id: kept.id, place))
      undo.append(.fileClipping(id: kept.id, article.filing.place))
    }
    changes.record(ChangeLog.Change(undo: undo, redo: redo))
    let name = place?.name ?? language("未标明", "unknown")
    message = Message(text: language("归到：\(name)；u 撤销", "filed under \(name); u takes it back"))
    return redo
  }

  mutating func unfileChosen() -> [Effect] {
    guard let article = subject?.article, let id = article.filing.correctionID else { return [] }
    var (undo, redo) = ([undoing(article)], [Effect.uncorrect(id: id)])
    if let kept = clippings.clipping(id: article.id) {
      redo.append(.fileClipping(id: kept.id, article.filing.judged))
      undo.append(.fileClipping(id: kept.id, article.filing.place))
    }
    changes.record(ChangeLog.Change(undo: undo, redo: redo))
    message = Message(text: language("由程序判断；u 撤销", "filed as the program says; u takes it back"))
    return redo
  }

  /// What brings an article's filing back to what it is now.
  private func undoing(_ article: Article) -> Effect {
    article.filing.correctionID == article.id
      ? .correct(article, subject?.facts, article.filing.place) : .uncorrect(id: article.id)
  }

  /// Goes along with the open article when it is now filed under another place than `key`, which was chosen.
  mutating func followArticle(from key: GroupKey) {
    guard focus == .article, let open = openReference, open.load == catalog.load else { return }
    switch key {
    case .place, .city, .prefecture, .unknown: break
    default: return
    }
    let member = Int32(open.index)
    guard places.facet == .place, places.selected.key != key || !places.selected.articles.contains(member) else {
      return
    }
    // The place itself stands behind its prefecture with everything in it.
    let holds = { (group: Group) in group.key != .all && group.articles.contains(member) }
    guard let row = places.groups.lastIndex(where: holds) else { return }
    places.cursor.select(row, of: places.groups.count, height: textRows(of: .places))
  }
}
