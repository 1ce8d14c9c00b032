import NewsModel
import ReaderUI

/// Why a command could not do its work: one line that says what, where and what to do.
struct CommandError: Error, Hashable {
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
    case .failed: Phrase("用法不对，或读不了", "a wrong call, or nothing that can be read")
    }
  }
}

extension LibraryError {
  /// The error in both languages.
  var text: Phrase {
    let chinese =
      switch self {
      case .notFound: "没有这个文件或文件夹，请检查路径"
      case .unreadable(_, let reason): "读不了（\(reason)），请检查权限和文件类型"
      case .notText(_, let offset): "不是文本文件（第 \(offset) 字节），请给 .txt 或 .md 的版面文件"
      case .noPages: "这里没有 .txt 或 .md 的版面，请给一个有版面的文件夹"
      case .noSuchArticle: "没有编号这样开头的文章，用 xianwen list 可以看到编号"
      case .ambiguousID(_, let candidates):
        "有 \(candidates.count) 篇文章的编号这样开头（\(candidates.prefix(3).joined(separator: "、"))……），请多给几位"
      }
    return Phrase(subject + "：" + chinese, description)
  }
}
