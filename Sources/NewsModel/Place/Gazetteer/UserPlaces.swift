/// Places that the user adds: zones, old names, companies and schools with their county. They win over the gazetteer.
///
/// One place a line, columns parted by tabs:
///
///     prefecture <tab> place <tab> words, comma separated <tab> towns that it runs, comma separated
///     聊城市     <tab> 高唐县 <tab> 时风集团,固河
///
/// Only the first two columns are needed. The place may be a county-level division or a name of the user's own; a line
/// that begins with `#` is a remark.
public struct UserPlaces: Sendable {
  /// One line of the file.
  struct Entry: Hashable, Sendable {
    let place: Place
    /// Words that stand for the place, its own name aside.
    let words: [String]
    /// Full names of towns that belong to it.
    let towns: [String]
  }

  /// No places of the user's own.
  public static let none = UserPlaces(entries: [], diagnostics: [])

  /// The entries in the order of the file.
  let entries: [Entry]
  /// One for each line that was not understood; such lines are left out and the rest holds.
  public let diagnostics: [Diagnostic]

  /// The places that the entries are about.
  public var places: [Place] { entries.map(\.place) }

  private init(entries: [Entry], diagnostics: [Diagnostic]) {
    self.entries = entries
    self.diagnostics = diagnostics
  }

  /// Parses the text of a `places.tsv`.
  ///
  /// - Parameters:
  ///   - text: the file's text; lines end with `\n` or `\r\n`.
  ///   - file: the path to name it by in diagnostics.
  /// - Complexity: O(length of text).
  public init(parsing text: String, file: String) {
    var entries: [Entry] = []
    var diagnostics: [Diagnostic] = []
    for (index, raw) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      let line = raw.drop { $0.isWhitespace || $0 == "\u{FEFF}" }
      guard !line.isEmpty, line.first != "#" else { continue }
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map { String($0.trimmed) }
      func refuse(_ chinese: String, _ english: String) {
        let message = Phrase(chinese + "；这一行不算", english + "; the line is left out")
        diagnostics.append(Diagnostic(file: file, line: index + 1, message: message))
      }
      guard columns.count >= 2, !columns[1].isEmpty else {
        refuse(
          "一个地方要有用 Tab 隔开的两列：地级市和地方，如 聊城市<Tab>高唐县",
          "a place needs two columns parted by a tab: prefecture and place, as in 聊城市<tab>高唐县")
        continue
      }
      guard columns.count <= 4 else {
        refuse(
          "有 \(columns.count) 列，最多四列：地级市、地方、别称、乡镇",
          "\(columns.count) columns where at most four belong: prefecture, place, words, towns")
        continue
      }
      guard Gazetteer.standard.prefecture(named: columns[0]) != nil else {
        let name = Self.printable(columns[0])
        refuse("“\(name)”不是地级市；请写全称，如 聊城市", "“\(name)” is no prefecture-level city; write its full name, as in 聊城市")
        continue
      }
      let words = columns.count > 2 ? Self.list(columns[2]) : []
      let towns = columns.count > 3 ? Self.list(columns[3]) : []
      if let short = (words + [columns[1]]).first(where: { $0.unicodeScalars.count < 2 }) {
        let word = Self.printable(short)
        refuse("“\(word)”太短，找起来会乱；请给两个字以上", "“\(word)” is too short to be looked for; give two characters or more")
        continue
      }
      let place = Place(name: columns[1], prefecture: columns[0])
      entries.append(Entry(place: place, words: words, towns: towns))
    }
    self.init(entries: entries, diagnostics: diagnostics)
  }

  /// Reads the file at `path`; none when there is no such file.
  public static func read(_ path: FilePath?) throws(LibraryError) -> UserPlaces {
    guard let path else { return .none }
    do throws(LibraryError) {
      return UserPlaces(parsing: try TextFile.read(path).text, file: path.shown)
    } catch .notFound {
      return .none
    }
  }

  private static func list(_ text: String) -> [String] {
    text.split { $0 == "," || $0 == "\u{FF0C}" || $0 == "、" }.map { String($0.trimmed) }.filter { !$0.isEmpty }
  }

  /// Text of the file as it may stand in a message: without control characters, at most 20 characters.
  private static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(text.unicodeScalars.filter { $0.properties.generalCategory != .control }).prefix(20))
  }
}
