/// A query evaluated over one segment, or over articles that are not indexed yet.
///
/// The index proposes and the text decides: `narrow` cuts the set of articles by what the index knows and leaves to
/// `pending` what it cannot decide; what is pending is checked in the texts of the few articles left.
struct SegmentSearch {
  /// A condition that the index does not decide for all articles.
  private struct Pending {
    let plan: QueryPlan
    /// The articles of which the index knows that it holds; `nil` for none.
    var certain: ArticleSet?
  }

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
  /// So many articles are looked at at once.
  private static let fewScans = 16

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
    var pending: [Pending] = []
    narrow(plan, &set, &pending)
    if !pending.isEmpty { check(pending, &set) }
  }

  /// Cuts `set` down by what the index knows; adds to `pending` the conditions that remain to be checked.
  private mutating func narrow(_ plan: QueryPlan, _ set: inout ArticleSet, _ pending: inout [Pending]) {
    switch plan {
    case .pattern(.exact(let condition)):
      if !narrow(condition, &set) { pending.append(Pending(plan: plan, certain: certain(condition, of: set))) }
    case .pattern(let pattern):
      narrowByFilter(pattern.filter, &set)
      pending.append(Pending(plan: plan))
    case .article:
      pending.append(Pending(plan: plan))
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
    case .pattern(let pattern): narrowByFilter(pattern.filter, &set)
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
    case .article, .not: return
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
      return condition.place == .anywhere
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

  /// The articles of `set`, which `narrow` left, of which the index knows that they hold a text of more than three
  /// units; `nil` when it would cost more to find out than to look at them.
  ///
  /// An article that holds the first three units, 脱贫攻, and 贫攻 only ever followed by 坚, holds 脱贫攻坚; and so on, unit
  /// by unit. 贫攻 followed by anything else are the other keys that begin with these two units: few articles' for
  /// words, whose characters stand together, and words are what many articles hold.
  private mutating func certain(_ condition: TextCondition, of set: ArticleSet) -> ArticleSet? {
    let needle = condition.scanner.needle
    let worth = set.count * SegmentSearch.bytesPerScan
    guard let index, needle.count > 3, condition.place == .anywhere, set.count >= SegmentSearch.fewScans,
      // Otherwise `narrow` made no use of the first three units.
      index.postingBytes(of: index.keys(of: needle)).count < worth
    else { return nil }
    var others: [Range<Int>] = []
    others.reserveCapacity(2 * (needle.count - 3))
    var cost = 0
    for start in 1...needle.count - 3 {
      stats.keysRead += 1
      let key = index.keys(of: needle, from: start)
      let keys = index.keys(needle[start], needle[start + 1], 0, length: 2)
      for other in [keys.lowerBound..<key.lowerBound, key.upperBound..<keys.upperBound] where !other.isEmpty {
        others.append(index.postingBytes(of: other))
        cost += others[others.count - 1].count
      }
      guard cost < worth else { return nil }
    }
    var certain = set
    for other in others { certain.subtract(articles(in: other)) }
    return certain
  }

  private mutating func intersect(_ set: inout ArticleSet, _ bytes: Range<Int>) {
    set.formIntersection(articles(in: bytes))
  }

  /// The articles of the lists that stand in `bytes` of the postings.
  private mutating func articles(in bytes: Range<Int>) -> ArticleSet {
    var holding = ArticleSet(capacity: texts.count)
    var decoded = 0
    index?.forEachPosting(in: bytes) { article in
      holding.insert(article)
      decoded &+= 1
    }
    stats.postingsDecoded += decoded
    return holding
  }

  /// What it costs to evaluate `plan` first, in bytes of postings: the rarest condition comes out lowest.
  private func cost(_ plan: QueryPlan) -> Int {
    let everything = texts.count * SegmentSearch.bytesPerScan
    switch plan {
    case .pattern(.exact(let condition)):
      guard let index else { return everything }
      let needle = condition.scanner.needle
      var least = everything
      for start in 0...max(0, needle.count - 3) {
        let keys = index.keys(of: needle, from: start)
        least = min(least, index.postingBytes(of: keys).count)
      }
      return least
    case .pattern(let pattern): return max(cost(pattern.filter), 1)
    case .article: return everything + 1
    case .all(let plans): return plans.map(cost).min() ?? everything
    case .any(let plans): return plans.reduce(0) { $0 + cost($1) }
    case .not: return everything + 2
    }
  }

  // MARK: The texts

  /// Cuts `set` down to the articles for which every condition holds, by looking at those that are not certain.
  private mutating func check(_ conditions: [Pending], _ set: inout ArticleSet) {
    var kept = set
    var doubtful = ArticleSet(capacity: set.capacity)
    for condition in conditions {
      var rest = set
      if let certain = condition.certain { rest.subtract(certain) }
      doubtful.formUnion(rest)
    }
    var scanned = 0
    var matcher = TextMatcher(regexSteps: limits.regexSteps - stats.regexSteps)
    var nextQuestion = (articles: 0, regexSteps: SearchLimits.regexStepsBetweenQuestions)
    doubtful.forEach { article in
      if stopped == nil, scanned >= nextQuestion.articles || matcher.regexSteps >= nextQuestion.regexSteps {
        nextQuestion.articles = scanned + SearchLimits.articlesBetweenQuestions
        nextQuestion.regexSteps = matcher.regexSteps + SearchLimits.regexStepsBetweenQuestions
        if limits.isCancelled() { stopped = .cancelled }
      }
      guard stopped == nil else { return kept.remove(article) }
      scanned += 1
      for condition in conditions where condition.certain?.contains(article) != true {
        if holds(condition.plan, article, &matcher) { continue }
        kept.remove(article)
        break
      }
      if matcher.isExhausted { stopped = .exhausted }
    }
    stats.scanned += scanned
    stats.regexSteps += matcher.regexSteps
    set = kept
  }

  private func holds(_ plan: QueryPlan, _ article: Int, _ matcher: inout TextMatcher) -> Bool {
    switch plan {
    case .pattern(let pattern): return matcher.holds(pattern, texts, article: article)
    case .article(let condition):
      return condition.holds(for: SearchedArticle(library: library, index: firstArticle + article))
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
