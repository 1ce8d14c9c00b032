/// How wide a line is, in half Han. Asterisks are Markdown's and take no room.
struct LineMeasure {
  /// As a column of print would take it.
  let cells: Int
  /// As if every character took one Han.
  let characters: Int

  /// Measures a line; `hasAsterisks` says whether one may stand in it.
  init(_ text: ArraySlice<UInt32>, hasAsterisks: Bool) {
    var narrow: UInt32 = 0
    text.withUnsafeBufferPointer { text in
      // The sign of the difference, and no branch: several scalars are counted at once.
      // Curly quotes, dashes and dots below that border take a square as well.
      for scalar in text {
        narrow &+= (scalar &- 0x2E80) >> 31 &- (scalar &- 0x203B) >> 31 &+ (scalar &- 0x2010) >> 31
      }
    }
    let asterisks = hasAsterisks ? text.reduce(0) { $0 + ($1 == 0x2A ? 1 : 0) } : 0
    characters = 2 * (text.count - asterisks)
    cells = characters - (Int(narrow) - asterisks)
  }

  /// Whether print gives a character half the room of a Han.
  static func isNarrow(_ scalar: UInt32) -> Bool { scalar < 0x2E80 && !(0x2010...0x203A).contains(scalar) }
}
