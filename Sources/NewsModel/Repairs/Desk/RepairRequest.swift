/// Lines of a page that the user chose, counted from 1.
public struct LineSelection: Hashable, Sendable {
  /// The first line and the last.
  public var lines: ClosedRange<Int>
  /// Where on the first line the choice begins, in Unicode scalars of the printed line.
  public var offset: Int

  /// Creates a choice of whole lines, or of the first from an offset on.
  public init(_ lines: ClosedRange<Int>, from offset: Int = 0) {
    self.lines = lines
    self.offset = offset
  }
}

/// What the user asks of the lines chosen.
public enum RepairRequest: Hashable, Sendable {
  /// They are an article of their own.
  case newArticle
  /// An article begins with them, and takes what follows of the one that they are in.
  case beginArticle
  /// They belong to the next article above, or below.
  case above, below
  /// They belong to the article of this index.
  case article(Int)
  /// They have this role.
  case role(LineRole)
  /// The paragraph that ends with them goes on with the next.
  case join
  /// A paragraph begins with them.
  case split
  /// On the first of them, these characters stand for others.
  case replace(String, by: String)
}
