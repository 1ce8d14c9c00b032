/// Something to be found, and marked, in the text of an article.
enum TextPattern: Sendable {
  /// A text as it stands.
  case exact(TextCondition)
  /// A text with at most one character wrong, missing or extra.
  case near(NearText)
  /// A regular expression.
  case regex(RegexProgram)

  /// Whether every match of `other` is certain to be a match of this pattern too.
  func covers(_ other: TextPattern) -> Bool {
    switch (self, other) {
    case (.exact(let mine), .exact(let others)): mine.covers(others)
    case (.near(let mine), .near(let others)): mine.needle == others.needle
    case (.regex(let mine), .regex(let others)): mine.pattern == others.pattern
    default: false
    }
  }
}

/// A text to be found in an article.
struct TextCondition: Sendable {
  /// Looks for the folded text.
  let scanner: UnitScanner
  /// Whether only headlines count.
  let inHeadlines: Bool

  /// Looks for folded `units`, which must not be empty.
  init(_ units: [UInt16], inHeadlines: Bool) {
    scanner = UnitScanner(units)
    self.inHeadlines = inHeadlines
  }

  /// Whether every match of `other` is a match of this condition.
  func covers(_ other: TextCondition) -> Bool {
    scanner.needle == other.scanner.needle && (!inHeadlines || other.inHeadlines)
  }
}
