/// Files articles under places, and says why.
///
/// A filer reads every article once (`survey`), infers from all surveys which prefectures the archive is about and from
/// each page whose paper it is, and files each article under the one place its headline, dateline, lead or body speaks for.
public struct PlaceFiler: Sendable {
  let vocabulary: PlaceVocabulary

  /// Creates a filer over the gazetteer that comes with the program.
  ///
  /// - Parameter userPlaces: the user's own places, which win over the gazetteer.
  /// - Complexity: O(names log names), some 7,500: a few milliseconds. Create one and keep it.
  public init(userPlaces: UserPlaces = .none) {
    vocabulary = PlaceVocabulary(gazetteer: .standard, userPlaces: userPlaces)
  }

  /// Finds what in `article` may speak of a place, whatever archive it belongs to.
  ///
  /// - Complexity: O(bytes of text); may be called on several threads at once.
  public func survey(_ article: Article) -> PlaceSurvey {
    PlaceSurvey(of: article.parts, vocabulary: vocabulary)
  }

  /// Files every article of `library`: surveys them all, then files.
  ///
  /// - Complexity: O(bytes of text).
  public func file(_ library: inout Library) {
    var surveys: [PlaceSurvey] = []
    file(&library, surveys: &surveys)
  }

  /// Files every article of a library that grows.
  ///
  /// - Parameters:
  ///   - library: the articles.
  ///   - surveys: the surveys of the first articles, in the library's order; those that are missing are made and added.
  ///     Keep them from call to call, or add those that were made while the pages were read.
  /// - Complexity: O(bytes of text not yet surveyed + finds in all articles).
  public func file(_ library: inout Library, surveys: inout [PlaceSurvey]) {
    for article in library.articles.dropFirst(surveys.count) { surveys.append(survey(article)) }
    let archive = ArchivePrefectures(
      pages: library.pages, articles: library.articleRanges, surveys: surveys, vocabulary: vocabulary)
    guard let main = archive.all.first else { return }
    let directory = PlaceDirectory(
      gazetteer: vocabulary.gazetteer, prefectures: archive.all, entries: vocabulary.entries)
    var resolver = PlaceResolver(vocabulary: vocabulary, directory: directory, prefecture: main)
    var filings: [Filing] = []
    filings.reserveCapacity(library.articles.count)
    for (page, range) in library.articleRanges.enumerated() {
      resolver.prefecture = archive.ofPage[page] ?? main
      filePage(library.pages[page], library.articles[range], surveys[range], &resolver, into: &filings)
    }
    library.refile { index, _ in filings[index] }
  }

  /// Files the articles of one page.
  private func filePage(
    _ page: PageFacts, _ articles: ArraySlice<Article>, _ surveys: ArraySlice<PlaceSurvey>,
    _ resolver: inout PlaceResolver,
    into filings: inout [Filing]
  ) {
    let readings = zip(articles, surveys).map { resolver.read($0, $1) }
    guard let city = resolver.directory.city(resolver.prefecture) else { return }
    let home = PageHome(of: readings[...], paper: page.paper, city: city, directory: resolver.directory)
    let filer = ArticleFiler(directory: resolver.directory, home: home)
    var story: Filing?
    for (article, reading) in zip(articles, readings) {
      let filing = filer.file(article, reading, after: story)
      if article.kind == .news { story = filing }
      filings.append(filing)
    }
  }
}
