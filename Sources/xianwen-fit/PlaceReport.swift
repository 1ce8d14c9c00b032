import Foundation
import NewsModel
import ReadingCorpus

/// How well articles are filed, by group of pages.
struct PlaceReport {
  private let pages: [AnnotatedPage]
  private let isKept: (AnnotatedPage) -> Bool
  private let showsMisses: Bool
  private let filer = PlaceFiler()

  init(_ pages: [AnnotatedPage], isKept: @escaping (AnnotatedPage) -> Bool, showsMisses: Bool) {
    self.pages = pages
    self.isKept = isKept
    self.showsMisses = showsMisses
  }

  /// Prints the figures.
  func show() {
    let annotated = pages.map(\.reading)
    let read = pages.map { PageReader.read($0.text, file: FilePath($0.file), byteCount: $0.text.utf8.count) }
    show("as annotated, each page alone", annotated.map(alone), showsMisses: showsMisses)
    show("as annotated, in one folder", together(annotated), showsMisses: false)
    show("as read, each page alone", read.map(alone), showsMisses: false)
    show("as read, in one folder", together(read), showsMisses: false)
  }

  private func alone(_ page: PageReading) -> [Article] {
    var library = Library()
    library.append([page])
    filer.file(&library)
    return library.articles
  }

  private func together(_ readings: [PageReading]) -> [[Article]] {
    var library = Library()
    library.append(readings)
    filer.file(&library)
    return library.articleRanges.map { Array(library.articles[$0]) }
  }

  private func show(_ title: String, _ filed: [[Article]], showsMisses: Bool) {
    print("\(title):")
    var groups: [String: PlaceScore] = [:]
    for (page, articles) in zip(pages, filed) {
      for group in [
        isKept(page) ? "kept out" : "fitted  ", (isKept(page) ? "-" : "+") + page.file.prefix(1), "all     ",
      ] {
        groups[group, default: PlaceScore()].add(page, articles)
      }
    }
    for (name, score) in groups.sorted(by: { $0.key < $1.key }) {
      let figures = [score.places, score.mentions].map { String(format: "%.3f", $0) }
      print("  \(name)  county \(figures[0])  mentions \(figures[1])  of \(score.count)")
    }
    // What is wrong in pages kept out stays unseen.
    if showsMisses { print(groups["fitted  "]?.misses.joined(separator: "\n") ?? "") }
  }
}
