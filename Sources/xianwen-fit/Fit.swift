import Foundation
import NewsModel
import ReadingCorpus

/// Learns the weights of reading from annotated pages.
struct Fit {
  /// How often each page is gone over, and how many other layouts are made of it.
  var epochs = 8
  var layouts = 8
  private let storyEpochs = 6
  /// The most that one mistake may change weights by.
  private let pathLimit: Float = 0.03
  private let storyLimit: Float = 0.05
  /// How much less the weights of a network change: what single signs tell is learned first.
  private let pathNetworkPace: Float = 0.2
  private let storyNetworkPace: Float = 0.3
  /// The share of a page's signs that are taken away each time, lest learning lean on any of them alone.
  private let lost = 0.1
  private let seed: UInt64 = 1

  /// A page with what learning knows of it.
  struct Page: Sendable {
    let annotated: AnnotatedPage
    let learning: LearningPage
    /// Pages of real papers, or in their layouts, count more than invented ones.
    var isReal: Bool { annotated.file.first.map { "0hr".contains($0) } ?? false }

    init?(_ page: AnnotatedPage) {
      annotated = page
      var labels: [Int: LearningPage.Label] = [:]
      for article in page.articles {
        for (line, role) in article.roles {
          labels[line] = LearningPage.Label(article: article.n, role: role, isPhoto: article.kind == "photo")
        }
      }
      guard let learning = LearningPage(page.text, labels: labels) else { return nil }
      self.learning = learning
    }

    /// What pages of one paper have in common.
    var paper: String { annotated.page.paper ?? annotated.page.prefecture ?? annotated.file }
  }

  /// Everything to learn from: each page as it was printed, more often than one layout made up of it, and other layouts
  /// of its articles and of those of other pages among `pages`.
  private func all(_ pages: [Page]) -> [LearningPage] {
    pages.flatMap { page in
      [LearningPage](repeating: page.learning, count: page.isReal ? 5 : 2)
        + (0..<layouts).compactMap { layout in
          var random = SeededGenerator(
            seed: page.annotated.file.utf8.reduce(UInt64(layout)) { $0 &* 31 &+ UInt64($1) })
          let others = layout % 3 == 0 ? [] : (0..<2).compactMap { _ in pages.randomElement(using: &random)?.annotated }
          var composer = PageComposer(seed: random.next())
          let (text, labels) = composer.compose(page.annotated, with: others)
          return LearningPage(text, labels: labels)
        }
    }
  }

  func weights(from pages: [Page]) -> ReadingWeights {
    let path = path(from: pages)
    // Links are learned on pieces as unseen pages are cut: by weights that other pages gave.
    var links: [LearningLinks] = []
    for fold in Self.folds(pages, count: 3) {
      let weights = self.path(from: fold.others)
      links += all(fold.pages).compactMap { $0.links(weights) }
    }
    return ReadingWeights(path: path, stories: stories(from: links))
  }

  private func path(from pages: [Page]) -> [Float] {
    let pages = all(pages)
    var random = SeededGenerator(seed: seed)
    var learner = Learner(ReadingWeights.pathSeeds(using: &random), limit: pathLimit)
    learner.network = (ReadingWeights.pathNetworkStart, pathNetworkPace)
    var order = pages
    for epoch in 0..<epochs {
      if epoch == epochs / 2 { learner.forgetAverage() }
      order.shuffle(using: &random)
      for page in order {
        let noisy = epoch + 1 < epochs ? page.losing(lost, seed: random.next()) : page
        _ = learner.learn(noisy.pathDifference)
      }
    }
    return ReadingWeights.rounded(learner.average)
  }

  private func stories(from pages: [LearningLinks]) -> [Float] {
    var random = SeededGenerator(seed: seed)
    var learner = Learner(ReadingWeights.storySeeds(using: &random), limit: storyLimit)
    learner.network = (ReadingWeights.storyNetworkStart, storyNetworkPace)
    var order = Array(pages.indices)
    for epoch in 0..<storyEpochs {
      if epoch == storyEpochs / 2 { learner.forgetAverage() }
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
