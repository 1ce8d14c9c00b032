import Platform

/// The calls of `LockedFile`, gone on with after an interruption or a short write.
extension LockedFile {
  func readAll(_ file: Int32, size: Int) throws(FileFault) -> [UInt8] {
    // A line is parsed into about as many bytes again.
    guard Memory.holds(4 * size) else { throw FileFault(step: .read, path: path, errno: SystemErrno(code: ENOMEM)) }
    // One byte more, so that a file which did not grow is at its end after one call.
    var bytes = [UInt8](repeating: 0, count: size + 1)
    var count = 0
    while true {
      do {
        let read = try calls.read(file, &bytes, count)
        if read == 0 { break }
        count += read
        if count == bytes.count { bytes += [UInt8](repeating: 0, count: bytes.count) }
      } catch {
        guard error.code == EINTR else { throw FileFault(step: .read, path: path, errno: error) }
      }
    }
    bytes.removeLast(bytes.count - count)
    return bytes
  }

  func write(_ bytes: [UInt8], to file: Int32, path: FilePath) throws(FileFault) {
    var written = 0
    while written < bytes.count {
      do {
        written += try calls.write(file, bytes, written)
      } catch {
        guard error.code == EINTR else { throw FileFault(step: .write, path: path, errno: error) }
      }
    }
  }

  func sync(_ file: Int32, path: FilePath) throws(FileFault) {
    while true {
      do {
        return try calls.sync(file)
      } catch {
        guard error.code == EINTR else { throw FileFault(step: .sync, path: path, errno: error) }
      }
    }
  }

  func syncFolder() throws(FileFault) {
    let path = path.folder
    let folder: Int32
    do {
      folder = try calls.open(path, O_RDONLY | O_DIRECTORY, 0)
    } catch { throw FileFault(step: .sync, path: path, errno: error) }
    defer { calls.close(folder) }
    try sync(folder, path: path)
  }

  func seek(_ file: Int32, to offset: Int, path: FilePath) throws(FileFault) {
    do { try calls.seek(file, offset) } catch { throw FileFault(step: .read, path: path, errno: error) }
  }

  func regularStatus(_ file: Int32) throws(FileFault) -> FileStatus {
    let status: FileStatus
    do { status = try calls.status(file) } catch { throw FileFault(step: .read, path: path, errno: error) }
    guard status.isRegular else { throw FileFault(step: .notAFile, path: path, errno: SystemErrno(code: EINVAL)) }
    return status
  }

  func openForAppending() throws(FileFault) -> Int32 {
    do {
      return try calls.open(path, O_RDWR | O_APPEND, 0)
    } catch { throw FileFault(step: .write, path: path, errno: error) }
  }

  /// The state of the file to be replaced; `nil` when there is none. A file that may not be written is refused here,
  /// since a rename would not ask.
  func statusForReplacing() throws(FileFault) -> FileStatus? {
    let file: Int32
    do {
      file = try calls.open(path, O_WRONLY | O_NONBLOCK, 0)
    } catch  where error.code == ENOENT {
      return nil
    } catch { throw FileFault(step: .write, path: path, errno: error) }
    defer { calls.close(file) }
    return try regularStatus(file)
  }

  func keepOwnerAndMode(of old: FileStatus, _ file: Int32) throws(FileFault) {
    // Only the superuser can give a file away; who cannot keeps the permissions at least.
    try? calls.setOwner(file, old.owner, old.group)
    do {
      try calls.setMode(file, old.mode & 0o7777)
    } catch { throw FileFault(step: .write, path: temporaryPath, errno: error) }
  }
}
