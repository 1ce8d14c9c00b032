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

  /// What to ask instead of `query`, which found nothing in `scope`: its texts with a mistake, and what its Latin words
  /// spell in pinyin among the archive's places, bylines and frequent words. Each offer finds something.
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
      if !found.articles.isEmpty {
        offers.append(SearchOffer(query: asked.text, articles: found.articles.count, reason: reason))
      }
      return true
    }
    guard offer(root.replacingTexts { Folding.units($0).count > 1 ? .near($0) : nil }, .near) else { return nil }
    for spelling in root.spellings {
      guard let words = words(spelled: spelling.letters, isCancelled: isCancelled) else { return nil }
      for (word, reason) in words where !offer(spelling.replaced(word), reason) { return nil }
    }
    return offers
  }

  /// What in the archive is read as `letters`: places, names, then words, commoner ones first; `nil` when cancelled.
  private func words(
    spelled letters: String, isCancelled: () -> Bool
  ) -> [(word: String, reason: SearchOffer.Reason)]? {
    let typed = PinyinSpelling(letters)
    var places: [String: Int] = [:]
    var names: [String: Int] = [:]
    for article in library.articles {
      if let place = article.filing.place { places[place.name, default: 0] += 1 }
      for place in article.filing.mentioned { places[place.name, default: 0] += 1 }
      for name in article.byline.lazy.flatMap(\.names) { names[name, default: 0] += 1 }
    }
    func best(_ counts: [String: Int], _ fit: (String) -> PinyinSpelling.Fit?) -> [String] {
      counts.compactMap { text, count in fit(text).map { (text, $0, count) } }
        .sorted { ($0.1.rawValue, $1.2, $0.0) < ($1.1.rawValue, $0.2, $1.0) }.map(\.0)
    }
    var words = best(places, typed.fit(place:)).map { ($0, SearchOffer.Reason.place) }
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
