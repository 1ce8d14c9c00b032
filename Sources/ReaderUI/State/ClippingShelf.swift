import NewsModel

/// The clippings kept, newest first.
public struct ClippingShelf: Sendable {
  /// The clippings.
  let clippings: [Clipping]
  private let ids: Set<String>

  /// A shelf of `clippings` as they stand in their file, oldest first.
  init(_ clippings: [Clipping] = []) {
    self.clippings = clippings.reversed()
    ids = Set(clippings.map(\.id))
  }

  var count: Int { clippings.count }

  func holds(id: String) -> Bool { ids.contains(id) }

  func index(ofID id: String) -> Int? { clippings.firstIndex { $0.id == id } }

  func clipping(id: String) -> Clipping? { clippings.first { $0.id == id } }

  /// The indices of the clippings whose headline or place holds `filter`.
  func rows(holding filter: String) -> [Int32] {
    clippings.indices.filter { index in
      filter.isEmpty || clippings[index].words.contains { $0.lowercased().contains(filter.lowercased()) }
    }.map(Int32.init)
  }
}

extension Clipping {
  /// What a filter looks at.
  fileprivate var words: [String] { [headline ?? "", county ?? "", note] + tags }
}

/// What the user changed and can take back: clippings, filings, marks.
struct ChangeLog: Sendable {
  /// A change, as the effects that take it back and make it again.
  struct Change: Sendable {
    let undo: [Effect]
    let redo: [Effect]
  }

  private var done: [Change] = []
  private var undone: [Change] = []

  mutating func record(_ change: Change) {
    done.append(change)
    undone = []
  }

  /// What takes the last change back; `nil` when there is none.
  mutating func undo() -> [Effect]? {
    guard let change = done.popLast() else { return nil }
    undone.append(change)
    return change.undo
  }

  /// What makes the change last taken back again; `nil` when there is none.
  mutating func redo() -> [Effect]? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change.redo
  }
}
