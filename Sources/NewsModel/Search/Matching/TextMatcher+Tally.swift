extension TextMatcher {
  /// The number of matches of `patterns` in an article and the sum, over the patterns, of the best match's score.
  ///
  /// Matches of several patterns at exactly the same place count once.
  mutating func tally(
    _ patterns: [TextPattern], _ texts: FoldedArticles, article: Int
  ) -> (matchCount: Int, score: Int) {
    var score = 0
    if let pattern = patterns.first, patterns.count == 1 {
      var count = 0
      forEachMatch(of: pattern, texts, article: article) { part, _, _ in
        count += 1
        score = max(score, texts.ranks[part].score)
        return true
      }
      return (count, score)
    }
    var places: Set<Range<Int>> = []
    for pattern in patterns {
      var best = 0
      forEachMatch(of: pattern, texts, article: article) { part, range, _ in
        places.insert(range)
        best = max(best, texts.ranks[part].score)
        return true
      }
      score += best
    }
    return (places.count, score)
  }
}
