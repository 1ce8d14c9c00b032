import Foundation

/// Why a change of the clippings, or reading them, did not succeed.
///
/// A change that failed for the file's sake is kept in memory: `ClippingStore.retry` writes it.
public enum ClippingError: Error, Hashable, Sendable, CustomStringConvertible {
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

  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .diskFull(let path): "\(path): the disk is full; make room and try again"
    case .refused(let path, let reason):
      "\(path): not allowed (\(reason)); change its permissions or name another file with --bookmarks"
    case .busy(let path):
      "\(path): another xianwen has held the clippings for 2 seconds; end or continue it and try again"
    case .notAFile(let path): "\(path): not an ordinary file; name another one with --bookmarks"
    case .failed(let path, let step, let reason):
      "\(path): \(step) failed (\(reason)); mend that or name another file with --bookmarks"
    case .noSuchClipping(let id): "\(id): no clipping has this id; `xianwen bookmarks` lists them"
    }
  }

  init(_ fault: FileFault) {
    let reason = fault.errno.reason
    switch (fault.step, fault.errno.code) {
    case (.notAFile, _), (_, EISDIR): self = .notAFile(path: fault.path)
    case (_, ENOSPC), (_, EDQUOT): self = .diskFull(path: fault.path)
    case (_, EACCES), (_, EPERM), (_, EROFS): self = .refused(path: fault.path, reason: reason)
    case (.lock, EWOULDBLOCK): self = .busy(path: fault.path)
    default: self = .failed(path: fault.path, step: fault.step.rawValue, reason: reason)
    }
  }
}
