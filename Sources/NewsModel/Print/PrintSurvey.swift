/// What in the bytes of a text may need mending: one look tells that nearly every text needs nothing.
struct PrintSurvey: OptionSet, Sendable {
  let rawValue: UInt16

  /// Line ends other than `\n`.
  static let breaks = PrintSurvey(rawValue: 1 << 0)
  /// Characters that show nothing.
  static let dropped = PrintSurvey(rawValue: 1 << 1)
  /// Radicals, compatibility characters, ligatures, characters for private use.
  static let signs = PrintSurvey(rawValue: 1 << 2)

  /// Characters that become several: letters of those can stand in articles without standing in the bytes.
  static let squared = PrintSurvey(rawValue: 1 << 3)

  /// A character between two blanks.
  static let blanks = PrintSurvey(rawValue: 1 << 4)

  /// What makes the text of articles another one than that of the bytes, beyond what folding knows.
  static let opaque = PrintSurvey(rawValue: 1 << 5)

  /// Tags, entities, formulas, marks of Markdown.
  static let markup = PrintSurvey(rawValue: 1 << 6)

  /// Wide blanks in the midst of several lines.
  static let gaps = PrintSurvey(rawValue: 1 << 7)

  /// A character alone on a line, a hyphen at a line's end.
  static let cuts = PrintSurvey(rawValue: 1 << 8)

  init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Looks through valid UTF-8.
  ///
  /// - Complexity: O(bytes), about one step for each scalar.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self = []
    guard let base = bytes.baseAddress else { return }
    let count = bytes.count
    var at = 0
    var blank = -1  // where the last blank ended
    var (spaces, gaps) = (0, 0)  // spaces in a row, and wide blanks in mid-line
    var lineEnd = -1
    while at < count {
      let byte = base[at]
      if byte &- 0xE4 < 0x0A {  // U+4000 to U+DFFF: Han and Hangul
        at &+= 3
      } else if byte < 0x80 {
        if byte == 0x20 {
          if at &- blank == 4 { insert(.blanks) }
          spaces = at &- blank == 1 ? spaces &+ 1 : 1
          blank = at
          if spaces == Self.gap, at > Self.gap, base[at &- Self.gap] != 0x0A {
            gaps &+= 1
            if gaps == Self.severalGaps { formUnion([.gaps, .opaque]) }
          }
        } else if byte == 0x0A {
          // U+4000 and above, alone or almost.
          if at &- lineEnd == 4, base[at &- 3] >= 0xE4 { insert(.cuts) }
          if at > 0, base[at &- 1] == 0x2D { insert(.cuts) }
          lineEnd = at
        } else if byte < 0x20 {
          look(atControl: byte, base, at)
        } else if (byte < 0x40 ? Self.marks.low : Self.marks.high) &>> UInt64(byte & 0x3F) & 1 != 0 {
          look(atMark: byte, base, at, count)
        }
        at &+= 1
      } else if byte < 0xE0 {
        if byte == 0xC2 { look(atLatin: base[at &+ 1]) }
        at &+= 2
      } else if byte < 0xF0 {
        look(byte, base[at &+ 1], base[at &+ 2])
        if byte == 0xE3, base[at &+ 1] == 0x80, base[at &+ 2] == 0x80 {
          if at &- blank == 4 { insert(.blanks) }
          blank = at &+ 2
        }
        at &+= 3
      } else {
        // Compatibility ideographs of the second plane, and selectors of glyphs.
        if byte == 0xF0, base[at &+ 1] == 0xAF, base[at &+ 2] >= 0xA0 { formUnion([.signs, .opaque]) }
        if byte == 0xF3, base[at &+ 1] == 0xA0 { formUnion([.dropped, .opaque]) }
        at &+= 4
      }
    }
  }

  @inline(__always)
  private mutating func look(atControl byte: UInt8, _ base: UnsafePointer<UInt8>, _ at: Int) {
    switch byte {
    case 0x00: insert(.dropped)
    case 0x0B, 0x1A: insert(.breaks)
    case 0x0C: if at > 0, base[at &- 1] != 0x0A, base[at &- 1] != 0x0C { insert(.breaks) }
    default: break
    }
  }

  /// So many spaces are no space between words, and so many of those no accident.
  private static let (gap, severalGaps) = (3, 4)

  /// The characters of ASCII that markup may begin with, as bits: up to `?`, and from `@` on.
  private static let marks: (low: UInt64, high: UInt64) = {
    var marks: (low: UInt64, high: UInt64) = (0, 0)
    for byte in "!#$&<".utf8 { marks.low |= 1 << UInt64(byte) }
    for byte in "\\`|".utf8 { marks.high |= 1 << UInt64(byte - 0x40) }
    return marks
  }()

  private mutating func look(atMark byte: UInt8, _ base: UnsafePointer<UInt8>, _ at: Int, _ count: Int) {
    let next = at + 1 < count ? base[at + 1] : 0x0A
    let isLetter = UInt32(next).isLetter
    switch byte {
    case UInt8(ascii: "#"):
      if at == 0 || base[at - 1] == 0x0A { insert(.markup) }
      return
    case UInt8(ascii: "!"): guard next == UInt8(ascii: "[") else { return }
    case UInt8(ascii: "&"): guard isLetter || next == UInt8(ascii: "#") else { return }
    case UInt8(ascii: "<"): guard isLetter || "/!|-".utf8.contains(next) else { return }
    case UInt8(ascii: "\\"): guard isLetter || "([".utf8.contains(next) else { return }
    case UInt8(ascii: "|"):
      let second = at + 2 < count ? base[at + 2] : 0x0A
      guard "-:".utf8.contains(next) || next == 0x20 && "-:".utf8.contains(second) else { return }
    default: break
    }
    formUnion([.markup, .opaque])
  }

  @inline(__always)
  private mutating func look(atLatin second: UInt8) {
    if second == 0x85 { insert(.breaks) }
    if second == 0xAD { insert(.dropped) }
  }

  @inline(__always)
  private mutating func look(_ first: UInt8, _ second: UInt8, _ third: UInt8) {
    switch first {
    case 0xE2:
      if second == 0x80, third >= 0x8B {
        if third <= 0x8F || (0xAA...0xAE).contains(third) { insert(.dropped) }
        if third == 0xA8 || third == 0xA9 { insert(.breaks) }
      } else if second == 0x81 {
        if third >= 0xA0 { insert(.dropped) }
      } else if second >= 0xBA {
        insert(.signs)  // U+2E80 to U+2FFF
      }
    case 0xE3:
      // U+31C0 to U+31EF; U+32C0 to U+33FF.
      if second == 0x87, third < 0xB0 { insert(.signs) }
      if (0x8B...0x8F).contains(second) { formUnion([.signs, .squared]) }
    case 0xEE: insert(.signs)
    case 0xEF:
      if second < 0xAC {
        insert(.signs)
      } else if second == 0xAC {
        if third < 0x87 { formUnion([.signs, .squared]) }
      } else if second == 0xB8 || second == 0xB9 {
        insert(second == 0xB8 && third < 0x90 ? .dropped : .signs)
      } else if second == 0xBB {
        if third == 0xBF { insert(.dropped) }
      } else if second == 0xBD, (0xA1...0xA5).contains(third) {
        insert(.signs)
      }
    default: break
    }
  }
}
