/// A query made ready once from its text, to be handed to everything that asks it.
public struct ParsedQuery: Hashable, Sendable {
  /// The query as it was typed.
  public let text: String
  /// What to search for; `nil` when the query holds nothing to search for.
  public let root: QueryNode?
  /// Why the query could not be parsed and is searched as plain text instead; `nil` when all is well.
  public let problem: QueryProblem?
  /// The first thing in the query that the user may have meant otherwise; `nil` when there is none.
  public let notice: QueryProblem?
  /// `root` with its texts folded; everything, for an empty query.
  let plan: QueryPlan
  /// What is to be marked in the text: every text that is asked for, none that is ruled out, each only once.
  let marked: [TextPattern]

  /// Prepares the query that `text` stands for.
  init(text: String, root: QueryNode?, problem: QueryProblem? = nil, notice: QueryProblem? = nil) {
    self.text = text
    self.root = root
    self.problem = problem
    self.notice = notice
    plan = root.map { QueryPlan($0) } ?? .all([])
    marked = plan.marked
  }

  /// Prepares the query that a tree stands for.
  public init(_ root: QueryNode) { self.init(text: root.query, root: root) }

  /// Two queries are equal when their texts and trees are.
  public static func == (a: ParsedQuery, b: ParsedQuery) -> Bool { a.text == b.text && a.root == b.root }

  /// Hashes the text.
  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}

/// Why a query could not be parsed, or may not mean what the user meant.
public struct QueryProblem: Error, Hashable, Sendable {
  /// One sentence: what is wrong and what to do.
  public let message: Phrase
  /// Where, in Unicode scalars of the query's text.
  public let offset: Int
}
