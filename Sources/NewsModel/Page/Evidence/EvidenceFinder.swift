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
  /// What the block's text is made of.
  var ingredients: Ingredients = []
  /// Whether quotation marks or brackets stand in it.
  var hasQuotes: Bool { !ingredients.kinds.isDisjoint(with: [.opener, .closer]) }
  /// Where a signature, credit or jump at the block's end begins (index of the block buffer).
  var tail: Int?
}

/// Finds the evidence in the blocks of one printed page.
struct EvidenceFinder {
  let list: BlockList
  let isPlace: (ArraySlice<UInt32>) -> Bool
  private let table = IngredientTable.standard

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
    let census = BlockCensus(text, table)
    var reading = Reading()
    reading.length = census.length
    reading.ingredients = census.ingredients
    var found: Evidence = []
    let ending = lastMark(of: text)
    if ending.terminal { found.insert(.endsSentence) }
    if ending.asks { found.insert(.asks) }
    if ending.comma { found.insert(.endsWithComma) }
    if census.stops > (ending.stop ? 1 : 0) { found.insert(.holdsSentence) }
    if census.commas >= 1 { found.insert(.comma) }
    if census.commas >= 2 { found.insert(.manyCommas) }
    if census.curlyDepth != 0 { found.insert(.unbalanced) }
    if census.quotesLeftOpen > 0 { found.insert(.opensQuote) }
    if census.quotesLeftOpen < 0 { found.insert(.closesQuote) }
    if reading.length <= 2, text.allSatisfy({ Self.numerals.contains($0) || CharacterClass.of($0).contains(.space) }) {
      found.insert(.numeral)
    }
    if reading.length > 40, reading.ingredients.contains(.day), namesDay(text.prefix(70)) { found.insert(.dated) }
    if beginsInMidSentence(text) { found.insert(.beginsInMidSentence) }
    if let first = text.first, Self.dependents.contains(first) { found.insert(.dependentFirst) }
    let dayFirst = reading.ingredients.contains(.day) && beginsWithDay(text)
    if dayFirst, reading.length <= 160 { found.insert(.dayFirst) }
    if dayFirst || text.prefixed(by: Trade.sentenceOpeners) != nil { found.insert(.sentenceOpener) }
    if PlaceLines.beginsWithPlace(text) || PlaceLines.beginsWithTown(text) {
      found.insert(.placeFirst)
      if PlaceLines.isSetOff(text) { found.insert(.placeLabel) }
    }
    if census.letters * 3 < reading.length, reading.length < 40, !ending.terminal || census.letters == 0,
      reading.length != 1 || census.letters == 0,
      !(ending.stop && reading.length <= 2)
    {
      found.insert(.debris)
    }
    if ending.stop, isScene(text, census) { found.insert(.scene) }
    if list.blocks[index].isShortLine, !ending.terminal, !ending.comma { found.insert(.shortLine) }
    if reading.length <= 8, ending.stop, census.stops <= 1 { found.insert(.remnant) }
    reading.evidence = found
    if list.blocks[index].kind == .row {
      reading.evidence.insert(.tableRow)
      return reading
    }
    readAuthors(text, &reading)
    readLine(text, &reading)
    return reading
  }

  /// One short clause that says who is where, as captions without a credit do: 村民在树下歇凉。
  func isScene(_ text: ArraySlice<UInt32>, _ census: BlockCensus) -> Bool {
    (8...32).contains(census.length) && census.commas == 0 && !census.ingredients.kinds.contains(.closer)
      && text.dropFirst(2).dropLast(3).contains(0x5728)
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
    var before: UInt32?
    for scalar in text {
      if scalar == 0x65E5, let before,
        month || before == 0x8FD1 || before == 0x6628 || before == 0x524D || before == 0x65E5
      {
        return true
      }
      if before != nil, scalar == 0x6708 { month = true }
      before = scalar
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
