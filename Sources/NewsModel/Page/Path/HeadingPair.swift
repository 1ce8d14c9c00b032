/// What two lines of a heading, one under the other, say about each other: whether the print broke one headline, or set
/// a kicker above it or a deck below it.
struct HeadingPair {
  /// Which conditions hold, by row of the family "heading pair".
  private(set) var conditions: UInt64 = 0

  /// What is asked of a pair of lines, in the order of their rows.
  enum Condition: Int, CaseIterable {
    case always, isClose, sameLength
    case lowerLonger, lowerMuchLonger, upperLonger, upperMuchLonger
    case breaksWord, mayBreakWord
    case upperLeavesQuoteOpen, lowerDepends, upperEndsOpen, upperEndsWithComma, upperAsks, lowerAsks
    case upperIsCouplet, lowerIsCouplet, lowerHasDash, upperEndsWithDash, lowerInBrackets
    case upperNamesActor, lowerNamesActor, neitherNamesActor, bothNameActor
    case upperTellsNews, lowerTellsNews, upperQuotes, lowerQuotes
    case upperTiny, upperShort, lowerTiny, togetherShort, togetherLong
    case upperIsColumn, upperIsPlace, upperBeginsWithPlace, lowerBeginsWithPlace
    case isLast, isFirst, upperHasComma, lowerHasComma
    case upperCloserToText, lowerCloserToText, upperIsNumbered
    case oneUnheadedBelow, moreUnheadedBelow, unheadedAbove
  }
  static let rows = Condition.allCases.count

  /// Compares the lines `upper` and `lower`, blocks that stand one under the other and could both be titles.
  ///
  /// - Parameters:
  ///   - isFirst: whether the block above `upper` could not be a title.
  ///   - isLast: whether the block below `lower` could not.
  ///   - lean: how much more of `lower`'s wording than of `upper`'s stands in the text below them.
  ///   - unheadedBelow: how many reports open below without a line that could be their heading above them.
  ///   - unheadedAbove: whether one does above.
  init(
    _ upper: Int, _ lower: Int, _ list: BlockList, _ readings: [Reading], isFirst: Bool, isLast: Bool, lean: Float,
    unheadedBelow: Int, unheadedAbove: Bool
  ) {
    let (above, below) = (list.text(upper), list.text(lower))
    guard let end = above.last, let first = below.first else { return }
    let (upperReading, lowerReading) = (readings[upper], readings[lower])
    let (upperLength, lowerLength) = (upperReading.length, lowerReading.length)
    set(.always, true)
    set(.isClose, !list.blocks[lower].afterBlank)
    let longer = lowerLength - upperLength
    set(.sameLength, abs(longer) <= 1)
    set(.lowerLonger, (2...4).contains(longer))
    set(.lowerMuchLonger, longer >= 5)
    set(.upperLonger, (2...4).contains(-longer))
    set(.upperMuchLonger, longer <= -5)
    if WordPairs.isWord(end, first) {
      let endsWord = above.count >= 2 && WordPairs.isWord(above[above.endIndex - 2], end)
      let beginsWord = below.count >= 2 && WordPairs.isWord(first, below[below.startIndex + 1])
      set(.breaksWord, !endsWord && !beginsWord)
      set(.mayBreakWord, endsWord != beginsWord)
    }
    set(.upperLeavesQuoteOpen, Self.leavesOpen(above))
    set(.lowerDepends, Self.dependents.contains(first))
    set(.upperEndsOpen, Self.openEnds.contains(end))
    set(.upperEndsWithComma, CharacterClass.of(end).contains(.comma))
    set(.upperAsks, upperReading.evidence.contains(.asks))
    set(.lowerAsks, lowerReading.evidence.contains(.asks))
    set(.upperIsCouplet, Self.isCouplet(above))
    set(.lowerIsCouplet, Self.isCouplet(below))
    set(.lowerHasDash, Self.beginsWithDash(below, lowerReading))
    set(.upperEndsWithDash, end == 0x2014 || end == 0x2500)
    set(.lowerInBrackets, Self.isInBrackets(below))
    let (upperActs, lowerActs) = (Self.namesActor(above), Self.namesActor(below))
    set(.upperNamesActor, upperActs && !lowerActs)
    set(.lowerNamesActor, lowerActs && !upperActs)
    set(.neitherNamesActor, !upperActs && !lowerActs)
    set(.bothNameActor, upperActs && lowerActs)
    set(.upperTellsNews, above.containsAny(Trade.newsWords))
    set(.lowerTellsNews, below.containsAny(Trade.newsWords))
    set(.upperQuotes, above.contains(where: Self.quotes.contains))
    set(.lowerQuotes, below.contains(where: Self.quotes.contains))
    set(.upperTiny, upperLength <= 4)
    set(.upperShort, (5...7).contains(upperLength))
    set(.lowerTiny, lowerLength <= 5)
    set(.togetherShort, upperLength + lowerLength <= 14)
    set(.togetherLong, upperLength + lowerLength > 24)
    set(.upperIsColumn, !upperReading.evidence.isDisjoint(with: [.sectionWord, .columnName]))
    set(.upperIsPlace, upperReading.evidence.contains(.placeAlone))
    set(.upperBeginsWithPlace, upperReading.evidence.contains(.placeFirst))
    set(.lowerBeginsWithPlace, lowerReading.evidence.contains(.placeFirst))
    set(.isLast, isLast)
    set(.isFirst, isFirst)
    set(.upperHasComma, above.dropLast().contains { CharacterClass.of($0).contains(.comma) || $0 == 0x20 })
    set(.lowerHasComma, below.contains { CharacterClass.of($0).contains(.comma) || $0 == 0x20 })
    set(.upperCloserToText, lean < -0.1)
    set(.lowerCloserToText, lean > 0.1)
    set(.oneUnheadedBelow, unheadedBelow == 1)
    set(.moreUnheadedBelow, unheadedBelow > 1)
    set(.unheadedAbove, unheadedAbove)
    set(.upperIsNumbered, above.first == 0x7B2C)  // 第四十七章
  }

