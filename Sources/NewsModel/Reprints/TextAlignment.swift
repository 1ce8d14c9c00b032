/// Two texts laid along each other by the runs of letters that stand in both, in order.
struct TextAlignment {
  /// Letters of the shorter text that stand opposite the same letter.
  private(set) var matched = 0
  /// Letters opposite one other letter, or one missing, with the same letters on both sides: misreadings.
  private(set) var misread = 0
  /// Letters of the shorter text that stand opposite something else, between what is the same.
  private(set) var changed = 0
  /// Digits that stand opposite each other, and those of them that differ.
  private(set) var digits = 0
  private(set) var changedDigits = 0
  private let shorter: Int
  private let longer: Int
  /// The stretches of both that are the same, in order.
  private(set) var runs: [Run] = []

  /// A stretch that is the same in both.
  struct Run: Equatable {
    var first: Int
    var second: Int
    var length: Int
  }

  private static let seed = 4

  /// - Complexity: O(*n* log *n*) letters.
  init(_ first: [UInt32], _ second: [UInt32]) {
    (shorter, longer) = (min(first.count, second.count), max(first.count, second.count))
    let isSwapped = first.count > second.count
    let (short, long) = isSwapped ? (second, first) : (first, second)
    runs = Self.runs(short, long)
    for run in runs {
      matched += run.length
      for letter in short[run.first..<run.first + run.length] where letter.isFigure { digits += 1 }
    }
    for (run, next) in zip(runs, runs.dropFirst()) {
      compare(short[run.first + run.length..<next.first], long[run.second + run.length..<next.second])
    }
    if isSwapped { runs = runs.map { Run(first: $0.second, second: $0.first, length: $0.length) } }
  }

  /// Whether the texts are one story in two versions.
  ///
  /// Three quarters of the shorter text must stand in the longer one, and the rest between them look like misreadings
  /// rather than like a form filled in otherwise: of what differs, most stands alone, and numbers differ no more often than
  /// other letters do in bad scans.
  var isOneStory: Bool {
    let covered = matched + misread
    guard covered * 4 >= shorter * 3, longer <= shorter * 5 else { return false }
    return changed * 8 <= covered && changedDigits * 4 <= max(digits, 7)
  }

  /// What stands between two stretches that are the same.
  private mutating func compare(_ short: ArraySlice<UInt32>, _ long: ArraySlice<UInt32>) {
    guard short.count == long.count else {
      // A letter lost or doubled, or a few read as others.
      if abs(short.count - long.count) == 1, max(short.count, long.count) <= 2 {
        misread += short.count
      } else {
        changed += short.count
        digits += short.count(where: \.isFigure)
        changedDigits += short.count(where: \.isFigure)
      }
      return
    }
    var wrong = 0
    func close(_ alignment: inout TextAlignment) {
      if wrong <= 1 { alignment.misread += wrong } else { alignment.changed += wrong }
      wrong = 0
    }
    for (a, b) in zip(short, long) {
      if a.isFigure || b.isFigure {
        digits += 1
        if a != b { changedDigits += 1 }
      }
      if a == b {
        matched += 1
        close(&self)
      } else {
        wrong += 1
      }
    }
    close(&self)
  }

  // MARK: Runs

  /// The longest chain of seeds that stand in the same order in both texts and once in each, grown to both sides.
  private static func runs(_ short: [UInt32], _ long: [UInt32]) -> [Run] {
    guard short.count >= seed, long.count >= seed else { return [] }
    var places: [UInt64: Int] = [:]
    places.reserveCapacity(short.count)
    for (place, key) in seeds(of: short).enumerated() {
      if places.updateValue(place, forKey: key) != nil { places[key] = -1 }
    }
    // By seed of the long text its place in the short one; a seed that comes twice tells no place.
    var found: [(short: Int, long: Int)] = []
    var seen: [Int: Int] = [:]
    for (place, key) in seeds(of: long).enumerated() {
      guard let other = places[key], other >= 0 else { continue }
      if let earlier = seen[other] {
        found[earlier].short = -1
      } else {
        seen[other] = found.count
        found.append((other, place))
      }
    }
    return grown(chain(found.filter { $0.short >= 0 }), short, long)
  }

  /// Each run of four letters as one number.
  private static func seeds(of text: [UInt32]) -> some Sequence<UInt64> {
    (0...text.count - seed).lazy.map { start -> UInt64 in
      var key: UInt64 = 0
      for letter in text[start..<start + seed] { key = key &* 0x0000_0100_0000_01B3 &+ UInt64(letter) }
      return key
    }
  }

  /// The longest chain that ascends in both (patience sorting).
  private static func chain(_ seeds: [(short: Int, long: Int)]) -> [(short: Int, long: Int)] {
    var ends: [Int] = []
    var before = [Int](repeating: -1, count: seeds.count)
    for (index, seed) in seeds.enumerated() {
      let place = ends.partitioningIndex { seeds[$0].short >= seed.short }
      if place > 0 { before[index] = ends[place - 1] }
      if place == ends.count { ends.append(index) } else { ends[place] = index }
    }
    var chain: [(short: Int, long: Int)] = []
    var index = ends.last ?? -1
    while index >= 0 {
      chain.append(seeds[index])
      index = before[index]
    }
    return chain.reversed()
  }

  /// The seeds of a chain as runs: those side by side made one, each grown as far as the letters agree.
  private static func grown(_ chain: [(short: Int, long: Int)], _ short: [UInt32], _ long: [UInt32]) -> [Run] {
    var runs: [Run] = []
    for place in chain {
      if let last = runs.last, place.short < last.first + last.length || place.long < last.second + last.length {
        continue
      }
      let (low, other) = runs.last.map { ($0.first + $0.length, $0.second + $0.length) } ?? (0, 0)
      var run = Run(first: place.short, second: place.long, length: seed)
      while run.first > low, run.second > other, short[run.first - 1] == long[run.second - 1] {
        run = Run(first: run.first - 1, second: run.second - 1, length: run.length + 1)
      }
      while run.first + run.length < short.count, run.second + run.length < long.count,
        short[run.first + run.length] == long[run.second + run.length]
      {
        run.length += 1
      }
      if let last = runs.last, last.first + last.length == run.first, last.second + last.length == run.second {
        runs[runs.count - 1].length += run.length
      } else {
        runs.append(run)
      }
    }
    return runs
  }
}
