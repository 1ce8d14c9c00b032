/// What can keep files from being opened or articles from being found.
public enum LibraryError: ExplainedError, Hashable, Sendable {
  /// There is nothing at `path`.
  case notFound(path: String)
  /// The system refused to open or read `path`, or it is nothing that holds text.
  case unreadable(path: String, reason: String)
  /// The file at `path` is larger than any page.
  case tooLarge(path: String)
  /// There is no memory for the file at `path`.
  case noMemory(path: String)
  /// The file at `path` holds no text that any supported encoding explains; `byteOffset` counts from 0.
  case notText(path: String, byteOffset: Int)
  /// A program is missing, or not permitted, that would take the text out of the file at `path`.
  case noTool(path: String, advice: Phrase)
  /// No page file lies in any of `paths`.
  case noPages(paths: [String])
  /// No article has an id that begins with `id`.
  case noSuchArticle(id: String)
  /// Several articles have ids that begin with `id`.
  case ambiguousID(id: String, candidates: [String])

  /// The path, paths or id that the trouble is with.
  public var subject: String {
    switch self {
    case .notFound(let path), .unreadable(let path, _), .tooLarge(let path), .noMemory(let path), .notText(let path, _),
      .noTool(let path, _):
      path
    case .noPages(let paths): paths.joined(separator: ", ")
    case .noSuchArticle(let id), .ambiguousID(let id, _): id
    }
  }

  /// What is wrong and what to do, without the subject.
  public var message: Phrase {
    switch self {
    case .notFound: Phrase("没有这个文件或文件夹，请检查路径", "no such file or folder; check the path")
    case .unreadable(_, let reason):
      Phrase("读不了（\(reason)），请检查权限和文件类型", "cannot be read (\(reason)); check its permissions and kind")
    case .tooLarge:
      Phrase("大于 1 GiB，请分成几个文件", "larger than 1 GiB; split it into several files")
    case .noMemory:
      Phrase("内存不够读它，请只打开一部分", "there is no memory for it; open a part of the archive")
    case .notText(_, let offset):
      Phrase(
        "不是文本文件（第 \(offset) 字节），请给 .txt 或 .md 的版面文件",
        "not a text file (byte \(offset)); give a .txt or .md page")
    case .noTool(_, let advice): advice
    case .noPages:
      Phrase(
        "这里没有 .txt、.md、.tsv、.pdf 的版面，请给一个有版面的文件夹",
        "no .txt, .md, .tsv or .pdf pages here; give a folder that holds some")
    case .noSuchArticle:
      Phrase("没有编号这样开头的文章，用 xianwen list 可以看到编号", "no article has this id; `xianwen list` prints the ids")
    case .ambiguousID(_, let candidates):
      Phrase(
        "有 \(candidates.count) 篇文章的编号这样开头（\(candidates.prefix(3).joined(separator: "、"))……），请多给几位",
        "\(candidates.count) articles have ids that begin so (\(candidates.prefix(3).joined(separator: ", "))…); give more of it"
      )
    }
  }

  /// What, where, what to do.
  public var text: Phrase { Phrase("\(subject)：\(message.chinese)", "\(subject): \(message.english)") }

  /// The error as a note about a file that was left out while the rest opened.
  public var diagnostic: Diagnostic {
    Diagnostic(file: subject, message: Phrase(message.chinese + "；跳过", message.english + "; skipped"))
  }
}
