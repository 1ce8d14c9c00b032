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
      for scalar in text { narrow &+= (scalar &- 0x2E80) >> 31 }
    }
    let asterisks = hasAsterisks ? text.reduce(0) { $0 + ($1 == 0x2A ? 1 : 0) } : 0
    characters = 2 * (text.count - asterisks)
    cells = characters - (Int(narrow) - asterisks)
  }
}
