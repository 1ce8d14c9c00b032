/// One folded text with the way back to the text that is shown.
struct FoldedText {
  /// The folded UTF-16 code units.
  private(set) var units: [UInt16] = []
  /// For each unit the index of the Unicode scalar it came from.
  private var scalars: [Int32] = []

  /// Folds `text`.
  ///
  /// - Complexity: O(bytes). The map costs four bytes a unit: made for the article that is shown, never for an archive.
  init(_ text: String) {
    var text = text
    text.withUTF8 { bytes in
      FoldTable.units.withUnsafeBufferPointer { table in
        guard let table = table.baseAddress else { return }
        units.reserveCapacity(bytes.count)
        scalars.reserveCapacity(bytes.count)
        Folding.fold(bytes, table: table) { unit, scalar in
          units.append(unit)
          scalars.append(Int32(truncatingIfNeeded: scalar))
        }
      }
    }
  }

  /// The folded units that come from Unicode scalars in each of `ranges`.
  func unitRanges(of ranges: [Range<Int>]) -> [Range<Int>] {
    ranges.map { range in
      let start = scalars.partitioningIndex { Int($0) >= range.lowerBound }
      return start..<max(start, scalars.partitioningIndex { Int($0) >= range.upperBound })
    }
  }

  /// The Unicode scalars of the shown text that the folded units in `range` (not empty) came from.
  func scalarRange(of range: Range<Int>) -> Range<Int> {
    Int(scalars[range.lowerBound])..<Int(scalars[range.upperBound - 1]) + 1
  }
}
