import NewsModel

/// Lines of a page that the user has chosen, counted from 1.
struct LineChoice: Sendable, Equatable {
  /// The line that the cursor is on.
  var cursor: Int
  /// The line that the choice began on; `nil` while it is the cursor's alone.
  var anchor: Int?
  /// Where on its first line the choice begins, in Unicode scalars.
  var offset = 0

  /// The lines chosen.
  var lines: ClosedRange<Int> { min(cursor, anchor ?? cursor)...max(cursor, anchor ?? cursor) }

  /// The same as what repairs are asked of.
  var selection: LineSelection { LineSelection(lines, from: offset) }
}
