import NewsModel
import ReaderUI

/// Articles in aligned columns: id, day, place, title.
struct ArticleRows {
  private let idLength: Int
  private let placeWidth: Int
  private let showsFile: Bool
  private static let dayWidth = 12

  /// Measures the columns.
  ///
  /// - Parameters:
  ///   - articles: all articles that will be printed.
  ///   - library: the ids are printed as far as they tell its articles apart.
  ///   - showsFile: whether each row ends with its page.
  /// - Complexity: O(*n* log *n*), *n* articles of the library.
  init(_ articles: some Sequence<Article>, of library: Library, showsFile: Bool = false) {
    idLength = ArticleRows.distinctLength(library.articles.map(\.id))
    var place = 0
    for article in articles {
      place = max(place, CellWidth.narrow.width(of: article.filing.place?.name ?? "-"))
    }
    placeWidth = place
    self.showsFile = showsFile
  }

  /// Prints one row. What is unknown is a dash, so that every row has all columns.
  func print(_ article: Article, to output: Output, note: String = "") throws {
    try output.put(article.id.prefix(idLength) + "  ", .faint)
    try output.put(article.day.padded(to: ArticleRows.dayWidth + 2))
    try output.put((article.filing.place?.name ?? "-").padded(to: placeWidth + 2))
    try output.put(article.title, .strong)
    try output.put(note, .faint)
    try output.line(showsFile ? "  " + article.file.shown : "", .faint)
  }

  /// How many digits tell ids apart; 8 at least, so that a row can be called by its id tomorrow as well.
  private static func distinctLength(_ ids: [String]) -> Int {
    let ids = ids.sorted()
    var length = 8
    for (a, b) in zip(ids, ids.dropFirst()) where a != b {
      length = max(length, zip(a.utf8, b.utf8).prefix { $0 == $1 }.count + 1)
    }
    return length
  }
}

extension Article {
  /// The day for a row: `?` after it where its year was inferred; that of the issue in brackets, where the article names
  /// none; a dash where there is none at all.
  var day: String {
    date.map { $0.description + ($0.yearIsInferred ? "?" : "") } ?? issued.map { "(\($0))" } ?? "-"
  }
}
