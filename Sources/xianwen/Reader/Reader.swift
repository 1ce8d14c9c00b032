import NewsModel
import ReaderTerminal
import ReaderUI

/// What the command line and the configuration ask of the reader.
struct ReaderOptions: Sendable {
  /// Language, widths, theme and keys.
  var settings = Settings()
  /// The process's environment.
  var environment: [String: String] = [:]
  /// The file of clippings; `nil` when none is known.
  var clippings: FilePath?
  /// The file of articles filed elsewhere by the user; `nil` when none is known.
  var corrections: FilePath?
  /// The file of what the user says of issues; `nil` when none is known.
  var issues: FilePath?
  /// How far the names of files count for what issue a page is of.
  var issueNames = IssueNames.auto
  /// The file of the user's repairs of pages; `nil` when none is known.
  var repairs: FilePath?
  /// The folder for read marks and the last place; `nil` when none is known.
  var state: FilePath?
  /// The file of the user's own places; `nil` when none is known.
  var places: FilePath?
  /// The file of the user's topics; `nil` when none is known.
  var topics: FilePath?
  /// The newspaper of pages that do not print its name.
  var paper: String?
  /// The programs that may take the text out of PDFs and scans.
  var permittedTools: PrintTool.Permitted = [.pdftotext]
  /// What to say when there are no pages; `nil` when the user named some, so that their absence is an error.
  var welcome: Welcome?
  /// The bytes of page files that are read at the most; `nil` leaves it to `LoadLimit.standard`.
  var loadLimit: Int?
  /// Where the pictures of pages lie; `nil` when the user has not said.
  var image: ScanPath?
  /// The command that shows one.
  var viewCommand = "xdg-open"
  /// A command that takes what is copied; `nil` when none is configured.
  var copyCommand: String?
  /// What was wrong with the configuration, to be told once the reader stands.
  var notices: [String] = []
}

/// The reader on the terminal.
enum Reader {
  /// Shows the reader on the pages in `paths` until the user quits or the terminal goes away.
  ///
  /// - Returns: the exit code.
  /// - Throws: `TerminalError` when there is no terminal that can be drawn on; `ReaderError` when nothing could be read.
  static func run(paths: [FilePath], options: ReaderOptions) throws -> Int32 {
    let (code, unsaved) = try withTerminal(environment: options.environment) { terminal in
      var paths = paths
      var unsaved: [String] = []
      while true {
        let loop = EventLoop(terminal: terminal, paths: paths, options: options)
        try loop.run()
        unsaved += loop.unsaved
        guard let next = loop.nextFolder else {
          // Never freed: the system takes a process's memory back at once, but taking an archive of 1 GB apart article by article
          // would hold up the end for seconds.
          _ = Unmanaged.passRetained(loop)
          return (loop.exitCode, unsaved)
        }
        paths = [next]
      }
    }
    for line in unsaved { ErrorOutput.line(line) }
    return unsaved.isEmpty ? code : Outcome.failed.rawValue
  }
}

/// Why the reader has nothing to show.
struct ReaderError: Error, CustomStringConvertible {
  /// One line: what, where, what to do.
  let description: String
}
