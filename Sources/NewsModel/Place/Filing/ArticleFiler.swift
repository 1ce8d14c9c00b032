/// Files one article by weighing its mentions.
struct ArticleFiler {
  let directory: PlaceDirectory
  let home: PageHome

  /// One mention with its place and where it stands.
  private struct Vote {
    let place: PlaceDirectory.ID
    let mention: PlaceMention
    let region: FilingWeight.Region
    /// Whether the city acts (市城管局, 我市) rather than is named.
    let cityActs: Bool
  }

  /// Files `article`.
  ///
  /// - Parameter story: the filing of the story that the article follows on its page, for sidebars that name no place.
  func file(_ article: Article, _ reading: PlaceResolver.Reading, after story: Filing?) -> Filing {
    let votes = votes(article, reading)
    var ballot = Ballot(parts: article.parts, words: votes.count)
    weigh(votes, in: &ballot)
    if let inherited = inherited(by: article, votes, from: story) { return inherited }
    if isFromElsewhere(article, reading, votes) { return Filing(place: nil, mentioned: [], evidence: []) }
    let chosen = ballot.winner(home: home, in: directory)
    ballot.addHome(home)
    // A dateline or a reporter's office says where the story was written, which it need not be about.
    var mentioned: [PlaceDirectory.ID] = []
    for vote in votes where !vote.region.tellsOnlyOfWriting || vote.place == chosen {
      if !directory.isCity(vote.place) && !mentioned.contains(vote.place) { mentioned.append(vote.place) }
    }
    if !directory.isCity(chosen) && !mentioned.contains(chosen) { mentioned.append(chosen) }
    return Filing(
      place: directory.place(chosen), mentioned: mentioned.map { directory.place($0) },
      evidence: ballot.evidence(for: chosen, in: directory))
  }

  /// A sidebar that names no place is its story's; it mentions nothing itself. An editor's note opens a column and speaks
  /// for the paper.
  private func inherited(by article: Article, _ votes: [Vote], from story: Filing?) -> Filing? {
    guard article.kind == .sidebar, let place = story?.place else { return nil }
    guard !votes.contains(where: { !directory.isCity($0.place) || $0.cityActs }) else { return nil }
    let opening = article.parts.first { $0.role != .section }?.text ?? ""
    guard !["编者按", "编者的话", "开栏的话", "开栏语"].contains(where: opening.hasPrefix) else { return nil }
    return Filing(
      place: place, evidence: [PlaceEvidence(word: "", place: place, part: nil, weight: FilingWeight.story)])
  }

  /// Whether the story is another region's: a news agency's, or under a headline that names only places elsewhere.
  private func isFromElsewhere(_ article: Article, _ reading: PlaceResolver.Reading, _ votes: [Vote]) -> Bool {
    guard votes.isEmpty else { return false }
    if let (_, dateline) = reading.dateline, dateline.isWire { return true }
    return reading.mentions.contains { mention in
      guard mention.meaning == .foreign else { return false }
      if let (part, dateline) = reading.dateline, part == mention.part, dateline.name.contains(mention.range.lowerBound)
      {
        return true
      }
      return article.parts[mention.part].role == .headline
    }
  }

  /// The mentions that mean a place, with 我市 and the like resolved.
  private func votes(_ article: Article, _ reading: PlaceResolver.Reading) -> [Vote] {
    // A notice has no lead: it lists, or ends with who signs it.
    var lead = article.parts.firstIndex { $0.role == .body } ?? article.parts.firstIndex { $0.role == .caption }
    if article.kind == .notice { lead = nil }
    var votes: [Vote] = []
    votes.reserveCapacity(reading.mentions.count)
    for mention in reading.mentions {
      guard let (place, acts) = meaning(of: mention) else { continue }
      let region = region(of: mention, in: article, lead: lead, dateline: reading.dateline)
      votes.append(Vote(place: place, mention: mention, region: region, cityActs: acts))
    }
    return withoutOtherCountysZones(votes)
  }

