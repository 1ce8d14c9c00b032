extension Library {
  /// The library with each story that goes on on another page made one article, which stays where its first piece stood and
  /// keeps its id; the pieces it goes on in are articles no more.
  ///
  /// - Returns: `nil` where no story goes on on another page.
  /// - Complexity: O(articles).
  public func joiningJumps() -> Library? {
    let joints = JumpFinder.joints(in: self)
    guard !joints.isEmpty else { return nil }
    let next = Dictionary(uniqueKeysWithValues: joints.map { ($0.first, $0) })
    let taken = Set(joints.map(\.second))
    var library = Library(paper: paper)
    library.note(diagnostics)
    for page in pages.indices {
      var articles: [Article] = []
      for index in articleRanges[page] where !taken.contains(index) {
        var article = self.articles[index]
        var last = index
        var seen: Set<Int> = [index]
        while let joint = next[last], seen.insert(joint.second).inserted {
          article = article.continued(by: self.articles[joint.second], reasons: joint.reasons)
          last = joint.second
        }
        articles.append(article)
      }
      library.append([PageReading(facts: pages[page], articles: articles, furniture: furniture[page])])
    }
    return library
  }
}

extension Library {
  /// The library with every joined story as its pieces again, each on its page; the same where none is joined.
  func splittingJumps() -> Library {
    let joined = articles.filter { !$0.jumps.isEmpty }
    guard !joined.isEmpty else { return self }
    let pieces = Dictionary(grouping: joined.flatMap(\.content.pieces), by: \.file)
    var library = Library(paper: paper)
    library.note(diagnostics)
    for page in pages.indices {
      let own = articles[articleRanges[page]].filter { $0.jumps.isEmpty } + (pieces[pages[page].file] ?? [])
      let ordered = own.sorted { $0.number < $1.number }
      library.append([PageReading(facts: pages[page], articles: ordered, furniture: furniture[page])])
    }
    return library
  }

  /// The articles of a page as they stand on it, without what goes on on others.
  ///
  /// - Complexity: O(articles).
  public func articlesAsPrinted(on file: FilePath) -> [Article] {
    guard let page = pages.firstIndex(where: { $0.file == file }) else { return [] }
    let pieces = articles.lazy.filter { !$0.jumps.isEmpty }.flatMap(\.content.pieces).filter { $0.file == file }
    return (articles[articleRanges[page]].filter(\.jumps.isEmpty) + pieces).sorted { $0.number < $1.number }
  }
}

extension Article {
  /// The article with the piece in which it goes on.
  fileprivate func continued(by other: Article, reasons: [StoryJump.Reason]) -> Article {
    let jump = StoryJump(page: other.issue?.printedPage ?? "", file: other.file, reasons: reasons)
    let content = ArticleContent(
      file: file, number: number, kind: kind, section: section, kicker: kicker, headline: headline, deck: deck,
      byline: byline + other.byline.filter { !byline.contains($0) }, date: self.content.date ?? other.content.date,
      parts: parts + other.parts.map { $0.inPiece(jumps.count + 1) }, jumps: jumps + [jump],
      pieces: (jumps.isEmpty ? [self] : self.content.pieces) + [other])
    var article = Article(content, idNumber: idNumber, issue: issue)
    article.filing = filing
    article.filing.mention(other.filing.mentioned)
    return article
  }
}
