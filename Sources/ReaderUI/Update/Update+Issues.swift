import NewsModel

extension AppState {
  /// Asks for paper, day and page of the chosen article's page.
  mutating func beginCorrectingIssue() {
    guard let article = takeChosenArticle() else { return }
    prompt = Prompt(.issue, text: article.issue?.typed ?? "")
  }

  /// Takes what was typed as the issue of all articles of the page; nothing means what the program says.
  mutating func acceptIssue(_ text: String) -> [Effect] {
    guard let article = subject?.article else { return [] }
    let before = article.issue
    let earlier = before?.correctionID.flatMap { catalog.index(ofID: $0) }.map { catalog.library.articles[$0] }
    // A page that was corrected before stays known by the article it was known by.
    let marked = earlier ?? article
    let undo = Effect.undoing(before, of: marked)
    let redo: Effect
    if text.allSatisfy(\.isWhitespace) {
      prompt = nil
      guard let id = before?.correctionID else { return [] }
      redo = .uncorrectIssue(id: id)
      message = Message(text: language("由程序判断；u 撤销", "as the program says; u takes it back"))
    } else if let issue = NewsIssue(typed: text) {
      prompt = nil
      redo = .correctIssue(marked, issue)
      message = Message(text: language("这一版：\(issue.shown)；u 撤销", "this page: \(issue.shown); u takes it back"))
    } else {
      prompt?.complaint = Phrase(
        "写成 报名 2021-08-13 A02；不知道的不写：", "write PAPER 2021-08-13 A02, without what is unknown: ")
      return []
    }
    changes.record(ChangeLog.Change(undo: [undo], redo: [redo]))
    return [redo]
  }
}

extension Effect {
  /// What brings the issue of an article's page back to what it was.
  fileprivate static func undoing(_ before: NewsIssue?, of article: Article) -> Effect {
    guard let before, before.correctionID != nil else { return .uncorrectIssue(id: article.id) }
    return .correctIssue(article, before)
  }
}
