/// The query language, text to tree.
///
/// ```
/// query  = all { either all }                     either = "|" | "OR"
/// all    = term { [ "AND" ] term }                white space between terms: all of them
/// term   = ( "-" | "NOT" ) term | near
/// near   = item { ( "<" number ">" | "<" number ) item }        of words, or groups of words with bars
/// item   = "(" query ")" | ( "para" | "段" ) "(" query ")" | atom
/// atom   = "…" | word | "~" word | "~" "…" | "/" regex "/" | field ":" ( "…" | word | "(" query ")" )
/// ```
/// Operators count only where a term begins (`|` everywhere, `)` where a group is open), so that `1+N+X`, `2021-08`
/// and `本报讯(记者` are words. A backslash makes the character after it plain.
///
/// What an input method types counts as well: full-width operators (`（` `：` `｜` `－`), and around a
/// whole term any quotation marks (“…” 「…」 ＂…＂) and `／…／`. Inside a longer text they are text: 千名“代办员”助残.
public enum QueryParser {
  /// What is asked: not every field is one of everything.
  public enum Subject: Sendable {
    /// Articles of pages.
    case articles
    /// Clippings, which have tags; `#tag` asks for one.
    case clippings
  }

  /// Parses a query.
  ///
  /// Never fails: a text that is no well-formed query is searched as it stands, and `problem` says why.
  /// - Parameter today: the day from which `7天` or `本月` count; without one, they are no dates.
  /// - Complexity: O(length).
  public static func parse(_ text: String, for subject: Subject = .articles, today: NewsDate? = nil) -> ParsedQuery {
    var parser = Parser(scalars: Array(text.withUsualSigns.unicodeScalars), subject: subject, today: today)
    do {
      let root = try parser.parseAll()
      return ParsedQuery(text: text, root: root, notice: parser.notice.map { $0.placed(in: text) })
    } catch {
      return ParsedQuery(text: text, root: plainRoot(text), problem: error.placed(in: text))
    }
  }

  /// The query that searches for `text` as it stands, operators included.
  public static func plain(_ text: String) -> ParsedQuery {
    ParsedQuery(text: text, root: plainRoot(text))
  }

  private static func plainRoot(_ text: String) -> QueryNode? {
    let text = text.withUsualSigns
    return Folding.units(text).isEmpty ? nil : .text(text)
  }
}

extension QueryProblem {
  /// The problem with its place among the scalars of `text` as it was typed, where one sign may stand for several letters.
  fileprivate func placed(in text: String) -> QueryProblem {
    var letters = 0
    let place = text.unicodeScalars.firstIndex { scalar in
      letters += String(scalar).withUsualSigns.unicodeScalars.count
      return letters > offset
    }
    let scalars = text.unicodeScalars
    return QueryProblem(
      message: message, offset: scalars.distance(from: scalars.startIndex, to: place ?? scalars.endIndex))
  }
}

/// One pass over the scalars of a query, by recursive descent.
private struct Parser {
  let scalars: [Unicode.Scalar]
  let subject: QueryParser.Subject
  let today: NewsDate?
  private let quotes: QuoteMarks
  private(set) var notice: QueryProblem?
  private var at = 0
  private var depth = 0
  private var openGroups = 0

  /// Groups and negations may nest this deep; the recursion over a tree stays far from the end of the stack.
  static let maximumDepth = 100

  init(scalars: [Unicode.Scalar], subject: QueryParser.Subject, today: NewsDate?) {
    self.scalars = scalars
    self.subject = subject
    self.today = today
    quotes = QuoteMarks(scalars)
  }

  mutating func parseAll() throws(QueryProblem) -> QueryNode? {
    skipSpace()
    if let (_, end) = operatorWord(), scalars[end...].allSatisfy(isSpace) {
      // With nothing to combine it is a word like others.
      return .text(text(at..<end))
    }
    return try parseAny(field: nil)
  }

  // MARK: Groups

  private mutating func parseAny(field: QueryField?) throws(QueryProblem) -> QueryNode? {
    var branches: [QueryNode] = []
    var bar: (place: Int, sign: String)?
    while true {
      let terms = try parseTerms(field: field)
      let next = either
      if let terms {
        branches.append(terms)
      } else if let bar {
        throw lacking("后面", "after", bar.sign, bar.place)
      } else if let next {
        throw lacking("前面", "before", next.sign, at)
      }
      guard let next else { break }
      bar = (at, next.sign)
      at = next.end
    }
    return branches.count > 1 ? .any(branches) : branches.first
  }

