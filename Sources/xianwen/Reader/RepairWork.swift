import NewsModel
import Platform
import ReaderUI

/// Reads and changes the user's repairs of pages.
final class RepairWork: Sendable {
  private let work: StoreWork
  /// The pages whose repairs have changed since they were read.
  private let changed = Shared<Set<FilePath>>([])

  /// - Parameter path: `nil` when no place for them is known.
  init(path: FilePath?, mailbox: Mailbox, language: Language) {
    work = StoreWork(
      path: path,
      homeless: Phrase(
        "没有 HOME：版面的改动无处可存；请设置 HOME 或 XDG_DATA_HOME",
        "HOME is not set: repairs of pages have nowhere to be kept; set it or XDG_DATA_HOME"),
      label: "xianwen.repairs", mailbox: mailbox, language: language)
  }

  /// The repairs as they are now, once all changes so far are made; what cannot be read of them is told.
  func load() -> PageRepairs {
    work.changeNow({ try work.read($0) }, then: { PageRepairs($0.clippings) }) ?? .none
  }

  /// Whether the repairs of a page have changed since this was last asked.
  func takeChange(of file: FilePath) -> Bool { changed.change { $0.remove(file) != nil } }

  /// Remembers repairs of a page.
  func repair(_ file: FilePath, _ repairs: [(repair: PageRepair, lines: [LineSpan])]) {
    change(file) { store in
      let records = repairs.map { PageRepairs.record($0.repair, file: file, lines: $0.lines, added: Date()) }
      try store.apply(records.map(ClippingChange.add))
    }
  }

  /// Forgets repairs, of equal ones the last.
  func unrepair(_ file: FilePath, _ repairs: [(repair: PageRepair, lines: [LineSpan])]) {
    change(file) { store in
      var records = try store.load().clippings
      var changes: [ClippingChange] = []
      for (repair, _) in repairs.reversed() {
        guard let index = records.lastIndex(where: { $0.repair?.with(text: $0.text) == repair }) else { continue }
        changes.append(.remove(id: records.remove(at: index).id))
      }
      try store.apply(changes)
    }
  }

  /// Waits until every change is on disk or has been refused; what is lost if the program ends now, in one line.
  func finish() -> String? {
    work.finish { _ in Phrase("版面的改动没有存下：", "repairs of pages are not kept: ") }
  }

  private func change(_ file: FilePath, _ body: @escaping @Sendable (ClippingStore) throws -> Void) {
    changed.change { _ = $0.insert(file) }
    work.change(body)
  }
}
