/// Names under collection: each once, with a list of its senses.
struct NameList: Sendable {
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

  /// The number of a name.
  func number(of name: ArraySlice<UInt8>) -> Int? {
    let number = Int(slots[slot(of: name)]) - 1
    return number < 0 ? nil : number
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    for number in ends.indices { slots[slot(of: bytes[range(of: number)])] = UInt32(number + 1) }
  }

  /// The slot that holds `name`, or where it belongs.
  private func slot(of name: ArraySlice<UInt8>) -> Int {
    let hash = FNV1a.hash(name)
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