  private mutating func parseTerms(field: QueryField?) throws(QueryProblem) -> QueryNode? {
    var terms: [QueryNode] = []
    var and: Int?
    while true {
      skipSpace()
      guard let next = peek, either == nil, !isClosing(next) else { break }
      if let (word, end) = operatorWord(), word == .and {
        guard !terms.isEmpty, and == nil else { throw lacking("前面", "before", word.rawValue, at) }
        and = at
        at = end
      } else if let term = try parseTerm(field: field) {
        terms.append(term)
        and = nil
      }
    }
    if let and { throw lacking("后面", "after", OperatorWord.and.rawValue, and) }
    return terms.count > 1 ? .all(terms) : terms.first
  }

  private func lacking(_ chinese: String, _ english: String, _ sign: String, _ place: Int) -> QueryProblem {
    problem(
      "“\(sign)”\(chinese)没有字；给出一个词，或给“\(sign)”加引号",
      "nothing stands \(english) \(sign): give a word there or quote the \(sign)",
      place)
  }

  private mutating func parseTerm(field: QueryField?) throws(QueryProblem) -> QueryNode? {
    guard let first = peek else { return nil }
    let start = at
    if ascii(first) == "-", let next = peek(1), !isSpace(next) {
      at += 1
      return try nested(from: start) { parser throws(QueryProblem) in
        let term = try parser.parseTerm(field: field)
        return term.map { .not($0) }
      }
    }
    if let (word, end) = operatorWord(), word == .not {
      at = end
      skipSpace()
      guard let next = peek, either == nil, !isClosing(next) else { throw lacking("后面", "after", word.rawValue, start) }
      return try nested(from: start) { parser throws(QueryProblem) in
        let term = try parser.parseTerm(field: field)
        return term.map { .not($0) }
      }
    }
    return try parseNeighbours(field: field)
  }

  /// Reads items with distances between them.
  private mutating func parseNeighbours(field: QueryField?) throws(QueryProblem) -> QueryNode? {
    let start = at
    guard let first = try parseItem(field: field) else { return nil }
    var operands = [first]
    var gaps: [TextGap] = []
    while let (gap, place, end) = distance(behind: at) {
      at = end
      skipSpace()
      // Nothing can be near what does not stand there.
      let isNegated = peek.map(ascii) == "-" || operatorWord()?.0 == .not
      guard let next = peek, either == nil, !isClosing(next), !isNegated, let operand = try parseItem(field: field)
      else {
        throw lacking("后面", "after", gap.description, place)
      }
      operands.append(operand)
      gaps.append(gap)
    }
    if gaps.isEmpty { return first }
    guard operands.allSatisfy(\.isTextOrChoice) else {
      throw problem(
        "“\(gaps[0])”两边要是词，或括号里用“|”隔开的词", "a distance (\(gaps[0])) is one between words, or groups of words with bars",
        start)
    }
    return .neighbours(operands, gaps)
  }

  /// The distance that stands at `place` or behind white space there, where it begins, and where it ends: `<20>`, which may
  /// touch its neighbours, or set off by white space `<20`, `《20》` and `《20`, as input methods type them.
  private func distance(behind place: Int) -> (gap: TextGap, place: Int, end: Int)? {
    var start = place
    while start < scalars.count, isSpace(scalars[start]) { start += 1 }
    guard start < scalars.count, let closing = Parser.brackets[ascii(scalars[start])] else { return nil }
    var end = start + 1
    var limit = 0
    while end < scalars.count, end - start <= Parser.mostDigits, let digit = Int(String(ascii(scalars[end]))) {
      limit = limit * 10 + digit
      end += 1
    }
    guard end > start + 1 else { return nil }
    let isClosed = end < scalars.count && ascii(scalars[end]) == closing
    if isClosed { end += 1 }
    if !isClosed || closing != ">" {
      guard start > place, endsTerm(end) else { return nil }
    }
    return (TextGap(limit: limit, isOrdered: !isClosed), start, end)
  }

  private static let brackets: [Unicode.Scalar: Unicode.Scalar] = ["<": ">", "《": "》", "〈": "〉"]
  private static let mostDigits = 6

  /// Whether a distance stands at `place` that ends a word.
  private func isDistance(_ place: Int) -> Bool {
    place < scalars.count && ascii(scalars[place]) == "<" && distance(behind: place) != nil
  }

