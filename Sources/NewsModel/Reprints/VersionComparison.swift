/// What differs between two versions of a story.
public enum VersionComparison {
  /// The stretches of an article that another version of it has otherwise or not at all, in Unicode scalars of its parts.
  ///
  /// - Complexity: O(*n* log *n*) letters.
  public static func differences(of article: Article, from other: Article) -> [TextMatch] {
    let (own, theirs) = (LetteredText(article), LetteredText(other))
    let alignment = TextAlignment(own.letters, theirs.letters)
    var isSame = [Bool](repeating: false, count: own.letters.count)
    var next = (own: 0, other: 0)
    for run in alignment.runs {
      // Between two stretches, letter by letter where both are of one length.
      let (gap, otherGap) = (run.first - next.own, run.second - next.other)
      if gap == otherGap {
        for offset in 0..<gap where own.letters[next.own + offset] == theirs.letters[next.other + offset] {
          isSame[next.own + offset] = true
        }
      }
      for place in run.first..<run.first + run.length { isSame[place] = true }
      next = (run.first + run.length, run.second + run.length)
    }
    var found: [TextMatch] = []
    for (place, (part, scalar)) in own.places.enumerated() where !isSame[place] {
      if let last = found.last, last.part == part, place > 0, !isSame[place - 1] {
        found[found.count - 1] = TextMatch(part: part, range: last.range.lowerBound..<scalar + 1)
      } else {
        found.append(TextMatch(part: part, range: scalar..<scalar + 1))
      }
    }
    return found
  }

  /// The letters that versions are compared by, with where they stand.
  private struct LetteredText {
    var letters: [UInt32] = []
    var places: [(part: Int, scalar: Int)] = []

    init(_ article: Article) {
      for (part, content) in article.parts.enumerated() where ReprintFinder.compares(content.role) {
        for (scalar, value) in content.text.unicodeScalars.enumerated() {
          guard let letter = Shingles.letter(value.value) else { continue }
          letters.append(UInt32(letter))
          places.append((part, scalar))
        }
      }
    }
  }
}
