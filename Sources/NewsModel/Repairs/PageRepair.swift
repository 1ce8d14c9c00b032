/// One change that the user made to how a page is read, told so that it can be made on any later reading of the page.
public struct PageRepair: Hashable, Sendable {
  /// What is changed.
  public enum Change: Hashable, Sendable {
    /// The passage becomes an article of its own.
    case newArticle
    /// The passage belongs to the article that holds the other one.
    case move(to: Passage)
    /// The passage has this role.
    case role(LineRole)
    /// The paragraph that ends with the passage goes on with the one that begins with the other.
    case join(Passage)
    /// A paragraph begins with the passage.
    case split
    /// The passage was misprinted, or misread, for this text.
    case replace(String)
  }

  /// What it is about.
  public let passage: Passage
  /// What is changed.
  public let change: Change

  /// Creates a repair.
  public init(_ passage: Passage, _ change: Change) {
    self.passage = passage
    self.change = change
  }

  /// What was done, in a few words for lists and messages.
  public var summary: Phrase {
    let text = "“\(passage.text.shortened(to: 16))”"
    switch change {
    case .newArticle: return Phrase("\(text) 起另成一篇", "\(text): an article of its own")
    case .move(let target):
      let other = "“\(target.text.shortened(to: 16))”"
      return Phrase("\(text) 归入 \(other) 那一篇", "\(text) belongs to the article of \(other)")
    case .role(let role): return Phrase("\(text) 是 \(role.name)", "\(text) is \(role.name)")
    case .join(let next):
      let other = "“\(next.text.shortened(to: 16))”"
      return Phrase("\(text) 和 \(other) 接成一段", "\(text) goes on with \(other)")
    case .split: return Phrase("从 \(text) 起另成一段", "\(text) begins a paragraph")
    case .replace(let new): return Phrase("\(text) 改为“\(new)”", "\(text) should read “\(new)”")
    }
  }
}
