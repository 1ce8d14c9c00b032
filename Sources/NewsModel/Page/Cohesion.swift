/// How much of one text's wording another shares: character bigrams, the rare ones of the page counting most.
///
/// The bigrams of a page are counted once, in a table of fixed size; two bigrams in one place only make a rare one look
/// less rare. Comparing two texts is then one pass over each.
struct Cohesion {
  private var counts = [UInt16](repeating: 0, count: Self.size)
  private var marks = [UInt32](repeating: 0, count: Self.size)
  private var epoch: UInt32 = 0

  private static let size = 1 << 14

  /// Counts the bigrams of a page.
  ///
  /// - Complexity: O(scalars).
  init(_ scalars: [UInt32]) {
    Self.forEachBigram(in: scalars[...]) { place in if counts[place] < .max { counts[place] += 1 } }
  }

  /// The share, 0…1, of the distinct bigrams of `title` that stand in `text`, weighted by rarity on the page.
  ///
  /// - Complexity: O(scalars of both).
  mutating func share(of title: ArraySlice<UInt32>, in text: [ArraySlice<UInt32>]) -> Float {
    epoch += 2
    let (inText, inTitle) = (epoch - 1, epoch)
    for piece in text { Self.forEachBigram(in: piece) { marks[$0] = inText } }
    var shared: Float = 0
    var all: Float = 0
    Self.forEachBigram(in: title) { place in
      let mark = marks[place]
      guard mark != inTitle else { return }
      marks[place] = inTitle
      let weight = 3 / Float(2 + counts[place])
      all += weight
      if mark == inText { shared += weight }
    }
    return all > 0 ? shared / all : 0
  }

  private static func forEachBigram(in text: ArraySlice<UInt32>, _ body: (Int) -> Void) {
    var previous: UInt32 = 0
    for scalar in text {
      let kind = CharacterClass.of(scalar)
      if kind.isDisjoint(with: [.han, .digit, .latin]) {
        if !kind.contains(.space) { previous = 0 }
        continue
      }
      if previous != 0 {
        let mixed = (previous &* 0x9E37_79B1) ^ (scalar &* 0x85EB_CA77)
        body(Int((mixed ^ (mixed >> 15)) & UInt32(size - 1)))
      }
      previous = scalar
    }
  }
}
