import NewsModel

/// A place in a document that stays the same whatever the width of the screen.
struct TextPosition: Sendable, Hashable {
  /// The block, from 0.
  var block = 0
  /// Unicode scalars from the block's start. The blank rows after a block count on from its length.
  var scalar = 0
}

/// The article pane: a document, where in it the user is, and its marked matches.
struct ArticleView: Sendable {
  /// What the document was made of.
  enum Origin: Sendable, Hashable {
    /// An article of the library.
    case article(ArticleReference)
    /// A clipping whose article is not loaded, by its id.
    case clipping(String)
  }

  /// A match in a block.
  struct Match: Sendable, Hashable {
    let block: Int
    /// Unicode scalars of the block's text.
    let range: Range<Int>
    /// Whether it only comes near what was searched for.
    var isNear = false
  }

  let origin: Origin
  let document: Document
  /// The first shown row.
  private(set) var top = TextPosition()
  /// Where the user scrolled to: the top, unless a bigger screen shows the end of the text before it gets there.
  private var anchor = TextPosition()
  /// The matches in reading order.
  private(set) var matches: [Match] = []
  /// What the user marked, in reading order.
  private(set) var marks: [Match] = []
  /// The mark that `)` has come to, an index into `marks`.
  private(set) var lastMark: Int?
  /// The match that `n` has come to, an index into `matches`.
  private(set) var current: Int?

  /// Cells of the text column, and rows of the pane.
  private(set) var columns = 0
  private(set) var height = 1
  private var cellWidth = CellWidth.narrow
  /// The blocks set so far for this column.
  private var cache: [Int: SetParagraph] = [:]

  init(_ document: Document, origin: Origin) {
    self.document = document
    self.origin = origin
  }

  /// The block as lines of the present column.
  ///
  /// - Complexity: O(1) for a block that was shown before, else O(scalars of the block).
  func paragraph(_ block: Int) -> SetParagraph {
    cache[block] ?? setParagraph(block)
  }

  private func setParagraph(_ block: Int) -> SetParagraph {
    let block = document.blocks[block]
    return BlockSetting(block).typesetter(columns, cellWidth).set(block.text)
  }

  /// Rows that the block takes, its blank rows included.
  mutating func rows(of block: Int) -> Int {
    if cache[block] == nil { cache[block] = setParagraph(block) }
    return paragraph(block).lines.count + document.blocks[block].gap
  }

  /// Sets the text in a column of `columns` cells, in a pane of `height` rows; the scalar at the top stays there.
  mutating func fit(columns: Int, height: Int, cellWidth: CellWidth) {
    self.height = height
    if columns != self.columns || cellWidth != self.cellWidth {
      (self.columns, self.cellWidth) = (columns, cellWidth)
      cache = [:]
    }
    top = anchor
    clamp()
  }

  /// Scrolls to `position`, or as far as the document goes.
  mutating func scroll(to position: TextPosition) {
    let blocks = document.blocks.count
    guard blocks > 0 else { return }
    top = position
    if top.block >= blocks { top = TextPosition(block: blocks - 1, scalar: document.blocks[blocks - 1].length) }
    clamp()
    anchor = top
  }

  /// Keeps the last row of the document at or below the bottom.
  private mutating func clamp() {
    guard !document.blocks.isEmpty else { return }
    setVisible()
    let last = lastTop()
    if last < row(of: top) { top = position(of: last) }
  }

  /// Sets the blocks on the screen once, for drawing looks at each of them row by row.
  private mutating func setVisible() {
    var block = top.block
    var shown = rows(of: block) - row(of: top).line
    while shown < height, block + 1 < document.blocks.count {
      block += 1
      shown += rows(of: block)
    }
  }

  /// Shows the user's marks.
  mutating func show(_ found: [TextMark]) {
    var blocks: [Int: Int] = [:]
    for (index, block) in document.blocks.enumerated() { if let part = block.part { blocks[part] = index } }
    marks = found.compactMap { mark in blocks[mark.part].map { Match(block: $0, range: mark.range) } }
    marks.sort { ($0.block, $0.range.lowerBound) < ($1.block, $1.range.lowerBound) }
  }

  /// Scrolls to a mark if it is not on the screen.
  mutating func goToMark(_ index: Int) {
    lastMark = index
    reveal(TextPosition(block: marks[index].block, scalar: marks[index].range.lowerBound))
  }

  mutating func mark(_ found: [TextMatch]) {
    var blocks: [Int: Int] = [:]
    for (index, block) in document.blocks.enumerated() { if let part = block.part { blocks[part] = index } }
    matches = found.compactMap { match in
      blocks[match.part].map { Match(block: $0, range: match.range, isNear: match.isNear) }
    }
    matches.sort { ($0.block, $0.range.lowerBound) < ($1.block, $1.range.lowerBound) }
    current = nil
  }

  /// The matches that touch scalars of `range` in a block, as indices into `matches`.
  ///
  /// - Complexity: O(log matches + matches returned).
  func matches(in block: Int, _ range: Range<Int>) -> Range<Int> {
    let start = matches.partitioningIndex { ($0.block, $0.range.upperBound) > (block, range.lowerBound) }
    let end = matches.partitioningIndex { ($0.block, $0.range.lowerBound) >= (block, range.upperBound) }
    return start..<max(start, end)
  }

  /// Makes match `index` the current one and scrolls only if it is not on the screen.
  mutating func goToMatch(_ index: Int) {
    guard matches.indices.contains(index) else { return }
    current = index
    let match = matches[index]
    reveal(TextPosition(block: match.block, scalar: match.range.lowerBound))
  }

  /// Makes the match at a place of a part the current one.
  mutating func goToMatch(_ wanted: TextMatch) {
    let index = matches.firstIndex { document.blocks[$0.block].part == wanted.part && $0.range == wanted.range }
    if let index { goToMatch(index) }
  }

  /// The match after (or before) the current one; from the top of the screen when the current one is out of sight.
  ///
  /// - Returns: `nil` past the last (or first) one.
  func match(forward: Bool) -> Int? {
    if let current, isVisible(matches[current]) {
      let next = forward ? current + 1 : current - 1
      return matches.indices.contains(next) ? next : nil
    }
    let first = matches.partitioningIndex { ($0.block, $0.range.lowerBound) >= (top.block, top.scalar) }
    let next = forward ? first : first - 1
    return matches.indices.contains(next) ? next : nil
  }

  private func isVisible(_ match: Match) -> Bool {
    isVisible(TextPosition(block: match.block, scalar: match.range.lowerBound))
  }
}
