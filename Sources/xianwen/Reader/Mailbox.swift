import ReaderTerminal
import ReaderUI
import Synchronization

/// Events on their way from background work to the event loop.
final class Mailbox: Sendable {
  private let waker: Waker
  private let events = Mutex<[Event]>([])

  init(waker: Waker) {
    self.waker = waker
  }

  /// Hands over an event; the loop is woken to take it.
  func post(_ event: Event) {
    events.withLock { $0.append(event) }
    waker.wake()
  }

  /// Takes all events that have come, oldest first.
  func take() -> [Event] {
    events.withLock { events in
      defer { events = [] }
      return events
    }
  }
}

/// A value that several threads read and change, one at a time.
final class Shared<Value: Sendable>: Sendable {
  private let stored: Mutex<Value>

  init(_ value: Value) {
    stored = Mutex(value)
  }

  var value: Value {
    get { stored.withLock { $0 } }
    set { stored.withLock { $0 = newValue } }
  }

  /// Changes the value in one go.
  func change<Result: Sendable>(_ body: (inout Value) -> Result) -> Result { stored.withLock { body(&$0) } }
}
