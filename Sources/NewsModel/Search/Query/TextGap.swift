/// What may lie between a text of a query and the next: `<20>` or `<20`.
public struct TextGap: Hashable, Sendable, CustomStringConvertible {
  /// At most so many characters (Unicode scalars of the folded text, in which white space between Han does not count).
  public let limit: Int
  /// Whether the second text has to stand behind the first.
  public let isOrdered: Bool

  /// Creates a gap.
  public init(limit: Int, isOrdered: Bool) {
    self.limit = limit
    self.isOrdered = isOrdered
  }

  /// The gap as a query has it.
  public var description: String { isOrdered ? "<\(limit)" : "<\(limit)>" }
}
