/// How wide a line is, in half Han.
struct LineMeasure {
  /// As a column of print would take it.
  let cells: Int
  /// As if every character took one Han.
  let characters: Int
  /// The asterisks among its scalars: Markdown's, they take no room.
  let asterisks: Int

  init(_ text: ArraySlice<UInt32>) {
    var narrow: UInt32 = 0
    var marks: UInt32 = 0
    text.withUnsafeBufferPointer { text in
      for scalar in text {  // without a branch: several scalars are counted at once
        narrow &+= scalar < 0x2E80 ? 1 : 0
        marks &+= scalar == 0x2A ? 1 : 0
      }
    }
    asterisks = Int(marks)
    characters = 2 * (text.count - asterisks)
    cells = characters - (Int(narrow) - asterisks)
  }
}
