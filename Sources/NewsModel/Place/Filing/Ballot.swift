/// The weights that an article's mentions give to places, with the words that gave them.
///
/// An article speaks of a handful of places, so that lists serve where a bigger electorate would want dictionaries.
struct Ballot {
  private let parts: [Part]
  private var weights: [Weight] = []
  /// What mentions in the body gave, which is bounded.
  private var inBody: [Weight] = []
  /// Places that a headline, deck or dateline names.
  private var prominent: [PlaceDirectory.ID] = []
  private var given: [Given] = []
  private var reasons: [Reason] = []
  /// What speaks for no place at all.
  private var outside: [FilingWeights.Feature: Double] = [:]

  /// What a place has gathered.
  private struct Weight {
    let place: PlaceDirectory.ID
    var sum: Double
  }

  /// A word that gave weight to a place.
  private struct Reason {
    let place: PlaceDirectory.ID
    /// The part's index; `nil` where the page speaks.
    let part: Int?
    /// The word in UTF-8 bytes of the part's text.
    let range: Range<Int>
    var weight: Double
  }

  /// A weight that a place gets once, however often it is named there.
  private struct Given: Equatable {
    let place: PlaceDirectory.ID
    let slot: Slot
  }

  /// What a weight is given for.
  enum Slot: Equatable {
    /// Being named there.
    case region(FilingRegion)
    /// Acting in the lead.
    case actor

    /// Whether a place named there is what the story shows first.
    fileprivate var isProminent: Bool {
      if case .region(let region) = self { region.isProminent } else { false }
    }
  }

  /// Creates a ballot for the article of these parts, with room for so many words that speak.
  init(parts: [Part], words: Int) {
    self.parts = parts
    weights.reserveCapacity(min(words, 8))
    reasons.reserveCapacity(words + 1)
  }

  /// Adds `weight` to `place`, once for what `once` says.
  ///
  /// - Returns: whether it was added.
  @discardableResult
  mutating func add(
    _ mention: PlaceMention, _ place: PlaceDirectory.ID, _ weight: Double, once slot: Slot?
  ) -> Bool {
    guard weight > 0 else { return false }
    if let slot {
      let entry = Given(place: place, slot: slot)
      guard !given.contains(entry) else { return false }
      given.append(entry)
      if slot.isProminent, !prominent.contains(place) { prominent.append(place) }
    }
    Self.add(weight, to: place, in: &weights)
    record(mention, place, weight)
    return true
  }

  /// Adds what speaks for no place, once.
  mutating func addOutside(_ feature: FilingWeights.Feature, _ weights: FilingWeights) {
    outside[feature] = weights[feature]
  }

  /// Adds what a mention in a body counts.
  mutating func addInBody(
    _ mention: PlaceMention, _ place: PlaceDirectory.ID, first: Double, further: Double, atMost: Double
  ) {
    let sum = Self.sum(of: place, in: inBody)
    let weight = min(sum == 0 ? first : further, atMost - sum)
    guard weight > 0 else { return }
    Self.add(weight, to: place, in: &inBody)
    Self.add(weight, to: place, in: &weights)
    record(mention, place, weight)
  }

  private static func sum(of place: PlaceDirectory.ID, in weights: [Weight]) -> Double {
    for weight in weights where weight.place == place { return weight.sum }
    return 0
  }

  private static func add(_ weight: Double, to place: PlaceDirectory.ID, in weights: inout [Weight]) {
    for index in weights.indices where weights[index].place == place {
      weights[index].sum += weight
      return
    }
    weights.append(Weight(place: place, sum: weight))
  }

  /// Enters a word; repeated, it adds to the weight of the first.
  private mutating func record(_ mention: PlaceMention, _ place: PlaceDirectory.ID, _ weight: Double) {
    for index in reasons.indices where reasons[index].place == place && reasons[index].part == mention.part {
      guard isSameWord(reasons[index].range, mention.range, in: mention.part) else { continue }
      reasons[index].weight += weight
      return
    }
    reasons.append(Reason(place: place, part: mention.part, range: mention.range, weight: weight))
  }

  /// Whether two stretches of a part hold the same bytes: comparing strings outside of ASCII normalises them first.
  private func isSameWord(_ a: Range<Int>, _ b: Range<Int>, in part: Int) -> Bool {
    guard a.count == b.count else { return false }
    var text = parts[part].text
    return text.withUTF8 { $0[a].elementsEqual($0[b]) }
  }

  /// Enters the home as what speaks when the article does not.
  mutating func addHome(_ home: PlaceDirectory.ID, _ weight: Double) {
    reasons.append(Reason(place: home, part: nil, range: 0..<0, weight: weight))
  }

  /// The place that the article is filed under.
  func winner(home: PageHome, in directory: PlaceDirectory, _ costs: FilingWeights) -> PlaceDirectory.ID? {
    var counties: [Weight] = []
    var cities: [Weight] = []
    for weight in weights {
      if directory.isCity(weight.place) { cities.append(weight) } else { counties.append(weight) }
    }
    if home.county == nil, let city = home.city { Self.add(costs[.homeCity], to: city, in: &cities) }
    if let county = home.county { Self.add(costs[.homeCounty], to: county, in: &counties) }
    // Of equal weights the place named first wins, the page's own before all.
    func isLess(_ a: Weight, _ b: Weight) -> Bool { a.sum != b.sum ? a.sum < b.sum : b.place == home.place }
    let city = cities.max(by: isLess)
    guard outside.values.reduce(0, +) <= max(city?.sum ?? 0, counties.max(by: isLess)?.sum ?? 0) else { return nil }
    guard let county = counties.max(by: isLess) else { return city?.place ?? home.place }
    if let city, city.sum > county.sum { return city.place }
    // Several counties of one city without a clear lead are the city's.
    guard county.place != home.county else { return county.place }
    let others = counties.filter {
      $0.place != county.place && directory.prefecture(of: $0.place) == directory.prefecture(of: county.place)
    }
    let second = others.max(by: isLess)
    guard let second, !prominent.contains(county.place) || prominent.contains(second.place) else { return county.place }
    let all = others.reduce(county.sum) { $0 + $1.sum }
    let leads = second.sum < costs[.secondShare] * county.sum && county.sum >= costs[.leadShare] * all
    return leads ? county.place : directory.city(directory.prefecture(of: county.place))
  }

  /// What spoke for `place` first, the heaviest first among it, then what spoke for others.
  func evidence(for place: PlaceDirectory.ID?, in directory: PlaceDirectory) -> [PlaceEvidence] {
    let sorted = reasons.sorted { a, b in
      (a.place == place) == (b.place == place) ? a.weight > b.weight : a.place == place
    }
    return sorted.map { reason in
      PlaceEvidence(
        word: word(of: reason), place: directory.place(reason.place), part: reason.part, weight: reason.weight)
    }
  }

  private func word(of reason: Reason) -> String {
    guard let part = reason.part else { return "" }
    var text = parts[part].text
    return text.withUTF8 { String(decoding: $0[reason.range], as: UTF8.self) }
  }
}
