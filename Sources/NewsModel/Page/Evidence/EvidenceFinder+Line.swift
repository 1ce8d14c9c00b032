/// What kind of line a block is: labels, columns' names, notices, furniture, rows of tables.
extension EvidenceFinder {
  func readLine(_ text: ArraySlice<UInt32>, _ reading: inout Reading) {
    guard let first = text.first else { return }
    if first == 0x2014 || first == 0x2015 || first == 0x2500 || (first == 0x2D && text.count > 4) || first == 0xFF0D {
      reading.evidence.insert(.dash)
    }
    if Block.markers.contains(first) { reading.evidence.insert(.marker) }
    let ingredients = reading.ingredients
    if !ingredients.contains(.stop), ingredients.kinds.contains(.space) || ingredients.contains(.bar),
      Self.isTableRow(text)
    {
      reading.evidence.insert(.tableRow)
    }
    if reading.length <= 160, text.suffixed(by: Self.archiveWords) != nil { reading.evidence.insert(.inlineCredit) }
    if reading.length <= 160 {
      if ingredients.contains(.captions), text.containsAny(Trade.captionWords) {
        reading.evidence.insert(.captionWords)
      }
      if PageFurniture.isFurniture(text, reading) { reading.evidence.insert(.furniture) }
      if PageFurniture.isPointer(text, reading) { reading.evidence.insert(.pointer) }
    }
    if ingredients.contains(.jumps),
      let jump = text[text.startIndex..<Swift.min(text.endIndex, text.startIndex + 6)].firstIndex(where: {
        [0x4E0A, 0x4E0B, 0x7D27, 0x7E8C, 0x672A].contains($0)
      }),
      text.containsAny(Trade.jumpWords), reading.length <= 16 || text[jump...].prefixed(by: Trade.jumpWords) != nil
    {
      reading.evidence.insert(.jump)
      if reading.length > 16, text[jump] != 0x4E0B, text[jump] != 0x672A { reading.evidence.insert(.continuation) }
    }
    if reading.evidence.contains(.opening) { return }
    // Short labels are often set wide: 公 告, 记 者 手 记.
    let marked = PageFurniture.withoutMarks(text)
    let bare = reading.length <= 8 ? marked.filter { !CharacterClass.of($0).contains(.space) }[...] : marked
    if reading.length <= 14 {
      if Self.isLabel(bare) { reading.evidence.insert(.sidebarLabel) }
      if isPlace(bare) {
        reading.evidence.insert(.placeAlone)
        reading.evidence.remove(.names)
      }
    }
    if reading.length <= 16, reading.evidence.isDisjoint(with: [.byline, .names]), bare.containsAny(Trade.sectionWords)
    {
      reading.evidence.insert(.sectionWord)
    }
    // What begins with a place, or 我市, says what somebody does there: 某县倡导土地流转助力脱贫攻坚.
    if reading.length <= 24,
      reading.evidence.isDisjoint(with: [.byline, .names, .placeAlone, .endsSentence, .placeFirst]),
      first != 0x6211, Self.isColumnName(marked, ingredients)
    {
      reading.evidence.insert(.columnName)
    }
    if let label = bare.prefixed(by: Trade.sidebarLabels), bare.count > label.count {
      let next = bare[bare.startIndex + label.count]
      if Self.labelMarks.contains(next) { reading.evidence.insert(.sideLabelInLine) }
    }
    if reading.length <= 40, !reading.evidence.contains(.endsSentence) {
      if bare.prefixed(by: Trade.noticeWords) != nil || bare.suffixed(by: Trade.noticeWords) != nil {
        reading.evidence.insert(.noticeTitle)
      }
      if bare.isOne(of: Trade.noticeTitles) {
        reading.evidence.formUnion([.noticeTitle, .noticeAlone])
        reading.evidence.remove(.names)
      }
      if PageFurniture.isDate(bare) { reading.evidence.insert(.dateAlone) }
      if bare.suffixed(by: Trade.officeEndings) != nil { reading.evidence.insert(.organisation) }
    }
    if let speaker = text.prefixed(by: Self.speakers) {
      let next = text.startIndex + speaker.count
      if next < text.endIndex, text[next] == 0x3A || text[next] == 0xFF1A { reading.evidence.insert(.question) }
    }
    if first == 0x3010, let close = text.prefix(8).firstIndex(of: 0x3011),
      text[(text.startIndex + 1)..<close].isOne(of: Self.speakers)
    {
      reading.evidence.insert(.question)  // 【记者】
    }
  }

  static let speakers = wordList("问 答 問 问题 记者 記者 主持人 嘉宾 甲 乙 Q A 本报记者 網友 专家")
  static let archiveWords = wordList("资料图片 资料照片 资料图 (资料图) （资料图） （资料图片） (资料图片) 資料圖片 資料照片")
  static let labelMarks = CharacterBits(":：>》〉】]▶►|｜— \u{3000}")

  /// Whether the text begins with a day and a comma (5月4日,), as captions do.
  func beginsWithDay(_ text: ArraySlice<UInt32>) -> Bool {
    let head = text.prefix(14)
    guard let day = head.firstIndex(of: 0x65E5), day > text.startIndex,
      CharacterClass.of(text[day - 1]).contains(.digit)
    else { return false }
    return head[day...].contains { CharacterClass.of($0).contains(.comma) }
  }

  /// Whether a line is a row of a table: three or more fields set apart, two of them with figures, and no sentence.
  static func isTableRow(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count <= 160, let fields = LineFields(text), fields.count >= 3 else { return false }
    if fields.withFigures >= 1, text.count <= 26, fields.longestWord <= 9 { return true }
    if fields.withFigures >= 2, !PageFurniture.hasWeekday(text) { return true }
    return fields.count >= 4 && isNameList(text)
  }

  /// Whether a line is a list of names, perhaps with a label: 三等奖:张三 李四 王五 赵六.
  static func isNameList(_ text: ArraySlice<UInt32>) -> Bool {
    let list = text.lastIndex(where: { $0 == 0x3A || $0 == 0xFF1A }).map { text[($0 + 1)...] } ?? text
    let names = list.split { CharacterClass.of($0).contains(.space) }
    return names.count >= 3 && names.allSatisfy { (2...4).contains($0.count) && Byline.looksLikeName($0) }
      && !text.containsAny(Trade.roleCores)
  }
}

/// The fields of a line, which white space or bars set apart.
private struct LineFields {
  /// How many there are.
  private(set) var count = 0
  /// How many of them hold a figure.
  private(set) var withFigures = 0
  /// The most scalars between two white spaces.
  private(set) var longestWord = 0

  /// `nil` when a sentence ends in the line.
  init?(_ text: ArraySlice<UInt32>) {
    var (field, word) = (text.startIndex, text.startIndex)  // where they begin
    var hasFigure = false
    func endField(at end: Int, _ fields: inout LineFields) {
      if end > field { fields.count += 1 }
      if hasFigure { fields.withFigures += 1 }
      hasFigure = false
      field = end + 1
    }
    for index in text.indices {
      let scalar = text[index]
      let kind = CharacterClass.of(scalar)
      if kind == .han { continue }
      if scalar == 0x3002 { return nil }
      if kind.contains(.digit) { hasFigure = true }
      if kind.contains(.space) {
        longestWord = max(longestWord, index - word)
        word = index + 1
        endField(at: index, &self)
      } else if scalar == 0x7C || scalar == 0xFF5C {
        endField(at: index, &self)
      }
    }
    longestWord = max(longestWord, text.endIndex - word)
    endField(at: text.endIndex, &self)
  }
}
