/// Where the weight of each feature of a path stands among all weights.
///
/// A path costs the sum of the weights of its features. Features come in families; each family is a table whose rows are
/// conditions and whose columns are what the condition speaks for or against.
enum PathFeature {
  /// A family of features: a condition on the page for each row, a column for each choice.
  struct Family {
    let name: String
    let reason: String
    let example: String
    let rows: Int
    let columns: Columns
  }

  /// What the columns of a family stand for.
  enum Columns {
    /// The block's role.
    case roles
    /// The kind of text that an article begins with (`StartKind`).
    case starts
    /// Roles of two lines of a heading, one under the other.
    case headingPairs
    /// Nothing: the row is the feature.
    case one

    var count: Int {
      switch self {
      case .roles: BlockRole.count
      case .starts: StartKind.count
      case .headingPairs: 9
      case .one: 1
      }
    }
  }

  /// The kinds of text that an article, or a torn-off piece of one, begins with.
  enum StartKind: Int {
    case heading, text, picture, furniture
    static let count = 4

    init(_ role: BlockRole) {
      switch role {
      case .section, .label, .kicker, .headline, .deck, .item: self = .heading
      case .photoCaption, .photoCredit: self = .picture
      case .furniture: self = .furniture
      default: self = .text
      }
    }
  }

  /// The rows of a family whose conditions are the rules for one block: a row for each rule (`Evidence`), then these.
  static let always = 64
  static let isClose = 65
  static let ruleRows = 66
  /// The row of a neighbour that is not there, behind those of the rules.
  static let noNeighbour = 64
  static let neighbourRows = 65
  static let arcCount = PageGrammar.arcs.count

  static let families: [Family] = [
    Family(
      name: "own", reason: "what a block prints says what it is", example: "a headline ends without a full stop",
      rows: ruleRows, columns: .roles),
    Family(
      name: "length", reason: "titles are short, paragraphs long", example: "a headline of 13 characters",
      rows: LengthClass.count, columns: .roles),
    Family(
      name: "before", reason: "the block above says what this one is", example: "a caption follows its credit",
      rows: neighbourRows, columns: .roles),
    Family(
      name: "after", reason: "the block below says what this one is", example: "a headline stands above a byline",
      rows: neighbourRows, columns: .roles),
    Family(
      name: "length before", reason: "a short line after a long text is a heading or a byline", example: "a headline",
      rows: LengthClass.coarseCount, columns: .roles),
    Family(
      name: "length after", reason: "headings stand above long texts", example: "a subhead",
      rows: LengthClass.coarseCount, columns: .roles),
    Family(
      name: "wording", reason: "a heading repeats the words of its story",
      example: "row 0: of the text above, 1: below",
      rows: 2, columns: .roles),
    Family(
      name: "opens", reason: "articles begin with certain texts", example: "本报讯 begins one", rows: ruleRows,
      columns: .roles),
    Family(
      name: "after last", reason: "what may follow a cut sentence, a signature or an office's name",
      example: "rows: cut, cut right above, signed, signed by an office", rows: 4, columns: .roles),
    Family(
      name: "after end", reason: "the end of one article tells that another begins", example: "a credit ends a caption",
      rows: neighbourRows, columns: .starts),
    Family(
      name: "end fit", reason: "an article does not end in mid-sentence when the next text goes on with it",
      example: "rows: how well it goes on, then: no cut", rows: FitClass.count + 1, columns: .starts),
    Family(
      name: "arc", reason: "some roles follow each other more often than others", example: "body after byline",
      rows: arcCount, columns: .one),
    Family(
      name: "start", reason: "articles begin with a heading more often than without", example: "a kicker",
      rows: PageState.count, columns: .one),
    Family(
      name: "end", reason: "articles end with a text more often than with a heading", example: "a signature",
      rows: PageState.count, columns: .one),
    Family(
      name: "turn", reason: "what ends one article and what begins the next go together",
      example: "a caption after a caption", rows: BlockRole.count, columns: .roles),
    Family(
      name: "join cut", reason: "the other half of a cut sentence looks like one", example: "begins with a comma",
      rows: ruleRows, columns: .one),
    Family(
      name: "join whole", reason: "the next paragraph looks like one", example: "an opening begins no next paragraph",
      rows: ruleRows, columns: .one),
    Family(
      name: "join last", reason: "what ends an article is not followed by a paragraph", example: "a signature",
      rows: 64, columns: .one),
    Family(
      name: "join fit", reason: "the halves of a sentence fit", example: "a cut through a word", rows: FitClass.count,
      columns: .one),
    Family(
      name: "join wording", reason: "paragraphs of one story share words", example: "the same names",
      rows: WordingClass.count, columns: .one),
    Family(
      name: "end wording", reason: "a text that shares words with the one above goes on with its story",
      example: "the same names", rows: WordingClass.count, columns: .starts),
    Family(
      name: "first text", reason: "the first paragraph looks like one", example: "it names the day",
      rows: 2 * ruleRows, columns: .one),
    Family(
      name: "heading pair",
      reason: "two lines of a heading are one headline, or kicker and headline, or headline and deck",
      example: "a quotation that opens in one line and closes in the next", rows: HeadingPair.rows,
      columns: .headingPairs),
    Family(
      name: "heading apart", reason: "lines under one another may head different stories",
      example: "two headlines in a heap above two reports", rows: HeadingPair.rows, columns: .one),
    Family(
      name: "memory", reason: "what the page has left open", example: "an article that ended in mid-sentence",
      rows: MemoryRow.count, columns: .one),
  ]

