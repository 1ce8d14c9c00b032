/// Evidence that only neighbours tell: mastheads, lists, items that share a mark, sign-offs, subheads of one pattern.
extension EvidenceFinder {
  /// Rules that look at neighbours: items that share a mark, sign-offs, subheads of one pattern, heads of tables.
  func compare(_ readings: inout [Reading]) {
    markMasthead(&readings)
    markLists(&readings)
    markItems(&readings)
    markNameLists(&readings)
    markVerse(&readings)
    markRepeated(&readings)
    for index in readings.indices {
      if readings[index].evidence.contains(.dateAlone), index > 0, readings[index - 1].evidence.contains(.organisation)
      {
        readings[index].evidence.insert(.signOff)
        readings[index - 1].evidence.insert(.signOff)
      }
      if signsNotice(index, readings) { readings[index].evidence.insert(.signOff) }
      if index + 1 < readings.count, readings[index + 1].evidence.contains(.tableRow),
        !readings[index].evidence.contains(.tableRow)
      {
        let fields = list.text(index).split { CharacterClass.of($0).contains(.space) }.count
        if fields >= 3, readings[index].evidence.isDisjoint(with: [.endsSentence, .byline, .furniture]) {
          readings[index].evidence.insert(.tableRow)
        }
      }
    }
    for index in readings.indices.dropLast()
    where readings[index + 1].evidence.contains(.tableRow) && list.text(index).prefixed(by: Self.tableLabels) != nil {
      readings[index].evidence.insert(.tableRow)
    }
    for index in readings.indices.dropFirst() {
      // A caption of two lines, credited at its end.
      let (above, below) = (readings[index - 1].evidence, readings[index].evidence)
      if above.contains(.dayFirst), below.contains(.inlineSignature), readings[index].length <= 120,
        let tail = readings[index].tail, Block.markers.contains(list.scalars[tail])
      {
        readings[index].evidence.remove(.inlineSignature)
        readings[index].evidence.insert(.inlineCredit)
      }
    }
    markSiblings(&readings)
    markHabits(&readings)
  }
  /// Whether an office stands alone after the text of a notice, or with the day on its own line.
  private func signsNotice(_ index: Int, _ readings: [Reading]) -> Bool {
    let text = list.text(index)
    guard readings[index].length <= 40, !readings[index].evidence.contains(.endsSentence) else { return false }
    if readings[index].ingredients.kinds.contains(.space), isSignedAndDated(text.trimmed) { return true }
    guard readings[index].evidence.contains(.organisation), index > 1, readings[index].length <= 24,
      readings[index - 1].evidence.contains(.endsSentence)
    else { return false }
    for back in stride(from: index - 1, through: max(0, index - 5), by: -1) {
      if readings[back].evidence.contains(.noticeTitle) { return true }
      if !readings[back].evidence.contains(.endsSentence), readings[back].length <= 46 { return false }
    }
    return false
  }

  /// 某局 2019年8月26日: an office, and a day at the end.
  private func isSignedAndDated(_ text: ArraySlice<UInt32>) -> Bool {
    let isSpace = { (scalar: UInt32) in CharacterClass.of(scalar).contains(.space) }
    guard let first = text.firstIndex(where: isSpace), let last = text.lastIndex(where: isSpace) else { return false }
    return PageFurniture.isDate(text[(last + 1)...]) && text[..<first].suffixed(by: Trade.officeEndings) != nil
  }

  private static let tableLabels = wordList("单位 计量单位 注")

  /// A long text that begins with a mark is an item of a block of briefs when another such text stands on the page.
  private func markItems(_ readings: inout [Reading]) {
    var items: [UInt32: [Int]] = [:]
    for index in readings.indices {
      let namesLoss = readings[index].ingredients.contains(.losses) && list.text(index).containsAny(Trade.lossWords)
      if namesLoss {
        if readings[index].evidence.contains(.marker) {
          readings[index].evidence.insert(.tableRow)  // a row of a list of losses
        }
      } else if let mark = itemMark(index, readings[index]) {
        items[mark, default: []].append(index)
      }
    }
    for indices in items.values where indices.count >= 2 {
      for index in indices { readings[index].evidence.insert(.item) }
    }
  }

  /// What the items of the block of briefs begin with that a long text may be one of.
  private func itemMark(_ index: Int, _ reading: Reading) -> UInt32? {
    guard reading.length >= 24, reading.evidence.isDisjoint(with: [.byline, .opening]),
      let first = list.text(index).first
    else { return nil }
    if reading.ingredients.kinds.contains(.space), isDatedPlace(index) { return Self.placeMark }
    if first == 0x3010 { return isLabelledItem(index, reading) ? first : nil }
    return reading.ingredients.contains(.marker) && Block.markers.contains(first) ? first : nil
  }

  /// Stands for the mark of items that begin with a place.
  private static let placeMark: UInt32 = 0x5730

