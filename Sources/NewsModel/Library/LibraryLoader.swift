import Platform

/// Page files into readings: finds them, then reads, decodes and takes them apart on all cores.
public enum LibraryLoader {
  /// Finds the pages under `paths`.
  ///
  /// A path is a file, a folder that is searched recursively for `.txt` and `.md` files and for boxes of words (`.tsv`, `.json`, `.hocr`,
  /// `.xml`), sorted by name (hidden ones are skipped, of several files that hold one page the first kind of these is taken, symbolic links followed once and never in a loop), or `-` for standard input as one page. What cannot be
  /// opened becomes a diagnostic.
  /// - Parameters:
  ///   - permitted: the programs that may take the text out of PDFs and scans.
  ///   - found: told now and then how many pages there are so far: a large archive on a slow disk takes a while.
  /// - Throws: `LibraryError` when there is no page at all: the first thing that went wrong, else `.noPages`.
  /// - Complexity: O(*n* log *n*) for *n* names in the folders.
  public static func discover(
    _ paths: [FilePath], permitted: PrintTool.Permitted = [.pdftotext], found: (_ pages: Int) -> Void = { _ in }
  ) throws(LibraryError) -> PageListing {
    var discovery = PageDiscovery(permitted: permitted)
    for path in paths { discovery.add(path, found) }
    guard discovery.listing.files.isEmpty else { return discovery.listing }
    throw discovery.errors.first ?? .noPages(paths: paths.map(\.shown))
  }

  /// How far a loading has come.
  public struct Progress: Hashable, Sendable {
    /// Pages read or skipped.
    public var pages = 0
    /// Pages found.
    public var totalPages = 0
    /// Bytes read or skipped.
    public var bytes = 0
    /// Bytes of all pages when they were found.
    public var totalBytes = 0

    /// Whether every page is done.
    public var isComplete: Bool { pages == totalPages }
  }

  /// Some pages, in the order of the listing.
  public struct Batch: Sendable {
    /// The pages.
    public internal(set) var readings: [PageReading] = []
    /// The surveys of the pages' articles in the library's order, when a filer was given.
    public internal(set) var surveys: [PlaceSurvey] = []
    /// Files that could not be read, and were skipped.
    public internal(set) var diagnostics: [Diagnostic] = []
    /// How far the loading has come with this batch.
    public internal(set) var progress = Progress()
    /// The files so far that there was no memory for; the last batch has it among its diagnostics as well.
    public internal(set) var shortage: Shortage?
  }

  /// Files that were left out because memory had no room for them when their turn came.
  public struct Shortage: Sendable {
    /// The path of the first.
    let file: String
    /// How many there are.
    let count: Int

    /// What is said of them, once however many they are.
    public var diagnostic: Diagnostic {
      Diagnostic(
        file: file,
        message: Phrase(
          "内存不够：这个文件和别的共 \(count) 个没有读；请只打开一部分",
          "memory is short: \(count) files are left out, this one first; open a part of the archive"))
    }
  }

  /// The size in bytes of the first batch, small so that the reader has something to show at once; each later batch may
  /// be twice as large as the one before.
  private static let firstBatchBytes = 1 << 17
  /// The size in bytes at which batches stop growing: large enough for the index to take in one go.
  private static let largestBatchBytes = 1 << 22

  /// Reads the pages of a listing on all cores and hands them over in order.
  ///
  /// - Parameters:
  ///   - listing: the pages; its own diagnostics are not handed over again.
  ///   - filer: when given, the places that articles name are looked for on the reading threads as well.
  ///   - repairs: the user's repairs, made on the pages that they are about.
  ///   - gate: when given, lets the threads through, and counts `deliver` among what they do.
  ///   - isCancelled: asked before every page; once it says yes no further page is read and `load` returns.
  ///   - deliver: called on the caller's thread, at least once.
  /// - Complexity: O(bytes); a few megabytes are under way at a time.
  public static func load(
    _ listing: PageListing, filer: PlaceFiler? = nil, repairs: PageRepairs = .none, gate: WorkGate? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }, deliver: (Batch) -> Void
  ) {
    let line = LoadLine(listing.files) { file in
      let read = { LoadedPage(file, filer: filer, repairs: repairs) }
      return gate?.work(read) ?? read()
    }
    let workers = min(ProcessInfo.processInfo.activeProcessorCount, listing.files.count)
    for _ in 0..<workers {
      Threads.detach { line.work(isCancelled: isCancelled) }
    }
    var batch = Batch()
    batch.progress.totalPages = listing.files.count
    batch.progress.totalBytes = listing.byteCount
    var bytes = 0
    var wanted = firstBatchBytes
    while let pages = line.next(isCancelled: isCancelled) {
      for page in pages {
        page.add(to: &batch)
        bytes += page.byteCount
      }
      if batch.progress.isComplete, let shortage = batch.shortage { batch.diagnostics.append(shortage.diagnostic) }
      guard bytes >= wanted || batch.progress.isComplete else { continue }
      if let gate { gate.deliver { deliver(batch) } } else { deliver(batch) }
      batch = Batch(progress: batch.progress, shortage: batch.shortage)
      bytes = 0
      wanted = min(wanted * 2, largestBatchBytes)
    }
    if !batch.progress.isComplete || listing.files.isEmpty { deliver(batch) }
  }

  /// Finds and reads the pages under `paths` and files their articles.
  ///
  /// - Parameters:
  ///   - paper: the newspaper of pages that do not print its name.
  ///   - repairs: the user's repairs.
  ///   - limit: so many bytes are read; what is left out is said in the library's diagnostics.
  /// - Throws: `LibraryError` when nothing could be read; what could not be read while something else could is in the
  ///   library's diagnostics.
  public static func load(
    _ paths: [FilePath], permitted: PrintTool.Permitted = [.pdftotext], filer: PlaceFiler? = PlaceFiler(),
    paper: String? = nil, repairs: PageRepairs = .none, limit: Int = LoadLimit.standard
  ) throws(LibraryError) -> Library {
    try load(discover(paths, permitted: permitted), filer: filer, paper: paper, repairs: repairs, limit: limit)
  }

  /// Reads the pages of a listing and files their articles.
  ///
  /// - Throws: as above.
  public static func load(
    _ listing: PageListing, filer: PlaceFiler?, paper: String? = nil, repairs: PageRepairs = .none,
    limit: Int = LoadLimit.standard
  ) throws(LibraryError) -> Library {
    var listing = listing
    listing.limit(toBytes: limit)
    let library = library(of: listing, filer: filer, paper: paper, repairs: repairs)
    if library.pages.isEmpty, let file = listing.files.first { _ = try LoadedPage.read(file, filer: nil) }
    return library
  }

  /// The articles of those pages of a listing that can be read; what cannot is in the diagnostics.
  static func library(
    of listing: PageListing, filer: PlaceFiler?, paper: String? = nil, repairs: PageRepairs = .none
  ) -> Library {
    var library = Library(paper: paper)
    var surveys = PlaceSurveys()
    library.note(listing.diagnostics)
    load(listing, filer: filer, repairs: repairs) { batch in
      library.append(batch.readings)
      library.note(batch.diagnostics)
      surveys.append(batch.surveys)
    }
    filer?.file(&library, surveys: &surveys)
    return library
  }
}
