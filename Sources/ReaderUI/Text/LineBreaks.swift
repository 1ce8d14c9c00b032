/// How badly a paragraph takes a break before each of its scalars.
///
/// The rules are few and each is a function of its own: classes, quotation marks, words, numbers with their units. A break is judged by
/// the worst rule it breaks, so that a line too narrow for all of them gives up the mildest first.
struct LineBreaks {
  /// What a break costs.
  enum Cost: UInt8, Comparable {
    /// Good anywhere.
    case free
    /// Cuts a word, or a number from its unit.
    case splitsWord
    /// Puts a mark at the wrong end of a line, or cuts a dash or an ellipsis.
    case breaksKinsoku
    /// Parts a combining mark from its base.
    case never

    static func < (left: Cost, right: Cost) -> Bool { left.rawValue < right.rawValue }
  }

  /// The cost of a break before each scalar; the first is unused.
  private(set) var costs: [Cost]

  /// Judges all breaks of a paragraph.
  ///
  /// - Complexity: O(*n*) for *n* scalars.
  init(_ scalars: [Unicode.Scalar]) {
    var classes = scalars.map(\.lineClass)
    Self.resolveQuotes(scalars, &classes)
    costs = Array(repeating: .free, count: scalars.count)
    guard scalars.count > 1 else { return }
    // The last scalar that is neither a blank nor a combining mark, and how many of a pair's halves end there.
    var base: Int?
    var halves = 0
    for index in scalars.indices {
      if index > 0 {
        costs[index] = Self.cost(before: index, base: base, classes, scalars, halves: halves)
      }
      switch classes[index] {
      case .mark, .space: continue
      case .pair: halves = base == index - 1 && base.map { scalars[$0] == scalars[index] } == true ? halves + 1 : 1
      default: halves = 0
      }
      base = index
    }
    keepNumbersWhole(scalars, classes)
  }

  private static func cost(
    before index: Int, base: Int?, _ classes: [LineClass], _ scalars: [Unicode.Scalar], halves: Int
  ) -> Cost {
    let right = classes[index]
    if right == .mark { return .never }
    // A blank hangs over the edge rather than begin a line; blanks at the start of a paragraph stay with its first word.
    guard right != .space, let base else { return .breaksKinsoku }
    let left = classes[base]
    if right == .closing || right == .connector || right == .neutralQuote || left == .opening
      || scalars[index].isEllipsis
    {
      return .breaksKinsoku
    }
    if classes[index - 1] == .space { return .free }
    if left == .glue || right == .glue || left == .neutralQuote { return .breaksKinsoku }
    if right == .pair {
      return left == .pair && scalars[base] == scalars[index] && halves % 2 == 1 ? .breaksKinsoku : .free
    }
    return joinsWord(base, index, classes, scalars) ? .splitsWord : .free
  }

  /// Whether the scalars at `base` and `index` belong to one word or number: both are letters or digits, or one joins such a pair.
  private static func joinsWord(_ base: Int, _ index: Int, _ classes: [LineClass], _ scalars: [Unicode.Scalar]) -> Bool
  {
    let left = classes[base]
    guard classes[index].isWordPart else {
      // A bracket inside a word, as in word(s); one around Chinese is none.
      let next = index + 1 < classes.count ? classes[index + 1] : .space
      return scalars[index] == "(" && left.isWordPart && next.isWordPart
    }
    if left.isWordPart { return true }
    guard left == .connector else { return false }
    let before = base > 0 ? classes[base - 1] : .space
    switch scalars[base] {
    case ",": return isThousandsSeparator(base, classes)
    // A sign belongs to its number.
    case "-", "－", "–": return before.isWordPart || classes[index] == .digit
    default: return before.isWordPart
    }
  }

  /// Whether the comma at `index` has a digit before it and exactly three after it, as in 1,234.56. A comma in a list of years does not.
  private static func isThousandsSeparator(_ index: Int, _ classes: [LineClass]) -> Bool {
    guard index > 0, classes[index - 1] == .digit else { return false }
    var end = index + 1
    while end < classes.count, end <= index + 4, classes[end] == .digit { end += 1 }
    return end == index + 4
  }

  mutating func raise(_ index: Int, to cost: Cost) {
    costs[index] = max(costs[index], cost)
  }
}

extension LineClass {
  var isWordPart: Bool { self == .letter || self == .digit }
}

extension Unicode.Scalar {
  fileprivate var isEllipsis: Bool { self == "…" || self == "⋯" }
}
