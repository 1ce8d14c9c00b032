import ReaderUI

/// Text in the language of manual pages: man(7), as groff and mandoc read it.
struct Roff {
  private(set) var text = ""

  /// A line of roff as it stands.
  mutating func request(_ line: String) { text += ".\(line)\n" }

  /// A macro with its arguments, each of them plain text.
  mutating func macro(_ name: String, _ arguments: String...) {
    text += ([".\(name)"] + arguments.map { "\"\(Self.escaped($0))\"" }).joined(separator: " ") + "\n"
  }

  /// A paragraph, filled by the formatter; its line ends stay.
  mutating func paragraph(_ plain: String) {
    macro("PP")
    self.plain(plain)
  }

  /// Text that goes on with a paragraph; its line ends stay.
  mutating func plain(_ plain: String) {
    for (index, line) in plain.split(separator: "\n").enumerated() {
      if index > 0 { macro("br") }
      text += Self.line(String(line)) + "\n"
    }
  }

  /// A term and, indented below it, what it means.
  mutating func item(_ term: String, _ meaning: String) {
    macro("TP")
    macro("B", term)
    plain(meaning)
  }

  /// A line of text, which may be broken between Chinese characters: formatters break at blanks only, unless told (`\:`).
  private static func line(_ plain: String) -> String {
    let places = Set(Typesetter.breaksWithoutBlank(in: plain))
    var line = ""
    for (index, scalar) in plain.unicodeScalars.enumerated() {
      if places.contains(index) { line += "\\:" }
      line += escaped(scalar)
    }
    // A line that begins with a dot or an apostrophe would be a request.
    return line.hasPrefix(".") || line.hasPrefix("\\(aq") ? "\\&" + line : line
  }

  private static func escaped(_ plain: String) -> String { plain.unicodeScalars.map(escaped).joined() }

  /// A character as it is to be printed: what roff would take for an escape or set as another character is named.
  private static func escaped(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\\": "\\(rs"
    case "-": "\\-"
    case "\"": "\\(dq"
    case "'": "\\(aq"
    case "`": "\\(ga"
    case "~": "\\(ti"
    case "^": "\\(ha"
    default: String(scalar)
    }
  }
}
