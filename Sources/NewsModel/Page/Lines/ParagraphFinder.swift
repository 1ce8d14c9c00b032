import Platform

/// Finds the paragraphs of lines that print broke at the edge of a column, with indents and blank lines between them or without.
///
/// A line is a paragraph's first, one within, its last, or stands alone. What speaks for each is a cost, the negative logarithm of
/// how often it is so: print fills a line within a paragraph until the next piece has no room; first lines are indented, and where a tool lost the
/// indent they are two characters short; last lines end anywhere, with a full stop. The cheapest way through all lines is taken.
struct ParagraphFinder {
  private let lines: [ColumnLine]
  private let habits: Habits

  init(_ lines: [ColumnLine]) {
    self.lines = lines
    habits = Habits(lines)
  }

  /// For each line but the first whether it goes on with the paragraph of the line above it.
  ///
  /// - Complexity: O(lines).
  func joins() -> [Bool] {
    guard !lines.isEmpty else { return [] }
    var costs = Place.allCases.map { $0.beginsParagraph ? cost(of: 0, as: $0) : .infinity }
    var from: [[Place]] = []
    for index in lines.indices.dropFirst() {
      let (join, part) = boundaryCosts(above: index)
      var next: [Double] = []
      var best: [Place] = []
      for place in Place.allCases {
        let candidates = Place.allCases.filter { $0.endsParagraph == place.beginsParagraph }
        let between = { (above: Place) in
          place.beginsParagraph ? part + (above == .alone ? 0 : partAfterText(index)) : join
        }
        let above = candidates.min { costs[$0.rawValue] + between($0) < costs[$1.rawValue] + between($1) } ?? .alone
        next.append(costs[above.rawValue] + between(above) + cost(of: index, as: place))
        best.append(above)
      }
      costs = next
      from.append(best)
    }
    let ends = Place.allCases.filter(\.endsParagraph)
    var place = ends.min { costs[$0.rawValue] < costs[$1.rawValue] } ?? .alone
    var joins: [Bool] = []
    for best in from.reversed() {
      joins.append(!place.beginsParagraph)
      place = best[place.rawValue]
    }
    return joins.reversed()
  }

  /// Where a line stands in its paragraph.
  private enum Place: Int, CaseIterable {
    case first, within, last, alone
    var beginsParagraph: Bool { self == .first || self == .alone }
    var endsParagraph: Bool { self == .last || self == .alone }
  }

  // MARK: One line

  /// Half Han that the print indents a first line by.
  static let indent = 4

  /// What the width of a line costs where it stands.
  private func cost(of index: Int, as place: Place) -> Double {
    let line = lines[index]
    let isShortened = place == .first && habits.losesIndents
    let room = line.column - (isShortened ? Self.indent : 0)
    if place.endsParagraph {
      if line.end == .sure { return place == .alone ? 0.5 : 4 }
      // A last line ends anywhere in its column; a heading is as wide as it likes.
      if place == .alone, !line.isProse, line.end != .sentence { return 3 }
      return line.width > line.column + 2 ? 6 : Platform.log(Double(max(line.column, 8)) / 2)
    }
    if line.end == .sure { return 8 }
    // Wide and without a comma: a heading over several columns.
    if line.isWide, !line.isProse { return 5 }
    let piece = index + 1 < lines.count ? lines[index + 1].firstPiece : 2
    let rest = room - line.width - piece
    if line.width > line.column + 2 { return 6 }
    if rest < -piece - 2 { return isShortened ? 2.5 : 4 }  // as wide as if it were not indented
    // Full; or one or two characters short, as where marks may not begin a line or OCR lost some; or far from full.
    return rest < 0 ? 0.1 : rest < 2 ? 2.5 : rest < 4 ? 3.5 : min(9, 5 + Double(rest) / 4)
  }

  // MARK: Between two lines

  /// What it costs to go on with the paragraph at a line, and to begin another there.
  private func boundaryCosts(above index: Int) -> (join: Double, part: Double) {
    let (upper, line) = (lines[index - 1], lines[index])
    var (join, part) = (0.0, 0.0)
    switch upper.end {
    case .sentence: join += 2.5
    case .inside: part += upper.isProse ? 4.5 : 0.5
    case .open: part += 4
    case .sure: join += 5
    }
    if upper.leavesOpen, upper.end != .sentence { part += 3 }
    switch line.start {
    case .mark: part += 14
    case .inside: part += 6
    case .plain: break
    case .likely: join += 1.5
    case .sure: join += 7
    }
    if line.isIndented { join += 6 } else if habits.indents { part += 2 }
    if line.column != upper.column { join += 2 }
    if line.afterBlank {
      let cutsWord = WordPairs.isWord(upper.lastCharacter, line.firstCharacter)
      let isFirst = upper.afterBlank && habits.losesIndents
      join += (isFirst ? habits.joinFirstOverBlank : habits.joinOverBlank) - (cutsWord ? Habits.wordSpeaksFor : 0)
    }
    // Headings stand close to their text; paragraphs that a page sets apart do not.
    if !line.afterBlank, upper.end == .sentence {
      let isHeldApart = index + 1 < lines.count && lines[index + 1].afterBlank
      part += habits.partWithoutBlank * (isHeldApart ? 1.5 : 1)
    }
    return (join, part)
  }

