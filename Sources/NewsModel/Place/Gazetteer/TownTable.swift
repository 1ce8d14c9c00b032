/// Towns by the stem of their name.
struct TownTable: Sendable {
  /// What ends a town's name.
  enum Level: UInt8, Sendable {
    case town, township, subdistrict, other

    /// The level of a town of this name.
    init(ofName name: some BidirectionalCollection<UInt8>) {
      switch String(decoding: name.suffix(3), as: UTF8.self) {
      case "镇": self = .town
      case "乡": self = .township
      case "道", "处": self = .subdistrict
      default: self = .other
      }
    }
  }

  /// A town's name as a text writes it.
  struct Stem: Sendable {
    /// `StemHash` of the name without its level.
    let hash: UInt64
    let level: Level
  }

  /// One town of a stem.
  private struct Town: Sendable {
    let name: String
    let level: Level
    let owner: PlaceDirectory.ID
    /// The next town of the same stem; -1 for none.
    let next: Int32
  }

  private var towns: [Town] = []
  /// By the hash of the stem's folded scalars, last to first (`StemHash`): its latest town.
  private var latest: [UInt64: Int32] = [:]
  /// The hashes in `latest`: it answers most questions, which are about no town.
  private var sieve = HashSieve()

  /// Adds a town by its full name's bytes.
  mutating func add(_ name: ArraySlice<UInt8>, owner: PlaceDirectory.ID) {
    let hash = StemHash.of(DivisionName.townStem(of: name))
    enter(String(decoding: name, as: UTF8.self), Level(ofName: name), owner, hash)
    sieve.insert(hash)
  }

  private mutating func enter(_ name: String, _ level: Level, _ owner: PlaceDirectory.ID, _ hash: UInt64) {
    towns.append(Town(name: name, level: level, owner: owner, next: latest[hash] ?? -1))
    latest[hash] = Int32(towns.count - 1)
  }

  /// Gives a town to a zone: the one county that the list of divisions puts it under loses it. Where several counties
  /// have a town of the name, the zone's is one more.
  mutating func take(_ name: ArraySlice<UInt8>, for owner: PlaceDirectory.ID) {
    let hash = StemHash.of(DivisionName.townStem(of: name))
    let level = Level(ofName: name)
    let rivals = all(hash).filter { $0.level == level }
    if rivals.count == 1 {
      let others = all(hash).filter { $0.level != level }
      latest[hash] = nil
      for town in others { enter(town.name, town.level, town.owner, hash) }
    }
    add(name, owner: owner)
  }

  private func all(_ hash: UInt64) -> [Town] {
    var found: [Town] = []
    var index = latest[hash] ?? -1
    while index >= 0 {
      found.append(towns[Int(index)])
      index = towns[Int(index)].next
    }
    return found
  }

  /// Whether any place has a town of the stem with this hash.
  func contains(stem hash: UInt64) -> Bool {
    sieve.mayHold(hash) && latest[hash] != nil
  }

  /// The places that have a town of this stem; those where its level is as printed win over others, as a
  /// 乡 may have become a 镇 since.
  func owners(of stem: Stem) -> Owners {
    let all = all(stem.hash)
    let exact = all.filter { $0.level == stem.level }
    var owners = Owners()
    for town in exact.isEmpty ? all : exact { owners.insert(town.owner) }
    return owners
  }

  /// The full name of the town of this stem that `owner` has.
  func name(of stem: Stem, owner: PlaceDirectory.ID) -> String? {
    let towns = all(stem.hash).filter { $0.owner == owner }
    return (towns.first { $0.level == stem.level } ?? towns.first)?.name
  }
}

/// One place or more, without a list where there is one.
struct Owners: Sendable, Equatable {
  private(set) var first: PlaceDirectory.ID?
  private(set) var others: [PlaceDirectory.ID] = []

  init() {}
  init(_ only: PlaceDirectory.ID) { first = only }

  /// The only one, `nil` when there are several or none.
  var only: PlaceDirectory.ID? { others.isEmpty ? first : nil }

  /// Adds a place that is not yet among them.
  mutating func insert(_ id: PlaceDirectory.ID) {
    if first == nil { first = id } else if first != id, !others.contains(id) { others.append(id) }
  }

  /// Whether `id` is among them.
  func contains(_ id: PlaceDirectory.ID) -> Bool { first == id || others.contains(id) }

  /// The first that `condition` holds for.
  func first(where condition: (PlaceDirectory.ID) -> Bool) -> PlaceDirectory.ID? {
    guard let first else { return nil }
    return condition(first) ? first : others.first(where: condition)
  }

  /// Those that `condition` holds for.
  func filter(_ condition: (PlaceDirectory.ID) -> Bool) -> Owners {
    var kept = Owners()
    if let first, condition(first) { kept.insert(first) }
    for id in others where condition(id) { kept.insert(id) }
    return kept
  }
}

/// A hash of scalars that grows from the last to the first, so that one walk back from 镇 yields the hash of every stem.
struct StemHash {
  private var hash = FNV1a()

  /// The hash of the scalars added so far.
  var value: UInt64 { hash.value }

  /// Adds the scalar before those added so far, folded.
  @inline(__always)
  mutating func prepend(_ scalar: UInt32) { hash.combine(PlaceCharacters.folded(scalar)) }

  /// The hash of a whole stem.
  static func of(_ stem: ArraySlice<UInt8>) -> UInt64 {
    var hash = StemHash()
    for scalar in String(decoding: stem, as: UTF8.self).unicodeScalars.reversed() { hash.prepend(scalar.value) }
    return hash.value
  }
}
