import Synchronization

/// The places that articles can be filed under, by number: every prefecture and county of China, and zones and places of
/// the user's as they are met.
///
/// Which numbers the latter get depends on which page is filed first; nothing may depend on their order.
final class PlaceDirectory: Sendable {
  /// The number of a place.
  typealias ID = Int32

  let gazetteer: Gazetteer
  /// By user entry (built-in zones come last): its place.
  let entryIDs: [ID]
  private let state: Mutex<State>

  /// What is made when it is first asked for.
  private struct State {
    /// Places beyond the gazetteer's, with the prefecture they lie in.
    var added: [(place: Place, prefecture: Int)] = []
    var named: [Place: ID] = [:]
    /// The gazetteer's places that somebody asked for: an archive names few, but names them in every article.
    var places: [ID: Place] = [:]
    /// By prefecture: its towns, and those that entries give to places of their own.
    var towns: [Int: TownTable] = [:]
    var takenTowns: [Int: [(name: String, owner: ID)]] = [:]
  }

  /// Creates a directory of the gazetteer's places and those of `entries`.
  init(gazetteer: Gazetteer, entries: [UserPlaces.Entry]) {
    self.gazetteer = gazetteer
    var state = State()
    var ids: [ID] = []
    for entry in entries {
      let prefecture = gazetteer.prefecture(named: entry.place.prefecture) ?? 0
      let id = Self.number(of: entry.place, prefecture, gazetteer, &state)
      ids.append(id)
      for town in entry.towns { state.takenTowns[prefecture, default: []].append((town, id)) }
    }
    entryIDs = ids
    self.state = Mutex(state)
  }

  private static func number(of place: Place, _ prefecture: Int, _ gazetteer: Gazetteer, _ state: inout State) -> ID {
    if let id = state.named[place] { return id }
    let id: ID
    // 烟台经济技术开发区 is listed like a county; it is also what 烟台经开区 and 开发区 mean there.
    let county = gazetteer.prefectures[prefecture].counties.first {
      let name = gazetteer.countyName($0)
      return name == place.name || ZoneRule.kind(ofListed: name, in: place.prefecture) == place.name
    }
    if place.name == place.prefecture {
      id = ID(prefecture)
    } else if let county {
      id = ID(gazetteer.prefectures.count + county)
    } else {
      id = ID(gazetteer.prefectures.count + gazetteer.counties.count + state.added.count)
      state.added.append((place, prefecture))
    }
    state.named[place] = id
    return id
  }

  /// The zone of this name in `prefecture`.
  func zone(_ name: String, in prefecture: Int) -> ID {
    let place = Place(name: name, prefecture: gazetteer.prefectureName(prefecture))
    return state.withLock { Self.number(of: place, prefecture, gazetteer, &$0) }
  }

  /// The place with this number.
  func place(_ id: ID) -> Place {
    state.withLock { state in
      if let place = state.places[id] { return place }
      let prefectures = gazetteer.prefectures.count
      let number = Int(id)
      let place: Place
      if number < prefectures {
        let name = gazetteer.prefectureName(number)
        place = Place(name: name, prefecture: name)
      } else if number < prefectures + gazetteer.counties.count {
        let county = number - prefectures
        place = Place(
          name: gazetteer.countyName(county),
          prefecture: gazetteer.prefectureName(gazetteer.counties[county].prefecture))
      } else {
        place = state.added[number - prefectures - gazetteer.counties.count].place
      }
      state.places[id] = place
      return place
    }
  }

  /// The gazetteer index of a place's prefecture.
  func prefecture(of id: ID) -> Int {
    let number = Int(id) - gazetteer.prefectures.count
    if number < 0 { return Int(id) }
    if number < gazetteer.counties.count { return gazetteer.counties[number].prefecture }
    return state.withLock { $0.added[number - gazetteer.counties.count].prefecture }
  }

  /// The gazetteer index of a place's province.
  func province(of id: ID) -> Int { gazetteer.prefectures[prefecture(of: id)].province }

  /// Whether the place is a prefecture as a whole.
  func isCity(_ id: ID) -> Bool { id < gazetteer.prefectures.count }

  /// The prefecture as a whole.
  func city(_ prefecture: Int) -> ID { ID(prefecture) }

  /// The county with this index in the gazetteer.
  func county(_ county: Int) -> ID { ID(gazetteer.prefectures.count + county) }

  /// The gazetteer index of a county; `nil` for other places.
  func countyIndex(_ id: ID) -> Int? {
    let number = Int(id) - gazetteer.prefectures.count
    return gazetteer.counties.indices.contains(number) ? number : nil
  }

  /// The towns of a prefecture.
  ///
  /// - Complexity: O(its towns) when they are first asked for.
  func towns(of prefecture: Int) -> TownTable {
    state.withLock { state in
      if let table = state.towns[prefecture] { return table }
      var table = TownTable()
      gazetteer.forEachTownship(ofPrefecture: prefecture) { county, name in
        table.add(name, owner: county.map(self.county) ?? city(prefecture))
      }
      for (name, owner) in state.takenTowns[prefecture] ?? [] { table.take(Array(name.utf8)[...], for: owner) }
      state.towns[prefecture] = table
      return table
    }
  }
}
