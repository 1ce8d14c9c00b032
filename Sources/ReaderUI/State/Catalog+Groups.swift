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
    var members: [GroupKey: [Int32]] = [:]
    for (index, article) in library.articles.enumerated() {
      for key in keys(of: article, by: facet) { members[key, default: []].append(Int32(index)) }
    }
    let unknown = members.removeValue(forKey: .unknown)
    var groups = [
      Group(key: .all, load: load, articles: Array(0..<Int32(library.articles.count))),
      Group(key: .clippings, load: load, articles: []),
    ]
    let counts = facet == .place ? library.placeCounts(order: placeOrder) : []
    var mentions: [Place: Int] = [:]
    for count in counts { if let place = count.place { mentions[place] = count.mentioned } }
    for key in order(Array(members.keys), facet, counts, members) {
      groups.append(group(key, load, members[key] ?? [], mentions))
    }
    if let unknown { groups.append(Group(key: .unknown, load: load, articles: unknown)) }
    return groups
  }

  /// The groups an article belongs to.
  private static func keys(of article: Article, by facet: Facet) -> [GroupKey] {
    switch facet {
    case .place:
      guard let place = article.filing.place else { return [.unknown] }
      return [place.name == place.prefecture ? .city(place) : .place(place)]
    case .date: return [article.date.map { .month(String($0.description.dropLast(3))) } ?? .unknown]
    case .section: return [article.section.map(GroupKey.section) ?? .unknown]
    case .reporter:
      let names = Set(article.byline.flatMap(\.names))
      return names.isEmpty ? [.unknown] : names.map(GroupKey.reporter)
    case .file: return [.file(article.file)]
    }
  }

  private static func group(_ key: GroupKey, _ load: Int, _ articles: [Int32], _ mentions: [Place: Int]) -> Group {
    switch key {
    case .place(let place), .city(let place):
      return Group(
        key: key, load: load, articles: articles, pinyin: PinyinName(of: place.name), mentions: mentions[place] ?? 0)
    case .file(let path): return Group(key: key, load: load, articles: articles, title: path.name)
    case .section(let name), .reporter(let name), .month(let name):
      return Group(key: key, load: load, articles: articles, title: name)
    case .all, .clippings, .unknown: return Group(key: key, load: load, articles: articles)
    }
  }

  /// The order in which a facet shows its groups: places as officials list them, months latest first, names by how often they occur,
  /// files by path.
  private static func order(
    _ keys: [GroupKey], _ facet: Facet, _ counts: [PlaceCount], _ members: [GroupKey: [Int32]]
  ) -> [GroupKey] {
    switch facet {
    case .place: placeKeys(counts)
    case .date: keys.sorted { $0.text > $1.text }
    case .section, .reporter:
      keys.sorted { a, b in
        let (left, right) = (members[a]?.count ?? 0, members[b]?.count ?? 0)
        return left == right ? a.text < b.text : left > right
      }
    case .file: keys.sorted { (members[$0]?.first ?? 0) < (members[$1]?.first ?? 0) }
    }
  }

  /// The places that articles are filed under, each city before its counties; a city without articles of its own stands there as
  /// their heading.
  private static func placeKeys(_ counts: [PlaceCount]) -> [GroupKey] {
    var keys: [GroupKey] = []
    var city: String?
    for place in counts.lazy.filter({ $0.filed > 0 }).compactMap(\.place) {
      if place.prefecture != city {
        city = place.prefecture
        keys.append(.city(Place(name: place.prefecture, prefecture: place.prefecture)))
      }
      if place.name != place.prefecture { keys.append(.place(place)) }
    }
    return keys
  }
}

extension GroupKey {
  /// The words of the key.
  fileprivate var text: String {
    switch self {
    case .month(let text), .section(let text), .reporter(let text): text
    case .file(let path): path.shown
    case .place(let place), .city(let place): place.name
    case .all, .clippings, .unknown: ""
    }
  }
}
