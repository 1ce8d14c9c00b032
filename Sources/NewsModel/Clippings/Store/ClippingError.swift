import Platform

/// Why a change of the clippings, or reading them, did not succeed.
///
/// A change that failed for the file's sake is kept in memory: `ClippingStore.retry` writes it.
public enum ClippingError: ExplainedError, Hashable, Sendable {
  /// No room on the disk, or the user's share of it is used up.
  case diskFull(path: String)
  /// The system does not let us write or read there.
  case refused(path: String, reason: String)
  /// Another copy of the program held the lock for two seconds.
  case busy(path: String)
  /// The path names a folder, a device or a pipe.
  case notAFile(path: String)
  /// A step failed for another reason.
  case failed(path: String, step: String, reason: String)
  /// The clipping is not there, as when another copy removed it; such a change is not kept.
  case noSuchClipping(id: String)

  /// What, where, what to do.
  public var text: Phrase {
    switch self {
    case .diskFull(let path):
      Phrase("\(path)：磁盘满了；请腾出空间再试", "\(path): the disk is full; make room and try again")
    case .refused(let path, let reason):
      Phrase(
        "\(path)：不许写（\(reason)）；请改权限，或用 --bookmarks 给另一个文件",
        "\(path): not allowed (\(reason)); change its permissions or name another file with --bookmarks")
    case .busy(let path):
      Phrase(
        "\(path)：另一个 xianwen 占着剪报已有 2 秒；请结束它或让它继续，再试",
        "\(path): another xianwen has held the clippings for 2 seconds; end or continue it and try again")
    case .notAFile(let path):
      Phrase(
        "\(path)：不是普通文件；请用 --bookmarks 给另一个文件", "\(path): not an ordinary file; name another one with --bookmarks")
    case .failed(let path, let step, let reason):
      Phrase(
        "\(path)：\(step) 这一步没有成功（\(reason)）；请排除，或用 --bookmarks 给另一个文件",
        "\(path): \(step) failed (\(reason)); mend that or name another file with --bookmarks")
    case .noSuchClipping(let id):
      Phrase(
        "\(id)：没有这个编号的剪报；用 xianwen bookmarks 可以看到", "\(id): no clipping has this id; `xianwen bookmarks` lists them")
    }
  }

  init(_ fault: FileFault) {
    let reason = fault.errno.reason
    let path = fault.path.shown
    switch (fault.step, fault.errno.code) {
    case (.notAFile, _), (_, EISDIR): self = .notAFile(path: path)
    case (_, ENOSPC), (_, EDQUOT): self = .diskFull(path: path)
    case (_, EACCES), (_, EPERM), (_, EROFS): self = .refused(path: path, reason: reason)
    case (.lock, EWOULDBLOCK): self = .busy(path: path)
    default: self = .failed(path: path, step: fault.step.rawValue, reason: reason)
    }
  }
}
