/// The user's settings, from a file of `key = value` lines with `#` comments.
public struct Configuration: Hashable, Sendable {
  /// Which of the interface's languages to use.
  public enum Language: String, Sendable, CaseIterable {
    /// Simplified Chinese.
    case chinese = "zh"
    /// English.
    case english = "en"

    /// The language that an environment asks for: Chinese for `zh*` in the first of `LC_ALL`, `LC_MESSAGES` and `LANG`
    /// that is set, else English.
    public init(environment: [String: String]) {
      let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
      self = locale.lowercased().hasPrefix("zh") ? .chinese : .english
    }
  }

  /// The colours of the reader.
  public enum ThemeName: String, Sendable, CaseIterable {
    /// The terminal's own background decides.
    case auto
    /// Bright colours, for a dark background.
    case dark
    /// Dark colours, for a light background.
    case light
    /// No colour: bold, reverse and underline only.
    case plain
  }

  /// The folder that opens when no path is given.
  public private(set) var archive: String?
  /// The language of the interface; `nil` leaves it to the locale.
  public private(set) var language: Language?
  /// Cells that a character of East Asian ambiguous width takes: 1 or 2.
  public private(set) var ambiguousWidth = 1
  /// The colours.
  public private(set) var theme = ThemeName.auto
  /// The widest line of text, in Han characters of two cells.
  public private(set) var textWidth = 40
  /// Whether the mouse is on until the user switches it.
  public private(set) var isMouseOn = false
  /// The newspaper of pages that do not print its name.
  public private(set) var paper: String?
  /// How far the names of files count for what issue a page is of.
  public private(set) var issueNames = IssueNames.auto
  /// A command that takes what is copied on its standard input; `nil` leaves it to tmux and the terminal.
  public private(set) var copyCommand: String?
  /// The bytes of page files that are read at the most; `nil` leaves it to `LoadLimit.standard`, which costs nothing until
  /// pages are loaded.
  public private(set) var loadLimit: Int?
  /// The programs that files which are no text may be given to.
  public private(set) var permittedTools: PrintTool.Permitted = [.pdftotext]
  /// Where digests have the user's notes.
  public private(set) var notes = Digest.Style.Notes.after
  /// What digests say of where a clipping comes from.
  public private(set) var source = Digest.Style.Source.full
  /// The pictures of pages, with `{folder}`, `{stem}` and `{page}` in their paths.
  public private(set) var image: ScanPath?
  /// The command that shows a picture.
  public private(set) var viewCommand = "xdg-open"
  /// The keys of the reader that the user chose, in the order of the file.
  public private(set) var keyLines: [KeyLine] = []
  /// One for each line that was not understood; such lines are left out and the rest holds.
  public private(set) var diagnostics: [Diagnostic] = []

  /// The settings of someone who has set nothing.
  public static let standard = Configuration()

  private init() {}

  /// A line `key.ACTION = KEY KEY …`; what its words mean only the reader knows.
  public struct KeyLine: Hashable, Sendable {
    /// The line, counted from 1.
    public let line: Int
    /// The action's name.
    public let action: String
    /// The keys' names; none takes the action's keys away.
    public let keys: [String]
  }

