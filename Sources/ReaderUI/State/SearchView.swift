import NewsModel

/// How the results of a search are shown.
enum SearchView: Sendable, Hashable {
  /// Article by article, best first.
  case hits
  /// Match by match, in one column.
  case lines(Concordance.Order)
  /// Counted by place and month.
  case table
}

/// What a view other than the hits shows, made beside the event loop.
struct SearchDetail: Sendable {
  /// Lines of a concordance that are made at most: more than anyone reads, few enough to come at once.
  static let mostLines = 20_000

  /// The lines; `nil` while they are being made.
  var lines: [KeywordLine]?
  /// Whether there are more matches than lines.
  var isCut = false
  /// The counts; `nil` while they are being made.
  var table: FacetTable?
  /// The latest months, so many, that are passed over at the right of the table.
  var laterMonths = 0
  /// The chosen line or place, and the first one shown.
  var cursor = Cursor()
  /// Whether what is missing has been asked for.
  var isAwaited = false
  /// The line whose match the article pane stands at.
  var followed: Int?

  /// The same view of other results: nothing has been made yet.
  var anew: SearchDetail {
    var detail = SearchDetail()
    (detail.laterMonths, detail.cursor) = (laterMonths, cursor)
    return detail
  }
}

/// Queries to try instead of one that found nothing.
struct SearchOffers: Sendable {
  /// The request that they were made for; `nil` before any were asked for.
  var id: Int?
  var all: [SearchOffer] = []
  /// The chosen one; `nil` until the user moves to one.
  var selected: Int?
}
