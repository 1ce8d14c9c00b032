/// Turns the finds of one article into mentions of places, knowing its page's prefecture.
struct PlaceResolver {
  let vocabulary: PlaceVocabulary
  /// The page's prefecture, as an index into the gazetteer; `nil` where the page does not tell.
  let prefecture: Int?

  var directory: PlaceDirectory { vocabulary.directory }

  /// What one find, alone, may be.
  enum Kind {
    case province(Int)
    case city(Int)
    /// Counties of this name.
    case county(Owners)
    case user(PlaceDirectory.ID)
    case town(Owners, TownTable.Stem)
    /// A kind of zone, under the name that it is filed under.
    case zone(String)
    case own(PlaceMention.Meaning)
  }

  /// A find that may be part of a place's name.
  struct Token {
    var kind: Kind
    var range: Range<Int>
    let context: PlaceSurvey.Context
    /// Whether it counts only when the article names the same county beyond doubt elsewhere.
    var isTentative = false
    /// Whether it counts only behind its prefecture's or province's name.
    var needsPrefix = false
    /// Whether it is a short form, which a town's name may begin with (绥阳|镇).
    var isShort = false
  }

  /// The mentions of one article.
  struct Reading {
    /// In the order of the text.
    var mentions: [PlaceMention] = []
    /// The part that opens with a dateline, and the dateline.
    var dateline: (part: Int, Dateline)?

    /// Whether the article names a place of its own, so that no other page has a say in its filing.
    var namesPlace: Bool {
      mentions.contains { $0.namesPlace && !$0.isBareZone }
    }
  }

  /// The places that an article names in full, so that short names of it elsewhere in the article mean the same.
  struct Known {
    var counties: [PlaceDirectory.ID] = []
    /// The prefectures named, and those of the counties.
    var prefectures: [Int] = []

    mutating func insert(prefecture: Int) {
      if !prefectures.contains(prefecture) { prefectures.append(prefecture) }
    }
  }

  /// Reads an article's parts.
  ///
  /// - Complexity: O(finds).
  func read(_ parts: [Part], _ survey: PlaceSurvey) -> Reading {
    var reading = Reading()
    let known = known(in: survey)
    var tokens: [(part: Int, tokens: [Token])] = []
    let opening = parts.firstIndex { $0.role == .body || $0.role == .byline || $0.role == .caption }
    let firstBody = parts.firstIndex { $0.role == .body }
    tokens.reserveCapacity(parts.count)
    var site = survey.sites.startIndex
    for (number, part) in parts.enumerated() {
      var end = site
      while end < survey.sites.endIndex, Int(survey.sites[end].part) == number { end += 1 }
      let isOpening = number == opening || (reading.dateline == nil && number == firstBody)
      guard end > site || isOpening else { continue }
      SimplifiedText.withUTF8(of: part.text, simplifying: survey.isTraditional) { bytes in
        SurroundedText.with(bytes) { text in
          if isOpening, reading.dateline == nil, let dateline = Dateline(of: text) {
            reading.dateline = (number, dateline)
          }
          let dateline = reading.dateline?.part == number ? reading.dateline?.1 : nil
          tokens.append((number, self.tokens(survey.sites[site..<end], known, in: text, dateline: dateline)))
        }
      }
      site = end
    }
    var sure: [PlaceDirectory.ID]?
    reading.mentions.reserveCapacity(tokens.reduce(0) { $0 + $1.tokens.count })
    for (part, tokensOfPart) in tokens {
      guard tokensOfPart.contains(where: { $0.isTentative }) else {
        chain(tokensOfPart, known, part: part, into: &reading.mentions)
        continue
      }
      let certain = sure ?? sureCounties(tokens)
      sure = certain
      let kept = tokensOfPart.filter { token in
        guard token.isTentative, case .county(let ids) = token.kind else { return true }
        return ids.first(where: certain.contains) != nil
      }
      chain(kept, known, part: part, into: &reading.mentions)
    }
    settleTowns(&reading.mentions)
    return reading
  }

  /// What the names of `survey` say for themselves, wherever the page is from.
  private func known(in survey: PlaceSurvey) -> Known {
    var known = Known()
    for site in survey.sites where site.kind == .name {
      guard
        site.context.isDisjoint(with: [.inByline, .namesSomethingElse, .paperFollows, .endsInNextWord, .splitsWords])
      else {
        continue
      }
      let meaning = NameMeaning(Int(site.name), vocabulary)
      if let city = meaning.cityInFull ?? meaning.cityInShort, !vocabulary.isOrdinaryCity(Int(site.name)) {
        known.insert(prefecture: city)
      } else if let only = meaning.countiesInFull.only, isSure(only, site) {
        if !known.counties.contains(only) { known.counties.append(only) }
        known.insert(prefecture: directory.prefecture(of: only))
      }
    }
    return known
  }

  /// Whether the full name of one county of China, found there, means the county on any page: 平利县, but not 老城区, which
  /// every town has, nor 示范|县 or 上|海城市.
  private func isSure(_ county: PlaceDirectory.ID, _ site: PlaceSurvey.Site) -> Bool {
    if site.length <= 6 { return !site.context.isDisjoint(with: [.afterBreak, .afterFunctionWord]) }
    return directory.countyIndex(county).map(vocabulary.isClear) ?? true
  }

  private func isFullCounty(_ site: PlaceSurvey.Site) -> Bool {
    vocabulary.senses(of: Int(site.name)).contains { if case .county(_, .full) = $0 { true } else { false } }
  }

  /// The counties that an article names beyond doubt; few, so a list.
  private func sureCounties(_ tokens: [(part: Int, tokens: [Token])]) -> [PlaceDirectory.ID] {
    var sure: [PlaceDirectory.ID] = []
    for (_, tokens) in tokens {
      for token in tokens {
        if let id = Self.sureCounty(token), !sure.contains(id) { sure.append(id) }
      }
    }
    return sure
  }

  /// The county that a token names beyond doubt.
  private static func sureCounty(_ token: Token) -> PlaceDirectory.ID? {
    guard !token.isTentative, !token.needsPrefix else { return nil }
    switch token.kind {
    case .county(let ids), .town(let ids, _): return ids.only
    case .user(let id): return id
    default: return nil
    }
  }

  /// The finds of one part as tokens.
  private func tokens(
    _ sites: ArraySlice<PlaceSurvey.Site>, _ known: Known, in text: SurroundedText, dateline: Dateline?
  ) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(sites.count)
    for site in sites {
      var context = site.context
      if let dateline, Int(site.offset) < dateline.name.upperBound {
        context.remove(.inByline)
        if Int(site.offset) == dateline.name.lowerBound {
          context.insert(.afterBreak)
          if site.end == dateline.name.upperBound { context.insert(.label) }
        }
      }
      // Among reporters' names only a county's full name is a place: 临清市融媒体中心.
      if context.contains(.inByline) {
        guard site.kind == .name, site.length > 6, isFullCounty(site) else { continue }
      }
      switch site.kind {
      case .town: addTown(site, context, known, in: text, to: &tokens)
      case .cityOffice:
        tokens.append(Token(kind: .own(.cityOffice), range: Int(site.offset)..<site.end, context: context))
      case .name:
        let before = tokens.last.flatMap { $0.range.upperBound == Int(site.offset) ? $0 : nil }
        if let token = token(site, context, after: before, known, in: text) { tokens.append(token) }
      }
    }
    return tokens
  }
}
