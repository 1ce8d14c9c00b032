import NewsModel
import Platform
import ReaderUI

extension Program {
  /// Opens the reader.
  ///
  /// - Throws: `CommandError` or `LibraryError` when something named on the command line is not there: a mistyped command must not open the
  ///   reader on what else it finds.
  static func openReader(_ invocation: Invocation) throws -> Int32 {
    try checkPaths(invocation.arguments.operands.isEmpty ? [] : invocation.paths)
    let configuration = invocation.configuration
    var options = ReaderOptions()
    options.environment = invocation.environment
    // Without a home the reader still reads; it says so when something is to be kept.
    options.clippings = try? invocation.clippingsPath()
    options.state = invocation.files.state
    options.corrections = invocation.files.corrections
    options.issues = invocation.files.issues
    options.issueNames = configuration.issueNames
    options.repairs = invocation.files.repairs
    options.image = configuration.image
    options.viewCommand = configuration.viewCommand
    options.copyCommand = configuration.copyCommand
    options.loadLimit = configuration.loadLimit
    options.places = invocation.files.places
    options.topics = invocation.files.topics
    options.paper = configuration.paper
    options.permittedTools = configuration.permittedTools
    let (keymap, keyDiagnostics) = invocation.keymap
    options.notices = (configuration.diagnostics + keyDiagnostics).map { $0.text[invocation.language] }
    let width = CellWidth(ambiguous: configuration.ambiguousWidth)
    options.settings = Settings(
      language: invocation.language, cellWidth: width,
      borders: BorderSet.suited(to: width), measure: configuration.textWidth,
      theme: theme(configuration.theme, invocation.environment), keymap: keymap, isMouseOn: configuration.isMouseOn)
    options.settings.digest = invocation.digestStyle
    if !invocation.namesPages {
      options.welcome = Welcome(
        folder: FilePath(".").absolute.shown, configuration: invocation.files.configuration?.shown,
        example: ExampleArchive.folder(environment: invocation.environment))
    }
    return try Reader.run(paths: invocation.paths, options: options)
  }

  private static func checkPaths(_ paths: [FilePath]) throws {
    for path in paths where path != PageFile.standardInput && !path.exists {
      let name = path.shown
      if let command = Spelling.nearest(to: name, among: Command.all.map(\.name)) {
        throw CommandError(
          "\(name)：没有这个文件或文件夹；是不是命令 xianwen \(command)？",
          "\(name): no such file or folder; did you mean the command xianwen \(command)?")
      }
      throw LibraryError.notFound(path: name)
    }
  }

  /// The theme that is asked for; `auto` follows the background that `COLORFGBG` names (rxvt's convention: the last of its colours,
  /// 0…6 and 8 being dark), and adds no colour when the background is not known.
  private static func theme(_ name: Configuration.ThemeName, _ environment: [String: String]) -> Theme {
    if environment["NO_COLOR"]?.isEmpty == false { return .plain }
    guard name == .auto else { return Theme(named: name.rawValue) ?? .plain }
    guard let last = environment["COLORFGBG"]?.split(separator: ";").last, let color = Int(last) else { return .plain }
    return color < 7 || color == 8 ? .dark : .light
  }
}
