/// One cell of a frame: a character, or the right half of the wide character on its left.
///
/// A cell is 16 bytes: a base scalar and up to two combining marks, which is what tone marks on decomposed pinyin need (ǚ).
public struct Cell: Hashable, Sendable {
  /// The base scalar's value; 0 in the right half of a wide character.
  let code: UInt32
  /// Combining marks' values, 0 for none.
  private(set) var marks: (UInt32, UInt32) = (0, 0)
  /// How the cell looks.
  public var style: Style
  /// Whether the character also takes the cell on the right.
  public let isWide: Bool

  /// A blank cell.
  public static let blank = Cell(" ", style: .plain)

  init(_ scalar: Unicode.Scalar, isWide: Bool = false, style: Style) {
    code = scalar.value
    self.isWide = isWide
    self.style = style
  }

  private init(rightHalfIn style: Style) {
    code = 0
    isWide = false
    self.style = style
  }

  static func rightHalf(style: Style) -> Cell { Cell(rightHalfIn: style) }

  /// The base scalar; nil in the right half of a wide character.
  public var scalar: Unicode.Scalar? { isRightHalf ? nil : Unicode.Scalar(code) }
  /// Whether the cell is the right half of the wide character on its left.
  public var isRightHalf: Bool { code == 0 }
  /// Whether nothing is drawn here except perhaps the background.
  public var isBlank: Bool { code == 0x20 && marks.0 == 0 }

  /// Combines one more mark with the character; a third one has no room and is left out.
  mutating func combine(_ mark: Unicode.Scalar) {
    if marks.0 == 0 { marks.0 = mark.value } else if marks.1 == 0 { marks.1 = mark.value }
  }

  /// Whether combining marks share the cell.
  public var hasMarks: Bool { marks.0 != 0 }

  /// Appends the character and its marks in UTF-8; nothing for the right half of a wide character.
  public func append(to bytes: inout [UInt8]) {
    if code > 0 && code < 0x80 { bytes.append(UInt8(code)) } else { append(code, to: &bytes) }
    if hasMarks {
      append(marks.0, to: &bytes)
      append(marks.1, to: &bytes)
    }
  }

  private func append(_ value: UInt32, to bytes: inout [UInt8]) {
    if value != 0, let scalar = Unicode.Scalar(value) { bytes.append(contentsOf: scalar.utf8) }
  }

  /// Appends the character and its marks; nothing for the right half of a wide character.
  public func append(to scalars: inout String.UnicodeScalarView) {
    for value in [code, marks.0, marks.1] where value != 0 {
      if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
    }
  }

  /// Equal when they look the same.
  public static func == (left: Cell, right: Cell) -> Bool {
    left.code == right.code && left.style == right.style && left.marks == right.marks && left.isWide == right.isWide
  }

  /// Feeds what `==` compares.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(code)
    hasher.combine(marks.0)
    hasher.combine(marks.1)
    hasher.combine(style)
    hasher.combine(isWide)
  }
}
