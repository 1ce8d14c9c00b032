import Foundation
import NewsModel
import ReadingCorpus

/// Learns the weights of reading from annotated pages.
struct Fit {
  var epochs = 8
  var layouts = 8
  var pathLimit: Float = 0.03
  var storyLimit: Float = 0.05
  var seed: UInt64 = 1
  var networkPace: Float = 0.2
  var lost = 0.1
  var members = 2
  var storyEpochs = 6
  var storyPace: Float = 0.3

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

  /// The average of what is learned from several beginnings.
  private func path(from pages: [Page]) -> [Float] {
    let pages = all(pages)
    return ReadingWeights.averageOfPaths((0..<members).map { path(from: pages, member: $0) })
  }

  private func path(from pages: [LearningPage], member: Int) -> [Float] {
    var random = SeededGenerator(seed: seed &+ UInt64(member))
    var learner = Learner(
      ReadingWeights.pathSeeds(member: member, of: members, using: &random), limit: pathLimit)
    learner.network = (ReadingWeights.pathNetworkStart, networkPace)
    var order = pages
    for epoch in 0..<epochs {
      if epoch == epochs / 2 { learner.forgetAverage() }
      order.shuffle(using: &random)
      for page in order {
        let noisy = lost > 0 && epoch + 1 < epochs ? page.losing(lost, seed: random.next()) : page
        _ = learner.learn(noisy.pathDifference)
      }
    }
    return learner.average
  }

  private func stories(from pages: [LearningLinks]) -> [Float] {
    var random = SeededGenerator(seed: seed)
    var learner = Learner(ReadingWeights.storySeeds(using: &random), limit: storyLimit)
    learner.network = (ReadingWeights.storyNetworkStart, storyPace)
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
