/// A step from the text as it was printed to the text that is read: what it mends, why, and an example.
///
/// The steps are taken in this order, each on what the one before left (`NormalForm`).
public enum NormalStep: String, Sendable, CaseIterable {
  case breaks, dropped, signs, privateUse, markup, columns, lines, blanks

  /// What a step is to a person.
  public struct Rule: Sendable {
    /// What was found, as a notice names it.
    public let name: Phrase
    /// Why it is mended.
    public let because: String
    /// An example, before and after.
    public let example: String
  }

  /// The step's name, reason and example.
  public var rule: Rule {
    switch self {
    case .breaks:
      Rule(
        name: Phrase("别样的换行", "other line breaks"),
        because: "a form feed, a vertical tab, U+0085, U+2028 and U+2029 end a line; Ctrl-Z ended files under DOS",
        example: "启用。␌河口县举行运动会 → two lines, and a new page")
    case .dropped:
      Rule(
        name: Phrase("看不见的字符", "invisible characters"),
        because: "soft hyphens, zero-width and direction marks, byte order marks and NULs are no signs of the print",
        example: "高\u{AD}唐县 → 高唐县")
    case .signs:
      Rule(
        name: Phrase("部首、兼容字和连字", "radicals, compatibility characters and ligatures"),
        because: "readers of PDF files give such code points for the characters whose glyphs they share",
        example: "⾼唐县 4⽉2⽇ 5㎏ → 高唐县 4月2日 5kg")
    case .privateUse:
      Rule(
        name: Phrase("专用区里不认得的字", "unknown characters for private use"),
        because: "only the font that they were made for says what they are: they are told, and left",
        example: "U+E123")
    case .markup:
      Rule(
        name: Phrase("标签和排版记号", "tags and other markup"),
        because:
          "models for OCR write HTML, Markdown and TeX around the text; rows of tables become lines, their cells columns",
        example: "<tr><td>燕店镇</td><td>12</td></tr> → 燕店镇  12")
    case .columns:
      Rule(
        name: Phrase("并排的栏", "columns side by side"),
        because:
          "pdftotext -layout and some OCR print the lines of neighbouring columns as one, with a gutter of blanks between",
        example: "的耐久测试，      海波带着六个人 → the left column, then the right one")
    case .lines:
      Rule(
        name: Phrase("断开的字词", "characters and words cut off by a line's end"),
        because: "drop caps and vertical headlines come out one character a line, words in Latin cut at a syllable",
        example: "www.exam- / ple.com平台 → www.example.com / 平台")
    case .blanks:
      Rule(
        name: Phrase("字间空格", "blanks between characters"),
        because:
          "OCR and text layers of PDF files set characters apart that print sets side by side; words in Latin keep their blanks",
        example: "高 唐 县 4 月 2 日 → 高唐县4月2日")
    }
  }
}

/// What a step did to a file's text.
public struct Repair: Hashable, Sendable {
  /// The step.
  public let step: NormalStep
  /// In how many places.
  public internal(set) var count: Int
  /// The first line that it changed, as a line of the file, counted from 1.
  public let line: Int
}
