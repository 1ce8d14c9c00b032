/// Files one article by weighing its mentions.
struct ArticleFiler {
  let directory: PlaceDirectory
  let home: PageHome
  let weights: FilingWeights

  /// One mention with its place and where it stands.
  private struct Vote {
    let place: PlaceDirectory.ID
    let mention: PlaceMention
    let region: FilingRegion
    /// Whether the city acts (市城管局, 我市) rather than is named.
    let cityActs: Bool
  }

  /// Files `article`.
  ///
  /// - Parameter story: the filing of the story that the article follows on its page, for sidebars that name no place.
  func file(_ article: Article, _ reading: PlaceResolver.Reading, after story: Filing?) -> Filing {
    var ballot = Ballot(parts: article.parts, words: reading.mentions.count)
    let votes = votes(article, reading, &ballot)
    if let inherited = inherited(by: article, votes, from: story) { return inherited }
    weigh(votes, in: &ballot)
    if reading.dateline?.1.isWire == true { ballot.addOutside(.wire, weights) }
    let chosen = ballot.winner(home: home, in: directory, weights)
    if let place = home.place { ballot.addHome(place, weights[home.county == nil ? .homeCity : .homeCounty]) }
    guard let prefecture = (chosen ?? home.city).map(directory.prefecture) else { return Filing() }
    // A dateline or a reporter's office says where the story was written, which it need not be about.
    var mentioned: [PlaceDirectory.ID] = []
    for vote in votes where !vote.region.tellsOnlyOfWriting || vote.place == chosen {
      guard !directory.isCity(vote.place), directory.prefecture(of: vote.place) == prefecture else { continue }
      if !mentioned.contains(vote.place) { mentioned.append(vote.place) }
    }
    if let chosen, !directory.isCity(chosen), !mentioned.contains(chosen) { mentioned.append(chosen) }
    return Filing(
      place: chosen.map(directory.place), mentioned: mentioned.map(directory.place),
      towns: towns(votes.filter { mentioned.contains($0.place) }), evidence: ballot.evidence(for: chosen, in: directory)
    )
  }

  private func towns(_ votes: [Vote]) -> [Town] {
    var towns: [Town] = []
    for vote in votes {
      guard let stem = vote.mention.town,
        let name = directory.towns(of: directory.prefecture(of: vote.place)).name(of: stem, owner: vote.place)
      else { continue }
      let town = Town(name: name, place: directory.place(vote.place))
      if !towns.contains(town) { towns.append(town) }
    }
    return towns
  }

  /// A sidebar that names no place is its story's; it mentions nothing itself. An editor's note opens a column and speaks for the paper.
  private func inherited(by article: Article, _ votes: [Vote], from story: Filing?) -> Filing? {
    guard article.kind == .sidebar, let place = story?.place else { return nil }
    guard !votes.contains(where: { !directory.isCity($0.place) || $0.cityActs }) else { return nil }
    let opening = article.parts.first { $0.role != .section }?.text ?? ""
    guard !["编者按", "编者的话", "开栏的话", "开栏语"].contains(where: opening.hasPrefix) else { return nil }
    return Filing(
      place: place, evidence: [PlaceEvidence(word: "", place: place, part: nil, weight: FilingWeights.story)])
  }

  /// The mentions that mean a place, with 我市 and the like resolved. What speaks for no place at all goes to the ballot.
  private func votes(_ article: Article, _ reading: PlaceResolver.Reading, _ ballot: inout Ballot) -> [Vote] {
    // A notice has no lead: it lists, or ends with who signs it.
    var lead = article.parts.firstIndex { $0.role == .body } ?? article.parts.firstIndex { $0.role == .caption }
    if article.kind == .notice { lead = nil }
    var votes: [Vote] = []
    votes.reserveCapacity(reading.mentions.count)
    for mention in reading.mentions {
      let region = region(of: mention, in: article, lead: lead, dateline: reading.dateline)
      guard let (place, acts) = meaning(of: mention) else {
        addOutside(mention, region, to: &ballot)
        continue
      }
      votes.append(Vote(place: place, mention: mention, region: region, cityActs: acts))
    }
    return withoutOtherCountysZones(votes)
  }

  private func meaning(of mention: PlaceMention) -> (place: PlaceDirectory.ID, cityActs: Bool)? {
    switch mention.meaning {
    case .place(let id):
      if directory.isCity(id), let city = home.city, id != city { return nil }
      if mention.isBareZone, let county = home.county { return (county, false) }
      return (id, mention.isOffice)
    case .oneOf(let ids):
      guard let county = home.county, ids.contains(county) else { return nil }
      return (county, false)
    case .ourCity, .wholeCity, .cityOffice: return home.ourCity.map { ($0, true) }
    case .ourCounty, .wholeCounty: return home.county.map { ($0, false) }
    case .wider: return nil
    }
  }

