/// Lines into blocks.
struct BlockSplitter {
  private let page: PageText
  private let texts: [Range<Int>]  // of each line, without white space at its ends
  private let widths: [Int]  // of those lines, in half Han
  private let pageWidth: Int?
  private var result = BlockList()

  /// The blocks of a printed page. `lineNumbers` are those of the file's normal form.
  ///
  /// - Complexity: O(scalars).
  static func split(_ page: PageText, lineNumbers: [Int32]? = nil) -> BlockList {
    var splitter = BlockSplitter(page)
    splitter.result.source = page.text
    splitter.result.lineNumbers = lineNumbers
    splitter.result.scalars.reserveCapacity(page.scalars.count)
    splitter.run()
    return splitter.result
  }

  private init(_ page: PageText) {
    self.page = page
    texts = page.lines.map { page.line($0).trimmed.indices }
    var cells = [Int](repeating: 0, count: page.lines.count)
    var characters = cells
    for (place, line) in page.lines.enumerated() where !texts[place].isEmpty {
      // The indent of a first line is part of the column, white space at the end is not.
      let text = page.scalars[page.line(line).startIndex..<texts[place].upperBound]
      let measure = LineMeasure(text, hasAsterisks: page.hasAsterisks)
      (cells[place], characters[place]) = (measure.cells, measure.characters)
    }
    // Print gives figures half the room of a Han, some OCR breaks lines as if they took as much: the measure by which
    // more lines end at one edge is the one that the lines were broken by.
    let byCells = Self.edge(of: cells.filter { $0 > 0 })
    let byCharacters = Self.edge(of: characters.filter { $0 > 0 })
    let edge = byCharacters.count > byCells.count ? byCharacters : byCells
    widths = byCharacters.count > byCells.count ? characters : cells
    pageWidth = Double(edge.count) >= 0.4 * Double(widths.filter { $0 > 0 }.count) ? edge.position : nil
  }

  /// The column width that lines of these widths (cells) were wrapped at, if they were.
  ///
  /// Hard-wrapped text shows itself by many lines that end within two Han of one right edge; a page whose lines are
  /// whole paragraphs has no such edge. Edges outside 20…100 cells are no newspaper column.
  private static func wrapWidth(_ widths: [Int], leastShare: Double) -> Int? {
    let best = edge(of: widths)
    return Double(best.count) >= leastShare * Double(widths.count) ? best.position : nil
  }

  /// The right edge that most lines of these widths end at, and how many do; `nil` and 0 when no two do.
  private static func edge(of widths: [Int]) -> (position: Int?, count: Int) {
    var histogram = [Int](repeating: 0, count: 110)
    for width in widths where width < 106 { histogram[width] += 1 }
    var best = (edge: 0, count: 0)
    for edge in 20...100 {
      let count = histogram[(edge - 3)...edge].reduce(0, +)
      if count > best.count || (count == best.count && count > 0 && histogram[edge] > 0) { best = (edge, count) }
    }
    return best.count >= 2 ? (best.edge, best.count) : (nil, 0)
  }

  /// The place of a line of the file among those of the page.
  private func place(_ line: Int) -> Int { line - page.lines.lowerBound }

  private func width(_ line: Int) -> Int { widths[place(line)] }

  /// A line without white space at its ends.
  private func trimmed(_ line: Int) -> ArraySlice<UInt32> { page.scalars[texts[place(line)]] }

  private func isBlank(_ line: Int) -> Bool { texts[place(line)].isEmpty }

  private mutating func run() {
    let lines = page.lines
    var index = lines.lowerBound
    while index < lines.upperBound {
      if isBlank(index) {
        index += 1
        continue
      }
      var end = index + 1
      while end < lines.upperBound, !isBlank(end) { end += 1 }
      splitGroup(index..<end)
      index = end
    }
  }

  /// Splits the lines between two blank lines.
  private mutating func splitGroup(_ group: Range<Int>) {
    guard group.count > 1 else { return append(group, afterBlank: true) }
    var edge = pageWidth
    if group.count >= 3, let own = Self.wrapWidth(group.map { width($0) }, leastShare: 0.5) { edge = own }
    let indents = group.map { indent(of: $0) }
    let allIndented = indents.allSatisfy { $0 }
    var start = group.lowerBound
    let isList = isList(group, edge: edge)
    for next in group.dropFirst()
    where isList || stands(next, in: group, edge: edge)
      || !wraps(next - 1, next, edge: edge, indent: indents[next - group.lowerBound] && !allIndented)
    {
      append(start..<next, afterBlank: start == group.lowerBound)
      start = next
    }
    append(start..<group.upperBound, afterBlank: start == group.lowerBound)
  }

  /// Whether lines far narrower than the page's column, without commas and full stops, are rows rather than a paragraph.
  private func isList(_ group: Range<Int>, edge: Int?) -> Bool {
    guard let edge, pageWidth.map({ edge * 4 < $0 * 3 }) ?? (edge <= 32) else { return false }
    let punctuated = group.reduce(0) { count, line in
      count + (page.line(line).contains { $0 == 0xFF0C || $0 == 0x2C || $0 == 0x3002 } ? 1 : 0)
    }
    return punctuated * 3 < group.count
  }

  /// Whether line `next` stands for itself among wrapped lines: the first of a report, a label, or a line much shorter
  /// than the column that ends in no mark and yet is followed by others.
  private func stands(_ next: Int, in group: Range<Int>, edge: Int?) -> Bool {
    guard let edge else { return false }
    let text = trimmed(next)
    if text.prefixed(by: Self.firstWords) != nil || endsWithCredit(trimmed(next - 1)) { return true }
    guard next + 1 < group.upperBound, width(next) < edge - 7, let last = text.last else { return false }
    let bare = PageFurniture.withoutMarks(text)
    if bare.isOne(of: Trade.sidebarLabels) { return true }
    return CharacterClass.of(last).isDisjoint(with: [.terminal, .comma, .closer])
  }

