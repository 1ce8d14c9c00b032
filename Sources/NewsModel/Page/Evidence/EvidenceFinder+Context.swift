/// Evidence from the print around a block: verse, lists of names, quotes that are printed twice.
extension EvidenceFinder {
  /// Stretches of short lines without full stops, more than a heading has, are verse or a list.
  func markVerse(_ readings: inout [Reading]) {
    var start = 0
    while start < readings.count {
      var end = start
      var close = 0  // lines without a blank line above them
      while end < readings.count, isShortLine(readings[end]) {
        if end > start, !list.blocks[end].afterBlank { close += 1 }
        end += 1
      }
      if close >= 4, end - start >= 6 {
        // A heading may stand above: what is set apart by blank lines before the first close pair.
        var first = start
        while first + 1 < end, list.blocks[first + 1].afterBlank { first += 1 }
        for index in first..<end { readings[index].evidence.insert(.verse) }
      }
      start = max(end, start + 1)
    }
  }

  /// Marks what the page does everywhere on the lines that it speaks of: on which side of a caption credits stand, on
  /// which side of a text headings may.
  func markHabits(_ readings: inout [Reading]) {
    func isCredit(_ index: Int) -> Bool {
      readings.indices.contains(index) && readings[index].evidence.contains(.credit)
    }
    func isCaption(_ index: Int) -> Bool {
      readings.indices.contains(index) && (20...260).contains(readings[index].length)
        && !readings[index].evidence.isDisjoint(with: [.dayFirst, .captionWords, .scene])
        && readings[index].evidence.isDisjoint(with: [.opening, .inlineCredit])
    }
    var (above, below) = (0, 0)
    for index in readings.indices where isCredit(index) {
      let (before, after) = (isCaption(index - 1), isCaption(index + 1))
      if after, !before { above += 1 }
      if before, !after { below += 1 }
    }
    let titles = readings.map {
      TitleLinks.couldBeTitle($0) && $0.evidence.isDisjoint(with: [.pointer, .jump, .dateAlone])
    }
    func first(_ order: some Sequence<Int>) -> Int? {
      order.first { readings[$0].evidence.isDisjoint(with: [.furniture, .masthead, .debris, .pointer]) }
    }
    let beginsUnheaded =
      first(readings.indices).map {
        !titles[$0] && (readings[$0].length > 46 || !readings[$0].evidence.isDisjoint(with: [.opening, .byline]))
      } ?? false
    let endsWithTitle = first(readings.indices.reversed()).map { titles[$0] } ?? false
    for index in readings.indices {
      if isCredit(index) || isCaption(index), above != below {
        readings[index].evidence.insert(above > below ? .creditsAbove : .creditsBelow)
      }
      guard titles[index] else { continue }
      if beginsUnheaded { readings[index].evidence.insert(.pageBeginsUnheaded) }
      if endsWithTitle { readings[index].evidence.insert(.pageEndsWithTitle) }
    }
  }

  /// A label and names, 二等奖:张三 李四: a list when there are several names or several such lines.
  func markNameLists(_ readings: inout [Reading]) {
    let names = readings.indices.map { readings[$0].length <= 60 ? labelledNames(list.text($0)) : 0 }
    for index in names.indices where names[index] > 0 {
      let hasKin =
        (index > 0 && names[index - 1] > 0) || (index + 1 < names.count && names[index + 1] > 0)
      if names[index] >= 4 || hasKin { readings[index].evidence.insert(.tableRow) }
    }
  }

  /// How many names stand after the label, 0 when it is no such line.
  private func labelledNames(_ text: ArraySlice<UInt32>) -> Int {
    guard let colon = text.prefix(12).firstIndex(where: { $0 == 0x3A || $0 == 0xFF1A }), colon - text.startIndex >= 2,
      text[..<colon].allSatisfy({ CharacterClass.of($0).contains(.han) }), !text[..<colon].containsAny(Trade.roleCores)
    else { return 0 }
    let fields = text[(colon + 1)...].split { CharacterClass.of($0).contains(.space) || $0 == 0x3001 }
    guard !fields.isEmpty,
      fields.allSatisfy({ (2...4).contains($0.count) && $0.allSatisfy { CharacterClass.of($0).contains(.han) } })
    else { return 0 }
    let known = fields.reduce(0) { $0 + (Byline.looksLikeName($1) ? 1 : 0) }
    return known * 3 >= fields.count * 2 ? fields.count : 0
  }

  private func isShortLine(_ reading: Reading) -> Bool {
    (1...20).contains(reading.length)
      && reading.evidence.isDisjoint(with: [
        .endsSentence, .holdsSentence, .opening, .byline, .furniture, .masthead, .dash, .signature, .credit, .marker,
        .tableRow, .sectionWord, .columnName, .noticeTitle,
      ])
  }

  /// A short quotation or sentence on its own that stands word for word in a text nearby was pulled out of it; so was a
  /// quotation with its speaker after a dash.
  func markRepeated(_ readings: inout [Reading]) {
    for index in readings.indices where isAttributedQuote(list.text(index)) {
      readings[index].evidence.insert(.repeated)
    }
    for index in readings.indices
    where (6...40).contains(readings[index].length)
      && !readings[index].evidence.isDisjoint(with: [.endsSentence, .asks])
      && readings[index].evidence.isDisjoint(with: [
        .holdsSentence, .opening, .inlineSignature, .inlineCredit, .remnant,
      ])
    {
      let core = withoutMarks(list.text(index))
      guard core.count >= 5 else { continue }
      let wanted = Word(core)
      let near = max(0, index - 12)..<min(readings.count, index + 13)
      if near.contains(where: { $0 != index && readings[$0].length > 46 && list.text($0).firstIndex(of: wanted) != nil }
      ) {
        readings[index].evidence.insert(.repeated)
      }
    }
  }

  /// “……。” ——某某: a quotation with its speaker after a dash.
  private func isAttributedQuote(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count <= 60, let first = text.first, CharacterClass.of(first).contains(.opener),
      let dash = text.suffix(7).lastIndex(of: 0x2014), dash + 2 < text.endIndex
    else { return false }
    return Byline.looksLikeName(text[(dash + 1)...])
  }

  /// A text without quotes and full stops at its ends.
  private func withoutMarks(_ text: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
    var core = text
    func isMark(_ scalar: UInt32) -> Bool {
      !CharacterClass.of(scalar).isDisjoint(with: [.opener, .closer, .terminal, .space, .comma])
    }
    while let first = core.first, isMark(first) { core = core.dropFirst() }
    while let last = core.last, isMark(last) { core = core.dropLast() }
    return core
  }
}
