import Foundation
import NewsModel

/// Times reading pages into articles on one core: an archive, and the shapes that show whether the time is linear in the
/// size of a page.
struct PageBenchmark {
  private let pages: [String]

  /// - Parameter corpus: the pages to read.
  init(_ corpus: Corpus) throws(BenchError) { pages = try corpus.texts() }

  /// Prints a line for each shape and how its time per byte compares with the archive's.
  func run(_ report: inout Report) {
    var table = Table(
      "Pages to articles, one core", columns: ["text", "speed", "processor", "÷ archive's", "articles"])
    let archive = Self.measure(pages, runs: 3)
    func add(_ name: String, _ pages: [String], _ measured: (seconds: Double, articles: Int), _ meaning: String) {
      let megabytes = Double(Self.bytes(of: pages)) / 1e6
      let cost = measured.seconds / megabytes
      table.add(
        name,
        [
          Figure(megabytes, "MB"), Figure(1 / cost, "MB/s"), Figure(cost * 1000, "ms/MB"),
          Figure(cost / (archive.seconds / (Double(Self.bytes(of: self.pages)) / 1e6)), "×"),
          Figure(count: measured.articles),
        ], meaning)
    }
    let one = [joined(upTo: 50_000_000, separator: "\n\n")]
    let line = [joined(upTo: 10_000_000, separator: " ").replacingOccurrences(of: "\n", with: " ")]
    add("the archive", pages, archive, "page by page")
    add("one page of 50 MB", one, Self.measure(one, runs: 1), "all pages in one file")
    add("one line of 10 MB", line, Self.measure(line, runs: 1), "and without a line break")
    report.add(table)
    print("\npeak memory \(processMemory("VmHWM") / 1_000_000) MB")
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

  private static func bytes(of pages: [String]) -> Int { pages.reduce(0) { $0 + $1.utf8.count } }

  /// Processor seconds of the fastest run, for the thread is alone, and how many articles came of the pages.
  private static func measure(_ pages: [String], runs: Int) -> (seconds: Double, articles: Int) {
    var best = (seconds: Double.infinity, articles: 0)
    for _ in 0..<runs {
      let (taken, articles) = Taken.by {
        pages.reduce(0) { $0 + PageReader.read($1, file: "page", byteCount: $1.utf8.count).articles.count }
      }
      if taken.processor < best.seconds { best = (taken.processor, articles) }
    }
    return best
  }

  /// Reads pages once, one after the other.
  ///
  /// - Returns: what that took, and the bytes of the pages.
  static func once(_ pages: [String]) -> (taken: Taken, bytes: Int) {
    let (taken, _) = Taken.by {
      for page in pages { _ = PageReader.read(page, file: "page", byteCount: page.utf8.count) }
    }
    return (taken, bytes(of: pages))
  }
}
