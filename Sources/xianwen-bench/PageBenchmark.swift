import Foundation
import NewsModel

/// Times reading pages into articles on one core: an archive, and the shapes that show whether the time is linear in the
/// size of a page.
struct PageBenchmark {
  private let pages: [String]

  /// - Parameter corpus: the pages to read.
  init(_ corpus: Corpus) throws(BenchError) { pages = try corpus.paths.map(PageBenchmark.read) }

  private static func read(_ path: String) throws(BenchError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    return String(decoding: data, as: UTF8.self)
  }

  /// One shape: its pages and what came of them.
  private struct Figure {
    let name: String
    let bytes: Int
    /// Processor seconds of the fastest run; the thread is alone.
    let seconds: Double
    let articles: Int
    /// Megabytes of text a second.
    var speed: Double { Double(bytes) / 1e6 / seconds }
  }

  /// Prints a line for each shape and how its time per byte compares with the archive's.
  func run() {
    let archive = measure("archive", pages, runs: 3)
    print("shape                          MB      MB/s   time per byte   articles   (one core, processor time)")
    let one = joined(upTo: 50_000_000, separator: "\n\n")
    let line = joined(upTo: 10_000_000, separator: " ").replacingOccurrences(of: "\n", with: " ")
    for figure in [
      archive, measure("one page of 50 MB", [one], runs: 1), measure("one line of 10 MB", [line], runs: 1),
    ] {
      print(
        figure.name.padding(toLength: 24, withPad: " ", startingAt: 0)
          + column(Double(figure.bytes) / 1e6, digits: 1, width: 9) + column(figure.speed, digits: 1)
          + column(archive.speed / figure.speed, digits: 2, width: 16)
          + column(Double(figure.articles), digits: 0, width: 11))
    }
    print("peak memory \(column(Double(processMemory("VmHWM")) / 1e6, digits: 0, width: 0)) MB")
  }

  /// Pages one after the other, and again, until they hold about `size` bytes.
  private func joined(upTo size: Int, separator: String) -> String {
    var text = ""
    text.reserveCapacity(size + 100_000)
    while text.utf8.count < size {
      for page in pages where text.utf8.count < size { text += page + separator }
    }
    return text
  }

  private func measure(_ name: String, _ pages: [String], runs: Int) -> Figure {
    var best = Double.infinity
    var articles = 0
    for _ in 0..<runs {
      articles = 0
      let start = clock()
      for page in pages { articles += PageReader.read(page, file: "page", byteCount: page.utf8.count).articles.count }
      best = min(best, Double(clock() - start) / Double(CLOCKS_PER_SEC))
    }
    return Figure(name: name, bytes: pages.reduce(0) { $0 + $1.utf8.count }, seconds: best, articles: articles)
  }
}
