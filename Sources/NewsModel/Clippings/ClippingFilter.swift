/// What a list of clippings is to show: a query in the query language, in which `#tag` asks for a tag.
///
/// The query looks at the text as it was kept and at the user's note; its fields (`county:`, `title:`, `by:`, `date:`) mean what they
/// mean for articles.
public struct ClippingFilter: Sendable {
  /// The tags asked for, without `#`, lower case.
  let tags: [String]
  /// The rest, as a query.
  public let query: ParsedQuery

  /// Reads what a user typed.
  public init(_ text: String) {
    var tags: [String] = []
    var rest: [Substring] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      // An input method left on types the full-width sign.
      if let first = word.first, first == "#" || first == "＃" {
        if word.count > 1 { tags.append(word.dropFirst().lowercased()) }
      } else {
        rest.append(word)
      }
    }
    self.tags = tags
    query = QueryParser.parse(tags.isEmpty ? text : rest.joined(separator: " "))
  }

  /// The indices of the clippings that pass, ascending.
  ///
  /// - Parameters:
  ///   - library: the clippings as articles (`Library.init(of:)`), in the same order; made only for a query.
  ///   - isCancelled: asked now and then; once it says yes the answer is `nil`.
  /// - Complexity: O(bytes of text) for a query, O(clippings) for tags alone.
  public func passing(
    _ clippings: [Clipping], as library: @autoclosure () -> Library,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> [Int]? {
    let tagged = clippings.indices.filter { index in
      tags.allSatisfy { tag in clippings[index].tags.contains { $0.lowercased().hasPrefix(tag) } }
    }
    guard query.root != nil else { return tagged }
    let searcher = Searcher(library: library(), index: SearchIndex())
    return searcher.find(query, in: .articles(tagged), isCancelled: isCancelled)?.articles
  }
}

extension Library {
  /// Clippings as the articles of one page, in their order, so that they can be searched; the user's note is a part like others.
  ///
  /// - Complexity: O(bytes of text).
  public init(of clippings: [Clipping]) {
    self.init()
    let articles = clippings.enumerated().map { index, clipping in
      let note = clipping.note.isEmpty ? [] : [Part(role: .pullquote, text: clipping.note, lines: [])]
      var article = Article(
        file: FilePath(clipping.file), number: index + 1, kind: clipping.kind ?? .news, section: clipping.section,
        kicker: clipping.kicker, headline: clipping.headline, deck: clipping.deck, byline: clipping.byline ?? [],
        date: clipping.day, parts: clipping.parts + note)
      let place = clipping.county.map { Place(name: $0, prefecture: clipping.prefecture ?? $0) }
      article.filing = Filing(place: place)
      return article
    }
    append([PageReading(facts: PageFacts(file: "", byteCount: 0), articles: articles)])
  }
}
