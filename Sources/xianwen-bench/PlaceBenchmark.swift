import NewsModel

/// Times the finding of places: making a filer, surveying all articles, filing them, and filing them again as a library
/// that grows does.
struct PlaceBenchmark {
  /// Seconds to build the names that are looked for (the gazetteer's start-up cost), and its memory in bytes.
  let startSeconds: Double
  let startMemory: Int
  /// Megabytes of text surveyed a second, one core.
  let surveySpeed: Double
  /// Seconds to file all articles once they are surveyed, and when one page more has come.
  let fileSeconds: Double
  let refileSeconds: Double
  /// Articles that got a place.
  let filed: Int

  /// Runs over the articles of `library`, which hold `bytes` bytes of text.
  init(_ library: Library, bytes: Int) {
    let before = processMemory("VmRSS")
    let (startSeconds, filer) = seconds { PlaceFiler() }
    self.startSeconds = startSeconds
    startMemory = processMemory("VmRSS") - before
    let (surveySeconds, made) = seconds { library.articles.map(filer.survey) }
    surveySpeed = Double(bytes) / 1e6 / surveySeconds
    var surveys = PlaceSurveys()
    surveys.append(made)
    var library = library
    fileSeconds = seconds { filer.file(&library, surveys: &surveys) }.seconds
    let page = library.articles[library.articleRanges.last ?? 0..<0]
    library.append([PageReading(facts: PageFacts(file: "more", byteCount: 0), articles: Array(page))])
    refileSeconds = seconds { filer.file(&library, surveys: &surveys) }.seconds
    filed = library.articles.count { $0.filing.place != nil }
  }

  /// The figures as one line.
  var summary: String {
    "places\(column(surveySpeed, digits: 1)) MB/s on one core; start \(column(startSeconds * 1000, digits: 2, width: 0)) ms, "
      + "\(column(Double(startMemory) / 1e6, digits: 1, width: 0)) MB; filing \(column(fileSeconds * 1000, digits: 0, width: 0)) ms, "
      + "again with one page more \(column(refileSeconds * 1000, digits: 0, width: 0)) ms; \(filed) articles filed"
  }
}
