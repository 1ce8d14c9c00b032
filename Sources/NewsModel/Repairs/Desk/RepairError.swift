/// Why what the user asks of a page cannot be done.
public enum RepairError: ExplainedError, Hashable, Sendable {
  /// The page has no such lines, or nothing stands on them.
  case noSuchLines(first: Int, last: Int)
  /// No article stands above, or below, the lines.
  case noNeighbour(isAbove: Bool)
  /// The page has no article of this number.
  case noSuchArticle(Int, count: Int)
  /// The text does not stand on the line.
  case noSuchText(String, line: Int)
  /// No paragraph follows in the article.
  case nothingFollows
  /// The lines are where, or what, they are to be.
  case nothingToDo
  /// The repair does not fit the page.
  case impossible(Phrase)

  /// What, where, what to do.
  public var text: Phrase {
    switch self {
    case .noSuchLines(let first, let last):
      Phrase(
        "第 \(first)–\(last) 行没有文字；用 xianwen show --raw 看各行",
        "lines \(first)–\(last) hold no text; xianwen show --raw numbers them")
    case .noNeighbour(true): Phrase("上面没有别的文章", "no other article stands above")
    case .noNeighbour(false): Phrase("下面没有别的文章", "no other article stands below")
    case .noSuchArticle(let number, let count):
      Phrase("没有第 \(number) 篇；这一版有 \(count) 篇", "there is no article \(number); the page has \(count)")
    case .noSuchText(let text, let line): Phrase("第 \(line) 行没有“\(text)”", "line \(line) does not hold “\(text)”")
    case .nothingFollows: Phrase("这一篇后面没有段落可接", "no paragraph of this article follows")
    case .nothingToDo: Phrase("已经是这样了", "it is so already")
    case .impossible(let reason): reason
    }
  }
}
