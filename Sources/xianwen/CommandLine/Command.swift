import NewsModel
import ReaderUI

/// A command: one declaration drives parsing, help and the call.
struct Command: Sendable {
  /// The word that calls it.
  let name: String
  /// What stands before the paths: `ID`, `QUERY`; in brackets what may be left out.
  var operand: Phrase?
  /// The words that the operand may be; none where it is free. A function, for some name the commands themselves.
  var operandWords: @Sendable () -> [String] = { [] }
  /// Whether paths of pages may follow.
  var takesPaths = true
  /// The options of its own.
  let options: [Option]
  let summary: Phrase
  /// More paragraphs for its help.
  var details: Phrase?
  /// A topic that its help tells too; the manual has a section for it.
  var topic: Help.Topic?
  let run: @Sendable (Invocation) throws -> Outcome
}

extension Command {
  /// Every command, in the order of the help text.
  static let all: [Command] = [
    .list, .show, .search, .counties, .issues, .bookmarks, .export, .new, .repair, .dump, .help, .man, .completions,
  ]

  /// The options of the program without a command.
  static let readerOptions: [Option] = [.bookmarks, .version, .dumpConfig]

  /// What stands behind the command in a usage line, in order.
  func usage(_ language: Language) -> [String] {
    [
      operand?[language], Phrase("[选项]", "[OPTIONS]")[language],
      takesPaths ? Phrase("[路径...]", "[PATH...]")[language] : nil,
    ]
    .compactMap(\.self)
  }

  /// Every option there is, once.
  static let allOptions: [Option] = {
    var options = Option.common + readerOptions
    for option in all.flatMap(\.options) where !options.contains(option) { options.append(option) }
    return options
  }()

  /// The command called `name`.
  static func named(_ name: String) -> Command? { all.first { $0.name == name } }
}
