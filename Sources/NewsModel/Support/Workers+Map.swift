import Platform

extension Workers {
  /// Calls `make` for 0 ..< `count` on so many threads at most; the results come in order.
  static func map<Result: Sendable>(
    _ count: Int, threads: Int = ProcessInfo.processInfo.activeProcessorCount,
    _ make: @escaping @Sendable (Int) -> Result
  ) -> [Result] {
    if count <= 1 { return (0..<count).map(make) }
    return Array(unsafeUninitializedCapacity: count) { buffer, initializedCount in
      // Each call writes its own element.
      nonisolated(unsafe) let base = buffer.baseAddress
      perform(count, threads: threads) { index in
        if let base { (base + index).initialize(to: make(index)) }
      }
      initializedCount = count
    }
  }

  /// Cuts `range` into runs of `length` and calls `make` for each; the results come in order.
  static func map<Result: Sendable>(
    _ range: Range<Int>, inRunsOf length: Int, threads: Int, _ make: @escaping @Sendable (Range<Int>) -> Result
  ) -> [Result] {
    map((range.count + length - 1) / length, threads: threads) { number in
      let start = range.lowerBound + number * length
      return make(start..<min(start + length, range.upperBound))
    }
  }
}
