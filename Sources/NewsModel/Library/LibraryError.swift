/// What can keep files from being opened or articles from being found.
public enum LibraryError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is nothing at `path`.
  case notFound(path: String)
  /// The system refused to open or read `path`.
  case unreadable(path: String, reason: String)
  /// The file at `path` holds no text that any supported encoding explains.
  case notText(path: String, byteOffset: Int)
  /// No page file lies in any of `paths`.
  case noPages(paths: [String])
  /// No article has an id that begins with `id`.
  case noSuchArticle(id: String)
  /// Several articles have ids that begin with `id`.
  case ambiguousID(id: String, candidates: [String])

  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .notFound(let path): "\(path): no such file or folder; check the path"
    case .unreadable(let path, let reason): "\(path): cannot be read (\(reason)); check its permissions"
    case .notText(let path, let offset): "\(path): not a text file (byte \(offset)); give a .txt or .md page"
    case .noPages(let paths):
      "\(paths.joined(separator: ", ")): no .txt or .md pages here; give a folder that holds some"
    case .noSuchArticle(let id): "\(id): no article has this id; `xianwen list` prints the ids"
    case .ambiguousID(let id, let candidates):
      "\(id): \(candidates.count) articles have ids that begin so (\(candidates.prefix(3).joined(separator: ", "))…); give more of it"
    }
  }
}
