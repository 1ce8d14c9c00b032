/// How much of the archive belongs to one place.
public struct PlaceCount: Hashable, Sendable {
  /// The place; `nil` counts the articles whose place is unknown.
  public let place: Place?
  /// Articles filed under the place.
  public let filed: Int
  /// Articles that name or imply the place, wherever they are filed; 0 for a prefecture-level city as a whole and for
  /// the unknown place, which are never mentions.
  public let mentioned: Int

  /// Creates a count.
  public init(place: Place?, filed: Int, mentioned: Int) {
    self.place = place
    self.filed = filed
    self.mentioned = mentioned
  }
}

/// The order in which places are listed inside their prefecture.
public enum PlaceOrder: String, Sendable, CaseIterable {
  /// The order of the official codes of divisions (GB/T 2260); zones and the user's places after them.
  case official
  /// By the reading of the name.
  case pinyin
  /// Most articles filed first, then most mentions, then the official order.
  case count
}

extension Library {
  /// The places that articles are filed under or mention, grouped by prefecture (official order, by pinyin, or the
  /// prefecture with the most articles first), the city as a whole before its counties, the unknown place last.
  ///
  /// - Complexity: O(articles + mentions).
  public func placeCounts(order: PlaceOrder = .official) -> [PlaceCount] {
    var filed: [Place?: Int] = [:]
    var mentioned: [Place: Int] = [:]
    for article in articles {
      filed[article.filing.place, default: 0] += 1
      for place in article.filing.mentioned { mentioned[place, default: 0] += 1 }
    }
    var counts: [String: [PlaceCount]] = [:]
    for place in Set(filed.keys.compactMap(\.self)).union(mentioned.keys) {
      counts[place.prefecture, default: []].append(
        PlaceCount(place: place, filed: filed[place] ?? 0, mentioned: mentioned[place] ?? 0))
    }
    let groups = counts.map { PlaceGroup(prefecture: $0.key, counts: $0.value) }
    var result = groups.sorted { $0.precedes($1, order: order) }.flatMap { $0.sorted(order) }
    if let unknown = filed[nil] { result.append(PlaceCount(place: nil, filed: unknown, mentioned: 0)) }
    return result
  }
}

extension Library {
  /// The places that an article of this archive can be filed under: for each prefecture in which articles are filed the city
  /// as a whole, its counties in official order, and the zones and places of the user that occur.
  ///
  /// - Parameter more: further places of the user's, added where their prefecture occurs.
  /// - Complexity: O(articles + mentions).
  public func filingPlaces(adding more: [Place] = []) -> [Place] {
    let gazetteer = Gazetteer.standard
    let known = placeCounts().filter { $0.filed > 0 || $0.mentioned > 0 }.compactMap(\.place)
    var places: [Place] = []
    var entered = Set<Place>()
    func enter(_ place: Place) { if entered.insert(place).inserted { places.append(place) } }
    for prefecture in known.map(\.prefecture) where !entered.contains(Place(name: prefecture, prefecture: prefecture)) {
      enter(Place(name: prefecture, prefecture: prefecture))
      if let index = gazetteer.prefecture(named: prefecture) {
        for county in gazetteer.prefectures[index].counties {
          enter(Place(name: gazetteer.countyName(county), prefecture: prefecture))
        }
      }
      for place in known + more where place.prefecture == prefecture { enter(place) }
    }
    return places
  }
}

/// The counts of one prefecture.
private struct PlaceGroup {
  let prefecture: String
  let counts: [PlaceCount]
  /// The prefecture's official place in the country; those the gazetteer does not know come last.
  let rank: Int
  let filed: Int

  init(prefecture: String, counts: [PlaceCount]) {
    self.prefecture = prefecture
    self.counts = counts
    rank = Gazetteer.standard.prefecture(named: prefecture) ?? Int.max
    filed = counts.reduce(0) { $0 + $1.filed }
  }

  func precedes(_ other: PlaceGroup, order: PlaceOrder) -> Bool {
    switch order {
    case .official: (rank, prefecture) < (other.rank, other.prefecture)
    case .pinyin: PinyinKey(prefecture) < PinyinKey(other.prefecture)
    case .count: (other.filed, rank, prefecture) < (filed, other.rank, other.prefecture)
    }
  }

  /// The counts in `order`, the city as a whole first.
  func sorted(_ order: PlaceOrder) -> [PlaceCount] {
    let gazetteer = Gazetteer.standard
    var ranks: [String: Int] = [:]
    if rank < Int.max {
      for county in gazetteer.prefectures[rank].counties { ranks[gazetteer.countyName(county)] = county }
    }
    let keyed = counts.compactMap { count in
      count.place.map { (count: count, name: $0.name, rank: $0.name == prefecture ? -1 : ranks[$0.name] ?? Int.max) }
    }
    return keyed.sorted { a, b in
      if (a.rank == -1) != (b.rank == -1) { return a.rank == -1 }
      switch order {
      case .official: return (a.rank, a.name) < (b.rank, b.name)
      case .pinyin: return PinyinKey(a.name) < PinyinKey(b.name)
      case .count:
        return (b.count.filed, b.count.mentioned, a.rank, a.name) < (a.count.filed, a.count.mentioned, b.rank, b.name)
      }
    }.map(\.count)
  }
}

/// Orders names as a pinyin list does: by syllables, then by characters.
private struct PinyinKey: Comparable {
  let syllables: [String]
  let name: String

  init(_ name: String) {
    self.name = name
    syllables = PlacePinyin.syllables(of: name)
  }

  static func < (a: PinyinKey, b: PinyinKey) -> Bool {
    if a.syllables != b.syllables { return a.syllables.lexicographicallyPrecedes(b.syllables) }
    return a.name < b.name
  }
}
