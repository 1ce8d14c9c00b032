import Foundation

/// Seconds that `body` takes.
func seconds<T>(_ body: () throws -> T) rethrows -> (seconds: Double, value: T) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try body()
  let taken = (clock.now - start).components
  return (Double(taken.seconds) + Double(taken.attoseconds) * 1e-18, value)
}

/// The value that `fraction` of the others do not exceed; nearest rank.
func percentile(_ values: [Double], _ fraction: Double) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  return sorted[min(sorted.count - 1, Int((fraction * Double(sorted.count)).rounded(.up)) - 1)]
}

/// A field of `/proc/self/status` in bytes, such as `VmRSS`; 0 where there is no such file.
func processMemory(_ field: String) -> Int {
  guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8) else { return 0 }
  for line in status.split(separator: "\n") where line.hasPrefix(field + ":") {
    return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) * 1024
  }
  return 0
}

/// `value` with `digits` digits after the point, right-aligned in `width` cells.
func column(_ value: Double, digits: Int = 3, width: Int = 10) -> String {
  let text = String(format: "%.\(digits)f", value)
  return String(repeating: " ", count: max(0, width - text.count)) + text
}
