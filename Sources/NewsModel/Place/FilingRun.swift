/// One filing of a library: which pages are to be filed, and their filings.
struct FilingRun {
  let library: Library
  let surveys: PlaceSurveys
  let vocabulary: PlaceVocabulary
  private(set) var state: FilingState
  /// By index: articles filed before whose filing changed.
  private(set) var revised: [Int: Filing] = [:]

  init(library: Library, surveys: PlaceSurveys, vocabulary: PlaceVocabulary) {
    self.library = library
    self.surveys = surveys
    self.vocabulary = vocabulary
    state = surveys.state
  }

  /// Files the pages that are not yet filed, or all pages when the archive's prefectures changed.
  ///
  /// - Returns: the filings of the last articles of the library, in order.
  mutating func file() -> [Filing] {
    for page in state.scores.count..<library.pages.count {
      let range = library.articleRanges[page]
      state.scores.append(PageScore(library.pages[page], surveys.all[range], vocabulary))
    }
    let archive = ArchivePrefectures(state.scores)
    guard let main = archive.all.first else {
      state.homes = []
      return library.articles.map { _ in Filing() }
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
    var filings: [Filing] = []
    for page in firstPage..<library.pages.count {
      resolver.prefecture = archive.prefecture(of: state.scores[page]) ?? main
      let (home, filed) = filePage(page, resolver)
      state.homes.append(home)
      filings += filed
    }
    adoptCountyPapers(from: firstPage, resolver, archive, &filings)
    state.directory = resolver.directory
    return filings
  }

  /// Reads and files the articles of a page.
  private func filePage(_ page: Int, _ resolver: PlaceResolver) -> (home: PageHome, filings: [Filing]) {
    let range = library.articleRanges[page]
    let articles = library.articles[range]
    let city = resolver.directory.city(resolver.prefecture) ?? 0
    let readings = zip(articles, surveys.all[range]).map { resolver.read($0, $1) }
    var home = PageHome(
      of: readings[...], paper: library.pages[page].paper, city: city, directory: resolver.directory)
    let known = home
    if home.isOpen, let county = state.countyPapers[city] { home.adopt(county, resolver.directory) }
    let filer = ArticleFiler(directory: resolver.directory, home: home)
    var story: Filing?
    var filings: [Filing] = []
    for (article, reading) in zip(articles, readings) {
      let filing = filer.file(article, reading, after: story)
      if article.kind == .news { story = filing }
      filings.append(filing)
    }
    return (known, filings)
  }

  /// Pages that do not tell whose paper they are belong to the county whose own most others are. When that shows only now,
  /// files such pages again.
  private mutating func adoptCountyPapers(
    from firstPage: Int, _ resolver: PlaceResolver, _ archive: ArchivePrefectures, _ filings: inout [Filing]
  ) {
    let papers = PageHome.countyPapers(among: state.homes)
    guard papers != state.countyPapers else { return }
    let before = state.countyPapers
    state.countyPapers = papers
    let firstArticle = library.articles.count - filings.count
    for (page, home) in state.homes.enumerated() where home.isOpen && papers[home.city] != before[home.city] {
      resolver.prefecture = resolver.directory.prefecture(of: home.city)
      let (_, again) = filePage(page, resolver)
      for (index, filing) in zip(library.articleRanges[page], again) {
        if index >= firstArticle { filings[index - firstArticle] = filing } else { revised[index] = filing }
      }
    }
  }
}
