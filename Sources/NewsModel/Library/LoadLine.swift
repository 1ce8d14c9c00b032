import Foundation

/// Work on a list of files by several threads whose results leave in order.
///
/// A class because threads share it; the lock guards all that changes. Readers stay at most `window` bytes ahead of what
/// has been taken, so that a slow taker does not fill the memory.
final class LoadLine: @unchecked Sendable {
  private let files: [PageFile]
  private let read: @Sendable (PageFile) -> LoadedPage
  private let lock = NSCondition()
  /// The next file to read, the next result to hand over.
  private var begun = 0
  private var taken = 0
  private var results: [Int: LoadedPage] = [:]
  private var bytesAhead = 0
  private var isStopped = false

  /// Bytes of files that may be read but not yet taken.
  private static let window = 16 << 20

  init(_ files: [PageFile], read: @escaping @Sendable (PageFile) -> LoadedPage) {
    self.files = files
    self.read = read
  }

  /// Reads files until none is left or someone cancels.
  func work(isCancelled: () -> Bool) {
    while let index = begin() {
      if isCancelled() { return stop() }
      finish(index, read(files[index]))
    }
  }

  /// The next result in order; `nil` when all are taken or someone cancelled. To be called by one thread only.
  func next(isCancelled: () -> Bool) -> LoadedPage? {
    lock.lock()
    defer { lock.unlock() }
    while taken < files.count {
      if isStopped || isCancelled() {
        isStopped = true
        lock.broadcast()
        return nil
      }
      if let result = results.removeValue(forKey: taken) {
        bytesAhead -= files[taken].byteCount
        taken += 1
        lock.broadcast()
        return result
      }
      lock.wait()
    }
    return nil
  }

  private func begin() -> Int? {
    lock.lock()
    defer { lock.unlock() }
    while !isStopped && begun < files.count && begun > taken && bytesAhead >= LoadLine.window { lock.wait() }
    guard !isStopped, begun < files.count else { return nil }
    begun += 1
    bytesAhead += files[begun - 1].byteCount
    return begun - 1
  }

  private func finish(_ index: Int, _ result: LoadedPage) {
    lock.lock()
    results[index] = result
    lock.broadcast()
    lock.unlock()
  }

  private func stop() {
    lock.lock()
    isStopped = true
    lock.broadcast()
    lock.unlock()
  }
}
