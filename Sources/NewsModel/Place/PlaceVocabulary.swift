/// Every name that a survey looks for, with what it may mean: divisions of all China in their forms, the paper's words for
/// its own place, kinds of zones, and the user's words.
struct PlaceVocabulary: Sendable {
  /// How a division is named.
  enum Form: UInt8, Sendable {
    /// 高唐县, 务川县, 茌平县 (now 茌平区).
    case full
    /// 高唐, 务川.
    case short
  }

  /// What a name may mean.
  enum Sense: Sendable {
    case province(Int)
    case prefecture(Int, Form)
    case county(Int, Form)
    /// Index into `entries`.
    case user(Int)
    case word(PlaceWord)
  }

  let table: NameTable
  let gazetteer: Gazetteer
  /// The user's entries, then the built-in zones.
  let entries: [UserPlaces.Entry]
  /// How many of `entries` are the user's.
  let userCount: Int
  private let names: NameList

  /// Creates the vocabulary.
  ///
  /// - Complexity: O(names log names), some 7,500.
  init(gazetteer: Gazetteer, userPlaces: UserPlaces) {
    var names = NameList()
    names.addDivisions(of: gazetteer)
    names.addFormerNames(of: gazetteer)
    for word in PlaceWord.allCases {
      for name in word.names { names.add(Array(name.utf8)[...], .word(word)) }
    }
    entries = userPlaces.entries + UserPlaces(parsing: ZoneText.zones, file: "").entries
    userCount = userPlaces.entries.count
    for (index, entry) in entries.enumerated() {
      for word in [entry.place.name] + entry.words { names.add(Array(word.utf8)[...], .user(index)) }
    }
    names.markOrdinaryWords()
    self.gazetteer = gazetteer
    self.names = names
    table = NameTable(names: names.bytes, ends: names.ends, anchors: PlaceAnchor.scalars)
  }

  /// What name `number` may mean.
  func senses(of number: Int) -> SenseList { SenseList(names: names, first: names.firstSense[number]) }

  /// Whether name `number` is an ordinary word as a short name of a county-level division.
  func isOrdinaryCounty(_ number: Int) -> Bool { names.ordinary[number] & NameList.ordinaryCounty != 0 }

  /// Whether name `number` is an ordinary word as a short name of a prefecture-level city.
  func isOrdinaryCity(_ number: Int) -> Bool { names.ordinary[number] & NameList.ordinaryCity != 0 }

  /// Whether name `number` says nothing without its prefecture, though it is a division's full name: 城区, 郊区.
  func isGeneric(_ number: Int) -> Bool { names.ordinary[number] & NameList.generic != 0 }
}

/// What a name may mean, one sense after the other.
struct SenseList: Sequence, IteratorProtocol {
  fileprivate let names: NameList
  fileprivate var node: Int32

  fileprivate init(names: NameList, first node: Int32) {
    self.names = names
    self.node = node
  }

  mutating func next() -> PlaceVocabulary.Sense? {
    guard node >= 0 else { return nil }
    let found = names.nodes[Int(node)]
    node = found.next
    return found.sense
  }
}

/// Names under collection: each once, with a list of its senses.
private struct NameList: Sendable {
  struct Node: Sendable {
    let sense: PlaceVocabulary.Sense
    /// The next sense of the same name; -1 for none.
    var next: Int32
  }

  static let ordinaryCounty: UInt8 = 1
  static let ordinaryCity: UInt8 = 2
  static let generic: UInt8 = 4

  /// The names' bytes, one after the other, and by name where they end.
  private(set) var bytes: [UInt8] = []
  private(set) var ends: [UInt32] = []
  /// By name: its first sense, and whether it is an ordinary word.
  private(set) var firstSense: [Int32] = []
  private(set) var ordinary: [UInt8] = []
  private(set) var nodes: [Node] = []
  /// Open addressing by hash of the bytes: name number + 1, 0 for free.
  private var slots = [UInt32](repeating: 0, count: 1 << 15)

