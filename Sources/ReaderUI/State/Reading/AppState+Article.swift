import NewsModel

extension AppState {
  /// What the article pane is to show: the chosen hit, article or clipping.
  var chosen: ArticleView.Origin? {
    if let search, search.showsResults {
      if let selected = search.selected { return .article(selected) }
      // What is open stays so until there is an answer.
      return search.isAnswered ? nil : article?.origin
    }
    guard let selected = list.selected else { return list.group.load == catalog.load ? nil : article?.origin }
    guard list.showsClippings else { return .article(catalog.reference(to: selected)) }
    let id = clippings[selected].id
    return reference(ofClipping: id).map { .article($0) } ?? .clipping(id)
  }

  /// The article that is chosen, if its page is open.
  var chosenReference: ArticleReference? {
    if case .article(let reference) = chosen { reference } else { nil }
  }

  var chosenArticle: Article? { chosenReference.flatMap { catalog[$0] } }

  /// The id of what is chosen.
  var chosenID: String? {
    if case .clipping(let id) = chosen { id } else { chosenArticle?.id }
  }

  /// What is chosen, for something that takes more than a key.
  var chosenSubject: Subject? {
    chosenID.map { Subject(id: $0, article: chosenArticle, facts: chosenArticle.flatMap(catalog.facts)) }
  }

  /// Makes what is chosen the subject of what the user goes on to say of its article.
  ///
  /// - Returns: the article; `nil`, and told, for a clipping whose page is not open.
  mutating func takeChosenArticle() -> Article? {
    subject = chosenSubject
    if subject?.article == nil {
      message = Message(text: language("这篇剪报的原文没有打开", "this clipping's page is not open"))
    }
    return subject?.article
  }

  /// The article that was kept as a clipping, if it is loaded.
  func reference(ofClipping id: String) -> ArticleReference? {
    catalog.reference(ofID: id) ?? clippings.article(ofClipping: id)
  }

  /// Brings what is chosen into the article pane, at the place where the user left it.
  mutating func openChosen() {
    let (chosen, columns, rows, cellWidth) = (chosen, textColumns, articleRows, settings.cellWidth)
    if article?.origin != chosen {
      rememberPosition()
      article = chosen.flatMap(view)
      article?.fit(columns: columns, height: rows, cellWidth: cellWidth)
      markMatches()
      if search?.showsResults == true, article?.matches.isEmpty == false {
        article?.goToMatch(0)
      } else if let id = article?.document.id, let position = positions[id] {
        article?.scroll(to: position)
      }
    }
    article?.fit(columns: columns, height: rows, cellWidth: cellWidth)
  }

  /// Makes the open article's document anew, where it stands, because what is told of the article has changed.
  mutating func showAnew() {
    guard let old = article, let new = view(of: old.origin) else { return }
    replace(old, by: new)
  }

  /// Shows another version of what was open, with the same passage on top.
  mutating func replace(_ old: ArticleView, by new: ArticleView) {
    let top = new.document.position(of: old.top, in: old.document)
    let (columns, rows, cellWidth) = (textColumns, articleRows, settings.cellWidth)
    article = new
    article?.fit(columns: columns, height: rows, cellWidth: cellWidth)
    markMatches()
    if let current = old.current, article?.matches.count == old.matches.count { article?.goToMatch(current) }
    article?.scroll(to: top)
  }

  mutating func rememberPosition() {
    if let article { positions.remember(article.document.id, article.top) }
  }

  func view(of origin: ArticleView.Origin) -> ArticleView? {
    switch origin {
    case .article(let reference):
      guard let article = catalog[reference] else { return nil }
      let kept = clippings.clipping(id: article.id)
      let document = Document(
        id: article.id, title: article.title, parts: article.parts, facts: facts(of: article), note: kept?.note ?? "",
        seams: article.jumps.map { $0.told(language) })
      return ArticleView(document, origin: origin, marks: kept?.marks, in: article.parts)
    case .clipping(let id):
      guard let clipping = clippings.clipping(id: id) else { return nil }
      return ArticleView(Document(clipping, language), origin: origin, marks: clipping.marks, in: clipping.parts)
    }
  }

  /// Place, day and page in one line.
  private func facts(of article: Article) -> String {
    var words: [String] = []
    if let place = article.filing.place { words.append(place.name) }
    if let date = article.date {
      words.append(date.shown(language))
    }
    if let issue = article.issue { words.append(issue.shown) }
    words.append(language("第\(article.number)篇", "no. \(article.number)"))
    if article.isRepaired { words.append(language("〔已校〕", "[mended]")) }
    words += (clippings.clipping(id: article.id)?.tags ?? []).map { "#" + $0 }
    return words.joined(separator: "  ")
  }

  /// Rows of text in the article pane.
  var articleRows: Int { textRows(of: .article) }

  /// Cells of the text column: an even number, so that a full line of Han fills it.
  var textColumns: Int {
    let room = layout.area(of: .article)?.columns ?? size.columns
    let margin = room >= 24 ? 2 : 0
    return max(2, min(settings.measure * 2, (room - margin) / 2 * 2))
  }
}

extension ArticleView {
  /// A view with the user's marks in parts of the text.
  init(_ document: Document, origin: Origin, marks: [Passage]?, in parts: [Part]) {
    self.init(document, origin: origin)
    if let marks, !marks.isEmpty { show(TextMarks(parts).places(of: marks)) }
  }
}

extension Document {
  /// A clipping whose article is not loaded: its text as it was kept.
  init(_ clipping: Clipping, _ language: Language) {
    var words = [clipping.county].compactMap { $0 }
    if let date = clipping.day?.shown(language) ?? clipping.date { words.append(date) }
    words += clipping.tags.map { "#" + $0 }
    words.append(language("原文不在已打开的文件中", "kept text; its page is not open"))
    self.init(
      id: clipping.id, title: clipping.title, parts: clipping.parts, facts: words.joined(separator: "  "),
      note: clipping.note)
  }
}
