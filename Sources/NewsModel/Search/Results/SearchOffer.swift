/// A query to try instead of one that found nothing: offered to the user, never put in its place unasked.
public struct SearchOffer: Hashable, Sendable {
  /// Why it is offered; the raw values are those of `xianwen search --json`.
  public enum Reason: String, Sendable {
    /// A text as OCR may have misread it: with a character of the same shape.
    case lookalike
    /// The texts with one character wrong, missing or extra.
    case near
    /// The words between the marks of a text, apart: all of them, or else any.
    case apart
    /// A place of the archive that is read as what was typed.
    case place
    /// A name of the bylines that is read so.
    case name
    /// A word of the archive that is read so.
    case word
    /// All that was asked for but one thing.
    case fewer
  }

  /// What to ask instead.
  public let query: String
  /// How many articles it finds.
  public let articles: Int
  /// Why it is offered.
  public let reason: Reason

  /// Creates an offer.
  public init(query: String, articles: Int, reason: Reason) {
    self.query = query
    self.articles = articles
    self.reason = reason
  }
}

extension Searcher {
  /// The greatest number of offers.
  private static let offerLimit = 6
  /// The longest text, in folded units, whose misreadings are looked for one by one.
  private static let longestMisread = 12

  /// What to ask instead of `query`, which found nothing in `scope`: its texts as OCR misreads them, its texts with a mistake, the words of a text
  /// apart, the places that a mistaken `county:` may mean, what its Latin words spell in pinyin among the archive's
  /// places, bylines and frequent words; failing all that, the query without one of its conditions. Each offer finds
  /// something.
  ///
  /// - Returns: misread texts first, near ones, then words apart, places, names, words, commoner ones first, and fewer conditions;
  ///   `nil` when cancelled.
  /// - Complexity: that of a `find` for each offer; with a Latin word one pass over the text of the archive.
  public func offers(
    insteadOf query: ParsedQuery, in scope: SearchScope = .all,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> [SearchOffer]? {
    guard let root = query.root else { return [] }
    var offers: [SearchOffer] = []
    var seen: Set<QueryNode> = [root]
    func offer(_ node: QueryNode, _ reason: SearchOffer.Reason) -> Bool {
      guard offers.count < Searcher.offerLimit, seen.insert(node).inserted else { return true }
      let asked = ParsedQuery(node)
      guard let found = find(asked, in: scope, isCancelled: isCancelled) else { return false }
      // How many there are is not known of a search that was stopped.
      if found.problem == nil, !found.articles.isEmpty {
        offers.append(SearchOffer(query: asked.text, articles: found.articles.count, reason: reason))
      }
      return true
    }
    for text in root.texts where Folding.units(text).count <= Searcher.longestMisread {
      var found: [QueryNode] = []
      for other in Lookalikes.misreadings(of: text) {
        let node = root.replacingTexts { $0 == text ? .text(other) : nil }
        guard let articles = find(ParsedQuery(node), in: scope, isCancelled: isCancelled) else { return nil }
        if !articles.articles.isEmpty { found.append(.text(other)) }
      }
      guard let first = found.first else { continue }
      let misread = found.count == 1 ? first : .any(found)
      guard offer(root.replacingTexts { $0 == text ? misread : nil }, .lookalike) else { return nil }
    }
    guard offer(root.replacingTexts { Folding.units($0).count > 1 ? .near($0) : nil }, .near) else { return nil }
    if let apart = root.apart {
      guard offer(apart.all, .apart) else { return nil }
      if !offers.contains(where: { $0.reason == .apart }), !offer(apart.any, .apart) { return nil }
    }
    for field in root.placeFields {
      for name in places(like: field.name, for: field.field) where !offer(field.replaced(name), .place) { return nil }
    }
    for spelling in root.spellings {
      guard let words = words(spelled: spelling.letters, isCancelled: isCancelled) else { return nil }
      for (word, reason) in words where !offer(spelling.replaced(word), reason) { return nil }
    }
    if offers.isEmpty { for node in root.withoutOneCondition where !offer(node, .fewer) { return nil } }
    return offers
  }

  /// The names that `field` may be asked for instead of `name`; none if that is right as it is.
  private func places(like name: String, for field: QueryField) -> [String] {
    guard case .place(let level, let values) = field.test else { return [] }
    let places = library.places(values)
    guard PlaceName(name).meant(among: places, level).isEmpty else { return [] }
    return library.names(like: name, level)
  }

  /// What in the archive is read as `letters`: places, names, then words, commoner ones first; `nil` when cancelled.
  private func words(
    spelled letters: String, isCancelled: () -> Bool
  ) -> [(word: String, reason: SearchOffer.Reason)]? {
    let typed = PinyinSpelling(letters)
    var names: [String: Int] = [:]
    for article in library.articles {
      for name in article.byline.lazy.flatMap(\.names) { names[name, default: 0] += 1 }
    }
    func best(_ counts: [String: Int], _ fit: (String) -> PinyinSpelling.Fit?) -> [String] {
      counts.compactMap { text, count in fit(text).map { (text, $0, count) } }
        .sorted { ($0.1.rawValue, $1.2, $0.0) < ($1.1.rawValue, $0.2, $1.0) }.map(\.0)
    }
    var words = best(library.placeNames, typed.fit(place:)).map { ($0, SearchOffer.Reason.place) }
    words += best(names, typed.fit(name:)).map { ($0, .name) }
    guard var scan = PinyinScan(typed) else { return words }
    for segment in index.segments {
      if isCancelled() { return nil }
      segment.texts.units.withUnsafeBufferPointer { scan.count(in: $0) }
    }
    for start in stride(from: index.indexedCount, to: library.articles.count, by: Searcher.batch) {
      if isCancelled() { return nil }
      let texts = FoldedArticles(library.articles[start..<min(start + Searcher.batch, library.articles.count)])
      texts.units.withUnsafeBufferPointer { scan.count(in: $0) }
    }
    return words + scan.words.prefix(Searcher.offerLimit * 2).map { ($0, .word) }
  }
}

extension QueryNode {
  /// Latin letters of a query that may be pinyin, and the query with something else in their place.
  struct Spelling {
    let letters: String
    let replaced: (_ word: String) -> QueryNode
  }

