/// How much of one text's wording another shares: character bigrams, the rare ones of the page counting most.
///
/// The bigrams of a page are hashed and counted once; two bigrams with one hash only make a rare one look less rare.
/// Texts are given as ranges of the page's block buffer.
struct Cohesion {
  /// The hash of the bigram that ends with each scalar; `none` where no bigram does.
  private let places: [UInt16]
  /// By hash: how many bigrams of the page have it.
  private let counts: [UInt16]
  private var marks = [UInt32](repeating: 0, count: Self.size + 1)
  private var epoch: UInt32 = 0
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
    epoch += 2
    let (inText, inTitle) = (epoch - 1, epoch)
    for text in texts { mark(bigrams(of: text), as: inText) }
    var shared: Float = 0
    var all: Float = 0
    for index in bigrams(of: title) where places[index] != Self.none {
      let place = Int(places[index])
      let mark = marks[place]
      guard mark != inTitle else { continue }
      marks[place] = inTitle
      all += weight(place)
      if mark == inText { shared += weight(place) }
    }
    return all > 0 ? shared / all : 0
  }

  private mutating func mark(_ range: Range<Int>, as value: UInt32) {
    marks.withUnsafeMutableBufferPointer { marks in
      places.withUnsafeBufferPointer { places in for index in range { marks[Int(places[index])] = value } }
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
