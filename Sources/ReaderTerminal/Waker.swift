#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Wakes the event loop from any thread: background work that has news calls `wake()`, and the loop's wait ends.
///
/// A pipe that is written one byte per call and drained when the loop wakes; a full pipe will wake it anyhow. Holding a waker keeps the
/// pipe open, so that a late call after the reader has ended reaches nobody else's file.
public final class Waker: Sendable {
  /// The end that the event loop waits on.
  let readEnd: Int32
  private let writeEnd: Int32

  init() {
    var ends: [Int32] = [-1, -1]
    _ = pipe(&ends)
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    readEnd = ends[0]
    writeEnd = ends[1]
  }

  deinit {
    close(readEnd)
    close(writeEnd)
  }

  /// Ends the event loop's current or next wait.
  public func wake() {
    var byte: UInt8 = 1
    _ = write(writeEnd, &byte, 1)
  }
}
