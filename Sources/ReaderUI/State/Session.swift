import NewsModel

/// What the reader remembers from one time to the next.
public struct Session: Codable, Sendable, Equatable {
  /// The place that was chosen; with a prefecture alone, everything in it; without either, any other group.
  var place: String?
  var prefecture: String?
  /// The id of the open article, and the position of its first shown line.
  var article: String?
  var block = 0
  var scalar = 0
  /// Whether the article had the focus.
  var isReading = false
  var order = ""
  /// The order of the places; `nil` for the official one, and in what earlier versions wrote.
  var placeOrder: String?
  /// Cells that the dividers were moved.
  var placesShift = 0
  var listShift = 0
  /// Panes side by side; `nil` for automatic.
  var columns: Int?
  /// Queries, latest last.
  var queries: [String] = []
  /// Whether the mouse is on; `nil` unless the user has switched it.
  public internal(set) var mouse: Bool?
  /// The clipping book that was looked at; `nil` for the first.
  var book: String?
  /// What was being written; `nil` in what earlier versions wrote.
  var drafts: [Draft]?
}

/// A note, or tags, that the user was still writing when the program had to end.
struct Draft: Codable, Sendable, Equatable {
  /// The id of the article or clipping.
  let article: String
  let isTags: Bool
  let text: String
}

extension AppState {
  /// What is to be remembered now.
  public var session: Session {
    var session = Session()
    switch places.selected.key {
    case .place(let place), .city(let place): (session.place, session.prefecture) = (place.name, place.prefecture)
    case .town(let town): (session.place, session.prefecture) = (town.place.name, town.place.prefecture)
    case .prefecture(let name): session.prefecture = name
    default: break
    }
    session.article = article?.document.id
    session.block = article?.top.block ?? 0
    session.scalar = article?.top.scalar ?? 0
    session.isReading = focus == .article
    session.order = list.order.rawValue
    session.placeOrder = places.order == .official ? nil : places.order.rawValue
    (session.placesShift, session.listShift) = (shift.places, shift.list)
    session.columns = columns?.rawValue
    session.queries = history.queries
    session.mouse = mouseChoice
    session.book = book
    let unfinished = drafts + [draft].compactMap(\.self)
    session.drafts = unfinished.isEmpty ? nil : unfinished.suffix(Self.mostDrafts)
    return session
  }

  /// Takes over what was remembered; the place and the article follow when they are loaded.
  mutating func restore(_ session: Session) -> [Effect] {
    list.order = ListView.Order(rawValue: session.order) ?? .page
    places.order = session.placeOrder.flatMap(PlaceOrder.init) ?? .official
    shift = ScreenLayout.Shift(places: session.placesShift, list: session.listShift)
    columns = session.columns.flatMap(ScreenLayout.Columns.init)
    for query in session.queries { history.add(query) }
    drafts = session.drafts ?? []
    if session.book != book { _ = open(book: session.book) }
    resumption = session
    resume()
    return places.order == .official || !hasCatalog ? [] : [.group(places.facet, places.order, catalog)]
  }

  /// Goes to where the user was the last time, if that is loaded by now.
  mutating func resume() {
    guard let session = resumption, let id = session.article, let index = catalog.index(ofID: id) else { return }
    resumption = nil
    let row = places.groups.firstIndex { group in
      switch group.key {
      case .place(let place), .city(let place): place.name == session.place && place.prefecture == session.prefecture
      case .prefecture(let name): session.place == nil && name == session.prefecture
      default: false
      }
    }
    // Filed elsewhere by now, the article is still among all.
    let holds = row.map { places.groups[$0].articles.contains(Int32(index)) } ?? false
    places.cursor.select(holds ? row ?? 0 : 0, of: places.groups.count, height: textRows(of: .places))
    positions.remember(id, TextPosition(block: session.block, scalar: session.scalar))
    article = nil
    refreshList(selecting: id)
    focus = session.isReading ? .article : .list
    lastRead = id
    tell(language("接着上次：", "where you were: ") + catalog.library.articles[index].title)
    if let draft = drafts.first(where: { $0.article == id }) {
      openChosen()
      beginWriting(isTags: draft.isTags)
    }
  }

  // MARK: Drafts

  /// Drafts that are kept for articles that are not opened again.
  private static let mostDrafts = 20

  /// What is being written and not yet as it is kept.
  private var draft: Draft? {
    guard let prompt, let subject, prompt.purpose == .note || prompt.purpose == .tags else { return nil }
    let text = prompt.line.text
    let isTags = prompt.purpose == .tags
    return text == keptText(isTags: isTags) ? nil : Draft(article: subject.id, isTags: isTags, text: text)
  }

  /// Opens the line for the note, or the tags, of what is chosen, with what the user was writing there the last time if that was not
  /// finished.
  mutating func beginWriting(isTags: Bool) {
    subject = chosenSubject
    guard let subject else { return }
    prompt = Prompt(isTags ? .tags : .note, text: keptText(isTags: isTags))
    guard let index = drafts.firstIndex(where: { $0.article == subject.id && $0.isTags == isTags }) else { return }
    prompt = Prompt(isTags ? .tags : .note, text: drafts.remove(at: index).text)
    prompt?.complaint = isTags ? Phrase("上次没写完的标签：", "unfinished tags: ") : Phrase("上次没写完的批注：", "unfinished note: ")
  }

  /// The note or the tags of the subject as its line begins with them.
  private func keptText(isTags: Bool) -> String {
    let kept = subject.flatMap { clippings.clipping(id: $0.id) }
    guard isTags else { return kept?.note ?? "" }
    return (kept?.tags ?? []).map { $0 + " " }.joined()
  }
}
