/// Who wrote a block: openings, bylines, signatures, credits.
extension EvidenceFinder {
  func readAuthors(_ text: ArraySlice<UInt32>, _ reading: inout Reading) {
    if let opening = Opening.parse(text, reading.ingredients) {
      reading.opening = opening
      reading.evidence.insert(.opening)
      reading.byline = opening.byline
    }
    if reading.length <= 40, text.prefixed(by: Trade.tipWords) != nil {
      reading.evidence.insert(.tip)
      return
    }
    if reading.length <= 90, reading.opening == nil { readByline(text, &reading) }
    if let opening = reading.opening, opening.end >= text.endIndex, reading.length <= 90 {
      reading.evidence.insert(.byline)  // an opening that stands alone on its line
    }
    if reading.length > 12 || reading.ingredients.contains(.stop) || text.suffixed(by: Self.creditEndings) != nil,
      reading.evidence.isDisjoint(with: [.byline, .signature, .credit]),
      let tail = inlineTail(text, reading.ingredients)
    {
      reading.tail = tail.at
      let marked = Block.markers.contains(text[tail.at])
      if tail.byline.isPhotographic || (marked && reading.evidence.contains(.dayFirst)) {
        if reading.length < 420 {
          reading.evidence.insert(.inlineCredit)
        } else {
          reading.evidence.insert(.inlineSignature)
        }
      } else if tail.isJump {
        reading.evidence.insert(.jump)
      } else {
        reading.evidence.insert(.inlineSignature)
      }
      if reading.opening == nil || reading.byline.credits.isEmpty { reading.byline = tail.byline }
      reading.evidence.insert(.endsSentence)
      reading.evidence.remove(.endsWithComma)
    }
  }

  /// Reads a text that may be nothing but a byline.
  private func readByline(_ text: ArraySlice<UInt32>, _ reading: inout Reading) {
    // OCR sometimes leaves a stray full stop before a byline.
    let core = text.drop { $0 == 0x3002 || CharacterClass.of($0).contains(.space) }
    guard !reading.ingredients.contains(.stop) || !core.contains(0x3002), !Self.isLabel(core),
      !(core.count <= 8 && !core.contains(0x20)
        && (reading.ingredients.contains(.sections) && core.containsAny(Trade.sectionWords)
          || Self.isColumnName(core, reading.ingredients)))
    else { return }
    let byline = Byline.parse(core)
    guard byline.isWhole else { return }
    reading.byline = byline
    if core.startIndex > text.startIndex { reading.evidence.subtract([.beginsInMidSentence, .holdsSentence]) }
    classify(byline, of: core, bracketed: isBracketed(text), &reading)
  }

  /// Whether a line is nothing but the label of a sidebar.
  static func isLabel(_ text: ArraySlice<UInt32>) -> Bool {
    let bare = PageFurniture.withoutMarks(text)
    if (3...6).contains(bare.count), bare.suffixed(by: Trade.labelEndings) != nil { return true }
    return bare.isOne(of: Trade.sidebarLabels)
  }

  /// Whether a line names a column: by a word for columns at its end, or by the marks and mottos such names are made of.
  static func isColumnName(_ text: ArraySlice<UInt32>, _ ingredients: Ingredients) -> Bool {
    ingredients.contains(.mottos) && text.containsAny(Trade.columnMottos)
      || text.count <= 6 && text.suffixed(by: Trade.columnEndings) != nil
      || ingredients.contains(.middleDot) && text.dropFirst().dropLast().contains { $0 == 0xB7 || $0 == 0x30FB }
  }

  /// Whether four Han stand together: a motto, rather than two names or one with a compound surname.
  func isOneWord(_ text: ArraySlice<UInt32>) -> Bool {
    text.count == 4 && text.allSatisfy { CharacterClass.of($0).contains(.han) }
      && text.prefixed(by: Trade.compoundSurnames) == nil
  }

  func isBracketed(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first, let last = text.last else { return false }
    return [0x28, 0xFF08].contains(first) && [0x29, 0xFF09].contains(last)
  }

  func classify(_ byline: Byline, of text: ArraySlice<UInt32>, bracketed: Bool, _ reading: inout Reading) {
    if byline.isPhotographic { reading.evidence.insert(.credit) }
    let first = text.first ?? 0
    let marked = Block.markers.contains(first)
    if bracketed {
      let named = byline.credits.flatMap(\.names)
      if byline.hasRole || named.count >= 2 || named.allSatisfy({ Byline.looksLikeName(ArraySlice(word($0))) }) {
        reading.evidence.insert(.signature)
      }
    } else if byline.hasRole || (marked && !isOneWord(text.dropFirst())) {
      reading.evidence.insert(.byline)
    } else if byline.credits.flatMap(\.names).allSatisfy({ Byline.looksLikeName(ArraySlice(word($0))) }),
      reading.length <= 16, !isOneWord(text)
    {
      reading.evidence.insert(.names)
    }
    if marked { reading.evidence.insert(.marker) }
  }

  /// A signature, credit or jump after the last sentence: (张三), □张三, 张三 摄, (下转第二版).
  func inlineTail(_ text: ArraySlice<UInt32>, _ ingredients: Ingredients) -> (at: Int, byline: Byline, isJump: Bool)? {
    guard let last = text.last else { return nil }
    let floor = Swift.max(text.startIndex, text.endIndex - 60)
    if last == 0x29 || last == 0xFF09 {
      guard let open = text[floor...].lastIndex(where: { $0 == 0x28 || $0 == 0xFF08 }), open > text.startIndex else {
        return nil
      }
      let inside = text[(open + 1)..<(text.endIndex - 1)]
      if inside.count <= 16, ingredients.contains(.jumps), inside.containsAny(Trade.jumpWords) {
        let before = inlineTail(text[..<open].trimmed, ingredients)  // a signature may stand before the jump
        return before ?? (open, Byline(), true)
      }
      let byline = Byline.parse(inside)
      let before = text[..<open].trimmed.last ?? 0
      // A gloss stands before the full stop, a signature after it.
      let afterStop = !CharacterClass.of(before).isDisjoint(with: [.terminal, .closer]) || byline.hasRole
      return byline.isWhole && afterStop && byline.nameCount <= 8 ? (open, byline, false) : nil
    }
    if ingredients.contains(.marker), let mark = text[floor...].lastIndex(where: { Block.markers.contains($0) }),
      mark > text.startIndex,
      text.endIndex - mark <= 40
    {
      let byline = Byline.parse(text[mark...])
      if byline.isWhole { return (mark, byline, false) }
    }
    // 韦唱晚 摄 / 本报记者 王五 摄 at the end, after a full stop or white space.
    guard
      text.suffixed(by: Self.creditEndings) != nil
        || ingredients.contains(.roles) && text[floor...].containsAny(Trade.roleCores)
    else { return nil }
    for index in stride(from: text.endIndex - 3, through: floor, by: -1) where index > text.startIndex {
      let before = CharacterClass.of(text[index - 1])
      guard
        before.contains(.terminal)
          || (before.contains(.closer) && index - 2 >= floor && CharacterClass.of(text[index - 2]).contains(.terminal))
      else { continue }
      let byline = Byline.parse(text[index...])
      let named = byline.credits.flatMap(\.names).allSatisfy { Byline.looksLikeName(ArraySlice(word($0))) }
      return byline.isWhole && byline.hasRole && (named || byline.isPhotographic) ? (index, byline, false) : nil
    }
    return nil
  }

  static let creditEndings = wordList("摄 攝 摄影报道 摄影 供图 图/文 文/图")
}
