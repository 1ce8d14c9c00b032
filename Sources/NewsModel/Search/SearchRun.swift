/// One search under way: collects hits.
struct SearchRun {
  private let plan: QueryPlan
  private let marked: [TextCondition]
  private let library: Library
  private let scope: SearchScope
  private var ranked: [RankedHit] = []
  private var stats = SearchStats()

  init(plan: QueryPlan, library: Library, scope: SearchScope) {
    self.plan = plan
    marked = plan.marked
    self.library = library
    self.scope = scope
  }

  /// Checks the articles `range` of `texts`, of which the first is `firstArticle` of the library.
  mutating func scan(_ texts: FoldedArticles, _ range: Range<Int>, firstArticle: Int) {
    for local in range {
      let article = firstArticle + local
      guard scope.contains(article, of: library) else { continue }
      stats.scanned += 1
      if holds(plan, texts, local, article) { add(texts, local, article) }
    }
  }

  private func holds(_ plan: QueryPlan, _ texts: FoldedArticles, _ local: Int, _ article: Int) -> Bool {
    switch plan {
    case .text(let condition): texts.holds(condition, article: local)
    case .article(let condition): condition.holds(for: library.articles[article])
    case .all(let plans): plans.allSatisfy { holds($0, texts, local, article) }
    case .any(let plans): plans.contains { holds($0, texts, local, article) }
    case .not(let plan): !holds(plan, texts, local, article)
    }
  }

  private mutating func add(_ texts: FoldedArticles, _ local: Int, _ article: Int) {
    let (matchCount, score) = texts.tally(marked, article: local)
    ranked.append(RankedHit(Hit(article: article, matchCount: matchCount, score: score), day: texts.days[local]))
  }

  /// The hits found so far, in order.
  consuming func result() -> SearchResult {
    ranked.sort()
    let hits = ranked.map(\.hit)
    return SearchResult(hits: hits, matchCount: hits.reduce(0) { $0 + $1.matchCount }, stats: stats)
  }
}

/// A hit with what decides its place among the others.
private struct RankedHit: Comparable {
  let hit: Hit
  let day: UInt32

  init(_ hit: Hit, day: UInt32) {
    self.hit = hit
    self.day = day
  }

  /// Better hits first; see `SearchResult.hits`.
  static func < (a: RankedHit, b: RankedHit) -> Bool {
    if a.hit.score != b.hit.score { return a.hit.score > b.hit.score }
    if a.hit.matchCount != b.hit.matchCount { return a.hit.matchCount > b.hit.matchCount }
    if a.day != b.day { return a.day > b.day }
    return a.hit.article < b.hit.article
  }
}
