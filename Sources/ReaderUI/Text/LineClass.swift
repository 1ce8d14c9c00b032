/// What a scalar means for line breaking: a subset of the classes of Unicode's line breaking algorithm (UAX #14), with the prohibitions
/// of Chinese setting (Requirements for Chinese Text Layout, W3C; GB/T 15834) for full-width punctuation and for the ASCII forms that
/// stand in its place in the output of text recognition.
enum LineClass: UInt8 {
  /// Han, kana and whatever else may stand anywhere.
  case ideograph
  /// A letter of a script that writes words.
  case letter
  case digit
  /// May not end a line.
  case opening
  /// May not begin a line.
  case closing
  /// May neither begin nor end a line: a quotation mark that could be either.
  case neutralQuote
  /// A straight or curly quotation mark, before its context has been looked at.
  case quote
  /// May not begin a line and joins the letters and digits on its two sides: `.` in 12.5, `/`, `-`.
  case connector
  /// A blank: the line may end after it, and it may hang over the edge.
  case space
  /// Never parted from either neighbour.
  case glue
  /// A combining mark.
  case mark
  /// A dash or an ellipsis, set in unbreakable pairs.
  case pair
}

extension Unicode.Scalar {
  /// Whether the scalar is a blank at which a line may end.
  var isBreakingSpace: Bool {
    switch value {
    case 0x20, 0x09, 0x3000, 0x1680, 0x2000...0x2006, 0x2008...0x200A, 0x205F: true
    default: false
    }
  }

  /// The class of the scalar alone.
  var lineClass: LineClass {
    switch value {
    case 0x4E00..<0xA000, 0x3400..<0x4DC0: .ideograph
    case 0x30...0x39, 0xFF10...0xFF19: .digit
    case 0x41...0x5A, 0x61...0x7A, 0xFF21...0xFF3A, 0xFF41...0xFF5A: .letter
    case 0x20..<0x7F: Self.asciiClass(self)
    case 0xA0, 0x2007, 0x202F, 0x2060, 0xFEFF: .glue
    case 0x2014, 0x2015, 0x2E3A, 0x2500: .pair
    default: isBreakingSpace ? .space : Self.punctuation[value] ?? classByCategory
    }
  }

  private static func asciiClass(_ scalar: Unicode.Scalar) -> LineClass {
    switch scalar {
    case " ": .space
    case "\"", "'": .quote
    case "(", "[", "{", "<", "$": .opening
    case ")", "]", "}", ">", "!", "?", ";", "%": .closing
    case ",", ".", ":", "-", "/", "~": .connector
    default: .letter
    }
  }

  /// Punctuation beyond ASCII. An ellipsis may be held back from the start of a line too, and nothing is lost by doing so.
  private static let punctuation: [UInt32: LineClass] = {
    var classes: [UInt32: LineClass] = [:]
    for scalar in "（「『《〈【〔〖〘〚［｛｟﹁﹃︵︽︻〝￥¥£€＄№§".unicodeScalars { classes[scalar.value] = .opening }
    for scalar in "，。、；：？！）」』》〉】〕〗〙〛］｝｠﹂﹄︶︾︼〞〟％‰℃℉°′″¢￠·‧・•～〜／＂＇＞〃々〻ーゝゞヽヾ‼⁇⁈⁉︰﹐﹑﹒﹔﹕﹖﹗"
      .unicodeScalars
    { classes[scalar.value] = .closing }
    for scalar in "“”‘’".unicodeScalars { classes[scalar.value] = .quote }
    for scalar in "‐‑‒–－．－".unicodeScalars { classes[scalar.value] = .connector }
    for scalar in "…⋯".unicodeScalars { classes[scalar.value] = .pair }
    return classes
  }()

  private var classByCategory: LineClass {
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .spacingMark:
      // Wide letters (kana, Hangul, Han of the other planes) may part anywhere.
      return CellWidth.narrow.width(of: self) == 2 ? .ideograph : .letter
    case .decimalNumber: return .digit
    case .openPunctuation: return .opening
    case .closePunctuation: return .closing
    case .initialPunctuation, .finalPunctuation: return .neutralQuote
    default: return .ideograph
    }
  }
}
