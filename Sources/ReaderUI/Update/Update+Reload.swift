import NewsModel

extension AppState {
  /// Keeps the reader where it was when a reload has replaced all articles: shows the open one again, or its new reading.
  ///
  /// - Parameters:
  ///   - open: the article that was open, if it was one of the library.
  ///   - earlier: the articles before.
  mutating func comeBack(to open: Article?, from earlier: Catalog) {
    rememberPosition()
    clippings.forgetArticles()
    search?.take(nil)
    let count = catalog.library.articles.count
    let notice = self.notice
    self.notice = nil
    tell(
      notice ?? catalog.reread.map { language("已重新读入 \($0)", "\($0) read again") }
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

  /// Reads the page that was edited again, once no loading is running.
  mutating func readAnew() -> [Effect] {
    guard let file = edited, progress == nil else { return [] }
    edited = nil
    loads += 1
    return [.reread(file: file, load: loads)]
  }

  /// Reads the page pane's file again after a reload, for the article's lines may have moved.
  func readSourceAnew(_ isReload: Bool) -> [Effect] {
    guard isReload, focus == .source, let source else { return [] }
    return [.readSource(file: source.file)]
  }

  /// Leaves an article that is gone, and says so: the article that takes its row in the list is a different one.
  private mutating func lose(_ article: Article) {
    if focus == .source { leaveText() }
    if focus == .article {
      isZen = false
      focus = search?.showsResults == true ? .search : .list
    }
    warn(language("\(article.file.shown) 里没有这一篇了", "\(article.file.shown) no longer has this article"))
  }
}

extension Catalog {
  /// The article that replaces one of an earlier loading: the one with the same text, else the most similar one on its page.
  ///
  /// - Complexity: O(log articles), besides O(text of the page) where no article has the same text.
  func successor(of article: Article, from earlier: Catalog) -> ArticleReference? {
    let page = page(article.file).articles.map { reference(to: Int($0)) }
    if let same = page.first(where: { self[$0]?.idNumber == article.idNumber }) { return same }
    if let moved = reference(ofID: article.id) { return moved }
    if let alike = ClippingMatcher.match(article, in: page.compactMap { self[$0] }) { return page[alike] }
    // Too short to recognise by its text.
    let isAsMany = page.count == earlier.page(article.file).articles.count
    return isAsMany && page.indices.contains(article.number - 1) ? page[article.number - 1] : nil
  }
}