  /// Rows of the family "memory".
  enum MemoryRow: Int {
    case headlessWaitedMid, headlessWaited, headless, headlessDated, oneSubhead, pageEndsCut
    static let count = 6
  }

  private static let starts: [Int] = families.reduce(into: [0]) { starts, family in
    starts.append(starts[starts.count - 1] + family.rows * family.columns.count)
  }
  private static func start(_ name: String) -> Int {
    guard let number = families.firstIndex(where: { $0.name == name }) else {
      preconditionFailure("no family \(name)")
    }
    return starts[number]
  }

  /// How many weights the families have.
  static let linearCount = starts[starts.count - 1]
  /// How many weights there are: those of the families, then those of the network (`PathNetwork`).
  static let count = linearCount + PathNetwork.count

  static let own = start("own")
  static let length = start("length")
  static let before = start("before")
  static let after = start("after")
  static let lengthBefore = start("length before")
  static let lengthAfter = start("length after")
  static let wording = start("wording")
  static let opens = start("opens")
  static let afterLast = start("after last")
  static let afterEnd = start("after end")
  static let endFit = start("end fit")
  static let arc = start("arc")
  static let start = start("start")
  static let end = start("end")
  static let turn = start("turn")
  static let joinCut = start("join cut")
  static let joinWhole = start("join whole")
  static let joinLast = start("join last")
  static let joinFit = start("join fit")
  static let joinWording = start("join wording")
  static let endWording = start("end wording")
  static let firstText = start("first text")
  static let headingPair = start("heading pair")
  static let headingApart = start("heading apart")
  static let memory = start("memory")
}

/// Lengths of blocks, in scalars that are not white space, by classes within which blocks are of one kind.
enum LengthClass {
  private static let bounds = [1, 2, 3, 4, 6, 8, 11, 14, 18, 22, 26, 31, 38, 46, 60, 90, 160, 260]
  private static let coarseBounds = [4, 14, 26, 46, 160]
  static let count = bounds.count + 1
  static let coarseCount = coarseBounds.count + 1

  /// By length up to the last bound: the class.
  private static let table = (0...260).map { length in UInt8(bounds.firstIndex { length <= $0 } ?? bounds.count) }
  private static let coarseTable = (0...160).map { length in
    UInt8(coarseBounds.firstIndex { length <= $0 } ?? coarseBounds.count)
  }

  static func of(_ length: Int) -> Int { length > 260 ? count - 1 : Int(table[length]) }
  static func coarse(_ length: Int) -> Int { length > 160 ? coarseCount - 1 : Int(coarseTable[length]) }
}

/// How well a text goes on with the sentence that another was cut in (`CutFit`), by classes.
enum FitClass {
  static let count = 8
  /// Not compared: the texts do not stand side by side.
  static let unknown = 7

  /// The class of a score.
  static func of(_ score: Float) -> Int {
    score < -4 ? 0 : score < -2 ? 1 : score < -0.6 ? 2 : score < 0.6 ? 3 : score < 2 ? 4 : score < 4 ? 5 : 6
  }
}

/// How much of a text's wording another shares (`Cohesion`), by classes.
enum WordingClass {
  static let count = 7
  /// Not compared: the texts do not stand side by side.
  static let unknown = 6

  static func of(_ share: Float) -> Int {
    share < 0.01 ? 0 : share < 0.03 ? 1 : share < 0.06 ? 2 : share < 0.1 ? 3 : share < 0.18 ? 4 : 5
  }
}
