import Foundation
import NewsModel
import ReadingCorpus

/// Learns the weights of reading from annotated pages.
struct Fit {
  var epochs = 6
  var pathLimit: Float = 0.03
  var storyLimit: Float = 0.05
  var seed: UInt64 = 1

  /// A page with what learning knows of it.
  struct Page: Sendable {
    let annotated: AnnotatedPage
    let learning: LearningPage
    /// The same articles laid out otherwise.
    let composed: [LearningPage]
    /// Everything to learn from, the page as it was printed more often: it counts more than layouts made up of it, and
    /// pages of real papers, or in their layouts, count more than invented ones.
    var all: [LearningPage] {
      let isReal = annotated.file.first.map { "0hr".contains($0) } ?? false
      return [LearningPage](repeating: learning, count: isReal ? 5 : 2) + composed
    }

    init?(_ page: AnnotatedPage, layouts: Int) {
      annotated = page
      var labels: [Int: LearningPage.Label] = [:]
      for article in page.articles {
        for (line, role) in article.roles {
          labels[line] = LearningPage.Label(article: article.n, role: role, isPhoto: article.kind == "photo")
        }
      }
      guard let learning = LearningPage(page.text, labels: labels) else { return nil }
      self.learning = learning
      composed = (0..<layouts).compactMap { layout in
        var composer = PageComposer(seed: page.file.utf8.reduce(UInt64(layout)) { $0 &* 31 &+ UInt64($1) })
        let (text, labels) = composer.compose(page)
        return LearningPage(text, labels: labels)
      }
    }

    /// What pages of one paper have in common.
    var paper: String { annotated.page.paper ?? annotated.page.prefecture ?? annotated.file }
  }

  func weights(from pages: [Page]) -> ReadingWeights {
    let path = path(from: pages)
    // Links are learned on pieces as unseen pages are cut: by weights that other pages gave.
    var links: [LearningLinks] = []
    for fold in Self.folds(pages, count: 3) {
      let weights = self.path(from: fold.others)
      links += fold.pages.flatMap(\.all).compactMap { $0.links(weights) }
    }
    return ReadingWeights(path: path, stories: stories(from: links))
  }

  private func path(from pages: [Page]) -> [Float] {
    var learner = Learner(count: ReadingWeights.pathCount, limit: pathLimit)
    var random = SeededGenerator(seed: seed)
    var order = pages.flatMap(\.all)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for page in order { _ = learner.learn(page.pathDifference) }
    }
    return ReadingWeights.rounded(learner.average)
  }

  private func stories(from pages: [LearningLinks]) -> [Float] {
    var learner = Learner(count: ReadingWeights.storyCount, limit: storyLimit)
    var random = SeededGenerator(seed: seed)
    var order = Array(pages.indices)
    for _ in 0..<epochs {
      order.shuffle(using: &random)
      for index in order { _ = learner.learn(pages[index].difference) }
    }
    return ReadingWeights.rounded(learner.average)
  }

  /// Pages parted so that no paper is on both sides: by the order of their papers' names.
  static func folds(_ pages: [Page], count: Int) -> [(pages: [Page], others: [Page])] {
    let papers = Set(pages.map(\.paper)).sorted()
    var number: [String: Int] = [:]
    for (index, paper) in papers.enumerated() { number[paper] = index % count }
    return (0..<count).map { fold in
      (pages.filter { number[$0.paper] == fold }, pages.filter { number[$0.paper] != fold })
    }
  }

  static func read(_ page: AnnotatedPage, _ weights: ReadingWeights) -> [Article] {
    PageReader.read(page.text, file: FilePath(page.file), byteCount: 0, weights).articles
  }
}
