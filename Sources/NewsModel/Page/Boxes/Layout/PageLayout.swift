/// How a printed page is laid out: its articles, each with its pieces in reading order.
struct PageLayout {
  /// The printed lines.
  let lines: [PrintedLine]
  let typography: Typography
  /// The articles and what stands between them, in reading order.
  let modules: [Module]
  /// Whether paragraphs are indented.
  let indents: Bool

  /// What was set as one: an article with its heading and columns, a picture with its caption, a line of furniture.
  struct Module {
    /// In reading order.
    var pieces: [Piece] = []
    /// Where it stands.
    func box(_ lines: [PrintedLine]) -> Box? {
      let boxes = pieces.flatMap(\.lines).map { lines[$0].box }
      return boxes.dropFirst().reduce(boxes.first) { $0?.union($1) }
    }
  }

  /// Lines under one another.
  struct Piece {
    let kind: Kind
    /// From top to bottom.
    var lines: [Int]
    /// The edges of the column that they were set in.
    var left: Double
    var right: Double
  }

  /// What a piece was set as.
  enum Kind {
    /// The page's own: date line, editors, page number.
    case furniture
    /// Small, above a heading at its left edge.
    case label
    /// A line of a heading above its largest, one of the largest, and one below.
    case kicker, headline, deck
    /// Lines of a column.
    case text
    /// A line between columns of text, set apart in the middle or larger.
    case subhead
    /// Below a hole, small or over several columns.
    case caption
    /// What none of these explains.
    case loose
  }

  /// Lays a sheet out. Its words without a place are in none of the lines.
  ///
  /// - Complexity: O(words × words near them).
  init(_ sheet: BoxSheet) {
    var finder = LayoutFinder(sheet)
    modules = finder.modules()
    self.lines = finder.lines
    self.typography = finder.typography
    indents = finder.indents
  }
}
