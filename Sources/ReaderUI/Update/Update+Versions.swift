import NewsModel

extension AppState {
  /// Lists the versions of the chosen article's story, earliest first, or goes back from them.
  mutating func toggleVersions() {
    if case .story = list.group.key, let point = returnPoint {
      returnPoint = nil
      goBack(to: point)
      return
    }
    guard let id = chosenArticle?.id, !catalog.versions(ofID: id).articles.isEmpty else {
      let isEarly = progress != nil
      message = Message(
        text: isEarly
          ? language("还在读入，同稿还没有找", "still reading: versions have not been looked for yet")
          : language("没有同稿", "no other version of it here"))
      return
    }
    leaveResults()
    rememberPosition()
    returnPoint = here
    isZen = false
    list.filter = ListFilter()
    fillList(with: catalog.versions(ofID: id))
    refreshList(selecting: id)
    focus = .list
    article = nil
  }

  /// Articles of the chosen group that are further versions of the stories listed.
  var foldedCount: Int {
    let reprints = catalog.library.reprints
    guard !list.showsClippings, list.group.load == catalog.load, !reprints.all.isEmpty, list.filter.query == nil else {
      return 0
    }
    return list.group.articles.count - list.rows.count
  }

  /// Marks what the open version of a story has otherwise than the earliest one, or the earliest than the next.
  mutating func markDifferences() {
    guard case .story = list.group.key, let open = openReference, let article = catalog[open],
      let first = list.group.articles.first, list.group.articles.count > 1
    else { return }
    let other = Int(first) == open.index ? list.group.articles[1] : first
    self.article?.mark(VersionComparison.differences(of: article, from: catalog.library.articles[Int(other)]))
  }
}
