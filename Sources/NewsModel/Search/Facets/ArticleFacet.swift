/// A property by which articles are counted and sorted.
///
/// `ArticleFacet.all` is the one table of them: the options of commands, their help, tables and orders go by its rows.
public struct ArticleFacet: Sendable {
  /// How the values of a facet stand in a table.
  enum Order: Sendable {
    /// Those with the most articles first.
    case count
    /// Ascending: days, pages, paths.
    case ascending
  }

  /// The English name: what `--by` takes and the key in JSON and CSV.
  public let key: StaticString
  /// Other names that `--by` takes, the usual Chinese one first.
  public let synonyms: [String]
  /// How its values stand in a table.
  let order: Order
  /// Whether a table has zeroes for those of the archive's values of which nothing was found. Names by the thousand
  /// stand in a table only where they count.
  public let hasZeroes: Bool
  /// The values of an article, each once; none where it is not known.
  let values: @Sendable (SearchedArticle) -> [FacetValue]

  /// A facet of which an article may have several values.
  private init(
    _ key: StaticString, _ synonyms: String, each order: Order, hasZeroes: Bool = false,
    values: @escaping @Sendable (SearchedArticle) -> [FacetValue]
  ) {
    self.key = key
    self.synonyms = synonyms.split(separator: " ").map(String.init)
    self.order = order
    self.hasZeroes = hasZeroes
    self.values = values
  }

  /// A facet of which an article has one value at most.
  private init(
    _ key: StaticString, _ synonyms: String, order: Order, hasZeroes: Bool = true,
    value: @escaping @Sendable (SearchedArticle) -> FacetValue?
  ) {
    self.init(key, synonyms, each: order, hasZeroes: hasZeroes) { article in value(article).map { [$0] } ?? [] }
  }

  /// `key` as a string.
  public var name: String { key.description }
}

extension ArticleFacet {
  /// The place an article is filed under.
  public static let county = ArticleFacet("county", "县 地方", order: .count) {
    $0.article.filing.place.map { .place($0) }
  }

  /// Each town that it names, behind the name of its place: names like 新城街道 recur.
  public static let town = ArticleFacet("town", "镇 乡镇 街道", each: .count) { article in
    article.article.filing.towns.map { .text($0.place.name + $0.name) }
  }

  /// The prefecture of that place.
  public static let prefecture = ArticleFacet("prefecture", "市", order: .count) {
    $0.article.filing.place.map { .prefecture($0.prefecture) }
  }

  /// The day on which the issue came out.
  public static let issued = ArticleFacet("issued", "刊期", order: .ascending) { $0.article.issued.map { .day($0) } }

  /// The month of the article's day, as lists show it.
  public static let month = ArticleFacet("month", "月 月份", order: .ascending) {
    $0.article.listedDate.map { .month(NewsMonth($0)) }
  }

  /// The year of the article's day.
  public static let year = ArticleFacet("year", "年 年份", order: .ascending) {
    $0.article.listedDate?.year.map { .year($0) }
  }

  /// The article's day.
  public static let day = ArticleFacet("day", "日 日期 date", order: .ascending) { $0.article.listedDate.map { .day($0) } }

  /// The newspaper.
  public static let paper = ArticleFacet("paper", "报 报纸", order: .count) {
    ($0.article.issue?.paper ?? $0.page.paper).map { .text($0) }
  }

  /// The number of the page.
  public static let page = ArticleFacet("page", "版 版次", order: .ascending) { $0.article.issue?.page.map { .page($0) } }

  /// Each name of the byline.
  public static let reporter = ArticleFacet("reporter", "记者 署名", each: .count) { article in
    var names: [FacetValue] = []
    for name in article.article.byline.lazy.flatMap(\.names) where !names.contains(.text(name)) {
      names.append(.text(name))
    }
    return names
  }

  /// The column it stands in.
  public static let section = ArticleFacet("section", "栏目", order: .count, hasZeroes: false) {
    $0.article.section.map { .text($0) }
  }

  /// The page's file.
  public static let file = ArticleFacet("file", "文件 版面", order: .ascending, hasZeroes: false) { .file($0.article.file) }

  /// Every facet, in the order of the help texts.
  public static let all = [county, town, prefecture, issued, month, year, day, paper, page, reporter, section, file]

  /// The facet called so.
  public static func named(_ name: String) -> ArticleFacet? { all.first { $0.name == name } }
}

extension ArticleFacet: Hashable {
  /// Facets are told apart by their names.
  public static func == (a: ArticleFacet, b: ArticleFacet) -> Bool { a.name == b.name }

  /// Hashes the name.
  public func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
