/// A block with what its print tells.
struct Reading {
  /// The rules that hold for the block.
  var evidence: Evidence = []
  /// Scalars that are not white space.
  var length = 0
  /// The opening of a report that the block begins with.
  var opening: Opening?
  /// The people that the block as a whole names, when it is a byline, a signature or a credit.
  var byline = Byline()
  /// Whether quotation marks or brackets stand in it.
  var hasQuotes = false
  /// Where a signature, credit or jump at the block's end begins (index of the block buffer).
  var tail: Int?
}

/// Finds the evidence in the blocks of one printed page.
struct EvidenceFinder {
  let list: BlockList
  let isPlace: (ArraySlice<UInt32>) -> Bool

  /// The reading of every block of `list`. `isPlace` says whether a line is the name of a place.
  ///
  /// - Complexity: O(scalars).
  static func read(_ list: BlockList, isPlace: @escaping (ArraySlice<UInt32>) -> Bool) -> [Reading] {
    let finder = EvidenceFinder(list: list, isPlace: isPlace)
    var readings = list.blocks.indices.map { finder.read($0) }
    finder.compare(&readings)
    return readings
  }

  // MARK: One block

  func read(_ index: Int) -> Reading {
    let text = list.text(index)
    var reading = Reading()
    var commas = 0
    var innerStops = 0
    var letters = 0
    var depth = 0
    text.withUnsafeBufferPointer { buffer in
      for scalar in buffer {
        let kind = CharacterClass.of(scalar)
        if kind == .han {
          reading.length += 1
          letters += 1
          continue
        }
        if kind.contains(.space) { continue }
        reading.length += 1
        if !kind.isDisjoint(with: [.han, .digit, .latin]) { letters += 1 }
        if kind.contains(.comma), scalar != 0x3A, scalar != 0xFF1A { commas += 1 }
        if scalar == 0x3002 { innerStops += 1 }
        if scalar == 0x201C { depth += 1 } else if scalar == 0x201D { depth -= 1 }
        if !kind.isDisjoint(with: [.opener, .closer]) { reading.hasQuotes = true }
      }
    }
    var found: Evidence = []
    let ending = lastMark(of: text)
    if ending.terminal { found.insert(.endsSentence) }
    if ending.asks { found.insert(.asks) }
    if ending.comma { found.insert(.endsWithComma) }
    if innerStops > (ending.stop ? 1 : 0) { found.insert(.holdsSentence) }
    if commas >= 1 { found.insert(.comma) }
    if commas >= 2 { found.insert(.manyCommas) }
    if depth != 0 { found.insert(.unbalanced) }
    let open = reading.hasQuotes ? quotesLeftOpen(text) : 0
    if open > 0 { found.insert(.opensQuote) }
    if open < 0 { found.insert(.closesQuote) }
    if reading.length <= 2, text.allSatisfy({ Self.numerals.contains($0) || CharacterClass.of($0).contains(.space) }) {
      found.insert(.numeral)
    }
    if reading.length > 40, namesDay(text.prefix(70)) { found.insert(.dated) }
    if beginsInMidSentence(text) { found.insert(.beginsInMidSentence) }
    if let first = text.first, Self.dependents.contains(first) { found.insert(.dependentFirst) }
    if text.prefixed(by: Trade.sentenceOpeners) != nil || beginsWithDay(text) { found.insert(.sentenceOpener) }
    if PlaceLines.beginsWithPlace(text) || PlaceLines.beginsWithTown(text) {
      found.insert(.placeFirst)
      if PlaceLines.isSetOff(text) { found.insert(.placeLabel) }
    }
    if letters * 3 < reading.length, reading.length < 40, !ending.terminal || letters == 0,
      reading.length != 1 || letters == 0,
      !(ending.stop && reading.length <= 2)
    {
      found.insert(.debris)
    }
    if isScene(text, reading.length, commas: commas), ending.stop { found.insert(.scene) }
    if list.blocks[index].isShortLine, !ending.terminal, !ending.comma { found.insert(.shortLine) }
    if reading.length <= 8, ending.stop, innerStops <= 1 { found.insert(.remnant) }
    reading.evidence = found
    readAuthors(text, &reading)
    readLine(text, &reading)
    return reading
  }

