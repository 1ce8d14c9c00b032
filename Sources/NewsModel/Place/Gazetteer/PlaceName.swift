/// A place as a user names it: 高唐县, 高唐, 聊城高唐, 山东省聊城市高唐县, or the beginning of a name.
public struct PlaceName: Hashable, Sendable {
  /// What is meant by a place that is a prefecture.
  public enum Level: Hashable, Sendable {
    /// The place itself: of a prefecture-level city what concerns the city as a whole.
    case itself
    /// The prefecture with everything in it.
    case prefecture
  }

  /// How well a place's name fits, best first.
  private enum Fit: Int, Comparable {
    /// The whole name, in full, short, or another form of it.
    case whole
    case beginning
    case within

    static func < (a: Fit, b: Fit) -> Bool { a.rawValue < b.rawValue }
  }

  /// Folded.
  private let text: String

  /// Takes what a user typed.
  public init(_ text: String) { self.text = PlaceName.folded(text) }

  /// The places that are meant: those called so, else those whose name begins so, else those whose name holds the text.
  ///
  /// - Parameter places: the places to choose from, each once.
  /// - Complexity: O(places).
  func meant(among places: some Sequence<Place>, _ level: Level) -> [Place] {
    guard !text.isEmpty else { return [] }
    var best: [Place] = []
    var bestFit: Fit?
    var fits: [String: Fit?] = [:]
    for place in places {
      let fit: Fit?
      switch level {
      case .itself: fit = self.fit(place)
      case .prefecture:
        fit = fits[place.prefecture] ?? self.fit(Place(name: place.prefecture, prefecture: place.prefecture))
        fits[place.prefecture] = fit
      }
      guard let fit, fit <= bestFit ?? fit else { continue }
      if fit != bestFit { best = [] }
      bestFit = fit
      best.append(place)
    }
    return best
  }

  /// Whether the name is that of a kind of zone: 高新区.
  var isZone: Bool { PlaceWord.allCases.contains { $0.isZone && $0.names.contains(text) } }

  /// The places of China, and of the user's own, that are called so, in full or short.
  ///
  /// - Complexity: O(places of China), some milliseconds.
  func known(_ level: Level, userPlaces: [Place]) -> [Place] {
    let gazetteer = Gazetteer.standard
    var places = userPlaces
    for (index, prefecture) in gazetteer.prefectures.enumerated() {
      let city = gazetteer.prefectureName(index)
      places.append(Place(name: city, prefecture: city))
      guard level == .itself else { continue }
      places += prefecture.counties.map { Place(name: gazetteer.countyName($0), prefecture: city) }
    }
    return places.filter { (level == .itself || $0.name == $0.prefecture) && isName(of: $0) }
  }

  /// Whether the place is called so, in full, short, or by another form of its name.
  func isName(of place: Place) -> Bool { fit(place) == .whole }

  private func fit(_ place: Place) -> Fit? {
    let forms = PlaceName.forms(of: place).map(PlaceName.folded)
    var found: Fit?
    for rest in rests(before: place) {
      for form in forms {
        let fit: Fit? =
          form == rest ? .whole : form.hasPrefix(rest) ? .beginning : form.contains(rest) ? .within : nil
        if let fit { found = min(found ?? fit, fit) }
      }
    }
    return found
  }

  /// The text, and what is left of it behind the names of the place's province and prefecture.
  private func rests(before place: Place) -> [String] {
    let gazetteer = Gazetteer.standard
    let index = gazetteer.prefecture(named: place.prefecture)
    let province = index.map { gazetteer.text(of: gazetteer.provinces[gazetteer.prefectures[$0].province].name) }
    var rests = [text]
    for higher in [province, place.name == place.prefecture ? nil : place.prefecture].compactMap(\.self) {
      let forms = PlaceName.forms(ofDivision: higher).map(PlaceName.folded)
      rests += rests.flatMap { rest in
        forms.filter(rest.hasPrefix).map { String(rest.dropFirst($0.count)) }.filter { !$0.isEmpty }
      }
    }
    return rests
  }

  /// What a place is called.
  private static func forms(of place: Place) -> [String] {
    let zone = PlaceWord.allCases.first { word in
      word.isZone
        && (word.names.contains(place.name)
          || word.zoneName != nil && word.zoneName == ZoneRule.kind(ofListed: place.name, in: place.prefecture))
    }
    return forms(ofDivision: place.name) + (zone?.names ?? [])
  }

  /// A division's name, in full, short (高唐) and as a banner's abbreviation (东乌旗).
  private static func forms(ofDivision name: String) -> [String] {
    var name = name
    let bytes = name.withUTF8(SimplifiedText.of)[...]
    let short = bytes.prefix(DivisionName.shortLength(of: bytes))
    return [name] + (short.isEmpty ? [] : [String(decoding: short, as: UTF8.self)])
      + (DivisionName.bannerAbbreviation(of: bytes).map { [$0] } ?? [])
  }

  private static func folded(_ text: String) -> String { String(decoding: Folding.units(text), as: UTF16.self) }
}

extension Library {
  /// The places that articles are filed under, or that they mention, each once.
  ///
  /// - Complexity: O(articles), or O(mentions).
  func places(_ values: (Article) -> [Place]) -> Set<Place> {
    var places: Set<Place> = []
    var last: Place?
    for article in articles {
      for place in values(article) where place != last {
        places.insert(place)
        last = place
      }
    }
    return places
  }

  /// The places that articles are filed under and that a user means by `name`; none when nothing is filed there.
  ///
  /// - Complexity: O(articles).
  public func filedPlaces(named name: PlaceName, _ level: PlaceName.Level) -> Set<Place> {
    Set(name.meant(among: places { $0.filing.place.map { [$0] } ?? [] }, level))
  }
}

extension Library {
  /// The names of places that articles are filed under or mention, with the number of times they do.
  var placeNames: [String: Int] {
    var counts: [String: Int] = [:]
    for article in articles {
      if let place = article.filing.place { counts[place.name, default: 0] += 1 }
      for place in article.filing.mentioned { counts[place.name, default: 0] += 1 }
    }
    return counts
  }

  /// The names of the archive's places, or of their prefectures, that begin like `name`, read the same (高堂 for 高唐县,
  /// gaotang, gt) or with one character wrong; commoner ones first.
  ///
  /// - Complexity: O(articles + mentions).
  public func names(like name: String, _ level: PlaceName.Level) -> [String] {
    var counts = placeNames
    if level == .prefecture {
      counts = [:]
      for place in places({ $0.filing.place.map { [$0] } ?? [] }) { counts[place.prefecture, default: 0] += 1 }
    }
    let scalars = Array(name.unicodeScalars)
    guard !scalars.isEmpty else { return [] }
    let spelling = PinyinSpelling(PinyinSpelling.letters(of: name) ?? PlacePinyin.syllables(of: name).joined())
    func isLike(_ place: String) -> Bool {
      if spelling.fit(place: place) != nil { return true }
      let start = place.unicodeScalars.prefix(scalars.count)
      return scalars.count > 1 && start.count == scalars.count && zip(start, scalars).filter(!=).count == 1
    }
    return counts.filter { isLike($0.key) }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
  }
}
