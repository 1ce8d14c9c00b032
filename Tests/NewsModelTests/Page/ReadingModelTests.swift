import Foundation
import ReadingCorpus
import Testing

@testable import NewsModel

/// The model that pages are read by: grammar, costs, weights, learning.
struct ReadingModelTests {
  private static func learning(_ file: String) throws -> LearningPage {
    let page = try #require(
      try AnnotatedPage.all(
        in: PageFixtures.folder.appendingPathComponent("gold"),
        pages: [PageFixtures.folder.appendingPathComponent("pages"), PageFixtures.seeds]
      ).first { $0.file.hasPrefix(file) })
    var labels: [Int: LearningPage.Label] = [:]
    for article in page.articles {
      for (line, role) in article.roles {
        labels[line] = LearningPage.Label(article: article.n, role: role, isPhoto: article.kind == "photo")
      }
    }
    return try #require(LearningPage(page.text, labels: labels))
  }

  /// The search adds costs up in another order than learning does; both must mean the same.
  @Test(arguments: ["p01", "p05", "r05", "w02", "y08"]) func aPathCostsTheSumOfItsFeatures(file: String) throws {
    #expect(try Self.learning(file).pathError(ReadingWeights.standard.path) < 0.05)
  }

  @Test func learningFromAPageMakesItsReadingBetter() throws {
    let page = try Self.learning("p01")
    var weights = [Float](repeating: 0, count: ReadingWeights.pathCount)
    let first = try #require(page.pathDifference(weights)).loss
    for _ in 0..<40 {
      guard let mistake = page.pathDifference(weights) else { break }
      let size = mistake.features.reduce(0) { $0 + $1.value * $1.value }
      for (weight, value) in mistake.features {
        weights[weight] += max(0, mistake.loss + mistake.advantage) / size * value
      }
    }
    #expect((page.pathDifference(weights)?.loss ?? 0) < first / 4)
  }

  @Test func weightsReadBackAsTheyWereWritten() {
    let source = ReadingWeights.standard.source
    #expect(source.contains("enum ReadingWeightText"))
    #expect(ReadingWeights.standard.path.count == PathFeature.count)
    #expect(ReadingWeights.standard.stories.count == StoryFeature.count)
    #expect(ReadingWeights.rounded(ReadingWeights.standard.path) == ReadingWeights.standard.path)
  }

  @Test func everyArcLeadsToAStateThatExists() {
    for state in PageGrammar.states {
      for number in PageGrammar.arcs.out(of: state) { #expect(PageGrammar.arcs[number].to.exists) }
    }
  }

  @Test(arguments: 0..<40) func aComposedPageHoldsTheAnnotatedText(seed: UInt64) throws {
    let page = try #require(
      try AnnotatedPage.all(
        in: PageFixtures.folder.appendingPathComponent("gold"),
        pages: [PageFixtures.folder.appendingPathComponent("pages"), PageFixtures.seeds]
      ).first { $0.file.hasPrefix("p03") })
    var composer = PageComposer(seed: seed)
    let (text, labels) = composer.compose(page)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (line, label) in labels where label.article != 0 {
      #expect(lines[line - 1].contains { !$0.isWhitespace }, "line \(line) of seed \(seed)")
    }
    let printed = Set(labels.values.map(\.article)).subtracting([0])
    #expect(printed == Set(page.articles.map(\.n)), "seed \(seed)")
  }
}
