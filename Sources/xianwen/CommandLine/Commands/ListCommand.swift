import NewsModel
import ReaderUI

extension Command {
  static let list = Command(
    name: "list", options: [.json, .county, .prefecture, .by],
    summary: Phrase("列出文章，每篇一行", "list the articles, one line each"),
    details: Phrase(
      "每行是：编号、日期、地方、标题；日期后的 ? 是说年份是推定的。编号（或它的前几位）可以交给 show 和 bookmarks --add。",
      "A line is: id, day (? after it: the year is inferred), place, title. Give the id, or its beginning, to show and to bookmarks --add."
    ),
    run: { try $0.list() })
}

extension Invocation {
  fileprivate func list() throws -> Outcome {
    let library = try library()
    let indices = order(try indices(of: library), of: library)
    guard !indices.isEmpty else { return .nothingFound }
    if arguments.has(.json) {
      try writeLines(indices, of: library)
      return .done
    }
    let articles = indices.lazy.map { library.articles[$0] }
    let rows = ArticleRows(articles, of: library, showsFile: arguments.choices(.by) == ["file"])
    for article in articles { try rows.print(article, to: output) }
    return .done
  }

  /// Prints articles as JSON Lines.
  func writeLines(_ indices: [Int], of library: Library) throws {
    try output.jsonLines(indices) { index, json in library.articles[index].write(to: &json) }
  }

  /// Sorts by `--by`; equal articles keep the order of the library.
  private func order(_ indices: [Int], of library: Library) -> [Int] {
    let articles = library.articles
    switch arguments.choices(.by).first {
    case "county":
      var ranks: [Place: Int] = [:]
      for (rank, count) in library.placeCounts().enumerated() {
        if let place = count.place { ranks[place] = rank }
      }
      func rank(_ index: Int) -> Int { articles[index].filing.place.flatMap { ranks[$0] } ?? Int.max }
      return indices.map { (rank($0), $0) }.sorted { $0 < $1 }.map(\.1)
    case "date":
      // Newest first; those without a year, then those without a date, at the end.
      return indices.sorted { a, b in
        let (dayA, dayB) = (articles[a].date, articles[b].date)
        guard dayA != dayB else { return a < b }
        guard let dayA, let dayB else { return dayA != nil }
        return dayB < dayA
      }
    case "file":
      return indices.sorted { a, b in
        (articles[a].file, a) < (articles[b].file, b)
      }
    default: return indices
    }
  }
}
