import Foundation
import ReaderTerminal
import ReaderUI

/// Events on their way from background work to the event loop.
final class Mailbox: Sendable {
  private let waker: Waker
  private let lock = NSLock()
  private nonisolated(unsafe) var events: [Event] = []

  init(waker: Waker) {
    self.waker = waker
  }

  /// Hands over an event; the loop is woken to take it.
  func post(_ event: Event) {
    lock.withLock { events.append(event) }
    waker.wake()
  }

  /// Takes all events that have come, oldest first.
  func take() -> [Event] {
    lock.withLock {
      defer { events = [] }
      return events
    }
  }
}

/// A value that several threads read and change, one at a time.
final class Shared<Value: Sendable>: Sendable {
  private let lock = NSLock()
  private nonisolated(unsafe) var stored: Value

  init(_ value: Value) {
    stored = value
  }

  var value: Value {
    get { lock.withLock { stored } }
    set { lock.withLock { stored = newValue } }
  }

  /// Changes the value in one go.
  func change<Result>(_ body: (inout Value) -> Result) -> Result { lock.withLock { body(&stored) } }
}
