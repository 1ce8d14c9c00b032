/// What several queries found, counted by the same facets: one table a query, all with the same rows and columns.
public struct QueryTable: Sendable {
  private let axes: [FacetAxis]
  private var counts: [FacetCounts?] = []
  /// The matches of all queries in each article that one of them found.
  private var found: [Int: Int] = [:]

  /// Prepares to count by up to two facets.
  ///
  /// - Parameter articles: those that the queries search, as indices into the library, ascending.
  /// - Complexity: O(articles of the library).
  public init(of library: Library, _ articles: some Collection<Int>, by facets: [ArticleFacet]) {
    axes = facets.map { FacetAxis($0, of: articles, in: library) }
  }

  /// Adds what the next query found; `nil` when that is not known.
  ///
  /// - Complexity: O(hits).
  public mutating func add(_ hits: [Hit]?) {
    counts.append(hits.map { FacetCounts($0, along: axes) })
    for hit in hits ?? [] { found[hit.article, default: 0] += hit.matchCount }
  }

  /// Adds which articles the next query found, with no count of matches; `nil` when that is not known.
  ///
  /// - Complexity: O(articles).
  public mutating func add(articles: [Int]?) {
    add(articles.map { $0.map { Hit(article: $0, matchCount: 0, score: 0) } })
  }

  /// The queries' tables in order, `nil` where the answer is not known, and that of all of them, in which an article counts
  /// once. Rows and columns have zeroes for all values of the searched articles, where their facets do.
  ///
  /// - Complexity: O(queries × values).
  public func tables() -> (each: [FacetTable?], all: FacetTable) {
    let all = FacetCounts(found.map { Hit(article: $0.key, matchCount: $0.value, score: 0) }, along: axes)
    let table = FacetTable(all, along: axes, withZeroes: true)
    return (counts.map { counts in counts.map { table.withCounts($0) } }, table)
  }
}
