/// Looks for a short sequence of UTF-16 code units in a longer one.
struct UnitScanner: Sendable {
  /// What to look for; not empty.
  let needle: [UInt16]
  private let firsts: UInt64
  private let lasts: UInt64

  /// Prepares the search for `needle`, which must not be empty.
  init(_ needle: [UInt16]) {
    precondition(!needle.isEmpty, "an empty text is found everywhere")
    self.needle = needle
    firsts = UInt64(needle[0]) &* UnitScanner.lanes
    lasts = UInt64(needle[needle.count - 1]) &* UnitScanner.lanes
  }

  private static let lanes: UInt64 = 0x0001_0001_0001_0001
  private static let highBits: UInt64 = 0x8000_8000_8000_8000

  /// The first place at or after `start` where the needle stands within `units[start..<end]`; `nil` if none.
  ///
  /// Four places are tried at a time: lanes where both the first and the last unit of the needle agree become zero,
  /// and the zero-lane test of Mycroft (https://graphics.stanford.edu/~seander/bithacks.html#ZeroInWord) finds them.
  /// - Complexity: O(end - start) for texts; O((end - start) · needle) at worst.
  @inline(__always)
  func first(in units: UnsafeBufferPointer<UInt16>, from start: Int, to end: Int) -> Int? {
    guard let base = units.baseAddress else { return nil }
    let count = needle.count
    let stop = end - count
    var at = start
    let raw = UnsafeRawPointer(base)
    while at + 3 <= stop {
      let heads = raw.loadUnaligned(fromByteOffset: at &* 2, as: UInt64.self) ^ firsts
      let tails = raw.loadUnaligned(fromByteOffset: (at &+ count &- 1) &* 2, as: UInt64.self) ^ lasts
      let differences = heads | tails
      if (differences &- UnitScanner.lanes) & ~differences & UnitScanner.highBits != 0 {
        for place in at..<at + 4 where stands(at: place, in: base) { return place }
      }
      at += 4
    }
    while at <= stop {
      if stands(at: at, in: base) { return at }
      at += 1
    }
    return nil
  }

  @inline(__always)
  private func stands(at place: Int, in base: UnsafePointer<UInt16>) -> Bool {
    needle.withUnsafeBufferPointer { needle in
      var index = 0
      while index < needle.count {
        if base[place &+ index] != needle[index] { return false }
        index &+= 1
      }
      return true
    }
  }
}
