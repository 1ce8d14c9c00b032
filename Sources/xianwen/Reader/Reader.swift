/// What the command line and the configuration ask of the reader.
struct ReaderOptions: Sendable {
  var environment: [String: String] = [:]
  /// The file of clippings.
  var clippings = ""
}

/// The reader on the terminal.
enum Reader {
  /// Shows the reader on the pages in `paths` until the user quits.
  static func run(paths: [String], options: ReaderOptions) throws -> Int32 {
    throw CommandError("阅读器还没有装上", "the reader is not built in yet")
  }
}