  private func meaning(of mention: PlaceMention) -> (place: PlaceDirectory.ID, cityActs: Bool)? {
    switch mention.meaning {
    case .place(let id):
      if mention.isBareZone, let county = home.county { return (county, false) }
      return (id, mention.isOffice)
    case .oneOf(let ids):
      guard let county = home.county, ids.contains(county) else { return nil }
      return (county, false)
    case .ourCity, .wholeCity, .cityOffice: return (home.ourCity, true)
    case .ourCounty, .wholeCounty: return home.county.map { ($0, false) }
    case .foreign: return nil
    }
  }

  private func region(
    of mention: PlaceMention, in article: Article, lead: Int?, dateline: (part: Int, Dateline)?
  ) -> FilingWeight.Region {
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
      if mention.isLabel && mention.range.lowerBound <= FilingWeight.labelBytes { return .dateline }
      let start = dateline.flatMap { $0.part == mention.part ? $0.1.end : nil } ?? 0
      return mention.range.lowerBound < start + FilingWeight.leadBytes ? .lead : .body
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
    for vote in votes {
      let isCity = directory.isCity(vote.place)
      switch vote.region {
      case .headline:
        headline.append(vote)
        ballot.add(
          vote.mention, vote.place, isCity ? cityInHeadline(vote) : FilingWeight.countyInHeadline,
          once: .region(.headline))
      case .deck:
        ballot.add(
          vote.mention, vote.place,
          isCity && !vote.cityActs ? FilingWeight.cityNameInHeadline : FilingWeight.countyInDeck, once: .region(.deck))
      case .section:
        ballot.add(vote.mention, vote.place, isCity ? 0 : FilingWeight.countyInSection, once: .region(.section))
      case .byline:
        ballot.add(vote.mention, vote.place, isCity ? 0 : FilingWeight.countyInByline, once: .region(.byline))
      case .dateline:
        ballot.add(vote.mention, vote.place, isCity ? 0 : FilingWeight.countyInDateline, once: .region(.dateline))
      case .lead where !isCity || vote.cityActs:
        let weight = isFirstInLead ? FilingWeight.firstInLead : FilingWeight.furtherInLead
        if !ballot.add(vote.mention, vote.place, weight, once: .region(.lead)) { addInBody(vote, to: &ballot) }
        isFirstInLead = false
        if vote.mention.isActor { ballot.add(vote.mention, vote.place, FilingWeight.actorInLead, once: .actor) }
      case .lead, .body: addInBody(vote, to: &ballot)
      }
    }
    // On a city's page the actor that comes first decides the level: 市督导组到高唐督导.
    if home.county == nil, let first = headline.first, first.cityActs, directory.isCity(first.place),
      !isPrefix(first, of: headline.dropFirst().first)
    {
      ballot.add(first.mention, first.place, FilingWeight.cityLeads, once: nil)
    }
  }

  private func addInBody(_ vote: Vote, to ballot: inout Ballot) {
    let isBackground = directory.isCity(vote.place) && !vote.mention.isActor
    ballot.addInBody(
      vote.mention, vote.place, first: isBackground ? FilingWeight.cityWordInBody : FilingWeight.firstInBody,
      further: isBackground ? FilingWeight.cityWordInBody : FilingWeight.furtherInBody,
      atMost: isBackground ? FilingWeight.cityWordsAtMost : FilingWeight.bodyAtMost)
  }

  /// Whether 我市 only leads to the county behind it: 我市高唐县.
  private func isPrefix(_ vote: Vote, of next: Vote?) -> Bool {
    guard let next, next.mention.part == vote.mention.part else { return false }
    return next.mention.range.lowerBound == vote.mention.range.upperBound && !directory.isCity(next.place)
  }

  private func cityInHeadline(_ vote: Vote) -> Double {
    vote.cityActs ? FilingWeight.cityInHeadline : FilingWeight.cityNameInHeadline
  }
}

extension PlaceMention {
  /// Whether the words name an actor of the city: its office, or the city's office by name.
  var isActor: Bool { isOffice || meaning == .cityOffice }
}
