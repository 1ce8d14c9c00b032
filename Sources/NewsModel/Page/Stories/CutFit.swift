/// How well a piece of text goes on where another was cut, by what stands on both sides of the cut.
///
/// Scores are in rough units of evidence (natural logarithms of odds): above 0 for, below 0 against.
struct CutFit {
  let list: BlockList
  let readings: [Reading]

  /// What leaving a sentence without its other half counts.
  static let dangling: Float = -2.5

  /// How well block `next` follows block `last` in one article, each a piece of its body; `last` is `nil` where an
  /// article begins.
  ///
  /// - Complexity: O(scalars of `last`, 300 at most), and as much of `next`.
  func follows(_ last: Int?, _ next: Int) -> Float {
    let begins = begins(next)
    guard let last else { return begins }
    return follows(last, next, beginning: begins)
  }

  /// The same where `begins(next)` is known.
  func follows(_ last: Int, _ next: Int, beginning begins: Float) -> Float {
    if !readings[last].evidence.isDisjoint(with: [.inlineSignature, .inlineCredit]) { return begins - 2 }
    guard readings[last].isCut(list.text(last)) else { return begins }
    return max(goesOn(last, next), Self.dangling + begins)
  }

  /// Whether block `next` is the other half of the sentence that block `last` was cut in, rather than a paragraph of
  /// its own.
  func joins(_ last: Int, _ next: Int) -> Bool { goesOn(last, next) >= Self.dangling + begins(next) }

  // MARK: The two readings of a beginning

  /// How much a block looks like the beginning of a paragraph.
  func begins(_ block: Int) -> Float {
    let evidence = readings[block].evidence
    let text = list.text(block)
    guard let first = text.first else { return 0 }
    if !evidence.isDisjoint(with: [.opening, .item, .question, .tableRow, .signOff, .noticeTitle, .dateAlone]) {
      return 2
    }
    if evidence.contains(.beginsInMidSentence) { return -4 }
    var score: Float = 0
    if Block.markers.contains(first) || first == 0x3010 || first == 0x2460 { return 2 }
    if evidence.contains(.sentenceOpener) { score += 1 }
    if !evidence.isDisjoint(with: [.placeFirst, .dayFirst]) { score += 0.7 }
    if evidence.contains(.endsSentence) || evidence.contains(.inlineSignature) {
      let length = readings[block].length - tailLength(block)
      score -= length <= 4 ? 3.5 : length <= 6 ? 2.5 : length <= 9 ? 1 : 0
    }
    if beginsWithDependent(text) || beginsWithRemnant(text) { score -= 2 }
    if beginsWithUnit(text) { score -= 2 }
    if readings[block].hasQuotes, closesQuotation(text) { score -= 2.5 }
    return score
  }

  /// How well the text of `next` goes on with the sentence that `last` ends in the midst of.
  func goesOn(_ last: Int, _ next: Int) -> Float {
    let evidence = readings[next].evidence
    if !evidence.isDisjoint(with: [.opening, .item, .question, .tableRow, .signOff, .dateAlone, .noticeTitle]) {
      return -6
    }
    let above = list.text(last).suffix(300)
    let below = list.text(next)
    guard let end = above.last, let first = below.first else { return 0 }
    if Block.markers.contains(first) || first == 0x3010 { return -5 }
    var score: Float = isWholeLine(last) ? -2.6 : 0
    if evidence.contains(.dayFirst) { score -= 2.5 } else if evidence.contains(.sentenceOpener) { score -= 1.5 }
    let (left, right) = (CharacterClass.of(end), CharacterClass.of(first))
    if left.contains(.comma), !right.isDisjoint(with: [.comma, .terminal]) { score -= 3 }
    if left.isDisjoint(with: [.comma]), evidence.contains(.beginsInMidSentence) { score += 1.5 }
    if left.contains(.han), right.contains(.han) { score += wording(above, below) + language(above, below) }
    if left.contains(.han), beginsWithDependent(below) || beginsWithRemnant(below) { score += 1.5 }
    if left.contains(.han), right.contains(.opener) { score -= 1.2 }
    score += measure(above, below)
    let open = readings[last].hasQuotes ? openQuotations(above) : 0
    if open > 0 {
      score += readings[next].hasQuotes && closesQuotation(below) ? 1.5 : first == 0x201C || first == 0x300C ? -2 : -0.5
    } else if readings[next].hasQuotes, closesQuotation(below) {
      score -= 1.5
    }
    return score
  }

