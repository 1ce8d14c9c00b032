import CTerminal
import ReaderUI

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// The terminal the process runs in: draws frames and delivers keys. Get one from `withTerminal`.
///
/// ncurses knows the terminal's description, its modes and its keys; the screen is drawn from our own grid (`FrameEncoder`). Not for use by
/// several threads; only the `waker` may leave the event loop.
public final class Terminal {
  /// What ended a wait.
  public enum Event: Hashable, Sendable {
    /// A key, the mouse, a paste or a new size.
    case key(Key)
    /// Somebody called `waker.wake()`.
    case wake
    /// The time given is over.
    case timeout
    /// The process was asked to end by this signal, or the terminal has gone, which counts as SIGHUP. Save and leave.
    case ending(signal: Int32)
  }

  /// Wakes `nextEvent` from other threads.
  public let waker = Waker()
  private let capabilities: Capabilities
  private let leaving: String
  private var encoder: FrameEncoder
  private var decoder = KeyDecoder()
  /// Events that came in one go with the last one returned.
  private var waiting: [Event] = []
  private var isMouseOn = false
  /// When the terminal sent something last.
  private var lastInput = ContinuousClock.now

  init(environment: [String: String]) throws(TerminalError) {
    guard isatty(STDIN_FILENO) == 1 else { throw .inputIsNotATerminal }
    guard isatty(STDOUT_FILENO) == 1 else { throw .outputIsNotATerminal }
    guard let type = environment["TERM"], !type.isEmpty else { throw .noType }
    cterm_set_locale()
    guard cterm_open() == 0 else { throw .unknownType(type) }
    let isColored = (environment["NO_COLOR"] ?? "").isEmpty
    guard let capabilities = Capabilities.ofOpenTerminal(isColored: isColored) else { throw .cannotPlaceCursor(type) }
    self.capabilities = capabilities
    leaving = String(decoding: capabilities.restore, as: UTF8.self)
    encoder = FrameEncoder(capabilities)
    // ncurses has switched to a screen of our own already.
    cterm_enter(leaving)
    send(capabilities.modesOn)
  }

  /// The size of the screen now.
  public var size: Size {
    var columns: Int32 = 0
    var rows: Int32 = 0
    cterm_size(&columns, &rows)
    return Size(columns: Int(columns), rows: Int(rows))
  }

  /// Shows a frame by sending what differs from the last one.
  public func draw(_ frame: Frame) {
    send(encoder.encode(frame))
  }

  /// Makes the next `draw` clear the screen and send everything, for a screen that another program has written to.
  public func redrawFully() {
    encoder.invalidate()
  }

  /// Switches the reporting of the mouse, which takes the terminal's own selection away from the user; off at first.
  public func setMouse(_ isOn: Bool) {
    isMouseOn = isOn
    send(isOn ? Capabilities.mouseOn : Capabilities.mouseOff)
  }

  /// Waits for the next event, for `milliseconds` at most, or without end if nil; 0 only looks.
  ///
  /// Stop signals are obeyed and continuing is reported as `resize`, after which everything is drawn again.
  public func nextEvent(timeout milliseconds: Int? = nil) -> Event {
    let end = milliseconds.map { ContinuousClock.now + .milliseconds($0) }
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      readKeys()
      if !waiting.isEmpty { continue }
      let silent = decoder.awaitedSilence.map { lastInput + Self.duration(of: $0) }
      if let silent, silent <= .now {
        waiting += decoder.finish().map(Event.key)
        continue
      }
      let limit = [end, silent].compactMap(\.self).min().map { ContinuousClock.now.duration(to: $0) }
      let found = cterm_wait(waker.readEnd, limit.map { max(0, $0.milliseconds) } ?? -1)
      // A signal already told may end a wait early; without a limit there is nothing to report.
      if found == 0, let end, end <= .now { return .timeout }
      take(found)
    }
  }

  /// Stops the process as Ctrl-Z does in a shell, with the terminal given back, and takes it again when continued. The next event is `resize`.
  public func suspend() {
    released { cterm_stop() }
    // Being continued is a signal too, and dealt with already.
    take(cterm_wait(-1, 0) & ~Int32(CTERM_CONTINUED | CTERM_RESIZED | CTERM_INPUT))
    waiting.append(.key(.resize))
  }

  /// Gives the terminal back while `body` runs, for an editor or a pager, then takes it again and draws everything anew.
  public func released<Result>(_ body: () throws -> Result) rethrows -> Result {
    cterm_leave()
    defer { enter() }
    return try body()
  }

  /// Gives the terminal back for good.
  func close() {
    cterm_leave()
  }

  private static func duration(of silence: KeyDecoder.Silence) -> Duration {
    switch silence {
    case .short: .milliseconds(25)
    case .long: .seconds(1)
    case .paste: .seconds(2)
    }
  }

  private func enter() {
    cterm_enter(leaving)
    send(capabilities.ownScreen + capabilities.modesOn + (isMouseOn ? Capabilities.mouseOn : []))
    encoder.invalidate()
  }

  private func readKeys() {
    while true {
      let code = cterm_read()
      if code < 0 { return }
      lastInput = .now
      if code < 256 {
        waiting += decoder.feed(.byte(UInt8(code))).map(Event.key)
      } else if let name = cterm_key_name(code) {
        waiting += decoder.feed(.named(String(cString: name))).map(Event.key)
      }
    }
  }

  private func take(_ found: Int32) {
    func has(_ bit: Int) -> Bool { Int(found) & bit != 0 }
    for (bit, signal) in [(CTERM_TERMINATE, SIGTERM), (CTERM_INTERRUPT, SIGINT), (CTERM_HANGUP, SIGHUP)] where has(bit)
    {
      waiting.append(.ending(signal: signal))
    }
    if has(CTERM_STOP) {
      suspend()
    } else if has(CTERM_CONTINUED) {
      // Continued after a stop that could not be foreseen: another program may have changed everything.
      cterm_leave()
      enter()
      waiting.append(.key(.resize))
    } else if has(CTERM_RESIZED) {
      encoder.invalidate()
      waiting.append(.key(.resize))
    }
    if has(CTERM_WAKE) { waiting.append(.wake) }
  }

  /// Writes all bytes. A terminal that has gone away is noticed by the next wait.
  func send(_ bytes: [UInt8]) {
    var sent = 0
    bytes.withUnsafeBytes { buffer in
      while sent < buffer.count {
        let count = write(STDOUT_FILENO, buffer.baseAddress?.advanced(by: sent), buffer.count - sent)
        if count >= 0 {
          sent += count
        } else if errno == EAGAIN {
          var output = pollfd(fd: STDOUT_FILENO, events: Int16(POLLOUT), revents: 0)
          _ = poll(&output, 1, 100)
        } else if errno != EINTR {
          return
        }
      }
    }
  }
}

/// Runs `body` with the terminal in its hands, and gives the terminal back however `body` ends; a crash gives it back too.
///
/// - Throws: `TerminalError` if there is no terminal that can be drawn on, else what `body` throws.
public func withTerminal<Result>(environment: [String: String], _ body: (Terminal) throws -> Result) throws -> Result {
  let terminal = try Terminal(environment: environment)
  defer { terminal.close() }
  return try body(terminal)
}

extension Duration {
  /// Whole milliseconds, rounded up.
  fileprivate var milliseconds: Int32 {
    let (seconds, attoseconds) = components
    return Int32(clamping: seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
