import NewsModel

extension NewsIssue {
  /// The paper, the day and the page in a line: `聊城日报 2021-08-13 2版`.
  var shown: String {
    [paper, day?.shown, printedPage.map { "\($0)版" }].compactMap(\.self).joined(separator: " ")
  }
}

extension NewsIssue.Fact {
  /// What may be known of an issue, in a word.
  func name(_ language: Language) -> String {
    switch self {
    case .issued: language("刊期", "day")
    case .paper: language("报名", "paper")
    case .page: language("版次", "page")
    }
  }
}