  private mutating func set(_ condition: Condition, _ holds: Bool) {
    if holds { conditions |= 1 << UInt64(condition.rawValue) }
  }

  /// The column of a pair of roles; `nil` where they are not those of a heading's lines.
  static func column(_ upper: BlockRole, _ lower: BlockRole) -> Int? {
    guard let first = index(upper), let second = index(lower) else { return nil }
    return first * 3 + second
  }

  private static func index(_ role: BlockRole) -> Int? {
    switch role {
    case .kicker, .tailKicker: 0
    case .headline, .tailHeadline: 1
    case .deck, .tailDeck: 2
    default: nil
    }
  }

  /// A dash before the deck; OCR reads it as 一, too.
  static func beginsWithDash(_ text: ArraySlice<UInt32>, _ reading: Reading) -> Bool {
    if reading.evidence.contains(.dash) { return true }
    guard text.count >= 8, text.first == 0x4E00 else { return false }
    // 一 before a measure word or noun is the number one; before anything else here it was a dash.
    return !ones.contains(text[text.startIndex + 1])
  }
  private static let ones = CharacterBits(
    "个位名条件项座片家次场张颗粒碗杯盏滴份本部台辆户村季年月日天夜路站起批套种棵株根线线批串枚块道抹缕把口头手心人体码网键窗门所院课封声声句曲首幅幕段篇生世样直定切致旦边方河江山水"
  )

  private static func isInBrackets(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count >= 8, let first = text.first, let last = text.last else { return false }
    return [0x28, 0xFF08].contains(first) && [0x29, 0xFF09].contains(last)
  }

  /// Whether a quotation or bracket opened in the line is still open at its end.
  private static func leavesOpen(_ text: ArraySlice<UInt32>) -> Bool {
    var depth = 0
    for scalar in text {
      if [0x201C, 0x300C, 0x300A, 0xFF08, 0x28].contains(scalar) { depth += 1 }
      if [0x201D, 0x300D, 0x300B, 0xFF09, 0x29].contains(scalar) { depth -= 1 }
    }
    return depth > 0
  }

  private static let quotes = CharacterBits("“\"「")
  /// Characters that no headline begins with: what they depend on stands in the line above.
  private static let dependents = CharacterBits("的了着过也都还又就才却把被将让给在到和与及或并而地得吗呢吧们")
  /// Characters that want another word after them: a place word (路上, 院里), a verb with its direction (竖起).
  private static let openEnds = CharacterBits("上里中前后间内外时起出到成住把被让给为与和在是有用靠从向裏後間時與為從讓給")

  /// Whether a line begins with who acts: a place, 我市, an office.
  private static func namesActor(_ text: ArraySlice<UInt32>) -> Bool {
    let head = text.prefix(8)
    if let first = head.first, first == 0x6211 || first == 0x5168, head.count > 1,
      subjects.contains(head[head.startIndex + 1])
    {
      return true
    }
    return PlaceLines.beginsWithPlace(text) || PlaceLines.beginsWithTown(text) || head.containsAny(Trade.actors)
  }
  private static let subjects = CharacterBits("市区县省州旗盟镇")

  /// Two clauses of one length with a space between them.
  static func isCouplet(_ text: ArraySlice<UInt32>) -> Bool {
    let halves = text.split { CharacterClass.of($0).contains(.space) }
    return halves.count >= 2 && halves.allSatisfy { $0.count == halves[0].count }
  }
}
