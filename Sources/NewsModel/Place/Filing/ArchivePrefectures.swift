/// Which prefectures an archive is about, inferred from counts of names over all pages.
struct ArchivePrefectures {
  /// The archive's prefectures as indices into the gazetteer, the most spoken of first; empty when no page names any.
  let all: [Int]

  /// Infers from what the pages speak of.
  ///
  /// - Complexity: O(pages).
  init(_ scores: [PageScore]) {
    all = Self.prefectures(scores)
  }

  /// The prefectures that are some pages' own: the one spoken of most, and those that pages of their own speak of far more.
  private static func prefectures(_ scores: [PageScore]) -> [Int] {
    var totals: [Int: Double] = [:]
    for score in scores {
      for (prefecture, value) in score.scores { totals[prefecture, default: 0] += value }
    }
    guard let main = totals.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return [] }
    var pages: [Int: Int] = [:]
    for score in scores {
      guard let best = score.best, best.prefecture != main, best.score >= 8,
        (score.counties[best.prefecture] ?? 0) >= 2,
        best.score >= 2 * (score.scores[main] ?? 0)
      else { continue }
      pages[best.prefecture, default: 0] += 1
    }
    // One page of many may report from elsewhere at length; a paper of its own has more pages than that.
    let needed = max(1, scores.count / 200)
    let others = pages.filter { $0.value >= needed }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return [main] + others.map(\.key)
  }

  /// The archive's prefecture that a page speaks of most; the main one for a page that speaks of none.
  func prefecture(of score: PageScore) -> Int? {
    guard let main = all.first else { return nil }
    func weight(_ prefecture: Int) -> Double { (score.scores[prefecture] ?? 0) + (prefecture == main ? 1 : 0) }
    return all.max { (weight($0), $1) < (weight($1), $0) }
  }
}
