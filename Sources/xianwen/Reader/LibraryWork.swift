import Foundation
import NewsModel
import ReaderUI

/// Loads, files and indexes pages beside the event loop, and shows the reader what there is while more arrives.
final class LibraryWork: Sendable {
  let paths: [String]
  let mailbox: Mailbox
  let searched: Shared<SearchedLibrary>
  /// The number of the latest loading; older ones stop.
  let latest = Shared(0)
  let language: Configuration.Language
  private let places: UserPlaces
  private let filer = Shared<PlaceFiler?>(nil)

  init(paths: [String], options: ReaderOptions, mailbox: Mailbox, searched: Shared<SearchedLibrary>) {
    self.paths = paths
    places = options.places
    language = options.language
    self.mailbox = mailbox
    self.searched = searched
  }

  /// Begins loading `number`; it ends any that still runs.
  func load(_ number: Int) {
    latest.value = number
    Thread.detachNewThread { [self] in
      Self.giveWayToTheReader()
      let filer = filer.value ?? PlaceFiler(userPlaces: places)
      self.filer.value = filer
      var loading = LibraryLoading(number: number, work: self, filer: filer)
      loading.run()
    }
  }

  /// Lowers the priority of this thread, and of those that it starts, so that keys are answered at once on a machine with few cores.
  private static func giveWayToTheReader() {
    #if os(Linux)
      // Linux has a nice value for each thread (nice(2), "C library/kernel differences"); elsewhere it is the process's.
      _ = nice(10)
    #endif
  }

  /// Groups articles by a facet other than places.
  func group(_ facet: Facet, _ catalog: Catalog) {
    DispatchQueue.global(qos: .userInitiated).async { [mailbox] in
      mailbox.post(.groups(facet, Catalog.groups(of: catalog.library, by: facet), load: catalog.load))
    }
  }
}
