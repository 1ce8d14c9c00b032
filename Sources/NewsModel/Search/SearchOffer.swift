/// A query to try instead of one that found nothing: offered to the user, never put in its place unasked.
public struct SearchOffer: Hashable, Sendable {
  /// Why it is offered; the raw values are those of `xianwen search --json`.
  public enum Reason: String, Sendable {
    /// The texts with one character wrong, missing or extra.
    case near
    /// A place of the archive that is read as what was typed.
    case place
    /// A name of the bylines that is read so.
    case name
    /// A word of the archive that is read so.
    case word
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

  /// What to ask instead of `query`, which found nothing in `scope`: its texts with a mistake, the places that a mistaken
  /// `county:` may mean, and what its Latin words spell in pinyin among the archive's places, bylines and frequent words.
  /// Each offer finds something.
  ///
  /// - Returns: near texts first, then places, names, words, commoner ones first; `nil` when cancelled.
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
      let asked = QueryParser.parse(node.query)
      guard let found = find(asked, in: scope, isCancelled: isCancelled) else { return false }
      // How many there are is not known of a search that was stopped.
      if found.problem == nil, !found.articles.isEmpty {
        offers.append(SearchOffer(query: asked.text, articles: found.articles.count, reason: reason))
      }
      return true
    }
    guard offer(root.replacingTexts { Folding.units($0).count > 1 ? .near($0) : nil }, .near) else { return nil }
    for field in root.placeFields {
      for name in places(like: field.name) where !offer(field.replaced(name), .place) { return nil }
    }
    for spelling in root.spellings {
      guard let words = words(spelled: spelling.letters, isCancelled: isCancelled) else { return nil }
      for (word, reason) in words where !offer(spelling.replaced(word), reason) { return nil }
    }
    return offers
  }

  /// The names of places that articles are filed under or mention, with the number of times they do.
  private var placeNames: [String: Int] {
    var counts: [String: Int] = [:]
    for article in library.articles {
      if let place = article.filing.place { counts[place.name, default: 0] += 1 }
      for place in article.filing.mentioned { counts[place.name, default: 0] += 1 }
    }
    return counts
  }

  /// The archive's places whose name begins like `name`, read the same (高堂 for 高唐县, gaotang, gt) or with one character
  /// wrong; commoner ones first, none if `name` is right as it is.
  private func places(like name: String) -> [String] {
    let counts = placeNames
    guard !name.isEmpty, !counts.keys.contains(where: { $0.contains(name) }) else { return [] }
    let scalars = Array(name.unicodeScalars)
    let spelling = PinyinSpelling(PinyinSpelling.letters(of: name) ?? PlacePinyin.syllables(of: name).joined())
    func isLike(_ place: String) -> Bool {
      if spelling.fit(place: place) != nil { return true }
      let start = place.unicodeScalars.prefix(scalars.count)
      return scalars.count > 1 && start.count == scalars.count && zip(start, scalars).filter(!=).count == 1
    }
    return counts.filter { isLike($0.key) }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
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
    var words = best(placeNames, typed.fit(place:)).map { ($0, SearchOffer.Reason.place) }
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
  var placeFields: [(name: String, replaced: (String) -> QueryNode)] {
    switch self {
    case .field(let field, let name) where field == .county || field == .mentions:
      return [(name, { .field(field, $0) })]
    case .all(let nodes), .any(let nodes):
      var found: [(name: String, replaced: (String) -> QueryNode)] = []
      for (index, node) in nodes.enumerated() {
        for inner in node.placeFields {
          let replaced = { (name: String) -> QueryNode in
            var changed = nodes
            changed[index] = inner.replaced(name)
            if case .all = self { return .all(changed) }
            return .any(changed)
          }
          found.append((inner.name, replaced))
        }
      }
      return found
    default: return []
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
  private var texts: [String] {
    switch self {
    case .text(let text): [text]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.texts)
    default: []
    }
  }

  /// The tree with texts that are asked for replaced where `replacement` says so.
  func replacingTexts(_ replacement: (String) -> QueryNode?) -> QueryNode {
    switch self {
    case .text(let text): replacement(text) ?? self
    case .all(let nodes): .all(nodes.map { $0.replacingTexts(replacement) })
    case .any(let nodes): .any(nodes.map { $0.replacingTexts(replacement) })
    default: self
    }
  }
}
