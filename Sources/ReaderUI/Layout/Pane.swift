import NewsModel

/// A region of the screen that can have the focus; bindings name the panes they work in.
public enum Pane: String, Sendable, CaseIterable, Hashable {
  /// The places (or dates, sections, reporters, files) with their counts.
  case places
  /// The articles of the chosen place, or the clippings.
  case list
  /// One article.
  case article
  /// The results of a search.
  case search
  /// All keys.
  case help
  /// The page's own lines, with an article's lines marked.
  case source
  /// The same while lines of it are chosen; it has keys of its own, and never the focus.
  case lines
  /// Why an article is filed where it is, and what was odd about files.
  case notes
  /// Which issues of which papers are held.
  case holdings

  /// What a message calls the pane.
  func name(_ language: Language) -> String {
    switch self {
    case .places: language("左栏", "the left pane")
    case .list: language("篇目", "the list")
    case .article: language("正文", "the article")
    case .search: language("查找结果", "the results of a search")
    case .help: language("说明", "the help")
    case .source: language("原版", "the page")
    case .lines: language("原版选行时", "the page while lines are chosen")
    case .notes: language("此篇说明", "the notes")
    case .holdings: language("馆藏", "the holdings")
    }
  }
}
