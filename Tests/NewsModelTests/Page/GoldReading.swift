import Foundation

@testable import NewsModel

/// A page as a careful reader annotated it (`Fixtures/FORMAT.md`).
struct GoldReading: Decodable {
  struct Credit: Decodable {
    let names: [String]
  }
  struct Article: Decodable {
    let n: Int
    let headline: String?
    let byline: [Credit]
    let date: String?
    let joins: [[Int]]
    let lines: [[GoldPage.LineMark]]

    /// Each annotated line with its role as printed in the file.
    var roles: [Int: String] {
      var roles: [Int: String] = [:]
      for mark in lines {
        guard case .line(let first) = mark[0], case .line(let last) = mark[1], case .role(let role) = mark[2] else {
          continue
        }
        for line in first...last { roles[line] = role }
      }
      return roles
    }
  }
  let file: String
  let articles: [Article]

  /// All annotated pages, by file name.
  static func all() throws -> [GoldReading] {
    let folder = PageFixtures.folder.appendingPathComponent("gold")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return try files.filter { $0.pathExtension == "json" }.sorted { $0.path < $1.path }.map {
      try JSONDecoder().decode(GoldReading.self, from: Data(contentsOf: $0))
    }
  }
}
