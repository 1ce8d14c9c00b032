import Foundation

/// A pseudo-terminal in which another program draws.
final class Screen {
  private let master: Int32
  private let child: Child
  private let start: ContinuousClock.Instant
  private var output: [UInt8] = []

  /// The size of the screens that are measured.
  static let (columns, rows) = (120, 40)

  /// Starts a program on a new screen; `nil` when either cannot be had.
  init?(_ path: String, _ arguments: [String], environment: [String: String]) {
    guard let (master, name) = Self.open() else { return nil }
    self.master = master
    _ = fcntl(master, F_SETFD, FD_CLOEXEC)
    var size = winsize(ws_row: UInt16(Self.rows), ws_col: UInt16(Self.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    start = .now
    guard let child = Child(path, arguments, environment: environment, input: name, terminal: true) else {
      close(master)
      return nil
    }
    self.child = child
  }

  deinit {
    child.kill()
    close(master)
  }

  /// A new pseudo-terminal: our end, and the name of the other.
  private static func open() -> (Int32, String)? {
    #if canImport(Darwin)
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else { return nil }
      return (master, String(cString: name))
    #else
      // Glibc's module hides posix_openpt and its kin; these are the system calls behind them (pty(7), ioctl_tty(2)).
      let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      let master = Foundation.open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number): (Int32, Int32) = (0, 0)
      guard master >= 0, ioctl(master, setLock, &lock) == 0, ioctl(master, getNumber, &number) == 0 else { return nil }
      return (master, "/dev/pts/\(number)")
    #endif
  }

  /// Seconds from the program's start until it has written `text`; `nil` when it has not after ten seconds.
  func waits(for text: String) -> Double? {
    let text = Array(text.utf8)
    return waits { output in output.contains(text) }
  }

  /// Types `keys`.
  func write(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = Foundation.write(master, bytes, bytes.count)
  }

  /// Seconds from `keys` to the first output after them that holds `text`; `nil` when none comes within two seconds.
  func type(_ keys: String, until text: String) -> Double? {
    while takes(within: 0) {}
    output = []
    let pressed = ContinuousClock.now
    write(keys)
    let text = Array(text.utf8)
    return waits(2, since: pressed) { output in output.contains(text) }
  }

  private func waits(
    _ limit: Double = 10, since: ContinuousClock.Instant? = nil, for isThere: ([UInt8]) -> Bool
  ) -> Double? {
    let since = since ?? start
    while !isThere(output) {
      let left = limit - since.duration(to: .now).inSeconds
      guard left > 0, takes(within: left) else { return nil }
    }
    return since.duration(to: .now).inSeconds
  }

  /// Takes what there is to read within so many seconds; whether there was something.
  private func takes(within limit: Double) -> Bool {
    var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, Int32(limit * 1000)) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer[..<count]
    return true
  }
}
