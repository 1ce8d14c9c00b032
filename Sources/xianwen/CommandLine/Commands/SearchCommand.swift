import Foundation
import NewsModel
import ReaderUI

extension Command {
  static let search = Command(
    name: "search", operand: Phrase("查询", "QUERY"),
    options: [.json, .count, .county, .limit, .kwic, .sort, .width, .countBy],
    summary: Phrase("搜索，最相关的在前", "search, best match first"),
    topic: .query,
    run: { try $0.search() })
}

extension Invocation {
  fileprivate func search() throws -> Outcome {
    try checkSearchOptions()
    let query = query(try operand().shown)
    guard query.root != nil else {
      throw CommandError("查询是空的；请给要搜的字", "the query is empty; give something to search for")
    }
    // What counts or asks by place needs the archive as a whole to know the places.
    let needsAll = arguments.has(.county) || arguments.has(.countBy)
    let (library, isWhole) = needsAll ? (try library(), true) : try library(for: query)
    // One query asks less than an index costs to build: articles without one are scanned, with the same answer.
    let searcher = Searcher(library: library, index: SearchIndex())
    let scope = arguments.has(.county) ? SearchScope.articles(indices(of: library)) : .all
    if arguments.has(.count) {
      let found = searcher.find(query, in: scope)?.articles.count ?? 0
      try output.line(String(found))
      return found > 0 ? .done : .nothingFound
    }
    let hits = searcher.search(query, in: scope)?.hits ?? []
    if hits.isEmpty {
      try offer(insteadOf: query, searcher, scope, isWhole: isWhole)
    } else if arguments.has(.kwic) {
      try printConcordance(of: query, hits, searcher)
    } else if let by = arguments[.countBy] {
      try printTable(HitTable(hits, of: library), by: by)
    } else {
      try printHits(hits.prefix(arguments.number(.limit) ?? Int.max), of: query, searcher)
    }
    return hits.isEmpty ? .nothingFound : .done
  }

  /// - Throws: `CommandError` for options that ask for different outputs.
  private func checkSearchOptions() throws(CommandError) {
    let outputs = [Option.count, .kwic, .countBy].filter(arguments.has).map(\.name)
    if outputs.count > 1 {
      throw CommandError(
        "\(outputs.joined(separator: " 和 ")) 不能一起用；请一次用一个",
        "\(outputs.joined(separator: " and ")) cannot go together; use one at a time")
    }
    if arguments.has(.sort), !arguments.has(.kwic) {
      throw CommandError("--sort 要和 --kwic 一起用", "--sort goes with --kwic; add it")
    }
  }

  /// Tells on standard error what to try instead of a query that found nothing: with `--json` as one object.
  ///
  /// Offers need all pages. Of a large archive they are read only for someone who is there to see the offers: a script
  /// wants its answer.
  private func offer(
    insteadOf query: ParsedQuery, _ searcher: Searcher, _ scope: SearchScope, isWhole: Bool
  ) throws {
    guard isWhole || isatty(STDERR_FILENO) == 1 else { return }
    let searcher = isWhole ? searcher : Searcher(library: try library(), index: SearchIndex())
    // One line on standard error is enough: a broken query has had its own.
    guard query.problem == nil, let offers = searcher.offers(insteadOf: query, in: scope), !offers.isEmpty else {
      return
    }
    if arguments.has(.json) {
      var json = JSONWriter()
      json.object { json in
        json.key("offers")
        json.array { json in for offer in offers { offer.write(to: &json) } }
      }
      json.endLine()
      ErrorOutput.write(json.bytes)
      return
    }
    let tried = offers.map { "\($0.query)" + Phrase("（\($0.articles) 篇）", " (\($0.articles))")[language] }
    notice(
      Phrase(
        "没有找到；可以试试：\(tried.joined(separator: "、"))", "nothing found; try \(tried.joined(separator: ", "))"))
  }
}

extension SearchOffer {
  fileprivate func write(to json: inout JSONWriter) {
    json.object { json in
      json.key("query")
      json.value(query)
      json.key("articles")
      json.value(articles)
      json.key("reason")
      json.value(reason.rawValue)
    }
  }
}
