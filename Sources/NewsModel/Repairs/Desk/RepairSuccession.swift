import Platform

/// Which articles of a page took the places of others when its repairs changed, told by the characters that both have.
public struct RepairSuccession: Sendable {
  /// For the id of each article that is gone, the article that most of its text is in.
  public let successors: [String: Article]
  /// For the id of each article that is new, the id of the one that most of its text was in.
  public let predecessors: [UInt64: UInt64]

  /// Compares two readings of one page.
  ///
  /// - Complexity: O(characters).
  public init(print: String, before: [Article], after: [Article]) {
    let stream = PrintStream(print)
    let (old, new) = (PageDraft(stream, before).owners, PageDraft(stream, after).owners)
    var common: [Int: [Int: Int]] = [:]
    var reversed: [Int: [Int: Int]] = [:]
    for (from, to) in zip(old, new) where from >= 0 && to >= 0 {
      common[from, default: [:]][to, default: 0] += 1
      reversed[to, default: [:]][from, default: 0] += 1
    }
    func largest(_ counts: [Int: Int]) -> Int? { counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
    let (oldIDs, newIDs) = (Set(before.map(\.idNumber)), Set(after.map(\.idNumber)))
    var successors: [String: Article] = [:]
    for (from, counts) in common where !newIDs.contains(before[from].idNumber) {
      if let to = largest(counts) { successors[before[from].id] = after[to] }
    }
    var predecessors: [UInt64: UInt64] = [:]
    for (to, counts) in reversed where !oldIDs.contains(after[to].idNumber) {
      if let from = largest(counts) { predecessors[after[to].idNumber] = before[from].idNumber }
    }
    (self.successors, self.predecessors) = (successors, predecessors)
  }

  /// The changes by which clippings, or the user's filings, of articles that are gone become those of their successors.
  ///
  /// What the user wrote stays, and so does the place where one is known, or always where `keepsPlace`.
  public func changes(of clippings: [Clipping], facts: PageFacts?, keepsPlace: Bool) -> [ClippingChange] {
    clippings.compactMap { old in
      guard let article = successors[old.id] else { return nil }
      var new = Clipping(of: article, facts: facts, added: Date(timeIntervalSince1970: 0))
      new.added = old.added
      (new.note, new.tags, new.book, new.foreignFields) = (old.note, old.tags, old.book, old.foreignFields)
      new.marks = old.marks
      if keepsPlace || old.county != nil { (new.county, new.prefecture) = (old.county, old.prefecture) }
      let successor = new
      return .update(id: old.id) { if $0.book == old.book { $0 = successor } }
    }
  }
}
