/// The printed lines of a page with boxes, in reading order, as a text for the stages that read texts: a blank line between what was set
/// apart, an ideographic space for an indent, a form feed before another printed page.
struct LaidOutText {
  /// Lines end with `\n`.
  private(set) var text = ""
  /// By line of the text, counted from 0; `nil` for blank ones.
  private(set) var settings: [LineSetting?] = []
  /// Pictures of the printed pages; empty for one that was read without its boxes.
  private(set) var sketches: [LayoutSketch] = []
  /// Whether a sheet was too full to be laid out.
  private(set) var isOverfull = false
  private let rowsAreLines: Bool
  private var modules = 0
  private var rowCount = 0
  /// The last line's text, the size of its type, and the room that it leaves in its column (ems).
  private var lastLine: [UInt32] = []
  private var lastSize = 0.0
  private var lastRoom = 0.0

  /// More words than this stand on no printed page.
  private static let mostWords = 20_000

  /// Lays out what a file holds; `nil` for a text.
  init?(_ decoded: DecodedText) {
    guard var file = BoxFile(decoded.text) else { return nil }
    if decoded.isExtracted { file.rowsAreLines = false }
    self.init(file)
  }

  /// Lays out every page of a file.
  init(_ file: BoxFile) {
    rowsAreLines = file.rowsAreLines
    for sheet in file.sheets where !sheet.words.isEmpty {
      if !text.isEmpty { text += "\u{0C}" }
      append(sheet)
    }
  }

  private mutating func append(_ sheet: BoxSheet) {
    guard sheet.words.count <= Self.mostWords else {
      isOverfull = true
      sketches.append(LayoutSketch([]))
      return appendUnplaced(sheet, Array(sheet.words.indices))
    }
    let layout = PageLayout(sheet)
    var pieces: [LayoutSketch.Piece] = []
    for (number, module) in layout.modules.enumerated() {
      for (place, piece) in module.pieces.enumerated() {
        let before = place > 0 ? module.pieces[place - 1].kind : nil
        let goesOn = before == piece.kind && (piece.kind == .text || piece.kind == .deck)
        if !goesOn { endStretch() }
        let start = settings.count
        append(piece, layout, sheet)
        let rows = settings[start...].compactMap(\.self).flatMap(\.rows)
        if let drawn = LayoutSketch.Piece(piece, place, of: number, layout, rows) { pieces.append(drawn) }
      }
      modules += 1
    }
    sketches.append(LayoutSketch(pieces))
    let placed = Set(layout.modules.flatMap { $0.pieces.flatMap { $0.lines.flatMap { layout.lines[$0].words } } })
    endStretch()
    appendUnplaced(sheet, sheet.words.indices.filter { !placed.contains($0) })
  }

  private mutating func append(_ piece: PageLayout.Piece, _ layout: PageLayout, _ sheet: BoxSheet) {
    let em = layout.typography.em
    let isExact = layout.typography.isExact
    for index in piece.lines where !layout.lines[index].words.isEmpty {
      let line = layout.lines[index]
      let (left, right) = ((line.box.left - piece.left) / em, (piece.right - line.box.right) / em)
      let isFull = right < (isExact ? 0.4 : 0.9)
      let column = max(2, Int(((piece.right - piece.left) / em * 2).rounded()))
      let width = isFull ? column : max(1, Int(((line.box.right - piece.left) / em * 2).rounded()))
      let isText = piece.kind == .text
      let isInMiddle = isText && left > 0.6 && abs(left - right) < (isExact ? 0.4 : 0.8)
      let isAtRight = isText && left > 3.6 && isFull
      if isInMiddle || isAtRight { endStretch() }
      let isIndented = isText && !isInMiddle && !isAtRight && (1.2...3.4).contains(left)
      let goesOn: Bool? =
        switch piece.kind {
        case .text: self.goesOn(isIndented: isIndented, layout)
        case .caption: last != nil
        case .deck: last?.kind == .deck && abs(lastSize - line.size) < 0.04 * em ? !beginsAnew(line.text[...]) : false
        default: false
        }
      append(
        line.text, line.words, sheet,
        LineSetting(
          kind: isInMiddle ? .subhead : piece.kind, module: modules, width: width, column: column,
          isIndented: isIndented,
          goesOn: goesOn, rows: []))
      (lastLine, lastSize, lastRoom) = (line.text, line.size, right)
      if isInMiddle || isAtRight { endStretch() }
    }
  }

