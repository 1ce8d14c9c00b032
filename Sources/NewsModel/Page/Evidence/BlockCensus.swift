/// What is counted in a block's text, in one pass.
struct BlockCensus {
  private(set) var ingredients: Ingredients = []
  /// Scalars that are not white space.
  private(set) var length = 0
  /// Han, digits and Latin letters.
  private(set) var letters = 0
  /// Commas and their kin; colons are not counted.
  private(set) var commas = 0
  /// Ideographic full stops.
  private(set) var stops = 0
  /// Curly quotation marks that open less those that close.
  private(set) var curlyDepth = 0
  private var quotes = QuoteBalance()

  /// More than 0 when a quotation begins that does not end in the text, less when one ends that did not begin.
  var quotesLeftOpen: Int { quotes.left }

  init(_ text: ArraySlice<UInt32>, _ table: IngredientTable) {
    var spaces = 0
    var marks = 0
    ingredients = text.withUnsafeBufferPointer { text in
      table.ingredients(of: text) { scalar, kind, place in
        if kind.contains(.space) {
          spaces += 1
          return
        }
        if kind.isDisjoint(with: [.digit, .latin]) { marks += 1 }
        if kind.contains(.comma) {
          if scalar != 0x3A, scalar != 0xFF1A { commas += 1 }
        } else if scalar == 0x3002 {
          stops += 1
        } else if !kind.isDisjoint(with: [.opener, .closer]) {
          if scalar == 0x201C { curlyDepth += 1 } else if scalar == 0x201D { curlyDepth -= 1 }
          quotes.note(scalar, after: place > 0 ? text[place - 1] : nil)
        }
      }
    }
    length = text.count - spaces
    letters = length - marks
  }
}

/// Which quotations of a text end in it.
private struct QuoteBalance {
  private var depth = 0
  /// Whether a quotation ended that did not begin.
  private var isBroken = false
  private var straight = 0
  private var firstCloses = false

  /// Notes a scalar and the one before it.
  ///
  /// Straight quotes say which they are only by their neighbours: one after a full stop closes.
  mutating func note(_ scalar: UInt32, after previous: UInt32?) {
    switch scalar {
    case 0x201C, 0x300C: depth += 1
    case 0x201D, 0x300D:
      if depth == 0 { isBroken = true }
      depth -= 1
    case 0x22:
      if straight == 0, let previous { firstCloses = CharacterClass.of(previous).contains(.terminal) }
      straight += 1
    default: break
    }
  }

  var left: Int {
    if isBroken { return -1 }
    return straight % 2 == 1 ? (firstCloses ? -1 : 1) : depth
  }
}
