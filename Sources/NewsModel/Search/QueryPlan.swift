/// A query ready to be checked: texts folded, conditions resolved.
indirect enum QueryPlan: Sendable {
  /// The text holds a match.
  case pattern(TextPattern)
  /// The article, text aside, has a property.
  case article(ArticleCondition)
  case all([QueryPlan])
  case any([QueryPlan])
  case not(QueryPlan)

  /// Compiles a query's tree.
  init(_ node: QueryNode) {
    switch node {
    case .text(let text): self = QueryPlan.text(text, inHeadlines: false)
    case .near(let text):
      let units = Folding.units(text)
      self = units.isEmpty ? .all([]) : .pattern(.near(NearText(units)))
    case .regex(let pattern):
      // The parser has compiled the pattern before; a tree that it did not make may hold any.
      self = (try? RegexProgram(pattern)).map { .pattern(.regex($0)) } ?? .any([])
    case .field(.title, let text): self = QueryPlan.text(text, inHeadlines: true)
    case .field(let field, let text): self = .article(.field(field, Folding.units(text)))
    case .date(let span): self = .article(.date(span))
    case .all(let nodes): self = .all(nodes.map { QueryPlan($0) })
    case .any(let nodes): self = .any(nodes.map { QueryPlan($0) })
    case .not(let node): self = .not(QueryPlan(node))
    }
  }

  private static func text(_ text: String, inHeadlines: Bool) -> QueryPlan {
    let units = Folding.units(text)
    return units.isEmpty ? .all([]) : .pattern(.exact(TextCondition(units, inHeadlines: inHeadlines)))
  }

  /// What is to be marked in the text: every text that is asked for, none that is ruled out, each only once.
  var marked: [TextPattern] {
    var marked: [TextPattern] = []
    collect(into: &marked)
    return marked
  }

  private func collect(into marked: inout [TextPattern]) {
    switch self {
    case .pattern(let pattern):
      // The same text in headlines only adds nothing to the text anywhere.
      if marked.contains(where: { $0.covers(pattern) }) { return }
      marked.removeAll { pattern.covers($0) }
      marked.append(pattern)
    case .article, .not: return
    case .all(let plans), .any(let plans):
      for plan in plans { plan.collect(into: &marked) }
    }
  }
}

/// A property of an article other than its text.
enum ArticleCondition: Sendable {
  case field(QueryField, [UInt16])
  case date(DateSpan)

  /// Whether `article` has the property: a field holds the text anywhere in it, folded like any text.
  func holds(for article: Article) -> Bool {
    switch self {
    case .date(let span): return span.contains(article.date)
    case .field(let field, let units):
      let scanner = UnitScanner(units)
      return ArticleCondition.values(of: field, in: article).contains { value in
        Folding.units(value).withUnsafeBufferPointer { units in
          guard let base = units.baseAddress else { return false }
          return scanner.first(in: base, from: 0, to: units.count) != nil
        }
      }
    }
  }

  private static func values(of field: QueryField, in article: Article) -> [String] {
    switch field {
    case .county: article.filing.place.map { [$0.name] } ?? []
    case .mentions: article.filing.mentioned.map(\.name)
    case .by: article.byline.flatMap(\.names)
    case .title: article.headline.map { [$0] } ?? []
    case .file: [article.file.shown]
    }
  }
}
