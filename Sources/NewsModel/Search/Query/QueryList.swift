/// Queries in a file, one a line, each with a name or its own text for one.
///
/// A line is `query` or `name = query`. The name is what stands before the first `=`, unless a quotation mark, a slash or a
/// bracket stands before that: then the sign is part of the query. Empty lines and lines that begin with `#` say nothing.
public struct QueryList: Sendable {
  /// A query with its name.
  public struct Entry: Sendable, Hashable {
    /// What stands before the `=`, else the query's text.
    public let name: String
    /// The query.
    public let query: ParsedQuery
    /// Its line, from 1.
    public let line: Int

    /// The same query, with relative days counted from another day.
    public func counted(from today: NewsDate) -> Entry {
      Entry(name: name, query: QueryParser.parse(query.text, today: today), line: line)
    }
  }

  /// The queries in the order of the file.
  public private(set) var entries: [Entry] = []
  /// What is wrong with lines: those without a query, which are passed over, and what is searched otherwise than it was
  /// meant.
  public private(set) var diagnostics: [Diagnostic] = []
  /// Whether a line was passed over because it has no query or no name.
  public private(set) var lacksQueries = false

  /// Reads the text of a file.
  ///
  /// - Parameters:
  ///   - file: the file's path, for diagnostics.
  ///   - today: the day from which relative days in queries count.
  ///   - areNamesUnique: whether a second query of a name is passed over.
  /// - Complexity: O(length).
  public init(_ text: String, file: String, today: NewsDate?, areNamesUnique: Bool = false) {
    var lines: [String: Int] = [:]
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      guard let (name, text) = Self.parts(of: line) else { continue }
      func note(_ message: Phrase) { diagnostics.append(Diagnostic(file: file, line: index + 1, message: message)) }
      let query = QueryParser.parse(text, today: today)
      if name?.isEmpty == true || query.root == nil { lacksQueries = true }
      if name?.isEmpty == true {
        note(Phrase("“=”前面没有名称；写成 名称 = 查询", "no name stands before the =; write name = query"))
      } else if query.root == nil {
        note(Phrase("没有查询；写成 查询，或 名称 = 查询", "there is no query; write a query, or name = query"))
      } else if areNamesUnique, let first = lines[name ?? text] {
        lacksQueries = true
        note(
          Phrase(
            "“\(name ?? text)”在第 \(first) 行已经有了，这一行不算；换个名称",
            "“\(name ?? text)” stands in line \(first) already, and this line is passed over: give another name"))
      } else {
        lines[name ?? text] = index + 1
        entries.append(Entry(name: name ?? text, query: query, line: index + 1))
        if let problem = query.problem {
          note(
            Phrase(
              "查询第 \(problem.offset + 1) 个字：\(problem.message.chinese)；按普通文字搜",
              "query, character \(problem.offset + 1): \(problem.message.english); searched as plain text"))
        } else if let notice = query.notice {
          note(notice.message)
        }
      }
    }
  }

  /// The name of a line, if it has one, and its query; `nil` for a line that says nothing.
  static func parts(of line: some StringProtocol) -> (name: String?, query: String)? {
    let line = line.trimmingPrefix("\u{FEFF}").trimmed
    guard let first = line.unicodeScalars.first, first != "#" else { return nil }
    let scalars = line.unicodeScalars
    guard let sign = scalars.firstIndex(where: { "=＝\"/(（".unicodeScalars.contains($0) || QuoteMarks.isMark($0) }),
      "=＝".unicodeScalars.contains(scalars[sign])
    else { return (nil, String(line)) }
    return (String(line[..<sign].trimmed), String(line[line.index(after: sign)...].trimmed))
  }
}
