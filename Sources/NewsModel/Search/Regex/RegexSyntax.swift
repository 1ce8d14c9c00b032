/// A regular expression as a tree, over folded scalars.
indirect enum RegexSyntax: Hashable, Sendable {
  case set(ScalarSet)
  case sequence([RegexSyntax])
  case choice([RegexSyntax])
  /// From `least` to `most` times (`nil`: without limit), as many as possible when `greedy`.
  case repetition(RegexSyntax, least: Int, most: Int?, greedy: Bool)
  /// `^`: the beginning of a part.
  case start
  /// `$`: the end of a part.
  case end
  /// `\b`, or `\B` when `false`.
  case boundary(Bool)

  /// Reads a pattern.
  ///
  /// The common core of regular expressions: literals, `.`, `[…]`, `\d \w \s \b` and their negations, `\p{Han}`,
  /// groups, `|`, `* + ? {n} {n,} {n,m}` and their reluctant forms, `^ $`. A literal stands for everything that folds
  /// to the same; white space in a pattern may be missing in the text, where there is none between Han characters. No
  /// references back and no look-around: what is left can be matched in time linear in the text.
  init(_ pattern: String) throws(QueryProblem) {
    var reader = RegexReader(scalars: Array(pattern.unicodeScalars))
    self = try reader.readAll()
  }
}

extension RegexSyntax {
  /// The number of instructions that the expression compiles to, at least one for every node, or `Int.max` when it does
  /// not fit into an `Int`.
  ///
  /// Compiling takes as many steps: repetition of an expression that compiles to nothing counts as well.
  /// - Complexity: O(nodes).
  var size: Int {
    switch self {
    case .set, .start, .end, .boundary: 1
    case .sequence(let items): max(1, items.reduce(0) { $0.addingSaturated($1.size) })
    // A split before and a jump behind every branch but the last.
    case .choice(let branches): branches.reduce(2 * (branches.count - 1)) { $0.addingSaturated($1.size) }
    // An optional copy has a split before it; a loop has that, and a jump behind it.
    case .repetition(let item, let least, let most?, _):
      item.size.multipliedSaturated(by: max(1, most)).addingSaturated(most - least)
    case .repetition(let item, let least, nil, _):
      item.size.multipliedSaturated(by: least + 1).addingSaturated(2)
    }
  }
}

extension Int {
  fileprivate func addingSaturated(_ other: Int) -> Int {
    let (sum, overflows) = addingReportingOverflow(other)
    return overflows ? .max : sum
  }

  fileprivate func multipliedSaturated(by other: Int) -> Int {
    let (product, overflows) = multipliedReportingOverflow(by: other)
    return overflows ? .max : product
  }
}

/// Reads a pattern by recursive descent.
private struct RegexReader {
  let scalars: [Unicode.Scalar]
  var at = 0
  var depth = 0
  /// How many scalars the ranges of classes read so far span: each of them is folded.
  var spanned = 0

  static let maximumDepth = 60
  static let maximumCount = 1000
  /// So many counts may follow one another, as in `a{2}{3}`.
  static let maximumCountsInARow = 8
  /// Room for dozens of classes that span all common Han characters.
  static let maximumSpan = 1_000_000

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  mutating func readAll() throws(QueryProblem) -> RegexSyntax {
    let node = try readChoice()
    if at < scalars.count { throw problem("“)”没有配对的“(”", ") has no matching (") }
    return node
  }

  mutating func readChoice() throws(QueryProblem) -> RegexSyntax {
    var branches = [try readSequence()]
    while peek == "|" {
      at += 1
      branches.append(try readSequence())
    }
    return branches.count == 1 ? branches[0] : .choice(branches)
  }

  mutating func readSequence() throws(QueryProblem) -> RegexSyntax {
    var items: [RegexSyntax] = []
    while let next = peek, next != "|", next != ")" { items.append(try readRepeated()) }
    return items.count == 1 ? items[0] : .sequence(items)
  }

