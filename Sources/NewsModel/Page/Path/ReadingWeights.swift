/// The learned weights of reading: what each feature of a path and of a link between pieces is worth.
///
/// They are made by `xianwen-fit` from annotated pages; nobody sets one by hand.
package struct ReadingWeights: Sendable {
  package var path: [Float]
  package var stories: [Float]

  package init(path: [Float], stories: [Float]) {
    self.path = path
    self.stories = stories
  }

  /// The weights that the program reads pages with.
  package static let standard = ReadingWeights(
    path: decode(ReadingWeightText.path, count: PathFeature.count),
    stories: decode(ReadingWeightText.stories, count: StoryFeature.count))

  /// Weights are kept in five-hundredths: finer differences are noise.
  private static let unit: Float = 500

  /// Reads numbers that stand apart by white space; `~7` stands for seven zeroes.
  private static func decode(_ text: StaticString, count: Int) -> [Float] {
    var weights: [Float] = []
    weights.reserveCapacity(count)
    text.withUTF8Buffer { bytes in
      var at = 0
      while at < bytes.count {
        let isRun = bytes[at] == UInt8(ascii: "~")
        let isNegative = bytes[at] == UInt8(ascii: "-")
        if isRun || isNegative { at += 1 }
        var value = 0
        var isNumber = false
        while at < bytes.count, bytes[at] &- 0x30 < 10 {
          value = value * 10 + Int(bytes[at] - 0x30)
          isNumber = true
          at += 1
        }
        if isRun {
          weights += repeatElement(0, count: value)
        } else if isNumber {
          weights.append(Float(isNegative ? -value : value) / unit)
        } else {
          at += 1
        }
      }
    }
    precondition(weights.count == count, "the weights were made for other features: run xianwen-fit")
    return weights
  }

  /// The same weights as `decode` reads them back: what is learned is used just as it will be written.
  package static func rounded(_ weights: [Float]) -> [Float] { weights.map { ($0 * unit).rounded() / unit } }

  /// The text that `decode` reads: a line for each `columns` weights.
  static func encode(_ weights: [Float], lines: [Int]) -> String {
    var out: [String] = []
    var start = 0
    for columns in lines {
      var line: [String] = []
      var zeroes = 0
      for weight in weights[start..<start + columns] {
        let value = Int((weight * unit).rounded())
        if value == 0 {
          zeroes += 1
          continue
        }
        if zeroes > 0 { line.append("~\(zeroes)") }
        zeroes = 0
        line.append("\(value)")
      }
      if zeroes > 0 { line.append("~\(zeroes)") }
      out.append(line.joined(separator: " "))
      start += columns
    }
    return out.joined(separator: "\n")
  }
}

extension ReadingWeights {
  /// The Swift file that `standard` is made from.
  package var source: String {
    """
    // swift-format-ignore-file
    // Made by `swift run -c release xianwen-fit --write`; do not edit.

    /// The learned weights of reading, in five-hundredths; `~7` stands for seven zeroes (`ReadingWeights`).
    enum ReadingWeightText {
      /// A line for each row of each family of `PathFeature`.
      static let path: StaticString = \"\"\"
    \(Self.encode(path, lines: PathFeature.families.flatMap { [Int](repeating: $0.columns.count, count: $0.rows) }
      + PathNetwork.lines))
    \"\"\"
      /// A line for each row of `StoryFeature`.
      static let stories: StaticString = \"\"\"
    \(Self.encode(stories, lines: [Int](repeating: StoryFeature.relations, count: StoryFeature.conditions + 5)
      + [Int](repeating: StoryFeature.conditions, count: StoryFeature.kinds)
      + [Int](repeating: StoryFeature.relations, count: StoryFeature.kinds) + StoryNetwork.lines))
    \"\"\"
    }

    """
  }
}
