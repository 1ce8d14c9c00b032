import NewsModel

/// What the reader remembers from one time to the next.
public struct Session: Codable, Sendable, Equatable {
  /// The place, city-wide ones included, that was chosen; `nil` for any other group.
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
}

extension AppState {
  /// What is to be remembered now.
  public var session: Session {
    var session = Session()
    switch places.selected.key {
    case .place(let place), .city(let place): (session.place, session.prefecture) = (place.name, place.prefecture)
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
    return session
  }

  /// Takes over what was remembered; the place and the article follow when they are loaded.
  mutating func restore(_ session: Session) -> [Effect] {
    list.order = ListView.Order(rawValue: session.order) ?? .page
    places.order = session.placeOrder.flatMap(PlaceOrder.init) ?? .official
    shift = ScreenLayout.Shift(places: session.placesShift, list: session.listShift)
    columns = session.columns.flatMap(ScreenLayout.Columns.init)
    for query in session.queries { history.add(query) }
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
    message = Message(
      text: language("接着上次：", "where you were: ") + catalog.library.articles[index].title)
  }
}
