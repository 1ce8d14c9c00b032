import Foundation

@testable import NewsModel

/// File calls that fail when they are told to.
final class FaultPlan: @unchecked Sendable {
  /// What happens to the calls.
  enum Fault: Sendable, Equatable {
    /// This call, counted from 0, fails; a write has written half by then.
    case call(Int, code: Int32)
    /// This call and all after it fail, as if the process had been killed in the middle of it.
    case death(Int)
    /// Every second call is interrupted by a signal.
    case interruptions
    /// No write takes more than this many bytes.
    case shortWrites(Int)
    case none
  }

  private let mutex = NSLock()
  private var fault = Fault.none
  private var made = 0
  private var writtenBytes = 0
  private var readBytes = 0

  /// How many calls that can fail were made since `set`.
  var callCount: Int { mutex.withLock { made } }
  var bytesWritten: Int { mutex.withLock { writtenBytes } }
  var bytesRead: Int { mutex.withLock { readBytes } }

  func set(_ fault: Fault) {
    mutex.withLock {
      self.fault = fault
      made = 0
      writtenBytes = 0
      readBytes = 0
    }
  }

  /// Counts a call; how it must fail.
  private func next(isInterruptible: Bool = false) -> Int32? {
    mutex.withLock {
      defer { made += 1 }
      switch fault {
      case .call(made, let code): return code
      case .death(let last) where made >= last: return EIO
      case .interruptions where isInterruptible && made.isMultiple(of: 2): return EINTR
      default: return nil
      }
    }
  }

  private func check(isInterruptible: Bool = false) throws(SystemErrno) {
    if let code = next(isInterruptible: isInterruptible) { throw SystemErrno(code: code) }
  }

  /// How many of `count` bytes a write that fails has written.
  private func torn(_ count: Int) -> Int {
    mutex.withLock { if case .death(let last) = fault, made > last + 1 { 0 } else { count / 2 } }
  }

  private func longest(_ count: Int) -> Int {
    mutex.withLock { if case .shortWrites(let most) = fault { min(most, count) } else { count } }
  }

  private func count(read: Int = 0, written: Int = 0) {
    mutex.withLock {
      readBytes += read
      writtenBytes += written
    }
  }

  var calls: FileCalls {
    let system = FileCalls.system
    var calls = system
    calls.open = { [self] (path, flags, mode) throws(SystemErrno) in
      try check()
      return try system.open(path, flags, mode)
    }
    calls.read = { [self] (file, bytes, start) throws(SystemErrno) in
      try check(isInterruptible: true)
      let read = try system.read(file, &bytes, start)
      count(read: read)
      return read
    }
    calls.write = { [self] (file, bytes, start) throws(SystemErrno) in
      if let code = next(isInterruptible: true) {
        let torn = code == EINTR ? 0 : torn(bytes.count - start)
        if torn > 0 { _ = try system.write(file, Array(bytes[start..<start + torn]), 0) }
        throw SystemErrno(code: code)
      }
      let end = start + longest(bytes.count - start)
      let written = try system.write(file, Array(bytes[start..<end]), 0)
      count(written: written)
      return written
    }
    calls.sync = { [self] (file) throws(SystemErrno) in
      try check(isInterruptible: true)
      try system.sync(file)
    }
    calls.truncate = { [self] (file, size) throws(SystemErrno) in
      try check()
      try system.truncate(file, size)
    }
    calls.seek = { [self] (file, offset) throws(SystemErrno) in
      try check()
      try system.seek(file, offset)
    }
    calls.lock = { [self] (file) throws(SystemErrno) in
      try check(isInterruptible: true)
      try system.lock(file)
    }
    calls.status = { [self] (file) throws(SystemErrno) in
      try check()
      return try system.status(file)
    }
    calls.statusOfPath = { [self] (path) throws(SystemErrno) in
      try check()
      return try system.statusOfPath(path)
    }
    calls.setMode = { [self] (file, mode) throws(SystemErrno) in
      try check()
      try system.setMode(file, mode)
    }
    calls.setOwner = { [self] (file, owner, group) throws(SystemErrno) in
      try check()
      try system.setOwner(file, owner, group)
    }
    calls.rename = { [self] (from, to) throws(SystemErrno) in
      try check()
      try system.rename(from, to)
    }
    calls.unlink = { [self] (path) throws(SystemErrno) in
      try check()
      try system.unlink(path)
    }
    calls.makeFolder = { [self] (path, mode) throws(SystemErrno) in
      try check()
      try system.makeFolder(path, mode)
    }
    return calls
  }
}
