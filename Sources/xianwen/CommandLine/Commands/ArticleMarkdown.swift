import NewsModel

/// An article, or a clipping of one, as Markdown (CommonMark 0.31).
struct ArticleMarkdown {
  private let title: String
  private let origin: [String]
  private let note: String
  private let parts: [Part]

  init(_ article: Article) {
    title = article.title
    let lines = article.parts.flatMap(\.lines).map(\.first).min().map { ":\($0)" } ?? ""
    origin = [article.filing.place?.name, article.date?.description, article.file + lines].compactMap(\.self)
    note = ""
    parts = article.parts
  }

  init(_ clipping: Clipping) {
    title = clipping.title
    let lines = clipping.lines.map(\.first).min().map { ":\($0)" } ?? ""
    let paper = [clipping.paper, clipping.issued, clipping.page].compactMap(\.self).joined(separator: " ")
    origin = [clipping.county, clipping.date, paper.isEmpty ? nil : paper, clipping.file + lines].compactMap(\.self)
    note = ([clipping.note] + clipping.tags.map { "#" + $0 }).filter { !$0.isEmpty }.joined(separator: " ")
    parts = clipping.parts
  }

  /// Prints the title as a heading, the origin, the user's note as a quotation, then the paragraphs.
  func print(to output: Output) throws {
    try output.line("## " + escaped(title))
    try output.endLine()
    try output.line(escaped(origin.joined(separator: " · ")))
    if !note.isEmpty {
      try output.endLine()
      for line in note.split(separator: "\n", omittingEmptySubsequences: false) {
        try output.line("> " + escaped(line))
      }
    }
    for part in parts where part.role != .headline || part.text != title {
      try output.endLine()
      switch part.role {
      case .subhead: try output.line("### " + escaped(part.text))
      case .kicker, .deck, .pullquote: try output.line("**" + escaped(part.text) + "**")
      case .caption, .credit: try output.line("> " + escaped(part.text))
      case .section, .headline, .byline, .body: try output.line(escaped(part.text))
      }
    }
    try output.endLine()
  }

  /// The text with a backslash before what Markdown would take for its own.
  private func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      if "\\`*_[]<>#|~".contains(character) { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
