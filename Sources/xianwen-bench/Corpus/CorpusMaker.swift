import Foundation
import NewsModel

/// Makes a corpus: pages below `pages`, and `queries.json` beside them.
///
/// Both depend on the sample pages, the seed and the size alone, whatever the machine; a corpus is the beginning of every larger one of
/// its seed.
struct CorpusMaker {
  let folder: String
  let megabytes: Double
  let seed: UInt64
  /// The pages whose headlines, clauses and characters are used.
  let samples: String

  /// Pages made side by side: no fewer than queries are cut from, so that these do not depend on the size.
  private var together: Int { megabytes < 4 ? CorpusQueries.sampled : 4 * CorpusQueries.sampled }

  /// Writes the corpus and says what it is.
  func run() throws {
    let vocabulary = CorpusVocabulary(try LibraryLoader.load([FilePath(samples)]))
    guard vocabulary.isUsable else { throw BenchError.unreadable(samples) }
    let wanted = Int(megabytes * 1e6)
    var queries: CorpusQueries?
    var (pages, bytes) = (0, 0)
    while bytes < wanted {
      let made = Self.side(by: together) { [pages] offset in
        CorpusPage(vocabulary, seed: seed, number: pages + offset).text
      }
      if queries == nil { queries = CorpusQueries(made, seed: seed) }
      let held = Self.side(by: made.count) { [queries] in queries?.held(by: Array(made[$0].utf8)) ?? [] }
      for (page, held) in zip(made, held) where bytes < wanted {
        queries?.count(held)
        try write(Data(page.utf8), to: String(format: "pages/%03d/p%07d.txt", pages / 1000, pages))
        pages += 1
        bytes += page.utf8.count
      }
    }
    let file: [String: Any] = ["pages": pages, "bytes": bytes, "queries": queries?.chosen() ?? []]
    try write(
      try JSONSerialization.data(withJSONObject: file, options: [.prettyPrinted, .sortedKeys]), to: "queries.json")
    print("\(folder): \(pages) pages, \(bytes) bytes, seed \(seed)")
  }

  /// The results of `body` for 0 up to `count`, made on all cores.
  private static func side<Value: Sendable>(by count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each place is written once, by the one iteration of its number.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: count) { buffer.initializeElement(at: $0, to: body($0)) }
      initialized = count
    }
  }

  private func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: folder).appendingPathComponent(name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }
}