  /// Parses the text of a configuration file.
  ///
  /// - Parameters:
  ///   - text: the file's text; lines end with `\n`.
  ///   - file: the path to name it by in diagnostics.
  public init(parsing text: String, file: String) {
    for (index, raw) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = raw.trimmed
      if line.isEmpty || line.first == "#" { continue }
      let problem: Phrase?
      if let equals = line.firstIndex(of: "=") {
        let key = String(line[..<equals].trimmed)
        let value = Configuration.value(line[line.index(after: equals)...])
        if key.hasPrefix(Configuration.keyPrefix) {
          let keys = value.split(whereSeparator: \.isWhitespace).map(String.init)
          keyLines.append(
            KeyLine(line: index + 1, action: String(key.dropFirst(Configuration.keyPrefix.count)), keys: keys))
          continue
        }
        problem = set(key, to: value)
      } else {
        problem = Phrase("这一行没有“=”；写成 名称 = 值", "no “=” in this line; write key = value")
      }
      if let problem { diagnostics.append(Diagnostic(file: file, line: index + 1, message: problem)) }
    }
  }

  /// Reads the file at `path`; no file, or none that can be read, is the standard configuration (the latter with a diagnostic).
  public static func read(_ path: FilePath?) -> Configuration {
    guard let path else { return .standard }
    do throws(LibraryError) {
      return Configuration(parsing: try TextFile.read(path).text, file: path.shown)
    } catch .notFound {
      return .standard
    } catch {
      var configuration = Configuration.standard
      configuration.diagnostics.append(error.diagnostic)
      return configuration
    }
  }

  /// What the name of a line for the reader's keys begins with.
  public static let keyPrefix = "key."

  /// The keys, in the order in which a help text lists them.
  public enum Key: String, Sendable, CaseIterable {
    case archive, lang, ambiguous, theme, width, mouse, copy, paper, issued, limit, notes, source, pdf, ocr, image, view
  }

  /// Sets one key; returns what is wrong with it, if anything.
  private mutating func set(_ name: String, to value: String) -> Phrase? {
    guard let key = Key(rawValue: name) else {
      let names = Key.allCases.map(\.rawValue)
      return Phrase(
        "没有叫“\(name)”的设置；有 \(names.joined(separator: "、"))",
        "no setting is called “\(name)”; there are \(names.joined(separator: ", "))")
    }
    switch key {
    case .archive:
      if value.isEmpty { return Phrase("archive 要一个文件夹的路径", "archive needs the path of a folder") }
      archive = value
    case .lang:
      guard let found = Language(rawValue: value) else { return Configuration.wrong(key, Language.allCases) }
      language = found
    case .theme:
      guard let found = ThemeName(rawValue: value) else { return Configuration.wrong(key, ThemeName.allCases) }
      theme = found
    case .ambiguous:
      guard let found = Int(value), (1...2).contains(found) else {
        return Phrase("ambiguous 只能是 1 或 2", "ambiguous takes 1 or 2")
      }
      ambiguousWidth = found
    case .width:
      guard let found = Int(value), (10...200).contains(found) else {
        return Phrase("width 要 10 到 200 的数", "width takes a number from 10 to 200")
      }
      textWidth = found
    case .mouse:
      guard ["on", "off"].contains(value) else { return Phrase("mouse 可以是 on、off", "mouse takes on, off") }
      isMouseOn = value == "on"
    case .paper:
      if value.isEmpty { return Phrase("paper 要一个报名，如 聊城日报", "paper needs a newspaper's name, such as 聊城日报") }
      paper = value
    case .issued:
      guard let found = IssueNames(rawValue: value) else { return Configuration.wrong(key, IssueNames.allCases) }
      issueNames = found
    case .copy:
      if value.isEmpty { return Phrase("copy 要一个命令，例如 wl-copy", "copy needs a command, such as wl-copy") }
      copyCommand = value
    case .pdf:
      guard ["on", "off"].contains(value) else { return Phrase("pdf 可以是 on、off", "pdf takes on, off") }
      if value == "on" { permittedTools.insert(.pdftotext) } else { permittedTools.remove(.pdftotext) }
    case .ocr:
      guard ["tesseract", "off"].contains(value) else {
        return Phrase("ocr 可以是 tesseract、off", "ocr takes tesseract, off")
      }
      if value == "off" { permittedTools.remove(.tesseract) } else { permittedTools.insert(.tesseract) }
    case .notes:
      guard let found = Digest.Style.Notes(rawValue: value) else {
        return Configuration.wrong(key, Digest.Style.Notes.allCases)
      }
      notes = found
    case .source:
      guard let found = Digest.Style.Source(rawValue: value) else {
        return Configuration.wrong(key, Digest.Style.Source.allCases)
      }
      source = found
    case .image:
      guard let found = ScanPath(value) else {
        return Phrase(
          "image 要一个带 {stem} 的路径，还可有 {folder}、{page}",
          "image needs a path with {stem}; {folder} and {page} may be in it")
      }
      image = found
    case .view:
      if value.isEmpty { return Phrase("view 要一个命令，例如 xdg-open", "view needs a command, such as xdg-open") }
      viewCommand = value
    case .limit:
      guard let found = Int(value), (1...1_000_000).contains(found) else {
        return Phrase("limit 要 1 到 1000000 的兆字节数", "limit takes a number of megabytes from 1 to 1000000")
      }
      loadLimit = found * 1_000_000
    }
    return nil
  }

  private static func wrong<Value: RawRepresentable<String>>(_ key: Key, _ values: [Value]) -> Phrase {
    let names = values.map(\.rawValue)
    return Phrase(
      "\(key.rawValue) 可以是 \(names.joined(separator: "、"))", "\(key.rawValue) takes \(names.joined(separator: ", "))")
  }

  /// A value without blanks and quotes around it, or a comment behind it. In quotes a `#` is a character like others.
  private static func value(_ text: Substring) -> String {
    let text = text.trimmed
    if text.first == "\"", let end = text.dropFirst().firstIndex(of: "\"") {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    var previous: Character = " "
    for index in text.indices {
      if text[index] == "#" && previous.isWhitespace { return String(text[..<index].trimmed) }
      previous = text[index]
    }
    return String(text)
  }
}
