/// A run of characters with its place on the print, as a tool gave it.
struct BoxWord {
  /// Its code points, without white space at the ends; never empty.
  let text: [UInt32]
  /// The row that it stands on: a line of the file, or its place among the page's words, counted from 0.
  let row: Int
  /// Where it stands; `nil` where the tool gave no place that can be.
  let box: Box?
  /// How sure the tool is of the characters (0 to 1); `nil` where it does not say.
  let confidence: Float?
  /// The tool's own line: words of one number were found side by side.
  let line: Int
}

/// One printed page as a tool saw it.
struct BoxSheet {
  /// In the tool's order.
  var words: [BoxWord] = []
  /// Rules and frames that were printed, where the tool tells of them.
  var rules: [Box] = []
  /// Whether the boxes are the characters' full squares, as fonts give them, rather than the ink that OCR saw.
  var isExact = false
}
