/// Tells kicker, headline and deck apart among the lines of one heading.
struct TitleGroup {
  /// The lines with their roles, in order; lines of one headline that the print broke have the same role.
  private(set) var lines: [(block: Int, role: PartRole)]

  /// Gives each of `blocks` its role.
  ///
  /// Print leaves these signs in plain text: a dash before the deck; a place alone above the headline; the headline in
  /// larger type, so that it is shorter than what stands above or below it; a subject in the line that tells the news.
  init(_ blocks: [Int], _ list: BlockList, _ readings: [Reading]) {
    lines = blocks.map { ($0, PartRole.headline) }
    guard blocks.count > 1 else { return }
    var rest = Array(lines.indices)
    // Deck: from the first line with a dash on, if a line stands above it.
    if let dash = rest.first(where: {
      $0 > 0 && Self.isDeck(list.text(blocks[$0]), readings[blocks[$0]], last: $0 == lines.count - 1)
    }) {
      for index in dash..<lines.count { lines[index].role = .deck }
      rest = Array(0..<dash)
    }
    // Column names above everything else; a slogan above a column's name belongs to the column.
    if let second = rest.dropFirst().dropLast().first, Self.isPlainColumn(list.text(blocks[second])) {
      for index in rest.prefix(2) { lines[index].role = .section }
      rest.removeFirst(2)
    }
    while rest.count > 1, let first = rest.first,
      Self.isSection(readings[blocks[first]], list.text(blocks[first]), of: rest.count)
        || Self.isColumnName(readings[blocks[first]], list.text(blocks[first]), above: list.text(blocks[rest[1]]))
    {
      lines[first].role = .section
      rest.removeFirst()
    }
    while rest.count > 1, let first = rest.first, readings[blocks[first]].evidence.contains(.placeAlone) {
      lines[first].role = .kicker
      rest.removeFirst()
    }
    assign(rest, list, readings)
  }

  private mutating func assign(_ rest: [Int], _ list: BlockList, _ readings: [Reading]) {
    guard rest.count > 1 else { return }
    func text(_ index: Int) -> ArraySlice<UInt32> { list.text(lines[index].block) }
    var groups: [[Int]] = []  // lines that the print broke belong together
    for index in rest {
      if let above = groups.last?.last, index == rest.last,
        Self.isFragment(text(above), readings[lines[above].block], above: text(index), ofTwo: rest.count == 2)
      {
        groups[groups.count - 1].append(index)
      } else if let last = groups.last?.last, !(text(index).endsOpen && index != rest.last),
        Self.goesOn(text(last), text(index), sameBlockGroup: !list.blocks[lines[index].block].afterBlank)
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
    }
    let hasDeck = lines.contains { $0.role == .deck }
    guard groups.count > 1 else { return }
    // With a deck below, the line right above it is the headline.
    var headline = groups.count - 1
    if !hasDeck {
      let last = groups[groups.count - 1]
      let above = groups[groups.count - 2]
      func length(_ group: [Int]) -> Int { group.reduce(0) { $0 + readings[lines[$1].block].length } }
      if Self.isHeadlineOverDeck(text(above[0]), length(above), text(last[0]), length(last)) {
        for index in last { lines[index].role = .deck }
        headline = groups.count - 2
      }
    }
    for group in groups[..<headline] { for index in group { lines[index].role = .kicker } }
  }

  /// A deck begins with a dash or stands in brackets; OCR reads the dash as 一, too.
  static func isDeck(_ text: ArraySlice<UInt32>, _ reading: Reading, last: Bool) -> Bool {
    if reading.evidence.contains(.dash) || (last && text.suffix(2).allSatisfy { $0 == 0x2014 }) { return true }
    guard last, text.count >= 8 else { return false }
    if let first = text.first, let end = text.last, [0x28, 0xFF08].contains(first), [0x29, 0xFF09].contains(end) {
      return true
    }
    guard text.first == 0x4E00 else { return false }
    // 一 before a measure word or noun is the number one; before anything else here it was a dash.
    let next = text[text.startIndex + 1]
    return !ones.contains(next)
  }
  private static let ones = CharacterBits(
    "个位名条件项座片家次场张颗粒碗杯盏滴份本部台辆户村季年月日天夜路站起批套种棵株根线线批串枚块道抹缕把口头手心人体码网键窗门所院课封声声句曲首幅幕段篇生世样直定切致旦边方河江山水")

