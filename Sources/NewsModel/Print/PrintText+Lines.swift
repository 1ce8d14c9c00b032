/// Characters and words that a tool cut off by a line's end.
extension PrintText {
  /// Puts drop caps and vertical headlines, which come out one character a line, on one line with what they belong to, and the rest of
  /// words in Latin that were cut at a syllable on the line that they begin on, without the hyphen.
  ///
  /// - Complexity: O(scalars).
  mutating func joinCutLines() {
    let source = scalars
    let lines = lines
    let texts = lines.map { source[$0].trimmed }
    var cuts: [Int] = []  // line ends to leave out
    var moves: [(lineEnd: Int, word: Range<Int>)] = []
    var index = 0
    while index < lines.count {
      let run = Self.verticalRun(from: index, in: texts)
      if !run.isEmpty {
        cuts += run.dropLast().map { lines[$0].upperBound }
        index = run.upperBound
        continue
      }
      if let below = Self.textBelowDropCap(index, texts) {
        cuts += (index..<below).map { lines[$0].upperBound }
        index = below
      } else if index + 1 < lines.count, let word = Self.restOfWord(texts[index], texts[index + 1]) {
        moves.append((lines[index].upperBound, word))
      }
      index += 1
    }
    guard !cuts.isEmpty || !moves.isEmpty else { return }
    rewrite { out in
      var kept = 0
      var nextCut = cuts.makeIterator()
      var cut = nextCut.next()
      func keep(upTo end: Int, _ out: inout Rewriting) {
        while let place = cut, place < end {
          out.keep(kept..<place)
          out.note(place, .lines)
          kept = place + 1
          cut = nextCut.next()
        }
        out.keep(kept..<end)
        kept = end
      }
      for move in moves {
        // Blanks at the end of the line stay behind the word's beginning, where they are none of the word.
        let end =
          source[..<move.lineEnd].lastIndex { !CharacterClass.of($0).contains(.space) }.map { $0 + 1 } ?? move.lineEnd
        keep(upTo: end - 1, &out)
        out.note(end - 1, .lines)
        out.keep(move.word)
        out.write(0x0A, from: move.word.upperBound - 1)
        kept = move.word.upperBound
      }
      keep(upTo: source.count, &out)
    }
  }

  /// The lines from `start` on that hold one character each, four and more of them Han, with blank lines between all of them or none.
  private static func verticalRun(from start: Int, in texts: [ArraySlice<UInt32>]) -> Range<Int> {
    func isSingle(_ index: Int) -> Bool {
      index < texts.count && texts[index].count == 1
        && texts[index].allSatisfy {
          !CharacterClass.of($0).isDisjoint(with: [.han, .opener, .closer, .comma, .terminal])
        }
    }
    guard isSingle(start) else { return start..<start }
    var end = start + 1
    let step = isSingle(end) ? 1 : 2
    while isSingle(end + step - 1), step == 1 || texts[end].isEmpty { end += step }
    let characters = texts[start..<end].count { $0.first.map { CharacterClass.of($0).contains(.han) } ?? false }
    return characters >= 4 ? start..<end : start..<start
  }

  /// The line that goes on with a drop cap: a first character in large type stands alone above its text.
  private static func textBelowDropCap(_ index: Int, _ texts: [ArraySlice<UInt32>]) -> Int? {
    guard texts[index].count == 1, let cap = texts[index].first, CharacterClass.of(cap).contains(.han),
      !EvidenceFinder.numerals.contains(cap)
    else { return nil }
    let next = index + 1
    let below = next < texts.count && texts[next].isEmpty ? next + 1 : next
    guard below < texts.count, texts[below].count >= 6, let first = texts[below].first,
      CharacterClass.of(first).contains(.han)
    else { return nil }
    // The last character of a paragraph may stand alone as well: it goes on with the line above.
    let above = texts[..<index].last { !$0.isEmpty }
    let leavesOff = above.map { above in
      index > 0 && !texts[index - 1].isEmpty && above.count >= 8
        && (above.last.map { CharacterClass.of($0).isDisjoint(with: [.terminal, .closer]) } ?? false)
        && above.contains { CharacterClass.of($0).contains(.comma) || $0 == 0x3002 }
    }
    if leavesOff == true { return nil }
    return WordPairs.isWord(cap, first) || EvidenceFinder.dependents.contains(first) ? below : nil
  }

  /// The rest of a word in Latin that was cut at a syllable.
  private static func restOfWord(_ upper: ArraySlice<UInt32>, _ lower: ArraySlice<UInt32>) -> Range<Int>? {
    let isLower = { (scalar: UInt32) in (0x61...0x7A).contains(scalar) }
    guard upper.last == 0x2D, lower.first.map(isLower) == true,
      // A hyphen behind one letter (e-mail) is the word's own.
      upper.dropLast().reversed().prefix(while: isLower).count >= 2
    else { return nil }
    var end = lower.startIndex
    while end < lower.endIndex, lower[end].isLetterOrFigure || joinsWord(lower, at: end) { end += 1 }
    return lower.startIndex..<end
  }

  /// Whether a mark stands inside of a word: example.com, 2021-05-06.
  private static func joinsWord(_ text: ArraySlice<UInt32>, at index: Int) -> Bool {
    [0x2D, 0x2E, 0x40, 0x5F].contains(text[index]) && index + 1 < text.endIndex && text[index + 1].isLetterOrFigure
  }
}
