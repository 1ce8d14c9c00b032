import Platform

/// Finds the versions of one story among articles: candidates share sampled runs of letters, and two texts are one story if
/// they can be laid along each other with no more between them than misreadings and small changes.
///
/// A run of letters (`runLength`) is sampled by its hash, so that the same runs are sampled in every text (Broder, On the
/// resemblance and containment of documents, 1997).
struct ReprintFinder {
  private let library: Library
  /// The letters of each article that is long enough to be known again; none for others.
  private let letters: [[UInt32]]
  /// By article: days since 1 March of the year 0; `nil` where no day is known.
  private let days: [Int?]

  /// Letters of a run: of two readings with 5 wrong letters in 100 each, 60 % of such runs agree.
  private static let runLength = 5
  /// Shorter texts say too little to be known again, unless they are the same to the letter.
  private static let fewestLetters = 40
  /// A reprint comes within so many days.
  private static let mostDays = 15
  /// One run in eight is sampled; of short texts all are.
  private static let sampling: UInt64 = 8
  private static let shortText = 200
  /// So many samples are kept; of larger archives fewer of each text.
  private static let mostSamples = 6_000_000
  /// Runs that so many texts share are phrases of the trade.
  private static let mostHolders = 64
  /// In groups of up to so many all are compared, in larger ones each with the next two.
  private static let smallGroup = 6

  private init(_ library: Library, threads: Int) {
    self.library = library
    let articles = library.articles
    letters = Self.map(articles.count, threads: threads) { Self.letters(of: articles[$0]) }
    days = articles.map { $0.issued?.ordinal ?? $0.date?.ordinal }
  }

  /// The stories of a library that have several versions.
  ///
  /// - Complexity: O(letters + samples log samples), besides O(letters) for each two texts that share enough runs.
  static func find(in library: Library, threads: Int) -> Reprints {
    let finder = ReprintFinder(library, threads: threads)
    let pairs = finder.candidates(threads: threads)
    let texts = finder.letters
    let same = map(pairs.count, threads: threads) { index in
      let (a, b) = pairs[index]
      return TextAlignment(texts[a], texts[b]).isOneStory
    }
    var groups = DisjointSets(count: library.articles.count)
    for (pair, isSame) in zip(pairs, same) where isSame { groups.unite(pair.0, pair.1) }
    for (a, b) in finder.identical() { groups.unite(a, b) }
    return Reprints(finder.ordered(groups.groups), articleCount: library.articles.count)
  }

  /// Han, other letters and digits of what an article tells, folded; none of a text too short.
  private static func letters(of article: Article) -> [UInt32] {
    var letters: [UInt32] = []
    for part in article.parts where compares(part.role) { Shingles.appendLetters(of: part.text, to: &letters) }
    return letters.count < fewestLetters ? [] : letters
  }

  /// Whether versions are compared by parts of a role: headlines and bylines are each paper's own.
  static func compares(_ role: PartRole) -> Bool {
    switch role {
    case .body, .subhead, .caption, .pullquote: true
    case .section, .kicker, .headline, .deck, .byline, .credit: false
    }
  }

  /// Whether a story of one day may be a reprint of one of another.
  private func areNear(_ a: Int, _ b: Int) -> Bool {
    guard let first = days[a], let second = days[b] else { return true }
    return abs(first - second) <= Self.mostDays
  }

  /// What `make` makes of 0 ..< `count`, on several threads.
  private static func map<Result: Sendable>(
    _ count: Int, threads: Int, _ make: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    Array(Workers.map(0..<count, inRunsOf: 64, threads: threads) { $0.map(make) }.joined())
  }

  // MARK: Candidates