  init() {
    bytes.reserveCapacity(90_000)
    ends.reserveCapacity(8192)
    firstSense.reserveCapacity(8192)
    ordinary.reserveCapacity(8192)
    nodes.reserveCapacity(8192)
  }

  mutating func add(_ name: ArraySlice<UInt8>, _ sense: PlaceVocabulary.Sense) {
    guard !name.isEmpty else { return }
    let slot = slot(of: name)
    let node = Int32(nodes.count)
    nodes.append(Node(sense: sense, next: -1))
    if slots[slot] != 0 {
      var last = firstSense[Int(slots[slot]) - 1]
      while nodes[Int(last)].next >= 0 { last = nodes[Int(last)].next }
      nodes[Int(last)].next = node
      return
    }
    bytes += name
    ends.append(UInt32(bytes.count))
    firstSense.append(node)
    ordinary.append(0)
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in ends.indices { slots[slot(of: bytes[range(of: number)])] = UInt32(number + 1) }
  }

  /// The slot that holds `name`, or where it belongs.
  private func slot(of name: ArraySlice<UInt8>) -> Int {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    while slots[slot] != 0, !bytes[range(of: Int(slots[slot]) - 1)].elementsEqual(name) {
      slot = (slot + 1) & (slots.count - 1)
    }
    return slot
  }

  private func range(of number: Int) -> Range<Int> {
    (number == 0 ? 0 : Int(ends[number - 1]))..<Int(ends[number])
  }

  mutating func addDivisions(of gazetteer: Gazetteer) {
    for (index, province) in gazetteer.provinces.enumerated() {
      add(gazetteer.bytes(of: province.name), .province(index))
      add(gazetteer.shortBytes(of: province.name), .province(index))
    }
    for (index, prefecture) in gazetteer.prefectures.enumerated() {
      addForms(of: prefecture.name, gazetteer, full: .prefecture(index, .full), short: .prefecture(index, .short))
    }
    for (index, county) in gazetteer.counties.enumerated() {
      addForms(of: county.name, gazetteer, full: .county(index, .full), short: .county(index, .short))
      if let banner = DivisionName.bannerAbbreviation(of: gazetteer.bytes(of: county.name)) {
        add(Array(banner.utf8)[...], .county(index, .full))
      }
    }
  }

  private mutating func addForms(
    of name: Gazetteer.Name, _ gazetteer: Gazetteer, full: PlaceVocabulary.Sense, short: PlaceVocabulary.Sense
  ) {
    let bytes = gazetteer.bytes(of: name)
    add(bytes, full)
    guard name.shortLength > 0 else { return }
    add(gazetteer.shortBytes(of: name), short)
    // 务川县, 黔东南州: how papers call an autonomous division.
    if DivisionName.isAutonomous(bytes) { add(gazetteer.shortBytes(of: name) + bytes.suffix(3), full) }
  }

  mutating func addFormerNames(of gazetteer: Gazetteer) {
    for former in FormerNames.all {
      guard let prefecture = gazetteer.prefecture(named: former.prefecture) else { continue }
      let now = Array(former.now.utf8)
      let county = gazetteer.prefectures[prefecture].counties.first {
        gazetteer.bytes(of: gazetteer.counties[$0].name).elementsEqual(now)
      }
      if let county { add(Array(former.name.utf8)[...], .county(county, .full)) }
    }
  }

  mutating func markOrdinaryWords() {
    mark(OrdinaryWords.counties, Self.ordinaryCounty)
    mark(OrdinaryWords.cities, Self.ordinaryCity)
    mark(OrdinaryWords.levels, Self.generic)
  }

  private mutating func mark(_ words: StaticString, _ flag: UInt8) {
    let text = Array(UnsafeBufferPointer(start: words.utf8Start, count: words.utf8CodeUnitCount))
    for word in text.split(whereSeparator: { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }) {
      let slot = slot(of: word)
      if slots[slot] != 0 { ordinary[Int(slots[slot]) - 1] |= flag }
    }
  }
}
