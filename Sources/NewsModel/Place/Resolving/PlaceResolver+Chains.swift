extension PlaceResolver {
  /// Joins names that stand side by side (聊城市|阳谷县|寿张镇) into one mention of the narrowest place, and adds the
  /// mentions of `part`.
  func chain(_ tokens: [Token], part: Int, into mentions: inout [PlaceMention]) {
    var chain = Chain(part: part)
    for token in tokens {
      if token.range.lowerBound != chain.end { finish(&chain, into: &mentions) }
      add(token, to: &chain, &mentions)
    }
    finish(&chain, into: &mentions)
  }

  /// Names that stand side by side, read so far.
  struct Chain {
    let part: Int
    var start = 0
    var end = -1
    var isForeign = false
    /// The archive's prefecture that the chain names.
    var city: Int?
    var place: PlaceDirectory.ID?
    var owners = Owners()
    var isOffice = false
    var isBareZone = false
    var isInList = false
    var isLabel = false
    var isInByline = false

    init(part: Int) { self.part = part }

    var isEmpty: Bool { !isForeign && city == nil && place == nil && owners.first == nil }
  }

  private func add(_ token: Token, to chain: inout Chain, _ mentions: inout [PlaceMention]) {
    if chain.isEmpty { chain.start = token.range.lowerBound }
    if token.needsPrefix && chain.city == nil {
      finish(&chain, into: &mentions)
      return
    }
    switch token.kind {
    case .own(let meaning):
      finish(&chain, into: &mentions)
      mentions.append(PlaceMention(meaning: meaning, part: chain.part, range: token.range))
      return
    case .province(let isOwn):
      startAnew(&chain, unless: chain.isEmpty, token, &mentions)
      chain.isForeign = !isOwn
    case .foreign:
      startAnew(&chain, unless: chain.isEmpty || chain.isForeign, token, &mentions)
      chain.isForeign = true
    case .city(let index):
      startAnew(&chain, unless: chain.isEmpty, token, &mentions)
      chain.city = index
      chain.isOffice = token.context.contains(.officeFollows)
    case .county(let ids):
      startAnew(&chain, unless: chain.place == nil && chain.owners.first == nil, token, &mentions)
      if chain.isForeign { break }
      let within = chain.city ?? prefecture
      chain.place = ids.first { directory.prefecture(of: $0) == within } ?? ids.first
      chain.isOffice = token.context.contains(.officeFollows)
    case .user(let id):
      startAnew(&chain, unless: chain.place == nil && chain.owners.first == nil, token, &mentions)
      chain.place = id
    case .town(let ids):
      guard !chain.isForeign, chain.place == nil else { break }
      startAnew(&chain, unless: chain.owners.first == nil, token, &mentions)
      let within = chain.city ?? prefecture
      let here = ids.filter { directory.prefecture(of: $0) == within }
      chain.owners = here
      if here.first == nil && chain.city == nil && ids.only != nil && directory.prefectures.count == 1 {
        chain.owners = ids
      }
    case .zone(let name):
      guard !chain.isForeign, chain.place == nil else { break }
      chain.isBareZone = chain.city == nil
      chain.place = directory.zone(name, in: chain.city ?? prefecture)
    }
    chain.isInList = chain.isInList || token.context.contains(.inList)
    chain.isInByline = token.context.contains(.inByline)
    chain.isLabel = token.context.contains(.label)
    chain.end = token.range.upperBound
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
    if chain.isForeign {
      meaning = .foreign
    } else if let place = chain.place {
      meaning = .place(place)
    } else if let only = chain.owners.only {
      meaning = .place(only)
    } else if chain.owners.first != nil {
      meaning = .oneOf(chain.owners)
    } else if let city = chain.city, let id = directory.city(city) {
      meaning = .place(id)
    } else {
      return
    }
    var mention = PlaceMention(meaning: meaning, part: chain.part, range: chain.start..<max(chain.start, chain.end))
    mention.isOffice = chain.isOffice
    mention.isBareZone = chain.isBareZone
    mention.isInList = chain.isInList
    mention.isLabel = chain.isLabel
    mention.isInByline = chain.isInByline
    mentions.append(mention)
  }
}
