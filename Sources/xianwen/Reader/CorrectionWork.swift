import NewsModel
import Platform
import ReaderUI

/// Reads and changes the user's corrections of one kind, beside the event loop and one after the other.
final class CorrectionWork: Sendable {
  private let mailbox: Mailbox
  /// `nil` when no place for them is known: corrections then last until the program ends.
  private let store: ClippingStore?
  private let language: Language
  /// What is lost when they cannot be kept.
  private let what: Phrase
  /// Takes over the corrections as they are now.
  private let take: @Sendable ([Clipping]) -> Void
  /// Shows what they say.
  private let show: @Sendable () -> Void
  private let queue = DispatchQueue(label: "xianwen.corrections", qos: .userInitiated)

  init(
    path: FilePath?, what: Phrase, mailbox: Mailbox, language: Language,
    take: @escaping @Sendable ([Clipping]) -> Void, show: @escaping @Sendable () -> Void
  ) {
    store = path.map { ClippingStore(path: $0) }
    self.what = what
    self.mailbox = mailbox
    self.language = language
    self.take = take
    self.show = show
  }

  /// Reads the corrections and tells of lines that are none.
  func load() {
    change { store in
      for diagnostic in try store.load().diagnostics { self.mailbox.post(.failed(diagnostic.text[self.language])) }
    }
  }

  /// Remembers a correction.
  func keep(_ record: Clipping) {
    // Adding does nothing where there is one already, replacing nothing where it is the same.
    change { try $0.apply([.add(record), .replace(id: record.id, with: record)]) }
  }

  /// Forgets the correction with this id.
  func forget(id: String) {
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
        mailbox.post(.failed(language(error)))
      }
      take(store.clippings)
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
        return language("\(what.chinese)没有存下：", "\(what.english) is not kept: ") + language(error)
      }
    }
  }

  private func change(_ body: @escaping @Sendable (ClippingStore) throws -> Void) {
    queue.async { [self] in
      guard let store else {
        let line = language(
          "没有 HOME：\(what.chinese)无处可存；请设置 HOME 或 XDG_DATA_HOME",
          "HOME is not set: \(what.english) has nowhere to be kept; set it or XDG_DATA_HOME")
        mailbox.post(.failed(line))
        return
      }
      do {
        try body(store)
      } catch {
        // What could not be written counts as long as the program runs, and is written with the next change.
        mailbox.post(.failed(language(error)))
      }
      take(store.clippings)
      show()
    }
  }
}
