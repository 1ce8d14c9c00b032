/// A set of articles of one segment, as a bitmap.
///
/// A segment holds at most 32,768 articles, so that a bitmap is 4 KB at most and union, intersection and complement
/// take a microsecond.
struct ArticleSet: Sendable {
  /// Bit *i* % 64 of word *i* / 64 stands for article *i*; the bits from `capacity` on are 0.
  private(set) var words: [UInt64]
  /// The articles of the segment are 0 ..< `capacity`.
  let capacity: Int

  /// Creates the empty set.
  init(capacity: Int) {
    self.capacity = capacity
    words = Array(repeating: 0, count: (capacity + 63) / 64)
  }

  /// Creates the set of all articles.
  static func all(capacity: Int) -> ArticleSet {
    var set = ArticleSet(capacity: capacity)
    set.formComplement()
    return set
  }

  /// The number of articles in the set.
  var count: Int { words.reduce(0) { $0 + $1.nonzeroBitCount } }

  /// Whether the set is empty.
  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  /// Whether the set holds `article`.
  @inline(__always)
  func contains(_ article: Int) -> Bool { words[article >> 6] >> UInt64(article & 63) & 1 != 0 }

  /// Adds `article`.
  @inline(__always)
  mutating func insert(_ article: Int) { words[article >> 6] |= 1 << UInt64(article & 63) }

  /// Takes `article` out.
  mutating func remove(_ article: Int) { words[article >> 6] &= ~(1 << UInt64(article & 63)) }

  /// Keeps what `other` holds too.
  mutating func formIntersection(_ other: ArticleSet) {
    for index in words.indices { words[index] &= other.words[index] }
  }

  /// Adds what `other` holds.
  mutating func formUnion(_ other: ArticleSet) {
    for index in words.indices { words[index] |= other.words[index] }
  }

  /// Keeps what a stored bitmap of the same capacity holds too.
  mutating func formIntersection(_ bitmap: ArraySlice<UInt64>) {
    for (index, word) in zip(words.indices, bitmap) { words[index] &= word }
  }

  /// Takes out what `other` holds.
  mutating func subtract(_ other: ArticleSet) {
    for index in words.indices { words[index] &= ~other.words[index] }
  }

  /// Takes everything out.
  mutating func removeAll() {
    for index in words.indices { words[index] = 0 }
  }

  /// Turns the set into that of the articles it did not hold.
  mutating func formComplement() {
    for index in words.indices { words[index] = ~words[index] }
    if let last = words.indices.last, capacity & 63 != 0 { words[last] &= 1 << UInt64(capacity & 63) - 1 }
  }

  /// Hands over the articles in ascending order.
  @inline(__always)
  func forEach(_ body: (_ article: Int) -> Void) {
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        body(index << 6 | rest.trailingZeroBitCount)
        rest &= rest - 1
      }
    }
  }
}
