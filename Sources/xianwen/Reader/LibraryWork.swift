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
  private let queue = DispatchQueue(label: "xianwen.library", qos: .userInitiated)

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
    queue.async { [self] in
      let filer = filer.value ?? PlaceFiler(userPlaces: places)
      self.filer.value = filer
      var loading = LibraryLoading(number: number, work: self, filer: filer)
      loading.run()
    }
  }

  /// Groups articles by a facet other than places.
  func group(_ facet: Facet, _ catalog: Catalog) {
    DispatchQueue.global(qos: .userInitiated).async { [mailbox] in
      mailbox.post(.groups(facet, Catalog.groups(of: catalog.library, by: facet), load: catalog.load))
    }
  }
}
