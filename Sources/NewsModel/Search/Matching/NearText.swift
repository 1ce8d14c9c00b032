/// A text to be found with at most one unit wrong, missing or extra: what OCR does to it.
///
/// At least two units must agree, so that a single character is only found as it stands and of two characters only an
/// extra one between them is forgiven. An extra unit counts only inside the text.
struct NearText: Sendable {
  /// The folded text; not empty.
  let needle: [UInt16]
  private let first: UInt16
  private let second: UInt16
  /// Finds it as it stands.
  let scanner: UnitScanner
  /// The halves of a text of four units or more: one mistake leaves one of them as it is. `nil` for a shorter text.
  let halves: (head: UnitScanner, tail: UnitScanner)?
  /// A condition that every article with a match fulfils, for the index.
  let filter: QueryPlan

  /// Looks for folded `needle`, which must not be empty.
  init(_ needle: [UInt16]) {
    self.needle = needle
    scanner = UnitScanner(needle)
    first = needle[0]
    second = needle.count > 1 ? needle[1] : needle[0]
    func text(_ units: some Sequence<UInt16>) -> QueryPlan {
      .pattern(.exact(TextCondition(Array(units))))
    }
    let half = needle.count / 2
    halves = needle.count < 4 ? nil : (UnitScanner(Array(needle[..<half])), UnitScanner(Array(needle[half...])))
    switch needle.count {
    case 1: filter = text(needle)
    case 2: filter = .all(needle.map { text([$0]) })
    case 3: filter = .any([text(needle[..<2]), text(needle[1...]), .all([text(needle[..<1]), text(needle[2...])])])
    default: filter = .any([text(needle[..<half]), text(needle[half...])])
    }
  }

  /// Whether a match with a mistake can begin at `place`: its first unit agrees, or its second one does, or the first is
  /// missing. Rules most places out with three comparisons.
  @inline(__always)
  func canBegin(in units: UnsafePointer<UInt16>, at place: Int, end: Int) -> Bool {
    units[place] == first || units[place] == second || (place + 1 < end && units[place + 1] == second)
  }

  /// The length of the match, mistaken or not, that begins at `start` of `units[..<end]`; `nil` if none does.
  ///
  /// - Complexity: O(needle).
  func length(in units: UnsafePointer<UInt16>, at start: Int, end: Int) -> Int? {
    if start + needle.count <= end, scanner.stands(at: start, in: units) { return needle.count }
    return mistakenLength(in: units, at: start, end: end)
  }

  /// The length of the match that begins at `start` of `units[..<end]` and has exactly one mistake; `nil` if none does.
  ///
  /// The mistake is where text and needle first differ; a wrong unit is tried before an extra one, that before a missing
  /// one.
  /// - Complexity: O(needle).
  @inline(__always)
  func mistakenLength(in units: UnsafePointer<UInt16>, at start: Int, end: Int) -> Int? {
    let count = needle.count
    let left = end - start
    guard count > 1 else { return nil }
    return needle.withUnsafeBufferPointer { needle in
      var same = 0
      while same < count, same < left, units[start + same] == needle[same] { same += 1 }
      if same == count { return nil }
      func agrees(_ place: Int, _ rest: Int) -> Bool {
        if place + count - rest > left { return false }
        var offset = 0
        while rest + offset < count {
          if units[start + place + offset] != needle[rest + offset] { return false }
          offset += 1
        }
        return true
      }
      if count > 2, agrees(same + 1, same + 1), same < left { return count }
      if same > 0, agrees(same + 1, same) { return count + 1 }
      if count > 2, agrees(same, same + 1) { return count - 1 }
      return nil
    }
  }
}
