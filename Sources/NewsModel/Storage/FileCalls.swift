import Platform

/// What the system knows of a file.
struct FileStatus: Hashable {
  let device: UInt64
  let inode: UInt64
  /// The size in bytes.
  let size: Int
  /// The times of the last change of content and of status, in nanoseconds; those after the year 2262 wrap around, still another number
  /// for another time.
  let times: [Int64]
  /// Type and permissions, as in `st_mode`.
  let mode: UInt32
  let owner: UInt32
  let group: UInt32

  var isRegular: Bool { mode & UInt32(S_IFMT) == UInt32(S_IFREG) }
}

/// The system calls of durable files, one closure each, so that a test can make any of them fail.
struct FileCalls: Sendable {
  var open: @Sendable (_ path: FilePath, _ flags: Int32, _ mode: UInt32) throws(SystemErrno) -> Int32
  var close: @Sendable (_ file: Int32) -> Void
  /// Reads into `bytes` from the index `start` on; how many bytes.
  var read: @Sendable (_ file: Int32, _ bytes: inout [UInt8], _ start: Int) throws(SystemErrno) -> Int
  /// Writes `bytes` from the index `start` on; how many bytes.
  var write: @Sendable (_ file: Int32, _ bytes: [UInt8], _ start: Int) throws(SystemErrno) -> Int
  var sync: @Sendable (_ file: Int32) throws(SystemErrno) -> Void
  var truncate: @Sendable (_ file: Int32, _ size: Int) throws(SystemErrno) -> Void
  var seek: @Sendable (_ file: Int32, _ offset: Int) throws(SystemErrno) -> Void
  /// Locks a file for this one opening of it, without waiting.
  var lock: @Sendable (_ file: Int32) throws(SystemErrno) -> Void
  var status: @Sendable (_ file: Int32) throws(SystemErrno) -> FileStatus
  var statusOfPath: @Sendable (_ path: FilePath) throws(SystemErrno) -> FileStatus
  var setMode: @Sendable (_ file: Int32, _ mode: UInt32) throws(SystemErrno) -> Void
  var setOwner: @Sendable (_ file: Int32, _ owner: UInt32, _ group: UInt32) throws(SystemErrno) -> Void
  var rename: @Sendable (_ from: FilePath, _ to: FilePath) throws(SystemErrno) -> Void
  var unlink: @Sendable (_ path: FilePath) throws(SystemErrno) -> Void
  var makeFolder: @Sendable (_ path: FilePath, _ mode: UInt32) throws(SystemErrno) -> Void
  /// What a symbolic link holds; `nil` for what is no link or is not there.
  var readLink: @Sendable (_ path: FilePath) -> FilePath?
  /// Waits a moment, in microseconds.
  var pause: @Sendable (_ microseconds: UInt32) -> Void

  /// The system's own calls.
  static let system = FileCalls(
    open: { (path, flags, mode) throws(SystemErrno) in
      try checked(path.withPlatformString { Platform.open($0, flags | O_CLOEXEC, mode_t(truncatingIfNeeded: mode)) })
    },
    close: { _ = Platform.close($0) },
    read: { (file, bytes, start) throws(SystemErrno) in
      try checked(
        bytes.withUnsafeMutableBytes { buffer in
          buffer.baseAddress.map { Platform.read(file, $0 + start, buffer.count - start) } ?? 0
        })
    },
    write: { (file, bytes, start) throws(SystemErrno) in
      try checked(
        bytes.withUnsafeBytes { buffer in
          buffer.baseAddress.map { Platform.write(file, $0 + start, buffer.count - start) } ?? 0
        })
    },
    sync: { (file) throws(SystemErrno) in
      #if canImport(Darwin)
        // On macOS fsync stops at the drive's cache; where the volume cannot do more, it must do.
        if fcntl(file, F_FULLFSYNC) == 0 { return }
      #endif
      _ = try checked(fsync(file))
    },
    truncate: { (file, size) throws(SystemErrno) in _ = try checked(ftruncate(file, off_t(size))) },
    seek: { (file, offset) throws(SystemErrno) in _ = try checked(Int(lseek(file, off_t(offset), SEEK_SET))) },
    lock: { (file) throws(SystemErrno) in _ = try checked(flock(file, LOCK_EX | LOCK_NB)) },
    status: { (file) throws(SystemErrno) in
      var status = stat()
      _ = try checked(fstat(file, &status))
      return FileStatus(status)
    },
    statusOfPath: { (path) throws(SystemErrno) in
      var status = stat()
      _ = try checked(path.withPlatformString { stat($0, &status) })
      return FileStatus(status)
    },
    setMode: { (file, mode) throws(SystemErrno) in _ = try checked(fchmod(file, mode_t(truncatingIfNeeded: mode))) },
    setOwner: { (file, owner, group) throws(SystemErrno) in _ = try checked(fchown(file, owner, group)) },
    rename: { (from, to) throws(SystemErrno) in
      _ = try checked(from.withPlatformString { from in to.withPlatformString { Platform.rename(from, $0) } })
    },
    unlink: { (path) throws(SystemErrno) in _ = try checked(path.withPlatformString { Platform.unlink($0) }) },
    makeFolder: { (path, mode) throws(SystemErrno) in
      _ = try checked(path.withPlatformString { mkdir($0, mode_t(truncatingIfNeeded: mode)) })
    },
    readLink: { path in
      var buffer = [UInt8](repeating: 0, count: Int(PATH_MAX))
      let count = buffer.withUnsafeMutableBytes { bytes in
        // CChar is signed on some machines and unsigned on others.
        bytes.withMemoryRebound(to: CChar.self) { target in
          guard let base = target.baseAddress else { return -1 }
          return path.withPlatformString { readlink($0, base, target.count) }
        }
      }
      return count > 0 ? FilePath(bytes: Array(buffer.prefix(count))) : nil
    },
    pause: { usleep($0) })

  private static func checked<Result: SignedInteger>(_ result: Result) throws(SystemErrno) -> Result {
    guard result >= 0 else { throw SystemErrno(code: errno) }
    return result
  }
}

extension FileStatus {
  init(_ status: stat) {
    #if canImport(Darwin)
      let times = [status.st_mtimespec, status.st_ctimespec]
    #else
      let times = [status.st_mtim, status.st_ctim]
    #endif
    self.init(
      device: UInt64(truncatingIfNeeded: status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
      times: times.map { Int64($0.tv_sec) &* 1_000_000_000 &+ Int64($0.tv_nsec) }, mode: UInt32(status.st_mode),
      owner: status.st_uid, group: status.st_gid)
  }
}
