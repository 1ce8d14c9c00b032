/// Every name that a survey looks for, with what it may mean: divisions of all China in their forms, the paper's words for
/// its own place, kinds of zones, and the user's words.
///
/// A class because it is handed to every page on every thread and never changes: counting its users once is cheaper than
/// counting those of each table.
final class PlaceVocabulary: Sendable {
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
  /// The places that names stand for.
  let directory: PlaceDirectory

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
    directory = PlaceDirectory(gazetteer: gazetteer, entries: entries)
    self.gazetteer = gazetteer
    self.names = names
    table = NameTable(names: names.bytes, ends: names.ends, stops: PlaceAnchor.scalars + SimplifiedText.traditional)
  }

  /// What name `number` may mean.
  func senses(of number: Int) -> SenseList { SenseList(names.nodes, first: names.firstSense[number]) }

  /// Whether name `number` is one of `PlaceWord`: a bare kind of zone (开发区) is every prefecture's.
  func isWord(_ number: Int) -> Bool { senses(of: number).contains { if case .word = $0 { true } else { false } } }

  /// Whether name `number` is an ordinary word as a short name of a county-level division.
  func isOrdinaryCounty(_ number: Int) -> Bool { names.ordinary[number] & NameList.ordinaryCounty != 0 }

  /// Whether name `number` is an ordinary word as a short name of a prefecture-level city.
  func isOrdinaryCity(_ number: Int) -> Bool { names.ordinary[number] & NameList.ordinaryCity != 0 }

  /// Whether the full name of this county says which it is wherever it stands: 平利县, but not 老城区, which every town has.
  func isClear(county: Int) -> Bool {
    let short = gazetteer.shortBytes(of: gazetteer.counties[county].name)
    return !gazetteer.isDistrict(county) || names.number(of: short).map(isOrdinaryCounty) != true
  }

  /// Whether name `number` says nothing without its prefecture, though it is a division's full name: 城区, 郊区.
  func isGeneric(_ number: Int) -> Bool { names.ordinary[number] & NameList.generic != 0 }
}

/// What a name may mean, one sense after the other.
struct SenseList: Sequence, IteratorProtocol {
  private let nodes: [NameList.Node]
  private var node: Int32

  init(_ nodes: [NameList.Node], first node: Int32) {
    self.nodes = nodes
    self.node = node
  }

  mutating func next() -> PlaceVocabulary.Sense? {
    guard node >= 0 else { return nil }
    let found = nodes[Int(node)]
    node = found.next
    return found.sense
  }
}
