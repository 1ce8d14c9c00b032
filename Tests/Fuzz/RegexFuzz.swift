@testable import NewsModel

/// A regular expression and a text: compiled in bounded time, run in bounded steps, and in agreement with the plainest
/// reading of the pattern.
enum RegexFuzz {
  /// Longer texts make the plain reading slow.
  private static let longest = 40

  static func run(_ bytes: [UInt8]) {
    let input = FuzzText(bytes, tokens: tokens)
    let (pattern, text) = input.halves
    let program: RegexProgram
    let syntax: RegexSyntax
    do {
      syntax = try RegexSyntax(pattern)
      program = try RegexProgram(pattern)
    } catch {
      require((0...pattern.unicodeScalars.count).contains(error.offset), "a problem outside of the pattern")
      return
    }
    require(program.instructions.count <= syntax.size + 1, "a program larger than its size says")
    let units = Array(Folding.units(text).prefix(longest))
    units.withUnsafeBufferPointer { check(program, syntax, $0) }
  }

  private static func check(_ program: RegexProgram, _ syntax: RegexSyntax, _ units: UnsafeBufferPointer<UInt16>) {
    var machine = RegexMachine(program)
    let part = 0..<units.count
    let match = machine.firstMatch(in: units, part: part, from: 0)
    require(machine.steps <= 2 * program.instructions.count * (units.count + 1), "more steps than instructions × text")
    var reader = PlainRegex(units: Array(units))
    // The plain reading of patterns of thousands of instructions takes too long.
    guard syntax.size <= 300 else { return }
    let expected = reader.firstStart(of: syntax)
    require(match?.lowerBound == expected, "a match at \(match?.lowerBound ?? -1) where \(expected ?? -1) is right")
    if let match { require(reader.ends(of: syntax, from: match.lowerBound).contains(match.upperBound), "a wrong end") }
  }

  private static let tokens = [
    "a", "b", "1", "高", "县", "唐", "縣", "Ａ", "𠮷", " ", ".", "*", "+", "?", "*?", "{2}", "{1,3}", "{0,}", "{+3}",
    "{1000}", "{,2}",
    "(", ")", "(?:", "|", "[", "]", "[^", "-", "^", "$", "\\", "\\d", "\\W", "\\s", "\\b", "\\B", "\\p{Han}", "/", "，",
    "\u{200b}",
  ]
}

/// A regular expression read as its definition says, by sets of places: slow and plain.
private struct PlainRegex {
  let units: [UInt16]

  /// The first place where a match begins that is not empty.
  mutating func firstStart(of syntax: RegexSyntax) -> Int? {
    places.first { start in ends(of: syntax, from: start).contains { $0 > start } }
  }

  func ends(of syntax: RegexSyntax, from start: Int) -> Set<Int> { ends(of: syntax, from: [start]) }

  /// The places between scalars.
  private var places: [Int] {
    var places = [0]
    while let last = places.last, last < units.count { places.append(last + width(at: last)) }
    return places
  }

  private func width(at place: Int) -> Int {
    UTF16.isLeadSurrogate(units[place]) && place + 1 < units.count ? 2 : 1
  }

  private func scalar(at place: Int) -> UInt32 {
    guard width(at: place) == 2 else { return UInt32(units[place]) }
    return 0x10000 + (UInt32(units[place]) & 0x3ff) << 10 + UInt32(units[place + 1]) & 0x3ff
  }

  private func isWord(_ place: Int) -> Bool {
    units.indices.contains(place) && ScalarSet.word.contains(UInt32(units[place]))
  }

  private func ends(of syntax: RegexSyntax, from starts: Set<Int>) -> Set<Int> {
    switch syntax {
    case .set(let set):
      return Set(starts.filter { $0 < units.count && set.contains(scalar(at: $0)) }.map { $0 + width(at: $0) })
    case .sequence(let items): return items.reduce(starts) { ends(of: $1, from: $0) }
    case .choice(let branches): return branches.reduce([]) { $0.union(ends(of: $1, from: starts)) }
    case .repetition(let item, let least, let most, _):
      var now = starts
      for _ in 0..<least { now = ends(of: item, from: now) }
      var all = now
      for _ in least..<(most ?? Int.max) {
        now = ends(of: item, from: now).subtracting(all)
        if now.isEmpty { break }
        all.formUnion(now)
      }
      return all
    case .start: return starts.intersection([0])
    case .end: return starts.intersection([units.count])
    case .boundary(let isBoundary): return starts.filter { (isWord($0 - 1) != isWord($0)) == isBoundary }
    }
  }
}
