import NewsModel

/// The clippings kept, in the order of their file, which is that of the digest.
public struct ClippingShelf: Sendable {
  /// The clippings.
  let clippings: [Clipping]
  /// Grows with every change, so that what was made of the clippings can be told from what must be made anew.
  let version: Int
  /// The clippings that the shelf before did not have.
  let added: [Clipping]
  private let indices: [String: Int]
  /// Articles that are kept under another id, because their page was read otherwise then: the clipping's id by the article's.
  private var kept: [String: String] = [:]
  /// The same the other way round: the article's index in the library by the clipping's id.
  private var found: [String: Int] = [:]

  /// A shelf of `clippings` as they stand in their file.
  init(_ clippings: [Clipping] = [], after earlier: ClippingShelf? = nil) {
    self.clippings = clippings
    version = (earlier?.version ?? 0) + 1
    indices = Dictionary(zip(clippings.map(\.id), clippings.indices)) { first, _ in first }
    added = earlier.map { earlier in clippings.filter { earlier.indices[$0.id] == nil } } ?? clippings
    if let earlier {
      found = earlier.found.filter { indices[$0.key] != nil }
      kept = earlier.kept.filter { indices[$0.value] != nil }
    }
  }

  var count: Int { clippings.count }

  /// Whether the article, or clipping, with this id is kept.
  func holds(id: String) -> Bool { index(ofID: id) != nil }

  /// The index of the clipping with this id, or of the article with this id.
  func index(ofID id: String) -> Int? { indices[id] ?? kept[id].flatMap { indices[$0] } }

  func clipping(id: String) -> Clipping? { index(ofID: id).map { clippings[$0] } }

  /// The index in the library of a clipping's article that was recognised by its text.
  func article(ofClipping id: String) -> Int? { found[id] }

  /// Forgets which articles were recognised, for other articles are loaded.
  mutating func forgetArticles() { (found, kept) = ([:], [:]) }

  /// Takes over which articles were recognised: their indices by the clippings' ids.
  mutating func recognise(_ articles: [String: Int], in library: Library) {
    found.merge(articles) { $1 }
    for (clipping, index) in articles { kept[library.articles[index].id] = clipping }
  }
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
