/// Turns the finds of one article into mentions of places, knowing the archive's prefectures and the page's.
///
/// One resolver serves all pages of a filing: the zones that it meets on the way become places of its directory.
final class PlaceResolver {
  let vocabulary: PlaceVocabulary
  var directory: PlaceDirectory
  /// The page's prefecture, as an index into the gazetteer.
  var prefecture: Int
  /// What the vocabulary's names mean here.
  let meanings: NameMeanings

  init(vocabulary: PlaceVocabulary, directory: PlaceDirectory, meanings: NameMeanings, prefecture: Int) {
    self.vocabulary = vocabulary
    self.directory = directory
    self.prefecture = prefecture
    self.meanings = meanings
  }

  /// What one find, alone, may be.
  enum Kind {
    case province(isOwn: Bool)
    case city(Int)
    /// Counties of this name in the archive's prefectures.
    case county(Owners)
    case user(PlaceDirectory.ID)
    case town(Owners)
    /// A kind of zone, under the name that it is filed under.
    case zone(String)
    case own(PlaceMention.Meaning)
    case foreign
  }

  /// A find that may be part of a place's name.
  struct Token {
    var kind: Kind
    var range: Range<Int>
    let context: PlaceSurvey.Context
    /// Whether it counts only when the article names the same county beyond doubt elsewhere.
    var isTentative = false
    /// Whether it counts only behind its prefecture's name.
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
  }

  /// Reads an article's parts.
  ///
  /// - Complexity: O(finds).
  func read(_ parts: [Part], _ survey: PlaceSurvey) -> Reading {
    var reading = Reading()
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
          tokens.append((number, self.tokens(survey.sites[site..<end], in: text, dateline: dateline)))
        }
      }
      site = end
    }
    var sure: [PlaceDirectory.ID]?
    reading.mentions.reserveCapacity(tokens.reduce(0) { $0 + $1.tokens.count })
    for (part, tokensOfPart) in tokens {
      guard tokensOfPart.contains(where: { $0.isTentative }) else {
        chain(tokensOfPart, part: part, into: &reading.mentions)
        continue
      }
      let known = sure ?? sureCounties(tokens)
      sure = known
      let kept = tokensOfPart.filter { token in
        guard token.isTentative, case .county(let ids) = token.kind else { return true }
        return ids.first(where: known.contains) != nil
      }
      chain(kept, part: part, into: &reading.mentions)
    }
    settleTowns(&reading.mentions)
    return reading
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
    case .county(let ids), .town(let ids): return ids.only
    case .user(let id): return id
    default: return nil
    }
  }

  /// The finds of one part as tokens.
  private func tokens(_ sites: ArraySlice<PlaceSurvey.Site>, in text: SurroundedText, dateline: Dateline?) -> [Token] {
    var tokens: [Token] = []
    tokens.reserveCapacity(sites.count)
    for site in sites {
      var context = site.context
      if let dateline, Int(site.offset) < dateline.name.upperBound {
        context.remove(.inByline)
        if Int(site.offset) == dateline.name.lowerBound { context.insert(.afterBreak) }
      }
      // Among reporters' names only a county's full name is a place: 临清市融媒体中心.
      if context.contains(.inByline) {
        guard site.kind == .name, site.length > 6, isFullCounty(site) else { continue }
      }
      switch site.kind {
      case .town: addTown(site, context, in: text, to: &tokens)
      case .cityOffice:
        tokens.append(Token(kind: .own(.cityOffice), range: Int(site.offset)..<site.end, context: context))
      case .name:
        let adjacent = tokens.last?.range.upperBound == Int(site.offset)
        if let token = token(site, context, followsPlace: adjacent, in: text) { tokens.append(token) }
      }
    }
    return tokens
  }
}
