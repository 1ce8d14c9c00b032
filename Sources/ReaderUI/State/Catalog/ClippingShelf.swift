import NewsModel

/// The clippings kept, in the order of their file, which is that of the digest.
public struct ClippingShelf: Sendable {
  /// The clippings.
  let kept: [KeptClipping]
  /// Grows with every change, so that what was made of the clippings can be told from what must be made anew.
  let version: Int
  /// The clippings that the shelf before did not have.
  let added: [KeptClipping]
  private let indices: [String: Int]
  /// Articles that are kept under another id, because their page was read otherwise then: the clipping's id by the article's.
  private var names: [String: String] = [:]
  /// The same the other way round: the article by the clipping's id.
  private var found: [String: ArticleReference] = [:]

  /// A shelf of clippings as they stand in their file.
  ///
  /// - Complexity: O(clippings); of pointers alone when all there were stay and others follow them.
  init(_ kept: [KeptClipping] = [], after earlier: ClippingShelf? = nil) {
    self.kept = kept
    version = (earlier?.version ?? 0) + 1
    guard let earlier else {
      indices = Self.indices(of: kept)
      added = kept
      return
    }
    if kept.count >= earlier.count, zip(kept, earlier.kept).allSatisfy({ $0 === $1 }) {
      var indices = earlier.indices
      for index in earlier.count..<kept.count where indices[kept[index].clipping.id] == nil {
        indices[kept[index].clipping.id] = index
      }
      self.indices = indices
      added = Array(kept[earlier.count...])
      (found, names) = (earlier.found, earlier.names)
    } else {
      let indices = Self.indices(of: kept)
      self.indices = indices
      added = kept.filter { earlier.indices[$0.clipping.id] == nil }
      found = earlier.found.filter { indices[$0.key] != nil }
      names = earlier.names.filter { indices[$0.value] != nil }
    }
  }

  private static func indices(of kept: [KeptClipping]) -> [String: Int] {
    Dictionary(zip(kept.lazy.map(\.clipping.id), kept.indices)) { first, _ in first }
  }

  var count: Int { kept.count }

  subscript(index: Int) -> Clipping { kept[index].clipping }

  /// Whether the article, or clipping, with this id is kept.
  func holds(id: String) -> Bool { index(ofID: id) != nil }

  /// The index of the clipping with this id, or of the article with this id.
  func index(ofID id: String) -> Int? { indices[id] ?? names[id].flatMap { indices[$0] } }

  func clipping(id: String) -> Clipping? { index(ofID: id).map { self[$0] } }

  /// A clipping's article that was recognised by its text.
  func article(ofClipping id: String) -> ArticleReference? { found[id] }

  /// Forgets which articles were recognised, for other articles are loaded.
  mutating func forgetArticles() { (found, names) = ([:], [:]) }

  /// Takes over which articles were recognised: their indices in `catalog` by the clippings' ids.
  mutating func recognise(_ articles: [String: Int], in catalog: Catalog) {
    for (clipping, index) in articles {
      let reference = catalog.reference(to: index)
      found[clipping] = reference
      if let article = catalog[reference] { names[article.id] = clipping }
    }
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
