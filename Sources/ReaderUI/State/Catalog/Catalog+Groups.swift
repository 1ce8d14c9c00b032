import NewsModel

extension Catalog {
  /// The rows of the left pane for one facet: all, clippings, then the groups in the facet's own order.
  ///
  /// - Parameter placeOrder: the order of places.
  /// - Complexity: O(articles).
  public func groups(by facet: Facet, placeOrder: PlaceOrder = .official) -> [Group] {
    Self.groups(of: library, load: load, by: facet, placeOrder: placeOrder)
  }

  static func groups(
    of library: Library, load: Int, by facet: Facet, placeOrder: PlaceOrder = .official
  ) -> [Group] {
    var groups = [
      Group(key: .all, load: load, articles: Array(0..<Int32(library.articles.count))),
      Group(key: .clippings, load: load, articles: []),
    ]
    if facet == .place { return groups + placeGroups(of: library, load: load, placeOrder) }
    var members: [GroupKey: [Int32]] = [:]
    for (index, article) in library.articles.enumerated() {
      for key in keys(of: article, by: facet) { members[key, default: []].append(Int32(index)) }
    }
    let unknown = members.removeValue(forKey: .unknown)
    for key in order(Array(members.keys), facet, members) { groups.append(group(key, load, members[key] ?? [])) }
    if let unknown { groups.append(Group(key: .unknown, load: load, articles: unknown)) }
    return groups
  }

  /// The places that articles are filed under: each prefecture with everything in it, then what is filed under itself,
  /// then its counties. A prefecture of which nothing but itself occurs is one group.
  private static func placeGroups(of library: Library, load: Int, _ order: PlaceOrder) -> [Group] {
    var slots: [Place: Int] = [:]
    var prefectures: [String: Int] = [:]
    // By slot: the articles, and the slot of the prefecture with everything in it.
    var members: [(articles: [Int32], whole: Int)] = []
    var unknown: [Int32] = []
    for (index, article) in library.articles.enumerated() {
      guard let place = article.filing.place else {
        unknown.append(Int32(index))
        continue
      }
      let slot: Int
      if let known = slots[place] {
        slot = known
      } else {
        let whole = prefectures[place.prefecture] ?? members.count
        if whole == members.count {
          prefectures[place.prefecture] = whole
          members.append(([], whole))
        }
        slot = members.count
        slots[place] = slot
        members.append(([], whole))
      }
      members[slot].articles.append(Int32(index))
      members[members[slot].whole].articles.append(Int32(index))
    }
    var groups: [Group] = []
    var prefecture: String?
    for count in library.placeCounts(order: order) {
      guard let place = count.place, let slot = slots[place] else { continue }
      let (articles, whole) = members[slot]
      if place.prefecture != prefecture {
        prefecture = place.prefecture
        groups.append(
          Group(
            key: .prefecture(place.prefecture), load: load, articles: members[whole].articles,
            pinyin: PinyinName(of: place.prefecture)))
      }
      let isCity = place.name == place.prefecture
      if isCity, articles.count == members[whole].articles.count { continue }
      groups.append(
        Group(
          key: isCity ? .city(place) : .place(place), load: load, articles: articles,
          pinyin: PinyinName(of: place.name),
          mentions: count.mentioned))
    }
    return groups + (unknown.isEmpty ? [] : [Group(key: .unknown, load: load, articles: unknown)])
  }

  /// The groups an article belongs to.
  private static func keys(of article: Article, by facet: Facet) -> [GroupKey] {
    switch facet {
    case .place: return []
    case .issued: return [article.issued.map { .issued($0.description) } ?? .unknown]
    case .paper: return [article.issue?.paper.map(GroupKey.paper) ?? .unknown]
    case .page: return [article.issue?.page.map(GroupKey.page) ?? .unknown]
    case .date: return [article.listedDate.map { .month(String($0.description.dropLast(3))) } ?? .unknown]
    case .section: return [article.section.map(GroupKey.section) ?? .unknown]
    case .reporter:
      let names = Set(article.byline.flatMap(\.names))
      return names.isEmpty ? [.unknown] : names.map(GroupKey.reporter)
    case .file: return [.file(article.file)]
    }
  }

  private static func group(_ key: GroupKey, _ load: Int, _ articles: [Int32]) -> Group {
    var name = key.text
    if case .file(let path) = key { name = path.name }
    return Group(key: key, load: load, articles: articles, title: name)
  }

  /// The order in which a facet other than that of places shows its groups: months latest first, names by how often
  /// they occur, files by path.
  private static func order(_ keys: [GroupKey], _ facet: Facet, _ members: [GroupKey: [Int32]]) -> [GroupKey] {
    switch facet {
    case .date, .issued: keys.sorted { $0.text > $1.text }
    case .page: keys.sorted { PageNumber.areInOrder($0.text, $1.text) }
    case .section, .reporter, .paper:
      keys.sorted { a, b in
        let (left, right) = (members[a]?.count ?? 0, members[b]?.count ?? 0)
        return left == right ? a.text < b.text : left > right
      }
    case .place, .file: keys.sorted { (members[$0]?.first ?? 0) < (members[$1]?.first ?? 0) }
    }
  }
}

extension GroupKey {
  /// The words of the key.
  fileprivate var text: String {
    switch self {
    case .month(let text), .section(let text), .reporter(let text), .prefecture(let text), .topic(let text),
      .issued(let text),
      .paper(let text), .page(let text):
      text
    case .file(let path): path.shown
    case .place(let place), .city(let place): place.name
    case .issue(_, let day): day.description
    case .all, .clippings, .unknown, .story, .new, .recent: ""
    }
  }
}
