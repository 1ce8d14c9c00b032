import Testing

@testable import NewsModel

/// What one pass over a text tells must be what looking for each word would tell.
struct IngredientsTests {
  private static let seeds: Range<UInt64> = 0..<300

  /// Words of the trade, marks and Han in any order.
  private func randomText(_ random: inout SearchRandom) -> [UInt32] {
    let pieces =
      Ingredients.lists.flatMap { Array($0.1) }
      + ["“", "”", "\"", "「", "」", "1", "A", " ", "\u{3000}", "：", "县", "的", "😀"].map(word)
    return (0..<(random.next() % 12)).flatMap { _ in
      let piece = pieces[Int(random.next() % UInt64(pieces.count))]
      // A part of a word is none.
      return random.next() % 4 == 0 ? Array(piece.prefix(1)) : piece
    }
  }

  @Test(arguments: seeds) func noWordOfTheListsIsMissed(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let text = randomText(&random)
    let found = BlockCensus(text[...], .standard).ingredients
    for (ingredient, words) in Ingredients.lists {
      let holdsOne = text.indices.contains { start in words.contains { text[start...].starts(with: $0) } }
      if holdsOne { #expect(found.contains(ingredient), "\(text[...].string), seed \(seed)") }
      // Lists of single characters are told exactly.
      if words.allSatisfy({ $0.count == 1 }) { #expect(found.contains(ingredient) == holdsOne) }
    }
    let kinds = text.reduce(into: CharacterClass()) { $0.formUnion(CharacterClass.of($1)) }
    #expect(found.kinds == kinds, "seed \(seed)")
  }

  @Test func aTextWithoutItsWordsHasFewIngredients() {
    let text = word("村民在树下歇凉")
    #expect(BlockCensus(text[...], .standard).ingredients == Ingredients(rawValue: UInt32(CharacterClass.han.rawValue)))
  }

  @Test(arguments: seeds) func countsAreThoseOfTheScalars(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let text = randomText(&random)
    let census = BlockCensus(text[...], .standard)
    func count(_ kinds: CharacterClass) -> Int {
      text.reduce(0) { $0 + (CharacterClass.of($1).isDisjoint(with: kinds) ? 0 : 1) }
    }
    #expect(census.length == text.count - count(.space), "seed \(seed)")
    #expect(census.letters == count([.han, .digit, .latin]), "seed \(seed)")
    #expect(census.commas == count(.comma) - text.reduce(0) { $0 + ($1 == 0x3A || $1 == 0xFF1A ? 1 : 0) })
    #expect(census.stops == text.reduce(0) { $0 + ($1 == 0x3002 ? 1 : 0) })
    #expect(census.curlyDepth == text.reduce(0) { $0 + ($1 == 0x201C ? 1 : $1 == 0x201D ? -1 : 0) })
  }

  @Test(
    arguments: [("他说:“来。”", 0), ("他说:“来", 1), ("来。”他说", -1), ("「来「去」", 1), ("\"来", 1), ("来。\"", -1), ("\"来\"", 0)])
  func quotationsThatDoNotEndAreTold(text: String, left: Int) {
    #expect(BlockCensus(word(text)[...], .standard).quotesLeftOpen == left)
  }

  @Test(arguments: seeds) func wordsAreFoundAtBothEnds(seed: UInt64) {
    var random = SearchRandom(seed: seed)
    let text = [0x4E00] + randomText(&random)
    for words in [Trade.roleCores, Trade.dispatches, Trade.furnitureWords, Trade.officeEndings] {
      let slice = text.dropFirst()
      let atStart = words.first { slice.starts(with: $0) }
      let atEnd = words.first { slice.reversed().starts(with: $0.reversed()) }
      #expect(slice.prefixed(by: words).map(Array.init) == atStart, "seed \(seed)")
      #expect(slice.suffixed(by: words).map(Array.init) == atEnd, "seed \(seed)")
      #expect(slice.isOne(of: words) == words.contains(Array(slice)), "seed \(seed)")
      let holdsOne = slice.indices.contains { start in words.contains { slice[start...].starts(with: $0) } }
      #expect(slice.containsAny(words) == holdsOne, "seed \(seed)")
    }
  }
}
