/// The places that an archive's articles can be filed under, and the towns that point to them.
///
/// Made of the archive's prefectures only: 43,000 towns of all China would cost time and, as 1,900 names of towns stand
/// for several, sense.
struct PlaceDirectory: Sendable {
  /// The number of a place in `places`.
  typealias ID = Int

  let gazetteer: Gazetteer
  /// The archive's prefectures as indices into the gazetteer, the most spoken of first.
  let prefectures: [Int]
  private(set) var places: [Place] = []
  /// By place: the gazetteer index of its prefecture.
  private(set) var prefectureOf: [Int] = []
  private var cityIDs: [Int: ID] = [:]
  private var countyIDs: [Int: ID] = [:]
  private var named: [Place: ID] = [:]
  private(set) var towns = TownTable()
  /// By user entry (built-in zones come last): its place, `nil` when its prefecture is not the archive's.
  private(set) var entryIDs: [ID?] = []

  init(gazetteer: Gazetteer, prefectures: [Int], entries: [UserPlaces.Entry]) {
    self.gazetteer = gazetteer
    self.prefectures = prefectures
    for prefecture in prefectures {
      let city = gazetteer.prefectures[prefecture]
      cityIDs[prefecture] = intern(Place(name: city.name, prefecture: city.name), prefecture)
      for county in city.counties {
        countyIDs[county] = intern(Place(name: gazetteer.counties[county].name, prefecture: city.name), prefecture)
      }
      for town in gazetteer.townships(ofPrefecture: prefecture) {
        let owner = town.county.flatMap { countyIDs[$0] } ?? cityIDs[prefecture]
        if let owner { towns.add(town.name, owner: owner) }
      }
    }
    for entry in entries {
      guard let prefecture = prefectures.first(where: { gazetteer.prefectures[$0].name == entry.place.prefecture })
      else {
        entryIDs.append(nil)
        continue
      }
      let id = intern(entry.place, prefecture)
      entryIDs.append(id)
      for town in entry.towns {
        let rivals = gazetteer.prefectures[prefecture].counties.compactMap { countyIDs[$0] }
        towns.take(town[...], for: id, from: rivals)
      }
    }
  }

  /// The city as a whole, when the prefecture is the archive's.
  func city(_ prefecture: Int) -> ID? { cityIDs[prefecture] }

  /// The county, when its prefecture is the archive's.
  func county(_ county: Int) -> ID? { countyIDs[county] }

  /// Whether the place is a prefecture-level city as a whole.
  func isCity(_ id: ID) -> Bool { places[id].name == places[id].prefecture }

  /// The zone of this name in `prefecture`, entered when it is new.
  mutating func zone(_ name: String, in prefecture: Int) -> ID {
    intern(Place(name: name, prefecture: gazetteer.prefectures[prefecture].name), prefecture)
  }

  private mutating func intern(_ place: Place, _ prefecture: Int) -> ID {
    if let id = named[place] { return id }
    let id = places.count
    named[place] = id
    places.append(place)
    prefectureOf.append(prefecture)
    return id
  }
}

/// Towns by the stem of their name.
struct TownTable: Sendable {
  /// One town of a stem.
  private struct Town: Sendable {
    /// The full name: 固河镇.
    let name: String
    let owner: PlaceDirectory.ID
  }

  /// By the hash of the stem's folded scalars, last to first (`StemHash`).
  private var towns: [UInt64: [Town]] = [:]

  /// Adds a town under its stem, and under its full name where that names a market rather than a level (沙镇镇 → 沙镇).
  mutating func add(_ name: Substring, owner: PlaceDirectory.ID) {
    let town = Town(name: String(name), owner: owner)
    towns[StemHash.of(DivisionName.townStem(of: name)), default: []].append(town)
  }

  /// Gives a town to a zone: the rivals that the list of divisions puts a town of this name under lose it.
  mutating func take(_ name: Substring, for owner: PlaceDirectory.ID, from rivals: [PlaceDirectory.ID]) {
    let hash = StemHash.of(DivisionName.townStem(of: name))
    let town = Town(name: String(name), owner: owner)
    // Only a town of the same full name is the zone's; 北城镇 of another county stays.
    towns[hash] = (towns[hash] ?? []).filter { $0.name != town.name || !rivals.contains($0.owner) } + [town]
  }

  /// The places that have a town of the stem with this hash; those where its level is as printed win over others.
  func owners(ofStem hash: UInt64, ending: String) -> [PlaceDirectory.ID] {
    guard let all = towns[hash] else { return [] }
    let exact = all.filter { $0.name.hasSuffix(ending) }
    var owners: [PlaceDirectory.ID] = []
    for town in exact.isEmpty ? all : exact where !owners.contains(town.owner) { owners.append(town.owner) }
    return owners
  }
}

/// A hash of scalars that grows from the last to the first, so that one walk back from 镇 yields the hash of every stem.
struct StemHash {
  private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Adds the scalar before those added so far, folded (FNV-1a over scalars, http://www.isthe.com/chongo/tech/comp/fnv/).
  @inline(__always)
  mutating func prepend(_ scalar: UInt32) {
    value = (value ^ UInt64(PlaceCharacters.folded(scalar))) &* 0x0000_0100_0000_01b3
  }

  /// The hash of a whole stem.
  static func of(_ stem: Substring) -> UInt64 {
    var hash = StemHash()
    for scalar in stem.unicodeScalars.reversed() { hash.prepend(scalar.value) }
    return hash.value
  }
}
