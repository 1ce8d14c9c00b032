/// The query language, text to tree.
///
/// ```
/// query  = all { "|" all }                        either
/// all    = term { term }                          white space between terms: all of them
/// term   = "-" term | "(" query ")" | atom
/// atom   = "…" | word | "~" word | "~" "…" | "/" regex "/" | field ":" ( "…" | word | "(" query ")" )
/// ```
/// Operators count only where a term begins (`|` everywhere, `)` where a group is open), so that `1+N+X`, `2021-08`
/// and `本报讯(记者` are words. A backslash makes the character after it plain. Full-width `：` ends a field's name,
/// `（`, `）`, `｜` and `　` stand for their ASCII forms: they are what a Chinese input method types.
public enum QueryParser {
  /// Parses a query.
  ///
  /// Never fails: a text that is no well-formed query is searched as it stands, and `problem` says why.
  /// - Complexity: O(length).
  public static func parse(_ text: String) -> ParsedQuery {
    var parser = Parser(scalars: Array(text.withUsualSigns.unicodeScalars))
    do {
      return ParsedQuery(text: text, root: try parser.parseAll(), problem: nil)
    } catch {
      return ParsedQuery(text: text, root: plainRoot(text), problem: error)
    }
  }

  /// The query that searches for `text` as it stands, operators included.
  public static func plain(_ text: String) -> ParsedQuery {
    ParsedQuery(text: text, root: plainRoot(text), problem: nil)
  }

  private static func plainRoot(_ text: String) -> QueryNode? {
    let text = text.withUsualSigns
    return Folding.units(text).isEmpty ? nil : .text(text)
  }
}

/// One pass over the scalars of a query, by recursive descent.
private struct Parser {
  let scalars: [Unicode.Scalar]
  var at = 0
  var depth = 0
  var openGroups = 0

  /// Groups and negations may nest this deep; the recursion over a tree stays far from the end of the stack.
  static let maximumDepth = 100

  init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  mutating func parseAll() throws(QueryProblem) -> QueryNode? {
    try parseAny(field: nil)
  }

  // MARK: Groups

  mutating func parseAny(field: QueryFieldName?) throws(QueryProblem) -> QueryNode? {
    var branches: [QueryNode] = []
    var bar: Int?
    while true {
      let terms = try parseTerms(field: field)
      if let terms {
        branches.append(terms)
      } else if let bar {
        throw problem("“|”后面没有字；给出另一个词，或给“|”加引号", "nothing stands after |: give a second choice or quote the |", bar)
      } else if peek.map(isBar) == true {
        throw problem("“|”前面没有字；给出一个词，或给“|”加引号", "nothing stands before |: give a first choice or quote the |", at)
      }
      guard peek.map(isBar) == true else { break }
      bar = at
      at += 1
    }
    return branches.count > 1 ? .any(branches) : branches.first
  }

  mutating func parseTerms(field: QueryFieldName?) throws(QueryProblem) -> QueryNode? {
    var terms: [QueryNode] = []
    while true {
      skipSpace()
      guard let next = peek, !isBar(next), !(isClosing(next) && openGroups > 0) else { break }
      if let term = try parseTerm(field: field) { terms.append(term) }
    }
    return terms.count > 1 ? .all(terms) : terms.first
  }

  mutating func parseTerm(field: QueryFieldName?) throws(QueryProblem) -> QueryNode? {
    guard let first = peek else { return nil }
    if first == "-", let next = peek(1), !isSpace(next) {
      let start = at
      at += 1
      return try nested(from: start) { parser throws(QueryProblem) in
        let term = try parser.parseTerm(field: field)
        return term.map { .not($0) }
      }
    }
    if isOpening(first) {
      let start = at
      at += 1
      openGroups += 1
      return try nested(from: start) { parser throws(QueryProblem) in
        let node = try parser.parseAny(field: field)
        guard let last = parser.peek, parser.isClosing(last) else {
          throw parser.problem("“(”没有配对的“)”；补上，或给“(”加引号", "( has no matching ): close the group or quote the (", start)
        }
        guard let node else {
          throw parser.problem("括号里没有字；在“(”和“)”之间写点什么", "the group is empty: put something between ( and )", start)
        }
        parser.at += 1
        parser.openGroups -= 1
        return node
      }
    }
    return try parseAtom(field: field)
  }

  mutating func nested(
    from start: Int, _ body: (inout Parser) throws(QueryProblem) -> QueryNode?
  ) throws(QueryProblem) -> QueryNode? {
    guard depth < Parser.maximumDepth else {
      throw problem("括号套得太深；请拆成几次查", "the query is nested too deeply: ask in several steps", start)
    }
    depth += 1
    let node = try body(&self)
    depth -= 1
    return node
  }

