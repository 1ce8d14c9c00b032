import NewsModel

/// Times the finding of places: making a filer, surveying all articles, filing them, and filing them again as a library
/// that grows does.
struct PlaceBenchmark {
  /// Surveying all articles, one core.
  let survey: Taken
  /// Filing all articles once they are surveyed, and when one page more has come.
  let file: Taken
  let refile: Taken
  /// Building the names that are looked for: the gazetteer's part of the program's start.
  let start: Taken

  /// Runs over the articles of `library`.
  init(_ library: Library) {
    let (start, filer) = Taken.by { PlaceFiler() }
    let (survey, made) = Taken.by { library.articles.map(filer.survey) }
    var surveys = PlaceSurveys()
    surveys.append(made)
    var library = library
    file = Taken.by { filer.file(&library, surveys: &surveys) }.taken
    let page = library.articles[library.articleRanges.last ?? 0..<0]
    library.append([PageReading(facts: PageFacts(file: "more", byteCount: 0), articles: Array(page))])
    refile = Taken.by { filer.file(&library, surveys: &surveys) }.taken
    (self.start, self.survey) = (start, survey)
  }
}
