/// What a user should know of what a name of a place meant in an archive.
public struct PlaceRemark: Sendable, Hashable {
  /// One line.
  public let message: Phrase
  /// Whether no place at all is called so.
  public let isUnknown: Bool
  /// Whether the message names something to ask for instead.
  public let hasAdvice: Bool
}

extension Library {
  /// What the user should know of the articles filed under the place called `name`; `nil` when there is nothing to say:
  /// the name meant one place, and no more is filed elsewhere in its prefecture.
  ///
  /// - Parameters:
  ///   - level: what was asked for.
  ///   - userPlaces: the user's own places, which are known like those of China.
  ///   - asking: how a place is asked for: as an option of the command line or as a field of a query.
  /// - Complexity: O(articles + mentions).
  public func remark(
    onPlace name: String, _ level: PlaceName.Level, userPlaces: [Place] = [],
    asking: (PlaceName.Level, _ name: String) -> String
  ) -> PlaceRemark? {
    let wanted = PlaceName(name)
    let filed = filedCounts
    let found = wanted.meant(among: filed.keys, level)
    guard !found.isEmpty else { return remark(onMissing: wanted, name, level, userPlaces, filed, asking) }
    var chinese: [String] = []
    var english: [String] = []
    let names = level == .itself ? found.map { self.name(of: $0, in: filed) } : found.map(\.prefecture)
    let called = Array(Set(names)).sorted()
    // The name may be that of a prefecture of which only counties have articles.
    let cities = Set(filed.keys.map { Place(name: $0.prefecture, prefecture: $0.prefecture) })
      .filter { level == .itself && (found.contains($0) || wanted.isName(of: $0)) }
      .sorted { $0.name < $1.name }
    if called.count > 1 || cities.contains(where: { !found.contains($0) }) {
      chinese.append("“\(name)”指 \(PlaceRemark.list(called, "、"))")
      english.append("“\(name)” means \(PlaceRemark.list(called, ", "))")
    }
    for city in cities {
      let all = filed.reduce(0) { $0 + ($1.key.prefecture == city.prefecture ? $1.value : 0) }
      let own = filed[city] ?? 0
      guard all > own else { continue }
      let whole = asking(.prefecture, city.name)
      chinese.append("归在\(city.name)本身的 \(own) 篇；连同各县市区 \(all) 篇：\(whole)")
      english.append("\(own) filed under \(city.name) itself; \(all) with all its counties: \(whole)")
    }
    return chinese.isEmpty
      ? nil
      : PlaceRemark(
        message: Phrase(chinese.joined(separator: "；"), english.joined(separator: "; ")), isUnknown: false,
        hasAdvice: true)
  }

  private func remark(
    onMissing wanted: PlaceName, _ name: String, _ level: PlaceName.Level, _ userPlaces: [Place], _ filed: [Place: Int],
    _ asking: (PlaceName.Level, _ name: String) -> String
  ) -> PlaceRemark {
    let known = wanted.known(level, userPlaces: userPlaces)
    if known.isEmpty, level == .prefecture, let county = wanted.known(.itself, userPlaces: userPlaces).first {
      let (whole, itself) = (asking(.prefecture, county.prefecture), asking(.itself, county.name))
      return PlaceRemark(
        message: Phrase(
          "“\(name)”不是地级市，\(county.name)属于\(county.prefecture)：\(whole)；只要它本身：\(itself)",
          "“\(name)” is no prefecture; \(county.name) belongs to \(county.prefecture): \(whole); "
            + "for itself: \(itself)"),
        isUnknown: true, hasAdvice: true)
    }
    guard !known.isEmpty || level == .itself && wanted.isZone else {
      let near = names(like: name, level)
      let kind = level == .itself ? Phrase("地方", "place") : Phrase("地级市", "prefecture")
      return PlaceRemark(
        message: Phrase(
          "没有叫“\(name)”的\(kind.chinese)" + (near.isEmpty ? "" : "；相近的有 \(PlaceRemark.list(near, "、"))"),
          "no \(kind.english) is called “\(name)”" + (near.isEmpty ? "" : "; near it: \(PlaceRemark.list(near, ", "))")),
        isUnknown: true, hasAdvice: !near.isEmpty)
    }
    var chinese = ["没有文章归在“\(name)”"]
    var english = ["nothing is filed under “\(name)”"]
    let named = wanted.meant(among: places { $0.filing.mentioned }, .itself)
    let mentions = articles.reduce(0) { $0 + ($1.filing.mentioned.contains(where: named.contains) ? 1 : 0) }
    if level == .itself, mentions > 0 {
      chinese.append("提到它的有 \(mentions) 篇：\(QueryField.mentions.chineseName):\(name)")
      english.append("\(mentions) mention it: \(QueryField.mentions.name):\(name)")
    }
    for city in known where level == .itself && city.name == city.prefecture {
      let all = filed.reduce(0) { $0 + ($1.key.prefecture == city.prefecture ? $1.value : 0) }
      guard all > 0 else { continue }
      let whole = asking(.prefecture, city.name)
      chinese.append("连同各县市区有 \(all) 篇：\(whole)")
      english.append("\(all) with all its counties: \(whole)")
    }
    return PlaceRemark(
      message: Phrase(chinese.joined(separator: "；"), english.joined(separator: "; ")), isUnknown: false,
      hasAdvice: chinese.count > 1)
  }

  /// How many articles are filed under each place.
  private var filedCounts: [Place: Int] {
    var counts: [Place: Int] = [:]
    for article in articles { if let place = article.filing.place { counts[place, default: 0] += 1 } }
    return counts
  }

  /// A place's name, with its prefecture before it where others have the name too.
  private func name(of place: Place, in places: [Place: Int]) -> String {
    let isShared = places.keys.contains { $0.name == place.name && $0.prefecture != place.prefecture }
    return isShared ? place.prefecture + place.name : place.name
  }
}

extension PlaceRemark {
  /// So many names are told at most.
  private static let mostNames = 6

  fileprivate static func list(_ names: [String], _ separator: String) -> String {
    names.prefix(mostNames).joined(separator: separator) + (names.count > mostNames ? " …" : "")
  }
}

extension Searcher {
  /// What the user should know of the places that `query` asks for; `nil` when there is nothing to say.
  ///
  /// - Complexity: O(articles + mentions) for each name of a place.
  public func remark(onPlacesOf query: ParsedQuery, userPlaces: [Place] = []) -> PlaceRemark? {
    var remarks: [PlaceRemark] = []
    for (field, name, _) in query.root?.placeFields ?? [] {
      guard case .place(let level, let values) = field.test else { continue }
      let remark = library.remark(onPlace: name, level, userPlaces: userPlaces) { level, name in
        (level == .itself ? QueryField.county : .prefecture).chineseName + ":" + name
      }
      guard let remark else { continue }
      // What is mentioned need not have articles of its own.
      if field == .mentions, !remark.isUnknown || !PlaceName(name).meant(among: library.places(values), level).isEmpty {
        continue
      }
      remarks.append(remark)
    }
    return remarks.first(where: \.isUnknown) ?? remarks.first
  }
}
