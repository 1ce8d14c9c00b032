/// The surveys of a library's articles, in the library's order, and what filing learned from them: a value that grows with
/// the library, so that filing again costs no second look at the texts.
public struct PlaceSurveys: Sendable {
  private(set) var all: [PlaceSurvey] = []
  /// What the last filing left.
  var state = FilingState()

  /// Creates the surveys of an empty library.
  public init() {}

  /// How many articles are surveyed.
  public var count: Int { all.count }

  /// Adds the surveys of the next articles.
  public mutating func append(_ surveys: [PlaceSurvey]) { all += surveys }
}

/// What one filing leaves for the next.
struct FilingState: Sendable {
  /// By filed page: what it says of itself.
  var pages: [FiledPage] = []
  /// By paper: how many of its pages have which home.
  var papers = PaperHomes()
}
