extension Searcher {
  /// How many Unicode scalars a snippet shows before its first match, at most.
  private static let leadIn = 24
  /// How long a snippet is, in Unicode scalars, unless its match is longer.
  private static let length = 72
  /// Characters that end a sentence or a clause, where a snippet likes to begin and end.
  private static let sentenceEnds: Set<Unicode.Scalar> = ["。", "！", "？", "；", "!", "?", ";"]

  /// Stretches of an article's text that show the matches of `query` in their sentences, in the order of the text.
  ///
  /// The first snippets of the article, up to `limit`; a part without a match has none. An article that matches without
  /// a text to mark (a query of fields only) has no snippets.
  /// - Complexity: O(text of the article).
  public func snippets(of query: ParsedQuery, in article: Article, limit: Int) -> [Snippet] {
    let matches = matches(of: query, in: article)
    var snippets: [Snippet] = []
    var next = 0
    var shown: (part: Int, scalars: [Unicode.Scalar]) = (-1, [])
    while next < matches.count, snippets.count < limit {
      let match = matches[next]
      if shown.part != match.part { shown = (match.part, Array(article.parts[match.part].text.unicodeScalars)) }
      let window = Searcher.window(around: match.range, in: shown.scalars)
      var ranges: [Range<Int>] = []
      var nearRanges: [Range<Int>] = []
      while next < matches.count, matches[next].part == match.part, matches[next].range.upperBound <= window.upperBound
      {
        let range = matches[next].range
        let shown = range.lowerBound - window.lowerBound..<range.upperBound - window.lowerBound
        ranges.append(shown)
        if matches[next].isNear { nearRanges.append(shown) }
        next += 1
      }
      var text = String.UnicodeScalarView()
      text.append(contentsOf: shown.scalars[window])
      snippets.append(
        Snippet(
          part: match.part, start: window.lowerBound, text: String(text), ranges: ranges, nearRanges: nearRanges,
          isCutAtEnd: window.upperBound < shown.scalars.count))
    }
    return snippets
  }

  /// The stretch to show around a match: from the beginning of its sentence if that is near, to the end of a sentence
  /// if one ends in time.
  private static func window(around match: Range<Int>, in scalars: [Unicode.Scalar]) -> Range<Int> {
    var start = max(0, match.lowerBound - leadIn)
    for index in stride(from: match.lowerBound - 1, to: start - 1, by: -1) where sentenceEnds.contains(scalars[index]) {
      start = index + 1
      break
    }
    while start < match.lowerBound, scalars[start].properties.isWhitespace || closes(scalars[start]) { start += 1 }
    var end = min(scalars.count, max(start + length, match.upperBound))
    for index in stride(from: end - 1, through: max(match.upperBound, start + length / 2), by: -1)
    where end < scalars.count && sentenceEnds.contains(scalars[index]) {
      end = index + 1
      break
    }
    return start..<end
  }

  private static func closes(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "”" || scalar == "’" || scalar == "」" || scalar == "』" || scalar == "）"
  }
}
