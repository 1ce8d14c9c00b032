import NewsModel

/// The left pane: groups of articles under one facet.
struct PlacesView: Sendable {
  var facet = Facet.place
  /// The order of the places.
  var order = PlaceOrder.official
  /// All groups of the facet, in the order shown.
  var groups = PlacesView.none
  var cursor = Cursor()
  /// How many of each group's articles have not been read.
  var unread: [Int] = []

  /// The groups that are always there, without articles.
  static let none = [Group(key: .all, load: 0, articles: []), Group(key: .clippings, load: 0, articles: [])]

  /// The chosen group; there is always at least one.
  var selected: Group { groups[min(cursor.selected, groups.count - 1)] }

  /// Replaces the groups and stays on the group that was chosen, if it is still there.
  mutating func show(_ groups: [Group], height: Int) {
    let key = selected.key
    self.groups = groups
    select(key, height: height)
  }

  /// Chooses a group; the first one, if it is not there.
  mutating func select(_ key: GroupKey, height: Int) {
    cursor.select(groups.firstIndex { $0.key == key } ?? 0, of: groups.count, height: height)
  }
}
