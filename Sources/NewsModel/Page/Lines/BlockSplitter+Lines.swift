/// How the lines of a wrapped page were set: in which column, and how each begins and ends.
extension BlockSplitter {
  /// The lines of some groups, which blank lines part.
  func columnLines(of groups: [Range<Int>]) -> [ColumnLine] {
    var lines: [ColumnLine] = []
    for group in groups {
      let isSet = setting(group.lowerBound) != nil
      let own = ownEdge(of: group)
      // First and last lines of a short paragraph may end at one edge by chance.
      let holdsFullLine =
        column.map { column in
          group.contains { abs(width($0) - column) <= 2 && width($0) > (own ?? column) + 3 }
        } ?? false
      let edge = (holdsFullLine ? column : own ?? column) ?? 0
      let column = column ?? edge
      let isList = !isSet && isList(group, edge: own ?? column)
      let indents = group.map { setting($0)?.isIndented ?? indent(of: $0) }
      let allIndented = !isSet && group.count > 1 && indents.allSatisfy { $0 }
      for (place, line) in group.enumerated() {
        let text = trimmed(line)
        let isAlone =
          isList || !kinds.isEmpty && kinds[line] != nil
          || EvidenceFinder.isTableRow(text) && Opening.parse(text) == nil
        lines.append(
          ColumnLine(
            lines: line..<line + 1, width: isSpread(line) ? max(width(line), edge) : width(line),
            column: setting(line)?.column ?? edge,
            firstPiece: firstPiece(of: text),
            afterBlank: place == 0, isIndented: indents[place] && !allIndented,
            leavesOpen: leavesQuotationOpen(text), firstCharacter: text.first ?? 0, lastCharacter: text.last ?? 0,
            start: isAlone ? .sure : start(of: text, below: line > group.lowerBound ? line - 1 : nil),
            end: isAlone ? .sure : end(of: text, hasRoom: hasRoom(line, in: group, setting(line)?.column ?? column)),
            isProse: isProse(text)))
      }
    }
    if groups.contains(where: { setting($0.lowerBound) != nil }) { return lines }
    setColumns(of: &lines)
    return joiningPieces(of: lines)
  }

  /// Whether print spread a line of text over its column: blanks set its characters apart, not those of other lines.
  private func isSpread(_ line: Int) -> Bool {
    !looseLines.isEmpty && looseLines.contains(line) && trimmed(line).contains { Self.proseMarks.contains($0) }
  }
  private static let proseMarks = CharacterBits("，。、；：（,(…")

  /// The lines with those put together that a tool made of one printed line: they fill the column only together, and what
  /// stands at the cut is no end of anything.
  private func joiningPieces(of lines: [ColumnLine]) -> [ColumnLine] {
    var result: [ColumnLine] = []
    var start = 0
    while start < lines.count {
      var whole = lines[start]
      let column = whole.column
      let isInText = result.last.map { $0.end != .sentence && $0.end != .sure && $0.width > column - 4 } ?? false
      var (sum, end) = (whole.width, start + 1)
      var (best, bestEnd) = (whole, end)
      while end < lines.count, sum < column - 3, sum + lines[end].width <= column + 1,
        areOfOneLine(whole, lines[end], isInText: isInText)
      {
        sum += lines[end].width
        whole = whole.joined(with: lines[end])
        end += 1
        if sum >= column - 2 { (best, bestEnd) = (whole, end) }
      }
      result.append(best)
      start = bestEnd
    }
    return result
  }

  /// Whether two short lines can be pieces of one: in the midst of a text, or one of them tells of it by its marks.
  private func areOfOneLine(_ upper: ColumnLine, _ lower: ColumnLine, isInText: Bool) -> Bool {
    guard !lower.afterBlank, !lower.isIndented, lower.start != .sure, upper.end != .sure, lower.end != .sure else {
      return false
    }
    if lower.start == .mark || lower.start == .inside || lower.leavesOpen || upper.leavesOpen { return true }
    return upper.end != .sentence && (isInText || upper.isProse || lower.isProse)
  }

  /// Whether a line would have fitted on the one above it, or has none above.
  private func hasRoom(_ line: Int, in group: Range<Int>, _ column: Int) -> Bool {
    line == group.lowerBound || width(line - 1) + width(line) <= column
  }

