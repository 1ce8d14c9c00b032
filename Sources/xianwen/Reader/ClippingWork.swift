import Foundation
import NewsModel
import ReaderUI

/// Reads and changes the clippings beside the event loop, one change after the other: a slow disk never stops the reader.
final class ClippingWork: Sendable {
  private let mailbox: Mailbox
  /// `nil` when no place for them is known.
  private let store: ClippingStore?
  private let queue = DispatchQueue(label: "xianwen.clippings", qos: .userInitiated)

  init(path: String?, mailbox: Mailbox) {
    store = path.map { ClippingStore(path: $0) }
    self.mailbox = mailbox
  }

  /// Reads the clippings and tells of lines that are none.
  func load() {
    change { store in
      let diagnostics = try store.load().diagnostics
      if let first = diagnostics.first { throw ClippingNotice(line: first.description) }
    }
  }

  func keep(_ clipping: Clipping) {
    change { try $0.add(clipping) }
  }

  func keep(_ article: Article, _ facts: PageFacts?) {
    change { try $0.add(Clipping(of: article, facts: facts, added: Date())) }
  }

  func discard(id: String) {
    change { try $0.remove(id: id) }
  }

  /// Waits until every change is on disk or has been refused.
  func finish() {
    queue.sync {}
  }

  private func change(_ body: @escaping @Sendable (ClippingStore) throws -> Void) {
    queue.async { [self] in
      guard let store else {
        mailbox.post(.failed("HOME is not set: clippings have nowhere to go; name a file with --bookmarks"))
        return
      }
      do {
        try body(store)
      } catch {
        mailbox.post(.failed("\(error)"))
      }
      mailbox.post(.clippings(store.clippings))
    }
  }
}

/// A line of the clippings file that is no clipping, as an error to tell.
private struct ClippingNotice: Error, CustomStringConvertible {
  let line: String
  var description: String { line }
}
