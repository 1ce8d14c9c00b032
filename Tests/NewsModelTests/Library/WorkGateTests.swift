import Foundation
import Testing

@testable import NewsModel

@Suite struct WorkGateTests {
  /// How many threads are in the middle of a piece of work, and how many were at most.
  private final class Crowd: Sendable {
    private let lock = NSLock()
    private nonisolated(unsafe) var present = 0
    private nonisolated(unsafe) var most = 0

    var largest: Int { lock.withLock { most } }

    func visit() {
      lock.withLock {
        present += 1
        most = max(most, present)
      }
      Thread.sleep(forTimeInterval: 0.002)
      lock.withLock { present -= 1 }
    }
  }

  /// The most threads that were let through at the same time, of eight that ask.
  private func largestCrowd(_ gate: WorkGate) -> Int {
    let crowd = Crowd()
    Workers.perform(40, threads: 8) { _ in gate.work { crowd.visit() } }
    return crowd.largest
  }

  @Test func aProcessorIsLeftFreeWhileSomebodyWaits() {
    #expect((1...3).contains(largestCrowd(WorkGate(processors: 3) { false })))
    #expect((1...2).contains(largestCrowd(WorkGate(processors: 3) { true })))
    // With one processor there is none to leave.
    #expect(largestCrowd(WorkGate(processors: 1) { true }) == 1)
  }

  @Test func deliveringCountsAsWork() {
    let gate = WorkGate(processors: 2) { false }
    var most = 0
    gate.deliver { most = largestCrowd(gate) }
    #expect(most == 1)
  }

  @Test func everyNumberIsWorkedOnOnce() {
    for (count, threads) in [(0, 4), (1, 4), (100, 1), (1000, 7)] {
      let lock = NSLock()
      nonisolated(unsafe) var times = [Int](repeating: 0, count: count)
      Workers.perform(count, threads: threads) { index in lock.withLock { times[index] += 1 } }
      #expect(times.allSatisfy { $0 == 1 })
    }
  }
}
