extension QueryNode {
  /// A query that means this tree.
  public var query: String { query(isBranch: false) }

  private func query(isBranch: Bool) -> String {
    switch self {
    case .text(let text): QueryNode.word(text)
    case .near(let text): "~" + QueryNode.word(text)
    case .regex(let expression): "/\(expression.pattern)/"
    case .field(let field, let text): "\(field.name):" + QueryNode.word(text)
    case .days(let field, let span): "\(field.name):\(span)"
    case .all(let nodes):
      QueryNode.grouped(nodes.map { $0.query(isBranch: true) }.joined(separator: " "), isBranch && nodes.count != 1)
    case .any(let nodes):
      QueryNode.grouped(nodes.map { $0.query(isBranch: true) }.joined(separator: " | "), isBranch && nodes.count != 1)
    case .not(let node): "-" + node.query(isBranch: true)
    }
  }

  private static func grouped(_ text: String, _ isGroup: Bool) -> String { isGroup ? "(\(text))" : text }

  /// The text as it is if it parses as one word wherever it stands, else in quotes.
  private static func word(_ text: String) -> String {
    let isPlain = !text.unicodeScalars.contains { "\\()（）".unicodeScalars.contains($0) }
    // Beside another word, for operators alone are words.
    let parsed = QueryParser.parse("甲 " + text, for: .clippings)
    if isPlain, parsed.problem == nil, parsed.notice == nil, parsed.root == .all([.text("甲"), .text(text)]) {
      return text
    }
    return "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
