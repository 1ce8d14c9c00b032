/// The characters of a page in the order of its file, without white space and markup: what repairs are anchored to, since neither
/// wrapping nor cutting a page changes them.
struct PrintStream: Sendable {
  /// The lines of the page's normal form, a block each: what texts are set from.
  let list: BlockList
  /// The characters, in file order.
  let scalars: [UInt32]
  /// For each of them the printed line, counted from 1; ascending.
  let lines: [Int32]
  /// Where each of them stands in the blocks' text.
  private let places: [Int32]
  /// The block of each of them.
  private let blocks: [Int32]

  /// Takes a page's text apart.
  ///
  /// - Parameter print: the text as decoded; lines end with `\n`.
  /// - Complexity: O(scalars).
  init(_ print: String) {
    let normal = NormalForm(print)
    var list = BlockList()
    list.lineNumbers = normal.lineNumbers
    var (scalars, lines, places, blocks): ([UInt32], [Int32], [Int32], [Int32]) = ([], [], [], [])
    var line: [UInt32] = []
    var number = 0
    func finish() {
      defer {
        line.removeAll(keepingCapacity: true)
        number += 1
      }
      let start = list.scalars.count
      Self.append(line[...].trimmed, to: &list.scalars)
      guard list.scalars.count > start else { return }
      let printed = max((normal.lineNumbers?[number] ?? Int32(number)) + 1, lines.last ?? 1)
      for place in start..<list.scalars.count where Self.counts(list.scalars[place]) {
        scalars.append(list.scalars[place])
        lines.append(printed)
        places.append(Int32(place))
        blocks.append(Int32(list.blocks.count))
      }
      list.lineBreaks.append((start, number))
      list.blocks.append(
        Block(
          lines: number..<number + 1, text: start..<list.scalars.count, afterBlank: true, sourceStart: nil, kind: nil,
          isShortLine: false))
    }
    for scalar in normal.text.unicodeScalars {
      if scalar == "\n" { finish() } else { line.append(scalar.value) }
    }
    finish()
    (self.list, self.scalars, self.lines, self.places, self.blocks) = (list, scalars, lines, places, blocks)
  }

  /// Whether a scalar is text: parts of articles hold each of these once, and of the others as many as reading needs.
  static func counts(_ scalar: UInt32) -> Bool {
    scalar != 0x2A && scalar != 0x23 && !CharacterClass.of(scalar).contains(.space)
  }

  /// The characters of a text that count.
  static func counted(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value).filter(counts) }

  /// Appends a line without Markdown's emphasis and heading marks.
  private static func append(_ line: ArraySlice<UInt32>, to scalars: inout [UInt32]) {
    var rest = line.drop { $0 == 0x23 }
    if rest.count < line.count { rest = rest.trimmed }
    while let scalar = rest.popFirst() {
      if scalar == 0x2A, rest.first == 0x2A { rest.removeFirst() } else { scalars.append(scalar) }
    }
  }

  /// The characters on printed lines, counted from 1.
  func range(ofLines wanted: ClosedRange<Int>) -> Range<Int> {
    let start = lines.partitioningIndex { Int($0) >= wanted.lowerBound }
    return start..<max(start, lines.partitioningIndex { Int($0) > wanted.upperBound })
  }

  /// A range's text.
  func text(_ range: Range<Int>) -> String { scalars[range].string }

  /// A range as a passage that finds it again.
  func passage(_ range: Range<Int>) -> Passage {
    Passage(
      text: text(range), before: text(max(0, range.lowerBound - Passage.contextLength)..<range.lowerBound),
      after: text(range.upperBound..<min(scalars.count, range.upperBound + Passage.contextLength)))
  }

  /// Ranges as pieces of blocks, in their order.
  func pieces(of ranges: [Range<Int>]) -> [Mending.Piece] {
    var pieces: [Mending.Piece] = []
    for range in ranges {
      var start = range.lowerBound
      while start < range.upperBound {
        let block = blocks[start]
        let end = min(range.upperBound, blocks.partitioningIndex { $0 > block })
        pieces.append(Mending.Piece(block: Int(block), range: Int(places[start])..<Int(places[end - 1]) + 1))
        start = end
      }
    }
    return pieces
  }

  /// The printed lines of ranges, in their order.
  func spans(of ranges: [Range<Int>]) -> [LineSpan] {
    NormalForm.printed(pieces(of: ranges).map { list.blocks[$0.block].lines.lowerBound }, by: list.lineNumbers)
  }

  /// Where a part's text stands, in reading order: on its lines, as far as no other part has taken them.
  ///
  /// - Parameter isTaken: for each character whether a part has it; those found are marked.
  /// - Returns: `nil` when the text does not stand there.
  /// - Complexity: O(characters of the lines), unless a line says one thing over and over.
  func ranges(of text: String, on spans: [LineSpan], _ isTaken: inout [Bool]) -> [Range<Int>]? {
    let wanted = Self.counted(text)
    var at = 0
    var ranges: [Range<Int>] = []
    for line in spans.flatMap({ Array($0.first...$0.last) }) where at < wanted.count {
      guard let found = stretch(of: wanted[at...], in: range(ofLines: line...line), isTaken) else { continue }
      for index in found { isTaken[index] = true }
      at += found.count
      if let last = ranges.last, last.upperBound == found.lowerBound {
        ranges[ranges.count - 1] = last.lowerBound..<found.upperBound
      } else {
        ranges.append(found)
      }
    }
    if at == wanted.count { return ranges }
    for index in ranges.joined() { isTaken[index] = false }
    return nil
  }

  /// Where on a line a text begins: up to the line's end, the text's, or what is taken.
  private func stretch(of text: ArraySlice<UInt32>, in line: Range<Int>, _ isTaken: [Bool]) -> Range<Int>? {
    func length(from start: Int) -> Int? {
      var end = start
      var wanted = text.startIndex
      while end < line.upperBound, wanted < text.endIndex, !isTaken[end], scalars[end] == text[wanted] {
        end += 1
        wanted += 1
      }
      guard end > start else { return nil }
      return wanted == text.endIndex || end == line.upperBound || isTaken[end] ? end - start : nil
    }
    func isFirst(_ index: Int) -> Bool { index == line.lowerBound || isTaken[index - 1] }
    // Most texts begin where their line does, or where another part ends.
    for borders in [true, false] {
      for start in line where !isTaken[start] && isFirst(start) == borders {
        if let length = length(from: start) { return start..<start + length }
      }
    }
    return nil
  }
}
