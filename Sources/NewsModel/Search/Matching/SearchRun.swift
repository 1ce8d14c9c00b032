/// One search under way: goes from segment to segment and collects what it finds.
struct SearchRun {
  private let plan: QueryPlan
  private let marked: [TextPattern]
  private let library: Library
  private let scope: SearchScope
  private let limits: SearchLimits
  /// Why the search has to stop; `nil` while it may go on.
  private(set) var stopped: SearchLimits.Stop?
  /// The work done so far.
  private(set) var stats = SearchStats()

  init(_ query: ParsedQuery, library: Library, scope: SearchScope, limits: SearchLimits) {
    self.limits = limits
    plan = query.plan.resolvingPlaces(in: library)
    marked = query.marked
    self.library = library
    self.scope = scope
  }

  /// What to tell the user about a search that is not complete.
  var problem: QueryProblem? {
    stopped == .exhausted ? .incomplete : nil
  }

  /// The articles of the segment that match and lie in the scope, counted from the segment's first; `nil` when the
  /// search has to stop.
  ///
  /// - Parameter index: the index over `texts`, or `nil` to scan them.
  mutating func articles(in texts: FoldedArticles, _ index: TrigramIndex?, firstArticle: Int) -> ArticleSet? {
    if stopped == nil, limits.isCancelled() { stopped = .cancelled }
    guard stopped == nil else { return nil }
    let left = SearchLimits(isCancelled: limits.isCancelled, regexSteps: limits.regexSteps - stats.regexSteps)
    var search = SegmentSearch(library: library, firstArticle: firstArticle, texts: texts, index: index, limits: left)
    var set = search.articles(matching: plan)
    stats += search.stats
    stopped = search.stopped
    guard stopped == nil else { return nil }
    if !scope.isAll {
      var kept = set
      set.forEach { if !scope.contains(firstArticle + $0, of: library) { kept.remove($0) } }
      set = kept
    }
    return set
  }

  /// The hits for the articles `set` of a segment; those whose matches could not be counted are left out.
  mutating func rank(_ set: ArticleSet, in texts: FoldedArticles, firstArticle: Int) -> [RankedHit] {
    var matcher = TextMatcher(regexSteps: limits.regexSteps - stats.regexSteps)
    var hits: [RankedHit] = []
    hits.reserveCapacity(set.count)
    set.forEach { article in
      guard !matcher.isExhausted else { return }
      let (matchCount, score) = matcher.tally(marked, texts, article: article)
      guard !matcher.isExhausted else { return }
      let hit = Hit(article: firstArticle + article, matchCount: matchCount, score: score)
      hits.append(RankedHit(hit, day: texts.days[article]))
    }
    stats.regexSteps += matcher.regexSteps
    if matcher.isExhausted { stopped = .exhausted }
    return hits
  }
}

extension QueryProblem {
  /// A regular expression was stopped: there may be more than what was found.
  static let incomplete = QueryProblem(
    message: Phrase(
      "没有查完：正则表达式太费时，中途停了；请给它加一个必有的词",
      "not complete: the regular expression takes too long and was stopped; add a word to it that must occur"),
    offset: 0)
}

/// A hit with what decides its place among the others.
struct RankedHit: Comparable {
  /// The hit.
  let hit: Hit
  /// The article's day, as `FoldedArticles.days` holds it.
  private let day: UInt32

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
