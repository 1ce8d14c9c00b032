import NewsModel
import Platform
import ReaderUI

/// Loads, files and indexes pages beside the event loop, and shows the reader what there is while more arrives.
final class LibraryWork: Sendable {
  let paths: [FilePath]
  let mailbox: Mailbox
  let searched: Shared<SearchedLibrary>
  /// The number of the latest loading; older ones stop.
  let latest = Shared(0)
  let language: Language
  /// The user's own places, as last read.
  let places = Shared(UserPlaces.none)
  private let placesFile: FilePath?
  /// The user's repairs of pages.
  let repairs: RepairWork
  /// Lets what was kept of a page's articles follow them when its repairs have changed.
  let follow = Shared<@Sendable (RepairSuccession, PageFacts?) -> Void>({ _, _ in })
  /// The newspaper of pages that do not print its name.
  let paper: String?
  /// The bytes of page files that are read at the most; `nil` leaves it to `LoadLimit.standard`.
  let loadLimit: Int?
  /// The programs that may take the text out of PDFs and scans.
  let permittedTools: PrintTool.Permitted
  /// What to say when there are no pages; `nil` makes that an error.
  let welcome: Welcome?
  /// Where the user filed articles otherwise.
  let corrections = Shared(PlaceCorrections.none)
  /// What the user says of the issues of pages.
  let issueCorrections = Shared(IssueCorrections.none)
  private let issueNames: IssueNames
  /// Leaves a processor to the reader while keys come.
  let gate: WorkGate
  /// Held while the library that is shown and searched is replaced.
  let publishing = Monitor()

  init(
    paths: [FilePath], options: ReaderOptions, mailbox: Mailbox, searched: Shared<SearchedLibrary>, attention: Attention
  ) {
    self.paths = paths
    placesFile = options.places
    paper = options.paper
    loadLimit = options.loadLimit
    issueNames = options.issueNames
    permittedTools = options.permittedTools
    language = options.settings.language
    welcome = options.welcome
    self.mailbox = mailbox
    self.searched = searched
    repairs = RepairWork(path: options.repairs, mailbox: mailbox, language: options.settings.language)
    gate = WorkGate { attention.isHere }
  }

  /// Begins loading `number`; it ends any that still runs.
  func load(_ number: Int) {
    latest.value = number
    Threads.detach { [self] in
      Self.giveWayToTheReader()
      readPlaces()
      var loading = LibraryLoading(number: number, work: self, filer: PlaceFiler(userPlaces: places.value))
      loading.run()
    }
  }

  /// Reads one page again, as loading `number`; to be asked for while nothing else is loading.
  func reread(_ file: FilePath, _ number: Int) {
    DispatchQueue.global(qos: .userInitiated).async { [self] in
      let shown = searched.value
      let before = shown.searcher.library
      let isRepaired = repairs.takeChange(of: file)
      var library = before.rereading(file, filer: PlaceFiler(userPlaces: places.value), repairs: repairs.load())
      if isRepaired { succeed(before, by: library, page: file) }
      _ = complete(&library)
      library = library.joiningJumps() ?? library
      let index = SearchIndex(updating: shown.searcher.index, of: before, to: library)
      publishing.withLock {
        // A loading that has ended in the meantime has read the page as well.
        guard searched.value.load == shown.load else { return }
        _ = complete(&library)
        let load = Self.load(number, isJoined: false)
        searched.value = SearchedLibrary(load: load, searcher: Searcher(library: library, index: index))
        mailbox.post(.catalog(Catalog(load: load, library: library, userPlaces: places.value, reread: file)))
      }
      findReprints()
    }
  }

  /// The number of what a loading shows: the articles of a library whose stories are joined have other indices than before.
  static func load(_ number: Int, isJoined: Bool) -> Int { number * 2 + (isJoined ? 1 : 0) }

