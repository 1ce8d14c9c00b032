/// Something to be found, and marked, in the text of an article.
enum TextPattern: Sendable {
  /// A text as it stands.
  case exact(TextCondition)
  /// A text with at most one character wrong, missing or extra.
  case near(NearText)
  /// A regular expression.
  case regex(RegexProgram)
  /// Texts near each other.
  case neighbours(NeighbourPattern)
  /// A condition that one part fulfils.
  case paragraph(ParagraphPattern)

  /// A condition that every article with a match fulfils, for the index; it does not decide.
  var filter: QueryPlan {
    switch self {
    case .exact: .pattern(self)
    case .near(let near): near.filter
    case .regex(let program): program.filter
    case .neighbours(let pattern): pattern.filter
    case .paragraph(let pattern): pattern.plan
    }
  }

  /// Whether every match of `other` is certain to be a match of this pattern too.
  func covers(_ other: TextPattern) -> Bool {
    switch (self, other) {
    case (.exact(let mine), .exact(let others)): mine.covers(others)
    case (.near(let mine), .near(let others)): mine.needle == others.needle
    case (.regex(let mine), .regex(let others)): mine.pattern == others.pattern
    case (.neighbours(let mine), .neighbours(let others)): mine.node == others.node
    case (.paragraph(let mine), .paragraph(let others)): mine.node == others.node
    default: false
    }
  }
}

/// The parts of an article in which a text counts.
enum TextPlace: Sendable {
  case anywhere, headline, caption

  /// Whether parts of a rank are among them.
  func allows(_ rank: PartRank) -> Bool {
    switch self {
    case .anywhere: true
    case .headline: rank == .headline
    case .caption: rank == .caption
    }
  }
}

/// A text to be found in an article.
struct TextCondition: Sendable {
  /// Looks for the folded text.
  let scanner: UnitScanner
  /// Where it counts.
  let place: TextPlace

  /// Looks for folded `units`, which must not be empty.
  init(_ units: [UInt16], in place: TextPlace = .anywhere) {
    scanner = UnitScanner(units)
    self.place = place
  }

  /// Whether every match of `other` is a match of this condition.
  func covers(_ other: TextCondition) -> Bool {
    scanner.needle == other.scanner.needle && (place == .anywhere || place == other.place)
  }
}
