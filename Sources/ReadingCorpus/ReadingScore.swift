import NewsModel

/// How well a reading of pages agrees with their annotation: sums over pages, and the figures made of them.
public struct ReadingScore {
  private var split = 0.0
  private var weight = 0
  private var rightRoles = 0
  private var articles = 0
  private var wholes = 0
  private var headlines = 0
  private var dates = 0
  private var names = Overlap()
  private var joins = Overlap()

  /// Counts of what was found, expected and both.
  private struct Overlap {
    var hits = 0
    var found = 0
    var expected = 0
    var f1: Double { found + expected == 0 ? 1 : 2 * Double(hits) / Double(found + expected) }
    mutating func add<T: Hashable>(_ found: Set<T>, _ expected: Set<T>) {
      hits += found.intersection(expected).count
      self.found += found.count
      self.expected += expected.count
    }
  }

  /// The figures, 0…1, by name: `split` is B-cubed F1 of the grouping of lines, weighted by characters; `whole`,
  /// `headline` and `date` are shares of articles; `roles` a share of characters; `byline` and `joins` F1.
  public var figures: [(name: String, value: Double)] {
    [
      ("split", split / Double(weight)), ("whole", Double(wholes) / Double(articles)),
      ("headline", Double(headlines) / Double(articles)),
      ("roles", Double(rightRoles) / Double(weight)), ("byline", names.f1), ("date", Double(dates) / Double(articles)),
      ("joins", joins.f1),
    ]
  }

  /// The score of no page.
  public init() {}

  /// Adds one page and what was read in it.
  public mutating func add(_ gold: AnnotatedPage, _ found: [Article]) {
    let lines = gold.text.split(separator: "\n", omittingEmptySubsequences: false)
    let weights = lines.map { squeeze(String($0)).unicodeScalars.count }
    var expected: [Int: (article: Int, role: String)] = [:]
    for article in gold.articles { for (line, role) in article.roles { expected[line] = (article.n, role) } }
    let owners = Self.owners(found)
    let scored = expected.keys.filter { weights[$0 - 1] > 0 }
    var goldSizes: [Int: Int] = [:]
    var foundSizes: [Int: Int] = [:]
    var shared: [Pair: Int] = [:]
    for line in scored {
      let pair = Pair(gold: expected[line]?.article ?? 0, found: owners[line]?.article ?? -line)
      goldSizes[pair.gold, default: 0] += weights[line - 1]
      foundSizes[pair.found, default: 0] += weights[line - 1]
      shared[pair, default: 0] += weights[line - 1]
      if Self.group(expected[line]?.role) == Self.group(owners[line]?.role) { rightRoles += weights[line - 1] }
    }
    let total = scored.reduce(0) { $0 + weights[$1 - 1] }
    var (precision, recall) = (0.0, 0.0)
    for (pair, weight) in shared {
      precision += Double(weight * weight) / Double(foundSizes[pair.found] ?? 1)
      recall += Double(weight * weight) / Double(goldSizes[pair.gold] ?? 1)
    }
    split += 2 * precision * recall / (precision + recall)
    weight += total
    for article in gold.articles { add(article, found, shared, goldSizes, foundSizes) }
    let pairs = Set(gold.articles.flatMap(\.joins).map { Join(from: $0[0], to: $0[1]) })
    joins.add(Set(found.flatMap(Self.joins)).filter { $0.to != $0.from + 1 || pairs.contains($0) }, pairs)
  }

  private struct Pair: Hashable {
    let gold: Int
    let found: Int
  }
  private struct Join: Hashable {
    let from: Int
    let to: Int
  }

  private mutating func add(
    _ gold: AnnotatedPage.Article, _ found: [Article], _ shared: [Pair: Int], _ goldSizes: [Int: Int],
    _ foundSizes: [Int: Int]
  ) {
    articles += 1
    let candidates = shared.filter { $0.key.gold == gold.n && $0.key.found >= 0 }
    let best = candidates.max { ($0.value, $0.key.found) < ($1.value, $1.key.found) }
    let article = best.map { found[$0.key.found] }
    if let best, Double(best.value) >= 0.95 * Double(goldSizes[gold.n] ?? 1),
      Double(best.value) >= 0.95 * Double(foundSizes[best.key.found] ?? 1)
    {
      wholes += 1
    }
    if let article, squeeze(article.headline ?? "") == squeeze(gold.headline ?? "") { headlines += 1 }
    if (article?.date?.description ?? "").suffix(5) == (gold.date ?? "").suffix(5) { dates += 1 }
    names.add(Set(article?.byline.flatMap(\.names) ?? []), Set(gold.byline.flatMap(\.names)))
  }

  /// The lines around which a reading and the annotation differ, one string each: line, annotated and found article and
  /// role, text.
  public static func differences(_ gold: AnnotatedPage, _ found: [Article]) -> [String] {
    var expected: [Int: (article: Int, role: String)] = [:]
    for article in gold.articles { for (line, role) in article.roles { expected[line] = (article.n, role) } }
    let owners = owners(found)
    // Found articles by the annotated one that most of their lines belong to.
    var votes: [Int: [Int: Int]] = [:]
    let lines = gold.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (line, owner) in owners {
      votes[owner.article, default: [:]][expected[line]?.article ?? 0, default: 0] += lines[line - 1].count
    }
    let names = votes.mapValues { $0.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? 0 }
    var out: [String] = []
    for line in expected.keys.sorted() where !lines[line - 1].allSatisfy(\.isWhitespace) {
      guard let want = expected[line], let got = owners[line] else { continue }
      let name = names[got.article] ?? 0
      let isSplit = names.filter { $0.value == name }.keys.min() != got.article
      let text = lines[line - 1]
      let wrongRole = want.role != got.role
      if name != want.article || wrongRole || isSplit {
        out.append(
          "\(line)\t\(want.article) \(want.role)\tgot \(name)\(isSplit ? "+" : "") \(got.role)\t"
            + (text.count > 44 ? text.prefix(30) + "…" + text.suffix(10) : text[...]))
      }
    }
    return out
  }

  /// For each line the article and role that claim most of it.
  private static func owners(_ articles: [Article]) -> [Int: (article: Int, role: String)] {
    var claims: [Int: (size: Int, article: Int, role: String)] = [:]
    for (index, article) in articles.enumerated() {
      for part in article.parts {
        let size = part.text.unicodeScalars.count
        for line in part.lines.flatMap({ Array($0.first...$0.last) }) where size >= claims[line]?.size ?? 0 {
          claims[line] = (size, index, part.role.rawValue)
        }
      }
    }
    return claims.mapValues { ($0.article, $0.role) }
  }

  private static func joins(_ article: Article) -> [Join] {
    article.parts.filter { $0.role == .body }.flatMap { part in
      let lines = part.lines.flatMap { Array($0.first...$0.last) }
      return zip(lines, lines.dropFirst()).map { Join(from: $0, to: $1) }
    }
  }

  private static func group(_ role: String?) -> String? {
    switch role {
    case "section", "kicker", "headline", "deck": "title"
    case "subhead", "pullquote": "subhead"
    case "byline", "credit": "byline"
    case "body", "caption": role
    default: nil
    }
  }

  private func squeeze(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { !$0.properties.isWhitespace && !"*#\u{FEFF}".unicodeScalars.contains($0) }))
  }
}
