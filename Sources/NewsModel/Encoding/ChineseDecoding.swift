/// The Chinese encodings from before Unicode.
///
/// Nearly every Big5 text is also well-formed GBK, of rare characters: so both are decoded, and the one with more of the
/// commonest characters wins.
enum ChineseDecoding {
  /// The commonest characters of running Chinese, simplified and traditional, with the punctuation of both encodings:
  /// about two of five characters of a newspaper page, one of thirty when it is read in the wrong encoding.
  private static let common = Set(
    "的一是不了在人有我他这中大来上国和地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格望觉术领共确传师观清今切院让识候带导争运笔县镇村乡省城会，。、：；！？“”（）這來國時說們為過會對學發經後個動開現關點將兩間問從與長機業實無報華當縣鎮鄉區員產進總體聯辦黨還種見應導農"
      .unicodeScalars)

  /// Decodes bytes in the encoding that explains them best; `nil` when neither does.
  static func decode(_ bytes: [UInt8]) -> DecodedText? {
    let plain = bytes.holds(0x0D) ? TextDecoding.withoutReturns(bytes[...]) : bytes
    let readings = [ChineseEncoding.gb18030, .big5].compactMap { encoding in
      Reading(plain, encoding).map { (encoding: encoding.name, reading: $0) }
    }
    // `max` keeps the last of equals; GB 18030 is by far the likelier, so it stands last here.
    guard let best = readings.reversed().max(by: { $0.reading.score < $1.reading.score }) else { return nil }
    let reading = best.reading
    let damage = reading.firstBad.map { offset in
      DecodedText.Damage(
        count: reading.bad, byteOffset: originalOffset(of: offset, in: bytes),
        line: TextDecoding.line(of: offset, in: plain))
    }
    return DecodedText(text: reading.text, encoding: best.encoding, damage: damage)
  }

  /// The offset in `bytes` of what stands at `offset` once carriage returns are mended.
  private static func originalOffset(of offset: Int, in bytes: [UInt8]) -> Int {
    var mended = 0
    for (index, byte) in bytes.enumerated() where !(byte == 0x0A && index > 0 && bytes[index - 1] == 0x0D) {
      if mended == offset { return index }
      mended += 1
    }
    return bytes.count
  }

  /// The text in one encoding.
  private struct Reading {
    var text = ""
    /// Stretches that are no characters.
    var bad = 0
    var firstBad: Int?
    /// The share of the commonest characters among all that are not ASCII.
    var score = 0.0

    /// `nil` when more than one line in ten holds what is no character of the encoding.
    init?(_ bytes: [UInt8], _ encoding: ChineseEncoding) {
      var text = String.UnicodeScalarView()
      // Neither encoding uses the byte of a line end inside a character.
      var (lineCount, badLines) = (0, 0)
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if line.startIndex > 0 { text.append("\n") }
        lineCount += 1
        if !encoding.append(line, to: &text) {
          badLines += 1
          addDamaged(line, encoding, &text)
        }
      }
      guard badLines * 10 <= max(lineCount, 10) else { return nil }
      self.text = String(text)
      var others = 0
      var commonOnes = 0
      // A sample decides as well as the whole.
      for scalar in text.prefix(20_000) where scalar.value >= 0x80 {
        others += 1
        if ChineseDecoding.common.contains(scalar) { commonOnes += 1 }
      }
      guard others > 0, bad * 10 <= others else { return nil }
      score = Double(commonOnes) / Double(others)
      // A single rare name may be a whole text; a longer one without one common character is no Chinese.
      if others > 20 && score < 0.05 { return nil }
    }

    /// Decodes a line character by character, with U+FFFD for each stretch that is none.
    private mutating func addDamaged(
      _ line: ArraySlice<UInt8>, _ encoding: ChineseEncoding, _ text: inout String.UnicodeScalarView
    ) {
      var at = line.startIndex
      var wasBad = false
      while at < line.endIndex {
        // A lone 80 is a euro sign in a line that is whole, in one that is not it is damage.
        if line[at] != 0x80, let (scalar, length) = encoding.character(line[at...]) {
          text.append(scalar)
          wasBad = false
          at += length
          continue
        }
        if !wasBad {
          text.append("\u{FFFD}")
          bad += 1
        }
        if firstBad == nil { firstBad = at }
        wasBad = true
        at += 1
      }
    }
  }
}
