import Foundation
import NewsModel
import ReadingCorpus
import Synchronization

/// The command line of `xianwen-fit`.
struct FitCommand {
  static let help = """
    xianwen-fit: learns how pages are read from annotated pages, and shows how well.

      swift run -c release xianwen-fit            figures by group of pages, cross-validated by paper, then on pages
                                                  kept out of all learning
      swift run -c release xianwen-fit --write    the same, and writes the weights into the sources
      swift run -c release xianwen-fit --check    whether the weights in the sources are what the pages give (exit 1: no)

      swift run -c release xianwen-fit --places   how well articles are filed: each page alone, all in one folder, and
                                                  on pages as annotated; with --write learns the weights of places

      --misses          print every line that is read otherwise than annotated, cross-validated
      --layouts N       lay the articles of each page out N times more (default 6)
      --epochs N        go over all pages N times (default 6)
      --no-cv           leave the cross-validation out
      --fixtures DIR    the folder with pages/, gold/ and held-out.txt (default: this package's)

    """

  private var fit = Fit()
  private var layouts = 6
  private var folder = "Tests/NewsModelTests/Fixtures"
  private var flags: Set<String> = []

  init(_ arguments: [String]) throws(FitError) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      switch argument {
      case "--write", "--check", "--misses", "--no-cv", "--places", "--help": flags.insert(argument)
      case "--layouts": layouts = try Self.number(argument, &rest)
      case "--epochs": fit.epochs = try Self.number(argument, &rest)
      case "--fixtures":
        guard let value = rest.popFirst() else { throw FitError("--fixtures needs a folder") }
        folder = value
      default: throw FitError("unknown option \(argument); see --help")
      }
    }
  }

  private static func number(_ name: String, _ rest: inout ArraySlice<String>) throws(FitError) -> Int {
    guard let text = rest.popFirst(), let number = Int(text), number >= 0 else {
      throw FitError("\(name) needs a number")
    }
    return number
  }

  /// Runs the command.
  ///
  /// - Returns: the exit code.
  func run() throws -> Int32 {
    if flags.contains("--help") {
      print(Self.help, terminator: "")
      return 0
    }
    if flags.contains("--places") {
      let (all, isKept) = try annotated()
      if flags.contains("--write") {
        let filer = PlaceFiler()
        let pages = all.filter { !isKept($0) }.map { PlaceFit.Page($0, filer) }
        if !flags.contains("--no-cv") { PlaceFit(pages: pages).crossValidate() }
        let file = "Sources/NewsModel/Place/Data/FilingWeightText.swift"
        try PlaceFit.weights(from: pages).source.write(toFile: file, atomically: true, encoding: .utf8)
        print("wrote \(file)")
      } else {
        PlaceReport(all, isKept: isKept, showsMisses: flags.contains("--misses")).show()
      }
      return 0
    }
    let (pages, kept) = try load()
    print("\(pages.count) pages to learn from, \(kept.count) kept out, \(layouts) other layouts of each")
    if !flags.isDisjoint(with: ["--check"]) {
      let isSame = fit.weights(from: pages).source == ReadingWeights.standard.source
      print(
        isSame
          ? "the weights in the sources are what the pages give" : "the weights in the sources are others: run --write")
      return isSame ? 0 : 1
    }
    if !flags.contains("--no-cv") { crossValidate(pages) }
    let weights = fit.weights(from: pages)
    print("learned from all of them:")
    show(pages.map { ($0, Fit.read($0.annotated, weights)) })
    print("kept out:")
    show(kept.map { ($0, Fit.read($0.annotated, weights)) })
    if flags.contains("--write") {
      let file = "Sources/NewsModel/Page/Data/ReadingWeightText.swift"
      try weights.source.write(toFile: file, atomically: true, encoding: .utf8)
      print("wrote \(file)")
    }
    return 0
  }

  /// The pages to learn from, and those that are kept out of it.
  private func load() throws -> (pages: [Fit.Page], kept: [Fit.Page]) {
    let (all, isKept) = try annotated()
    return (
      all.filter { !isKept($0) }.compactMap { Fit.Page($0, layouts: layouts) },
      all.filter(isKept).compactMap { Fit.Page($0, layouts: 0) }
    )
  }

  private func annotated() throws -> (pages: [AnnotatedPage], isKept: (AnnotatedPage) -> Bool) {
    let fixtures = URL(fileURLWithPath: folder)
    let all = try AnnotatedPage.all(
      in: fixtures.appendingPathComponent("gold"),
      pages: [fixtures.appendingPathComponent("pages"), URL(fileURLWithPath: "seeds")])
    let keptOut = try AnnotatedPage.namesKeptOut(fixtures.appendingPathComponent("held-out.txt"))
    return (all, { page in keptOut.contains { page.file.hasPrefix($0) } })
  }

  /// Shows how well pages are read with what pages of other papers teach.
  private func crossValidate(_ pages: [Fit.Page]) {
    print("cross-validated by paper:")
    let folds = Fit.folds(pages, count: 6)
    let results = Mutex<[(Fit.Page, [Article])]>([])
    DispatchQueue.concurrentPerform(iterations: folds.count) { index in
      let weights = fit.weights(from: folds[index].others)
      let read = folds[index].pages.map { ($0, Fit.read($0.annotated, weights)) }
      results.withLock { $0 += read }
    }
    let read = results.withLock { $0 }.sorted { $0.0.annotated.file < $1.0.annotated.file }
    show(read)
    guard flags.contains("--misses") else { return }
    for (page, articles) in read {
      let misses = ReadingScore.differences(page.annotated, articles)
      if !misses.isEmpty { print(([page.annotated.file] + misses.map { "  " + $0 }).joined(separator: "\n")) }
    }
  }

  /// Prints the figures of each group of pages, by the first letter of their names, and of all.
  private func show(_ read: [(Fit.Page, [Article])]) {
    var groups: [String: ReadingScore] = [:]
    var total = ReadingScore()
    for (page, articles) in read {
      groups[String(page.annotated.file.prefix(1)), default: ReadingScore()].add(page.annotated, articles)
      total.add(page.annotated, articles)
    }
    for (name, score) in groups.sorted(by: { $0.key < $1.key }) { print("  \(name)    \(line(score))") }
    print("  all  \(line(total))")
  }

  private func line(_ score: ReadingScore) -> String {
    score.figures.map { "\($0.name) \(String(format: "%.3f", $0.value))" }.joined(separator: "  ")
  }
}

/// A wrong call, as one sentence.
struct FitError: Error, CustomStringConvertible {
  let description: String
  init(_ description: String) { self.description = description }
}