  private mutating func parseItem(field: QueryField?) throws(QueryProblem) -> QueryNode? {
    guard let first = peek else { return nil }
    let start = at
    if field == nil, let opening = paragraphOpening() {
      at = opening
      guard let node = try parseItem(field: nil) else { return nil }
      let asksForTexts = !node.contains {
        switch $0 {
        case .field(let field, _): !field.asksForText
        case .days: true
        default: false
        }
      }
      guard asksForTexts else {
        throw problem(
          "“段( )”里只能写词；字段写在括号外面", "para( ) asks for words only: write the field outside of it", start)
      }
      return .paragraph(node)
    }
    if isOpening(first) {
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

  private mutating func nested(
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

  /// The bracket behind `para` or `段`, with a colon between them or none.
  private func paragraphOpening() -> Int? {
    for name in ["para", "paragraph", "段", "同段"] {
      var end = at + name.unicodeScalars.count
      guard end < scalars.count, text(at..<end).lowercased() == name else { continue }
      if ascii(scalars[end]) == ":", end + 1 < scalars.count { end += 1 }
      if isOpening(scalars[end]) { return end }
    }
    return nil
  }

  // MARK: Operators

  private enum OperatorWord: String, CaseIterable {
    case and = "AND"
    case or = "OR"
    case not = "NOT"
  }

  /// The operator written as a word that begins here, and where it ends: in capitals, set off from what follows.
  private func operatorWord() -> (OperatorWord, end: Int)? {
    var letters = String.UnicodeScalarView()
    var end = at
    while end < scalars.count, letters.count <= 3, ("A"..."Z").contains(ascii(scalars[end])) {
      letters.append(ascii(scalars[end]))
      end += 1
    }
    guard let word = OperatorWord(rawValue: String(letters)),
      end == scalars.count || isSpace(scalars[end])
        || isOpening(scalars[end]) || isClosing(scalars[end])
    else { return nil }
    return (word, end)
  }

  /// The sign for a choice that stands here, and where it ends.
  private var either: (sign: String, end: Int)? {
    if let next = peek, isBar(next) { return ("|", at + 1) }
    if let (word, end) = operatorWord(), word == .or { return (word.rawValue, end) }
    return nil
  }

  // MARK: Atoms

  private mutating func parseAtom(field: QueryField?) throws(QueryProblem) -> QueryNode? {
    let start = at
    if let field {
      let (text, _) = try parseText()
      return try node(field, text, at: start)
    }
    if let first = peek, ascii(first) == "~", let next = peek(1), !isSpace(next) {
      at += 1
      let (text, _) = try parseText()
      return Folding.units(text).isEmpty ? nil : .near(text)
    }
    if let regex = try parseRegex() { return regex }
    if let field = takeField() {
      guard let next = peek, !endsTerm(at) else {
        throw problem("字段名后面没有字；写成 名称:文字", "nothing stands after the field's name: write it as name:text", start)
      }
      if isOpening(next) { return try parseItem(field: field) }
      return try parseAtom(field: field)
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

  /// The condition that `field` holds `text`, which stands at `start`.
  private func node(_ field: QueryField, _ text: String, at start: Int) throws(QueryProblem) -> QueryNode {
    if case .day = field.test {
      do {
        return .days(field, try DateSpan(parsing: text, today: today))
      } catch {
        throw QueryProblem(message: error.message, offset: start)
      }
    }
    guard !Folding.units(text).isEmpty else {
      throw problem(
        "\(field.name) 后面没有字；写成 名称:文字", "nothing stands after \(field.name): write it as name:text", start)
    }
    return .field(field, text)
  }

  private mutating func parseText() throws(QueryProblem) -> (String, isQuoted: Bool) {
    if peek == "\"" { return (try parsePhrase(), true) }
    if let end = quotes[at], endsTerm(end + 1) || isDistance(end + 1), !Folding.units(text(at + 1..<end)).isEmpty {
      defer { at = end + 1 }
      return (text(at + 1..<end), true)
    }
    var text = String.UnicodeScalarView()
    let start = at
    while let next = peek, !endsTerm(at), next != "\"", at == start || !isDistance(at) {
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

  private mutating func parsePhrase() throws(QueryProblem) -> String {
    let start = at
    at += 1
    var phrase = String.UnicodeScalarView()
    while let next = peek {
      at += 1
      if next == "\"" { return String(phrase) }
      if next == "\\", let escaped = peek {
        phrase.append(escaped)
        at += 1
      } else {
        phrase.append(next)
      }
    }
    if let end = quotes[start], endsTerm(end + 1) {
      at = end + 1
      return text(start + 1..<end)
    }
    throw problem("引号没有收尾；在词组后面加一个“\"”", "the quote is not closed: add a \" at the end of the phrase", start)
  }

  /// Reads a regular expression between slashes; full-width ones have to enclose a whole term, else they are text.
  private mutating func parseRegex() throws(QueryProblem) -> QueryNode? {
    guard let first = peek, ascii(first) == "/" else { return nil }
    let start = at
    if first != "/" {
      guard let end = scalars[(at + 1)...].firstIndex(of: first), end > at + 1, endsTerm(end + 1) else { return nil }
      // Typed in full width, its signs are too; a slash in it is a letter like others.
      var pattern = String.UnicodeScalarView()
      var isEscaped = false
      var added: [Int] = []
      for scalar in scalars[at + 1..<end].map(ascii) {
        if scalar == "/", !isEscaped {
          added.append(pattern.count)
          pattern.append("\\")
        }
        isEscaped = scalar == "\\" && !isEscaped
        pattern.append(scalar)
      }
      at = end + 1
      return try regex(String(pattern), at: start + 1, addedAt: added)
    }
    at += 1
    var pattern = String.UnicodeScalarView()
    while let next = peek {
      at += 1
      if next == "/" {
        guard !pattern.isEmpty else {
          throw problem(
            "正则表达式是空的；在两个“/”之间写点什么", "the regular expression is empty: put something between the slashes", start)
        }
        return try regex(String(pattern), at: start + 1)
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

  /// The regular expression that begins at `start`; the scalars of `pattern` at `added` do not stand in the query.
  private func regex(_ pattern: String, at start: Int, addedAt added: [Int] = []) throws(QueryProblem) -> QueryNode {
    do {
      return .regex(try RegularExpression(pattern))
    } catch {
      let more = added.count { $0 < error.offset }
      throw QueryProblem(message: error.message, offset: start + error.offset - more)
    }
  }

  // MARK: Fields

  /// Steps over `name:` when there is a field of that name, or over `#`; tells of a name that no field has.
  private mutating func takeField() -> QueryField? {
    if subject == .clippings, let first = peek, ascii(first) == "#", !endsTerm(at + 1) {
      at += 1
      return .tag
    }
    var end = at
    while end < scalars.count, end - at < Parser.longestName, scalars[end].properties.isAlphabetic { end += 1 }
    guard end > at, end < scalars.count, ascii(scalars[end]) == ":" else { return nil }
    let name = text(at..<end)
    if let field = QueryField.named(name), subject == .clippings || !field.isForClippings {
      at = end + 1
      return field
    }
    // http://… is no field, nor is a word with a colon behind it.
    if notice == nil, !endsTerm(end + 1), ascii(scalars[end + 1]) != "/" { notice = unknownField(name) }
    return nil
  }

  /// Longer words before a colon are no names of fields.
  private static let longestName = 12

  private func unknownField(_ name: String) -> QueryProblem {
    let fields = QueryField.all.filter { subject == .clippings || !$0.isForClippings }
    if QueryField.named(name) != nil {
      return problem(
        "“\(name):”只能用来找剪报；这里按普通文字搜", "\(name): asks for clippings only and is searched as plain text here", at)
    }
    if let near = QueryField.nearest(to: name), fields.contains(near) {
      return problem(
        "没有“\(name):”这个字段，按普通文字搜；是不是 \(near.chineseName):？",
        "\(name): is no field and is searched as plain text; did you mean \(near.name): (\(near.chineseName):)?", at)
    }
    let chinese = fields.map { $0.chineseName + ":" }.joined(separator: " ")
    let english = fields.map { $0.name + ":" }.joined(separator: " ")
    return problem(
      "没有“\(name):”这个字段，按普通文字搜；有 \(chinese)",
      "\(name): is no field and is searched as plain text; there are \(english)", at)
  }

  // MARK: Scalars

  private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }
  private func peek(_ ahead: Int) -> Unicode.Scalar? { at + ahead < scalars.count ? scalars[at + ahead] : nil }
  private func text(_ range: Range<Int>) -> String { String(String.UnicodeScalarView(scalars[range])) }
  private func isSpace(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isWhitespace }
  private func isBar(_ scalar: Unicode.Scalar) -> Bool { ascii(scalar) == "|" }
  private func isOpening(_ scalar: Unicode.Scalar) -> Bool { ascii(scalar) == "(" }
  private func isClosing(_ scalar: Unicode.Scalar) -> Bool { openGroups > 0 && ascii(scalar) == ")" }

  /// Whether no term goes on at `place`.
  private func endsTerm(_ place: Int) -> Bool {
    guard place < scalars.count else { return true }
    return isSpace(scalars[place]) || isBar(scalars[place]) || isClosing(scalars[place])
  }

  /// The ASCII sign that a full-width one stands for; any other scalar stays what it is.
  private func ascii(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    (0xFF01...0xFF5E).contains(scalar.value) ? Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar : scalar
  }

  private mutating func skipSpace() {
    while let next = peek, isSpace(next) { at += 1 }
  }

  private func problem(_ chinese: String, _ english: String, _ offset: Int) -> QueryProblem {
    QueryProblem(message: Phrase(chinese, english), offset: offset)
  }
}
