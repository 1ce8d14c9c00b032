import NewsModel

/// The middle pane: the articles of a group, or the clippings.
struct ListView: Sendable {
  /// How the articles are ordered.
  enum Order: String, Sendable, CaseIterable {
    case page, newest, oldest, place

    func name(_ language: Language) -> String {
      switch self {
      case .page: language("按版面", "by page")
      case .newest: language("最新在前", "newest first")
      case .oldest: language("最早在前", "oldest first")
      case .place: language("按地方", "by place")
      }
    }
  }

  /// Whose articles are listed.
  var key = GroupKey.all
  var order = Order.page
  /// Only articles whose titles or places hold this text are listed; empty for all.
  var filter = ""
  /// What is listed: indices of articles in the library, or of clippings on the shelf.
  var rows: [Int32] = []
  var cursor = Cursor()

  var showsClippings: Bool { key == .clippings }

  /// Whether all articles listed are filed under the same place.
  var showsOnePlace: Bool {
    switch key {
    case .place, .city: true
    default: false
    }
  }

  /// The selected row's article or clipping; `nil` when nothing is listed.
  var selected: Int? { rows.indices.contains(cursor.selected) ? Int(rows[cursor.selected]) : nil }
}

extension AppState {
  /// Fills the list with the chosen group's articles and selects the article that was selected, if it is there.
  ///
  /// - Complexity: O(articles of the group) in page order; other orders sort them.
  mutating func fillList() {
    let group = places.selected
    let previous = list.key == group.key ? list.selected : nil
    let wasFirst = list.cursor.selected == 0
    list.key = group.key
    list.rows = group.key == .clippings ? clippings.rows(holding: list.filter) : articles(of: group)
    // While pages still arrive the first row stays chosen until the user has moved.
    let row = wasFirst ? nil : previous.flatMap { wanted in list.rows.firstIndex { Int($0) == wanted } }
    list.cursor.select(row ?? 0, of: list.rows.count, height: listRows)
  }

  /// The articles of `group` in the list's order, without those that the filter leaves out.
  private func articles(of group: Group) -> [Int32] {
    var rows = group.articles
    if !list.filter.isEmpty {
      rows = rows.filter { catalog.library.articles[Int($0)].matches(filter: list.filter) }
    }
    switch list.order {
    case .page: return rows
    case .newest: return catalog.sorted(rows) { (-Int64($0.date), Int64($0.index)) }
    case .oldest: return catalog.sorted(rows) { (Int64($0.date), Int64($0.index)) }
    case .place: return catalog.sorted(rows) { (Int64($0.place), Int64($0.index)) }
    }
  }

  /// Items that fit in the list pane.
  var listRows: Int { max(1, textRows(of: .list) / listItemRows) }

  /// Rows that one item of the list takes: two where the pane is too narrow for headline, day and place on one line.
  var listItemRows: Int {
    guard let area = layout.area(of: .list), area.columns < 64, area.rows > 10 else { return 1 }
    return 2
  }
}

extension Article {
  /// Whether the title, kicker or place holds `text`, letter case aside.
  func matches(filter text: String) -> Bool {
    [headline ?? title, kicker ?? "", filing.place?.name ?? ""].contains { $0.lowercased().contains(text.lowercased()) }
  }
}
