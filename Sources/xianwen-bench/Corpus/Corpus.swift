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
    /// How many pages hold the terms, byte for byte; `nil` when the file does not tell.
    let docs: Int?
  }

  private struct QueryFile: Decodable {
    let queries: [Query]
  }

  /// The files, sorted by path.
  let paths: [String]
  let queries: [Query]

  /// The classes of queries, in order.
  static func classes(of queries: [Query]) -> [String] {
    queries.reduce(into: []) { classes, query in if !classes.contains(query.class) { classes.append(query.class) } }
  }

  /// Bytes of all pages.
  var byteCount: Int {
    paths.reduce(0) { $0 + ((try? FileManager.default.attributesOfItem(atPath: $1)[.size] as? Int) ?? 0) }
  }

  /// The texts of the pages, the first that hold so many bytes.
  func texts(upTo bytes: Int = .max) throws(BenchError) -> [String] {
    var (texts, held): ([String], Int) = ([], 0)
    for path in paths where held < bytes {
      guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
      texts.append(String(decoding: data, as: UTF8.self))
      held += data.count
    }
    return texts
  }

  /// Regular expressions and near texts made of the longer phrases, where the file asks for none.
  private static func derived(from queries: [Query]) -> [Query] {
    guard !queries.contains(where: { $0.query != nil }) else { return [] }
    let phrases = queries.filter { $0.class == "c48" }.compactMap(\.terms.first)
    let plain = phrases.filter { $0.unicodeScalars.allSatisfy { (0x4E00...0x9FFF).contains($0.value) } }
    let patterns = plain.map { phrase in
      let scalars = Array(phrase.unicodeScalars)
      let text = scalars.indices.map { $0 == scalars.count / 2 ? "." : String(scalars[$0]) }.joined()
      return Query(class: "regex", terms: [], query: "/\(text)/", docs: nil)
    }
    return patterns + plain.map { Query(class: "near", terms: [], query: "~" + $0, docs: nil) }
  }

  init(folder: String, queryFile: String?) throws(BenchError) {
    let queryFile = queryFile ?? folder + "/queries.json"
    guard let data = FileManager.default.contents(atPath: queryFile),
      let queries = try? JSONDecoder().decode(QueryFile.self, from: data).queries
    else { throw .unreadable(queryFile) }
    self.queries = queries + Corpus.derived(from: queries)
    guard let names = FileManager.default.enumerator(atPath: folder) else { throw .unreadable(folder) }
    paths = names.compactMap { $0 as? String }.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".md") }.sorted()
      .map { folder + "/" + $0 }
    if paths.isEmpty { throw .unreadable(folder) }
  }
}
