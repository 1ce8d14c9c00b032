import NewsModel
import Platform
import ReaderTerminal
import ReaderUI

/// The version that `xianwen --version` prints.
let programVersion = "1.0.0"
/// The day of that version, for the manual page.
let programDate = "2026-11-21"

/// The program, from its words to its exit code.
enum Program {
  /// Runs what the command line asks for.
  ///
  /// - Parameters:
  ///   - words: the words behind the program's name.
  ///   - environment: the values as `FilePath.encoded` has them.
  static func run(_ words: [FilePath], environment: [String: String]) -> Int32 {
    StandardFiles.fillGaps()
    AddressSpace.prepare()
    // A reader that closes its end of a pipe early is no error: `write` reports it instead of a signal.
    signal(SIGPIPE, SIG_IGN)
    // The same of a file that may not grow (`ulimit -f`).
    signal(SIGXFSZ, SIG_IGN)
    let files = Paths(environment: environment)
    let configuration = Configuration.read(files.configuration)
    var language = configuration.language ?? Language(environment: environment)
    // Also a call that cannot be parsed is answered in the language it asks for.
    if let asked = askedLanguage(words.map(\.encoded)) { language = asked }
    do {
      let arguments = try Arguments(words)
      let output = Output(environment: environment)
      let invocation = Invocation(
        arguments: arguments, language: language, configuration: configuration, environment: environment, files: files,
        output: output)
      let code = try run(invocation)
      try output.flush()
      return code
    } catch Output.Failure.closed {
      return Outcome.done.rawValue
    } catch {
      ErrorOutput.line(message(of: error)[language])
      return Outcome.failed.rawValue
    }
  }

  private static func run(_ invocation: Invocation) throws -> Int32 {
    let arguments = invocation.arguments
    if arguments.has(.help) {
      let help = Help(language: invocation.language, files: invocation.files)
      let text = arguments.command.map(help.command) ?? help.program
      try invocation.output.lines(text)
      return Outcome.done.rawValue
    }
    if arguments.has(.version) {
      try invocation.output.line("xianwen \(programVersion)")
      return Outcome.done.rawValue
    }
    if arguments.has(.dumpConfig) {
      try invocation.output.lines(ConfigurationSample(language: invocation.language).text)
      return Outcome.done.rawValue
    }
    // The reader tells of these on its own screen.
    guard let command = arguments.command else { return try openReader(invocation) }
    for diagnostic in invocation.configuration.diagnostics + invocation.keymap.1 { invocation.report(diagnostic) }
    return try command.run(invocation).rawValue
  }

  private static func askedLanguage(_ words: [String]) -> Language? {
    for (index, word) in words.enumerated() {
      if word == "--" { return nil }
      if word.hasPrefix(Option.lang.name + "=") {
        return Language(rawValue: String(word.dropFirst(Option.lang.name.count + 1)))
      }
      if word == Option.lang.name, index + 1 < words.count { return Language(rawValue: words[index + 1]) }
    }
    return nil
  }

  private static func message(of error: any Error) -> Phrase {
    switch error {
    case let error as any ExplainedError: return error.text
    case let error as TerminalError: return Phrase(error.chineseDescription, error.description)
    case Output.Failure.system(let reason):
      return Phrase("标准输出写不进去（\(reason)）", "standard output cannot be written (\(reason))")
    default: return Phrase("\(error)", "\(error)")
    }
  }
}
