/// A query evaluated over one segment, or over articles that are not indexed yet.
///
/// The index proposes and the text decides: `narrow` cuts the set of articles by what the index knows and leaves to
/// `pending` what it cannot decide; what is pending is checked in the texts of the few articles left.
struct SegmentSearch {
  /// The library's articles, for conditions that are not about the text.
  let library: Library
  /// The first article in the library.
  let firstArticle: Int
  /// The texts, one per article.
  let texts: FoldedArticles
  /// The index over them; `nil` for articles that are not indexed.
  let index: TrigramIndex?
  /// Says when to stop early.
  let limits: SearchLimits
  /// The work done.
  private(set) var stats = SearchStats()
  /// Whether the search was stopped; what it returned is then not complete.
  private(set) var stopped: SearchLimits.Stop?

  /// A text of an article costs about as much to scan as this many bytes of postings to decode.
  private static let bytesPerScan = 64

  init(library: Library, firstArticle: Int, texts: FoldedArticles, index: TrigramIndex?, limits: SearchLimits) {
    self.limits = limits
    self.library = library
    self.firstArticle = firstArticle
    self.texts = texts
    self.index = index
  }

  /// The articles, counted from the first of the segment, for which `plan` holds.
  mutating func articles(matching plan: QueryPlan) -> ArticleSet {
    var set = ArticleSet.all(capacity: texts.count)
    narrowExactly(plan, &set)
    return set
  }

  /// Cuts `set` down to the articles for which `plan` holds.
  private mutating func narrowExactly(_ plan: QueryPlan, _ set: inout ArticleSet) {
    var pending: [QueryPlan] = []
    narrow(plan, &set, &pending)
    if !pending.isEmpty { check(pending, &set) }
  }

  /// Cuts `set` down by what the index knows; adds to `pending` the conditions that remain to be checked.
  private mutating func narrow(_ plan: QueryPlan, _ set: inout ArticleSet, _ pending: inout [QueryPlan]) {
    switch plan {
    case .pattern(.exact(let condition)):
      if !narrow(condition, &set) { pending.append(plan) }
    case .pattern(.near(let near)):
      narrowByFilter(near.filter, &set)
      pending.append(plan)
    case .pattern(.regex(let regex)):
      narrowByFilter(regex.filter, &set)
      pending.append(plan)
    case .article:
      pending.append(plan)
    case .all(let plans):
      let order = plans.count < 2 ? plans : plans.map { ($0, cost($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
      for plan in order {
        narrow(plan, &set, &pending)
        if set.isEmpty { return pending.removeAll() }
      }
    case .any(let plans):
      var union = ArticleSet(capacity: set.capacity)
      for plan in plans {
        var rest = set
        rest.subtract(union)
        narrowExactly(plan, &rest)
        union.formUnion(rest)
      }
      set = union
    case .not(let plan):
      var excluded = set
      narrowExactly(plan, &excluded)
      set.subtract(excluded)
    }
  }

  /// Cuts `set` down by a condition that has to hold but decides nothing: what the index cannot tell is left out.
  private mutating func narrowByFilter(_ filter: QueryPlan, _ set: inout ArticleSet) {
    guard index != nil else { return }
    switch filter {
    case .pattern(.exact(let condition)): _ = narrow(condition, &set)
    case .all(let plans):
      for plan in plans { narrowByFilter(plan, &set) }
    case .any(let plans):
      var union = ArticleSet(capacity: set.capacity)
      for plan in plans {
        var rest = set
        narrowByFilter(plan, &rest)
        union.formUnion(rest)
      }
      set = union
    default: return
    }
  }

  // MARK: The index

  /// Cuts `set` down to the articles that hold the text's trigrams; returns whether that decides the condition.
  private mutating func narrow(_ condition: TextCondition, _ set: inout ArticleSet) -> Bool {
    guard let index else { return false }
    let needle = condition.scanner.needle
    if needle.count <= 3 {
      stats.keysRead += 1
      let keys = index.keys(of: needle)
      if keys.isEmpty {
        set.removeAll()
        return true
      }
      if let union = needle.count < 3 ? index.union(of: keys, length: needle.count) : nil {
        set.formIntersection(union)
      } else {
        intersect(&set, index.postingBytes(of: keys))
      }
      return !condition.inHeadlines
    }
    var lists: [Range<Int>] = []
    lists.reserveCapacity(needle.count - 2)
    for start in 0...needle.count - 3 {
      stats.keysRead += 1
      let keys = index.keys(of: needle, from: start)
      if keys.isEmpty {
        set.removeAll()
        return true
      }
      lists.append(index.postingBytes(of: keys))
    }
    lists.sort { $0.count < $1.count }
    var left = set.count
    for list in lists where list.count < left * SegmentSearch.bytesPerScan {
      intersect(&set, list)
      left = set.count
    }
    return left == 0
  }

  private mutating func intersect(_ set: inout ArticleSet, _ bytes: Range<Int>) {
    guard let index else { return }
    var holding = ArticleSet(capacity: set.capacity)
    var decoded = 0
    index.forEachPosting(in: bytes) { article in
      holding.insert(article)
      decoded &+= 1
    }
    stats.postingsDecoded += decoded
    set.formIntersection(holding)
  }

  /// What it costs to evaluate `plan` first, in bytes of postings: the rarest condition comes out lowest.
  private func cost(_ plan: QueryPlan) -> Int {
    let everything = texts.count * SegmentSearch.bytesPerScan
    switch plan {
    case .pattern(.near(let near)): return max(cost(near.filter), 1)
    case .pattern(.regex(let regex)): return max(cost(regex.filter), 1)
    case .pattern(.exact(let condition)):
      guard let index else { return everything }
      let needle = condition.scanner.needle
      var least = everything
      for start in 0...max(0, needle.count - 3) {
        let keys = index.keys(of: needle, from: start)
        least = min(least, index.postingBytes(of: keys).count)
      }
      return least
    case .article: return everything + 1
    case .all(let plans): return plans.map(cost).min() ?? everything
    case .any(let plans): return plans.reduce(0) { $0 + cost($1) }
    case .not: return everything + 2
    }
  }

  // MARK: The texts

  /// Cuts `set` down to the articles for which every plan holds, by looking at them.
  private mutating func check(_ plans: [QueryPlan], _ set: inout ArticleSet) {
    var kept = set
    var scanned = 0
    var matcher = TextMatcher(regexSteps: limits.regexSteps - stats.regexSteps)
    set.forEach { article in
      if stopped == nil, scanned % SearchLimits.articlesBetweenQuestions == 0, limits.isCancelled() {
        stopped = .cancelled
      }
      guard stopped == nil else { return kept.remove(article) }
      scanned += 1
      if !plans.allSatisfy({ holds($0, article, &matcher) }) { kept.remove(article) }
      if matcher.isExhausted { stopped = .exhausted }
    }
    stats.scanned += scanned
    stats.regexSteps += matcher.regexSteps
    set = kept
  }

  private func holds(_ plan: QueryPlan, _ article: Int, _ matcher: inout TextMatcher) -> Bool {
    switch plan {
    case .pattern(let pattern): return matcher.holds(pattern, texts, article: article)
    case .article(let condition): return condition.holds(for: library.articles[firstArticle + article])
    case .all(let plans):
      for plan in plans where !holds(plan, article, &matcher) { return false }
      return true
    case .any(let plans):
      for plan in plans where holds(plan, article, &matcher) { return true }
      return false
    case .not(let plan): return !holds(plan, article, &matcher)
    }
  }
}