  // MARK: Atoms

  mutating func parseAtom(field: QueryFieldName?) throws(QueryProblem) -> QueryNode? {
    let start = at
    if let field {
      let (text, _) = try parseText()
      return try field.node(text, at: start)
    }
    if peek == "~", let next = peek(1), !isSpace(next) {
      at += 1
      let (text, _) = try parseText()
      return Folding.units(text).isEmpty ? nil : .near(text)
    }
    if peek == "/" { return try parseRegex() }
    if let name = takeFieldName() {
      guard let next = peek, !isSpace(next), !isBar(next), !(isClosing(next) && openGroups > 0) else {
        throw problem("字段名后面没有字；写成 名称:文字", "nothing stands after the field's name: write it as name:text", start)
      }
      return try parseTermOfField(name)
    }
    let (text, isQuoted) = try parseText()
    guard !Folding.units(text).isEmpty else {
      if isQuoted {
        throw problem("引号里没有字；在两个引号之间写点什么", "the phrase is empty: put something between the quotes", start)
      }
      return nil
    }
    return .text(text)
  }

  mutating func parseTermOfField(_ name: QueryFieldName) throws(QueryProblem) -> QueryNode? {
    if let next = peek, isOpening(next) { return try parseTerm(field: name) }
    return try parseAtom(field: name)
  }

  mutating func parseText() throws(QueryProblem) -> (String, isQuoted: Bool) {
    if peek == "\"" { return (try parsePhrase(), true) }
    var text = String.UnicodeScalarView()
    while let next = peek, !isSpace(next), !isBar(next), !(isClosing(next) && openGroups > 0), next != "\"" {
      at += 1
      if next == "\\", let escaped = peek {
        text.append(escaped)
        at += 1
      } else {
        text.append(next)
      }
    }
    return (String(text), false)
  }

  mutating func parsePhrase() throws(QueryProblem) -> String {
    let start = at
    at += 1
    var text = String.UnicodeScalarView()
    while let next = peek {
      at += 1
      if next == "\"" { return String(text) }
      if next == "\\", let escaped = peek {
        text.append(escaped)
        at += 1
      } else {
        text.append(next)
      }
    }
    throw problem("引号没有收尾；在词组后面加一个“\"”", "the quote is not closed: add a \" at the end of the phrase", start)
  }

  mutating func parseRegex() throws(QueryProblem) -> QueryNode? {
    let start = at
    at += 1
    var pattern = String.UnicodeScalarView()
    while let next = peek {
      at += 1
      if next == "/" {
        guard !pattern.isEmpty else {
          throw problem(
            "正则表达式是空的；在两个“/”之间写点什么", "the regular expression is empty: put something between the slashes", start)
        }
        do {
          _ = try RegexProgram(String(pattern))
        } catch {
          throw QueryProblem(message: error.message, offset: start + 1 + error.offset)
        }
        return .regex(String(pattern))
      }
      pattern.append(next)
      // A backslash belongs to the pattern, with what follows it.
      if next == "\\", let escaped = peek {
        pattern.append(escaped)
        at += 1
      }
    }
    throw problem(
      "正则表达式没有收尾；在后面加“/”，或给“/”加引号", "the regular expression is not closed: add a / at its end, or quote the /", start)
  }

  /// Steps over `name:` when a field of that name exists.
  mutating func takeFieldName() -> QueryFieldName? {
    var end = at
    while end < scalars.count, end - at <= QueryFieldName.longestName, scalars[end] != ":", scalars[end] != "：" {
      end += 1
    }
    guard end < scalars.count, scalars[end] == ":" || scalars[end] == "：" else { return nil }
    var name = String.UnicodeScalarView()
    name.append(contentsOf: scalars[at..<end])
    guard let field = QueryFieldName(String(name)) else { return nil }
    at = end + 1
    return field
  }

  // MARK: Scalars

  var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }
  func peek(_ ahead: Int) -> Unicode.Scalar? { at + ahead < scalars.count ? scalars[at + ahead] : nil }
  func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "｜" }
  func isOpening(_ scalar: Unicode.Scalar) -> Bool { scalar == "(" || scalar == "（" }
  func isClosing(_ scalar: Unicode.Scalar) -> Bool { scalar == ")" || scalar == "）" }

  mutating func skipSpace() {
    while let next = peek, isSpace(next) { at += 1 }
  }

  func problem(_ chinese: String, _ english: String, _ offset: Int) -> QueryProblem {
    QueryProblem(message: Phrase(chinese, english), offset: offset)
  }
}
