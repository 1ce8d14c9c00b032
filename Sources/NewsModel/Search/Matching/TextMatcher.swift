/// Finds the matches of patterns in folded articles. Keeps the machines of regular expressions between articles.
struct TextMatcher {
  private var machines: [String: RegexMachine] = [:]
  /// The steps that regular expressions may still take.
  private var stepsLeft: Int
  /// The steps that regular expressions took.
  private(set) var regexSteps = 0

  /// - Parameter regexSteps: how many steps regular expressions may take; then they find nothing more.
  init(regexSteps: Int = .max) {
    stepsLeft = regexSteps
  }

  /// Whether regular expressions had to stop before their end.
  var isExhausted: Bool { stepsLeft < 0 }

  /// Whether an article holds a match of `pattern`.
  ///
  /// - Complexity: O(units of the article up to the first match), times the pattern's size for a regular expression.
  mutating func holds(_ pattern: TextPattern, _ texts: FoldedArticles, article: Int) -> Bool {
    let range = texts.range(of: article)
    // Most articles that do not hold a match are told by one look at their whole text.
    let prefix: UnitScanner? =
      switch pattern {
      case .exact(let condition): condition.scanner
      case .near: nil
      case .regex(let program): program.prefix
      }
    if let prefix {
      let isThere = texts.units.withUnsafeBufferPointer { units in
        guard let base = units.baseAddress else { return false }
        return prefix.first(in: base, from: range.lowerBound, to: range.upperBound) != nil
      }
      if !isThere { return false }
      if case .exact(let condition) = pattern, !condition.inHeadlines { return true }
    }
    if case .near(let near) = pattern { return TextMatcher.holds(near, texts, article: article) }
    var found = false
    forEachMatch(of: pattern, texts, article: article) { _, _, _ in
      found = true
      return false
    }
    return found
  }

  /// Hands over the matches of `pattern` in an article, part by part, none overlapping another.
  ///
  /// Within a part exact matches of a near text come before the others.
  /// - Parameter body: receives the part, the range of `texts.units` and whether it is a match only nearly; returns
  ///   whether to go on.
  @inline(__always)
  mutating func forEachMatch(
    of pattern: TextPattern, _ texts: FoldedArticles, article: Int,
    _ body: (_ part: Int, _ range: Range<Int>, _ isNear: Bool) -> Bool
  ) {
    texts.units.withUnsafeBufferPointer { units in
      guard let base = units.baseAddress else { return }
      switch pattern {
      case .exact(let condition) where !condition.inHeadlines:
        let range = texts.range(of: article)
        let length = condition.scanner.needle.count
        var at = range.lowerBound
        var part = texts.parts(of: article).lowerBound
        while let place = condition.scanner.first(in: base, from: at, to: range.upperBound) {
          while Int(texts.partStarts[part + 1]) <= place { part += 1 }
          at = place + length
          if !body(part, place..<at, false) { return }
        }
      case .exact(let condition):
        for part in texts.parts(of: article) where texts.ranks[part] == .headline {
          let range = texts.range(ofPart: part)
          var at = range.lowerBound
          while let place = condition.scanner.first(in: base, from: at, to: range.upperBound) {
            at = place + condition.scanner.needle.count
            if !body(part, place..<at, false) { return }
          }
        }
      case .near(let near):
        for part in texts.parts(of: article) {
          for (range, isNear) in TextMatcher.matches(of: near, in: base, texts.range(ofPart: part))
          where !body(part, range, isNear) { return }
        }
      case .regex(let program):
        for part in texts.parts(of: article) {
          let range = texts.range(ofPart: part)
          var at = range.lowerBound
          while at < range.upperBound, let match = firstMatch(of: program, in: units, range, from: at) {
            at = match.upperBound
            if !body(part, match, false) { return }
          }
        }
      }
    }
  }

  /// Whether an article holds a near text, mistaken or not: the whole text is gone through at once, and only where a match
  /// may begin the part is looked for, which a match may not leave.
  private static func holds(_ near: NearText, _ texts: FoldedArticles, article: Int) -> Bool {
    let range = texts.range(of: article)
    return texts.units.withUnsafeBufferPointer { units in
      guard let base = units.baseAddress else { return false }
      var scanner = NearScanner(near, in: base, from: range.lowerBound, to: range.upperBound)
      var part = texts.parts(of: article).lowerBound
      var at = range.lowerBound
      while let place = scanner.next(from: at) {
        while Int(texts.partStarts[part + 1]) <= place { part += 1 }
        if near.length(in: base, at: place, end: Int(texts.partStarts[part + 1]) - 1) != nil { return true }
        at = place + 1
      }
      return false
    }
  }

  private mutating func firstMatch(
    of program: RegexProgram, in units: UnsafeBufferPointer<UInt16>, _ part: Range<Int>, from at: Int
  ) -> Range<Int>? {
    // Taken out of the dictionary while it runs, so that its memory is not copied.
    var machine = machines.removeValue(forKey: program.pattern) ?? RegexMachine(program)
    let before = machine.steps
    machine.stepLimit = stepsLeft == .max ? .max : before + max(stepsLeft, 0)
    let match = machine.firstMatch(in: units, part: part, from: at)
    regexSteps += machine.steps - before
    if stepsLeft != .max { stepsLeft -= machine.steps - before }
    machines[program.pattern] = machine
    return match
  }

  /// The matches of a near text in a part: first where it stands as it is, then, in what lies between, from left to
  /// right where one unit is wrong, missing or extra.
  private static func matches(
    of near: NearText, in units: UnsafePointer<UInt16>, _ part: Range<Int>
  ) -> [(Range<Int>, isNear: Bool)] {
    var matches: [(Range<Int>, isNear: Bool)] = []
    var at = part.lowerBound
    while let place = near.scanner.first(in: units, from: at, to: part.upperBound) {
      at = place + near.needle.count
      matches.append((place..<at, false))
    }
    let exact = matches.map(\.0)
    var gapStart = part.lowerBound
    for gapEnd in exact.map(\.lowerBound) + [part.upperBound] {
      at = gapStart
      var scanner = NearScanner(near, in: units, from: gapStart, to: gapEnd)
      while let place = scanner.next(from: at) {
        let length = near.mistakenLength(in: units, at: place, end: gapEnd)
        if let length { matches.append((place..<place + length, true)) }
        at = place + (length ?? 1)
      }
      gapStart = gapEnd + near.needle.count
    }
    return matches
  }
}
