/// A match with what stands before and after it in its part: a key word in context (KWIC).
public struct KeywordLine: Hashable, Sendable {
  /// The article's index into `Library.articles`.
  public let article: Int
  /// Which of the article's matches it is, from 0, in the order of `Searcher.matches`.
  public let number: Int
  /// Where the match stands.
  public let match: TextMatch
  /// The part's text before the match, its last `KeywordLine.contextLength` Unicode scalars.
  public let before: String
  /// The matched text.
  public let text: String
  /// The part's text behind the match, its first `KeywordLine.contextLength` Unicode scalars.
  public let after: String

  /// Unicode scalars on each side of the match: more than half a line of any terminal holds.
  public static let contextLength = 80
}

/// The lines of a concordance.
public struct Concordance: Sendable {
  /// How its lines are sorted.
  public enum Order: String, Sendable, CaseIterable {
    /// Best article first, as the hits are ranked.
    case found
    /// By the text behind the match, folded, scalar by scalar: equal continuations come together.
    case following
    /// By the text before the match, read backwards: equal lead-ins come together.
    case preceding
  }

  /// One line per match.
  public let lines: [KeywordLine]
  /// Whether there are more matches than lines were asked for.
  public let isCut: Bool

  /// Creates a concordance.
  public init(lines: [KeywordLine], isCut: Bool) {
    self.lines = lines
    self.isCut = isCut
  }
}

extension Searcher {
  /// The matches of `query` in one article, each with its context, in the order of the text.
  ///
  /// - Complexity: O(text of the article).
  public func keywordLines(of query: ParsedQuery, in article: Int) -> [KeywordLine] {
    let parts = library.articles[article].parts
    var shown: (part: Int, scalars: [Unicode.Scalar]) = (-1, [])
    return matches(of: query, in: library.articles[article]).enumerated().map { number, match in
      if shown.part != match.part { shown = (match.part, Array(parts[match.part].text.unicodeScalars)) }
      func text(_ range: Range<Int>) -> String {
        String(String.UnicodeScalarView(shown.scalars[range.clamped(to: 0..<shown.scalars.count)]))
      }
      let (start, end) = (match.range.lowerBound, match.range.upperBound)
      return KeywordLine(
        article: article, number: number, match: match,
        before: text(max(0, start - KeywordLine.contextLength)..<start), text: text(match.range),
        after: text(end..<end + KeywordLine.contextLength))
    }
  }

  /// The matches of `query` in the articles of `hits`, each with its context.
  ///
  /// - Parameters:
  ///   - limit: so many matches are taken, those of the best hits first, and then sorted.
  ///   - isCancelled: asked before each article.
  /// - Returns: `nil` when cancelled.
  /// - Complexity: O(text of the hits + *n* log *n*), *n* matches.
  public func concordance(
    of query: ParsedQuery, in hits: some Sequence<Hit>, order: Concordance.Order, limit: Int = .max,
    isCancelled: () -> Bool = { false }
  ) -> Concordance? {
    var lines: [KeywordLine] = []
    var isCut = false
    for hit in hits {
      if isCancelled() { return nil }
      lines += keywordLines(of: query, in: hit.article)
      guard lines.count > limit else { continue }
      lines.removeLast(lines.count - limit)
      isCut = true
      break
    }
    return Concordance(lines: Searcher.sorted(lines, by: order), isCut: isCut)
  }

  /// How much of the context decides a line's place, in folded units; lines that agree so far stay as they were found.
  private static let keyLength = 24

  private static func sorted(_ lines: [KeywordLine], by order: Concordance.Order) -> [KeywordLine] {
    guard order != .found else { return lines }
    // One buffer of keys instead of an array for each line: millions of lines are sorted in seconds.
    var keys: [UInt16] = []
    keys.reserveCapacity(lines.count * keyLength)
    for line in lines {
      let units =
        order == .following
        ? Folding.units(line.after).prefix(keyLength)[...]
        : Folding.units(line.before).reversed().prefix(keyLength)[...]
      keys += units
      keys += repeatElement(0, count: keyLength - units.count)
    }
    return keys.withUnsafeBufferPointer { keys in
      lines.indices.sorted { a, b in
        for index in 0..<keyLength {
          let (left, right) = (keys[a * keyLength + index], keys[b * keyLength + index])
          if left != right { return left < right }
        }
        return a < b
      }.map { lines[$0] }
    }
  }
}
