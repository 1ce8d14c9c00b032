/// A query ready to be checked: texts folded, conditions resolved.
indirect enum QueryPlan: Sendable {
  /// The text holds a match.
  case pattern(TextPattern)
  /// The article, text aside, has a property.
  case article(ArticleCondition)
  case all([QueryPlan])
  case any([QueryPlan])
  case not(QueryPlan)

  /// Folds the texts of a query's tree.
  init(_ node: QueryNode) {
    switch node {
    case .text(let text): self = QueryPlan.text(text, in: .anywhere)
    case .near(let text):
      let units = Folding.units(text)
      self = units.isEmpty ? .all([]) : .pattern(.near(NearText(units)))
    case .regex(let expression): self = .pattern(.regex(expression.program))
    case .field(let field, let text):
      let units = Folding.units(text)
      switch field.test {
      case .part(let place): self = QueryPlan.text(text, in: place)
      case .text(let trace, let values): self = .article(.text(UnitScanner(units), trace, values))
      case .beginning(let values): self = .article(.beginning(units, values))
      case .place(let level, let values): self = .article(.named(PlaceName(text), level, values))
      case .page(let page): self = .article(.page(PagePattern(text), page))
      // A text is no day.
      case .day: self = .any([])
      }
    case .days(let field, let span):
      if case .day(let day) = field.test { self = .article(.days(span, day)) } else { self = .any([]) }
    case .neighbours(let operands, let gaps): self = .pattern(.neighbours(NeighbourPattern(operands, gaps)))
    case .paragraph(let node): self = .pattern(.paragraph(ParagraphPattern(node)))
    case .all(let nodes): self = .all(nodes.map { QueryPlan($0) })
    case .any(let nodes): self = .any(nodes.map { QueryPlan($0) })
    case .not(let node): self = .not(QueryPlan(node))
    }
  }

  private static func text(_ text: String, in place: TextPlace) -> QueryPlan {
    let units = Folding.units(text)
    return units.isEmpty ? .all([]) : .pattern(.exact(TextCondition(units, in: place)))
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

  /// The plan with the places that names mean in `library`; the rest stays as it is.
  ///
  /// - Complexity: O(articles) for each name of a place.
  func resolvingPlaces(in library: Library) -> QueryPlan {
    switch self {
    case .article(.named(let name, let level, let values)):
      .article(.filed(name.meant(among: library.places(values), level), values))
    case .pattern, .article: self
    case .all(let plans): .all(plans.map { $0.resolvingPlaces(in: library) })
    case .any(let plans): .any(plans.map { $0.resolvingPlaces(in: library) })
    case .not(let plan): .not(plan.resolvingPlaces(in: library))
    }
  }
}
