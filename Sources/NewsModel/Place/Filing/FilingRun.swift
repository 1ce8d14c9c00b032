/// One filing of a library: which pages are to be filed, and their filings.
struct FilingRun {
  let library: Library
  let surveys: PlaceSurveys
  let vocabulary: PlaceVocabulary
  /// So many threads work at most.
  let threads: Int
  private(set) var state: FilingState
  /// By index: articles filed before whose filing changed.
  private(set) var revised: [Int: Filing] = [:]

  init(library: Library, surveys: PlaceSurveys, vocabulary: PlaceVocabulary, threads: Int) {
    self.library = library
    self.surveys = surveys
    self.vocabulary = vocabulary
    self.threads = threads
    state = surveys.state
  }

  /// Files the pages that are not yet filed, or all pages when the archive's prefectures changed.
  ///
  /// - Returns: the filings of the last articles of the library, in order, page by page.
  mutating func file() -> [[Filing]] {
    scorePages()
    let archive = ArchivePrefectures(state.scores)
    guard let main = archive.all.first else {
      state.homes = []
      return [library.articles.map { _ in Filing() }]
    }
    if state.directory?.prefectures != archive.all {
      let directory = PlaceDirectory(
        gazetteer: vocabulary.gazetteer, prefectures: archive.all, entries: vocabulary.entries)
      state.directory = directory
      state.meanings = NameMeanings(vocabulary, directory)
      state.homes = []
      state.countyPapers = [:]
    }
    guard let directory = state.directory, let meanings = state.meanings else { return [] }
    let resolver = PlaceResolver(vocabulary: vocabulary, directory: directory, meanings: meanings, prefecture: main)
    let firstPage = state.homes.count
    var filings: [[Filing]] = []
    filings.reserveCapacity(library.pages.count - firstPage)
    for page in filePages(from: firstPage, resolver, archive, main: main) {
      state.homes.append(page.home)
      filings.append(page.filings)
    }
    adoptCountyPapers(from: firstPage, resolver, archive, &filings)
    state.directory = resolver.directory
    return filings
  }

  /// Scores the pages that are not yet scored, on several threads.
  private mutating func scorePages() {
    let (library, surveys, vocabulary) = (library, surveys, vocabulary)
    let runs = Workers.map(state.scores.count..<library.pages.count, inRunsOf: 64, threads: threads) { run in
      run.map { PageScore(library.pages[$0], surveys.all[library.articleRanges[$0]], vocabulary) }
    }
    for run in runs { state.scores += run }
  }

  /// A page as it was filed.
  private struct FiledPage: Sendable {
    /// Whose paper it is, from what it says itself.
    let home: PageHome
    /// Its articles' filings, in order.
    let filings: [Filing]
  }

  /// Files the pages from `first` on, on several threads, with the places that one thread would number.
  ///
  /// Pages depend on those before them in one thing only: zones that nobody listed are numbered as they are met. So each
  /// page is filed as if no other met a new zone, and again behind the others when it did meet one itself; soon all zones
  /// are known.
  private func filePages(
    from first: Int, _ resolver: PlaceResolver, _ archive: ArchivePrefectures, main: Int
  ) -> [FiledPage] {
    @Sendable func file(_ page: Int, _ resolver: PlaceResolver) -> FiledPage {
      resolver.prefecture = archive.prefecture(of: state.scores[page]) ?? main
      return filePage(page, resolver)
    }
    var pages: [FiledPage] = []
    pages.reserveCapacity(library.pages.count - first)
    while first + pages.count < library.pages.count {
      let start = first + pages.count
      // As many again as are done: threads wait for each other only a few times, and most zones are known by then.
      let round = start..<min(start + max(pages.count, Self.shortestRound), library.pages.count)
      let runLength = min((round.count + Self.shortestRound - 1) / Self.shortestRound, Self.longestRun)
      let known = resolver.directory
      let (vocabulary, meanings) = (resolver.vocabulary, resolver.meanings)
      let runs = Workers.map(round, inRunsOf: runLength, threads: threads) { run in
        let own = PlaceResolver(vocabulary: vocabulary, directory: known, meanings: meanings, prefecture: main)
        return run.map { page -> FiledPage? in
          let filed = file(page, own)
          if own.directory.placeCount == known.placeCount { return filed }
          own.directory = known
          return nil
        }
      }
      for (page, filed) in zip(round, runs.joined()) { pages.append(filed ?? file(page, resolver)) }
    }
    return pages
  }

  /// Pages that are filed side by side at first, and those that a thread takes at once at the most.
  private static let shortestRound = 16
  private static let longestRun = 32

  /// Reads and files the articles of a page.
  private func filePage(_ page: Int, _ resolver: PlaceResolver) -> FiledPage {
    let range = library.articleRanges[page]
    let city = resolver.directory.city(resolver.prefecture) ?? 0
    let readings = range.map { resolver.read(library.articles[$0].parts, surveys.all[$0]) }
    var home = PageHome(
      of: readings[...], paper: library.pages[page].printedPaper, city: city, directory: resolver.directory)
    let known = home
    if home.isOpen, let county = state.countyPapers[city] { home.adopt(county, resolver.directory) }
    let filer = ArticleFiler(directory: resolver.directory, home: home)
    var story: Filing?
    var filings: [Filing] = []
    for (index, reading) in zip(range, readings) {
      let filing = filer.file(library.articles[index], reading, after: story)
      if library.articles[index].kind == .news { story = filing }
      filings.append(filing)
    }
    return FiledPage(home: known, filings: filings)
  }

  /// Pages that do not tell whose paper they are belong to the county whose own most others are. When that shows only now,
  /// files such pages again.
  private mutating func adoptCountyPapers(
    from firstPage: Int, _ resolver: PlaceResolver, _ archive: ArchivePrefectures, _ filings: inout [[Filing]]
  ) {
    let papers = PageHome.countyPapers(among: state.homes)
    guard papers != state.countyPapers else { return }
    let before = state.countyPapers
    state.countyPapers = papers
    for (page, home) in state.homes.enumerated() where home.isOpen && papers[home.city] != before[home.city] {
      resolver.prefecture = resolver.directory.prefecture(of: home.city)
      let again = filePage(page, resolver).filings
      if page >= firstPage {
        filings[page - firstPage] = again
      } else {
        for (index, filing) in zip(library.articleRanges[page], again) { revised[index] = filing }
      }
    }
  }
}
