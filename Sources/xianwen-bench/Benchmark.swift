import Foundation
import NewsModel

/// Builds a library from files, indexes it, asks every query, starts the reader, presses keys: one table after the other.
struct Benchmark {
  private let options: BenchOptions
  private let corpus: Corpus
  private var report = Report()

  /// Bytes of pages that are read on one core to tell the speed of that alone.
  private static let sampled = 100_000_000

  init(_ options: BenchOptions) throws(BenchError) {
    self.options = options
    corpus = try Corpus(folder: options.corpus, queryFile: options.queryFile)
  }

  /// Measures, prints, and writes the JSON that the options ask for.
  mutating func run() throws {
    // Nothing else yet, so that what memory there is is theirs.
    let memoryBefore = processMemory("VmRSS")
    Progress.show("loading")
    let (loading, library) = try Taken.by { try load() }
    let memoryOfLibrary = processMemory("VmRSS") - memoryBefore
    Progress.show("indexing")
    let (indexing, index) = Taken.by {
      var index = SearchIndex()
      index.append(library.articles[...])
      return index
    }
    let memory = (now: processMemory("VmRSS") - memoryBefore, peak: processMemory("VmHWM") - memoryBefore)
    describe(library)
    let searcher = Searcher(library: library, index: index)
    if options.queryClass == nil {
      report.add(try reading(library, loading, indexing))
      report.add(
        Self.memory(of: index, bytes: report.bytes, library: memoryOfLibrary, now: memory.now, peak: memory.peak))
    }
    let (times, table) = QueryBenchmark(
      queries: corpus.queries, only: options.queryClass, repetitions: options.repetitions
    ).run(searcher)
    report.add(table)
    let cold = isWhole ? startAndKeys(library, index) : nil
    if options.compares {
      let own = OwnFigures(
        times: times, build: loading + indexing, indexing: indexing, peakMemory: memory.peak, bytes: report.bytes,
        cold: cold)
      PeerBenchmark(corpus, options: options, own: own).run(&report)
    }
    if options.verifies { Verification(corpus: corpus, searcher: searcher, pages: try corpus.texts()).run() }
    if let file = options.json { try report.write(to: file) }
  }

  /// Whether everything is measured, not search alone.
  private var isWhole: Bool { options.articleBytes == nil && options.queryClass == nil }

  private func load() throws -> Library {
    // Whatever their size: a benchmark that leaves pages out would tell lies.
    guard let articleBytes = options.articleBytes else {
      return try LibraryLoader.load([FilePath(options.corpus)], limit: .max)
    }
    return try corpus.cut(into: articleBytes)
  }

  private mutating func describe(_ library: Library) {
    report.corpus = options.corpus
    report.pages = library.pages.count
    report.bytes = library.pages.reduce(0) { $0 + $1.byteCount }
    report.articles = library.articles.count
    Progress.clear()
    print(
      "\(report.corpus): \(Figure(Double(report.bytes) / 1e6, "MB").text) of text in \(report.pages) pages, \(report.articles) articles; "
        + "\(ProcessInfo.processInfo.activeProcessorCount) cores, \(Self.system)")
  }

  private static var system: String { ProcessInfo.processInfo.operatingSystemVersionString }

  private func reading(_ library: Library, _ loading: Taken, _ indexing: Taken) throws -> Table {
    var table = Table(
      "Reading and indexing", columns: ["speed", "time", "processor"],
      note: "processor: time on all processors together, for each megabyte; other programs disturb it less")
    if options.articleBytes == nil {
      Progress.show("reading pages on one core")
      let (taken, bytes) = PageBenchmark.once(try corpus.texts(upTo: Self.sampled))
      table.add("pages to articles", taken.figures(bytes: bytes), "one core: text of pages taken apart into articles")
      Progress.show("finding places")
      let places = PlaceBenchmark(library)
      table.add(
        "place finding", places.survey.figures(bytes: report.bytes), "one core: names of places in all articles")
      table.add("filing", places.file.figures(bytes: report.bytes), "each article under its county")
      table.add("filing again", places.refile.figures(bytes: report.bytes), "when one page more has come")
    }
    table.add("load", loading.figures(bytes: report.bytes), "all cores: files read, taken apart, places found, filed")
    table.add("index", indexing.figures(bytes: report.bytes), "all cores: made in memory; there is none on disk")
    table.add("both", (loading + indexing).figures(bytes: report.bytes), "from files to answers")
    return table
  }

  private static func memory(of index: SearchIndex, bytes: Int, library: Int, now: Int, peak: Int) -> Table {
    var table = Table("Memory", columns: ["per byte of text", "in all"])
    func add(_ name: String, _ memory: Int, _ meaning: String) {
      table.add(name, [Figure(Double(memory) / Double(bytes), "bytes"), Figure(Double(memory) / 1e6, "MB")], meaning)
    }
    add("articles", library, "their text, and where it came from")
    add("index", now - library, "with the folded text that answers are verified in")
    for part in index.footprint { add("· " + part.name, part.bytes, "of the index") }
    add("process", now, "both, loaded and ready")
    add("peak", peak, "the most that was held on the way")
    return table
  }

  /// The real program's start, keys and searches without an index.
  ///
  /// - Returns: what a cold search takes, here and with ripgrep.
  private mutating func startAndKeys(_ library: Library, _ index: SearchIndex) -> OwnFigures.Cold? {
    let start = StartBenchmark(folder: options.corpus, repetitions: options.repetitions)
    for table in start?.run() ?? [] { report.add(table) }
    report.add(ReaderBenchmark.run(library, index, details: false))
    guard let program = StartBenchmark.program else {
      Progress.clear()
      print(
        "\nThe program xianwen is not beside xianwen-bench: its start and its search without an index are not measured."
      )
      return nil
    }
    guard let text = corpus.queries.first(where: { $0.class == "absent" })?.terms.first else { return nil }
    let cold = ColdSearch(folder: options.corpus, program: program)
    guard let taken = cold.time(text) else { return nil }
    var table = Table(ColdSearch.title, columns: ["speed", "time", "processor"])
    table.add(
      "xianwen search", taken.figures(bytes: report.bytes),
      "a text that is nowhere: started, looked through all files, done")
    report.add(table)
    return OwnFigures.Cold(xianwen: taken, ripgrep: options.compares ? cold.timeOfRipgrep(text) : nil)
  }
}
