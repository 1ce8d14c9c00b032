/// A rectangle on a printed page, in the units of the tool that measured it; `top` is above `bottom`.
struct Box: Hashable {
  var left: Double
  var top: Double
  var right: Double
  var bottom: Double

  var width: Double { right - left }
  var height: Double { bottom - top }
  var midX: Double { (left + right) / 2 }
  var midY: Double { (top + bottom) / 2 }

  /// Coordinates beyond this are no print: a page 30 m wide at 1200 dpi has fewer.
  private static let largest = 1_500_000.0

  init(left: Double, top: Double, right: Double, bottom: Double) {
    (self.left, self.top, self.right, self.bottom) = (left, top, right, bottom)
  }

  /// A rectangle that a tool claims; `nil` where no such place can be on a page.
  init?(claimed left: Double, _ top: Double, _ right: Double, _ bottom: Double) {
    for value in [left, top, right, bottom] {
      guard value.isFinite, value > -Self.largest, value < Self.largest else { return nil }
    }
    guard right > left, bottom > top else { return nil }
    self.init(left: left, top: top, right: right, bottom: bottom)
  }

  /// The smallest rectangle that holds both.
  func union(_ other: Box) -> Box {
    Box(
      left: min(left, other.left), top: min(top, other.top), right: max(right, other.right),
      bottom: max(bottom, other.bottom))
  }

  /// How much of the width is shared; negative where there is a gap.
  func overlapX(_ other: Box) -> Double { min(right, other.right) - max(left, other.left) }

  /// How much of the height is shared; negative where there is a gap.
  func overlapY(_ other: Box) -> Double { min(bottom, other.bottom) - max(top, other.top) }
}
