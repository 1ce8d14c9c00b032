import CTerminal
import ReaderUI

/// What a terminal can be told, as bytes ready to send. A value, so that drawing can be tested without a terminal.
struct Capabilities {
  /// Clears the screen and homes the cursor.
  var clear: [UInt8]
  /// Clears from the cursor to the end of its row; empty if the terminal cannot.
  var clearToEnd: [UInt8]
  var showCursor: [UInt8]
  var hideCursor: [UInt8]
  /// Ends all attributes and colours.
  var reset: [UInt8]
  /// Begins each attribute; empty ones are left out.
  var attributes: [(Style.Attributes, [UInt8])]
  /// Chooses each of the 16 colours; empty where the terminal has no colour or is to use none.
  var foregrounds: [[UInt8]]
  var backgrounds: [[UInt8]]
  /// Whether a character in the last column of the last row makes the screen scroll, so that the cell must stay blank.
  var scrollsAtCorner: Bool
  /// Places the cursor at column `x` of row `y`, both from 0.
  var move: (_ x: Int, _ y: Int) -> [UInt8]

  /// Switches to a screen of the program's own.
  var ownScreen: [UInt8] = []
  /// Switches on what the reader wants besides.
  var modesOn: [UInt8] = []
  /// Undoes both, and whatever else the reader may have switched on.
  var restore: [UInt8] = []

  /// The capabilities of the terminal that ncurses has opened; nil if it cannot place its cursor or clear its screen.
  ///
  /// With `isColored` false (`NO_COLOR`), no colour is ever sent.
  static func ofOpenTerminal(isColored: Bool) -> Capabilities? {
    guard let cup = cterm_string("cup"), let clear = string("clear") else { return nil }
    let names: [(Style.Attributes, String)] = [
      (.bold, "bold"), (.underline, "smul"), (.reverse, "rev"), (.dim, "dim"), (.italic, "sitm"),
    ]
    let colors = isColored ? Int(cterm_number("colors")) : 0
    return Capabilities(
      clear: clear,
      clearToEnd: string("el") ?? [],
      showCursor: string("cnorm") ?? [],
      hideCursor: string("civis") ?? [],
      reset: string("sgr0") ?? [],
      attributes: names.compactMap { attribute, name in string(name).map { (attribute, $0) } },
      foregrounds: Self.colors("setaf", count: colors),
      backgrounds: Self.colors("setab", count: colors),
      scrollsAtCorner: cterm_flag("am") != 0 && cterm_flag("xenl") == 0 && cterm_string("rmam") == nil,
      move: { x, y in bytes(cterm_expand(cup, y, x)) },
      ownScreen: string("smcup") ?? [],
      // Without wrapping at the edge, a character drawn wider than was thought cannot scroll the screen.
      modesOn: (string("rmam") ?? []) + pasteOn,
      restore: mouseOff + pasteOff + (string("smam") ?? []) + (string("sgr0") ?? []) + (string("cnorm") ?? [])
        + (string("rmkx") ?? [])
        + (string("rmcup") ?? clear)
    )
  }

  /// Reports presses, drags and the wheel with SGR coordinates: modes 1002 and 1006 of xterm, which terminfo does not name.
  static let mouseOn = Array("\u{1B}[?1002h\u{1B}[?1006h".utf8)
  static let mouseOff = Array("\u{1B}[?1006l\u{1B}[?1002l".utf8)
  /// Marks pasted text: mode 2004 of xterm.
  private static let pasteOn = Array("\u{1B}[?2004h".utf8)
  private static let pasteOff = Array("\u{1B}[?2004l".utf8)

  /// A terminal of 8 colours gets the plain one for each bright one.
  private static func colors(_ name: String, count: Int) -> [[UInt8]] {
    guard count >= 8, let string = cterm_string(name) else { return [] }
    return (0..<16).map { bytes(cterm_expand(string, count >= 16 ? $0 : $0 % 8, 0)) }
  }

  private static func string(_ name: String) -> [UInt8]? {
    cterm_string(name).map { bytes($0) }
  }

  /// The bytes of a terminfo string without its delays (`$<5>`), which no terminal in use needs.
  private static func bytes(_ string: UnsafePointer<CChar>?) -> [UInt8] {
    guard let string else { return [] }
    let all = Array(String(cString: string).utf8)
    guard all.contains(UInt8(ascii: "$")) else { return all }
    var kept: [UInt8] = []
    var rest = all[...]
    while let byte = rest.first {
      if rest.starts(with: [UInt8(ascii: "$"), UInt8(ascii: "<")]), let end = rest.firstIndex(of: UInt8(ascii: ">")) {
        rest = rest[(end + 1)...]
      } else {
        kept.append(byte)
        rest = rest.dropFirst()
      }
    }
    return kept
  }
}
