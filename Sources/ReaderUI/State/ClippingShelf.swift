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

/// Changes of clippings that can be taken back.
struct ChangeLog: Sendable {
  /// A change that was made.
  enum Change: Sendable {
    case kept(id: String)
    case discarded(Clipping)
  }

  private var done: [Change] = []
  private var undone: [Change] = []
  /// Clippings whose keeping was taken back, as they were.
  private var takenBack: [String: Clipping] = [:]

  mutating func record(_ change: Change) {
    done.append(change)
    undone = []
  }

  /// The change to take back.
  mutating func undo(in shelf: ClippingShelf) -> Change? {
    guard let change = done.popLast() else { return nil }
    if case .kept(let id) = change { takenBack[id] = shelf.clipping(id: id) }
    undone.append(change)
    return change
  }

  /// The change to make again.
  mutating func redo() -> Change? {
    guard let change = undone.popLast() else { return nil }
    done.append(change)
    return change
  }

  func clipping(id: String) -> Clipping? { takenBack[id] }
}
