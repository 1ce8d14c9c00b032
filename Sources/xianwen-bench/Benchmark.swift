import Foundation
import NewsModel

/// Builds a library from files, indexes it, asks every query, prints a table.
struct Benchmark {
  private let options: BenchOptions
  private let corpus: Corpus

  init(_ options: BenchOptions) throws(BenchError) {
    self.options = options
    corpus = try Corpus(folder: options.corpus, queryFile: options.queryFile)
  }

  func run() throws {
    let memoryBefore = processMemory("VmRSS")
    // From files to articles filed, on all cores: what the program does.
    let (loadSeconds, library) = try seconds { try load() }
    let bytes = library.pages.reduce(0) { $0 + $1.byteCount }
    let megabytes = Double(bytes) / 1e6
    let memoryOfLibrary = processMemory("VmRSS") - memoryBefore
    let cpuBefore = clock()
    let (indexSeconds, index) = seconds {
      var index = SearchIndex()
      index.append(library.articles[...])
      return index
    }
    let indexCPU = Double(clock() - cpuBefore) / Double(CLOCKS_PER_SEC)
    let memory = processMemory("VmRSS") - memoryBefore
    let memoryOfIndex = memory - memoryOfLibrary
    func perByte(_ memory: Int) -> String { column(Double(memory) / Double(bytes), width: 0) }
    print(
      """
      \(corpus.paths.count) pages, \(column(megabytes, digits: 1, width: 0)) MB, \(library.articles.count) articles, \
      \(library.articles.reduce(0) { $0 + $1.parts.count }) parts
      load \(column(megabytes / loadSeconds, digits: 1)) MB/s (read, take apart, find places, file)
      index\(column(megabytes / indexSeconds, digits: 1)) MB/s on \(ProcessInfo.processInfo.activeProcessorCount) cores, \
      \(column(megabytes / indexCPU, digits: 1, width: 0)) MB per second of processor time
      both \(column(megabytes / (loadSeconds + indexSeconds), digits: 1)) MB/s
      memory, bytes per byte of text: articles \(perByte(memoryOfLibrary)), index \(perByte(memoryOfIndex)), \
      process \(perByte(memory)), peak \(perByte(processMemory("VmHWM") - memoryBefore))
      \(index.footprint.map { "  \($0.name) \(perByte($0.bytes))" }.joined(separator: "\n"))
      """)
    if options.articleBytes == nil { print(PlaceBenchmark(library, bytes: bytes).summary) }
    let pages = try options.compares || options.verifies ? corpus.paths.map(read) : []
    var results: [String: Any] = [
      "pages": corpus.paths.count, "bytes": bytes, "articles": library.articles.count,
      "load_mb_s": megabytes / loadSeconds, "index_mb_s": megabytes / indexSeconds, "index_bytes": memoryOfIndex,
      "process_bytes": memory,
    ]
    let rows = ask(Searcher(library: library, index: index))
    results["queries"] = rows
    if options.compares {
      let own = Dictionary(grouping: rows) { $0["class"] as? String ?? "" }
        .mapValues { $0.compactMap { $0["find_ms"] as? Double } }
      results["peers"] = PeerBenchmark(corpus, folder: options.corpus).run(own: own, pages: pages)
    }
    if options.verifies { verify(Searcher(library: library, index: index), pages) }
    if let file = options.json {
      let data = try JSONSerialization.data(withJSONObject: results, options: [.prettyPrinted, .sortedKeys])
      guard FileManager.default.createFile(atPath: file, contents: data) else { throw BenchError.unreadable(file) }
    }
  }

  private func load() throws -> Library {
    guard let articleBytes = options.articleBytes else { return try LibraryLoader.load([options.corpus]) }
    var library = Library()
    library.append(try corpus.paths.map { cut(try read($0), file: $0, articleBytes: articleBytes) })
    return library
  }

