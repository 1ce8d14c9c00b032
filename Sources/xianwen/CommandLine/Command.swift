import NewsModel

/// A command: one declaration drives parsing, help and the call.
struct Command: Sendable {
  /// The word that calls it.
  let name: String
  /// What it needs before the paths: `ID`, `QUERY`.
  var operand: Bilingual?
  /// Whether paths follow, and how a help text writes them.
  var paths = Bilingual("[路径...]", "[PATH...]")
  /// The options of its own.
  let options: [Option]
  let summary: Bilingual
  /// More paragraphs for its help.
  var details: Bilingual?
  let run: @Sendable (Invocation) throws -> Outcome
}

extension Command {
  /// Every command, in the order of the help text.
  static let all: [Command] = [.list, .show, .search, .counties, .bookmarks, .export, .dump, .help]

  /// The options of the program without a command.
  static let readerOptions: [Option] = [.bookmarks, .version, .dumpConfig]

  /// Every option there is, once.
  static let allOptions: [Option] = {
    var options = Option.common + readerOptions
    for option in all.flatMap(\.options) where !options.contains(option) { options.append(option) }
    return options
  }()

  /// The command called `name`.
  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}
