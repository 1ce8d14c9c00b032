/// A condition on the text that one and the same part fulfils.
struct ParagraphPattern: Sendable {
  /// The query's node, by which patterns are told apart.
  let node: QueryNode
  /// What a part has to hold: patterns, combined.
  let plan: QueryPlan
  /// What is to be marked in such a part.
  let marked: [TextPattern]

  /// Looks for a part in which `node`, which asks for texts only, holds.
  init(_ node: QueryNode) {
    self.node = node
    plan = QueryPlan(node)
    marked = plan.marked
  }
}