  /// The setting of the line above, if it stands in the same stretch.
  private var last: LineSetting? { settings.last ?? nil }

  /// Whether a line of text goes on with the one above, where indents and ends of lines tell.
  private func goesOn(isIndented: Bool, _ layout: PageLayout) -> Bool? {
    guard last != nil else { return nil }
    if isIndented, layout.indents { return false }
    let isExact = layout.typography.isExact
    if lastRoom > (isExact ? 1.3 : 3) { return false }
    if lastRoom > (isExact ? 0.4 : 1) { return nil }
    let end = lastLine.lastIndex { CharacterClass.of($0).isDisjoint(with: .closer) }
    let endsSentence = end.map { CharacterClass.of(lastLine[$0]).contains(.terminal) } ?? false
    return layout.indents || !endsSentence ? true : nil
  }

  /// Whether a line below a heading is no piece of the one above: a role or a dash begins it.
  private func beginsAnew(_ text: ArraySlice<UInt32>) -> Bool {
    text.prefix(4).containsAny(Trade.roleCores)
      || text.first.map { Block.markers.contains($0) || $0 == 0x2014 } ?? false
  }

  /// Appends words that have no place, by the tool's lines.
  private mutating func appendUnplaced(_ sheet: BoxSheet, _ words: [Int]) {
    var start = 0
    while start < words.count {
      var end = start + 1
      while end < words.count, sheet.words[words[end]].line == sheet.words[words[start]].line { end += 1 }
      let own = Array(words[start..<end])
      append(
        Array(own.map { sheet.words[$0].text }.joined(separator: [0x20])), own, sheet,
        LineSetting(
          kind: .loose, module: modules, width: 0, column: 0, isIndented: false, goesOn: nil, rows: []))
      start = end
    }
    endStretch()
  }

  private mutating func append(_ scalars: [UInt32], _ words: [Int], _ sheet: BoxSheet, _ setting: LineSetting) {
    if setting.isIndented { text += "\u{3000}\u{3000}" }
    // A break within a word of the file would begin a line that nothing is known of.
    text += scalars.map { Self.lineBreaks.contains($0) ? 0x20 : $0 }[...].string
    text += "\n"
    rowCount += 1
    var setting = setting
    setting.rows =
      rowsAreLines
      ? LineSpan.spans(of: words.map { sheet.words[$0].row + 1 }.sorted()) : [LineSpan(rowCount, rowCount)]
    settings.append(setting)
  }

  private static let lineBreaks = CharacterBits("\n\r\u{0B}\u{0C}\u{85}\u{2028}\u{2029}")

  /// Ends what stands together, by a blank line.
  private mutating func endStretch() {
    guard settings.last.map({ $0 != nil }) == true else { return }
    text += "\n"
    settings.append(nil)
  }

  /// The rows of a line of the text; those of a line that its normal form added are the line's it came from.
  func rows(ofLine index: Int) -> [LineSpan] {
    settings.indices.contains(index) ? settings[index]?.rows ?? [] : []
  }

  func setting(ofLine index: Int) -> LineSetting? { settings.indices.contains(index) ? settings[index] : nil }
}

extension LineSpan {
  /// The spans that ascending line numbers make.
  static func spans(of lines: some Sequence<Int>) -> [LineSpan] {
    var spans: [LineSpan] = []
    for line in lines {
      if let last = spans.last, line <= last.last + 1 {
        if line > last.last { spans[spans.count - 1] = LineSpan(last.first, line) }
      } else {
        spans.append(LineSpan(line, line))
      }
    }
    return spans
  }
}
