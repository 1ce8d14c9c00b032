extension UInt32 {
  /// Whether the scalar is a figure of ASCII.
  var isFigure: Bool { (0x30...0x39).contains(self) }
  /// Whether the scalar is a letter of ASCII.
  var isLetter: Bool { (0x41...0x5A).contains(self) || (0x61...0x7A).contains(self) }
  /// Whether the scalar is a letter or figure of ASCII.
  var isLetterOrFigure: Bool { isLetter || isFigure }
}
