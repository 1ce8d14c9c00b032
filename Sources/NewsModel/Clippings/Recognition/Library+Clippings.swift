extension Library {
  /// Clippings as articles, in their order, so that they can be searched; the user's note is a part like others.
  ///
  /// - Complexity: O(bytes of text).
  public init(of clippings: [Clipping]) {
    self.init()
    append(
      clippings.map { clipping in
        let note = clipping.note.isEmpty ? [] : [Part(role: .pullquote, text: clipping.note, lines: [])]
        var article = Article(
          file: FilePath(clipping.file), number: clipping.number ?? 1, kind: clipping.kind ?? .news,
          section: clipping.section,
          kicker: clipping.kicker, headline: clipping.headline, deck: clipping.deck, byline: clipping.byline ?? [],
          date: clipping.day, parts: clipping.parts + note)
        let place = clipping.county.map { Place(name: $0, prefecture: clipping.prefecture ?? $0) }
        article.filing = Filing(place: place)
        article.issue = NewsIssue(paper: clipping.paper, day: clipping.issueDay, page: clipping.page)
        let facts = PageFacts(file: FilePath(clipping.file), paper: clipping.paper, byteCount: 0)
        return (PageReading(facts: facts, articles: [article]), clipping.tags)
      })
  }
}
