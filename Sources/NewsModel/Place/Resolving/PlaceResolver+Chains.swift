extension PlaceResolver {
  /// Joins names that stand side by side (聊城市|阳谷县|寿张镇) into one mention of the narrowest place, and adds the
  /// mentions of `part`.
  func chain(_ tokens: [Token], _ known: Known, part: Int, into mentions: inout [PlaceMention]) {
    var chain = Chain(part: part)
    for token in tokens {
      if token.range.lowerBound != chain.end { finish(&chain, into: &mentions) }
      add(token, known, to: &chain, &mentions)
    }
    finish(&chain, into: &mentions)
  }

  /// Names that stand side by side, read so far.
  struct Chain {
    let part: Int
    var start = 0
    var end = -1
    var province: Int?
    var city: Int?
    var place: PlaceDirectory.ID?
    var owners = Owners()
    var town: TownTable.Stem?
    var isOffice = false
    var isBareZone = false
    var isInList = false
    var isLabel = false
    var isInByline = false

    init(part: Int) { self.part = part }

    var isEmpty: Bool { province == nil && city == nil && place == nil && owners.first == nil }
  }

  private func add(_ token: Token, _ known: Known, to chain: inout Chain, _ mentions: inout [PlaceMention]) {
    if chain.isEmpty { chain.start = token.range.lowerBound }
    switch token.kind {
    case .own(let meaning):
      finish(&chain, into: &mentions)
      mentions.append(PlaceMention(meaning: meaning, part: chain.part, range: token.range))
      return
    case .province(let index):
      startAnew(&chain, unless: chain.isEmpty, token, &mentions)
      chain.province = index
    case .city(let index):
      startAnew(
        &chain,
        unless: chain.isEmpty || chain.city == nil && chain.province == directory.gazetteer.prefectures[index].province,
        token, &mentions)
      chain.city = index
      chain.isOffice = token.context.contains(.officeFollows)
    case .county(let ids):
      let within = ids.filter { isWithin(chain, $0) }
      startAnew(
        &chain, unless: chain.place == nil && chain.owners.first == nil && within.first != nil, token, &mentions)
      guard let id = chosen(chain.isEmpty ? ids : within, token, known, isLed: !chain.isEmpty) else {
        finish(&chain, into: &mentions)
        return
      }
      chain.place = id
      chain.isOffice = token.context.contains(.officeFollows)
    case .user(let id):
      startAnew(&chain, unless: chain.place == nil && chain.owners.first == nil, token, &mentions)
      chain.place = id
    case .town(let ids, let stem):
      if let place = chain.place {
        if ids.contains(place) { chain.town = stem }
        break
      }
      startAnew(&chain, unless: chain.owners.first == nil, token, &mentions)
      let owners = ids.filter { isWithin(chain, $0) }
      guard owners.first != nil else { break }
      chain.owners = owners
      chain.town = stem
    case .zone(let name):
      guard chain.place == nil, let within = chain.city ?? (chain.province == nil ? prefecture : nil) else { break }
      chain.isBareZone = chain.city == nil
      chain.place = directory.zone(name, in: within)
    }
    chain.isInList = chain.isInList || token.context.contains(.inList)
    chain.isInByline = token.context.contains(.inByline)
    chain.isLabel = token.context.contains(.label)
    chain.end = token.range.upperBound
  }

  /// Whether a place may follow what the chain names so far.
  private func isWithin(_ chain: Chain, _ id: PlaceDirectory.ID) -> Bool {
    if let city = chain.city { return directory.prefecture(of: id) == city }
    return chain.province.map { directory.province(of: id) == $0 } ?? true
  }

  /// The county that a name of several means: the page's prefecture's, else that of the only prefecture spoken of, else the only one.
  private func chosen(_ ids: Owners, _ token: Token, _ known: Known, isLed: Bool) -> PlaceDirectory.ID? {
    if let here = here(ids).first { return token.needsPrefix && !isLed ? nil : here }
    if token.needsPrefix, !isLed { return nil }
    return ids.only ?? ids.filter { known.prefectures.contains(directory.prefecture(of: $0)) }.only
  }

  /// Ends the chain before a token that cannot go on with it.
  private func startAnew(_ chain: inout Chain, unless goesOn: Bool, _ token: Token, _ mentions: inout [PlaceMention]) {
    guard !goesOn else { return }
    finish(&chain, into: &mentions)
    chain.start = token.range.lowerBound
  }

  /// Adds the mention that the chain makes, and empties it.
  private func finish(_ chain: inout Chain, into mentions: inout [PlaceMention]) {
    defer { chain = Chain(part: chain.part) }
    let meaning: PlaceMention.Meaning
    if let place = chain.place ?? chain.owners.only {
      meaning = .place(place)
    } else if chain.owners.first != nil {
      meaning = .oneOf(chain.owners)
    } else if let city = chain.city {
      meaning = .place(directory.city(city))
    } else if chain.province != nil {
      meaning = .wider
    } else {
      return
    }
    var mention = PlaceMention(meaning: meaning, part: chain.part, range: chain.start..<max(chain.start, chain.end))
    mention.town = chain.town
    mention.hasLeader = chain.province != nil || (chain.city != nil && chain.city != prefecture)
    mention.isOffice = chain.isOffice
    mention.isBareZone = chain.isBareZone
    mention.isInList = chain.isInList
    mention.isLabel = chain.isLabel
    mention.isInByline = chain.isInByline
    mentions.append(mention)
  }
}