  /// Sets the column of lines that stand together and are of one width that is not the page's: a box, a caption, a lead.
  private func setColumns(of lines: inout [ColumnLine]) {
    var start = 0
    while start < lines.count {
      let column = lines[start].column
      var end = start
      var (least, most) = (Int.max, 0)
      while end < lines.count {
        let width = lines[end].width
        let isOther =
          width > column + 3 || (width < column - 7 && lines[end].end != .sentence && lines[end].end != .sure)
        guard isOther, max(most, width) - min(least, width) <= 3 else { break }
        (least, most) = (min(least, width), max(most, width))
        end += 1
      }
      let isRun = end - start >= 3 && lines[start..<end].contains { $0.isProse } || end > start && most > column + 3
      if isRun {
        for index in start..<end {
          lines[index].column = most
          lines[index].isWide = most > column
        }
        // The last line of the run's paragraph is shorter.
        if end < lines.count, end - start >= 3, lines[end].width <= most, lines[end - 1].end != .sentence {
          lines[end].column = most
        }
      }
      start = max(end, start + 1)
    }
  }

  /// Whether lines far narrower than the page's column, without commas and full stops, are rows rather than a paragraph.
  private func isList(_ group: Range<Int>, edge: Int) -> Bool {
    guard group.count > 1, column.map({ edge * 4 < $0 * 3 }) ?? (edge <= 32) else { return false }
    let punctuated = group.reduce(0) { count, line in
      count + (page.line(line).contains { $0 == 0xFF0C || $0 == 0x2C || $0 == 0x3002 } ? 1 : 0)
    }
    return punctuated * 3 < group.count
  }

  /// Whether the line begins with the white space that opens a paragraph.
  private func indent(of line: Int) -> Bool {
    let text = page.line(line)
    guard let first = text.first else { return false }
    if first == 0x3000 { return true }
    return text.prefix(2).count == 2 && text.prefix(2).allSatisfy { $0 == 0x20 }
  }

  /// How wide the first piece of a line is that no break parts: a word or figure, a character with the marks that follow it.
  private func firstPiece(of text: ArraySlice<UInt32>) -> Int {
    var width = 0
    var isOpen = true  // whether more must follow on the same line
    for (place, scalar) in text.prefix(24).enumerated() {
      let kind = CharacterClass.of(scalar)
      let isWord = LineMeasure.isNarrow(scalar) && !kind.isDisjoint(with: [.latin, .digit])
      let goesOn =
        isOpen || (place > 0 && isWord && width > 0 && Self.isWord(text[text.startIndex + place - 1]))
        || Self.beginsNoLine(scalar)
      guard place == 0 || goesOn else { break }
      width += LineMeasure.isNarrow(scalar) && !countsCharacters ? 1 : 2
      isOpen = kind.contains(.opener) && !kind.contains(.closer)
    }
    return width
  }

  private static func isWord(_ scalar: UInt32) -> Bool {
    scalar < 0x2E80 && !CharacterClass.of(scalar).isDisjoint(with: [.latin, .digit])
  }

  /// Whether a mark stands at no line's beginning.
  private static func beginsNoLine(_ scalar: UInt32) -> Bool {
    let kind = CharacterClass.of(scalar)
    return !kind.isDisjoint(with: [.comma, .terminal]) || kind.contains(.closer) && !kind.contains(.opener)
      || scalar == 0x25 || scalar == 0xFF05
  }

  private func start(of text: ArraySlice<UInt32>, below above: Int?) -> ColumnLine.Start {
    guard let first = text.first else { return .plain }
    if Self.beginsNoLine(first) || above.map({ cutsWord(trimmed($0), text) }) == true { return .mark }
    if Self.particles.contains(first) || endsSentenceAtOnce(text) { return .inside }
    if let above, leavesBracketOpen(trimmed(above)) { return .plain }
    if Block.markers.contains(first) || text.prefixed(by: Self.firstWords) != nil || Opening.parse(text) != nil {
      return .sure
    }
    if PageFurniture.withoutMarks(text).isOne(of: Trade.sidebarLabels) { return .sure }
    if let above, endsWithCredit(trimmed(above)) { return .sure }
    let kind = CharacterClass.of(first)
    if kind.contains(.opener) || kind.contains(.digit) && beginsWithDay(text) { return .likely }
    return .plain
  }

  /// Whether a word or number goes on from one line to the next behind a hyphen: COVID-/19, 0635-/1234567.
  func cutsWord(_ upper: ArraySlice<UInt32>, _ lower: ArraySlice<UInt32>) -> Bool {
    upper.count > 1 && upper.last == 0x2D && upper.dropLast().last?.isLetterOrFigure == true
      && lower.first?.isLetterOrFigure == true
  }

  private static let particles = CharacterBits("的了们們吗呢吧")
  private static let firstWords = wordList("本报讯 【本报讯 本報訊 【本報訊 本台讯 本刊讯")

