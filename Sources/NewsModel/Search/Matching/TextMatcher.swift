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
      case .near, .neighbours, .paragraph: nil
      case .regex(let program): program.prefix
      }
    if let prefix {
      let isThere = texts.units.withUnsafeBufferPointer { units in
        guard let base = units.baseAddress else { return false }
        return prefix.first(in: base, from: range.lowerBound, to: range.upperBound) != nil
      }
      if !isThere { return false }
      if case .exact(let condition) = pattern, condition.place == .anywhere { return true }
    }
    if case .near(let near) = pattern { return TextMatcher.holds(near, texts, article: article) }
    if case .paragraph(let paragraph) = pattern {
      // A part may fulfil a condition that rules texts out, and hold no match.
      for part in texts.parts(of: article) where holds(paragraph.plan, texts, part: part) { return true }
      return false
    }
    var found = false
    forEachMatch(of: pattern, texts, article: article) { _, _, _ in
      found = true
      return false
    }
    return found
  }

  /// Whether one part fulfils a condition on its text alone.
  private mutating func holds(_ plan: QueryPlan, _ texts: FoldedArticles, part: Int) -> Bool {
    switch plan {
    case .pattern(.paragraph(let paragraph)): return holds(paragraph.plan, texts, part: part)
    case .pattern(let pattern):
      return !forEachMatch(of: pattern, texts, part: part) { _, _ in false }
    case .article: return false
    case .all(let plans):
      for plan in plans where !holds(plan, texts, part: part) { return false }
      return true
    case .any(let plans):
      for plan in plans where holds(plan, texts, part: part) { return true }
      return false
    case .not(let plan): return !holds(plan, texts, part: part)
    }
  }

  /// Hands over the matches of `pattern` in an article, part by part; but for those of several texts none overlaps another.
  ///
  /// Within a part exact matches of a near text come before the others. Of a part as it is printed only those count that touch characters
  /// which the user replaced: the others stand in the part itself.
  /// - Parameter body: receives the part, the range of `texts.units` and whether it is a match only nearly; returns
  ///   whether to go on.
  @inline(__always)
  mutating func forEachMatch(
    of pattern: TextPattern, _ texts: FoldedArticles, article: Int,
    _ body: (_ part: Int, _ range: Range<Int>, _ isNear: Bool) -> Bool
  ) {
    forEachOccurrence(of: pattern, texts, article: article) { part, range, isNear in
      if !texts.printedParts.isEmpty, let printed = texts.printedParts[part] {
        let start = Int(texts.partStarts[part])
        guard printed.touches(range.lowerBound - start..<range.upperBound - start) else { return true }
      }
      return body(part, range, isNear)
    }
  }

  @inline(__always)
  private mutating func forEachOccurrence(
    of pattern: TextPattern, _ texts: FoldedArticles, article: Int,
    _ body: (_ part: Int, _ range: Range<Int>, _ isNear: Bool) -> Bool
  ) {
    guard case .exact(let condition) = pattern, condition.place == .anywhere else {
      for part in texts.parts(of: article) {
        if !forEachMatch(of: pattern, texts, part: part, { body(part, $0, $1) }) { return }
      }
      return
    }
    // The whole text at once.
    texts.units.withUnsafeBufferPointer { units in
      guard let base = units.baseAddress else { return }
      let range = texts.range(of: article)
      let length = condition.scanner.needle.count
      var at = range.lowerBound
      var part = texts.parts(of: article).lowerBound
      while let place = condition.scanner.first(in: base, from: at, to: range.upperBound) {
        while Int(texts.partStarts[part + 1]) <= place { part += 1 }
        at = place + length
        if !body(part, place..<at, false) { return }
      }
    }
  }

  /// Hands over the matches of `pattern` in one part.
  ///
  /// - Parameter body: as for an article.
  /// - Returns: whether `body` wanted all of them.
  private mutating func forEachMatch(
    of pattern: TextPattern, _ texts: FoldedArticles, part: Int, _ body: (_ range: Range<Int>, _ isNear: Bool) -> Bool
  ) -> Bool {
    let range = texts.range(ofPart: part)
    return texts.units.withUnsafeBufferPointer { units in
      guard let base = units.baseAddress else { return true }
      switch pattern {
      case .exact(let condition):
        guard condition.place.allows(texts.ranks[part]) else { return true }
        var at = range.lowerBound
        while let place = condition.scanner.first(in: base, from: at, to: range.upperBound) {
          at = place + condition.scanner.needle.count
          if !body(place..<at, false) { return false }
        }
      case .near(let near):
        for (range, isNear) in TextMatcher.matches(of: near, in: base, range) where !body(range, isNear) {
          return false
        }
      case .regex(let program):
        var at = range.lowerBound
        while at < range.upperBound, let match = firstMatch(of: program, in: units, range, from: at) {
          at = match.upperBound
          if !body(match, false) { return false }
        }
      case .neighbours(let pattern):
        for match in pattern.matches(in: base, range, rank: texts.ranks[part]) where !body(match, false) {
          return false
        }
      case .paragraph(let paragraph):
        guard holds(paragraph.plan, texts, part: part) else { return true }
        var found: [Range<Int>: Bool] = [:]
        for pattern in paragraph.marked {
          _ = forEachMatch(of: pattern, texts, part: part) { range, isNear in
            found[range] = isNear && found[range] != false
            return true
          }
        }
        for (range, isNear) in found where !body(range, isNear) { return false }
      }
      return true
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
