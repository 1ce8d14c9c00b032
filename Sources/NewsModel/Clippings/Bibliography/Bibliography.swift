/// Clippings for programs that manage references.
public struct Bibliography: Sendable {
  private let entries: [Entry]

  /// The references to `clippings`, in their order.
  public init(_ clippings: [Clipping]) { entries = clippings.map(Entry.init) }

  /// What a reference says of one clipping.
  struct Entry {
    let clipping: Clipping
    let authors: [String]
    /// The headline, with its deck.
    let title: String
    /// The user's note, and what was inferred rather than printed, a sentence each.
    let notes: [String]

    init(_ clipping: Clipping) {
      self.clipping = clipping
      let citation = Citation(clipping)
      authors = citation.authors
      title = citation.titleWithDeck
      var notes = clipping.note.split(whereSeparator: \.isNewline).map(String.init)
      let names = [("paper", "报名"), ("issued", "刊期"), ("page", "版次")].filter {
        clipping.inferred?.contains($0.0) == true
      }
      if !names.isEmpty { notes.append("版面未印而推定：" + names.map(\.1).joined(separator: "、")) }
      if clipping.issueDay == nil, let day = clipping.day { notes.append("出版日期不详，文内日期 " + day.description) }
      self.notes = notes
    }

    var day: NewsDate? { clipping.issueDay }
  }

  /// CSL JSON: an array of items of type `article-newspaper`, one a line.
  /// Source: https://github.com/citation-style-language/schema, `csl-data.json` 1.0.2.
  public var csl: String {
    guard !entries.isEmpty else { return "[]\n" }
    let lines = entries.map { entry in
      var json = JSONWriter()
      entry.writeCSL(to: &json)
      return String(decoding: json.bytes, as: UTF8.self)
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  /// RIS: a record of type `NEWS` each.
  /// Source: https://en.wikipedia.org/wiki/RIS_(file_format), as Zotero and EndNote write newspaper articles.
  public var ris: String { entries.map(\.ris).joined(separator: "\n") }

  /// BibTeX: an `@article` each, in UTF-8.
  public var bibtex: String { entries.map(\.bibtex).joined(separator: "\n") }
}

extension Bibliography.Entry {
  fileprivate func writeCSL(to json: inout JSONWriter) {
    json.object { json in
      json.key("id")
      json.value(clipping.id)
      json.key("type")
      json.value("article-newspaper")
      json.key("title")
      json.value(title)
      if !authors.isEmpty {
        json.key("author")
        json.array { json in
          for author in authors {
            json.object { json in
              json.key("literal")
              json.value(author)
            }
          }
        }
      }
      if let paper = clipping.paper {
        json.key("container-title")
        json.value(paper)
      }
      if let day {
        json.key("issued")
        json.object { json in writeDay(day, to: &json) }
      }
      if let page = clipping.page {
        json.key("page")
        json.value(page)
      }
      if let section = clipping.section {
        json.key("section")
        json.value(section)
      }
      if !clipping.tags.isEmpty {
        json.key("keyword")
        json.value(clipping.tags.joined(separator: ", "))
      }
      if !notes.isEmpty {
        json.key("note")
        json.value(notes.joined(separator: "\n"))
      }
      json.key("language")
      json.value("zh")
    }
  }

  /// A day without its year is no date to the format.
  private func writeDay(_ day: NewsDate, to json: inout JSONWriter) {
    guard let year = day.year else {
      json.key("literal")
      json.value(day.chinese)
      return
    }
    json.key("date-parts")
    json.array { json in
      json.array { json in for number in [year, day.month, day.day] { json.value(number) } }
    }
  }

  fileprivate var ris: String {
    var lines = [("TY", "NEWS"), ("ID", clipping.id), ("TI", title)] + authors.map { ("AU", $0) }
    if let paper = clipping.paper { lines.append(("T2", paper)) }
    if let day, let year = day.year {
      let parts = day.description.split(separator: "-").joined(separator: "/")
      lines += [("PY", String(year)), ("DA", parts + "/")]
    }
    if let page = clipping.page { lines.append(("SP", page)) }
    if let section = clipping.section { lines.append(("SE", section)) }
    lines += clipping.tags.map { ("KW", $0) } + notes.map { ("N1", $0) } + [("LA", "zh"), ("ER", "")]
    // A line break in a value would end it.
    return lines.map { "\($0)  - \($1.split(whereSeparator: \.isNewline).joined(separator: " "))\n" }.joined()
  }

  fileprivate var bibtex: String {
    var fields: [(String, String)] = [("title", "{" + Self.escaped(title) + "}")]
    // Names in braces are not taken apart.
    if !authors.isEmpty {
      fields.append(("author", authors.map { "{\(Self.escaped($0))}" }.joined(separator: " and ")))
    }
    if let paper = clipping.paper { fields.append(("journal", Self.escaped(paper))) }
    if let day, let year = day.year {
      fields += [("year", String(year)), ("month", String(day.month)), ("day", String(day.day))]
    }
    if let page = clipping.page { fields.append(("pages", Self.escaped(page))) }
    if !clipping.tags.isEmpty { fields.append(("keywords", Self.escaped(clipping.tags.joined(separator: ", ")))) }
    let notes = (clipping.section.map { ["栏目：" + $0] } ?? []) + notes
    if !notes.isEmpty { fields.append(("note", Self.escaped(notes.joined(separator: "; ")))) }
    fields.append(("langid", "chinese"))
    return "@article{xw\(clipping.id),\n" + fields.map { "  \($0) = {\($1)},\n" }.joined() + "}\n"
  }

  /// The text with TeX's own characters escaped.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\textbackslash{}"
      case "~": result += "\\textasciitilde{}"
      case "^": result += "\\textasciicircum{}"
      case "{", "}", "%", "&", "#", "_", "$": result += "\\" + String(character)
      case _ where character.isNewline: result += " "
      default: result.append(character)
      }
    }
    return result
  }
}
