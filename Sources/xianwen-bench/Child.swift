import Foundation

/// Another program as a child process. Foundation's `Process` does not tell what a child took of the machine, and cannot give it a
/// terminal of its own.
struct Child {
  /// What a child that ended did and took.
  struct Outcome {
    /// What it wrote to its standard output.
    let output: Data
    /// Its exit code; `nil` when a signal ended it.
    let code: Int32?
    /// Whether it was stopped because its time was over.
    let wasStopped: Bool
    let taken: Taken
    /// The most memory it was seen to hold, in bytes; 0 for one that ends at once.
    let peakMemory: Int
  }

  private let id: pid_t

  /// Starts a program.
  ///
  /// - Parameters:
  ///   - input: the file to open as its standard input.
  ///   - output: the descriptor to have as its standard output; its standard error goes nowhere.
  ///   - terminal: whether `input` is a terminal: then it is all three, and that of a session of its own.
  /// - Returns: `nil` when it cannot be started.
  init?(
    _ path: String, _ arguments: [String], environment: [String: String], input: String, output: Int32? = nil,
    terminal: Bool = false
  ) {
    #if canImport(Darwin)
      var actions: posix_spawn_file_actions_t?
      var attributes: posix_spawnattr_t?
    #else
      var actions = posix_spawn_file_actions_t()
      var attributes = posix_spawnattr_t()
    #endif
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_addopen(&actions, 0, input, terminal ? O_RDWR : O_RDONLY, 0)
    if terminal {
      posix_spawnattr_setflags(&attributes, Self.startsSession)
      posix_spawn_file_actions_adddup2(&actions, 0, 1)
      posix_spawn_file_actions_adddup2(&actions, 0, 2)
    } else {
      if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
      posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    }
    let argv = ([path] + arguments).map { strdup($0) } + [nil]
    let envp = environment.map { strdup("\($0)=\($1)") } + [nil]
    defer { for text in argv + envp { free(text) } }
    var id: pid_t = 0
    guard posix_spawn(&id, path, &actions, &attributes, argv, envp) == 0 else { return nil }
    self.id = id
  }

  /// POSIX_SPAWN_SETSID of spawn.h, a macro that Swift does not see.
  private static var startsSession: Int16 {
    #if canImport(Darwin)
      0x0400
    #else
      0x80
    #endif
  }

  /// Ends the child at once and waits for it.
  func kill() {
    _ = Foundation.kill(id, SIGKILL)
    _ = wait()
  }

  /// Waits for the child to end.
  private func wait() -> (status: Int32, usage: rusage) {
    var status: Int32 = 0
    var usage = rusage()
    while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
    return (status, usage)
  }

  /// Runs a program to its end, or until `limit` seconds are over.
  ///
  /// - Parameters:
  ///   - input: what it reads from its standard input.
  ///   - environment: variables beside those of this process.
  /// - Returns: `nil` when it cannot be started.
  static func run(
    _ path: String, _ arguments: [String], input: Data? = nil, environment: [String: String] = [:],
    limit: Double = .infinity
  ) -> Outcome? {
    // A file, not a pipe: nobody need write while the child runs.
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("xianwen-bench-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    if let input, (try? input.write(to: file)) == nil { return nil }
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
    _ = fcntl(ends[1], F_SETFD, FD_CLOEXEC)
    let start = ContinuousClock.now
    let child = Child(
      path, arguments, environment: ProcessInfo.processInfo.environment.merging(environment) { $1 },
      input: input == nil ? "/dev/null" : file.path, output: ends[1])
    close(ends[1])
    defer { close(ends[0]) }
    guard let child else { return nil }
    let (output, wasStopped, seenMemory) = child.read(ends[0], until: limit, since: start)
    if wasStopped { _ = Foundation.kill(child.id, SIGKILL) }
    let (status, usage) = child.wait()
    let elapsed = start.duration(to: .now).inSeconds
    // Linux counts the memory of the process that a child was made from as the child's, which is why it is looked at while it runs.
    #if canImport(Darwin)
      let peak = usage.ru_maxrss
    #else
      let peak = seenMemory
    #endif
    return Outcome(
      output: output, code: status & 0x7F == 0 ? (status >> 8) & 0xFF : nil, wasStopped: wasStopped,
      taken: Taken(seconds: elapsed, processor: usage.ru_utime.inSeconds + usage.ru_stime.inSeconds), peakMemory: peak)
  }

  /// How often the child's memory is looked at, in milliseconds.
  private static let glance: Int32 = 50

  /// What comes until the other end closes, or the time is over, and the most memory that was seen.
  private func read(
    _ descriptor: Int32, until limit: Double, since start: ContinuousClock.Instant
  ) -> (Data, wasStopped: Bool, memory: Int) {
    var data = Data()
    var memory = 0
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      if start.duration(to: .now).inSeconds > limit { return (data, true, memory) }
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Self.glance) > 0 else {
        memory = max(memory, processMemory("VmHWM", of: String(id)))
        continue
      }
      let count = Foundation.read(descriptor, &buffer, buffer.count)
      if count <= 0 { return (data, false, memory) }
      data.append(contentsOf: buffer[..<count])
    }
  }

  /// The path of an installed program; `nil` when there is none of that name.
  static func find(_ name: String) -> String? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    return folders.map { "\($0)/\(name)" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }
}

extension timeval {
  fileprivate var inSeconds: Double { Double(tv_sec) + Double(tv_usec) * 1e-6 }
}
