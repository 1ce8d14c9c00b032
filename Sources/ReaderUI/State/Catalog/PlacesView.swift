import NewsModel

/// The left pane: groups of articles under one facet.
struct PlacesView: Sendable {
  var facet = Facet.place
  /// The order of the places.
  var order = PlaceOrder.official
  /// All groups of the facet, in the order shown.
  var groups = PlacesView.none
  /// The places whose towns are shown below them.
  private var unfolded: Set<Place> = []
  /// The groups without towns.
  private(set) var folded = PlacesView.none
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
    folded = groups
    self.groups = groups.flatMap { group in
      if case .place(let place) = group.key, unfolded.contains(place) { [group] + group.towns } else { [group] }
    }
    select(key, height: height)
  }

  /// Shows the towns of the chosen place below it, or no longer.
  ///
  /// - Returns: whether the place has any.
  mutating func toggleTowns(height: Int) -> Bool {
    switch selected.key {
    case .place(let place) where !selected.towns.isEmpty:
      if unfolded.remove(place) == nil { unfolded.insert(place) }
    case .town(let town):
      unfolded.remove(town.place)
      select(.place(town.place), height: height)
    default: return false
    }
    show(folded, height: height)
    return true
  }

  /// Chooses a group; the first one, if it is not there.
  mutating func select(_ key: GroupKey, height: Int) {
    cursor.select(groups.firstIndex { $0.key == key } ?? 0, of: groups.count, height: height)
  }
}
