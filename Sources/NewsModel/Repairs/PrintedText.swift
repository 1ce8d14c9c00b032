/// A part in which the user replaced characters, as the page prints it.
struct PrintedText: Sendable {
  /// The part, as an index into the article's parts.
  let part: Int
  let text: String
  /// The replaced characters: where they stand in `text`, and where what replaced them stands in the part. In Unicode scalars.
  let replaced: [(printed: Range<Int>, shown: Range<Int>)]

  /// Where a range of `text` is in the part that is shown; what touches replaced characters takes in all that replaced them.
  func shown(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    for (printed, shown) in replaced {
      let shift = shown.upperBound - printed.upperBound
      if printed.upperBound <= range.lowerBound {
        start = range.lowerBound + shift
      } else if printed.contains(range.lowerBound) {
        start = shown.lowerBound
      }
      if printed.upperBound <= range.upperBound {
        end = range.upperBound + shift
      } else if printed.lowerBound < range.upperBound {
        end = shown.upperBound
      }
    }
    return start..<max(start, end)
  }
}

extension Article {
  /// The parts in which characters were replaced, as they are printed.
  ///
  /// - Complexity: O(1) for an article without any, else O(scalars of those parts).
  var printedTexts: [PrintedText] {
    guard !replaced.isEmpty else { return [] }
    return parts.indices.compactMap { part in
      var shift = 0
      let ranges = replaced.filter { $0.part == part }.map { text in
        let start = text.range.lowerBound + shift
        let printed = start..<start + text.printed.unicodeScalars.count
        shift += printed.count - text.range.count
        return (printed: printed, shown: text.range)
      }
      return ranges.isEmpty ? nil : PrintedText(part: part, text: printedText(ofPart: part), replaced: ranges)
    }
  }
}
