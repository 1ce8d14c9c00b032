/// The places that an archive's articles can be filed under, and the towns that point to them.
///
/// Made of the archive's prefectures only: 43,000 towns of all China would cost time and, as 1,900 names of towns stand
/// for several, sense.
struct PlaceDirectory: Sendable {
  /// The number of a place in `places`.
  typealias ID = Int32

  let gazetteer: Gazetteer
  /// The archive's prefectures as indices into the gazetteer, the most spoken of first.
  let prefectures: [Int]
  private var places: [Place] = []
  /// By place: the gazetteer index of its prefecture, and whether it is the city as a whole.
  private var facts: [(prefecture: Int, isCity: Bool)] = []
  private var cityIDs: [Int: ID] = [:]
  private var countyIDs: [Int: ID] = [:]
  private var named: [Place: ID] = [:]
  private(set) var towns = TownTable()
  /// By user entry (built-in zones come last): its place, `nil` when its prefecture is not the archive's.
  private(set) var entryIDs: [ID?] = []

  /// Enters the places of `prefectures` and those of `entries` that lie in them.
  ///
  /// - Complexity: O(counties + towns of the prefectures + bytes of the gazetteer's town text).
  init(gazetteer: Gazetteer, prefectures: [Int], entries: [UserPlaces.Entry]) {
    self.gazetteer = gazetteer
    self.prefectures = prefectures
    for prefecture in prefectures { add(prefecture) }
    for entry in entries {
      let prefecture = prefectures.first { gazetteer.prefectureName($0) == entry.place.prefecture }
      guard let prefecture else {
        entryIDs.append(nil)
        continue
      }
      let id = intern(entry.place, prefecture)
      entryIDs.append(id)
      for town in entry.towns { towns.take(Array(town.utf8)[...], for: id) }
    }
  }

  private mutating func add(_ prefecture: Int) {
    let name = gazetteer.prefectureName(prefecture)
    let city = intern(Place(name: name, prefecture: name), prefecture)
    cityIDs[prefecture] = city
    for county in gazetteer.prefectures[prefecture].counties {
      let place = Place(name: gazetteer.countyName(county), prefecture: name)
      let id = intern(place, prefecture)
      countyIDs[county] = id
      // 烟台经济技术开发区 is listed like a county; it is also what 烟台经开区 and 开发区 mean there.
      if let kind = ZoneRule.kind(ofListed: place.name, in: name) { named[Place(name: kind, prefecture: name)] = id }
    }
    gazetteer.forEachTownship(ofPrefecture: prefecture) { county, name in
      towns.add(name, owner: county.flatMap { countyIDs[$0] } ?? city)
    }
  }

  /// How many places are numbered.
  var placeCount: Int { places.count }

  /// The place with this number.
  func place(_ id: ID) -> Place { places[Int(id)] }

  /// The gazetteer index of a place's prefecture.
  func prefecture(of id: ID) -> Int { facts[Int(id)].prefecture }

  /// Whether the place is a prefecture-level city as a whole.
  func isCity(_ id: ID) -> Bool { facts[Int(id)].isCity }

  /// The city as a whole, when the prefecture is the archive's.
  func city(_ prefecture: Int) -> ID? { cityIDs[prefecture] }

  /// The county, when its prefecture is the archive's.
  func county(_ county: Int) -> ID? { countyIDs[county] }

  /// The zone of this name in `prefecture`, entered when it is new.
  mutating func zone(_ name: String, in prefecture: Int) -> ID {
    intern(Place(name: name, prefecture: gazetteer.prefectureName(prefecture)), prefecture)
  }

  private mutating func intern(_ place: Place, _ prefecture: Int) -> ID {
    if let id = named[place] { return id }
    let id = ID(places.count)
    named[place] = id
    places.append(place)
    facts.append((prefecture, place.name == place.prefecture))
    return id
  }
}
