extension Frame: CustomStringConvertible {
  /// The characters of the screen: one line per row, each ended by a line feed, without blanks at the end of a row.
  public var text: String {
    var view = String.UnicodeScalarView()
    for y in 0..<size.rows {
      let row = row(y)
      let last = row.lastIndex { !$0.isBlank } ?? row.startIndex - 1
      for cell in row[row.startIndex..<last + 1] { cell.append(to: &view) }
      view.append("\n")
    }
    return String(view)
  }

  /// The styles of the screen, one ASCII letter per cell in as many lines as rows, for snapshots beside `text`.
  ///
  /// `.` plain, `b` bold, `u` underlined, `r` reversed, `d` dim, `i` italic; `B` for bold and reversed, `U` for underlined and reversed, `*` for
  /// other combinations, `c` for colour alone. Blanks at the end of a row are plain cells.
  public var styles: String {
    var text = ""
    for y in 0..<size.rows {
      let row = row(y)
      let last = row.lastIndex { $0.style != .plain } ?? row.startIndex - 1
      text.append(contentsOf: row[row.startIndex..<last + 1].map { Self.letter(for: $0.style) })
      text.append("\n")
    }
    return text
  }

  /// The same as `text`.
  public var description: String { text }

  private static func letter(for style: Style) -> Character {
    switch style.attributes {
    case []: style == .plain ? "." : "c"
    case .bold: "b"
    case .underline: "u"
    case .reverse: "r"
    case .dim: "d"
    case .italic: "i"
    case [.bold, .reverse]: "B"
    case [.underline, .reverse]: "U"
    default: "*"
    }
  }
}
