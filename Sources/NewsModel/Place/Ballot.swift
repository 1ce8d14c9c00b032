/// The weights that an article's mentions give to places, with the words that gave them.
struct Ballot {
  let directory: PlaceDirectory
  let article: Article
  /// By place.
  private var weights: [PlaceDirectory.ID: Double] = [:]
  /// Places that a headline, deck or dateline names.
  private var prominent: [PlaceDirectory.ID] = []
  private var given: [Given] = []
  private var inBody: [PlaceDirectory.ID: Double] = [:]
  private var reasons: [Reason] = []

  /// A word that gave weight to a place.
  private struct Reason {
    let word: String
    let place: PlaceDirectory.ID
    let part: Int?
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
    case region(FilingWeight.Region)
    /// Acting in the lead.
    case actor
  }

  init(directory: PlaceDirectory, article: Article) {
    self.directory = directory
    self.article = article
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
      if [.region(.headline), .region(.deck), .region(.dateline)].contains(slot), !prominent.contains(place) {
        prominent.append(place)
      }
    }
    weights[place, default: 0] += weight
    record(mention, place, weight)
    return true
  }

  /// Adds what a mention in a body counts.
  mutating func addInBody(
    _ mention: PlaceMention, _ place: PlaceDirectory.ID, first: Double, further: Double, atMost: Double
  ) {
    let sum = inBody[place] ?? 0
    let weight = min(sum == 0 ? first : further, atMost - sum)
    guard weight > 0 else { return }
    inBody[place] = sum + weight
    weights[place, default: 0] += weight
    record(mention, place, weight)
  }

  /// Enters a word; repeated, it adds to the weight of the first.
  private mutating func record(_ mention: PlaceMention, _ place: PlaceDirectory.ID, _ weight: Double) {
    let text = article.parts[mention.part].text.utf8
    let start = text.index(text.startIndex, offsetBy: mention.range.lowerBound)
    let word = String(Substring(text[start..<text.index(start, offsetBy: mention.range.count)]))
    // Words are compared as bytes: comparing strings outside of ASCII normalises them first.
    let same = reasons.firstIndex {
      $0.place == place && $0.part == mention.part && $0.word.utf8.elementsEqual(word.utf8)
    }
    if let same {
      reasons[same].weight += weight
    } else {
      reasons.append(Reason(word: word, place: place, part: mention.part, weight: weight))
    }
  }

  /// Enters the page's home as what speaks when the article does not.
  mutating func addHome(_ home: PageHome) {
    let weight = home.county == nil ? FilingWeight.homeCity : FilingWeight.homeCounty
    reasons.append(Reason(word: "", place: home.place, part: nil, weight: weight))
  }

  /// The place that the article is filed under.
  func winner(home: PageHome) -> PlaceDirectory.ID {
    let counties = weights.filter { !directory.isCity($0.key) }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    var cities = weights.filter { directory.isCity($0.key) }
    if home.county == nil { cities[home.city, default: 0] += FilingWeight.homeCity }
    var county = counties.first?.key
    var countyWeight = counties.first?.value ?? 0
    if let own = home.county {
      let weight = (weights[own] ?? 0) + FilingWeight.homeCounty
      if weight >= countyWeight { (county, countyWeight) = (own, weight) }
    }
    let city = cities.max { ($0.value, $1.key) < ($1.value, $0.key) }
    guard let county else { return city?.key ?? home.place }
    if let city, city.value > countyWeight { return city.key }
    // Several counties without a clear lead are the city's.
    let rivals = counties.dropFirst().filter { $0.key != county }
    guard let second = rivals.first, county != home.county else { return county }
    let isAlone = prominent.contains(county) && !prominent.contains(second.key)
    let all = counties.reduce(0) { $0 + $1.value }
    if !isAlone, second.value >= 0.6 * countyWeight || countyWeight < 0.45 * all { return home.city }
    return county
  }

  /// What spoke for `place` first, the heaviest first among it, then what spoke for others.
  func evidence(for place: PlaceDirectory.ID) -> [PlaceEvidence] {
    reasons.sorted { a, b in
      (a.place == place) == (b.place == place) ? a.weight > b.weight : a.place == place
    }.map { PlaceEvidence(word: $0.word, place: directory.place($0.place), part: $0.part, weight: $0.weight) }
  }
}
