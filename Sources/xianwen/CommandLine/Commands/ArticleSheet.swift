import NewsModel
import ReaderUI

/// An article set in a column of text.
struct ArticleSheet {
  private let article: Article
  private let width: Int
  private let language: Language

  /// - Parameters:
  ///   - width: cells per line.
  ///   - language: that of what the sheet itself says.
  init(_ article: Article, width: Int, language: Language) {
    self.article = article
    self.width = width
    self.language = language
  }

  /// Prints the parts in reading order, then where the article comes from.
  func print(to output: Output) throws {
    var previous: PartRole?
    var piece = 0
    for part in article.parts {
      if part.piece > piece {
        piece = Int(part.piece)
        try output.endLine()
        try output.line(article.jumps[piece - 1].told(language), .faint)
      }
      if let previous, needsSpace(between: previous, and: part.role) { try output.endLine() }
      let paragraph = typesetter(for: part.role).set(part.text)
      for line in paragraph.lines {
        try output.put(String(repeating: " ", count: line.indent))
        try output.line(paragraph.text(of: line), emphasis(of: part.role))
      }
      previous = part.role
    }
    try output.endLine()
    let lines = article.lines.map(\.first).min().map { ":\($0)" } ?? ""
    let paper = article.issue?.paper.map { "《\($0)》" }
    let page = article.issue?.printedPage.map { "第\($0)版" }
    let issue: [String] = [paper, article.issued?.description, page].compactMap(\.self)
    let origin: [String?] = [
      article.filing.place?.name, article.date?.description, issue.isEmpty ? nil : issue.joined(separator: " "),
      article.file.shown + lines, article.id,
      article.isRepaired ? Phrase("〔已校〕", "[mended]")[language] : nil,
    ]
    try output.line(origin.compactMap(\.self).joined(separator: " · "), .faint)
  }

  /// Running text stands close; everything else is set apart from it.
  private func needsSpace(between a: PartRole, and b: PartRole) -> Bool {
    let isTitle = { (role: PartRole) in [.section, .kicker, .headline, .deck].contains(role) }
    return a != b && !(isTitle(a) && isTitle(b))
  }

  private func typesetter(for role: PartRole) -> Typesetter {
    switch role {
    case .body: Typesetter(width: width, firstLineIndent: 4)
    case .caption, .credit, .pullquote: Typesetter(width: width, firstLineIndent: 4, indent: 4)
    default: Typesetter(width: width)
    }
  }

  private func emphasis(of role: PartRole) -> Output.Emphasis {
    switch role {
    case .headline, .subhead: .strong
    case .byline, .credit, .section: .faint
    default: .plain
    }
  }
}
