/// The sentences of a paragraph.
public enum Sentences {
  /// The ranges of the sentences of a text, in Unicode scalars, with the marks that close them; together they are the whole text.
  ///
  /// - Complexity: O(scalars).
  public static func ranges(in text: String) -> [Range<Int>] {
    let scalars = text.unicodeScalars.map(\.value)
    var ranges: [Range<Int>] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      defer { index += 1 }
      guard ends(scalars, at: index) else { continue }
      while index + 1 < scalars.count, ends(scalars, at: index + 1) || closes(scalars[index + 1]) { index += 1 }
      ranges.append(start..<index + 1)
      start = index + 1
    }
    if start < scalars.count { ranges.append(start..<scalars.count) }
    return ranges
  }

  /// Whether a sentence ends here: `.` ends one only behind a Han, and `；` none.
  private static func ends(_ scalars: [UInt32], at index: Int) -> Bool {
    switch scalars[index] {
    case 0x2E, 0xFF0E: index > 0 && CharacterClass.of(scalars[index - 1]).contains(.han)
    default: CharacterClass.of(scalars[index]).contains(.terminal)
    }
  }

  /// Straight quotes open as well as close.
  private static func closes(_ scalar: UInt32) -> Bool {
    let kind = CharacterClass.of(scalar)
    return kind.contains(.closer) && !kind.contains(.opener)
  }
}
