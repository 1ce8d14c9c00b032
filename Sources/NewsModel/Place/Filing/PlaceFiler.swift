import Platform

/// Files articles under places, and says why.
///
/// A filer reads every article once (`survey`), infers from each page which prefecture it is from and whose paper it is, and
/// files each article under the one place its headline, dateline, lead or body speaks for. What other pages of the same paper say
/// decides only where an article names no place and its page does not tell its own.
public struct PlaceFiler: Sendable {
  let vocabulary: PlaceVocabulary
  private let weights = FilingWeights.standard

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
    var surveys = PlaceSurveys()
    file(&library, surveys: &surveys)
  }

  /// Files the articles of a library that grows.
  ///
  /// Articles filed before keep their filing (also one that was changed since), but for those that name no place when new
  /// pages tell whose paper theirs is.
  ///
  /// - Parameters:
  ///   - library: the articles.
  ///   - surveys: the surveys of its first articles; those that are missing are made and added. Keep the value from call
  ///     to call, and add to it the surveys that were made while pages were read.
  ///   - threads: so many threads file at most.
  /// - Returns: a range of indices that holds all articles whose filing changed in this call.
  /// - Complexity: O(bytes of text not yet surveyed + finds in articles not yet filed + articles).
  @discardableResult
  public func file(
    _ library: inout Library, surveys: inout PlaceSurveys,
    threads: Int = ProcessInfo.processInfo.activeProcessorCount
  ) -> Range<Int> {
    for article in library.articles.dropFirst(surveys.count) { surveys.append([survey(article)]) }
    var run = FilingRun(
      library: library, surveys: surveys, vocabulary: vocabulary, weights: weights, threads: threads)
    let (filings, revised) = run.file()
    surveys.state = run.state
    // It holds the library, which must be let go before its articles are filed, or they would be copied.
    _ = consume run
    let first = library.articles.count - filings.reduce(0) { $0 + $1.count }
    for (index, filing) in revised { library.changeFiling(at: index) { $0 = filing } }
    var next = first
    for filing in filings.joined() {
      library.changeFiling(at: next) { $0 = filing }
      next += 1
    }
    return (revised.keys.min() ?? first)..<library.articles.count
  }
}
