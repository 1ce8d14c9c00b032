import Foundation

/// Seconds that `body` takes.
func seconds<T>(_ body: () throws -> T) rethrows -> (seconds: Double, value: T) {
  let clock = ContinuousClock()
  let start = clock.now
  let value = try body()
  return (start.duration(to: clock.now).inSeconds, value)
}

extension Duration {
  /// The duration in seconds.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}

/// Seconds that a stretch of work took by the clock, and on processors, all threads together.
struct Taken {
  let seconds: Double
  let processor: Double

  static func by<T>(_ body: () throws -> T) rethrows -> (taken: Taken, value: T) {
    let before = clock()
    let (seconds, value) = try xianwen_bench.seconds(body)
    return (Taken(seconds: seconds, processor: Double(clock() - before) / Double(CLOCKS_PER_SEC)), value)
  }

  static func + (one: Taken, other: Taken) -> Taken {
    Taken(seconds: one.seconds + other.seconds, processor: one.processor + other.processor)
  }

  /// How fast `bytes` of text were dealt with, how long that took, and what it cost in processor time.
  func figures(bytes: Int) -> [Figure] {
    let megabytes = Double(bytes) / 1e6
    return [
      Figure(megabytes / seconds, "MB/s"), Figure(seconds, "s"), Figure(processor * 1000 / megabytes, "ms/MB"),
    ]
  }
}

/// The value that `fraction` of the others do not exceed; nearest rank.
func percentile(_ values: [Double], _ fraction: Double) -> Double {
  let sorted = values.sorted()
  guard !sorted.isEmpty else { return .nan }
  return sorted[min(sorted.count - 1, Int((fraction * Double(sorted.count)).rounded(.up)) - 1)]
}

/// A field of a process's `/proc/…/status` in bytes, such as `VmRSS`; 0 where there is no such file.
func processMemory(_ field: String, of process: String = "self") -> Int {
  guard let status = try? String(contentsOfFile: "/proc/\(process)/status", encoding: .utf8) else { return 0 }
  for line in status.split(separator: "\n") where line.hasPrefix(field + ":") {
    return (line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) * 1024
  }
  return 0
}
