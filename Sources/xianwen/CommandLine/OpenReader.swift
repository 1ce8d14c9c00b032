import NewsModel

extension Program {
  /// Opens the reader.
  static func openReader(_ invocation: Invocation) throws -> Int32 {
    var options = ReaderOptions()
    options.environment = invocation.environment
    // Without a home the reader still reads; it says so when something is to be kept.
    options.clippings = (try? invocation.clippingsPath()) ?? ""
    return try Reader.run(paths: invocation.paths, options: options)
  }
}