  mutating func readRepeated() throws(QueryProblem) -> RegexSyntax {
    var node = try readAtom()
    var counts = 0
    while let next = peek {
      let count: (Int, Int?)
      switch next {
      case "*": count = (0, nil)
      case "+": count = (1, nil)
      case "?": count = (0, 1)
      case "{":
        guard let braces = try readBraces() else { return node }
        count = braces
        at -= 1
      default: return node
      }
      counts += 1
      guard counts <= RegexReader.maximumCountsInARow else {
        throw problem("一个接一个的次数太多", "too many counts follow one another")
      }
      at += 1
      let greedy = peek != "?"
      if !greedy { at += 1 }
      node = .repetition(node, least: count.0, most: count.1, greedy: greedy)
    }
    return node
  }

  /// Reads `{n}`, `{n,}` or `{n,m}`; `nil`, and nothing read, when the brace begins no such thing and is a literal.
  mutating func readBraces() throws(QueryProblem) -> (Int, Int?)? {
    var close = at + 1
    while close < scalars.count, ("0"..."9").contains(scalars[close]) || scalars[close] == "," { close += 1 }
    guard close < scalars.count, scalars[close] == "}" else { return nil }
    let ends = scalars[at + 1..<close].split(separator: ",", omittingEmptySubsequences: false)
    guard ends.count <= 2, !ends[0].isEmpty else { return nil }
    let least = RegexReader.number(ends[0])
    let most = ends.count == 1 ? least : ends[1].isEmpty ? nil : RegexReader.number(ends[1])
    guard least <= RegexReader.maximumCount, (most ?? 0) <= RegexReader.maximumCount else {
      throw problem("次数超过 \(RegexReader.maximumCount)", "a count is greater than \(RegexReader.maximumCount)")
    }
    if let most, most < least { throw problem("{} 里的次数前大后小", "the counts in {} are in the wrong order") }
    at = close + 1
    return (least, most)
  }

  /// The number that digits write; `Int.max` for one that is larger.
  private static func number(_ digits: ArraySlice<Unicode.Scalar>) -> Int {
    digits.reduce(0) { $0.multipliedSaturated(by: 10).addingSaturated(Int($1.value - 0x30)) }
  }

  mutating func readAtom() throws(QueryProblem) -> RegexSyntax {
    let start = at
    guard let next = peek else { return .sequence([]) }
    at += 1
    switch next {
    case "(": return try readGroup(from: start)
    case "[": return .set(try readClass(from: start))
    case ".": return .set(.all)
    case "^": return .start
    case "$": return .end
    case "\\": return try readEscape()
    case "*", "+", "?":
      at = start
      throw problem("\(next) 前面没有可重复的字", "\(next) has nothing before it to repeat")
    // A brace that repeats nothing is a literal, as in most engines.
    default: return RegexReader.literal(next)
    }
  }

  mutating func readGroup(from start: Int) throws(QueryProblem) -> RegexSyntax {
    if peek == "?" {
      guard at + 1 < scalars.count, scalars[at + 1] == ":" else {
        throw problem(
          "这里不认识以 (? 开头的写法；用 (…) 或 (?:…)", "(? begins something this search does not know; use (…) or (?:…)")
      }
      at += 2
    }
    guard depth < RegexReader.maximumDepth else { throw problem("括号套得太深", "the groups are nested too deeply") }
    depth += 1
    let node = try readChoice()
    depth -= 1
    guard peek == ")" else {
      at = start
      throw problem("“(”没有配对的“)”", "( has no matching )")
    }
    at += 1
    return node
  }

