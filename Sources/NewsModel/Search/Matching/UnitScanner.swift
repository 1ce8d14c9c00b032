/// Looks for a short sequence of UTF-16 code units in a longer one.
struct UnitScanner: Sendable {
  /// What to look for; not empty.
  let needle: [UInt16]
  private let first: UInt16
  private let last: UInt16

  /// Prepares the search for `needle`, which must not be empty.
  init(_ needle: [UInt16]) {
    precondition(!needle.isEmpty, "an empty text is found everywhere")
    self.needle = needle
    first = needle[0]
    last = needle[needle.count - 1]
  }

  /// How many places one step tries at once.
  private static let block = 32

  /// The first place at or after `start` where the needle stands within `units[start..<end]`; `nil` if none.
  ///
  /// A block of places at a time, the first and the last unit of the needle are compared without a branch, which the
  /// compiler turns into vector instructions (explicit SIMD types came out a hundred times slower); only a block where
  /// both agree somewhere is looked at closely.
  /// - Complexity: O(end - start) for texts; O((end - start) · needle) at worst.
  func first(in units: UnsafePointer<UInt16>, from start: Int, to end: Int) -> Int? {
    let tail = needle.count - 1
    let stop = end - tail
    var at = start
    while at &+ UnitScanner.block <= stop {
      if agrees(units + at, units + at + tail) {
        for place in at..<at + UnitScanner.block where stands(at: place, in: units) { return place }
      }
      at &+= UnitScanner.block
    }
    while at < stop {
      if stands(at: at, in: units) { return at }
      at &+= 1
    }
    return nil
  }

  /// Whether at one of the places of a block both ends of the needle agree.
  ///
  /// A lane where both agree is zero, and the only one whose high bit `(lane - 1) & ~lane` sets
  /// (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord). A comparison in the loop would bring the branch
  /// back.
  @inline(__always)
  private func agrees(_ heads: UnsafePointer<UInt16>, _ tails: UnsafePointer<UInt16>) -> Bool {
    var flags: UInt16 = 0
    var place = 0
    while place < UnitScanner.block {
      let lane = (heads[place] ^ first) | (tails[place] ^ last)
      flags |= (lane &- 1) & ~lane
      place &+= 1
    }
    return flags & 0x8000 != 0
  }

  /// Whether the needle stands at `place`, behind which there must be as many units.
  @inline(__always)
  func stands(at place: Int, in base: UnsafePointer<UInt16>) -> Bool {
    guard base[place] == first, base[place &+ needle.count &- 1] == last else { return false }
    return needle.withUnsafeBufferPointer { needle in
      var index = 1
      while index < needle.count &- 1 {
        if base[place &+ index] != needle[index] { return false }
        index &+= 1
      }
      return true
    }
  }
}