  private static func isSection(_ reading: Reading, _ text: ArraySlice<UInt32>, of count: Int) -> Bool {
    guard !reading.evidence.contains(.placeAlone) else { return false }
    return reading.length <= 10
      && (reading.evidence.contains(.sectionWord) || reading.length <= 8 && text.suffixed(by: columnEndings) != nil)
      || (count >= 3 && text.containsAny(columnMarks) && reading.length <= 24)
  }
  /// Whether a line names a column rather than a story: by a word for columns, or as slogans of campaigns do.
  static func isColumn(_ text: ArraySlice<UInt32>, _ reading: Reading) -> Bool {
    reading.length <= 14 && reading.evidence.isDisjoint(with: [.placeAlone, .dash])
      && (reading.evidence.contains(.sectionWord) || text.containsAny(columnMarks)
        || text.suffixed(by: columnEndings) != nil)
  }

  private static func isPlainColumn(_ text: ArraySlice<UInt32>) -> Bool {
    text.count <= 8 && (text.containsAny(columnMarks) || text.suffixed(by: columnEndings) != nil)
  }
  private static let columnEndings = wordList(
    "时评 评论 会客厅 茶座 论坛 杂谈 随笔 漫谈 札记 专栏 之窗 视窗 来信 故事 人物 纪实 纪事 连载 寻访 走笔 速写 风采 行动 夜话 副刊 書信 來信 時評 專欄"
  )
  private static let columnMarks = wordList("·  — 进行时 在行动 看一线 一线 在路上 新征程 新时代 走基层 新春")

  /// A word of up to four characters above a line that is longer: 讲政策, 闲话. Halves of a headline are more alike.
  private static func isColumnName(_ reading: Reading, _ text: ArraySlice<UInt32>, above below: ArraySlice<UInt32>)
    -> Bool
  {
    text.count <= 4 && below.count >= text.count + 3 && reading.evidence.isDisjoint(with: [.placeAlone, .placeLabel])
      && text.allSatisfy { CharacterClass.of($0).contains(.han) } && !text.endsOpen && !goesOn(below)
  }

  /// Whether a line goes on where the line above broke.
  private static func goesOn(_ above: ArraySlice<UInt32>, _ below: ArraySlice<UInt32>, sameBlockGroup: Bool) -> Bool {
    guard let last = above.last, !isChapter(above) else { return false }
    if CharacterClass.of(last).contains(.comma) || leftOpen(above) || goesOn(below) { return true }
    // Hardly a headline has fewer than six characters.
    if below.count <= 5, above.count >= 8, !PlaceLines.beginsWithPlace(below) { return true }
    return sameBlockGroup && above.count <= 8 && below.count <= 12 && !CharacterClass.of(last).contains(.closer)
  }

  private static func goesOn(_ below: ArraySlice<UInt32>) -> Bool {
    below.first.map { dependents.contains($0) } ?? false
  }

  /// 第四十七章: numbered above the title of its own.
  private static func isChapter(_ text: ArraySlice<UInt32>) -> Bool {
    text.first == 0x7B2C && text.prefix(7).contains { [0x7AE0, 0x56DE, 0x8282, 0x96C6].contains($0) }
  }

