/// Why one of the program's own files could not be changed.
public struct StorageError: ExplainedError, Hashable, Sendable {
  /// One line: which file, why, what to do.
  public let text: Phrase

  init(_ fault: FileFault) {
    let (path, reason) = (fault.path.shown, fault.errno.reason)
    text = Phrase(
      "\(path)：写不进去（\(reason)）；请看权限和磁盘空间",
      "\(path): cannot be written (\(reason)); check its permissions and the room on the disk")
  }
}
