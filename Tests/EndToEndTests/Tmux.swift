import Foundation

/// A shell in a terminal of tmux's own making, in which the built program is used as a person uses it.
final class Tmux {
  /// Whether tmux is installed.
  static let isThere = FileManager.default.isExecutableFile(atPath: path)
  private static let path = "/usr/bin/tmux"
  private let socket = "xianwen-\(UUID().uuidString)"
  /// The process of the server.
  private var server: Int32?
  /// The home of the shell, and its current folder.
  let home = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-\(UUID().uuidString)")

  /// Starts a shell on a screen of `columns` × `rows` cells.
  init(columns: Int = 100, rows: Int = 30) throws {
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    let shell =
      "cd '\(home.path)' && exec env -i HOME='\(home.path)' TMUX=\"$TMUX\" PATH=/usr/bin:/bin TERM=screen-256color LC_ALL=C.UTF-8"
      + Circumstances.sanitizerOptions.map { " \($0)='\($1)'" }.joined() + " NO_COLOR=1 PS1='ready> ' /bin/sh -i"
    try run("-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", shell)
    server = Int32(try run("display-message", "-p", "#{pid}").split(separator: "\n").first ?? "")
  }

  deinit {
    // Programs that Foundation starts inherit a block of signals: the shell would not hear of a friendlier end.
    if let server { kill(server, SIGKILL) }
    try? FileManager.default.removeItem(at: home)
  }

  /// Types text as it stands.
  func type(_ text: String) throws { try run("send-keys", "-l", text) }

  /// Presses keys by tmux's names: `Enter`, `C-z`, `Escape`.
  func press(_ keys: String...) throws { try run(["send-keys"] + keys) }

  /// Types a command line and enters it.
  func command(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  func resize(columns: Int, rows: Int) throws { try run("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

  /// The rows of the screen as text.
  func screen() throws -> String { try run("capture-pane", "-p") }

  /// The text that a program put into tmux's buffer last.
  func buffer() throws -> String { try run("show-buffer") }

  /// Waits until the screen is as wished, ten seconds at most, or as much longer as `Circumstances.patience` says.
  func shows(_ isWished: (String) -> Bool) throws -> Bool {
    for _ in Circumstances.looks(within: 10) {
      if isWished(try screen()) { return true }
      Thread.sleep(forTimeInterval: Circumstances.pause)
    }
    return false
  }

  /// Waits until the screen shows `text`.
  func shows(_ text: String) throws -> Bool { try shows { $0.contains(text) } }

  /// Starts `$0` with nothing open but the standard three files: the server that tmux leaves behind would hold open what
  /// `waitUntilExit` waits for.
  private static let alone = """
    for file in /dev/fd/*; do number=${file##*/}; [ "$number" -gt 2 ] && eval "exec $number>&-"; done; exec "$0" "$@"
    """

  @discardableResult
  private func run(_ words: String...) throws -> String { try run(words) }

  @discardableResult
  private func run(_ words: [String]) throws -> String {
    let process = Process()
    // A file instead of a pipe: the server that tmux starts would hold a pipe open.
    let output = FileManager.default.temporaryDirectory.appendingPathComponent("tmux-\(UUID().uuidString)")
    try Data().write(to: output)
    defer { try? FileManager.default.removeItem(at: output) }
    process.executableURL = URL(fileURLWithPath: "/bin/bash")
    process.arguments = ["-c", Self.alone, Self.path, "-L", socket] + words
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return String(decoding: try Data(contentsOf: output), as: UTF8.self)
  }
}
