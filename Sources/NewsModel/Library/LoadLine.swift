import Platform

/// Work on a list of files by several threads whose results leave in order.
///
/// A class because threads share it; the lock guards all that changes. Readers stay at most `window` bytes ahead of what
/// has been taken, so that a slow taker does not fill the memory.
final class LoadLine: @unchecked Sendable {
  private let files: [PageFile]
  private let read: @Sendable (PageFile) -> LoadedPage
  private let lock = Monitor()
  /// The next file to read, the next one to hand over.
  private var begun = 0
  private var taken = 0
  /// By their first file: runs that are read but not yet taken.
  private var results: [Int: [LoadedPage]] = [:]
  private var bytesAhead = 0
  private var isStopped = false

  /// Bytes of files that may be read but not yet taken.
  private static let window = 16 << 20
  /// Bytes of files that a thread reads before it hands them over: threads that wake each other for every page do little
  /// else.
  private static let runBytes = 1 << 16

  init(_ files: [PageFile], read: @escaping @Sendable (PageFile) -> LoadedPage) {
    self.files = files
    self.read = read
  }

  /// Reads files until none is left or someone cancels.
  func work(isCancelled: () -> Bool) {
    while let run = begin() {
      var pages: [LoadedPage] = []
      pages.reserveCapacity(run.count)
      for file in files[run] {
        if isCancelled() { return stop() }
        pages.append(read(file))
      }
      finish(run, pages)
    }
  }

  /// The next results in order, one at least; `nil` when all are taken or someone cancelled. To be called by one thread
  /// only.
  func next(isCancelled: () -> Bool) -> [LoadedPage]? {
    lock.lock()
    defer { lock.unlock() }
    while taken < files.count {
      if isStopped || isCancelled() {
        isStopped = true
        lock.broadcast()
        return nil
      }
      if let run = results.removeValue(forKey: taken) {
        let wasFull = bytesAhead >= LoadLine.window
        for page in run { bytesAhead -= page.byteCount }
        taken += run.count
        if wasFull { lock.broadcast() }
        return run
      }
      if begun == taken {
        // Nobody has come to it yet, and where the system gives no more threads nobody will.
        begun += 1
        bytesAhead += files[taken].byteCount
        lock.unlock()
        let result = read(files[taken])
        lock.lock()
        results[taken] = [result]
      } else {
        lock.wait()
      }
    }
    return nil
  }

  private func begin() -> Range<Int>? {
    lock.lock()
    defer { lock.unlock() }
    while !isStopped && begun < files.count && begun > taken && bytesAhead >= LoadLine.window { lock.wait() }
    guard !isStopped, begun < files.count else { return nil }
    let first = begun
    var bytes = 0
    repeat {
      bytes += files[begun].byteCount
      begun += 1
    } while begun < files.count && bytes < LoadLine.runBytes
    bytesAhead += bytes
    return first..<begun
  }

  private func finish(_ run: Range<Int>, _ pages: [LoadedPage]) {
    lock.lock()
    results[run.lowerBound] = pages
    if run.lowerBound == taken { lock.broadcast() }
    lock.unlock()
  }

  private func stop() {
    lock.lock()
    isStopped = true
    lock.broadcast()
    lock.unlock()
  }
}