  mutating func readEscape() throws(QueryProblem) -> RegexSyntax {
    guard let next = peek else { throw problem("末尾是一个“\\”", "\\ stands at the end") }
    if next == "b" || next == "B" {
      at += 1
      return .boundary(next == "b")
    }
    if let set = try readSetEscape() { return set == .space ? RegexReader.optionalSpace : .set(set) }
    if ("1"..."9").contains(next) || next == "k" {
      throw problem("这里不能用 \\\(next) 回头引用", "\\\(next) refers back, which this search cannot do")
    }
    at += 1
    return RegexReader.literal(RegexReader.control[next] ?? next)
  }

  /// Reads the letter of `\d`, `\w`, `\s`, `\p{Han}` or a negation; `nil`, and nothing read, for another escape.
  mutating func readSetEscape() throws(QueryProblem) -> ScalarSet? {
    guard let next = peek else { return nil }
    let set: ScalarSet
    switch next {
    case "d", "D": set = .digits
    case "w", "W": set = .word
    case "s", "S": set = .space
    case "p", "P":
      let name = "{Han}".unicodeScalars
      guard scalars[(at + 1)...].starts(with: name) else {
        throw problem("\\\(next)：只认识 \\p{Han}", "\\\(next): only \\p{Han} is known")
      }
      at += name.count
      set = .han
    default: return nil
    }
    at += 1
    return next.value < 0x61 ? set.complement : set
  }

  mutating func readClass(from start: Int) throws(QueryProblem) -> ScalarSet {
    let negated = peek == "^"
    if negated { at += 1 }
    var sets = ScalarSet()
    var ranges: [ClosedRange<UInt32>] = []
    var isFirst = true
    while let next = peek, next != "]" || isFirst {
      isFirst = false
      at += 1
      if next == "\\", let escaped = try readSetEscape() {
        if !sets.contains(escaped) { sets = sets.union(escaped) }
        continue
      }
      let first = try readClassMember(next)
      guard peek == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else {
        ranges.append(first.value...first.value)
        continue
      }
      at += 2
      let last = try readClassMember(scalars[at - 1])
      guard first <= last else { throw problem("[] 里的范围前大后小", "a range in [] is in the wrong order") }
      ranges.append(first.value...last.value)
    }
    guard peek == "]" else {
      at = start
      throw problem("“[”没有配对的“]”", "[ has no matching ]")
    }
    at += 1
    // Folded together, so that ranges that overlap cost no more than one.
    let members = ScalarSet(ranges)
    spanned += members.ranges.reduce(0) { $0 + Int(min($1.upperBound, 0xffff)) - Int(min($1.lowerBound, 0xffff)) }
    guard spanned <= RegexReader.maximumSpan else {
      throw problem("[] 里的范围太多太大", "the ranges in [] are too many and too large")
    }
    let set = sets.union(ScalarSet(folding: members))
    return negated ? set.complement : set
  }

  /// The scalar that `next`, already read, stands for in a class.
  mutating func readClassMember(_ next: Unicode.Scalar) throws(QueryProblem) -> Unicode.Scalar {
    guard next == "\\" else { return next }
    guard let escaped = peek else { throw problem("末尾是一个“\\”", "\\ stands at the end") }
    at += 1
    return RegexReader.control[escaped] ?? escaped
  }

  private static let control: [Unicode.Scalar: Unicode.Scalar] = ["n": "\n", "t": "\t", "r": "\r"]

  private static let optionalSpace = RegexSyntax.repetition(.set(.space), least: 0, most: 1, greedy: true)

  /// What a literal stands for: what it folds to; nothing for what folds to nothing.
  private static func literal(_ scalar: Unicode.Scalar) -> RegexSyntax {
    let set = ScalarSet(folding: ScalarSet([scalar.value...scalar.value]))
    if set == .space { return optionalSpace }
    return set.ranges.isEmpty ? .sequence([]) : .set(set)
  }

  func problem(_ chinese: String, _ english: String) -> QueryProblem {
    QueryProblem(
      message: Phrase("正则表达式：\(chinese)", "regular expression: \(english)"), offset: min(at, scalars.count))
  }
}
