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
    let printed = article.printedTexts
    var found: [[Range<Int>: Bool]] = Array(repeating: [:], count: article.parts.count + printed.count)
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
    for (index, ranges) in found.enumerated() where !ranges.isEmpty {
      let print = index < article.parts.count ? nil : printed[index - article.parts.count]
      let part = print?.part ?? index
      let folded = FoldedText(print?.text ?? article.parts[part].text)
      let sorted = ranges.sorted { ($0.key.lowerBound, $0.key.upperBound) < ($1.key.lowerBound, $1.key.upperBound) }
      for (range, isNear) in sorted {
        let place = folded.scalarRange(of: range)
        let match = TextMatch(part: part, range: print?.shown(place) ?? place, isNear: isNear)
        // What was replaced may hold the text as well, in the same place.
        if print == nil || !matches.contains(match) { matches.append(match) }
      }
    }
    if !printed.isEmpty { matches.sort { ($0.part, $0.range.lowerBound) < ($1.part, $1.range.lowerBound) } }
    return FoundMatches(matches, problem: matcher.isExhausted ? .incomplete : nil)
  }
}
