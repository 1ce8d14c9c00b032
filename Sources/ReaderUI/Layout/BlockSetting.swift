import NewsModel

/// How the blocks of one role are set in the text column.
struct BlockSetting: Sendable {
  /// Cells kept free on the left, within the column.
  var inset = 0
  /// Cells before the first line of a paragraph.
  var firstLineIndent = 0
  var isCentered = false
  /// Whether a vertical line on the left marks that the block is not running text.
  var hasBar = false

  /// The custom of Chinese print: title lines centred, paragraphs with an indent of two Han, what is not running text set apart.
  init(_ block: Document.Block) {
    switch block.role {
    case .part(.section), .part(.kicker), .part(.headline), .part(.deck), .facts, .seam:
      isCentered = true
    case .part(.byline):
      isCentered = block.isTitle
      firstLineIndent = block.isTitle ? 0 : 4
    case .part(.body), .part(.subhead):
      firstLineIndent = 4
    case .part(.caption), .part(.credit), .part(.pullquote), .note:
      inset = 4
      hasBar = true
    }
  }

  /// The typesetter for a column of `columns` cells.
  func typesetter(_ columns: Int, _ cellWidth: CellWidth) -> Typesetter {
    Typesetter(width: columns - usableInset(columns), cellWidth: cellWidth, firstLineIndent: firstLineIndent)
  }

  /// The inset, unless the column is too narrow to give it away.
  func usableInset(_ columns: Int) -> Int { inset * 3 <= columns ? inset : 0 }
}
