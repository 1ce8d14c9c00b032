/// Lines into blocks.
struct BlockSplitter {
  let page: PageText
  /// What a tool says of lines of the file.
  let kinds: [Int: LineKind]
  /// Lines of the file that print spread over their column.
  let looseLines: Set<Int>
  private let texts: [Range<Int>]  // of each line, without white space at its ends
  private let widths: [Int]  // of those lines, in half Han
  /// The right edge, in half Han, that many of the page's lines end at, if they do.
  private let pageWidth: Int?
  /// The width of the column that the page's text was wrapped at, if it was.
  private(set) var column: Int?
  /// Whether the lines were broken as if every character took one Han.
  let countsCharacters: Bool
  /// By line of the page: how it was set, where the print's boxes are known.
  private let settings: [LineSetting?]?
  private var result = BlockList()

  /// The blocks of a printed page of a file; `laidOut` is what the text was made of where its boxes are known.
  ///
  /// - Complexity: O(scalars).
  static func split(_ page: PageText, of file: NormalForm, _ laidOut: LaidOutText? = nil) -> BlockList {
    let settings = laidOut.map { laidOut in
      page.lines.map { line in laidOut.setting(ofLine: file.lineNumbers.map { Int($0[line]) } ?? line) }
    }
    var splitter = BlockSplitter(page, of: file, settings)
    splitter.result.source = page.text
    splitter.result.lineNumbers = file.lineNumbers
    splitter.result.laidOut = laidOut
    splitter.result.scalars.reserveCapacity(page.scalars.count)
    splitter.run()
    return splitter.result
  }

  private init(_ page: PageText, of file: NormalForm, _ settings: [LineSetting?]?) {
    self.page = page
    self.settings = settings
    kinds = file.lineKinds
    looseLines = file.looseLines
    texts = page.lines.map { page.line($0).trimmed.indices }
    if let settings {
      // The print says how wide its lines and columns are.
      widths = zip(texts, settings).map { $0.isEmpty ? 0 : max(1, $1?.width ?? 1) }
      (countsCharacters, pageWidth) = (false, nil)
      return
    }
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
    let byCells = Self.edge(of: cells.filter { $0 > 0 }, in: Self.columns)
    let byCharacters = Self.edge(of: characters.filter { $0 > 0 }, in: Self.columns)
    countsCharacters = byCharacters.count > byCells.count
    widths = countsCharacters ? characters : cells
    let lineCount = widths.count { $0 > 0 }
    let edge = Self.edge(of: widths.filter { $0 > 0 }, in: Self.wideColumns)
    pageWidth = edge.count * 5 >= lineCount * 2 ? edge.position : nil
    column = wrapEdge(of: page.lines, leastShare: 0.33)
  }

  /// The column width that lines were wrapped at, if they were: many of them end within two Han of one right edge, though they are
  /// text, and hardly any text goes on beyond it. Lines that are whole paragraphs have no such edge.
  private func wrapEdge(of lines: Range<Int>, leastShare: Double) -> Int? {
    let filled = lines.filter { width($0) > 0 }
    let best = Self.edge(of: filled.map { width($0) }, in: Self.columns)
    guard let edge = best.position, best.count >= (Self.wideColumns.contains(edge) ? 2 : 4),
      Double(best.count) >= leastShare * Double(filled.count)
    else { return nil }
    let text = filled.filter { line in trimmed(line).contains { Self.textMarks.contains($0) } }
    let beyond = text.count { width($0) > edge + 3 }
    return text.count * 4 >= filled.count && beyond * 2 <= best.count ? edge : nil
  }

  /// Widths of newspaper columns in half Han, and those of them that headings seldom have.
  private static let (columns, wideColumns) = (12...100, 20...100)
  /// What stands in text rather than in headings.
  private static let textMarks = CharacterBits("，,。")

  /// The column width that a group of lines was wrapped at, if it was.
  func ownEdge(of group: Range<Int>) -> Int? { group.count < 3 ? nil : wrapEdge(of: group, leastShare: 0.5) }