  /// The words of the query that may be pinyin; words side by side may be one spelling in syllables.
  var spellings: [Spelling] {
    guard case .all(let nodes) = self else { return spellingsOfTexts }
    var letters: [String] = []
    let others = nodes.filter { node in
      guard case .text(let text) = node, let found = PinyinSpelling.letters(of: text) else { return true }
      letters.append(found)
      return false
    }
    guard letters.count > 1 else { return spellingsOfTexts }
    let joined = Spelling(letters: letters.joined()) { word in
      others.isEmpty ? .text(word) : .all([.text(word)] + others)
    }
    return [joined] + spellingsOfTexts
  }

  /// The names of places that the query asks for, none that it rules out, and the query with another in their place.
  var placeFields: [(field: QueryField, name: String, replaced: (String) -> QueryNode)] {
    switch self {
    case .field(let field, let name) where field.asksForPlaces: return [(field, name, { .field(field, $0) })]
    case .all(let nodes), .any(let nodes):
      var found: [(field: QueryField, name: String, replaced: (String) -> QueryNode)] = []
      for (index, node) in nodes.enumerated() {
        for inner in node.placeFields {
          let replaced = { (name: String) -> QueryNode in
            var changed = nodes
            changed[index] = inner.replaced(name)
            if case .all = self { return .all(changed) }
            return .any(changed)
          }
          found.append((inner.field, inner.name, replaced))
        }
      }
      return found
    default: return []
    }
  }

  /// The query with each text that marks part (残疾、就业) as the words between them: all of them, or any; `nil` without
  /// such a text.
  var apart: (all: QueryNode, any: QueryNode)? {
    func replaced(_ join: ([QueryNode]) -> QueryNode) -> QueryNode {
      replacingTexts { text in
        let words = text.unicodeScalars.split { !$0.properties.isAlphabetic && $0.properties.numericType == nil }
        return words.count > 1 ? join(words.map { .text(String(String.UnicodeScalarView($0))) }) : nil
      }
    }
    let all = replaced { .all($0) }
    guard all != self else { return nil }
    guard case .all(let nodes) = all else { return (all, replaced { .any($0) }) }
    let flat = nodes.flatMap { if case .all(let inner) = $0 { inner } else { [$0] } }
    return (.all(flat), replaced { .any($0) })
  }

  /// The queries without one of the conditions that have to hold together, for few of them; what rules something out
  /// stays.
  var withoutOneCondition: [QueryNode] {
    switch self {
    case .neighbours(let operands, _): return [.all(operands)]
    case .paragraph(let node): return [node]
    default: break
    }
    guard case .all(let nodes) = self, (2...5).contains(nodes.count) else { return [] }
    func rulesOut(_ node: QueryNode) -> Bool { if case .not = node { true } else { false } }
    return nodes.indices.filter { !rulesOut(nodes[$0]) }.compactMap { index in
      var left = nodes
      left.remove(at: index)
      guard !left.allSatisfy(rulesOut) else { return nil }
      return left.count == 1 ? left[0] : .all(left)
    }
  }

  private var spellingsOfTexts: [Spelling] {
    texts.compactMap { text in
      PinyinSpelling.letters(of: text).map { letters in
        Spelling(letters: letters) { word in replacingTexts { $0 == text ? .text(word) : nil } }
      }
    }
  }

  /// The texts that are asked for, none that is ruled out.
  fileprivate var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.texts)
    case .paragraph(let node): node.texts
    default: []
    }
  }

  /// The tree with texts that are asked for replaced where `replacement` says so.
  func replacingTexts(_ replacement: (String) -> QueryNode?) -> QueryNode {
    switch self {
    case .text(let text): replacement(text) ?? self
    case .all(let nodes): .all(nodes.map { $0.replacingTexts(replacement) })
    case .any(let nodes): .any(nodes.map { $0.replacingTexts(replacement) })
    case .paragraph(let node): .paragraph(node.replacingTexts(replacement))
    default: self
    }
  }
}
