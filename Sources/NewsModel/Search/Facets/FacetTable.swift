/// How many articles and matches were found, by one facet or by two.
public struct FacetTable: Sendable {
  /// Articles found and matches in them.
  public struct Count: Hashable, Sendable {
    /// Articles.
    public var articles = 0
    /// Matches in these articles.
    public var matches = 0

    /// Adds a hit.
    mutating func add(_ hit: Hit) {
      articles += 1
      matches += hit.matchCount
    }
  }

  /// The values of the first facet, in the facet's order; `nil`, last, stands for articles without any.
  public let rows: [FacetValue?]
  /// The values of the second facet likewise; none in a table of one.
  public let columns: [FacetValue?]
  /// Everything together.
  public private(set) var total: Count
  private var counts: FacetCounts
  /// The numbers of the rows and columns on their axes.
  private let codes: [[Int32]]

  /// Counts `hits`, whose articles are those of `library`, by one or two facets.
  ///
  /// - Parameter domain: articles whose values are rows and columns even if nothing was found of them, where the facet
  ///   `hasZeroes`; indices into the library, ascending.
  /// - Complexity: O(articles of the library + values log values).
  public init(
    _ hits: some Collection<Hit>, of library: Library, by facets: [ArticleFacet], zeroesFor domain: [Int] = []
  ) {
    let articles = domain.isEmpty ? hits.map(\.article).sorted() : domain
    let axes = facets.map { FacetAxis($0, of: articles, in: library) }
    self.init(FacetCounts(hits, along: axes), along: axes, withZeroes: !domain.isEmpty)
  }

  init(_ counts: FacetCounts, along axes: [FacetAxis], withZeroes: Bool) {
    self.counts = counts
    total = counts.total
    codes = axes.indices.map { counts.order(of: axes[$0], $0, withZeroes: withZeroes) }
    rows = codes.isEmpty ? [] : codes[0].map { axes[0].values[Int($0)] }
    columns = codes.count < 2 ? [] : codes[1].map { axes[1].values[Int($0)] }
  }

  /// Other counts along the same axes, with the same rows and columns.
  func withCounts(_ counts: FacetCounts) -> FacetTable {
    var table = self
    table.counts = counts
    table.total = counts.total
    return table
  }

  /// What was found in a row, a column, or where both meet, by their indices; everything without either.
  public func count(row: Int? = nil, column: Int? = nil) -> Count {
    switch (row, column) {
    case (let row?, let column?): counts.cells[FacetCounts.key(codes[0][row], codes[1][column])] ?? Count()
    case (let row?, nil): counts.sums[0][codes[0][row]] ?? Count()
    case (nil, let column?): counts.sums[1][codes[1][column]] ?? Count()
    case (nil, nil): total
    }
  }
}

/// What a query found, by the numbers of facets' values.
struct FacetCounts: Sendable {
  /// Everything together: an article of two values counts once.
  private(set) var total = FacetTable.Count()
  /// For each axis what was found of each of its values.
  private(set) var sums: [[Int32: FacetTable.Count]]
  /// What was found of each pair of values.
  private(set) var cells: [UInt64: FacetTable.Count] = [:]

  /// Counts `hits` along one axis or two.
  ///
  /// - Complexity: O(hits).
  init(_ hits: some Sequence<Hit>, along axes: [FacetAxis]) {
    sums = Array(repeating: [:], count: axes.count)
    for hit in hits {
      total.add(hit)
      for (index, axis) in axes.enumerated() {
        for code in axis.codes(of: hit.article) { sums[index][code, default: FacetTable.Count()].add(hit) }
      }
      guard axes.count > 1 else { continue }
      for row in axes[0].codes(of: hit.article) {
        for column in axes[1].codes(of: hit.article) {
          cells[Self.key(row, column), default: FacetTable.Count()].add(hit)
        }
      }
    }
  }

  /// The key of a pair of values in `cells`.
  static func key(_ row: Int32, _ column: Int32) -> UInt64 { UInt64(UInt32(row)) << 32 | UInt64(UInt32(column)) }

  /// The numbers of an axis's values in the facet's order, that of unknown values last.
  fileprivate func order(of axis: FacetAxis, _ index: Int, withZeroes: Bool) -> [Int32] {
    let counts = sums[index]
    let known = axis.values.indices.map(Int32.init).filter { code in
      counts[code] != nil || withZeroes && axis.facet.hasZeroes
    }
    return known.sorted { a, b in
      guard let left = axis.values[Int(a)], let right = axis.values[Int(b)] else { return axis.values[Int(a)] != nil }
      let (leftCount, rightCount) = (counts[a]?.articles ?? 0, counts[b]?.articles ?? 0)
      return axis.facet.order == .count && leftCount != rightCount ? leftCount > rightCount : left < right
    }
  }
}