  /// Whether a block that ends without a stop may be a line of its own, a heading or a row, rather than a cut sentence.
  private func isWholeLine(_ block: Int) -> Bool {
    let evidence = readings[block].evidence
    return evidence.contains(.noticeTitle) && readings[block].length <= 24
      && evidence.isDisjoint(with: [.comma, .endsWithComma, .beginsInMidSentence, .holdsSentence, .unbalanced])
      && (list.text(block).last.map { CharacterClass.of($0).contains(.han) } ?? false)
  }

  // MARK: Features

  /// Whether the cut goes through a word. Words on either side that leave nothing over speak against it; the figures
  /// are logarithms of odds counted on annotated pages (199 cuts, 5,620 other pairs of texts).
  private func wording(_ above: ArraySlice<UInt32>, _ below: ArraySlice<UInt32>) -> Float {
    guard let end = above.last, let first = below.first else { return 0 }
    let endsWord = above.count >= 2 && WordPairs.isWord(above[above.endIndex - 2], end)
    let beginsWord = below.count >= 2 && WordPairs.isWord(first, below[below.startIndex + 1])
    guard WordPairs.isWord(end, first) else { return beginsWord && !endsWord ? -0.7 : -0.5 }
    return beginsWord ? 0.7 : endsWord ? 1.7 : 2.5
  }

  /// What the language says of the characters on both sides of the cut. `wording` knows part of it, so that it counts half.
  private func language(_ above: ArraySlice<UInt32>, _ below: ArraySlice<UInt32>) -> Float {
    guard above.count >= 2, below.count >= 2 else { return 0 }
    let odds = CutLanguage.logOdds(
      above[above.endIndex - 2], above[above.endIndex - 1], below[below.startIndex], below[below.startIndex + 1])
    return max(-1.5, min(1.5, odds / 2))
  }

  /// Numbers want their unit, units their number: 2600 | 万枚, 分出四 | 个等级; not 2600 | 井中.
  private func measure(_ above: ArraySlice<UInt32>, _ below: ArraySlice<UInt32>) -> Float {
    guard let end = above.last, let first = below.first else { return 0 }
    let isUnit = beginsWithUnit(below) || Self.measures.contains(first)
    if CharacterClass.of(end).contains(.digit) {
      if isUnit || first == 0x25 || first == 0xFF05 { return 3 }
      return CharacterClass.of(first).contains(.digit) || first == 0x2E ? 0.5 : -3.5
    }
    if Self.numerals.contains(end) { return isUnit ? 2.5 : Self.goesOn(end, first) ? 2.3 : -1 }
    return beginsWithUnit(below) && !WordPairs.isWord(end, first) ? -1.5 : 0
  }

  /// Whether two numerals can follow each other in a number: 十|九, 二|百, not 一|八.
  private static func goesOn(_ last: UInt32, _ next: UInt32) -> Bool {
    ones.contains(last) && powers.contains(next) || powers.contains(last) && ones.contains(next)
  }
  private static let ones = CharacterBits("一二三四五六七八九两几兩幾")
  private static let powers = CharacterBits("十百千万亿萬億")

  /// Whether the text begins with a unit that is not the beginning of a longer word: 万枚, 元。, not 项目.
  private func beginsWithUnit(_ text: ArraySlice<UInt32>) -> Bool {
    guard let unit = text.prefixed(by: Self.units), unit.count < text.count else { return false }
    return unit.count > 1 || !WordPairs.isWord(unit[unit.startIndex], text[text.startIndex + 1])
  }

