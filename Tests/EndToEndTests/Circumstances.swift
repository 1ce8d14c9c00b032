import Foundation

/// What the tests are told of the machine and the build they run in.
enum Circumstances {
  /// How many times as long as usual to wait for the program (`XIANWEN_PATIENCE`): a sanitized one, or a busy machine, is slow.
  static let patience = max(1, ProcessInfo.processInfo.environment["XIANWEN_PATIENCE"].flatMap { Int($0) } ?? 1)

  /// `ASAN_OPTIONS` and its like, which the program must be told as the tests are: it is started with an environment of its own.
  static let sanitizerOptions = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }

  /// Whether the program's memory is a sanitizer's.
  static var isSanitized: Bool { !sanitizerOptions.isEmpty }

  /// The seconds between two looks at what the program shows, and how often to look within `seconds`.
  static let pause = 0.05
  static func looks(within seconds: Int) -> Range<Int> { 0..<seconds * 20 * patience }
}
