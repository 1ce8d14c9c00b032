/// Goes through a stretch of text from left to right and names the places where a match of a near text may begin.
///
/// A mistake leaves the first or the second half of a text of four units or more as it is: only places at either are
/// named, and the halves are found many units at a time. Of shorter texts the first two units are compared.
struct NearScanner {
  private let near: NearText
  private let units: UnsafePointer<UInt16>
  private let end: Int
  /// The next places of the halves, `end` when there is none; those before the place that is asked for are out of date.
  private var head: Int
  private var tail: Int

  /// Goes through `units[start..<end]`.
  init(_ near: NearText, in units: UnsafePointer<UInt16>, from start: Int, to end: Int) {
    self.near = near
    self.units = units
    self.end = end
    head = start - 1
    tail = start - 1
  }

  /// The first place at or after `start` where a match may begin; `nil` if none. `start` may not go back.
  ///
  /// - Complexity: O(end - start) over all calls.
  mutating func next(from start: Int) -> Int? {
    guard let halves = near.halves else {
      var at = start
      while at < end {
        if near.canBegin(in: units, at: at, end: end) { return at }
        at &+= 1
      }
      return nil
    }
    // A unit wrong, extra or missing before the second half: it begins so many units after the match, one more or less.
    let length = halves.head.needle.count
    if head < start { head = halves.head.first(in: units, from: start, to: end) ?? end }
    if tail < start + length - 1 { tail = halves.tail.first(in: units, from: start + length - 1, to: end) ?? end }
    let place = min(head, tail == end ? end : max(start, tail - length - 1))
    return place < end ? place : nil
  }
}