  /// Whether a sentence ends with the line's first characters: 练。过去，……
  private func endsSentenceAtOnce(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count > 3, CharacterClass.of(text[text.startIndex]).contains(.han) else { return false }
    let (second, third) = (text[text.startIndex + 1], text[text.startIndex + 2])
    return second == 0x3002 || second == 0xFF0C || third == 0x3002
  }

  /// 5月4日，
  private func beginsWithDay(_ text: ArraySlice<UInt32>) -> Bool {
    let head = text.prefix(8)
    guard let day = head.firstIndex(of: 0x65E5) else { return false }
    return head[..<day].contains(0x6708)
      && head[(day + 1)...].first.map { CharacterClass.of($0).contains(.comma) } == true
  }

  /// How a line ends; `hasRoom` says whether it would have fitted on the line above.
  private func end(of text: ArraySlice<UInt32>, hasRoom: Bool) -> ColumnLine.End {
    guard let last = text.last else { return .inside }
    if leavesBracketOpen(text) { return .open }
    if text.count <= 30, isCredit(text, hasRoom: hasRoom) { return .sure }
    let kind = CharacterClass.of(last)
    if kind.contains(.opener) && !kind.contains(.closer) { return .open }
    var index = text.endIndex
    while index > text.startIndex, CharacterClass.of(text[index - 1]).contains(.closer) { index -= 1 }
    guard index > text.startIndex else { return .inside }
    if CharacterClass.of(text[index - 1]).contains(.terminal) { return .sentence }
    if endsWithSignature(text) || endsWithCredit(text) { return .sentence }
    return index == text.endIndex && kind.contains(.comma) && last != 0xFF1A && last != 0x3A ? .open : .inside
  }

  /// Whether a quotation is opened and not closed.
  private func leavesQuotationOpen(_ text: ArraySlice<UInt32>) -> Bool {
    guard let open = text.lastIndex(of: 0x201C) else { return false }
    return !text[open...].contains(0x201D)
  }

  /// Whether a bracket is opened and not closed: 本报讯（记者 张三 通.
  private func leavesBracketOpen(_ text: ArraySlice<UInt32>) -> Bool { BylineBracket.isLeftOpen(text) }

  /// Whether a line is a byline, or a signature that stands on a line of its own though there was room for it above.
  private func isCredit(_ text: ArraySlice<UInt32>, hasRoom: Bool) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    let isBracketed = (first == 0x28 || first == 0xFF08) && (last == 0x29 || last == 0xFF09)
    guard isBracketed ? hasRoom : Block.markers.contains(first) || text.prefix(8).containsAny(Trade.roleCores),
      Opening.parse(text) == nil
    else { return false }
    let byline = Byline.parse(text)
    return byline.isWhole && (byline.hasRole || isBracketed)
  }

  /// Whether a line ends with names in brackets behind a full stop: ……成效。（张三）
  private func endsWithSignature(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.last == 0x29 || text.last == 0xFF09 else { return false }
    guard let open = text.lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }) else {
      // The bracket was opened on the line above: 讯员 张三 摄）
      return text.count <= 16 && !text.dropLast().contains { CharacterClass.of($0).contains(.comma) }
        && Byline.parse(text).isWhole
    }
    let before = text[..<open].trimmed
    guard before.isEmpty || before.last.map({ !CharacterClass.of($0).isDisjoint(with: [.terminal, .closer]) }) == true
    else { return false }
    return Byline.parse(text[open...]).isWhole
  }

  /// Whether a line reads as running text rather than as a heading.
  private func isProse(_ text: ArraySlice<UInt32>) -> Bool {
    var (stops, commas) = (0, 0)
    for scalar in text.dropLast() {
      if scalar == 0x3002 || scalar == 0xFF1B { stops += 1 }
      if scalar == 0xFF0C || scalar == 0x2C || scalar == 0x3001 { commas += 1 }
    }
    return stops > 0 || commas > 1
  }

  /// 张三 摄 at a line's end, after white space or a full stop.
  private func endsWithCredit(_ text: ArraySlice<UInt32>) -> Bool {
    guard let word = text.suffixed(by: Self.creditWords) else { return false }
    let name = text.dropLast(word.count).trimmed
    guard
      let before = name.suffix(5).lastIndex(where: { !CharacterClass.of($0).isDisjoint(with: [.space, .terminal]) })
    else { return false }
    return Byline.looksLikeName(name[(before + 1)...])
  }
  private static let creditWords = wordList("摄 攝 摄影 攝影 供图 供圖")
}