  /// Adds what a mention says for no place of the paper's: of a province, the country, or a city elsewhere.
  private func addOutside(_ mention: PlaceMention, _ region: FilingRegion, to ballot: inout Ballot) {
    let isWider = mention.meaning == .wider
    guard isWider || mention.namesPlace else { return }
    switch region {
    case .headline, .dateline: ballot.addOutside(isWider ? .widerInHeadline : .elsewhereInHeadline, weights)
    case .lead where isWider: ballot.addOutside(.widerInLead, weights)
    default: break
    }
  }

  private func region(
    of mention: PlaceMention, in article: Article, lead: Int?, dateline: (part: Int, Dateline)?
  ) -> FilingRegion {
    if let (part, dateline) = dateline, part == mention.part, dateline.name.contains(mention.range.lowerBound) {
      return .dateline
    }
    if mention.isInByline { return .byline }
    switch article.parts[mention.part].role {
    case .headline, .kicker: return .headline
    case .deck: return .deck
    case .section: return .section
    case .body, .caption, .subhead, .pullquote, .byline, .credit:
      guard mention.part == lead else { return .body }
      if mention.isLabel && mention.range.lowerBound <= FilingWeights.labelBytes { return .dateline }
      let start = dateline.flatMap { $0.part == mention.part ? $0.1.end : nil } ?? 0
      return mention.range.lowerBound < start + FilingWeights.leadBytes ? .lead : .body
    }
  }

  /// Leaves out a bare 开发区 in the story of a county, which has one of its own.
  private func withoutOtherCountysZones(_ votes: [Vote]) -> [Vote] {
    let leading = votes.first { vote in
      !directory.isCity(vote.place) && vote.region.isProminent
    }
    guard let leading, !leading.mention.isBareZone, votes.contains(where: { $0.mention.isBareZone }) else {
      return votes
    }
    return votes.filter { vote in
      guard vote.mention.isBareZone, !vote.mention.isInList, vote.place != leading.place else { return true }
      return votes.contains { $0.place == vote.place && !$0.mention.isBareZone }
    }
  }

  private func weigh(_ votes: [Vote], in ballot: inout Ballot) {
    var isFirstInLead = true
    var headline: [Vote] = []
    func add(_ vote: Vote, _ feature: FilingWeights.Feature) {
      ballot.add(vote.mention, vote.place, weights[feature], once: .region(vote.region))
    }
    for vote in votes {
      let isCity = directory.isCity(vote.place)
      switch vote.region {
      case .headline:
        headline.append(vote)
        add(vote, isCity ? vote.cityActs ? .cityInHeadline : .cityNameInHeadline : .countyInHeadline)
      case .deck: add(vote, isCity && !vote.cityActs ? .cityNameInHeadline : .countyInDeck)
      case .section where !isCity: add(vote, .countyInSection)
      case .byline where !isCity: add(vote, .countyInByline)
      case .dateline where !isCity: add(vote, .countyInDateline)
      case .section, .byline, .dateline: continue
      case .lead where !isCity || vote.cityActs:
        let weight = weights[isFirstInLead ? .firstInLead : .furtherInLead] * share(vote)
        if !ballot.add(vote.mention, vote.place, weight, once: .region(.lead)) { addInBody(vote, to: &ballot) }
        isFirstInLead = false
        if vote.mention.isActor { ballot.add(vote.mention, vote.place, weights[.actorInLead], once: .actor) }
      case .lead, .body: addInBody(vote, to: &ballot)
      }
    }
    // On a city's page the actor that comes first decides the level: 市督导组到高唐督导.
    if home.county == nil, let first = headline.first, first.cityActs, directory.isCity(first.place),
      !isPrefix(first, of: headline.dropFirst().first)
    {
      ballot.add(first.mention, first.place, weights[.cityLeads], once: nil)
    }
  }

  /// What part of its weight a vote keeps.
  private func share(_ vote: Vote) -> Double { vote.mention.hasLeader && home.city != nil ? weights[.elsewhere] : 1 }

  private func addInBody(_ vote: Vote, to ballot: inout Ballot) {
    let isBackground = directory.isCity(vote.place) && !vote.mention.isActor
    ballot.addInBody(
      vote.mention, vote.place, first: share(vote) * weights[isBackground ? .cityWordInBody : .firstInBody],
      further: share(vote) * weights[isBackground ? .cityWordInBody : .furtherInBody],
      atMost: weights[isBackground ? .cityWordsAtMost : .bodyAtMost])
  }

  /// Whether 我市 only leads to the county behind it: 我市高唐县.
  private func isPrefix(_ vote: Vote, of next: Vote?) -> Bool {
    guard let next, next.mention.part == vote.mention.part else { return false }
    return next.mention.range.lowerBound == vote.mention.range.upperBound && !directory.isCity(next.place)
  }
}

extension PlaceMention {
  /// Whether the words name an actor of the city: its office, or the city's office by name.
  var isActor: Bool { isOffice || meaning == .cityOffice }
}
