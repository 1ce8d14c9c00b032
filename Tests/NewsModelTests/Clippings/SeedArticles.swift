import Foundation

@testable import NewsModel

/// The articles of the seed pages, as the page reader reads them.
enum SeedArticles {
  static let readings: [PageReading] = {
    var folder = URL(fileURLWithPath: #filePath)
    for _ in 0..<4 { folder.deleteLastPathComponent() }
    folder.append(path: "seeds")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.sorted().filter { $0.hasSuffix(".txt") }.compactMap { name in
      guard let text = try? String(contentsOf: folder.appending(path: name), encoding: .utf8) else { return nil }
      return PageReader.read(text, file: FilePath("seeds/" + name), byteCount: text.utf8.count)
    }
  }()

  static var all: [Article] { readings.flatMap(\.articles) }

  /// Every article kept, with its page's facts.
  static var clippings: [Clipping] {
    readings.flatMap { reading in
      reading.articles.map { Clipping(of: $0, facts: reading.facts, added: Date(timeIntervalSince1970: 1_790_000_000)) }
    }
  }
}
