/// A stretch of lines that was printed as one piece: a paragraph or its fragment, a title line, a byline.
///
/// Blocks are what roles are given to. Lines between blank lines make one block when they are one hard-wrapped
/// paragraph, and several when they are titles, bylines or table rows under one another.
struct Block {
  /// The lines, as indices into the page's lines, counted from 0.
  let lines: Range<Int>
  /// Where the block's text stands in `BlockList.scalars`: its lines without white space at their ends, wrapped lines
  /// put together.
  let text: Range<Int>
  /// Whether a blank line (or the page's beginning) stands before the block.
  let afterBlank: Bool
  /// Where the text stands in the source's UTF-8 (bytes), when it stands there just so: on one line, without markup.
  let sourceStart: Int?
  /// What a tool says that the block's lines are.
  let kind: LineKind?
  /// Whether the block is one line that ends far from the column's right edge, on a page wrapped at one.
  let isShortLine: Bool
}

/// The blocks of a printed page, with their text in one buffer.
struct BlockList {
  /// The code points of all blocks, one after the other.
  var scalars: [UInt32] = []
  /// The blocks in page order.
  var blocks: [Block] = []
  /// Where in `scalars` a source line ended inside a block, with the number of the line that begins there.
  /// Ascending; used to tell which lines a piece of a block came from.
  var lineBreaks: [(at: Int, line: Int)] = []

  /// The text that the page was read from.
  var source = ""
  /// For each line of that text the line of the print that it begins on, counted from 0; `nil` where they are the same.
  var lineNumbers: [Int32]?

  /// What the text was made of where the print's boxes are known.
  var laidOut: LaidOutText?

  /// By block: how its first line was set; `nil` where that is not known.
  var settings: [LineSetting?] {
    blocks.map { block in laidOut?.setting(ofLine: printedLine(block.lines.lowerBound)) }
  }

  /// The line of the print, counted from 0, that a line of the text begins on.
  private func printedLine(_ line: Int) -> Int { lineNumbers.map { Int($0[line]) } ?? line }

  /// The code points of block `index`.
  func text(_ index: Int) -> ArraySlice<UInt32> { scalars[blocks[index].text] }

  /// The stretches of the print, in lines counted from 1, that `range` of `scalars`, a piece of block `index`, was taken from. Blank
  /// lines within a block are in none.
  func lineSpans(of range: Range<Int>, inBlock index: Int) -> [LineSpan] {
    let block = blocks[index]
    if let laidOut {
      return LineSpan.spans(
        of: block.lines.flatMap { laidOut.rows(ofLine: printedLine($0)) }.flatMap { $0.first...$0.last }.sorted())
    }
    if block.lines.count == 1 { return NormalForm.printed(CollectionOfOne(block.lines.lowerBound), by: lineNumbers) }
    func number(at position: Int) -> Int { max(1, lineBreaks.partitioningIndex { $0.at > position }) - 1 }
    let first = number(at: range.lowerBound)
    let lines = lineBreaks[first...max(first, number(at: range.upperBound - 1))].lazy.map(\.line)
    return NormalForm.printed(lines, by: lineNumbers)
  }
}
