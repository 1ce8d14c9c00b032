import Platform

/// Reads whole files.
enum FileBytes {
  /// A file of more bytes is no page; reading it would cost more memory than the program may take.
  static let largest = 1 << 30

  /// Bytes for the small things that are made meanwhile.
  private static let spare = 1 << 22

  /// What came on standard input. It can be read only once, and whoever asks again (for an article's source lines, say)
  /// gets the same.
  private static let standardInput = Result { () throws(LibraryError) in
    try readAll(STDIN_FILENO, path: PageFile.standardInput, expected: 0)
  }

  /// The bytes of a page file, or of standard input for `-`.
  static func read(_ path: FilePath) throws(LibraryError) -> [UInt8] {
    if path == PageFile.standardInput { return try standardInput.get() }
    // What was a file when it was found may be a pipe by now: do not wait for its other end.
    let descriptor = path.withPlatformString { open($0, O_RDONLY | O_NONBLOCK | O_CLOEXEC) }
    guard descriptor >= 0 else {
      throw errno == ENOENT ? .notFound(path: path.shown) : .unreadable(path: path.shown, reason: reason(errno))
    }
    defer { close(descriptor) }
    var info = stat()
    guard fstat(descriptor, &info) == 0, mode_t(info.st_mode) & mode_t(S_IFMT) == mode_t(S_IFREG) else {
      throw .unreadable(path: path.shown, reason: "not a file")
    }
    let size = Int(info.st_size)
    guard size <= largest else { throw .tooLarge(path: path.shown) }
    return try readAll(descriptor, path: path, expected: size)
  }

  /// Reads to the end; a file may have grown or shrunk since its size was asked for.
  private static func readAll(_ descriptor: Int32, path: FilePath, expected: Int) throws(LibraryError) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = expected + 1
    while true {
      // What is read so far is copied when it grows.
      guard Memory.holds(room + 2 * bytes.count + Self.spare) else { throw .noMemory(path: path.shown) }
      var failure: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
        var got: Int
        repeat {
          got = Platform.read(descriptor, buffer.baseAddress, buffer.count)
          failure = got < 0 ? errno : 0
        } while failure == EINTR
        count = max(got, 0)
      }
      guard failure == 0 else { throw .unreadable(path: path.shown, reason: reason(failure)) }
      if chunk.isEmpty { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= largest else { throw .tooLarge(path: path.shown) }
      room = bytes.count == expected ? 1 : max(1 << 16, expected - bytes.count + 1)
    }
  }
}
