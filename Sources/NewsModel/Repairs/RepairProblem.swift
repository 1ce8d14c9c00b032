/// Why a repair cannot be made on a page as it is read now.
enum RepairProblem: Error {
  /// The passage is not on the page any more.
  case lost
  /// The passage of the other article, or of the other paragraph, is not.
  case targetLost
  /// The paragraphs to be joined stand in two articles.
  case apart
  /// The characters have been replaced already.
  case replaced
  /// The characters stand in two paragraphs.
  case acrossParts

  var text: Phrase {
    switch self {
    case .lost: Phrase("版面上找不到这段文字", "its text is not on the page")
    case .targetLost: Phrase("版面上找不到另一段文字", "the text of the other article or paragraph is not on the page")
    case .apart: Phrase("两段不在同一篇里", "the two paragraphs stand in different articles")
    case .replaced: Phrase("这几个字已经改过；先撤销那一处", "these characters are replaced already; undo that first")
    case .acrossParts: Phrase("这几个字不在同一段里", "the characters stand in different paragraphs")
    }
  }
}
