import NewsModel
import Platform
import ReaderUI

/// One run through the files: reads them all, showing the library as it grows; a reload shows it when it is whole, so that nothing
/// the user looks at goes away meanwhile.
struct LibraryLoading {
  private let number: Int
  private let work: LibraryWork
  private let filer: PlaceFiler
  private var library: Library
  private var surveys = PlaceSurveys()
  private var index = SearchIndex()
  /// The last catalogs handed over. Held here so that the event loop never drops the last reference: taking a large library apart in
  /// memory would hold up a key.
  private var shown: [Catalog] = []
  private var progress: LibraryLoader.Progress?
  private var shortage: LibraryLoader.Shortage?
  private var isJoined = false
  private var lastReport = ContinuousClock.now
  /// The library is shown when so many bytes of it have been read: each time twice as many, so that showing costs little in all.
  private var nextShow = 0
  /// Bytes of text that the index takes in one go.
  private static let indexedAtOnce = 16_000_000

  init(number: Int, work: LibraryWork, filer: PlaceFiler) {
    self.number = number
    self.work = work
    self.filer = filer
    library = Library(paper: work.paper)
  }

  private var isCancelled: Bool { work.latest.value != number }

  mutating func run() {
    work.mailbox.post(.progress(LoadProgress(stage: .listing)))
    var listing: PageListing
    do {
      listing = try LibraryLoader.discover(work.paths, permitted: work.permittedTools) { [work] pages in
        work.mailbox.post(.progress(LoadProgress(stage: .listing, done: pages)))
      }
    } catch {
      if number == 0, case .noPages = error, let welcome = work.welcome {
        work.mailbox.post(.progress(nil))
        return work.mailbox.post(.welcome(welcome))
      }
      return fail(error.text[work.language])
    }
    listing.limit(toBytes: work.loadLimit ?? LoadLimit.standard)
    library.note(listing.diagnostics)
    let (latest, number) = (work.latest, number)
    LibraryLoader.load(
      listing, filer: filer, repairs: work.repairs.load(), gate: work.gate, isCancelled: { latest.value != number }
    ) { take($0) }
    if isCancelled { return }
    if library.pages.isEmpty { return fail(library.diagnostics.first?.text[work.language] ?? "") }
    report(.filing)
    show()
    if isCancelled { return }
    work.mailbox.post(.progress(nil))
    let leftOut = [listing.leftOut > 0 ? listing.diagnostics.last : nil, shortage?.diagnostic].compactMap(\.self)
    for notice in leftOut { work.mailbox.post(.failed(notice.text[work.language])) }
    work.findReprints()
  }

  private mutating func take(_ batch: LibraryLoader.Batch) {
    if isCancelled { return }
    library.append(batch.readings)
    library.note(batch.diagnostics)
    surveys.append(batch.surveys)
    shortage = batch.shortage
    let progress = batch.progress
    self.progress = progress
    if progress.bytes >= nextShow, number == 0, !progress.isComplete {
      show()
      nextShow = progress.bytes * 2
    }
    if lastReport.duration(to: .now) > .milliseconds(80) {
      lastReport = .now
      report(.reading)
    }
  }

  /// Files what is new, hands the library to the reader and to the search, and indexes it.
  private mutating func show() {
    filer.file(&library, surveys: &surveys, threads: work.gate.threads)
    // Filing is done once all is read; the index, which comes next, needs memory.
    if progress?.isComplete == true { surveys = PlaceSurveys() }
    if isCancelled { return }
    joinJumps()
    keepOldIndex()
    if isCancelled { return }
    work.publishing.withLock {
      publish()
      let catalog = Catalog(load: load, library: library, userPlaces: work.places.value)
      shown = shown.suffix(1) + [catalog]
      work.mailbox.post(.catalog(catalog))
    }
    buildIndex()
  }

  /// Makes stories that go on on other pages one article each, once all is read. Other articles then have other indices, as
  /// after a reload.
  private mutating func joinJumps() {
    guard progress?.isComplete == true else { return }
    _ = work.complete(&library)
    guard let joined = library.joiningJumps() else { return }
    if index.indexedCount > 0 { index = SearchIndex(updating: index, of: library, to: joined) }
    library = joined
    isJoined = true
  }

  /// The number that the catalogs of this loading bear.
  private var load: Int { LibraryWork.load(number, isJoined: isJoined) }

  /// After a reload, takes over what the index of the files as they were holds of them as they are: a page that changed costs the
  /// segment it is in.
  private mutating func keepOldIndex() {
    let old = work.searched.value.searcher
    guard number > 0, index.indexedCount == 0, old.index.indexedCount > 0 else { return }
    report(.indexing)
    index = SearchIndex(updating: old.index, of: old.library, to: library)
  }

  private mutating func buildIndex() {
    while index.indexedCount < library.articles.count {
      // What is indexed in between is part of reading, as far as the bar goes.
      report(progress?.isComplete == true || number > 0 ? .indexing : .reading)
      let start = index.indexedCount
      var end = start
      var bytes = 0
      while end < library.articles.count, bytes < Self.indexedAtOnce {
        bytes += library.articles[end].parts.reduce(0) { $0 + $1.text.utf8.count }
        end += 1
      }
      guard index.append(library.articles[start..<end], threads: work.gate.threads) else {
        let notice = work.language(
          "内存不够建索引：照样能搜，只是慢一些", "no memory for the index: searches find the same, but take longer")
        return work.mailbox.post(.failed(notice))
      }
      if isCancelled { return }
      work.publishing.withLock { publish() }
    }
  }

  /// Hands the library over to the search; the lock must be held, so that no correction is lost on the way.
  private mutating func publish() {
    _ = work.complete(&library)
    work.searched.value = SearchedLibrary(load: load, searcher: Searcher(library: library, index: index))
  }

  private func report(_ stage: LoadProgress.Stage) {
    let done = stage == .indexing ? index.indexedCount : progress?.pages ?? 0
    let all = stage == .indexing ? library.articles.count : progress?.totalPages ?? 0
    work.mailbox.post(
      .progress(
        LoadProgress(
          stage: stage, done: done, all: all, bytes: progress?.bytes ?? 0, allBytes: progress?.totalBytes ?? 0)))
  }

  private func fail(_ line: String) {
    if isCancelled { return }
    work.mailbox.post(.progress(nil))
    work.mailbox.post(.cannotLoad(line, load: number))
  }
}
