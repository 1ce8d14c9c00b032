extension StringProtocol {
  /// The text without white space at either end.
  ///
  /// - Complexity: O(length).
  var trimmed: SubSequence {
    let start = firstIndex { !$0.isWhitespace } ?? endIndex
    let end = lastIndex { !$0.isWhitespace }.map(index(after:)) ?? startIndex
    return start < end ? self[start..<end] : self[endIndex..<endIndex]
  }
}
