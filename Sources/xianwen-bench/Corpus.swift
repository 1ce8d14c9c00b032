import Foundation

/// The pages of a folder and the queries to ask about them.
struct Corpus {
  /// One query: all terms must occur.
  struct Query: Decodable {
    /// The class it belongs to: c1, c2, c3, c48, absent, and2, mixed.
    let `class`: String
    let terms: [String]
    /// A query in the query language instead of terms.
    let query: String?
  }

  private struct QueryFile: Decodable {
    let queries: [Query]
  }

  /// The files, sorted by path.
  let paths: [String]
  let queries: [Query]

  init(folder: String, queryFile: String?) throws(BenchError) {
    let queryFile = queryFile ?? folder + "/queries.json"
    guard let data = FileManager.default.contents(atPath: queryFile),
      let queries = try? JSONDecoder().decode(QueryFile.self, from: data).queries
    else { throw .unreadable(queryFile) }
    self.queries = queries
    guard let names = FileManager.default.enumerator(atPath: folder) else { throw .unreadable(folder) }
    paths = names.compactMap { $0 as? String }.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
      .map { folder + "/" + $0 }
    if paths.isEmpty { throw .unreadable(folder) }
  }
}
