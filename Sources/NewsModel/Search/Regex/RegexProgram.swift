/// A regular expression compiled for matching in linear time.
///
/// A list of instructions run by many threads in step with the text (Pike's machine; Cox, "Regular Expression Matching:
/// the Virtual Machine Approach", 2009): no pattern is exponential, the work is at most instructions × text.
struct RegexProgram: Sendable {
  enum Instruction: Sendable {
    /// Steps over one scalar of the set with this number.
    case scalar(Int)
    /// Goes on at both places, the first one preferred.
    case split(Int, Int)
    case jump(Int)
    case start
    case end
    case boundary(Bool)
    case match
  }

  /// The pattern as it was written.
  let pattern: String
  private(set) var instructions: [Instruction] = []
  private(set) var sets: [ScalarSet] = []
  /// A condition that every article with a match fulfils, for the index: the literals that the pattern cannot do without.
  let filter: QueryPlan

  /// Finds the literal that every match begins with; `nil` if there is none.
  let prefix: UnitScanner?

  /// A bit for each unit that a match can begin with.
  private var beginnings: [UInt64] = []

  /// The greatest number of instructions.
  static let maximumSize = 4000

  /// Compiles `pattern`.
  ///
  /// - Throws: what is wrong with the pattern; the offset counts its Unicode scalars.
  init(_ pattern: String) throws(QueryProblem) {
    let syntax = try RegexSyntax(pattern)
    guard syntax.size <= RegexProgram.maximumSize else {
      let message = Phrase(
        "正则表达式：太大；请把 {} 里的次数改小", "regular expression: the pattern is too large; use smaller counts in {}")
      throw QueryProblem(message: message, offset: 0)
    }
    self.pattern = pattern
    filter = syntax.filter
    prefix = syntax.prefix
    compile(syntax)
    instructions.append(.match)
    findBeginnings()
  }

  /// The first place at or after `start` of `units[..<end]` where a match can begin; `end` if there is none.
  @inline(__always)
  func beginning(in units: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int) -> Int {
    if let prefix, let base = units.baseAddress { return prefix.first(in: base, from: start, to: end) ?? end }
    var at = start
    while at < end, !canBegin(with: units[at]) { at &+= 1 }
    return at
  }

  /// Whether a match can begin with `unit`; never wrongly no.
  @inline(__always)
  private func canBegin(with unit: UInt16) -> Bool { beginnings[Int(unit >> 6)] >> UInt64(unit & 63) & 1 != 0 }

  private mutating func findBeginnings() {
    beginnings = Array(repeating: 0, count: 1024)
    var seen: Set<Int> = []
    var stack = [0]
    while let at = stack.popLast() {
      guard seen.insert(at).inserted else { continue }
      switch instructions[at] {
      case .scalar(let set): markBeginnings(sets[set])
      case .split(let preferred, let other): stack += [preferred, other]
      case .jump(let target): stack.append(target)
      case .start, .end, .boundary: stack.append(at + 1)
      // An empty match is no match: something else has to begin.
      case .match: continue
      }
    }
  }

  private mutating func markBeginnings(_ set: ScalarSet) {
    for range in set.ranges {
      guard range.lowerBound <= 0xffff else { continue }
      let first = Int(range.lowerBound)
      let last = Int(min(range.upperBound, 0xffff))
      for word in first >> 6...last >> 6 {
        let low = max(first, word << 6) & 63
        let high = min(last, word << 6 | 63) & 63
        beginnings[word] |= UInt64.max << UInt64(low) & UInt64.max >> UInt64(63 - high)
      }
    }
    // Scalars beyond the BMP begin with one of the high surrogates.
    if let last = set.ranges.last, last.upperBound > 0xffff {
      for word in 0xd800 >> 6..<0xdc00 >> 6 { beginnings[word] = .max }
    }
  }

  private mutating func compile(_ syntax: RegexSyntax) {
    switch syntax {
    case .set(let set):
      instructions.append(.scalar(sets.count))
      sets.append(set)
    case .sequence(let items):
      for item in items { compile(item) }
    case .choice(let branches): compile(choiceOf: branches)
    case .repetition(let item, let least, let most, let greedy):
      for _ in 0..<least { compile(item) }
      if let most {
        var splits: [Int] = []
        for _ in least..<max(least, most) {
          splits.append(reserve())
          compile(item)
        }
        for split in splits { instructions[split] = choice(split + 1, instructions.count, greedy) }
      } else {
        let split = reserve()
        compile(item)
        instructions.append(.jump(split))
        instructions[split] = choice(split + 1, instructions.count, greedy)
      }
    case .start: instructions.append(.start)
    case .end: instructions.append(.end)
    case .boundary(let isBoundary): instructions.append(.boundary(isBoundary))
    }
  }

  private mutating func compile(choiceOf branches: [RegexSyntax]) {
    var jumps: [Int] = []
    for branch in branches.dropLast() {
      let split = reserve()
      compile(branch)
      jumps.append(reserve())
      instructions[split] = .split(split + 1, instructions.count)
    }
    if let last = branches.last { compile(last) }
    for jump in jumps { instructions[jump] = .jump(instructions.count) }
  }

  private func choice(_ inside: Int, _ outside: Int, _ greedy: Bool) -> Instruction {
    greedy ? .split(inside, outside) : .split(outside, inside)
  }

  private mutating func reserve() -> Int {
    instructions.append(.match)
    return instructions.count - 1
  }
}

extension RegexSyntax {
  /// A condition that every text with a match fulfils.
  fileprivate var filter: QueryPlan {
    switch self {
    case .set(let set): return RegexSyntax.literal(set.single.map { [$0] } ?? [])
    case .choice(let branches): return .any(branches.map(\.filter))
    case .repetition(let item, let least, _, _): return least > 0 ? item.filter : .all([])
    case .start, .end, .boundary: return .all([])
    case .sequence(let items):
      var plans: [QueryPlan] = []
      var run: [UInt32] = []
      for item in items {
        if case .set(let set) = item, let scalar = set.single {
          run.append(scalar)
          continue
        }
        plans.append(RegexSyntax.literal(run))
        run = []
        plans.append(item.filter)
      }
      plans.append(RegexSyntax.literal(run))
      return .all(plans)
    }
  }

  /// The literal that every match begins with.
  fileprivate var prefix: UnitScanner? {
    let items = if case .sequence(let items) = self { items } else { [self] }
    var text = String.UnicodeScalarView()
    for item in items {
      guard case .set(let set) = item, let scalar = set.single.flatMap(Unicode.Scalar.init) else { break }
      text.append(scalar)
    }
    return text.isEmpty ? nil : UnitScanner(Array(String(text).utf16))
  }

  private static func literal(_ scalars: [UInt32]) -> QueryPlan {
    guard !scalars.isEmpty else { return .all([]) }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars.compactMap(Unicode.Scalar.init))
    return .pattern(.exact(TextCondition(Array(String(text).utf16))))
  }
}
