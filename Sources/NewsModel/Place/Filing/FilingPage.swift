/// A page whose articles' mentions are read, to be filed.
package struct FilingPage {
  /// The page's prefecture as an index into the gazetteer, where the page tells it.
  let prefecture: Int?
  /// Whose paper it is, as far as the page tells.
  let home: PageHome
  let readings: [PlaceResolver.Reading]
  private let articles: ArraySlice<Article>
  private let directory: PlaceDirectory

  /// Reads a page, and infers where it is from.
  init(
    _ facts: PageFacts, _ articles: ArraySlice<Article>, _ surveys: ArraySlice<PlaceSurvey>,
    _ vocabulary: PlaceVocabulary
  ) {
    let prefecture = PageScore(facts, surveys, vocabulary).prefecture(vocabulary.gazetteer)
    let readings = Self.readings(articles, surveys, prefecture, vocabulary)
    let directory = vocabulary.directory
    let home = PageHome(
      of: readings, paper: facts.printedPaper, city: prefecture.map(directory.city), directory: directory)
    (self.prefecture, self.home, self.readings) = (prefecture, home, readings)
    (self.articles, self.directory) = (articles, directory)
  }

  /// Reads a page of this prefecture and home.
  init(
    _ articles: ArraySlice<Article>, _ surveys: ArraySlice<PlaceSurvey>, _ prefecture: Int?, _ home: PageHome,
    _ vocabulary: PlaceVocabulary
  ) {
    (self.prefecture, self.home) = (prefecture, home)
    readings = Self.readings(articles, surveys, prefecture, vocabulary)
    (self.articles, directory) = (articles, vocabulary.directory)
  }

  /// A page by itself, for learning.
  package init(_ page: PageReading, _ filer: PlaceFiler) {
    self.init(page.facts, page.articles[...], page.articles.map(filer.survey)[...], filer.vocabulary)
  }

  private static func readings(
    _ articles: ArraySlice<Article>, _ surveys: ArraySlice<PlaceSurvey>, _ prefecture: Int?,
    _ vocabulary: PlaceVocabulary
  ) -> [PlaceResolver.Reading] {
    let resolver = PlaceResolver(vocabulary: vocabulary, prefecture: prefecture)
    return zip(articles, surveys).map { resolver.read($0.parts, $1) }
  }

  /// The filings of the page's articles, in order.
  package func filings(_ weights: FilingWeights) -> [Filing] { filings(by: home, weights) }

  /// The same where the page is of this home.
  func filings(by home: PageHome, _ weights: FilingWeights) -> [Filing] {
    let filer = ArticleFiler(directory: directory, home: home, weights: weights)
    var story: Filing?
    return zip(articles, readings).map { article, reading in
      let filing = filer.file(article, reading, after: story)
      if article.kind == .news { story = filing }
      return filing
    }
  }
}