  /// A page cut into articles of about this many bytes, lines as paragraphs.
  private func cut(_ page: String, file: String, articleBytes: Int) -> PageReading {
    var articles: [Article] = []
    var parts: [Part] = []
    var bytes = 0
    func finish() {
      if !parts.isEmpty { articles.append(Article(file: file, number: articles.count + 1, kind: .news, parts: parts)) }
      parts = []
      bytes = 0
    }
    for (number, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() where !line.isEmpty
    {
      let role = parts.isEmpty ? PartRole.headline : .body
      parts.append(Part(role: role, text: String(line), lines: [LineSpan(number + 1, number + 1)]))
      bytes += line.utf8.count
      if bytes >= articleBytes { finish() }
    }
    finish()
    return PageReading(facts: PageFacts(file: file, byteCount: page.utf8.count), articles: articles)
  }

  private func read(_ path: String) throws(BenchError) -> String {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
    return String(decoding: data, as: UTF8.self)
  }

  /// Times every query, ids and count only (`find`) and ranked with all matches counted (`search`), in milliseconds.
  private func ask(_ searcher: Searcher) -> [[String: Any]] {
    var rows: [[String: Any]] = []
    var classes: [String] = []
    for query in corpus.queries
    where !classes.contains(query.class) && options.queryClass ?? query.class == query.class {
      classes.append(query.class)
    }
    print("class     find p50       p95    search p50       p95   articles    scanned   (ms; medians of each query)")
    for name in classes {
      var finds: [Double] = []
      var searches: [Double] = []
      var articles = 0
      var stats = SearchStats()
      for query in corpus.queries where query.class == name {
        let parsed = Benchmark.parsed(query)
        var times: [Double] = []
        var found = 0
        for _ in 0..<options.repetitions {
          let (time, answer) = seconds { searcher.find(parsed) }
          times.append(time * 1000)
          if let answer, times.count == 1 {
            found = answer.articles.count
            articles += found
            stats = SearchStats(
              keysRead: stats.keysRead + answer.stats.keysRead,
              postingsDecoded: stats.postingsDecoded + answer.stats.postingsDecoded,
              scanned: stats.scanned + answer.stats.scanned)
          }
        }
        finds.append(percentile(times, 0.5))
        let ranked = (0..<max(1, options.repetitions / 2)).map { _ in seconds { searcher.search(parsed) }.seconds * 1000
        }
        searches.append(percentile(ranked, 0.5))
        rows.append([
          "class": name, "terms": query.terms, "find_ms": percentile(times, 0.5), "search_ms": percentile(ranked, 0.5),
          "articles": found,
        ])
      }
      print(
        name.padding(toLength: 8, withPad: " ", startingAt: 0), column(percentile(finds, 0.5)),
        column(percentile(finds, 0.95), width: 9), column(percentile(searches, 0.5), width: 13),
        column(percentile(searches, 0.95), width: 9), column(Double(articles), digits: 0),
        column(Double(stats.scanned), digits: 0))
    }
    return rows
  }

  /// Compares the pages that each query finds with the files that hold its terms byte for byte.
  private func verify(_ searcher: Searcher, _ pages: [String]) {
    var pageOf: [Int] = []
    for (page, range) in searcher.library.articleRanges.enumerated() {
      pageOf += Array(repeating: page, count: range.count)
    }
    var missing = 0
    var extra = 0
    for query in corpus.queries where !query.terms.isEmpty {
      var sets = query.terms.map { term in
        Set((searcher.find(QueryParser.plain(term))?.articles ?? []).map { pageOf[$0] })
      }
      let first = sets.removeFirst()
      let found = sets.reduce(first) { $0.intersection($1) }
      let expected = Set(pages.indices.filter { page in query.terms.allSatisfy { Benchmark.holds(pages[page], $0) } })
      missing += expected.subtracting(found).count
      extra += found.subtracting(expected).count
      if !expected.subtracting(found).isEmpty {
        print("missing: \(query.terms) in \(expected.subtracting(found).prefix(3).map { corpus.paths[$0] })")
      }
    }
    print("pages missed \(missing), pages found beyond a scan of bytes \(extra)")
  }

  static func holds(_ page: String, _ term: String) -> Bool {
    let term = Array(term.utf8)
    return page.utf8.withContiguousStorageIfAvailable { bytes in
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

  private static func parsed(_ query: Corpus.Query) -> ParsedQuery {
    if let text = query.query { return QueryParser.parse(text) }
    if query.terms.count == 1 { return QueryParser.plain(query.terms[0]) }
    return QueryParser.parse(query.terms.map { "\"\($0)\"" }.joined(separator: " "))
  }
}
