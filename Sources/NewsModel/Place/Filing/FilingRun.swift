/// A page as it was filed.
struct FiledPage: Sendable {
  /// Its prefecture, and whose paper it is, from what it says itself.
  let prefecture: Int?
  let home: PageHome
  /// The home that its articles without a place of their own were filed by.
  var adopted: PageHome
}

/// One filing of a library: which pages are to be filed, and their filings.
struct FilingRun {
  let library: Library
  let surveys: PlaceSurveys
  let vocabulary: PlaceVocabulary
  let weights: FilingWeights
  /// So many threads work at most.
  let threads: Int
  private(set) var state: FilingState

  init(
    library: Library, surveys: PlaceSurveys, vocabulary: PlaceVocabulary, weights: FilingWeights, threads: Int
  ) {
    self.library = library
    self.surveys = surveys
    self.vocabulary = vocabulary
    self.weights = weights
    self.threads = threads
    state = surveys.state
  }

  /// Files the pages that are not yet filed, each by itself; then, by the homes of papers, the articles that name no place on
  /// pages that do not tell theirs.
  ///
  /// - Returns: the filings of the last articles of the library, in order, page by page, and by index those of articles filed before
  ///   whose filing changed.
  mutating func file() -> (filings: [[Filing]], revised: [Int: Filing]) {
    let first = state.pages.count
    let new = first..<library.pages.count
    let run = self
    let filed = Workers.map(new, inRunsOf: max(1, min(new.count / 16, 32)), threads: threads) { $0.map(run.filePage) }
      .joined()
    state.pages += filed.map(\.page)
    for page in new { state.papers.add(state.pages[page].home, of: library.pages[page]) }
    var filings = filed.map(\.filings)
    var revised: [Int: Filing] = [:]
    for (page, own) in state.pages.enumerated() where own.home.isOpen {
      let home = state.papers.home(of: library.pages[page], city: own.home.city) ?? own.home
      guard home != own.adopted else { continue }
      state.pages[page].adopted = home
      for (index, filing) in file(page, own, paper: home).enumerated() {
        guard let filing else { continue }
        if page >= first {
          filings[page - first][index] = filing
        } else {
          revised[library.articleRanges[page].lowerBound + index] = filing
        }
      }
    }
    return (filings, revised)
  }

  /// Files a page by what it says itself.
  private func filePage(_ page: Int) -> (page: FiledPage, filings: [Filing]) {
    let range = library.articleRanges[page]
    let reading = FilingPage(library.pages[page], library.articles[range], surveys.all[range], vocabulary)
    let filed = FiledPage(prefecture: reading.prefecture, home: reading.home, adopted: reading.home)
    return (filed, reading.filings(by: reading.home, weights))
  }

  /// The filings that a page's articles get by their paper's home; `nil` for those that name a place themselves.
  private func file(_ page: Int, _ own: FiledPage, paper home: PageHome) -> [Filing?] {
    let (articles, surveys) = (library.articles[library.articleRanges[page]], surveys.all[library.articleRanges[page]])
    let alone = FilingPage(articles, surveys, own.prefecture, home, vocabulary)
    // What the page leaves open, such as towns and short names, the paper's prefecture may tell.
    let city = home.city.map(vocabulary.directory.prefecture)
    let read = city == own.prefecture ? alone : FilingPage(articles, surveys, city, home, vocabulary)
    return zip(alone.readings, read.filings(by: home, weights)).map { $0.namesPlace ? nil : $1 }
  }
}