  /// Lets what was kept and read of a page's articles follow them to those that its repairs have made of them.
  private func succeed(_ before: Library, by after: Library, page file: FilePath) {
    guard let source = try? TextFile.read(file, permitted: permittedTools),
      let facts = after.pages.first(where: { $0.file == file })
    else { return }
    let succession = RepairSuccession(
      print: SourcePage(source).print, before: before.articlesAsPrinted(on: file),
      after: after.articlesAsPrinted(on: file))
    follow.value(succession, facts)
    mailbox.post(.succeeded(succession.predecessors))
  }

  /// Ends the loading that runs; what it showed stays.
  func stop() {
    latest.value = -1
  }

  /// Reads the user's own places, which may have changed, and tells of lines that are none.
  private func readPlaces() {
    do throws(LibraryError) {
      places.value = try UserPlaces.read(placesFile)
      for diagnostic in places.value.diagnostics { mailbox.post(.failed(diagnostic.text[language])) }
    } catch {
      mailbox.post(.failed(error.text[language]))
    }
  }

  /// Lowers the priority of this thread, and of those that it starts, so that keys are answered at once on a machine with few cores.
  private static func giveWayToTheReader() {
    #if os(Linux)
      // Linux has a nice value for each thread (nice(2), "C library/kernel differences"); elsewhere it is the process's. No more than
      // this: at 10 a third of the pages are read while other programs keep all processors busy, and keys come through no sooner.
      _ = nice(5)
    #else
      pthread_set_qos_class_self_np(QOS_CLASS_UTILITY, 0)
    #endif
  }

  /// Looks for the versions of stories among the articles of a loading that is complete, and shows them.
  func findReprints() {
    let shown = searched.value
    var library = shown.searcher.library
    library.findReprints(threads: gate.threads)
    guard !library.reprints.all.isEmpty else { return }
    publishing.withLock {
      // Other articles may be shown by now, or others have been filed.
      let now = searched.value
      guard now.load == shown.load, now.searcher.library.articles.count == library.articles.count else { return }
      let found = library.reprints
      library = now.searcher.library
      library.take(found)
      searched.value = SearchedLibrary(load: now.load, searcher: Searcher(library: library, index: now.searcher.index))
      mailbox.post(.catalog(Catalog(load: now.load, library: library, userPlaces: places.value)))
    }
  }

  /// Says what only all pages together, or the user, can tell of articles; whether that changed anything.
  func complete(_ library: inout Library) -> Bool {
    let isRefiled = corrections.value.apply(to: &library)
    return library.resolveIssues(names: issueNames, corrections: issueCorrections.value) || isRefiled
  }

  /// Shows and searches what corrections that have changed say. To be called beside the event loop.
  func correct() {
    publishing.withLock {
      let shown = searched.value
      var library = shown.searcher.library
      guard !library.pages.isEmpty, complete(&library) else { return }
      searched.value = SearchedLibrary(
        load: shown.load, searcher: Searcher(library: library, index: shown.searcher.index))
      mailbox.post(.catalog(Catalog(load: shown.load, library: library, userPlaces: places.value)))
    }
  }

  /// Looks for the articles of clippings whose ids no article has.
  func recognise(_ kept: [KeptClipping], _ catalog: Catalog) {
    Threads.detach { [mailbox] in
      Self.giveWayToTheReader()
      let clippings = kept.map(\.clipping)
      let matches = ClippingMatcher.match(clippings, in: catalog.library.articles)
      let found = zip(clippings, matches).compactMap { clipping, match in match.map { (clipping.id, $0.index) } }
      mailbox.post(.recognised(Dictionary(found) { first, _ in first }, load: catalog.load))
    }
  }

  /// Groups articles by a facet, places in this order.
  func group(_ facet: Facet, _ order: PlaceOrder, _ catalog: Catalog) {
    DispatchQueue.global(qos: .userInitiated).async { [mailbox] in
      let groups = catalog.groups(by: facet, placeOrder: order)
      mailbox.post(.groups(facet, order, groups, load: catalog.load))
    }
  }
}