  /// One short clause that says who is where, as captions without a credit do: 村民在树下歇凉。
  func isScene(_ text: ArraySlice<UInt32>, _ length: Int, commas: Int) -> Bool {
    (8...32).contains(length) && commas == 0 && text.dropFirst(2).dropLast(3).contains(0x5728)
      && !text.contains { CharacterClass.of($0).contains(.closer) }
  }

  /// More than 0 when a quotation begins that does not end in the text, less when one ends that did not begin.
  ///
  /// Straight quotes say which they are only by their neighbours: one after a letter or full stop closes.
  func quotesLeftOpen(_ text: ArraySlice<UInt32>) -> Int {
    var depth = 0
    var straight = 0
    var firstCloses = false
    var next = text.firstIndex(from: text.startIndex, where: Self.isQuote)
    while let index = next {
      next = text.firstIndex(from: index + 1, where: Self.isQuote)
      switch text[index] {
      case 0x201C, 0x300C: depth += 1
      case 0x201D, 0x300D:
        if depth == 0 { return -1 }
        depth -= 1
      case 0x22:
        if straight == 0, index > text.startIndex {
          firstCloses = CharacterClass.of(text[index - 1]).contains(.terminal)
        }
        straight += 1
      default: break
      }
    }
    if straight % 2 == 1 { return firstCloses ? -1 : 1 }
    return depth
  }

  static func isQuote(_ scalar: UInt32) -> Bool {
    scalar == 0x22 || scalar & ~1 == 0x201C || scalar & ~1 == 0x300C
  }

  /// How a text ends, closing quotes and brackets aside.
  func lastMark(of text: ArraySlice<UInt32>) -> (terminal: Bool, stop: Bool, asks: Bool, comma: Bool) {
    var index = text.endIndex
    while index > text.startIndex,
      CharacterClass.of(text[index - 1]).contains(.closer) || CharacterClass.of(text[index - 1]).contains(.space)
    {
      index -= 1
    }
    guard index > text.startIndex else { return (false, false, false, false) }
    let last = text[index - 1]
    let kind = CharacterClass.of(last)
    let asks = [0x3F, 0xFF1F, 0x21, 0xFF01].contains(last)
    // A full stop in ASCII ends a sentence only after Han: 4.2 and G.20 do not end one.
    let isStop =
      last == 0x3002 || last == 0xFF61
      || ((last == 0x2E || last == 0xFF0E) && index - 2 >= text.startIndex
        && CharacterClass.of(text[index - 2]).contains(.han))
    let comma = kind.contains(.comma) && index == text.endIndex
    return (kind.contains(.terminal) || isStop, isStop, asks, comma && last != 0x3A && last != 0xFF1A)
  }

  /// Whether a day of a month stands in the text, or a word for a day just past.
  func namesDay(_ text: ArraySlice<UInt32>) -> Bool {
    var month = false
    for index in text.indices.dropFirst() {
      if text[index] == 0x6708 { month = true }
      if text[index] == 0x65E5, month || [0x8FD1, 0x6628, 0x524D, 0x65E5].contains(text[index - 1]) { return true }
    }
    return false
  }

  func beginsInMidSentence(_ text: ArraySlice<UInt32>) -> Bool {
    guard let first = text.first else { return false }
    let kind = CharacterClass.of(first)
    if first == 0x22 || first == 0x27 { return false }
    return (kind.contains(.closer) && !kind.contains(.opener)) || kind.contains(.comma) || first == 0x3002
      || first == 0x25
  }

  /// Characters that hardly a sentence begins with: they lean on a word before them.
  static let dependents = CharacterBits("的了着过們们里裏員员者业業务務和与與及或并是個个些等余餘也都又就才却被得吗呢吧地到")
  static let numerals = CharacterBits("壹贰叁肆伍陆柒捌玖拾一二三四五六七八九十")
}
