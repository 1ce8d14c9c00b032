import Platform

/// Lets no more threads work at a time than there are processors, and one fewer while somebody waits at the screen: a key that finds a
/// processor free is answered at once, one that has to drive work off it waits for the system's next look, whatever the priorities.
public final class WorkGate: Sendable {
  /// Processors that work may use.
  private let processors: Int
  private let isYielding: @Sendable () -> Bool
  private let condition = Monitor()
  // Guarded by `condition`.
  private nonisolated(unsafe) var working = 0
  private nonisolated(unsafe) var isDelivering = false
  /// Nanoseconds after which a thread that waits looks again whether somebody still is at the screen.
  private static let pause = 20_000_000

  /// A gate for `processors` threads.
  ///
  /// - Parameter isYielding: whether to leave one processor free now; asked by many threads.
  public init(
    processors: Int = ProcessInfo.processInfo.activeProcessorCount, isYielding: @escaping @Sendable () -> Bool
  ) {
    self.processors = processors
    self.isYielding = isYielding
  }

  /// Threads that may work now; at least 1.
  public var threads: Int { max(1, processors - (isYielding() ? 1 : 0)) }

  /// Does a piece of work, some milliseconds long, as soon as there is room for it.
  func work<Result>(_ body: () -> Result) -> Result {
    condition.lock()
    // Who takes what is done is at work too, and need not wait: then there may be no room for anyone else.
    while working >= threads - (isDelivering ? 1 : 0) {
      condition.wait(nanoseconds: Self.pause)
    }
    working += 1
    condition.unlock()
    defer {
      condition.withLock { working -= 1 }
      condition.signal()
    }
    return body()
  }

  /// Does what the one thread does that takes the others' results; it never waits.
  func deliver(_ body: () -> Void) {
    condition.withLock { isDelivering = true }
    defer {
      condition.withLock { isDelivering = false }
      condition.broadcast()
    }
    body()
  }
}

/// Work shared out among threads that have the caller's priority. Those of a dispatch queue have their own, on Linux that of the process, so
/// that work which gives way to the reader must not be handed to them.
enum Workers {
  /// Calls `body` for 0 ..< `count` on so many threads at most, the caller's among them, and waits until all calls have returned.
  ///
  /// The caller alone does all of it where the system has no more threads.
  static func perform(_ count: Int, threads: Int, _ body: @escaping @Sendable (Int) -> Void) {
    let numbers = Numbers(count)
    for _ in 1..<max(1, min(threads, count)) {
      Threads.detach { numbers.forEach(body) }
    }
    numbers.forEach(body)
    numbers.waitForAll()
  }

  /// The numbers from 0 on, each handed out once. A thread that never came to be has taken none.
  private final class Numbers: Sendable {
    private let count: Int
    private let condition = Monitor()
    // Guarded by `condition`.
    private nonisolated(unsafe) var taken = 0
    private nonisolated(unsafe) var done = 0

    init(_ count: Int) { self.count = count }

    func forEach(_ body: (Int) -> Void) {
      while let index = take() {
        body(index)
        condition.withLock { done += 1 }
        condition.signal()
      }
    }

    func waitForAll() {
      condition.withLock { while done < count { condition.wait() } }
    }

    private func take() -> Int? {
      condition.withLock {
        guard taken < count else { return nil }
        taken += 1
        return taken - 1
      }
    }
  }
}
