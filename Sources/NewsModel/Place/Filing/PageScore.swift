/// How much one page speaks of each prefecture.
struct PageScore: Sendable {
  /// By prefecture.
  private(set) var scores: [Int: Double] = [:]
  /// By prefecture: how many of its counties the page names by names that are no other's.
  private(set) var counties: [Int: Int] = [:]

  /// The prefecture that the page speaks of most.
  var best: (prefecture: Int, score: Double)? {
    scores.max { ($0.value, $1.key) < ($1.value, $0.key) }.map { ($0.key, $0.value) }
  }

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
      for site in survey.sites where site.kind == .name && !site.context.contains(.namesSomethingElse) {
        if site.context.contains(.paperFollows) {
          counts[site.name, default: NameCount()].ofPapers += 1
        } else if !site.context.contains(.inByline) {
          counts[site.name, default: NameCount()].inText += 1
        }
      }
    }
    for (name, count) in counts { add(Int(name), count, vocabulary) }
    if let paper = page.printedPaper { addPaper(paper, vocabulary) }
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
        let isWord = form == .short && vocabulary.isOrdinaryCity(number)
        let weight = isWord ? 0.3 : form == .full ? 3 : 2
        scores[index, default: 0] += weight * times + 5 * papers
      case .county(let index, let form):
        let isWord = form == .short && vocabulary.isOrdinaryCounty(number)
        let weight = isWord ? 0.2 : form == .full ? 3 : 1.5
        let prefecture = vocabulary.gazetteer.counties[index].prefecture
        scores[prefecture, default: 0] += (weight * times + 4 * papers) / Double(namesakes)
        if !isWord, namesakes == 1 { counties[prefecture, default: 0] += 1 }
      case .user(let index) where index < vocabulary.userCount:
        let prefecture = vocabulary.gazetteer.prefecture(named: vocabulary.entries[index].place.prefecture)
        if let prefecture { scores[prefecture, default: 0] += 2 * times }
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
          case .prefecture(let index, _): scores[index, default: 0] += 20
          case .county(let index, _): scores[vocabulary.gazetteer.counties[index].prefecture, default: 0] += 10
          default: continue
          }
        }
        return true
      } stop: { _, _ in
      }
    }
  }
}
