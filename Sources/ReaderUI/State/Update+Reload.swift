import NewsModel

extension AppState {
  /// Goes on with what was open when other articles take the place of all: its article, or the one that its page has instead.
  ///
  /// - Parameters:
  ///   - open: the article that was open, if it was one of the library.
  ///   - earlier: the articles before.
  mutating func comeBack(to open: Article?, from earlier: Catalog) {
    rememberPosition()
    clippings.forgetArticles()
    search?.take(nil)
    let count = catalog.library.articles.count
    tell(
      catalog.reread.map { language("已重新读入 \($0)", "\($0) read again") }
        ?? language("读入完毕：共 \(count) 篇", "read again: \(count) articles"))
    guard let open, let old = article else { return }
    let successor = catalog.successor(of: open, from: earlier)
    guard let successor, let new = view(of: .article(successor)) else {
      article = nil
      lose(open)
      return
    }
    replace(old, by: new)
    if lastRead == open.id { lastRead = new.document.id }
    if new.document.id != open.id {
      search?.origin.rename(open.id, new.document.id)
      returnPoint?.rename(open.id, new.document.id)
    }
  }

  /// Reads the page again that was changed in the editor, once nothing else is being read.
  mutating func readAnew() -> [Effect] {
    guard let file = edited, progress == nil else { return [] }
    edited = nil
    loads += 1
    return [.reread(file: file, load: loads)]
  }

  /// Reads the page beside its article again, after the article may have come to stand on other lines.
  func readSourceAnew(_ isReload: Bool) -> [Effect] {
    guard isReload, focus == .source, let source else { return [] }
    return [.readSource(file: source.file)]
  }

  /// Leaves an article that is there no more, and says so: the one that takes its row is another.
  private mutating func lose(_ article: Article) {
    if focus == .source { leaveText() }
    if focus == .article {
      isZen = false
      focus = search?.showsResults == true ? .search : .list
    }
    warn(language("\(article.file) 里没有这一篇了", "\(article.file) does not have this article any more"))
  }
}

extension Catalog {
  /// The article that has taken the place of one of an earlier loading: the same, or on its page the one most like it.
  ///
  /// - Complexity: O(log articles), besides O(text of the page) where no article has the same text.
  func successor(of article: Article, from earlier: Catalog) -> ArticleReference? {
    let page = page(article.file).articles.map { reference(to: Int($0)) }
    if let same = page.first(where: { self[$0]?.idNumber == article.idNumber }) { return same }
    if let moved = reference(ofID: article.id) { return moved }
    if let alike = ClippingMatcher.match(article, in: page.compactMap { self[$0] }) { return page[alike] }
    // Too short to be known by its text.
    let isAsMany = page.count == earlier.page(article.file).articles.count
    return isAsMany && page.indices.contains(article.number - 1) ? page[article.number - 1] : nil
  }
}
