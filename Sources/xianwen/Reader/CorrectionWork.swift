import NewsModel
import ReaderUI

/// Reads and changes the user's corrections of one kind.
final class CorrectionWork: Sendable {
  private let work: StoreWork
  /// What is lost when they cannot be kept.
  private let what: Phrase
  /// Takes over the corrections as they are now.
  private let take: @Sendable ([Clipping]) -> Void
  /// Shows what they say.
  private let show: @Sendable () -> Void

  /// - Parameter path: `nil` when no place for them is known: corrections then last until the program ends.
  init(
    path: FilePath?, what: Phrase, mailbox: Mailbox, language: Language,
    take: @escaping @Sendable ([Clipping]) -> Void, show: @escaping @Sendable () -> Void
  ) {
    work = StoreWork(
      path: path,
      homeless: Phrase(
        "没有 HOME：\(what.chinese)无处可存；请设置 HOME 或 XDG_DATA_HOME",
        "HOME is not set: \(what.english) has nowhere to be kept; set it or XDG_DATA_HOME"),
      label: "xianwen.corrections", mailbox: mailbox, language: language)
    self.what = what
    self.take = take
    self.show = show
  }

  /// Reads the corrections and tells of lines that are none.
  func load() {
    change { [work] in try work.read($0) }
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
    let corrections = work.changeNow { store in
      let changes = succession.changes(of: store.clippings, facts: facts, keepsPlace: true)
      if !changes.isEmpty { try store.apply(changes) }
    } then: {
      $0.clippings
    }
    if let corrections { take(corrections) }
  }

  /// Waits until every change is on disk or has been refused; what is lost if the program ends now, in one line.
  func finish() -> String? {
    work.finish { _ in Phrase("\(what.chinese)没有存下：", "\(what.english) is not kept: ") }
  }

  private func change(_ body: @escaping @Sendable (ClippingStore) throws -> Void) {
    work.change(body) { [take, show] store in
      take(store.clippings)
      show()
    }
  }
}
