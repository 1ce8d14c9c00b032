import Testing

@testable import NewsModel

/// What the splitter reached on annotated pages must not be lost again.
struct GoldReadingTests {
  /// The figures reached, by group of pages; raise them when they rise.
  static let reached: [(pages: String, floor: [String: Double])] = [
    (
      "0h",
      ["split": 0.985, "whole": 0.91, "headline": 0.95, "roles": 0.99, "byline": 0.96, "date": 0.97, "joins": 0.94]
    ),
    (
      "p", ["split": 0.90, "whole": 0.70, "headline": 0.76, "roles": 0.95, "byline": 0.83, "date": 0.84, "joins": 0.76]
    ),
    // As measured before anything was fitted to them.
    (
      "n", ["split": 0.84, "whole": 0.40, "headline": 0.55, "roles": 0.96, "byline": 0.70, "date": 0.75, "joins": 0.65]
    ),
    (
      "mq",
      ["split": 0.94, "whole": 0.86, "headline": 0.91, "roles": 0.99, "byline": 0.93, "date": 0.94, "joins": 0.93]
    ),
  ]

  @Test(arguments: reached.indices) func readsAnnotatedPagesAsWellAsBefore(group: Int) throws {
    let (pages, floor) = Self.reached[group]
    var score = ReadingScore()
    for gold in try GoldReading.all() where pages.contains(gold.file.prefix(1)) {
      let text = try PageFixtures.text(gold.file)
      score.add(gold, text, PageReader.read(text, file: gold.file, byteCount: 0).articles)
    }
    for (name, value) in score.figures {
      #expect(value >= floor[name] ?? 1, "\(name) on pages \(pages): \(value)")
    }
  }
}
