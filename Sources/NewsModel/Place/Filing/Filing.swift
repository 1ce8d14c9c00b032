/// A place that articles are filed under: a county-level division or zone, or a prefecture-level city as a whole.
///
/// One word of memory: an archive names few places, but names them in every article several times.
public struct Place: Hashable, Sendable {
  private final class Names: Sendable {
    let name: String
    let prefecture: String

    init(_ name: String, _ prefecture: String) {
      self.name = name
      self.prefecture = prefecture
    }
  }

  private let names: Names

  /// The name as lists show it: 高唐县, 高新区, 聊城市.
  public var name: String { names.name }
  /// The prefecture-level city it belongs to (equal to `name` for the city itself): names like 高新区 recur.
  public var prefecture: String { names.prefecture }

  /// Creates a place.
  public init(name: String, prefecture: String) {
    names = Names(name, prefecture)
  }

  /// Whether name and prefecture are the same.
  public static func == (a: Place, b: Place) -> Bool {
    a.names === b.names || (a.name == b.name && a.prefecture == b.prefecture)
  }

  /// Hashes name and prefecture.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(name)
    hasher.combine(prefecture)
  }
}

/// A town, township or subdistrict of a county-level place.
public struct Town: Hashable, Sendable {
  /// The full name: 固河镇.
  public let name: String
  /// The place that it is part of.
  public let place: Place

  /// Creates a town.
  public init(name: String, place: Place) {
    self.name = name
    self.place = place
  }
}

/// Where an article is filed, and why.
public struct Filing: Sendable {
  /// The one place the article is filed under; `nil` when unknown.
  public private(set) var place: Place?
  /// Every county-level place that the article names or implies, in order of first mention.
  public let mentioned: [Place]
  /// The towns that the article names, each inside of one of the places above, in order of first mention.
  public let towns: [Town]
  /// What spoke for the filing, strongest first.
  public let evidence: [PlaceEvidence]
  /// The place that the evidence speaks for, whatever the user said.
  public let judged: Place?
  /// The id of the user's correction that decided `place`; `nil` when the evidence did.
  public private(set) var correctionID: String?

  /// Creates a filing; empty by default.
  public init(place: Place? = nil, mentioned: [Place] = [], towns: [Town] = [], evidence: [PlaceEvidence] = []) {
    self.place = place
    judged = place
    self.mentioned = mentioned
    self.towns = towns
    self.evidence = evidence
  }

  /// Whether the user, not the evidence, decided the place.
  public var isByUser: Bool { correctionID != nil }

  /// Files under `place`, as the user's correction with this id says.
  mutating func correct(to place: Place?, by id: String) {
    self.place = place
    correctionID = id
  }

  /// Files again as the evidence says.
  mutating func uncorrect() {
    place = judged
    correctionID = nil
  }
}

/// One reason for a filing: which word, where, how heavy.
public struct PlaceEvidence: Hashable, Sendable {
  /// The word as printed: 固河镇, 我区.
  public let word: String
  /// The place that the word stands for.
  public let place: Place
  /// The index into the article's parts where the word was found; `nil` when the page, not the article, says so.
  public var part: Int? { partNumber < 0 ? nil : Int(partNumber) }
  private let partNumber: Int32
  /// How much the word counts for its place.
  public let weight: Double

  /// Creates a piece of evidence.
  public init(word: String, place: Place, part: Int?, weight: Double) {
    self.word = word
    self.place = place
    partNumber = part.map { Int32($0) } ?? -1
    self.weight = weight
  }
}
