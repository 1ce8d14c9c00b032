/// A place in the reader to come back to.
struct ReturnPoint: Sendable {
  let focus: Pane
  let group: GroupKey
  let facet: Facet
  let list: ListView
  /// The open article and where in it the user was.
  private(set) var articleID: String?
  let top: TextPosition

  /// Follows the article to its id in another reading of its page.
  mutating func rename(_ id: String, _ other: String) {
    if articleID == id { articleID = other }
  }

  /// Whether `list` was entered from here, and shows something other than a place.
  func isBehind(_ list: ListView) -> Bool {
    switch list.group.key {
    case .clippings: true
    case .file: facet != .file
    case .issue, .story: true
    default: false
    }
  }
}

/// Where the user was in the articles looked at lately.
struct PositionMemory: Sendable {
  private static let limit = 500
  private var positions: [String: TextPosition] = [:]
  private var order: [String] = []

  subscript(id: String) -> TextPosition? { positions[id] }

  /// Remembers a position and forgets the one that was remembered first when there are too many.
  mutating func remember(_ id: String, _ position: TextPosition) {
    if positions.updateValue(position, forKey: id) == nil { order.append(id) }
    if order.count > Self.limit { positions[order.removeFirst()] = nil }
  }
}

extension AppState {
  /// The place where the user is.
  var here: ReturnPoint {
    ReturnPoint(
      focus: focus, group: places.selected.key, facet: places.facet, list: list, articleID: article?.document.id,
      top: article?.top ?? TextPosition())
  }

  /// Goes back to where the user was.
  mutating func goBack(to point: ReturnPoint) {
    // What differs between versions is marked among them only.
    if case .story = list.group.key { article = nil }
    if places.facet == point.facet, let row = places.groups.firstIndex(where: { $0.key == point.group }) {
      places.cursor.select(row, of: places.groups.count, height: textRows(of: .places))
    }
    focus = point.focus
    list = point.list
    if let id = point.articleID { positions.remember(id, point.top) }
    // The library may have grown, or changed, in the meantime.
    refreshList(selecting: point.articleID)
  }
}
