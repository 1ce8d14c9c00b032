import NewsModel
import Platform
import ReaderUI

/// Reads and changes the clippings.
final class ClippingWork: Sendable {
  private let work: StoreWork

  /// - Parameter path: `nil` when no place for them is known.
  init(path: FilePath?, mailbox: Mailbox, language: Language) {
    work = StoreWork(
      path: path,
      homeless: Phrase(
        "没有 HOME：剪报无处可存；请用 --bookmarks 给一个文件",
        "HOME is not set: clippings have nowhere to go; name a file with --bookmarks"),
      label: "xianwen.clippings", mailbox: mailbox, language: language)
  }

  /// Reads the clippings and tells of lines that are none.
  func load() {
    change { [work] in try work.read($0) }
  }

  func keep(_ clipping: Clipping, before next: String?) {
    change { try $0.apply([.insert(clipping, before: next)]) }
  }

  func annotate(id: String, note: String, tags: [String]) {
    change { try $0.update(id: id) { ($0.note, $0.tags) = (note, tags) } }
  }

  func mark(id: String, _ marks: [Passage]) {
    change { try $0.update(id: id) { $0.marks = marks.isEmpty ? nil : marks } }
  }

  func file(id: String, _ place: Place?) {
    change { try $0.update(id: id) { ($0.county, $0.prefecture) = (place?.name, place?.prefecture) } }
  }

  func move(id: String, before next: String?) {
    change { try $0.apply([.move(id: id, before: next)]) }
  }

  func keep(_ article: Article, _ facts: PageFacts?, book: String?) {
    change {
      var clipping = Clipping(of: article, facts: facts, added: Date())
      clipping.book = book
      try $0.add(clipping)
    }
  }

  /// Makes clippings of articles that repairs have changed those of their successors.
  func follow(_ succession: RepairSuccession, _ facts: PageFacts?) {
    change { store in
      let changes = succession.changes(of: store.clippings, facts: facts, keepsPlace: false)
      if !changes.isEmpty { try store.apply(changes) }
    }
  }

  func discard(id: String, book: String?) {
    change { try $0.apply([.removeFrom(book: book, id: id)]) }
  }

  func rebook(id: String, from: String?, to: String?) {
    change { try $0.update(id: id) { if $0.book == from { $0.book = to } } }
  }

  /// Waits until every change is on disk or has been refused; what is lost if the program ends now, in one line.
  func finish() -> String? {
    work.finish { count in
      Phrase("有 \(count) 处剪报改动没有存下：", "\(count) \(count == 1 ? "change" : "changes") of clippings not kept: ")
    }
  }

  /// Tries again to write what could not be written, for as long as there is anything.
  private func retryLater() {
    work.after(Self.retryPause) { [self] store in
      guard store.pendingCount > 0 else { return }
      do {
        try store.retry()
        work.mailbox.post(.clippings(store.kept))
      } catch {
        retryLater()
      }
    }
  }

  private static let retryPause = DispatchTimeInterval.seconds(5)

  private func change(_ body: @escaping @Sendable (ClippingStore) throws -> Void) {
    work.change { [self] store in
      do {
        try body(store)
      } catch {
        if store.pendingCount > 0 { retryLater() }
        throw error
      }
    } then: { [work] in
      work.mailbox.post(.clippings($0.kept))
    }
  }
}