  /// What it costs besides to end a paragraph of several lines in mid-sentence: a heading of one line has no full stop, a text has.
  private func partAfterText(_ index: Int) -> Double {
    lines[index - 1].end == .inside && !lines[index - 1].isProse ? 4 : 0
  }

  // MARK: The page's habits

  /// What the page's surest lines tell of all others.
  private struct Habits {
    /// Whether first lines are indented.
    let indents: Bool
    /// Whether a tool lost the indents: lines that begin a paragraph are two characters short.
    let losesIndents: Bool
    /// What it costs to go on over a blank line; the same below a line that stands alone and may be a first one.
    let joinOverBlank: Double
    let joinFirstOverBlank: Double
    /// What it costs to begin a paragraph without a blank line.
    let partWithoutBlank: Double

    /// What a word cut by a line's end says for the lines to belong together, and what says that there is none: of lines that go on a
    /// third is cut in mid-word, of a line and another story's hardly one (`WordPairs`).
    static let (wordSpeaksFor, noWordSpeaksFor) = (log(0.34 / 0.04), log(0.66 / 0.96))

    /// Lines in mid-sentence above a blank line.
    private struct Cuts {
      private(set) var count = 0.0
      private var inWords = 0.0

      mutating func add(_ upper: ColumnLine, _ line: ColumnLine) {
        count += 1
        if WordPairs.isWord(upper.lastCharacter, line.firstCharacter) { inWords += 1 }
      }

      /// Whether what follows the blank lines goes on with what stands above.
      var goOn: Bool { count >= 4 && inWords * wordSpeaksFor + (count - inWords) * noWordSpeaksFor > 1 }
    }

    init(_ lines: [ColumnLine]) {
      var (full, cut) = (1.0, Cuts())  // lines in mid-sentence that fill the column, and those above a blank line
      var cutFirst = Cuts()  // lines in mid-sentence between two blank lines, as much too short as an indent
      var (ended, endedOverBlank) = (1.0, 0.5)  // short lines that end a sentence
      var (short, whole) = (0, 0)  // lines in mid-sentence below a paragraph's end
      for (upper, line) in zip(lines, lines.dropFirst()) where upper.width <= upper.column + 2 {
        let rest = upper.column - upper.width
        if upper.end != .sentence, upper.end != .sure, line.start != .sure {
          if rest < 2 || (rest <= ParagraphFinder.indent + 1 && upper.isProse) {
            full += 1
            if line.afterBlank { cut.add(upper, line) }
          } else if rest <= ParagraphFinder.indent + 2, upper.afterBlank, line.afterBlank {
            cutFirst.add(upper, line)
          }
        }
        if upper.end == .sentence, rest > ParagraphFinder.indent + 2 {
          ended += 1
          if line.afterBlank { endedOverBlank += 1 }
          if line.end == .inside || line.end == .open, !line.isIndented {
            let gap = line.column - line.width
            if gap < 2 {
              whole += 1
            } else if (ParagraphFinder.indent - 1...ParagraphFinder.indent + 1).contains(gap) {
              short += 1
            }
          }
        }
      }
      let indented = lines.reduce(0) { $0 + ($1.isIndented ? 1 : 0) }
      indents = indented * 12 > lines.count && indented * 3 < lines.count * 2
      losesIndents = !indents && short > whole
      // A column's end may be a cut to another story's; only where many lines stand apart do blank lines part nothing.
      let (cuts, gaps) = (cut.count / full, endedOverBlank / ended)
      joinOverBlank = cuts > 0.25 && cut.goOn ? Platform.log((gaps + 0.02) / (cuts + 0.02)) : 20
      joinFirstOverBlank = cutFirst.goOn ? min(joinOverBlank, 1) : joinOverBlank
      partWithoutBlank = max(0, Platform.log((1 - cuts + 0.02) / (1 - gaps + 0.02)))
    }
  }
}
