/// One made-up page: a run of articles as pages print them, headlines, bylines, paragraphs, captions, cut as OCR cuts them.
struct CorpusPage {
  /// The page as a file holds it.
  private(set) var text = "\n"
  private let vocabulary: CorpusVocabulary
  private var random: CorpusRandom
  /// Words of the article under way, which come again as a story's words do.
  private var words: [[Unicode.Scalar]] = []

  /// Per character: that a word takes the place of two, that OCR misread it, that a blank stands before it.
  private static let (wordRate, errorRate, blankRate) = (0.13, 0.0008, 0.006)
  /// Per paragraph: that a blank line cuts it in mid-sentence.
  private static let cutRate = 0.14

  /// Makes page `number`, which depends on nothing but the vocabulary, the seed and the number.
  init(_ vocabulary: CorpusVocabulary, seed: UInt64, number: Int) {
    self.vocabulary = vocabulary
    random = CorpusRandom(seed: seed, page: number)
    // The samples have 10 to 20 KB.
    let wanted = 10_200 + random.below(9_300)
    while text.utf8.count < wanted { addArticle() }
  }

  private mutating func addArticle() {
    words = []
    add(varied(random.pick(vocabulary.headlines)))
    if random.chance(0.5) { add((random.chance(0.3) ? "——" : "") + varied(random.pick(vocabulary.headlines))) }
    let lead = addByline()
    let paragraphs = 2 + Int(8 * random.fraction() * random.fraction())
    for number in 0..<paragraphs {
      add((number == 0 ? lead : "") + paragraph())
      if paragraphs > 4, random.chance(0.25) { add(varied(random.pick(vocabulary.headlines))) }
    }
    if random.chance(0.15) {
      add(varied(random.pick(vocabulary.lastClauses)))
      add("□\(person()) \(person()) 摄")
    }
  }

  /// Adds a byline of one of the usual forms, or returns what the first paragraph begins with instead.
  private mutating func addByline() -> String {
    let place = String(String.UnicodeScalarView(vocabulary.place(&random).dropLast()))
    switch random.fraction() {
    case ..<0.25:
      add("□记者 \(person()) 通讯员 \(person()) 报道")
      return "本报\(place)讯 \(day())"
    case ..<0.45:
      add("■ 本报记者 \(person()) 本报通讯员 \(person())")
      return ""
    case ..<0.85: return "本报讯(记者 \(person())\(random.chance(0.6) ? " 通讯员 \(person())" : ""))\(day())"
    default: return ""
    }
  }

  private mutating func day() -> String {
    random.chance(0.7) ? "\(1 + random.below(12))月\(1 + random.below(28))日，" : ""
  }

  private mutating func paragraph() -> String {
    var text = ""
    for _ in 0...random.below(4) {
      for _ in 0..<random.below(5) { text += varied(random.pick(vocabulary.clauses)) }
      text += varied(random.pick(vocabulary.lastClauses))
    }
    let scalars = Array(text.unicodeScalars)
    guard scalars.count > 60, random.chance(Self.cutRate) else { return text }
    let cut = 20 + random.below(scalars.count - 40)
    return Self.string(scalars[..<cut]) + "\n\n" + Self.string(scalars[cut...])
  }

  /// A text with some of its words, figures and places changed.
  private mutating func varied(_ scalars: [Unicode.Scalar]) -> String {
    var text = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : scalar
      if index > 0, random.chance(Self.blankRate) { text.append(" ") }
      if ("0"..."9").contains(scalar) {
        text.append(Unicode.Scalar(UInt8(ascii: "1") + UInt8(random.below(9))))
      } else if "县市区".unicodeScalars.contains(next), CorpusVocabulary.isHan(scalar), random.chance(0.3) {
        text.append(contentsOf: vocabulary.place(&random))
        index += 1
      } else if index + 1 < scalars.count, CorpusVocabulary.isHan(scalar), CorpusVocabulary.isHan(next),
        random.chance(Self.wordRate)
      {
        text.append(contentsOf: word())
        index += 1
      } else if CorpusVocabulary.isHan(scalar), random.chance(Self.errorRate) {
        text.append(vocabulary.character(random.fraction()))
      } else {
        text.append(scalar)
      }
      index += 1
    }
    return String(text)
  }

  private mutating func word() -> [Unicode.Scalar] {
    if !words.isEmpty, random.chance(0.4) { return random.pick(words) }
    let word = vocabulary.word(&random)
    words.append(word)
    return word
  }

  private mutating func person() -> String { Self.string(vocabulary.person(&random)[...]) }

  private mutating func add(_ line: String) { text += "\n" + line + "\n" }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }
}