  /// 某县 9月22日, …: a place set off by a space, and a day.
  private func isDatedPlace(_ index: Int) -> Bool {
    let text = list.text(index)
    guard let gap = text.prefix(9).firstIndex(where: { CharacterClass.of($0).contains(.space) }), gap > text.startIndex,
      isPlace(text[..<gap])
    else { return false }
    let rest = text[gap...].trimmed.prefix(8)
    return rest.first.map { CharacterClass.of($0).contains(.digit) } == true && rest.contains(0x65E5)
  }

  /// 【某县】 before a text, or 【教育】 before one that is signed: an item. 【回访】 alone is a step of a story.
  private func isLabelledItem(_ index: Int, _ reading: Reading) -> Bool {
    let text = list.text(index)
    guard let close = text.prefix(10).firstIndex(of: 0x3011) else { return false }
    return isPlace(text[(text.startIndex + 1)..<close]) || reading.evidence.contains(.inlineSignature)
  }

  /// The short lines above a date line at the page's beginning, and those right below it, are the masthead.
  private func markMasthead(_ readings: inout [Reading]) {
    for index in readings.indices.prefix(7).dropFirst()
    where readings[index].evidence.contains(.dateAlone) && readings[index - 1].length <= 12
      && PageFurniture.namesPaper(list.text(index - 1))
    {
      // 某某晚报, and below it 2023年7月2日 without a day of the week.
      readings[index].evidence.insert(.furniture)
    }
    guard let date = readings.prefix(7).lastIndex(where: { $0.evidence.contains(.furniture) }) else { return }
    guard
      readings[..<date].allSatisfy({
        $0.length <= 40 && $0.evidence.isDisjoint(with: [.opening, .byline, .endsSentence])
      })
    else { return }
    for index in 0..<date where !readings[index].evidence.contains(.furniture) {
      let text = list.text(index)
      if PageFurniture.namesPaper(text) || PageFurniture.hasPageCode(text) {
        readings[index].evidence.insert(.furniture)
      } else if !readings[index].evidence.contains(.dash), !text.contains(where: { Self.headlineMarks.contains($0) }) {
        readings[index].evidence.insert(.masthead)
      }
    }
    var next = date + 1
    while next < readings.count, !list.blocks[next].afterBlank, readings[next].length <= 40,
      readings[next].evidence.isDisjoint(with: [.opening, .endsSentence, .comma])
    {
      let isCode = readings[next].length <= 4 || list.text(next).allSatisfy { $0 < 0x250 }
      guard isCode else { break }
      readings[next].evidence.insert(.furniture)
      next += 1
    }
  }

  /// Marks that headlines print and papers' names do not.
  private static let headlineMarks = CharacterBits("“”\"「」，,！？：:")

  /// Five or more short lines under one another without a blank are a list.
  private func markLists(_ readings: inout [Reading]) {
    var start = 0
    while start < readings.count {
      var end = start
      while end < readings.count, end == start || !list.blocks[end].afterBlank, (2...36).contains(readings[end].length),
        readings[end].evidence.isDisjoint(with: [
          .endsSentence, .opening, .furniture, .holdsSentence, .dash, .signature, .credit, .marker,
        ])
      { end += 1 }
      if end - start >= 5,
        !readings[start..<end].contains(where: { $0.evidence.contains(.byline) && $0.byline.hasRole })
      {
        // The first line may be the list's title.
        for index in (start + (list.blocks[start].afterBlank ? 1 : 0))..<end {
          readings[index].evidence.insert(.tableRow)
        }
      }
      start = max(end, start + 1)
    }
  }

  /// Short unpunctuated lines of nearly one length within 24 blocks of each other, with text between them.
  private func markSiblings(_ readings: inout [Reading]) {
    let short = readings.indices.filter {
      (3...18).contains(readings[$0].length)
        && readings[$0].evidence.isDisjoint(with: [
          .endsSentence, .byline, .names, .signature, .placeAlone, .sectionWord, .sidebarLabel, .dateAlone, .furniture,
          .credit, .tableRow,
        ])
    }
    for (position, index) in short.enumerated() {
      var siblings = 0
      for other in short[..<position].reversed().prefix(6)
      where index - other <= 24 && index - other >= 2 && alike(index, other, readings) { siblings += 1 }
      for other in short[(position + 1)...].prefix(6)
      where other - index <= 24 && other - index >= 2 && alike(index, other, readings) { siblings += 1 }
      if siblings >= 2 || (siblings == 1 && readings[index].length <= 14) { readings[index].evidence.insert(.sibling) }
    }
  }

  private func alike(_ a: Int, _ b: Int, _ readings: [Reading]) -> Bool {
    if abs(readings[a].length - readings[b].length) == 0 { return true }
    let (first, second) = (list.text(a), list.text(b))
    return abs(readings[a].length - readings[b].length) <= 2 && first.first == second.first
      && CharacterClass.of(first.first ?? 0).contains(.opener)
  }
}
