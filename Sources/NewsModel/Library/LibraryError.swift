/// What can keep files from being opened or articles from being found.
public enum LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is nothing at `path`.
  case notFound(path: String)
  /// The system refused to open or read `path`, or it is nothing that holds text.
  case unreadable(path: String, reason: String)
  /// The file at `path` holds no text that any supported encoding explains; `byteOffset` counts from 0.
  case notText(path: String, byteOffset: Int)
  /// No page file lies in any of `paths`.
  case noPages(paths: [String])
  /// No article has an id that begins with `id`.
  case noSuchArticle(id: String)
  /// Several articles have ids that begin with `id`.
  case ambiguousID(id: String, candidates: [String])

  /// The path, paths or id that the trouble is with.
  public var subject: String {
    switch self {
    case .notFound(let path), .unreadable(let path, _), .notText(let path, _): path
    case .noPages(let paths): paths.joined(separator: ", ")
    case .noSuchArticle(let id), .ambiguousID(let id, _): id
    }
  }

  /// What is wrong and what to do, without the subject.
  public var message: String {
    switch self {
    case .notFound: "no such file or folder; check the path"
    case .unreadable(_, let reason): "cannot be read (\(reason)); check its permissions and kind"
    case .notText(_, let offset): "not a text file (byte \(offset)); give a .txt or .md page"
    case .noPages: "no .txt or .md pages here; give a folder that holds some"
    case .noSuchArticle: "no article has this id; `xianwen list` prints the ids"
    case .ambiguousID(_, let candidates):
      "\(candidates.count) articles have ids that begin so (\(candidates.prefix(3).joined(separator: ", "))…); give more of it"
    }
  }

  /// One line: what, where, what to do.
  public var description: String { "\(subject): \(message)" }

  /// The error as a note about a file that was left out while the rest opened.
  public var diagnostic: Diagnostic { Diagnostic(file: subject, message: message + "; skipped") }
}
