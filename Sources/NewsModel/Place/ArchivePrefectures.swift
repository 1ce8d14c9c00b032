/// Which prefectures an archive is about, and each page: inferred from counts of names over all pages.
struct ArchivePrefectures {
  /// The archive's prefectures as indices into the gazetteer, the most spoken of first; empty when no page names any.
  private(set) var all: [Int] = []
  /// By page: its prefecture; `nil` when there is none.
  private(set) var ofPage: [Int?] = []

  /// How much one page speaks of each prefecture.
  private struct PageScore {
    var scores: [Int: Double] = [:]
    /// Different names that spoke, the prefecture's own aside.
    var counties: [Int: Int] = [:]

    /// The prefecture that the page speaks of most.
    var best: (prefecture: Int, score: Double)? {
      scores.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
    }
  }

  /// Infers from the surveys of each page's articles.
  ///
  /// - Complexity: O(finds).
  init(pages: [PageFacts], articles: [Range<Int>], surveys: [PlaceSurvey], vocabulary: PlaceVocabulary) {
    var scores: [PageScore] = []
    scores.reserveCapacity(pages.count)
    for (page, range) in zip(pages, articles) {
      scores.append(Self.score(page, surveys[range], vocabulary))
    }
    all = Self.prefectures(scores)
    ofPage = Self.assign(scores, among: all)
  }

  /// Counts a page's names: each counts once in full and less with every further time, so that many different counties
  /// weigh more than one place named often.
  private static func score(_ page: PageFacts, _ surveys: ArraySlice<PlaceSurvey>, _ vocabulary: PlaceVocabulary)
    -> PageScore
  {
    var counts: [UInt16: (plain: Int, papers: Int)] = [:]
    for survey in surveys {
      for site in survey.sites where site.kind == .name && !site.context.contains(.namesSomethingElse) {
        guard !site.context.contains(.inByline) || site.context.contains(.paperFollows) else { continue }
        if site.context.contains(.paperFollows) {
          counts[site.name, default: (0, 0)].papers += 1
        } else {
          counts[site.name, default: (0, 0)].plain += 1
        }
      }
    }
    var score = PageScore()
    for (name, count) in counts {
      let number = Int(name)
      let senses = vocabulary.senses(of: number)
      let times = count.plain == 0 ? 0 : min(1 + Double(count.plain - 1) / 4, 3)
      let rivals = Double(senses.reduce(into: 0) { if case .county = $1 { $0 += 1 } })
      for sense in senses {
        switch sense {
        case .prefecture(let index, let form):
          let weight = vocabulary.isOrdinaryCity(number) && form == .short ? 0.3 : form == .full ? 3 : 2
          score.scores[index, default: 0] += weight * times + Double(min(count.papers, 2)) * 5
        case .county(let index, let form):
          let weight = vocabulary.isOrdinaryCounty(number) && form == .short ? 0.2 : form == .full ? 3 : 1.5
          let prefecture = vocabulary.gazetteer.counties[index].prefecture
          score.scores[prefecture, default: 0] += (weight * times + Double(min(count.papers, 2)) * 4) / rivals
          if weight > 1, rivals == 1 { score.counties[prefecture, default: 0] += 1 }
        case .user(let index) where index < vocabulary.userCount:
          let name = vocabulary.entries[index].place.prefecture
          if let prefecture = vocabulary.gazetteer.prefecture(named: name) {
            score.scores[prefecture, default: 0] += 2 * times
          }
        default: continue
        }
      }
    }
    if let paper = page.paper { addPaper(paper, vocabulary, to: &score) }
    return score
  }

  /// The paper's printed name speaks for its place: 聊城晚报, 今日高唐.
  private static func addPaper(_ paper: String, _ vocabulary: PlaceVocabulary, to score: inout PageScore) {
    for (index, prefecture) in vocabulary.gazetteer.prefectures.enumerated() {
      if let short = vocabulary.gazetteer.short(of: prefecture.name), paper.contains(short) {
        score.scores[index, default: 0] += 20
      }
    }
    for county in vocabulary.gazetteer.counties {
      if let short = vocabulary.gazetteer.short(of: county.name), paper.contains(short) {
        score.scores[county.prefecture, default: 0] += 10
      }
    }
  }

  /// The prefectures that are some pages' own: the one spoken of most, and those that pages of their own speak of far more.
  private static func prefectures(_ scores: [PageScore]) -> [Int] {
    var totals: [Int: Double] = [:]
    for score in scores {
      for (prefecture, value) in score.scores { totals[prefecture, default: 0] += value }
    }
    guard let main = totals.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
    var pages: [Int: Int] = [:]
    for score in scores {
      guard let best = score.best, best.prefecture != main, best.score >= 8,
        (score.counties[best.prefecture] ?? 0) >= 2,
        best.score >= 2 * (score.scores[main] ?? 0)
      else { continue }
      pages[best.prefecture, default: 0] += 1
    }
    // One page of many may report from elsewhere at length; a paper of its own has more pages than that.
    let needed = max(1, scores.count / 200)
    let others = pages.filter { $0.value >= needed }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [main] + others.map(\.key)
  }

  /// Gives each page the archive's prefecture that it speaks of most; a page that speaks of none gets the main one.
  private static func assign(_ scores: [PageScore], among all: [Int]) -> [Int?] {
    guard let main = all.first else { return scores.map { _ in nil } }
    return scores.map { score in
      all.max { a, b in
        let left = (score.scores[a] ?? 0) + (a == main ? 1 : 0)
        let right = (score.scores[b] ?? 0) + (b == main ? 1 : 0)
        return (left, b) < (right, a)
      }
    }
  }
}
