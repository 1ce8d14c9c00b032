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
    case .neighbours(let operands, let gaps):
      zip(operands, gaps.map { " \($0) " } + [""]).map { $0.query(isBranch: true) + $1 }.joined()
    case .paragraph(let node): "para(" + node.query(isBranch: false) + ")"
    case .all(let nodes):
      QueryNode.grouped(nodes.map { $0.query(isBranch: true) }.joined(separator: " "), isBranch && nodes.count != 1)
    case .any(let nodes):
      // Words side by side bind closer than a bar.
      QueryNode.grouped(
        nodes.map { $0.query(isBranch: $0.isChoice) }.joined(separator: " | "), isBranch && nodes.count != 1)
    case .not(let node): "-" + node.query(isBranch: true)
    }
  }

  private var isChoice: Bool { if case .any = self { true } else { false } }

  private static func grouped(_ text: String, _ isGroup: Bool) -> String { isGroup ? "(\(text))" : text }

  /// The text as it is if it parses as one word wherever it stands, else in quotes.
  private static func word(_ text: String) -> String {
    // A mark at the beginning may find its fellow in another word.
    let isPlain =
      !text.unicodeScalars.contains { "\\()（）".unicodeScalars.contains($0) }
      && text.unicodeScalars.first.map { QuoteMarks.isMark($0) || $0 == "／" } == false
    // Beside another word, for operators alone are words.
    let parsed = QueryParser.parse("甲 " + text, for: .clippings)
    if isPlain, parsed.problem == nil, parsed.notice == nil, parsed.root == .all([.text("甲"), .text(text)]) {
      return text
    }
    // Scalar by scalar: a mark that combines with a quote does not hide it from the parser.
    var phrase = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == "\\" || scalar == "\"" { phrase.append("\\") }
      phrase.append(scalar)
    }
    return "\"" + String(phrase) + "\""
  }
}
