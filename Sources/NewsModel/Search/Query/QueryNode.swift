/// A query as a tree.
public indirect enum QueryNode: Hashable, Sendable {
  /// The text occurs, whatever its length: a word or a quoted phrase.
  case text(String)
  /// The text occurs with at most one character wrong, missing or extra.
  case near(String)
  /// A match of the regular expression occurs within a part.
  case regex(RegularExpression)
  /// A field holds the text.
  case field(QueryField, String)
  /// The day of a field lies in the span.
  case days(QueryField, DateSpan)
  /// Words, or choices of words, of which each stands near the next in one part; one more than gaps.
  case neighbours([QueryNode], [TextGap])
  /// One and the same part fulfils a condition on its text.
  case paragraph(QueryNode)
  /// Every branch holds.
  case all([QueryNode])
  /// At least one branch holds.
  case any([QueryNode])
  /// The branch does not hold.
  case not(QueryNode)
}

extension QueryNode: CustomStringConvertible {
  /// The tree in one line: `("高唐" AND NOT title:"残疾")`.
  public var description: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .near(let text): "~\"\(text)\""
    case .regex(let expression): "/\(expression.pattern)/"
    case .field(let field, let text): "\(field.name):\"\(text)\""
    case .days(let field, let span): "\(field.name):\(span)"
    case .neighbours(let operands, let gaps):
      "("
        + zip(operands, gaps.map { " \($0) " } + [""]).map { $0.description + $1 }.joined() + ")"
    case .paragraph(let node): "PARA(\(node))"
    case .all(let nodes): "(" + nodes.map(\.description).joined(separator: " AND ") + ")"
    case .any(let nodes): "(" + nodes.map(\.description).joined(separator: " OR ") + ")"
    case .not(let node): "NOT \(node)"
    }
  }
}

extension QueryNode {
  /// Whether the node, or one in it, is as `isWanted` says.
  func contains(where isWanted: (QueryNode) -> Bool) -> Bool {
    if isWanted(self) { return true }
    switch self {
    case .all(let nodes), .any(let nodes), .neighbours(let nodes, _):
      return nodes.contains { $0.contains(where: isWanted) }
    case .not(let node), .paragraph(let node): return node.contains(where: isWanted)
    default: return false
    }
  }

  /// Whether the query asks where articles are filed or which places they name.
  public var asksForPlaces: Bool {
    contains { if case .field(let field, _) = $0 { field.asksForPlaces } else { false } }
  }

  /// Whether the query asks for the issues that articles came out in.
  public var asksForIssues: Bool {
    contains {
      switch $0 {
      case .field(let field, _), .days(let field, _): field.asksForIssues
      default: false
      }
    }
  }

  /// Whether the query asks when articles came or were read.
  public var asksForHistory: Bool {
    contains { if case .days(let field, _) = $0 { field.asksForHistory } else { false } }
  }

  /// Whether the query holds a regular expression: looking for one may take long in a single article.
  public var holdsRegex: Bool { contains { if case .regex = $0 { true } else { false } } }
}
