import Foundation

/// Times `xianwen search` for a text that is nowhere: a program that is started, knows nothing of the files, and has to be sure.
struct ColdSearch {
  let folder: String
  let program: String

  /// The title of its table.
  static let title = "Search without an index"

  /// How often it is run after a first time that brings the files into memory; the figure is the median.
  private static let runs = 5

  /// The median time of a search for `text`; `nil` when it does not end as a search that found nothing should.
  func time(_ text: String) -> Taken? {
    var all: [Taken] = []
    for run in 0...Self.runs {
      Progress.show("searching without an index, \(run) of \(Self.runs)")
      guard let outcome = Child.run(program, ["search", "--count", "\"\(text)\"", folder]), outcome.code == 1 else {
        return nil
      }
      if run > 0 { all.append(outcome.taken) }
    }
    return Self.median(all)
  }

  /// The median of what ripgrep takes for the same; `nil` when it is not installed.
  func timeOfRipgrep(_ text: String) -> Taken? {
    guard let program = Child.find("rg") else { return nil }
    let all = (0..<Self.runs).compactMap { _ in
      Child.run(
        program, ["-F", "-l", "--no-ignore", "--no-messages", "-g", "*.txt", "-g", "*.md", "--", text, folder])?.taken
    }
    return Self.median(all)
  }

  private static func median(_ all: [Taken]) -> Taken {
    Taken(seconds: percentile(all.map(\.seconds), 0.5), processor: percentile(all.map(\.processor), 0.5))
  }
}
