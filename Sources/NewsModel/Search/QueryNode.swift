/// A query as a tree.
public indirect enum QueryNode: Hashable, Sendable {
  /// The text occurs, whatever its length: a word or a quoted phrase.
  case text(String)
  /// The text occurs with at most one character wrong, missing or extra.
  case near(String)
  /// A match of the regular expression occurs within a part.
  case regex(String)
  /// A property of the article holds the text.
  case field(QueryField, String)
  /// The article's date lies in the span.
  case date(DateSpan)
  /// Every branch holds.
  case all([QueryNode])
  /// At least one branch holds.
  case any([QueryNode])
  /// The branch does not hold.
  case not(QueryNode)
}

/// A property of an article that a query can ask for; the raw value is its name in a query.
public enum QueryField: String, Hashable, Sendable, CaseIterable {
  /// The place the article is filed under.
  case county
  /// A place that the article names or implies.
  case mentions
  /// A name of the byline.
  case by
  /// The headline.
  case title
  /// The path of the page's file.
  case file
}

extension QueryNode: CustomStringConvertible {
  /// The tree in one line: `("高唐" AND NOT title:"残疾")`.
  public var description: String {
    switch self {
    case .text(let text): "\"\(text)\""
    case .near(let text): "~\"\(text)\""
    case .regex(let pattern): "/\(pattern)/"
    case .field(let field, let text): "\(field.rawValue):\"\(text)\""
    case .date(let span): "date:\(span)"
    case .all(let nodes): "(" + nodes.map(\.description).joined(separator: " AND ") + ")"
    case .any(let nodes): "(" + nodes.map(\.description).joined(separator: " OR ") + ")"
    case .not(let node): "NOT \(node)"
    }
  }
}

/// A query's text and what it means.
public struct ParsedQuery: Hashable, Sendable {
  /// The query as it was typed.
  public let text: String
  /// What to search for; `nil` when the query holds nothing to search for.
  public let root: QueryNode?
  /// Why the query could not be parsed and is searched as plain text instead; `nil` when all is well.
  public let problem: QueryProblem?
}

/// Why a query could not be parsed.
public struct QueryProblem: Error, Hashable, Sendable {
  /// One sentence: what is wrong and what to do.
  public let message: Phrase
  /// Where, in Unicode scalars of the query's text.
  public let offset: Int
}
