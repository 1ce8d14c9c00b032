/// A property of an article other than its text.
enum ArticleCondition: Sendable {
  /// One of the values holds the folded text anywhere in it; of the page's file the trace tells what has to be there.
  case text(UnitScanner, QueryField.Trace, @Sendable (SearchedArticle) -> [String])
  /// One of the values begins with the folded text.
  case beginning([UInt16], @Sendable (SearchedArticle) -> [String])
  /// The page of the issue is one that the text means.
  case page(PagePattern, @Sendable (SearchedArticle) -> String?)
  /// The day lies in the span.
  case days(DateSpan, @Sendable (SearchedArticle) -> NewsDate?)
  /// One of the places is meant by a name. Which ones it means depends on the library: `QueryPlan.resolvingPlaces`
  /// makes a condition of it that can hold.
  case named(PlaceName, PlaceName.Level, @Sendable (Article) -> [Place])
  /// One of the places is among these.
  case filed([Place], @Sendable (Article) -> [Place])

  /// Whether an article has the property.
  func holds(for article: SearchedArticle) -> Bool {
    switch self {
    case .text(let scanner, _, let values):
      values(article).contains { value in
        Folding.units(value).withUnsafeBufferPointer { units in
          units.baseAddress.map { scanner.first(in: $0, from: 0, to: units.count) != nil } ?? false
        }
      }
    case .beginning(let units, let values): values(article).contains { Folding.units($0).starts(with: units) }
    case .page(let pattern, let page): page(article).map(pattern.matches) ?? false
    case .days(let span, let day): span.contains(day(article))
    case .named: false
    case .filed(let places, let values): values(article.article).contains(where: places.contains)
    }
  }
}
