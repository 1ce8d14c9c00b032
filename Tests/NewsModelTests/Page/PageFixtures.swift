import Foundation

@testable import NewsModel

/// The page texts that tests read: the seeds and the fixtures.
enum PageFixtures {
  static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("Fixtures")
  static let seeds = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    .appendingPathComponent("seeds")

  /// All page files, by name.
  static let files: [URL] = [seeds, folder.appendingPathComponent("pages")].flatMap { folder in
    let found = try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    return (found ?? []).filter { $0.pathExtension == "txt" }
  }.sorted { $0.lastPathComponent < $1.lastPathComponent }

  /// The text of the page file with this name, lines ending with `\n`.
  static func text(_ name: String) throws -> String {
    guard let file = files.first(where: { $0.lastPathComponent == name }) else { throw CocoaError(.fileNoSuchFile) }
    return String(decoding: try Data(contentsOf: file), as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
  }
}

/// The scalars of a text that reading must keep: all but white space, `*` and `#`.
func kept(_ text: String) -> [Unicode.Scalar: Int] {
  var counts: [Unicode.Scalar: Int] = [:]
  for scalar in text.unicodeScalars
  where !scalar.properties.isWhitespace && !(0x1C...0x1F).contains(scalar.value)
    && !"*#\u{FEFF}".unicodeScalars.contains(scalar)
  {
    counts[scalar, default: 0] += 1
  }
  return counts
}

/// What `PageReader` keeps of a text.
func keptByReading(_ text: String) -> [Unicode.Scalar: Int] {
  let reading = PageReader.read(text, file: "page.txt", byteCount: text.utf8.count)
  return kept(reading.all.flatMap(\.parts).map(\.text).joined())
}

extension PageReading {
  /// Everything the page holds: its articles, then its furniture.
  var all: [Article] { articles + furniture }
}