  /// The right edge that most lines of these widths end at, and how many do; `nil` and 0 when no two do.
  private static func edge(of widths: [Int], in range: ClosedRange<Int>) -> (position: Int?, count: Int) {
    var histogram = [Int](repeating: 0, count: 110)
    for width in widths where width < 106 { histogram[width] += 1 }
    var best = (edge: 0, count: 0)
    for edge in range {
      let count = histogram[(edge - 3)...edge].reduce(0, +)
      if count > best.count || (count == best.count && count > 0 && histogram[edge] > 0) { best = (edge, count) }
    }
    return best.count >= 2 ? (best.edge, best.count) : (nil, 0)
  }

  /// The place of a line of the file among those of the page.
  private func place(_ line: Int) -> Int { line - page.lines.lowerBound }

  /// How a line was set, where that is known.
  func setting(_ line: Int) -> LineSetting? { settings?[place(line)] }

  func width(_ line: Int) -> Int { widths[place(line)] }

  /// A line without white space at its ends.
  func trimmed(_ line: Int) -> ArraySlice<UInt32> { page.scalars[texts[place(line)]] }

  private func isBlank(_ line: Int) -> Bool { texts[place(line)].isEmpty }

  private mutating func run() {
    let groups = groups
    if settings != nil {
      for group in groups {
        if setting(group.lowerBound)?.kind == .text { appendParagraphs(of: [group]) } else { appendAsSet(group) }
      }
      return
    }
    // Pages of whole paragraphs, one a line, need no finding: each line is a block.
    var wrapped: [Range<Int>] = []
    if column != nil {
      wrapped = [groups.indices]
    } else {
      for (index, group) in groups.enumerated() where ownEdge(of: group) != nil { wrapped.append(index..<index + 1) }
    }
    var next = 0
    for stretch in wrapped {
      for group in groups[next..<stretch.lowerBound] { appendEach(group) }
      appendParagraphs(of: Array(groups[stretch]))
      next = stretch.upperBound
    }
    for group in groups[next...] { appendEach(group) }
  }

  /// The lines between blank lines.
  private var groups: [Range<Int>] {
    var groups: [Range<Int>] = []
    var index = page.lines.lowerBound
    while index < page.lines.upperBound {
      if isBlank(index) {
        index += 1
        continue
      }
      var end = index + 1
      while end < page.lines.upperBound, !isBlank(end) { end += 1 }
      groups.append(index..<end)
      index = end
    }
    return groups
  }

  private mutating func appendEach(_ group: Range<Int>) {
    var start = group.lowerBound
    for line in group where line + 1 == group.upperBound || !cutsWord(trimmed(line), trimmed(line + 1)) {
      append(start..<line + 1, afterBlank: start == group.lowerBound)
      start = line + 1
    }
  }

  /// Appends lines that are no columns' text, those together that the print says are.
  private mutating func appendAsSet(_ group: Range<Int>) {
    var start = group.lowerBound
    for line in group.dropFirst() where setting(line)?.goesOn != true {
      append(start..<line, afterBlank: start == group.lowerBound)
      start = line
    }
    append(start..<group.upperBound, afterBlank: start == group.lowerBound)
  }

  /// Appends the paragraphs of wrapped lines.
  private mutating func appendParagraphs(of groups: [Range<Int>]) {
    let lines = columnLines(of: groups)
    let joins = zip(ParagraphFinder(lines).joins(), lines.dropFirst()).map {
      setting($1.lines.lowerBound)?.goesOn ?? $0
    }
    var start = 0
    for end in lines.indices.dropFirst() where !joins[end - 1] {
      append(lines[start].lines.lowerBound..<lines[end - 1].lines.upperBound, afterBlank: lines[start].afterBlank)
      start = end
    }
    append(lines[start].lines.lowerBound..<lines[lines.count - 1].lines.upperBound, afterBlank: lines[start].afterBlank)
  }

  private mutating func append(_ lines: Range<Int>, afterBlank: Bool) {
    let start = result.scalars.count
    for line in lines where !isBlank(line) {
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
    let isShort = lines.count == 1 && (column ?? pageWidth).map { width(lines.lowerBound) < $0 - 7 } ?? false
    result.blocks.append(
      Block(
        lines: lines, text: start..<result.scalars.count, afterBlank: afterBlank,
        sourceStart: sourceStart(of: lines, length: result.scalars.count - start),
        kind: kinds.isEmpty ? nil : kinds[lines.lowerBound], isShortLine: isShort))
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