  /// Whether a line is too short or too open at its end to stand alone above the last line of a heading, so that both
  /// are one headline. Of more than two lines only an open end tells.
  private static func isFragment(
    _ text: ArraySlice<UInt32>, _ reading: Reading, above below: ArraySlice<UInt32>, ofTwo: Bool
  ) -> Bool {
    text.count <= (text.endsOpen ? 8 : 6) && (ofTwo || text.endsOpen) && below.count <= 14 && !isChapter(text)
      && reading.evidence.isDisjoint(with: [.sectionWord, .placeFirst])
      && !isCouplet(text) && !text.containsAny(columnMarks)
      && !PlaceLines.beginsWithPlace(below)
  }

  /// Whether a quotation or bracket opened in the line is still open at its end.
  private static func leftOpen(_ text: ArraySlice<UInt32>) -> Bool {
    var depth = 0
    for scalar in text {
      if [0x201C, 0x300C, 0x300A, 0xFF08, 0x28].contains(scalar) { depth += 1 }
      if [0x201D, 0x300D, 0x300B, 0xFF09, 0x29].contains(scalar) { depth -= 1 }
    }
    return depth > 0
  }

  /// Characters that no headline begins with: what they depend on stands in the line above.
  private static let dependents = CharacterBits("的了着过也都还又就才却把被将让给在到和与及或并而地得吗呢吧们")

  /// Of two title lines without a dash: whether the upper one is the headline and the lower one its deck.
  private static func isHeadlineOverDeck(
    _ upper: ArraySlice<UInt32>, _ upperLength: Int, _ lower: ArraySlice<UInt32>, _ lowerLength: Int
  ) -> Bool {
    var deck: Float = -0.5
    if lowerLength >= upperLength + 4 { deck += 2 }
    if upperLength >= lowerLength + 2 { deck -= 1.5 }
    if hasSubject(lower) { deck -= 2 }
    if hasSubject(upper) && !hasSubject(lower) { deck += 1 }
    if isCouplet(upper) && !hasSubject(upper) { deck -= 2 }
    // A word in quotes is the headline's catch; what is due, opened or decided is the news itself.
    if isQuoting(lower) { deck -= 1 } else if isQuoting(upper) { deck += 1 }
    if !isCouplet(upper), upper.containsAny(newsWords) { deck += 1.5 }
    if lower.containsAny(newsWords) { deck -= 1 }
    return deck > 0
  }
  private static let newsWords = wordList(
    "启动 发布 出台 推出 开通 上线 举行 召开 公布 需 将 须 可 拟 啟動 發佈 開通 舉行 將 須 擬")

  private static func isQuoting(_ text: ArraySlice<UInt32>) -> Bool {
    text.contains { [0x201C, 0x22, 0x300C].contains($0) }
  }

  /// Whether a line begins with who acts: a place, 我市, an office.
  private static func hasSubject(_ text: ArraySlice<UInt32>) -> Bool {
    let head = text.prefix(8)
    if let first = head.first, [0x6211, 0x5168].contains(first), head.count > 1,
      subjects.contains(head[head.startIndex + 1])
    {
      return true
    }
    return PlaceLines.beginsWithPlace(text) || PlaceLines.beginsWithTown(text) || head.containsAny(offices)
  }
  private static let subjects = CharacterBits("市区县省州旗盟镇")
  private static let offices = wordList("局 委 公司 集团 县 院 大队 中心 银行 公安 联合会 部门 市直 省直 两部 集團 縣 銀行 部門 聯合會")

  /// Two clauses of one length with a space between them.
  static func isCouplet(_ text: ArraySlice<UInt32>) -> Bool {
    let halves = text.split { CharacterClass.of($0).contains(.space) }
    return halves.count >= 2 && halves.allSatisfy { $0.count == halves[0].count }
  }
}

extension ArraySlice<UInt32> {
  /// Whether the text ends in a word that wants another: a place word (路上, 院里), a verb with its direction (竖起).
  fileprivate var endsOpen: Bool { last.map { openEnds.contains($0) } ?? false }
}

private let openEnds = CharacterBits("上里中前后间内外时起出到成住把被让给为与和在是有用靠从向裏後間時與為從讓給")
