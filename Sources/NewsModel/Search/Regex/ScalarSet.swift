/// A set of Unicode scalars, as sorted ranges that do not touch.
struct ScalarSet: Hashable, Sendable {
  /// The ranges, ascending.
  private(set) var ranges: [ClosedRange<UInt32>] = []

  /// The empty set.
  init() {}

  /// The scalars of `ranges`, in any order, overlapping or not.
  init(_ ranges: [ClosedRange<UInt32>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = self.ranges.last, range.lowerBound <= last.upperBound + 1 {
        self.ranges[self.ranges.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        self.ranges.append(range)
      }
    }
  }

  /// Everything that can stand in folded text: all but the separator of parts.
  static let all = ScalarSet([1...0x10ffff])

  /// Whether the set holds `scalar`.
  ///
  /// - Complexity: O(log ranges).
  func contains(_ scalar: UInt32) -> Bool {
    let place = ranges.partitioningIndex { $0.upperBound >= scalar }
    return place < ranges.count && ranges[place].contains(scalar)
  }

  /// The only scalar of the set, if there is just one.
  var single: UInt32? {
    guard ranges.count == 1, ranges[0].count == 1 else { return nil }
    return ranges[0].lowerBound
  }

  /// The scalars of either set.
  func union(_ other: ScalarSet) -> ScalarSet { ScalarSet(ranges + other.ranges) }

  /// What can stand in folded text and is not in the set.
  var complement: ScalarSet {
    var gaps: [ClosedRange<UInt32>] = []
    var next: UInt32 = 1
    for range in ranges {
      if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
      next = range.upperBound + 1
    }
    if next <= 0x10ffff { gaps.append(next...0x10ffff) }
    return ScalarSet(gaps)
  }

  /// Whether the set holds all of `other`.
  func contains(_ other: ScalarSet) -> Bool {
    other.ranges.allSatisfy { range in
      ranges.contains { $0.lowerBound <= range.lowerBound && range.upperBound <= $0.upperBound }
    }
  }

  /// What the scalars of a set fold to.
  ///
  /// - Complexity: O(scalars of the Basic Multilingual Plane in the set).
  init(folding set: ScalarSet) {
    self.init(set.ranges.flatMap(ScalarSet.folded))
  }

  /// What the scalars of a range fold to, as ranges in any order.
  private static func folded(_ range: ClosedRange<UInt32>) -> [ClosedRange<UInt32>] {
    var folded: [ClosedRange<UInt32>] = []
    if range.upperBound > 0xffff { folded.append(max(range.lowerBound, 0x10000)...range.upperBound) }
    var start: UInt32?
    var end: UInt32 = 0
    if range.lowerBound <= 0xffff {
      for value in range.lowerBound...min(range.upperBound, 0xffff) {
        let unit = UInt32(FoldTable.units[Int(value)])
        if unit == UInt32(FoldTable.dropped) { continue }
        if let first = start, unit == end + 1 || unit == end {
          start = first
        } else {
          if let first = start { folded.append(first...end) }
          start = unit
        }
        end = unit
      }
    }
    if let first = start { folded.append(first...end) }
    return folded
  }
}

extension ScalarSet {
  /// `\d`: digits.
  static let digits = ScalarSet([0x30...0x39])
  /// `\s`: folded text has one kind of white space.
  static let space = ScalarSet([0x20...0x20])
  /// `\p{Han}`: the characters of the script's blocks, 〇 included.
  static let han = ScalarSet([
    0x2e80...0x2fdf, 0x3005...0x3007, 0x3021...0x3029, 0x3400...0x4dbf, 0x4e00...0x9fff, 0xf900...0xfaff,
    0x20000...0x3ffff,
  ])
  /// `\w`: Han, kana, Hangul, letters and digits of scripts that separate words, and `_`.
  static let word = ScalarSet([
    0x30...0x39, 0x41...0x5a, 0x5f...0x5f, 0x61...0x7a, 0xc0...0x1fff, 0x3041...0x30ff, 0x3105...0x312f,
    0xac00...0xd7a3,
  ]).union(han)
}
