import NewsModel
import ReaderUI

/// Why a command could not do its work: one line that says what, where and what to do.
struct CommandError: ExplainedError, Hashable {
  let text: Phrase

  init(_ chinese: String, _ english: String) {
    text = Phrase(chinese, english)
  }
}

/// How a command ended; the raw value is the exit code.
enum Outcome: Int32, CaseIterable {
  case done = 0
  case nothingFound = 1
  case failed = 2

  /// What the code means.
  var meaning: Phrase {
    switch self {
    case .done: Phrase("成功", "done")
    case .nothingFound: Phrase("没搜到", "nothing found")
    case .failed:
      Phrase("用法不对、读不了，或没有查完", "a wrong call, nothing that can be read, or an answer that is not complete")
    }
  }
}
