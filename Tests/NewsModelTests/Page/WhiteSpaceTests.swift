import Testing

@testable import NewsModel

/// White space found once against a look at every scalar.
struct WhiteSpaceTests {
  private static let scalars = word(
    "文A1，。\u{20}\u{20}\u{3000}\u{9}\u{A0}\u{2003}\u{FEFF}\u{85}\u{FF0C}\u{3001}\u{7F}\u{1680}𠮷")

  @Test(arguments: 0..<200 as Range<UInt64>) func agreesWithALookAtEveryScalar(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let text = (0..<random.next(below: 40)).map { _ in Self.scalars[random.next(below: Self.scalars.count)] }
    let space = WhiteSpace(of: text)
    let start = random.next(below: text.count + 1)
    let range = start..<start + random.next(below: text.count - start + 1)
    var runs: [Range<Int>] = []
    for index in range where CharacterClass.of(text[index]).contains(.space) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    var gaps = space.gaps(in: range)
    var found: [Range<Int>] = []
    while let gap = gaps.next() { found.append(gap) }
    #expect(found == runs, "seed \(seed)")
    let trimmed = text[range].trimmed
    #expect(Array(text[space.trimmed(range)]) == Array(trimmed), "seed \(seed)")
  }
}
