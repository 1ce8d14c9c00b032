extension Searcher {
  /// The matches of every text that `query` asks for in one article, sorted by part and place.
  ///
  /// Texts that the query rules out are not matches. Two matches may overlap, but no two are equal.
  /// - Parameter article: an article that the query found. In any other a regular expression may take too long; see
  ///   `findMatches`.
  /// - Complexity: O(text of the article), times the size of the pattern for a regular expression.
  public func matches(of query: ParsedQuery, in article: Article) -> [TextMatch] {
    findMatches(of: query, in: article, regexSteps: .max).matches
  }

  /// The matches of every text that `query` asks for in any article, as far as `regexSteps` lead.
  ///
  /// - Parameter regexSteps: the steps that regular expressions may take; when they are spent, `problem` says so.
  /// - Complexity: as `matches`.
  public func findMatches(
    of query: ParsedQuery, in article: Article, regexSteps: Int = Searcher.regexSteps
  ) -> FoundMatches {
    let texts = FoldedArticles([article])
    var matcher = TextMatcher(regexSteps: regexSteps)
    var found: [[Range<Int>: Bool]] = Array(repeating: [:], count: article.parts.count)
    for pattern in query.marked {
      matcher.forEachMatch(of: pattern, texts, article: 0) { part, range, isNear in
        let start = Int(texts.partStarts[part])
        let place = range.lowerBound - start..<range.upperBound - start
        // What one pattern finds exactly is exact, even if another only comes near.
        found[part][place] = isNear && found[part][place] != false
        return true
      }
    }
    var matches: [TextMatch] = []
    for (part, ranges) in found.enumerated() where !ranges.isEmpty {
      let folded = FoldedText(article.parts[part].text)
      let sorted = ranges.sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
      for (range, isNear) in sorted {
        matches.append(TextMatch(part: part, range: folded.scalarRange(of: range), isNear: isNear))
      }
    }
    return FoundMatches(matches, problem: matcher.isExhausted ? .incomplete : nil)
  }
}
