@testable import NewsModel

/// A page with boxes: what libFuzzer makes up follows the header that tables are known by, or stands as it is.
enum BoxFuzz {
  private static let header = Array(
    "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext\n".utf8)

  static func run(_ bytes: [UInt8]) {
    for input in [bytes, header + bytes] {
      guard let decoded = try? TextDecoding.decode(input), let file = BoxFile(decoded.text) else { continue }
      let laidOut = LaidOutText(file)
      let words = file.sheets.flatMap(\.words).map { $0.text[...].string }
      require(kept([laidOut.text]) == kept(words), "the layout lost or doubled a character")
      for sketch in laidOut.sketches { _ = sketch.lines(columns: 60, marking: [LineSpan(1, 9)]) }
      PageFuzz.run(input)
    }
  }

  /// How often each scalar occurs that is no white space.
  private static func kept(_ texts: [String]) -> [Unicode.Scalar: Int] {
    var counts: [Unicode.Scalar: Int] = [:]
    for scalar in texts.lazy.flatMap(\.unicodeScalars)
    where !scalar.properties.isWhitespace && !(0x1C...0x1F).contains(scalar.value) && scalar.value != 0xFEFF {
      counts[scalar, default: 0] += 1
    }
    return counts
  }
}