  private static let firstWords = wordList("本报讯 【本报讯 本報訊 【本報訊 本台讯 本刊讯")

  /// 张三 摄 at a line's end, after white space or a full stop.
  private func endsWithCredit(_ text: ArraySlice<UInt32>) -> Bool {
    guard let word = text.suffixed(by: Self.creditWords) else { return false }
    let name = text.dropLast(word.count).trimmed
    guard
      let before = name.suffix(5).lastIndex(where: { !CharacterClass.of($0).isDisjoint(with: [.space, .terminal]) })
    else { return false }
    return Byline.looksLikeName(name[(before + 1)...])
  }
  private static let creditWords = wordList("摄 攝 摄影 攝影 供图 供圖")

  /// Whether the line begins with the white space that opens a paragraph.
  private func indent(of line: Int) -> Bool {
    let text = page.line(line)
    guard let first = text.first else { return false }
    if first == 0x3000 { return true }
    return text.prefix(2).count == 2 && text.prefix(2).allSatisfy { $0 == 0x20 }
  }

  /// Whether line `next` goes on with the paragraph of the line `above` it.
  private func wraps(_ above: Int, _ next: Int, edge: Int?, indent: Bool) -> Bool {
    guard let edge, !indent else { return false }
    let upper = trimmed(above)
    guard let last = upper.last, let first = trimmed(next).first else { return false }
    if isRow(upper) || isRow(trimmed(next)) { return false }
    // Wider than the column: not set in it. Narrower by more than two Han: the print ended the line on purpose.
    guard width(above) <= edge + 3, width(above) >= edge - 5, width(next) <= edge + 3 else {
      return width(above) > edge + 3 ? false : goesOn(last) && width(above) >= edge / 2 && width(next) <= edge + 3
    }
    if Block.markers.contains(first) { return false }
    if CharacterClass.of(last).contains(.terminal), width(above) < edge - 3 { return false }
    return true
  }

  /// Whether a line that ends so is unfinished, however short it is.
  private func goesOn(_ last: UInt32) -> Bool { last == 0xFF0C || last == 0x2C || last == 0x3001 }

  /// Whether a line is a row of a table: three or more fields apart, some of them figures.
  private func isRow(_ text: ArraySlice<UInt32>) -> Bool { EvidenceFinder.isTableRow(text) }

  private mutating func append(_ lines: Range<Int>, afterBlank: Bool) {
    let start = result.scalars.count
    for line in lines {
      let text = trimmed(line)
      if line > lines.lowerBound {
        // A Latin word or number that ends a line is kept apart from the next by the space that the break stood for.
        if let last = result.scalars.last, let first = text.first, Self.isWordPart(last), Self.isWordPart(first),
          CharacterClass.of(last).contains(.latin) || CharacterClass.of(first).contains(.latin)
        {
          result.scalars.append(0x20)
        }
        result.lineBreaks.append((result.scalars.count, line))
      } else {
        result.lineBreaks.append((start, line))
      }
      appendWithoutMarkup(text)
    }
    guard result.scalars.count > start else { return }  // nothing but markup
    let isShort = lines.count == 1 && pageWidth.map { width(lines.lowerBound) < $0 - 7 } ?? false
    result.blocks.append(
      Block(
        lines: lines, text: start..<result.scalars.count, afterBlank: afterBlank,
        sourceStart: sourceStart(of: lines, length: result.scalars.count - start), isShortLine: isShort))
  }

  /// Where the text of `lines` stands in the source's UTF-8, if all of it is on one line and was taken as it is.
  private func sourceStart(of lines: Range<Int>, length: Int) -> Int? {
    guard lines.count == 1 else { return nil }
    let line = lines.lowerBound
    let text = texts[place(line)]
    guard text.count == length else { return nil }
    return page.start(ofLine: line)
      + page.line(line)[..<text.lowerBound].reduce(0) { $0 + (Unicode.Scalar($1).map { UTF8.width($0) } ?? 0) }
  }

  private static func isWordPart(_ scalar: UInt32) -> Bool {
    !CharacterClass.of(scalar).isDisjoint(with: [.latin, .digit])
  }

  /// Appends a line without Markdown's emphasis (`**`) and heading marks (`#` at its beginning).
  private mutating func appendWithoutMarkup(_ text: ArraySlice<UInt32>) {
    var index = text.startIndex
    while index < text.endIndex, text[index] == 0x23 { index += 1 }
    if index > text.startIndex {
      while index < text.endIndex, CharacterClass.of(text[index]).contains(.space) { index += 1 }
    }
    while index < text.endIndex {
      let star = !page.hasAsterisks ? text.endIndex : text.firstIndex(from: index) { $0 == 0x2A } ?? text.endIndex
      result.scalars.append(contentsOf: text[index..<star])
      guard star < text.endIndex else { break }
      let isEmphasis = star + 1 < text.endIndex && text[star + 1] == 0x2A
      if !isEmphasis { result.scalars.append(0x2A) }
      index = star + (isEmphasis ? 2 : 1)
    }
  }
}

extension Block {
  /// The marks that newspapers put before bylines and items.
  static let markers = CharacterBits(markerScalars)
  static let markerScalars = word("□■◆◇●○▲△★☆▶►◎⊙▪▌◣")
}
