import Platform

/// A durable file while its lock is held.
struct LockedFile {
  /// The file itself, links followed.
  let path: FilePath
  let temporaryPath: FilePath
  let lockPath: FilePath
  /// The descriptor of the lock file, which also holds what is being appended.
  let lock: Int32
  let calls: FileCalls

  /// The file's state; `nil` when it is not there.
  func status() throws(FileFault) -> FileStatus? {
    do {
      return try calls.statusOfPath(path)
    } catch  where error.code == ENOENT {
      return nil
    } catch { throw FileFault(step: .read, path: path, errno: error) }
  }

  /// The file's bytes and the state they had when reading began; `nil` when it is not there.
  func read() throws(FileFault) -> (bytes: [UInt8], status: FileStatus)? {
    let file: Int32
    do {
      // Without O_NONBLOCK, opening a pipe would wait for its writer.
      file = try calls.open(path, O_RDONLY | O_NONBLOCK, 0)
    } catch  where error.code == ENOENT {
      return nil
    } catch { throw FileFault(step: .read, path: path, errno: error) }
    defer { calls.close(file) }
    let status = try regularStatus(file)
    return (try readAll(file, size: status.size), status)
  }

  /// Adds `bytes` at the end of the file, which must be there and as `status` says.
  ///
  /// - Returns: the file's state afterwards; `nil` when somebody without a lock wrote at the same time.
  func append(_ bytes: [UInt8], to status: FileStatus) throws(FileFault) -> FileStatus? {
    let file = try openForAppending()
    defer { calls.close(file) }
    let record = AppendRecord(offset: status.size, bytes: bytes)
    do throws(FileFault) {
      try seek(lock, to: 0, path: lockPath)
      try write(record.encoded, to: lock, path: lockPath)
      try sync(lock, path: lockPath)
      try write(bytes, to: file, path: path)
      try sync(file, path: path)
    } catch {
      // If taking it back fails too, the record stays, and the next to come does it.
      if (try? undo(record, in: file, evenIfComplete: true)) != nil { try? forgetRecord() }
      throw error
    }
    // A record of a complete append says nothing to the next to come, so failing to clear it is no failure.
    try? forgetRecord()
    let after = try regularStatus(file)
    return after.size == status.size + bytes.count ? after : nil
  }

  /// Puts a file of `bytes` in the place of the file, with its permissions.
  func replace(with bytes: [UInt8]) throws(FileFault) -> FileStatus {
    let old = try statusForReplacing()
    try? calls.unlink(temporaryPath)
    let file: Int32
    do {
      file = try calls.open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL, old == nil ? 0o666 : 0o600)
    } catch { throw FileFault(step: .write, path: temporaryPath, errno: error) }
    defer { calls.close(file) }
    do throws(FileFault) {
      if let old { try keepOwnerAndMode(of: old, file) }
      try write(bytes, to: file, path: temporaryPath)
      try sync(file, path: temporaryPath)
      let status = try regularStatus(file)
      do {
        try calls.rename(temporaryPath, path)
      } catch { throw FileFault(step: .rename, path: path, errno: error) }
      try syncFolder()
      // The rename changed the time of status.
      return try self.status() ?? status
    } catch {
      try? calls.unlink(temporaryPath)
      throw error
    }
  }

  /// Makes the file and its name durable as they are.
  func syncAll() throws(FileFault) {
    let file: Int32
    do {
      file = try calls.open(path, O_RDONLY | O_NONBLOCK, 0)
    } catch { throw FileFault(step: .sync, path: path, errno: error) }
    defer { calls.close(file) }
    try sync(file, path: path)
    try syncFolder()
  }

  /// Takes back an append that its writer did not live to finish.
  func recover() throws(FileFault) {
    let size: Int
    do { size = try calls.status(lock).size } catch { throw FileFault(step: .lock, path: lockPath, errno: error) }
    guard size > 0 else { return }
    try seek(lock, to: 0, path: lockPath)
    if let record = AppendRecord(try readAll(lock, size: size)), let status = try status(), status.size > record.offset
    {
      let file = try openForAppending()
      defer { calls.close(file) }
      try undo(record, in: file)
    }
    try forgetRecord()
  }

  /// Cuts the file back to where the append began if nothing but a part of it stands there.
  private func undo(_ record: AppendRecord, in file: Int32, evenIfComplete: Bool = false) throws(FileFault) {
    let written = try regularStatus(file).size - record.offset
    guard written > 0, written < record.bytes.count || (evenIfComplete && written == record.bytes.count) else { return }
    try seek(file, to: record.offset, path: path)
    guard record.bytes.starts(with: try readAll(file, size: written)) else { return }
    do { try calls.truncate(file, record.offset) } catch { throw FileFault(step: .write, path: path, errno: error) }
    try sync(file, path: path)
  }

  private func forgetRecord() throws(FileFault) {
    do { try calls.truncate(lock, 0) } catch { throw FileFault(step: .lock, path: lockPath, errno: error) }
  }
}
