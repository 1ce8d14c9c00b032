import NewsModel
import Platform

/// Reads and changes a file of the user's, kept as clippings are, beside the event loop and one change after the other: a slow disk
/// never stops the reader.
final class StoreWork: Sendable {
  let mailbox: Mailbox
  let language: Language
  /// `nil` when no place for the file is known.
  private let store: ClippingStore?
  /// What to say then.
  private let homeless: Phrase
  private let queue: DispatchQueue

  /// - Parameter label: names the queue.
  init(path: FilePath?, homeless: Phrase, label: String, mailbox: Mailbox, language: Language) {
    store = path.map { ClippingStore(path: $0) }
    self.homeless = homeless
    queue = DispatchQueue(label: label, qos: .userInitiated)
    self.mailbox = mailbox
    self.language = language
  }

  /// Reads the file and tells of lines that are none of it.
  func read(_ store: ClippingStore) throws {
    for diagnostic in try store.load().diagnostics { mailbox.post(.failed(diagnostic.text[language])) }
  }

  /// Makes a change, and tells what went wrong; then `next` takes over what there is now.
  func change(
    _ body: @escaping @Sendable (ClippingStore) throws -> Void,
    then next: @escaping @Sendable (ClippingStore) -> Void = { _ in }
  ) {
    queue.async { [self] in
      guard let store else { return mailbox.post(.failed(homeless[language])) }
      attempt(body, store)
      next(store)
    }
  }

  /// The same at once, behind the changes asked for so far; what `next` makes of it, `nil` where no place for the file is known.
  func changeNow<Value>(
    _ body: (ClippingStore) throws -> Void, then next: (ClippingStore) -> Value
  ) -> Value? {
    queue.sync {
      guard let store else { return nil }
      attempt(body, store)
      return next(store)
    }
  }

  private func attempt(_ body: (ClippingStore) throws -> Void, _ store: ClippingStore) {
    do {
      try body(store)
    } catch {
      // What could not be written counts as long as the program runs, and is written with the next change.
      mailbox.post(.failed(language(error)))
    }
  }

  /// Does something with the file after a while.
  func after(_ pause: DispatchTimeInterval, _ body: @escaping @Sendable (ClippingStore) -> Void) {
    queue.asyncAfter(deadline: .now() + pause) { [store] in if let store { body(store) } }
  }

  /// Waits until every change is on disk or has been refused.
  ///
  /// - Parameter lost: says that so many changes are not kept, before the reason.
  /// - Returns: what is lost if the program ends now, in one line.
  func finish(_ lost: (_ count: Int) -> Phrase) -> String? {
    queue.sync {
      guard let store, store.pendingCount > 0 else { return nil }
      do {
        try store.retry()
        return nil
      } catch {
        return lost(store.pendingCount)[language] + language(error)
      }
    }
  }
}
