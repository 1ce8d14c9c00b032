import NewsModel

/// How well the filing of articles agrees with their annotation: sums over pages, and the figures made of them.
public struct PlaceScore {
  private var articles = 0
  private var rightPlaces = 0
  private var hits = 0
  private var found = 0
  private var expected = 0
  /// One line for each article that is filed, or whose mentions are read, otherwise than annotated.
  public private(set) var misses: [String] = []

  /// The share of articles filed under the annotated place.
  public var places: Double { articles == 0 ? 1 : Double(rightPlaces) / Double(articles) }
  /// F1 of the county-level places that articles mention.
  public var mentions: Double { found + expected == 0 ? 1 : 2 * Double(hits) / Double(found + expected) }
  /// How many annotated articles were compared.
  public var count: Int { articles }

  /// The score of no page.
  public init() {}

  /// Adds one page and what was read in it: each annotated article against the one that shares most of its text.
  public mutating func add(_ gold: AnnotatedPage, _ read: some Collection<Article>) {
    let lines = gold.text.split(separator: "\n", omittingEmptySubsequences: false)
    var owners: [Int: (size: Int, article: Article)] = [:]
    for article in read {
      for part in article.parts {
        let size = part.text.unicodeScalars.count
        for line in part.lines.flatMap({ Array($0.first...$0.last) }) where size >= owners[line]?.size ?? 0 {
          owners[line] = (size, article)
        }
      }
    }
    for article in gold.articles {
      var shares: [Int: (size: Int, article: Article)] = [:]
      for line in article.roles.keys {
        guard let owner = owners[line]?.article else { continue }
        shares[owner.number, default: (0, owner)].size += lines[line - 1].unicodeScalars.count
      }
      let best = shares.max { ($0.value.size, $1.key) < ($1.value.size, $0.key) }
      add(gold.file, article, best?.value.article)
    }
  }

  private mutating func add(_ file: String, _ gold: AnnotatedPage.Article, _ article: Article?) {
    let place = article?.filing.place?.name
    let mentioned = Set(article?.filing.mentioned.map(\.name) ?? [])
    articles += 1
    if place == gold.county { rightPlaces += 1 }
    hits += mentioned.intersection(gold.counties).count
    found += mentioned.count
    expected += gold.counties.count
    guard place != gold.county || mentioned != Set(gold.counties) else { return }
    let evidence = article?.filing.evidence.prefix(6).map { "\($0.word)→\($0.place.name) \($0.weight)" } ?? []
    misses.append(
      "\(file) \(gold.n) \(gold.headline ?? "-"): \(place ?? "-") | \(mentioned.sorted().joined(separator: " ")), not "
        + "\(gold.county ?? "-") | \(gold.counties.sorted().joined(separator: " ")); "
        + evidence.joined(separator: ", "))
  }
}
