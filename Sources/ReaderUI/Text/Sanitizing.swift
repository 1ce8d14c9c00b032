extension Unicode.Scalar {
  /// The scalar that stands for this one on the screen: itself, or a visible mark when a terminal would obey it, hide it or not know its width.
  ///
  /// The one gate for text on its way to cells. `Frame.put` and `Typesetter` both use it, one scalar for one, so that offsets
  /// into a paragraph stay true. Control characters become their pictures (ESC is ␛), a tab a blank; invisible and
  /// bidirectional formats, which can hide or reorder what stands around them, become ␣; unassigned, private and
  /// surrogate-like values become ␦. The marks are one cell wide in every terminal (East Asian Width: neutral).
  public var shown: Unicode.Scalar {
    switch value {
    case 0x20..<0x7F, 0x3000..<0x3040, 0x4E00..<0xA000, 0xFF01..<0xFF5F, 0x2010..<0x2028:
      // ASCII, CJK punctuation, Han, full-width forms, dashes and quotes: nearly all of a page, and all harmless.
      return self
    case 0x09: return " "
    case 0..<0x20: return Unicode.Scalar(0x2400 + value) ?? Self.unknownMark
    case 0x7F: return "\u{2421}"
    case 0x80..<0xA0: return Self.unknownMark
    case 0xFE00..<0xFE10, 0xE0100..<0xE01F0:
      // Variation selectors choose a glyph and take no cell.
      return self
    default: return shownByCategory
    }
  }

  private var shownByCategory: Unicode.Scalar {
    switch properties.generalCategory {
    case .control, .unassigned, .privateUse, .surrogate: Self.unknownMark
    case .format, .lineSeparator, .paragraphSeparator: Self.formatMark
    default: properties.isDefaultIgnorableCodePoint ? Self.formatMark : self
    }
  }

  private static let formatMark: Unicode.Scalar = "\u{2423}"
  private static let unknownMark: Unicode.Scalar = "\u{2426}"

  /// Whether the scalar only selects a glyph for the one before it: it is kept in texts and never sent to the terminal, because
  /// terminals disagree about the width that follows from it.
  var isVariationSelector: Bool {
    (0xFE00...0xFE0F).contains(value) || (0xE0100...0xE01EF).contains(value)
  }
}

extension StringProtocol {
  /// The text with every scalar replaced by the one `Unicode.Scalar.shown` gives: safe to print to a terminal, as many scalars as before.
  public var shown: String {
    var view = String.UnicodeScalarView()
    for scalar in unicodeScalars { view.append(scalar.shown) }
    return String(view)
  }
}
