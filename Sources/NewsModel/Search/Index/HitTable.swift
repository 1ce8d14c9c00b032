/// A month that articles are dated in; the year is open where no page tells it.
public struct NewsMonth: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The year (AD), `nil` when no year can be known.
  public let year: Int?
  /// The month, 1…12.
  public let month: Int

  /// The month of a day.
  public init(_ date: NewsDate) {
    year = date.year
    month = date.month
  }

  /// `2021-08`, or `--08` when the year is open: as `date:` takes them.
  public var description: String {
    (year.map { "\($0)-" } ?? "--") + (month < 10 ? "0\(month)" : "\(month)")
  }

  /// Months without a year come before all months with one.
  public static func < (a: NewsMonth, b: NewsMonth) -> Bool { (a.year ?? 0, a.month) < (b.year ?? 0, b.month) }
}

/// How many articles and matches were found, by the place they are filed under and the month they are dated in.
public struct HitTable: Sendable {
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

  private struct Key: Hashable {
    let place: Place?
    let month: NewsMonth?
  }

  /// The places: most articles first, then by name; `nil`, last, stands for articles whose place is unknown.
  public let places: [Place?]
  /// The months in order; `nil`, last, stands for articles without a date.
  public let months: [NewsMonth?]
  /// Everything together.
  public private(set) var total = Count()
  private var cells: [Key: Count] = [:]
  private var byPlace: [Place?: Count] = [:]
  private var byMonth: [NewsMonth?: Count] = [:]

  /// Counts `hits`, whose articles are those of `library`.
  ///
  /// - Complexity: O(hits + places log places + months log months).
  public init(_ hits: some Sequence<Hit>, of library: Library) {
    for hit in hits {
      let article = library.articles[hit.article]
      let key = Key(place: article.filing.place, month: article.date.map(NewsMonth.init))
      cells[key, default: Count()].add(hit)
      byPlace[key.place, default: Count()].add(hit)
      byMonth[key.month, default: Count()].add(hit)
      total.add(hit)
    }
    let counts = byPlace
    places =
      byPlace.keys.compactMap(\.self).sorted { a, b in
        let (left, right) = (counts[a]?.articles ?? 0, counts[b]?.articles ?? 0)
        return left != right ? left > right : (a.name, a.prefecture) < (b.name, b.prefecture)
      } + byPlace.keys.filter { $0 == nil }
    months = byMonth.keys.compactMap(\.self).sorted() + byMonth.keys.filter { $0 == nil }
  }

  /// What was found in one place and month.
  public func count(_ place: Place?, _ month: NewsMonth?) -> Count {
    cells[Key(place: place, month: month)] ?? Count()
  }

  /// What was found in one place, all months together.
  public func count(of place: Place?) -> Count { byPlace[place] ?? Count() }

  /// What was found in one month, all places together.
  public func count(in month: NewsMonth?) -> Count { byMonth[month] ?? Count() }
}