  /// Whether the text begins with a character that depends on what stands before it: 了任务, 里找出; not 了解.
  private func beginsWithDependent(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count >= 2, let first = text.first, Self.dependents.contains(first) else { return false }
    return !WordPairs.isWord(first, text[text.startIndex + 1])
  }

  /// Whether the text begins with one character and a mark, the last of a word that was cut: 镇、罗坳镇…… or 运。
  private func beginsWithRemnant(_ text: ArraySlice<UInt32>) -> Bool {
    guard text.count >= 2, let first = text.first, CharacterClass.of(first).contains(.han) else { return false }
    let marks: CharacterClass = [.comma, .terminal, .closer]
    return !CharacterClass.of(text[text.startIndex + 1]).isDisjoint(with: marks)
      && text[text.startIndex + 1] != 0x3A && text[text.startIndex + 1] != 0xFF1A
      && ![0x28, 0xFF08].contains(text[text.startIndex + 1]) && text[text.startIndex + 1] != 0x22
  }

  /// How many quotations that the text opened are open at its end.
  private func openQuotations(_ text: ArraySlice<UInt32>) -> Int {
    var depth = 0
    var straight = 0
    text.withUnsafeBufferPointer { text in
      for scalar in text where !CharacterClass.isCommonHan(scalar) {
        switch scalar {
        case 0x201C, 0x300C, 0xFF08, 0x28, 0x300A: depth += 1
        case 0x201D, 0x300D, 0xFF09, 0x29, 0x300B: depth = max(0, depth - 1)
        case 0x22: straight ^= 1
        default: break
        }
      }
    }
    return depth + straight
  }

  /// Whether the text closes a quotation or bracket before it opens one.
  private func closesQuotation(_ text: ArraySlice<UInt32>) -> Bool {
    text.prefix(300).withUnsafeBufferPointer { text in
      var straight = 0
      for scalar in text where !CharacterClass.isCommonHan(scalar) {
        switch scalar {
        case 0x201C, 0x300C, 0xFF08, 0x28, 0x300A: return false
        case 0x201D, 0x300D, 0xFF09, 0x29, 0x300B: return true
        case 0x22: straight += 1
        default: break
        }
      }
      return straight % 2 == 1 && text.first != 0x22
    }
  }

  /// The scalars of a signature at the block's end.
  private func tailLength(_ block: Int) -> Int {
    readings[block].tail.map { list.blocks[block].text.upperBound - $0 } ?? 0
  }

  /// Characters that no sentence begins with.
  private static let dependents = CharacterBits("的了着们过得地吗呢吧之者性化里裏內")
  /// Units that no sentence begins with.
  private static let units = wordList(
    "万 亿 元 余 多名 多人 多个 个 米 吨 亩 斤 公里 公斤 公顷 平方米 立方米 千米 厘米 人次 名 岁 分钟 小时 % ％ 千瓦 座 辆 户 项 件 倍 億 畝 噸 個 歲 戶")
  /// Measure words, which other words begin with, too.
  private static let measures = CharacterBits(
    "个只条张位所间家户台艘头匹棵株根枝支把块片场次回趟遍番种类批套份本册部篇首幅副对双群队组届期级层栋幢里克升度角分毛百千年月日天时秒周多盏枚粒颗滴碗杯盘瓶箱袋包桶担口眼道处站点版号楼室人成點條張間頭場種類層")
  private static let numerals = CharacterBits("一二三四五六七八九十百千万两几多余数第半兩幾餘")
}

extension CharacterClass {
  /// Whether a scalar is one of the Han characters that nearly all of a page is made of, and so no mark.
  @inline(__always)
  fileprivate static func isCommonHan(_ scalar: UInt32) -> Bool { scalar &- 0x4E00 < 0x5200 }
}
