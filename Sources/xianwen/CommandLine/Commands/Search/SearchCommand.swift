import NewsModel
import ReaderUI

extension Command {
  static let search = Command(
    name: "search", operand: Phrase("查询", "QUERY"),
    options: [.json, .csv, .bom, .count, .county, .prefecture, .limit, .kwic, .sort, .width, .countBy, .list, .issued],
    summary: Phrase("搜索，最相关的在前", "search, best match first"),
    topic: .query,
    run: { try $0.search() })
}

extension Invocation {
  fileprivate func search() throws -> Outcome {
    try checkSearchOptions()
    if let list = arguments.path(.list) { return try searchList(list) }
    let query = try query(try operand().shown)
    try checkIsNotEmpty(query)
    // What counts or asks by place needs the archive as a whole to know the places.
    let needsAll = isRestricted || arguments.has(.countBy)
    let (loaded, isWhole) = needsAll ? (try library(), true) : try library(for: query)
    var library = loaded
    if query.root?.asksForHistory == true { library.history = history }
    // One query asks less than an index costs to build: articles without one are scanned, with the same answer.
    let searcher = Searcher(library: library, index: SearchIndex())
    let indices = isRestricted ? try indices(of: library) : nil
    // That has been told.
    if let indices, indices.isEmpty {
      if arguments.has(.count) { try output.line("0") }
      return .nothingFound
    }
    let scope = indices.map { SearchScope.articles($0) } ?? .all
    if arguments.has(.count) {
      let found = searcher.find(query, in: scope)
      if let problem = found?.problem { throw incomplete(problem) }
      let count = found?.articles.count ?? 0
      try tell(of: query, searcher, isFound: count > 0)
      try output.line(String(count))
      if count == 0 { try tellNothingFound(by: query, searcher, in: scope, isWhole: isWhole) }
      return count > 0 ? .done : .nothingFound
    }
    let found = searcher.search(query, in: scope)
    let hits = found?.hits ?? []
    if let problem = found?.problem {
      // What was found is right, but no count of it would be.
      if !arguments.has(.countBy), !arguments.has(.kwic) {
        try printHits(hits.prefix(arguments.number(.limit) ?? Int.max), of: query, searcher)
      }
      throw incomplete(problem)
    }
    try tell(of: query, searcher, isFound: !hits.isEmpty)
    let byIssue = searcher.countDatedByIssue(hits, of: query)
    if byIssue > 0 {
      notice(
        Phrase(
          "其中 \(byIssue) 篇自己没有日期，按刊期算", "\(byIssue) of them name no day themselves and count by the day of their issue")
      )
    }
    if hits.isEmpty { try tellNothingFound(by: query, searcher, in: scope, isWhole: isWhole) }
    // A table of nothing is one as well.
    if hits.isEmpty, !arguments.has(.csv) { return .nothingFound }
    if arguments.has(.kwic) {
      try printConcordance(of: query, hits, searcher)
    } else if arguments.has(.countBy) {
      try printTable(hits, of: library, indices ?? Array(library.articles.indices), by: facets(.countBy))
    } else {
      try printHits(hits.prefix(arguments.number(.limit) ?? Int.max), of: query, searcher)
    }
    return hits.isEmpty ? .nothingFound : .done
  }

  /// - Throws: `CommandError` for options that ask for different outputs.
  private func checkSearchOptions() throws(CommandError) {
    try checkForm([.json, .count])
    let outputs = [Option.count, .kwic, .countBy].filter(arguments.has).map(\.name)
    if outputs.count > 1 {
      throw CommandError(
        "\(outputs.joined(separator: " 和 ")) 不能一起用；请一次用一个",
        "\(outputs.joined(separator: " and ")) cannot go together; use one at a time")
    }
    if arguments.has(.list), let other = [Option.count, .kwic, .limit, .sort, .width].first(where: arguments.has) {
      throw CommandError(
        "--list 和 \(other.name) 不能一起用；它只数篇数", "--list and \(other.name) cannot go together; it counts only")
    }
    if arguments.has(.sort), !arguments.has(.kwic) {
      throw CommandError("--sort 要和 --kwic 一起用", "--sort goes with --kwic; add it")
    }
  }
}
