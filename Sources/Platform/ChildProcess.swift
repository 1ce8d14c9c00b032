/// A program that runs beside this one, with nothing to read and nobody to write to.
public final class ChildProcess {
  private let id: pid_t
  private var ended: Int32?

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - path: the program's file.
  ///   - arguments: what follows its name.
  ///   - variables: `NAME=value`, before those of this program.
  /// - Returns: `nil` when it could not be started.
  public init?(_ path: String, _ arguments: [String], adding variables: [String] = []) {
    var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = variables.map { strdup($0) }
    environment += ProcessInfo.processInfo.environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for pointer in words + environment { free(pointer) } }
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
    #else
      var actions = posix_spawn_file_actions_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
    var id = pid_t()
    guard posix_spawn(&id, path, &actions, nil, &words, &environment) == 0 else { return nil }
    self.id = id
  }

  /// Its exit code, or 128 and the number of the signal that ended it; `nil` as long as it runs.
  public func status() -> Int32? {
    if ended == nil {
      var status: Int32 = 0
      if waitpid(id, &status, WNOHANG) == id { ended = Self.code(status) }
    }
    return ended
  }

  /// Ends it at once, and waits until it has ended.
  public func kill() {
    guard ended == nil else { return }
    signal(SIGKILL)
    var status: Int32 = 0
    while waitpid(id, &status, 0) < 0, errno == EINTR {}
    ended = Self.code(status)
  }

  private func signal(_ number: Int32) {
    #if canImport(Darwin)
      _ = Darwin.kill(id, number)
    #elseif canImport(Glibc)
      _ = Glibc.kill(id, number)
    #else
      _ = Musl.kill(id, number)
    #endif
  }

  private static func code(_ status: Int32) -> Int32 {
    status & 0x7F == 0 ? status >> 8 & 0xFF : 128 + status & 0x7F
  }
}
