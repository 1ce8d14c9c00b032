/// A stretch of a text that the user marked, where it stands now.
public struct TextMark: Hashable, Sendable {
  /// The part, as an index.
  public let part: Int
  /// Where in the part's text, in Unicode scalars.
  public let range: Range<Int>

  /// Creates a mark.
  public init(part: Int, range: Range<Int>) {
    self.part = part
    self.range = range
  }
}

/// The marks in a text, kept as quotations with their surroundings, so that they are found again when the page was read anew or mended.
public struct TextMarks: Sendable {
  private let stream: PrintStream
  private let parts: [Part]

  /// - Complexity: O(scalars).
  public init(_ parts: [Part]) {
    // A part is one paragraph, and so one line.
    stream = PrintStream(
      parts.map { $0.text.split(whereSeparator: \.isNewline).joined(separator: " ") }.joined(separator: "\n"))
    self.parts = parts
  }

  /// A mark as it is kept; `nil` for one without text.
  public func passage(of mark: TextMark) -> Passage? {
    let line = stream.range(ofLines: mark.part + 1...mark.part + 1)
    let text = parts[mark.part].text.unicodeScalars
    let before = text.prefix(mark.range.lowerBound).count { PrintStream.counts($0.value) }
    let count = text.dropFirst(mark.range.lowerBound).prefix(mark.range.count).count { PrintStream.counts($0.value) }
    let range = line.lowerBound + before..<min(line.upperBound, line.lowerBound + before + count)
    return range.isEmpty ? nil : stream.passage(range)
  }

  /// Where kept marks stand, in reading order; those that are not found are left out, and one that lies over several parts now is a mark in each.
  ///
  /// - Complexity: O(scalars) for each.
  public func places(of kept: [Passage]) -> [TextMark] {
    var marks: [TextMark] = []
    for passage in kept {
      guard let range = stream.find(passage) else { continue }
      var start = range.lowerBound
      while start < range.upperBound {
        let part = Int(stream.lines[start]) - 1
        let line = stream.range(ofLines: part + 1...part + 1)
        let end = min(range.upperBound, line.upperBound)
        let first = offset(of: start - line.lowerBound, inPart: part)
        marks.append(TextMark(part: part, range: first..<offset(of: end - 1 - line.lowerBound, inPart: part) + 1))
        start = end
      }
    }
    return marks.sorted { ($0.part, $0.range.lowerBound) < ($1.part, $1.range.lowerBound) }
  }

  /// The scalar of a part's text that is the character of a number among those that count.
  private func offset(of number: Int, inPart part: Int) -> Int {
    var left = number
    for (offset, scalar) in parts[part].text.unicodeScalars.enumerated() where PrintStream.counts(scalar.value) {
      if left == 0 { return offset }
      left -= 1
    }
    return 0
  }
}
