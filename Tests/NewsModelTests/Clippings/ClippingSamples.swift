import Foundation

@testable import NewsModel

/// A folder of its own for one test, removed with it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "/xianwen-" + UUID().uuidString
    // A test that finds no folder fails at its first call.
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }
}

extension Clipping {
  static func sample(_ number: Int) -> Clipping {
    Clipping(
      id: "id\(number)", headline: "千名“代办员”助残当先锋 \(number)", county: "高唐县", date: "2021-08-11",
      file: "seeds/页.txt", lines: [LineSpan(31, 35)], added: "2026-11-21T08:00:00Z", text: "第一段\n第二段,带 \"引号\"")
  }
}
