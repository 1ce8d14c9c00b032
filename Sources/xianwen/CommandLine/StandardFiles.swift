import Platform

/// The three files that every program begins with.
enum StandardFiles {
  /// Puts something in the place of those that the caller closed (`<&-`, `>&-`): else the next file to be opened would take the number, and
  /// what is printed would be written into the user's clippings. They are opened the wrong way round, so that using them still
  /// fails (as gnulib's `stdopen` does).
  static func fillGaps() {
    for (file, flags) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
    where fcntl(file, F_GETFD) < 0 {
      // The lowest number that is free: those before it are taken by now.
      _ = open("/dev/null", flags)
    }
  }
}
