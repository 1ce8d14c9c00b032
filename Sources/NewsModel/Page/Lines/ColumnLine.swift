/// The lines of a page that is broken at the edge of a column, as `ParagraphFinder` sees them: how wide, how they begin and end.
struct ColumnLine {
  /// The lines of the file, counted from 0, that make it: more than one where a tool cut it.
  private(set) var lines: Range<Int>
  /// How wide the line is, in half Han, its indent included.
  private(set) var width: Int
  /// How wide the column is that it was set in.
  var column: Int
  /// Whether the line is wider than the column that most others were set in.
  var isWide = false
  /// How wide its first piece is that no line break parts: what would have fitted on the line above was left for the next on purpose.
  let firstPiece: Int
  /// Whether a blank line (or the page's beginning) stands above.
  let afterBlank: Bool
  let isIndented: Bool
  /// Whether a quotation is opened and not closed.
  private(set) var leavesOpen: Bool
  let firstCharacter: UInt32
  private(set) var lastCharacter: UInt32
  let start: Start
  private(set) var end: End
  /// Whether the line reads as running text: a heading holds no full stop and hardly a comma.
  private(set) var isProse: Bool

  /// The line with a piece that was cut off its end.
  func joined(with piece: ColumnLine) -> ColumnLine {
    var whole = self
    whole.lines = lines.lowerBound..<piece.lines.upperBound
    whole.width += piece.width
    whole.leavesOpen = piece.leavesOpen
    whole.lastCharacter = piece.lastCharacter
    whole.end = piece.end
    whole.isProse = isProse || piece.isProse || end == .sentence || end == .open
    return whole
  }

  /// How a line begins.
  enum Start {
    /// With a mark that no line begins with.
    case mark
    /// With a particle or the last characters of a sentence, which began above.
    case inside
    case plain
    /// With an opening quotation mark or a day, as paragraphs do more often than lines within them.
    case likely
    /// With the opening of a report, a byline's mark, a label: nothing above goes on there.
    case sure
  }

  /// How a line ends.
  enum End {
    /// With a full stop and its kin, closed.
    case sentence
    /// In mid-sentence.
    case inside
    /// With a comma or an opening bracket, after which something must follow.
    case open
    /// A line by itself: a byline, a signature, a row of a table.
    case sure
  }
}