  /// Articles that share enough of their sampled runs, each two once.
  private func candidates(threads: Int) -> [(Int, Int)] {
    let total = letters.reduce(0) { $0 + $1.count }
    var sampling = Self.sampling
    while total / Int(sampling) > Self.mostSamples { sampling *= 2 }
    let texts = letters
    // By article its samples with the article behind them, and how many of them a long text would have as well.
    let chosen = sampling
    let sampled = Self.map(texts.count, threads: threads) { Self.samples(of: texts[$0], article: $0, chosen) }
    var samples: [UInt64] = []
    samples.reserveCapacity(sampled.reduce(0) { $0 + $1.samples.count })
    for sample in sampled { samples += sample.samples }
    samples.radixSort(fromBit: 32)
    var pairs: [UInt64] = []
    var start = 0
    while start < samples.count {
      var end = start + 1
      while end < samples.count, samples[end] >> 32 == samples[start] >> 32 { end += 1 }
      if (2...Self.mostHolders).contains(end - start) { addPairs(of: samples[start..<end], to: &pairs) }
      start = end
    }
    pairs.radixSort(fromBit: 0)
    var found: [(Int, Int)] = []
    start = 0
    while start < pairs.count {
      var end = start + 1
      while end < pairs.count, pairs[end] == pairs[start] { end += 1 }
      let (a, b) = (Int(pairs[start] >> 32), Int(pairs[start] & 0xFFFF_FFFF))
      // 60 of 100 would agree in the worst scans of one text, and a reprint may be cut by half.
      let expected = min(sampled[a].count, sampled[b].count)
      if end - start >= max(2, expected / 5) { found.append((a, b)) }
      start = end
    }
    return found
  }

  private static func samples(
    of letters: [UInt32], article: Int, _ sampling: UInt64
  ) -> (samples: [UInt64], count: Int) {
    guard letters.count >= runLength else { return ([], 0) }
    let own = letters.count < shortText ? 1 : sampling
    let factor: UInt64 = 0x0000_0100_0000_01B3
    var leaving: UInt64 = 1
    for _ in 1..<runLength { leaving &*= factor }
    var hash: UInt64 = 0
    var samples: [UInt64] = []
    var count = 0
    for (index, letter) in letters.enumerated() {
      if index >= runLength { hash &-= leaving &* UInt64(letters[index - runLength]) }
      hash = hash &* factor &+ UInt64(letter)
      guard index + 1 >= runLength else { continue }
      let mixed = hash &* 0x9E37_79B9_7F4A_7C15
      let chance = mixed >> 16 & 0xFFFF
      if chance % sampling == 0 { count += 1 }
      if chance % own == 0 { samples.append(mixed & 0xFFFF_FFFF_0000_0000 | UInt64(article)) }
    }
    return (samples, count)
  }

  /// Adds each two articles of a group that shares a run, if their days are near.
  private func addPairs(of group: ArraySlice<UInt64>, to pairs: inout [UInt64]) {
    let isSmall = group.count <= Self.smallGroup
    for first in group.indices {
      for second in group[(first + 1)...].indices.prefix(isSmall ? group.count : 2) {
        let (a, b) = (group[first] & 0xFFFF_FFFF, group[second] & 0xFFFF_FFFF)
        if a != b, areNear(Int(a), Int(b)) { pairs.append(min(a, b) << 32 | max(a, b)) }
      }
    }
  }

  /// Articles of the same text, each with the next one, if it is long enough to say anything.
  private func identical() -> [(Int, Int)] {
    let order = library.articles.indices.sorted {
      (library.articles[$0].idNumber, $0) < (library.articles[$1].idNumber, $1)
    }
    return zip(order, order.dropFirst()).filter { a, b in
      library.articles[a].idNumber == library.articles[b].idNumber && areNear(a, b)
    }
  }

  /// Each group with its earliest first; what has no day, last.
  private func ordered(_ groups: [[Int32]]) -> [[Int32]] {
    groups.map { $0.sorted { (days[Int($0)] ?? .max, $0) < (days[Int($1)] ?? .max, $1) } }
  }
}

extension Library {
  /// Finds out which articles are versions of one story.
  ///
  /// - Complexity: O(letters): about a tenth of the time that reading the pages takes.
  public mutating func findReprints(threads: Int = ProcessInfo.processInfo.activeProcessorCount) {
    reprints = ReprintFinder.find(in: self, threads: threads)
  }

  /// Takes over what was found among the same articles.
  public mutating func take(_ reprints: Reprints) { self.reprints = reprints }

  /// The id that the versions of an article's story share, which is that of the earliest; `nil` where it stands alone.
  public func storyID(ofArticle index: Int) -> String? {
    reprints.versions(of: index).first.map { articles[Int($0)].id }
  }
}
