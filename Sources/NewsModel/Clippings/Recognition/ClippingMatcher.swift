import Platform

/// Where a clipping's article was found among those that are loaded.
public struct ClippingMatch: Hashable, Sendable {
  /// The article's index in the articles that were looked through.
  public let index: Int
  /// The share of the five-letter runs of both texts together that both have: 1 for the same text.
  public let resemblance: Double
}

/// Recognises kept articles by what they say, wherever their file went and however it was read again.
public enum ClippingMatcher {
  /// Of the runs of the shorter text, this share must be in the longer one: a text with one wrong character in ten
  /// still keeps 0.9⁵ = 0.59 of them.
  private static let leastContained = 0.5
  /// Of all runs of both texts this share must be common: an article cut in two is found by its larger half, and a
  /// brief that a long story quotes is not taken for it.
  private static let leastResemblance = 0.3
  /// Texts with fewer runs are too short to be known again by likeness.
  private static let fewestShingles = 8
  /// One run in eight is looked up at first.
  private static let sampleMask: UInt64 = 7

  /// The article of each clipping: the one with its id, else the one whose text is most like it.
  ///
  /// - Returns: one element per clipping; `nil` where no article is like it.
  /// - Complexity: O(articles) while every id is found; else O(bytes of the articles' text).
  public static func match(_ clippings: [Clipping], in articles: [Article]) -> [ClippingMatch?] {
    var indices: [String: Int] = [:]
    for (index, article) in articles.enumerated() where indices[article.id] == nil { indices[article.id] = index }
    var matches = clippings.map { indices[$0.id].map { ClippingMatch(index: $0, resemblance: 1) } }
    let lost = Lost(clippings: clippings, at: matches.indices.filter { matches[$0] == nil })
    guard !lost.isEmpty else { return matches }
    for (index, article) in articles.enumerated() {
      let texts = article.parts.lazy.map(\.text)
      let candidates = lost.candidates(for: texts)
      guard !candidates.isEmpty else { continue }
      let shingles = Shingles.set(of: texts)
      for candidate in candidates {
        guard let resemblance = lost.resemblance(candidate, shingles) else { continue }
        let position = lost.positions[candidate]
        if resemblance > matches[position]?.resemblance ?? 0 {
          matches[position] = ClippingMatch(index: index, resemblance: resemblance)
        }
      }
    }
    return matches
  }

  /// The index of the article that is most like an earlier reading of one; `nil` where none is like it.
  ///
  /// - Complexity: O(bytes of text).
  public static func match(_ earlier: Article, in articles: [Article]) -> Int? {
    match([Clipping(of: earlier, facts: nil, added: Date(timeIntervalSince1970: 0))], in: articles)[0]?.index
  }

  /// The clippings whose ids were not found.
  private struct Lost {
    /// Their positions among all clippings.
    let positions: [Int]
    private var shingles: [Set<UInt64>] = []
    /// Which of them hold a sampled shingle.
    private var holders: [UInt64: [Int]] = [:]

    var isEmpty: Bool { positions.isEmpty }

    init(clippings: [Clipping], at positions: [Int]) {
      self.positions = positions
      for (number, position) in positions.enumerated() {
        let set = Shingles.set(of: [clippings[position].text])
        shingles.append(set)
        guard set.count >= fewestShingles else { continue }
        // Of a short text all runs are looked up.
        let isShort = set.count < 200
        for shingle in set where isShort || shingle & sampleMask == 0 { holders[shingle, default: []].append(number) }
      }
    }

    /// Those that share a looked-up shingle with `texts`.
    func candidates(for texts: some Sequence<String>) -> Set<Int> {
      var found: Set<Int> = []
      Shingles.forEach(of: texts) { shingle in
        if let holders = holders[shingle] { found.formUnion(holders) }
      }
      return found
    }

    /// How alike the clipping and a text are; `nil` when not enough.
    func resemblance(_ number: Int, _ other: Set<UInt64>) -> Double? {
      let own = shingles[number]
      let common = own.count < other.count ? own.count { other.contains($0) } : other.count { own.contains($0) }
      let shorter = min(own.count, other.count)
      guard shorter >= fewestShingles, Double(common) >= leastContained * Double(shorter) else { return nil }
      let resemblance = Double(common) / Double(own.count + other.count - common)
      return resemblance >= leastResemblance ? resemblance : nil
    }
  }
}
