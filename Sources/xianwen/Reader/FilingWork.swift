import Foundation
import NewsModel
import ReaderUI

/// Reads and changes the user's corrections of where articles are filed, beside the event loop and one after the other.
final class FilingWork: Sendable {
  private let mailbox: Mailbox
  /// `nil` when no place for them is known: corrections then last until the program ends.
  private let store: ClippingStore?
  private let libraryWork: LibraryWork
  private let queue = DispatchQueue(label: "xianwen.filing", qos: .userInitiated)

  init(path: FilePath?, mailbox: Mailbox, libraryWork: LibraryWork) {
    store = path.map { ClippingStore(path: $0) }
    self.mailbox = mailbox
    self.libraryWork = libraryWork
  }

  /// Reads the corrections and tells of lines that are none.
  func load() {
    change { store in
      for diagnostic in try store.load().diagnostics {
        self.mailbox.post(.failed(diagnostic.text[self.libraryWork.language]))
      }
    }
  }

  /// Remembers that `article` belongs to `place`.
  func correct(_ article: Article, _ facts: PageFacts?, _ place: Place?) {
    let record = PlaceCorrections.record(of: article, facts: facts, place: place, added: Date())
    // Adding does nothing where there is one already, replacing nothing where it is the same.
    change { try $0.apply([.add(record), .replace(id: record.id, with: record)]) }
  }

  /// Forgets the correction with this id.
  func uncorrect(id: String) {
    change { try $0.remove(id: id) }
  }

  /// Makes corrections of articles that repairs have changed those of their successors, at once.
  func follow(_ succession: RepairSuccession, _ facts: PageFacts?) {
    queue.sync {
      guard let store else { return }
      do {
        let changes = succession.changes(of: store.clippings, facts: facts, keepsPlace: true)
        if !changes.isEmpty { try store.apply(changes) }
      } catch {
        mailbox.post(.failed(libraryWork.language(error)))
      }
      libraryWork.corrections.value = PlaceCorrections(store.clippings)
    }
  }

  /// Waits until every change is on disk or has been refused; what is lost if the program ends now, in one line.
  func finish() -> String? {
    queue.sync {
      guard let store, store.pendingCount > 0 else { return nil }
      do {
        try store.retry()
        return nil
      } catch {
        return libraryWork.language("归类的改动没有存下：", "where you filed articles is not kept: ")
          + libraryWork.language(error)
      }
    }
  }

  private func change(_ body: @escaping @Sendable (ClippingStore) throws -> Void) {
    queue.async { [self] in
      guard let store else {
        let line = libraryWork.language(
          "没有 HOME：归类无处可存；请设置 HOME 或 XDG_DATA_HOME",
          "HOME is not set: where you file articles has nowhere to be kept; set it or XDG_DATA_HOME")
        mailbox.post(.failed(line))
        return
      }
      do {
        try body(store)
      } catch {
        // What could not be written counts as long as the program runs, and is written with the next change.
        mailbox.post(.failed(libraryWork.language(error)))
      }
      libraryWork.corrections.value = PlaceCorrections(store.clippings)
      libraryWork.refile()
    }
  }
}
