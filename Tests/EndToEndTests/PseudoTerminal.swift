import Foundation

/// The built program in a terminal of its own.
final class PseudoTerminal {
  /// Our end, and the program's.
  private let master: Int32
  private let slave: Int32
  private let process = Process()
  private var output: [UInt8] = []
  private var hasHungUp = false

  /// Starts `xianwen` with `arguments` on a screen of `columns` × `rows` cells; files it keeps go to `home`, which
  /// is its current folder too; `variables` are added to the environment.
  init(
    _ arguments: [String], columns: UInt16 = 100, rows: UInt16 = 30, home: URL, type: String = "xterm-256color",
    editor: String = "vi", variables: [String: String] = [:]
  ) throws {
    let (master, name) = try Self.openMaster()
    self.master = master
    slave = open(name, O_RDWR | O_NOCTTY)
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    process.executableURL = Bundle.main.executableURL?.deletingLastPathComponent().appendingPathComponent("xianwen")
    process.arguments = arguments
    process.currentDirectoryURL = home
    process.environment = [
      "TERM": type, "LC_ALL": "C.UTF-8", "HOME": home.path, "PATH": "/usr/bin:/bin", "NO_COLOR": "1",
      "EDITOR": editor,
    ].merging(Circumstances.sanitizerOptions) { $1 }.merging(variables) { $1 }
    process.currentDirectoryURL = home
    let end = FileHandle(fileDescriptor: slave)
    process.standardInput = end
    process.standardOutput = end
    process.standardError = end
    try process.run()
  }

  /// A new pseudo-terminal: our end, and the name of the other.
  private static func openMaster() throws -> (Int32, String) {
    #if canImport(Darwin)
      let master = posix_openpt(O_RDWR | O_NOCTTY)
      guard master >= 0, grantpt(master) == 0, unlockpt(master) == 0, let name = ptsname(master) else {
        throw POSIXError(.ENODEV)
      }
      return (master, String(cString: name))
    #else
      // Glibc's module hides posix_openpt and its kin; these are the system calls behind them (pty(7), ioctl_tty(2)).
      let (setLock, getNumber): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
      let master = open("/dev/ptmx", O_RDWR | O_NOCTTY)
      var (lock, number): (Int32, Int32) = (0, 0)
      guard master >= 0, ioctl(master, setLock, &lock) == 0, ioctl(master, getNumber, &number) == 0 else {
        throw POSIXError(.ENODEV)
      }
      return (master, "/dev/pts/\(number)")
    #endif
  }

  deinit {
    if process.isRunning { process.terminate() }
    if !hasHungUp { close(master) }
    close(slave)
  }

  /// The modes of the terminal, as `stty` shows them.
  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(slave, &modes)
    return [UInt32(modes.c_iflag), UInt32(modes.c_oflag), UInt32(modes.c_cflag), UInt32(modes.c_lflag)]
  }

  /// Types `keys`.
  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = write(master, bytes, bytes.count)
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) {
    kill(process.processIdentifier, number)
  }

  /// Gives the screen another size.
  func resize(_ size: (columns: UInt16, rows: UInt16)) {
    var size = winsize(ws_row: size.rows, ws_col: size.columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(master, UInt(TIOCSWINSZ), &size)
    // The terminal is not the one that the tests run in, so that the system tells nobody.
    signal(SIGWINCH)
  }

  /// Takes what the program writes, for some hundredths of a second, and forgets it.
  func rest() {
    Thread.sleep(forTimeInterval: 0.01)
    read()
    output = []
  }

  /// Whether the program has not ended.
  var isRunning: Bool { process.isRunning }

  /// The program's memory in bytes; 0 where the system does not tell.
  var memory: Int {
    let status = try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)
    let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return (line?.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0) << 10
  }

  /// Takes the terminal away, as when its window is closed.
  func hangUp() { hasHungUp = close(master) == 0 }

  /// Asks for the whole screen again until it shows `text`, for forty seconds at most (times
  /// `Circumstances.patience`): a busy machine is slow.
  func shows(_ text: String) -> Bool {
    for _ in 0..<400 * Circumstances.patience {
      read()
      if shown.contains(text) { return true }
      output = []
      type("\u{0C}")
      Thread.sleep(forTimeInterval: 0.1)
    }
    return false
  }

  /// Waits for the program to write `text` by itself: any key would take a message off the screen.
  func says(_ text: String) -> Bool {
    for _ in Circumstances.looks(within: 40) {
      read()
      if shown.contains(text) { return true }
      Thread.sleep(forTimeInterval: Circumstances.pause)
    }
    return false
  }

  /// Waits for the program to end, half a minute at most (times `Circumstances.patience`); its exit code, or minus the signal that ended it.
  func end() -> Int32? {
    for _ in Circumstances.looks(within: 30) {
      read()
      if !process.isRunning {
        read()
        return process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
      }
      Thread.sleep(forTimeInterval: Circumstances.pause)
    }
    return nil
  }

  /// What the program has written lately.
  var written: String { String(decoding: output, as: UTF8.self) }

  /// The characters among it, without what only steers the terminal.
  private var shown: String {
    written.replacingOccurrences(
      of: "\u{1B}(\\[[0-9;?]*[A-Za-z]|[()][A-Z0-9]|[=>78])", with: "", options: .regularExpression)
  }

  private func read() {
    if hasHungUp { return }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(master, &buffer, buffer.count)
      #else
        let count = Darwin.read(master, &buffer, buffer.count)
      #endif
      if count <= 0 { return }
      output += buffer[..<count]
    }
  }
}
