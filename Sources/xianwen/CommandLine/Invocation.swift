import NewsModel
import Platform
import ReaderUI

/// A call of a command: its arguments and the world it runs in.
struct Invocation {
  let arguments: Arguments
  let language: Language
  let configuration: Configuration
  let environment: [String: String]
  let files: Paths
  let output: Output

  /// The operand before the paths.
  ///
  /// - Throws: `CommandError` when it is missing.
  func operand() throws(CommandError) -> FilePath {
    if let operand = arguments.operands.first { return operand }
    let name = arguments.command?.name ?? ""
    let kind = arguments.command?.operand ?? Phrase("", "")
    throw CommandError(
      "xianwen \(name) 缺 \(kind.chinese)；看 xianwen \(name) --help",
      "xianwen \(name) needs \(kind.english); see xianwen \(name) --help")
  }

  /// The paths that were given.
  var pathOperands: ArraySlice<FilePath> {
    // A list of queries stands in the place of one.
    arguments.operands.dropFirst(arguments.command?.operand == nil || arguments.has(.list) ? 0 : 1)
  }

  /// The paths to read: those given, else the configured archive, else the current folder. `seeds` is the example archive
  /// from everywhere.
  var paths: [FilePath] {
    if !pathOperands.isEmpty {
      return pathOperands.map { path in
        guard path == ExampleArchive.name, !path.exists else { return path }
        return ExampleArchive.folder(environment: environment) ?? path
      }
    }
    return [configuration.archive.map { Paths.expandingHome($0, environment: environment) } ?? "."]
  }

  /// The keys, and what is wrong with those of the configuration.
  var keymap: (Keymap, [Diagnostic]) {
    Keymap.configured(by: configuration, file: files.configuration?.shown ?? "")
  }

  /// Whether the call or the configuration says where the pages are.
  var namesPages: Bool { !arguments.operands.isEmpty || configuration.archive != nil }

  /// The bytes of page files that are read at the most.
  private var loadLimit: Int { configuration.loadLimit ?? LoadLimit.standard }

  /// The articles under the paths, filed; what could not be read is reported on standard error.
  func library() throws -> Library {
    var library = try LibraryLoader.load(
      paths, permitted: configuration.permittedTools, filer: PlaceFiler(userPlaces: userPlaces()),
      paper: configuration.paper, repairs: repairs(), limit: loadLimit)
    complete(&library)
    return library.joiningJumps() ?? library
  }

  /// The articles under the paths that a query may find; `isWhole` says whether they are all articles.
  func library(for query: ParsedQuery) throws -> (Library, isWhole: Bool) {
    // A mere number needs no places, unless the query asks for them.
    let isCount = arguments.has(.count) && query.root?.asksForPlaces != true
    let places = userPlaces()
    let filer = isCount ? nil : PlaceFiler(userPlaces: places)
    let loaded = try QueryLoader.load(
      paths, permitted: configuration.permittedTools, for: query, filer: filer, paper: configuration.paper,
      repairs: repairs(), limit: loadLimit)
    var library = loaded.library
    complete(&library)
    // Of a part of the archive not all pieces are there.
    return (loaded.isWhole ? library.joiningJumps() ?? library : library, loaded.isWhole)
  }

  /// Says what only all pages together, or the user, can tell, and reports what could not be read.
  private func complete(_ library: inout Library) {
    PlaceCorrections(records(files.corrections)).apply(to: &library)
    library.resolveIssues(
      names: arguments[.issued].flatMap(IssueNames.init) ?? configuration.issueNames,
      corrections: IssueCorrections(records(files.issues)))
    for diagnostic in library.diagnostics { report(diagnostic) }
  }

  /// When articles of the paths came and were read.
  var history: ReadingHistory {
    files.state.map { ReadingHistory(folder: $0, paths: paths.map(\.absolute)) } ?? ReadingHistory()
  }

  /// The user's own places; what cannot be read of them is reported, and the rest counts.
  func userPlaces() -> UserPlaces {
    do throws(LibraryError) {
      let places = try UserPlaces.read(files.places)
      for diagnostic in places.diagnostics { report(diagnostic) }
      return places
    } catch {
      report(error.diagnostic)
      return .none
    }
  }

  /// The user's repairs of pages.
  func repairs() -> PageRepairs { PageRepairs(repairRecords()) }

  /// The records of the user's repairs.
  func repairRecords() -> [Clipping] { records(files.repairs) }

  /// The user's corrections in a file; what cannot be read of it is reported, and the rest counts.
  private func records(_ path: FilePath?) -> [Clipping] {
    guard let path else { return [] }
    do throws(ClippingError) {
      let (records, diagnostics) = try ClippingStore(path: path).load()
      for diagnostic in diagnostics { report(diagnostic) }
      return records
    } catch {
      notice(error.text)
      return []
    }
  }

  /// The path of the clippings.
  ///
  /// - Throws: `CommandError` when no home is known.
  func clippingsPath() throws(CommandError) -> FilePath {
    if let path = arguments.path(.bookmarks) ?? files.clippings { return path }
    throw CommandError(
      "不知道剪报存在哪里：没有 HOME 也没有 XDG_DATA_HOME；请用 --bookmarks 给一个文件",
      "no place for clippings: neither HOME nor XDG_DATA_HOME is set; give --bookmarks FILE")
  }

  /// What digests say of each clipping.
  var digestStyle: Digest.Style {
    var style = Digest.Style(configuration, paths: paths)
    style.notes = arguments[.notes].flatMap(Digest.Style.Notes.init) ?? style.notes
    style.source = arguments[.source].flatMap(Digest.Style.Source.init) ?? style.source
    if arguments.has(.excerpts) { style.form = .excerpts }
    if arguments.has(.contents) { style.form = .contents }
    (style.head, style.foot) = (digestLines(files.digestHead), digestLines(files.digestFoot))
    return style
  }

  /// The facets that an option names, in its order.
  func facets(_ option: Option) -> [ArticleFacet] { arguments.choices(option).compactMap(ArticleFacet.named) }

  /// The lines of the user's file for the head, or the foot, of digests; none without it.
  private func digestLines(_ path: FilePath?) -> [String] {
    guard let path, path.exists else { return [] }
    do throws(LibraryError) {
      let lines = try TextFile.read(path).text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
      return Array(lines.reversed().drop { $0.allSatisfy(\.isWhitespace) }.reversed())
    } catch {
      report(error.diagnostic)
      return []
    }
  }

  /// Refuses options that mean nothing unless one of others is given.
  func refuse(_ options: [Option], without others: [Option]) throws(CommandError) {
    guard let option = options.first(where: arguments.has), !others.contains(where: arguments.has) else { return }
    let names = others.map(\.name)
    throw CommandError(
      "\(option.name) 要和 \(names.joined(separator: "、")) 一起用",
      "\(option.name) goes with \(names.joined(separator: ", ")); give one of them")
  }

  /// Tells of trouble that did not stop the work.
  func report(_ diagnostic: Diagnostic) { notice(diagnostic.text) }

  /// Tells something beside the output.
  func notice(_ text: Phrase) { ErrorOutput.line(text[language]) }
}
