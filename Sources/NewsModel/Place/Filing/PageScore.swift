/// How much one page speaks of each prefecture.
struct PageScore {
  /// By prefecture.
  private var scores: [Int: Double] = [:]
  /// By prefecture: how many of its counties the page names by names that are no other's.
  private var counties: [Int: Int] = [:]
  /// The prefectures that the paper's printed name speaks for.
  private var papers: Set<Int> = []

  /// By article: the prefectures that it names by names that are no ordinary words, by themselves and by a county.
  private var named: [(cities: Set<Int>, counties: Set<Int>)] = []

  /// The page's own prefecture: the one it speaks of far more than of any other, if of any at all. A page of a province's or the
  /// country's paper speaks of another in each article.
  func prefecture(_ gazetteer: Gazetteer) -> Int? {
    // A city of which no county is named may be the capital, or where the guests came from.
    let sorted = scores.map { prefecture, score in
      (prefecture, score: counties[prefecture] != nil || papers.contains(prefecture) ? score : score / 2)
    }.sorted { ($1.score, $0.0) < ($0.score, $1.0) }
    guard let best = sorted.first, best.score >= Self.least else { return nil }
    let second = sorted.dropFirst().first?.score ?? 0
    if papers.contains(best.0) || counties[best.0] ?? 0 >= 3 && best.score >= 2 * second { return best.0 }
    guard best.score >= Self.lead * second else { return nil }
    let province = gazetteer.prefectures[best.0].province
    let articles = named.count { $0.cities.contains(best.0) || $0.counties.contains(best.0) }
    let all = named.count { names in
      !names.counties.isEmpty || names.cities.contains { gazetteer.prefectures[$0].province == province }
    }
    return articles >= 2 || articles == all && 3 * articles >= named.count ? best.0 : nil
  }

  /// The score of one county named once in short; how often the runner-up's score the page's own must be.
  private static let (least, lead) = (1.5, 1.2)

  /// How often a name stands in the page's text, and as part of a paper's name.
  private struct NameCount {
    var inText = 0
    var ofPapers = 0
  }

  /// Counts a page's names: each counts once in full and less with every further time, so that many different counties
  /// weigh more than one place named often.
  ///
  /// - Complexity: O(finds).
  init(_ page: PageFacts, _ surveys: ArraySlice<PlaceSurvey>, _ vocabulary: PlaceVocabulary) {
    var counts: [UInt16: NameCount] = [:]
    for survey in surveys {
      var names: (cities: Set<Int>, counties: Set<Int>) = ([], [])
      for site in survey.sites where site.kind == .name && !site.context.contains(.namesSomethingElse) {
        if site.context.contains(.paperFollows) {
          counts[site.name, default: NameCount()].ofPapers += 1
        } else if !site.context.contains(.inByline) {
          counts[site.name, default: NameCount()].inText += 1
          if !site.context.contains(.splitsWords) { Self.add(Int(site.name), to: &names, vocabulary) }
        }
      }
      named.append(names)
    }
    for (name, count) in counts { add(Int(name), count, vocabulary) }
    if let paper = page.printedPaper { addPaper(paper, vocabulary) }
  }

  private static func add(
    _ number: Int, to names: inout (cities: Set<Int>, counties: Set<Int>), _ vocabulary: PlaceVocabulary
  ) {
    for sense in vocabulary.senses(of: number) {
      switch sense {
      case .prefecture(let index, let form):
        if form == .full || !vocabulary.isOrdinaryCity(number) { names.cities.insert(index) }
      case .county(let index, .full):
        if vocabulary.isClear(county: index) { names.counties.insert(vocabulary.gazetteer.counties[index].prefecture) }
      case .county(let index, .short):
        if !vocabulary.isOrdinaryCounty(number) {
          names.counties.insert(vocabulary.gazetteer.counties[index].prefecture)
        }
      case .user(let index) where !vocabulary.isWord(number):
        names.counties.insert(vocabulary.directory.prefecture(of: vocabulary.directory.entryIDs[index]))
      default: continue
      }
    }
  }

  private mutating func add(_ number: Int, _ count: NameCount, _ vocabulary: PlaceVocabulary) {
    let senses = vocabulary.senses(of: number)
    let times = count.inText == 0 ? 0 : min(1 + Double(count.inText - 1) / 4, 3)
    let papers = Double(min(count.ofPapers, 2))
    var namesakes = 0
    for case .county in senses { namesakes += 1 }
    for sense in senses {
      switch sense {
      case .prefecture(let index, let form):
        let isOrdinary = form == .short && vocabulary.isOrdinaryCity(number)
        let weight = isOrdinary ? 0.3 : form == .full ? 3 : 2
        scores[index, default: 0] += weight * times + 5 * papers
      case .county(let index, let form):
        let isOrdinary = form == .short && vocabulary.isOrdinaryCounty(number)
        let weight = isOrdinary ? 0.2 : form == .full ? 3 : 1.5
        let prefecture = vocabulary.gazetteer.counties[index].prefecture
        scores[prefecture, default: 0] += (weight * times + 4 * papers) / Double(namesakes)
        if !isOrdinary, namesakes == 1 { counties[prefecture, default: 0] += 1 }
      case .user(let index) where !vocabulary.isWord(number):
        let prefecture = vocabulary.directory.prefecture(of: vocabulary.directory.entryIDs[index])
        scores[prefecture, default: 0] += 2 * times
      default: continue
      }
    }
  }

  /// The paper's printed name speaks for its place: 聊城晚报, 今日高唐.
  private mutating func addPaper(_ paper: String, _ vocabulary: PlaceVocabulary) {
    var paper = paper
    paper.withUTF8 { bytes in
      vocabulary.table.scan(bytes) { number, _, _ in
        for sense in vocabulary.senses(of: number) {
          switch sense {
          case .prefecture(let index, _):
            scores[index, default: 0] += 20
            papers.insert(index)
          case .county(let index, _):
            scores[vocabulary.gazetteer.counties[index].prefecture, default: 0] += 10
            papers.insert(vocabulary.gazetteer.counties[index].prefecture)
          default: continue
          }
        }
        return true
      } stop: { _, _ in
      }
    }
  }
}
