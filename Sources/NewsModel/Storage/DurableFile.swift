import Platform

/// Which step on a file failed, and why.
struct FileFault: Error, Hashable {
  /// What was being done.
  enum Step: String, Hashable {
    case createFolder = "creating its folder"
    case lock = "locking"
    case read = "reading"
    case write = "writing"
    case sync = "making it durable"
    case rename = "renaming"
    /// The path names a folder, a device or a pipe.
    case notAFile = "opening"
  }

  let step: Step
  let path: FilePath
  let errno: SystemErrno
}

/// A file whose every change is on disk when the call returns, whole or not at all, while other copies of the
/// program change it too.
///
/// Writers take turns by a lock on `.NAME.lock` beside the file, not on the file itself, which a rename replaces.
/// A change either writes the file anew (temporary file, fsync, rename, fsync of the folder) or appends to it. What
/// is to be appended is first written to the lock file, so that whoever comes after a writer that died in the middle
/// knows the torn end for what it is and takes it back; a torn end that others left is never touched.
struct DurableFile: Sendable {
  /// The path as it was given.
  let path: FilePath
  let calls: FileCalls

  /// How long to wait for the other copies, in steps of 10 ms.
  private static let lockAttempts = 200

  /// Runs `body` while no other copy changes the file; creates missing folders when `creating`.
  func locked<Result>(
    creating: Bool, _ body: (LockedFile) throws(FileFault) -> Result
  ) throws(FileFault) -> Result {
    _ = try exists()
    let target = resolvedPath
    let lockPath = sibling(of: target, suffix: ".lock")
    let lock = try openLock(lockPath, creatingFolders: creating)
    defer { calls.close(lock) }
    try takeLock(lock, path: lockPath)
    let file = LockedFile(
      path: target, temporaryPath: sibling(of: target, suffix: ".tmp"), lockPath: lockPath, lock: lock, calls: calls)
    try file.recover()
    return try body(file)
  }

  /// Whether the file is there.
  ///
  /// - Throws: `.notAFile` when something else is: no lock must be made beside a folder or a device.
  func exists() throws(FileFault) -> Bool {
    let status: FileStatus
    do {
      status = try calls.statusOfPath(path)
    } catch  where error.code == ENOENT || error.code == ENOTDIR {
      return false
    } catch { throw FileFault(step: .read, path: path, errno: error) }
    guard status.isRegular else { throw FileFault(step: .notAFile, path: path, errno: SystemErrno(code: EINVAL)) }
    return true
  }

  /// Reads the file as it stands, without a lock: for a folder in which none can be made.
  func readUnlocked() throws(FileFault) -> (bytes: [UInt8], status: FileStatus)? {
    try LockedFile(path: resolvedPath, temporaryPath: "", lockPath: "", lock: -1, calls: calls).read()
  }

  /// Adds a few bytes at the end by one write, without a lock and without waiting for the disk: for what may be lost.
  func appendLoosely(_ bytes: [UInt8]) throws(FileFault) {
    let target = resolvedPath
    let flags = O_WRONLY | O_CREAT | O_APPEND | O_NONBLOCK
    let file: Int32
    do throws(SystemErrno) {
      do throws(SystemErrno) {
        file = try calls.open(target, flags, 0o666)
      } catch {
        guard error.code == ENOENT else { throw error }
        try? makeFolders(target.folder)
        file = try calls.open(target, flags, 0o666)
      }
      defer { calls.close(file) }
      var written = 0
      while written < bytes.count { written += try calls.write(file, bytes, written) }
    } catch { throw FileFault(step: .write, path: target, errno: error) }
  }

  /// The path with a link at its end followed, so that the file is replaced and not the link.
  var resolvedPath: FilePath {
    var path = path
    for _ in 0..<40 {
      guard let target = calls.readLink(path) else { return path }
      path = target.isAbsolute ? target : path.folder.appending(target)
    }
    return path
  }

  private func sibling(of path: FilePath, suffix: String) -> FilePath {
    path.folder.appending(FilePath(encoded: "." + path.lastComponent.encoded + suffix))
  }

  private func openLock(_ path: FilePath, creatingFolders: Bool) throws(FileFault) -> Int32 {
    do {
      return try calls.open(path, O_RDWR | O_CREAT, 0o600)
    } catch {
      guard creatingFolders, error.code == ENOENT else { throw FileFault(step: .lock, path: path, errno: error) }
    }
    try makeFolders(path.folder)
    do {
      return try calls.open(path, O_RDWR | O_CREAT, 0o600)
    } catch { throw FileFault(step: .lock, path: path, errno: error) }
  }

  /// Creates `path` and the folders above it, for the user alone as the XDG specification wants it.
  private func makeFolders(_ path: FilePath) throws(FileFault) {
    do {
      try calls.makeFolder(path, 0o700)
    } catch  where error.code == EEXIST {
      return
    } catch  where error.code == ENOENT {
      let parent = path.folder
      guard parent != path else { throw FileFault(step: .createFolder, path: path, errno: error) }
      try makeFolders(parent)
      do {
        try calls.makeFolder(path, 0o700)
      } catch  where error.code == EEXIST {
        return
      } catch { throw FileFault(step: .createFolder, path: path, errno: error) }
    } catch { throw FileFault(step: .createFolder, path: path, errno: error) }
  }

  private func takeLock(_ lock: Int32, path: FilePath) throws(FileFault) {
    var attempt = 0
    while true {
      do {
        return try calls.lock(lock)
      } catch {
        attempt += 1
        guard error.code == EWOULDBLOCK || error.code == EINTR, attempt < DurableFile.lockAttempts else {
          throw FileFault(step: .lock, path: path, errno: error)
        }
        if error.code == EWOULDBLOCK { calls.pause(10_000) }
      }
    }
  }
}
