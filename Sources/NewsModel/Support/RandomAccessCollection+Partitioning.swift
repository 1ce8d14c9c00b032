extension RandomAccessCollection {
  /// The first index whose element fulfils a condition that holds for all elements behind one that fulfils it; `endIndex`
  /// where none does.
  ///
  /// - Complexity: O(log elements).
  @inlinable
  public func partitioningIndex(where belongsBehind: (Element) throws -> Bool) rethrows -> Index {
    var (low, left) = (startIndex, count)
    while left > 0 {
      let half = left / 2
      let middle = index(low, offsetBy: half)
      if try belongsBehind(self[middle]) {
        left = half
      } else {
        low = index(after: middle)
        left -= half + 1
      }
    }
    return low
  }
}
