/// How much of one text's wording another shares: character bigrams, the rare ones of the page counting most.
///
/// The bigrams of a page are hashed and counted once; two bigrams with one hash only make a rare one look less rare.
/// Texts are given as ranges of the page's block buffer.
struct Cohesion {
  /// The hash of the bigram that ends with each scalar; `none` where no bigram does.
  private let places: [UInt16]
  /// By hash: how many bigrams of the page have it.
  private let counts: [UInt16]
  /// By hash: whether a bigram of `markedTexts` has it.
  private var textMarks = Marks()
  private var markedTexts: [Range<Int>] = []
  /// By hash: whether a bigram of the title at hand that was looked at has it; empty between titles.
  private var titleMarks = Marks()
  private let scalars: [UInt32]

  private static let size = 1 << 14
  private static let none = UInt16(size)

  /// Counts the bigrams of a page's block buffer.
  ///
  /// - Complexity: O(scalars).
  init(_ scalars: [UInt32]) {
    self.scalars = scalars
    var counts = [UInt16](repeating: 0, count: Self.size + 1)
    places = [UInt16](unsafeUninitializedCapacity: scalars.count) { places, count in
      counts.withUnsafeMutableBufferPointer { counts in
        var previous: UInt32 = 0
        for (index, scalar) in scalars.enumerated() {
          var place = Self.none
          let kind = CharacterClass.of(scalar)
          if kind.isDisjoint(with: Self.letters) {
            if !kind.contains(.space) { previous = 0 }
          } else {
            if previous != 0 {
              let mixed = (previous &* 0x9E37_79B1) ^ (scalar &* 0x85EB_CA77)
              place = UInt16(truncatingIfNeeded: (mixed ^ (mixed >> 15)) & UInt32(Self.size - 1))
              if counts[Int(place)] < .max { counts[Int(place)] &+= 1 }
            }
            previous = scalar
          }
          places[index] = place
        }
      }
      count = scalars.count
    }
    self.counts = counts
  }

  private static let letters: CharacterClass = [.han, .digit, .latin]

  /// The share, 0…1, of the distinct bigrams of `title` that stand in `texts`, weighted by rarity on the page.
  ///
  /// - Complexity: O(scalars of both).
  mutating func share(of title: Range<Int>, in texts: [Range<Int>]) -> Float {
    if texts != markedTexts {
      textMarks.removeAll()
      for text in texts { textMarks.insert(places[bigrams(of: text)]) }
      markedTexts.removeAll(keepingCapacity: true)
      markedTexts += texts
    }
    let own = bigrams(of: title)
    var shared: Float = 0
    var all: Float = 0
    for place in places[own] where place != Self.none && !titleMarks.contains(place) {
      titleMarks.insert(place)
      let weight = weight(Int(place))
      all += weight
      if textMarks.contains(place) { shared += weight }
    }
    for place in places[own] { titleMarks.remove(place) }
    return all > 0 ? shared / all : 0
  }

  /// A set of hashes: two kilobytes of bits, which stay in the first cache.
  private struct Marks {
    private var bits = [UInt64](repeating: 0, count: Cohesion.words + 1)

    mutating func removeAll() {
      bits.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    }

    func contains(_ place: UInt16) -> Bool { bits[Int(place >> 6)] & (1 << UInt64(place & 63)) != 0 }

    mutating func remove(_ place: UInt16) { bits[Int(place >> 6)] &= ~(1 << UInt64(place & 63)) }

    mutating func insert(_ place: UInt16) { bits[Int(place >> 6)] |= 1 << UInt64(place & 63) }

    mutating func insert(_ places: ArraySlice<UInt16>) {
      bits.withUnsafeMutableBufferPointer { bits in
        precondition(bits.count > Cohesion.words)
        places.withUnsafeBufferPointer { for place in $0 { bits[Int(place >> 6)] |= 1 << UInt64(place & 63) } }
      }
    }
  }

  private func weight(_ place: Int) -> Float { 3 / (2 + Float(counts[place])) }

  /// The part of `text` that its own bigrams end in: what stands before its second letter ends none of them.
  private func bigrams(of text: Range<Int>) -> Range<Int> {
    var start = text.lowerBound
    while start < text.upperBound, CharacterClass.of(scalars[start]).isDisjoint(with: Self.letters) { start += 1 }
    return min(start + 1, text.upperBound)..<text.upperBound
  }

  // MARK: Many comparisons of the same texts

  /// The distinct bigrams of some texts, made once to compare each with many others.
  struct Wordings {
    /// A bigram's hash and weight.
    fileprivate struct Bigram {
      let place: UInt16
      let weight: Float
    }
    /// The bigrams of all texts in the order of their first use, one text after the other.
    fileprivate var bigrams: [Bigram] = []
    /// By text: where its bigrams stand, and their weight together.
    fileprivate var ranges: [Range<Int>] = []
    fileprivate var sums: [Float] = []
    /// By text: a bit for each bigram that it has.
    fileprivate var bits: [UInt64]

    /// As `share(of:in:)` of text `title` in text `other`, both by number.
    ///
    /// - Complexity: O(distinct bigrams of `title`).
    func share(of title: Int, in other: Int) -> Float {
      let first = other * Cohesion.words
      var shared: Float = 0
      for bigram in bigrams[ranges[title]] {
        let place = Int(bigram.place)
        if bits[first + place >> 6] & (1 << UInt64(place & 63)) != 0 { shared += bigram.weight }
      }
      return sums[title] > 0 ? shared / sums[title] : 0
    }
  }

  /// Words of 64 bits that hold a bit for each bigram.
  private static let words = size / 64

  /// The wordings of `texts`.
  ///
  /// - Complexity: O(scalars of the texts).
  func wordings(of texts: [Range<Int>]) -> Wordings {
    var wordings = Wordings(bits: [UInt64](repeating: 0, count: texts.count * Self.words))
    let most = texts.reduce(0) { $0 + $1.count }
    wordings.bigrams = [Wordings.Bigram](unsafeUninitializedCapacity: most) { found, count in
      for (number, text) in texts.enumerated() {
        let start = count
        var sum: Float = 0
        wordings.bits.withUnsafeMutableBufferPointer { bits in
          for place in places[bigrams(of: text)] where place != Self.none {
            let word = number * Self.words + Int(place) >> 6
            let bit: UInt64 = 1 << UInt64(place & 63)
            guard bits[word] & bit == 0 else { continue }
            bits[word] |= bit
            let weight = weight(Int(place))
            found[count] = Wordings.Bigram(place: place, weight: weight)
            count += 1
            sum += weight
          }
        }
        wordings.ranges.append(start..<count)
        wordings.sums.append(sum)
      }
    }
    return wordings
  }
}
