/// Breaks paragraphs into lines of cells by the rules of Chinese setting.
///
/// A line takes as many scalars as fit, then falls back to the last good break: closing marks stay with what they close, opening ones with
/// what they open, —— and …… stay whole, words and numbers with their units are not cut. Where a line is too narrow for that, a word is
/// cut; where that does not help, a mark stands at the wrong end. No scalar is lost or changed, and the lines follow one another
/// without a gap. See `LineBreaks` for the rules.
public struct Typesetter: Hashable, Sendable {
  /// Cells of a full line, at least 1.
  public let width: Int
  /// How wide characters are counted.
  public let cellWidth: CellWidth
  /// Cells left blank at the start of a paragraph. Two Han, four cells, is the custom in print.
  public let firstLineIndent: Int
  /// Cells left blank at the start of its other lines.
  public let indent: Int

  /// A typesetter for lines of `width` cells. An indent that would take more than half of a line is dropped.
  public init(width: Int, cellWidth: CellWidth = .narrow, firstLineIndent: Int = 0, indent: Int = 0) {
    self.width = max(1, width)
    self.cellWidth = cellWidth
    self.firstLineIndent = Self.usable(firstLineIndent, in: self.width)
    self.indent = Self.usable(indent, in: self.width)
  }

  /// Sets one paragraph.
  ///
  /// No line is wider than `width`, except where a single character is. Blanks at the end of a line may hang over the edge and are not
  /// counted.
  ///
  /// - Complexity: O(*n*) for *n* scalars, unless words longer than a line are many; then O(*n* · `width`).
  public func set(_ text: some StringProtocol) -> SetParagraph {
    set(Array(text.unicodeScalars))
  }

  /// Sets one paragraph given as scalars.
  public func set(_ scalars: [Unicode.Scalar]) -> SetParagraph {
    let breaks = LineBreaks(scalars)
    var lines: [SetLine] = []
    var start = 0
    repeat {
      let line = nextLine(from: start, indent: start == 0 ? firstLineIndent : indent, scalars, breaks)
      lines.append(line)
      start = line.range.upperBound
    } while start < scalars.count
    return SetParagraph(scalars: scalars, lines: lines, cellWidth: cellWidth)
  }

  private func nextLine(from start: Int, indent: Int, _ scalars: [Unicode.Scalar], _ breaks: LineBreaks) -> SetLine {
    let room = width - indent
    // The last break of each cost and the width of the text before it, blanks at its end not counted.
    var found: [(end: Int, width: Int)?] = [nil, nil, nil]
    var cells = 0
    var inked = 0
    var index = start
    while index < scalars.count {
      let cost = Int(breaks.costs[index].rawValue)
      if index > start && cost < found.count { found[cost] = (index, inked) }
      let scalar = scalars[index]
      cells += cellWidth.width(of: scalar)
      if !scalar.isBreakingSpace {
        if cells > room && index > start, let best = found.lazy.compactMap({ $0 }).first {
          return SetLine(range: start..<best.end, indent: indent, width: best.width)
        }
        inked = cells
      }
      index += 1
    }
    return SetLine(range: start..<index, indent: indent, width: inked)
  }

  private static func usable(_ indent: Int, in width: Int) -> Int {
    indent > 0 && indent * 2 <= width ? indent : 0
  }
}

extension Typesetter {
  /// Where a line may end although there is no blank, as between Chinese characters: the offsets of the scalars that may begin the next.
  ///
  /// - Complexity: O(*n*) for *n* scalars.
  public static func breaksWithoutBlank(in text: String) -> [Int] {
    let scalars = Array(text.unicodeScalars)
    let breaks = LineBreaks(scalars)
    return scalars.indices.dropFirst().filter { index in
      breaks.costs[index] == .free && !scalars[index - 1].isBreakingSpace && !scalars[index].isBreakingSpace
        && (CellWidth.narrow.width(of: scalars[index - 1]) == 2 || CellWidth.narrow.width(of: scalars[index]) == 2)
    }
  }
}
