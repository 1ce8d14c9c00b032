import Foundation
import NewsModel

/// Compares the pages that each query finds with those that hold its terms byte for byte. Articles join what pages cut, so that pages
/// beyond a scan are no mistake; a page that is missed is.
struct Verification {
  let corpus: Corpus
  let searcher: Searcher
  /// The texts of the corpus's pages.
  let pages: [String]

  func run() {
    var pageOf: [Int] = []
    for (page, range) in searcher.library.articleRanges.enumerated() {
      pageOf += Array(repeating: page, count: range.count)
    }
    var (missing, extra) = (0, 0)
    for query in corpus.queries where !query.terms.isEmpty {
      let sets = query.terms.map { term in
        Set((searcher.find(QueryParser.plain(term))?.articles ?? []).map { pageOf[$0] })
      }
      let found = sets.dropFirst().reduce(sets[0]) { $0.intersection($1) }
      let expected = Set(pages.indices.filter { page in query.terms.allSatisfy { pages[page].holds($0) } })
      let missed = expected.subtracting(found)
      missing += missed.count
      extra += found.subtracting(expected).count
      if !missed.isEmpty { print("missing: \(query.terms) in \(missed.prefix(3).map { corpus.paths[$0] })") }
    }
    print(
      "\nEvery answer against a scan of the files' bytes: pages missed \(missing), pages beyond it \(extra) (text across a mended break)"
    )
  }
}

extension String {
  /// Whether the text holds `term`, byte for byte.
  func holds(_ term: String) -> Bool {
    let term = Array(term.utf8)
    return utf8.withContiguousStorageIfAvailable { bytes in
      guard let base = bytes.baseAddress else { return false }
      var at = 0
      while at + term.count <= bytes.count,
        let place = memchr(base + at, Int32(term[0]), bytes.count - term.count - at + 1)
      {
        if memcmp(place, term, term.count) == 0 { return true }
        at = UnsafeRawPointer(place) - UnsafeRawPointer(base) + 1
      }
      return false
    } ?? false
  }
}
