/// Blanks between characters: what OCR, the text layers of PDF files and wide setting leave.
extension PrintText {
  /// Leaves out blanks between characters where a file, a stretch between blank lines or a line has them by habit, and those
  /// between figures and the units of a date.
  ///
  /// - Complexity: O(scalars).
  mutating func closeUp() {
    let source = scalars
    let lines = lines
    // The cells of a table stand apart for another reason.
    let counts = lines.map { kind(of: $0) == .row ? Spacing() : Spacing(source[$0]) }
    let isSpacedFile = counts.reduce(Spacing(), +).isHabit
    var blanks: [Int] = []  // to leave out, ascending
    var start = 0
    while start < lines.count {
      var end = start
      while end < lines.count, !counts[end].isBlank { end += 1 }
      let stretch = start..<end
      let isSpacedStretch = isSpacedFile || (end - start > 1 && counts[stretch].reduce(Spacing(), +).isHabit)
      for line in stretch {
        if counts[line].isSpaced, !isSpacedStretch { loose.insert(origins[lines[line].lowerBound]) }
        if counts[line].isSpaced || (isSpacedStretch && counts[line].blanks > 0) {
          blanks += Self.blanksBetweenCharacters(source[lines[line]])
        } else if counts[line].gapsAtUnits > 0 {
          blanks += Self.blanksInDates(source[lines[line]])
        }
      }
      start = end + 1
    }
    guard !blanks.isEmpty else { return }
    rewrite { out in
      var kept = 0
      for index in blanks {
        out.keep(kept..<index)
        out.replace(index, by: [], .blanks)
        kept = index + 1
      }
      out.keep(kept..<source.count)
    }
  }

  /// How often characters of a line stand apart that print sets side by side.
  private struct Spacing {
    /// Neighbours that are both Han or marks.
    var pairs = 0
    /// Those of them with a blank between.
    var gaps = 0
    /// Blanks between a figure and the unit of a date.
    var gapsAtUnits = 0
    /// Blanks between any characters.
    var blanks = 0
    var isBlank = true

    init() {}

    init(_ line: ArraySlice<UInt32>) {
      var before: UInt32?
      var isApart = false
      for scalar in line {
        if CharacterClass.of(scalar).contains(.space) {
          isApart = true
          continue
        }
        if let before {
          let isPair = isWide(before) && isWide(scalar)
          if isPair { pairs += 1 }
          if isApart {
            blanks += 1
            if isPair { gaps += 1 } else if isDatePart(before, scalar) { gapsAtUnits += 1 }
          }
        }
        isBlank = false
        before = scalar
        isApart = false
      }
    }

    static func + (a: Spacing, b: Spacing) -> Spacing {
      var sum = Spacing()
      (sum.pairs, sum.gaps) = (a.pairs + b.pairs, a.gaps + b.gaps)
      return sum
    }

    /// Whether so many blanks are no word spaces: names, fields and clauses of two characters and more keep half of the pairs
    /// together.
    var isHabit: Bool { gaps >= 3 && gaps * 10 >= pairs * 6 }

    /// Whether the line by itself is set so. A short one must be throughout: 图 片 新 闻, but not 张三 李四.
    var isSpaced: Bool { isHabit && (gaps >= 6 || gaps * 10 >= pairs * 8) || (gaps >= 2 && gaps == pairs) }
  }

  /// The blanks to leave out in a line with blanks between its characters. Latin words and figures keep theirs, and so do places
  /// where the blank is wider than elsewhere in the line: there words are set apart.
  private static func blanksBetweenCharacters(_ line: ArraySlice<UInt32>) -> [Int] {
    let gaps = gaps(in: line)
    let start = line.firstIndex { !CharacterClass.of($0).contains(.space) }
    let usual = gaps.map(\.count).sorted()[gaps.count / 2]
    var blanks: [Int] = []
    for (place, gap) in gaps.enumerated() {
      let (before, after) = (line[gap.lowerBound - 1], line[gap.upperBound])
      if gap.count >= 2 * usual && gap.count > 1 && usual < 3 {
        blanks += gap.dropFirst()
        continue
      }
      if !isWide(before) && !isWide(after) && !isClosed(before, after) {
        // 2 0 2 1: what stands alone on both sides is no word.
        let startsAlone = place == 0 ? start : gaps[place - 1].upperBound
        let endsAlone = place + 1 < gaps.count ? gaps[place + 1].lowerBound : line.endIndex
        guard startsAlone == gap.lowerBound - 1, endsAlone == gap.upperBound + 1 else { continue }
      }
      blanks += gap
    }
    return blanks
  }

  /// The blanks to leave out of dates: 4 月 2 日.
  private static func blanksInDates(_ line: ArraySlice<UInt32>) -> [Int] {
    gaps(in: line).filter { isDatePart(line[$0.lowerBound - 1], line[$0.upperBound]) }.flatMap { Array($0) }
  }

  /// The runs of white space between characters of a line.
  private static func gaps(in line: ArraySlice<UInt32>) -> [Range<Int>] {
    var gaps: [Range<Int>] = []
    var start: Int?
    var hasBegun = false
    for (index, scalar) in zip(line.indices, line) {
      if CharacterClass.of(scalar).contains(.space) {
        if start == nil { start = index }
      } else {
        if let first = start, hasBegun { gaps.append(first..<index) }
        start = nil
        hasBegun = true
      }
    }
    return gaps
  }
}

/// Whether print sets a character on a square of its own: Han, kana, marks of Chinese.
private func isWide(_ scalar: UInt32) -> Bool {
  scalar >= 0x2E80 || (0x2010...0x203A).contains(scalar) || (0x2460...0x27BF).contains(scalar) || scalar == 0xB7
}

/// Whether a blank stands inside of a bracket or before a mark that closes up: ( 1 ), 61 %.
private func isClosed(_ before: UInt32, _ after: UInt32) -> Bool {
  before == 0x28 || after == 0x29 || after == 0x25 || after == 0x2C || after == 0x2E
}

/// Whether a figure and the unit of a date stand side by side.
private func isDatePart(_ before: UInt32, _ after: UInt32) -> Bool {
  func isUnit(_ scalar: UInt32) -> Bool { scalar == 0x5E74 || scalar == 0x6708 || scalar == 0x65E5 }  // 年月日
  let (first, second) = (CharacterClass.of(before), CharacterClass.of(after))
  return first.contains(.digit) && isUnit(after) || (before == 0x5E74 || before == 0x6708) && second.contains(.digit)
}
