extension FoldedArticles {
  /// Whether an article holds the text of `condition`.
  ///
  /// - Complexity: O(units of the article up to the first match).
  func holds(_ condition: TextCondition, article: Int) -> Bool {
    if condition.inHeadlines {
      var found = false
      forEachMatch(of: condition, article: article) { _, _ in
        found = true
        return false
      }
      return found
    }
    let range = range(of: article)
    return units.withUnsafeBufferPointer { units in
      guard let base = units.baseAddress else { return false }
      return condition.scanner.first(in: base, from: range.lowerBound, to: range.upperBound) != nil
    }
  }

  /// Hands over the matches of `condition` in an article, from left to right, none overlapping the one before.
  ///
  /// - Parameter body: receives the part and the range of `units`; returns whether to go on.
  /// - Complexity: O(units of the article).
  @inline(__always)
  func forEachMatch(of condition: TextCondition, article: Int, _ body: (_ part: Int, _ range: Range<Int>) -> Bool) {
    let scanner = condition.scanner
    let parts = parts(of: article)
    units.withUnsafeBufferPointer { buffer in
      guard let base = buffer.baseAddress else { return }
      if condition.inHeadlines {
        for part in parts where ranks[part] == .headline {
          let range = range(ofPart: part)
          var at = range.lowerBound
          while let place = scanner.first(in: base, from: at, to: range.upperBound) {
            at = place + scanner.needle.count
            if !body(part, place..<at) { return }
          }
        }
        return
      }
      let range = range(of: article)
      var at = range.lowerBound
      var part = parts.lowerBound
      while let place = scanner.first(in: base, from: at, to: range.upperBound) {
        while Int(partStarts[part + 1]) <= place { part += 1 }
        at = place + scanner.needle.count
        if !body(part, place..<at) { return }
      }
    }
  }

  /// The number of matches of `conditions` in an article and the sum, over the conditions, of the best match's score.
  ///
  /// Matches of several conditions at exactly the same place count once.
  func tally(_ conditions: [TextCondition], article: Int) -> (matchCount: Int, score: Int) {
    var score = 0
    if let condition = conditions.first, conditions.count == 1 {
      var count = 0
      forEachMatch(of: condition, article: article) { part, _ in
        count += 1
        score = max(score, ranks[part].score)
        return true
      }
      return (count, score)
    }
    var places: Set<Range<Int>> = []
    for condition in conditions {
      var best = 0
      forEachMatch(of: condition, article: article) { part, range in
        places.insert(range)
        best = max(best, ranks[part].score)
        return true
      }
      score += best
    }
    return (places.count, score)
  }
}
