/// Text made fit for reading: the spaces that line breaks left are dropped, no other character ever is.
enum Mending {
  /// The paragraphs that a block of body holds, as ranges of its buffer.
  ///
  /// A space after a full stop is where a paragraph began, unless the block's spaces come at a column's pace: then they
  /// are line breaks of the print.
  static func paragraphs(of text: ArraySlice<UInt32>) -> [Range<Int>] {
    guard let first = text.firstIndex(from: text.startIndex, where: { CharacterClass.of($0).contains(.space) }),
      !hasColumnSpaces(text)
    else { return [text.startIndex..<text.endIndex] }
    var result: [Range<Int>] = []
    var start = text.startIndex
    var index = first
    while index < text.endIndex {
      if CharacterClass.of(text[index]).contains(.space), index > start, endsSentence(text[start..<index]) {
        var next = index
        while next < text.endIndex, CharacterClass.of(text[next]).contains(.space) { next += 1 }
        if next < text.endIndex, begins(text[next]), next - start > 1 {
          result.append(start..<index)
          start = next
        }
        index = next
      } else {
        index += 1
      }
    }
    result.append(start..<text.endIndex)
    return result
  }

  private static func endsSentence(_ text: ArraySlice<UInt32>) -> Bool {
    var index = text.endIndex
    while index > text.startIndex, CharacterClass.of(text[index - 1]).contains(.closer) { index -= 1 }
    return index > text.startIndex && CharacterClass.of(text[index - 1]).contains(.terminal)
  }

  private static func begins(_ scalar: UInt32) -> Bool {
    let kind = CharacterClass.of(scalar)
    return kind.contains(.opener) || kind.isDisjoint(with: [.closer, .comma, .terminal])
  }

  /// Whether spaces between Han come every few characters, as the line ends of a column do.
  private static func hasColumnSpaces(_ text: ArraySlice<UInt32>) -> Bool {
    var spaces = 0
    var run = 0
    for scalar in text {
      if CharacterClass.of(scalar).contains(.space) {
        if run > 40, spaces > 0 { return false }
        if run > 0 { spaces += 1 }
        run = 0
      } else {
        run += 1
      }
    }
    return spaces >= 2 && run <= 60
  }

  /// A stretch of a block.
  struct Piece {
    let block: Int
    /// Where it stands in `BlockList.scalars`.
    let range: Range<Int>
  }

  /// How far a block has been followed: a place in the block buffer, and the same place in the source's UTF-8.
  ///
  /// Kept from one paragraph to the next, so that a block of many paragraphs is followed once.
  struct SourcePlace {
    fileprivate var block = -1
    fileprivate var scalar = 0
    fileprivate var byte = 0
  }

  /// The text of one paragraph, made of `pieces` that follow each other.
  ///
  /// What stands in the source just so is copied from its bytes: what was text once needs no validation again.
  ///
  /// - Parameters:
  ///   - keepsSpaces: whether spaces between Han are the print's own, as in headlines and bylines.
  ///   - place: where the paragraph before left off.
  /// - Complexity: O(scalars) from `place`, or from the beginnings of the pieces' blocks, to the pieces' ends.
  static func text(
    of pieces: [Piece], in list: BlockList, keepsSpaces: Bool, from place: inout SourcePlace
  ) -> String {
    if pieces.allSatisfy({ list.blocks[$0.block].sourceStart != nil }) {
      var out = SourceCopy(of: list, from: place)
      defer { place = out.place }
      for piece in pieces {
        out.move(to: piece)
        append(list.scalars[piece.range].trimmed, keepsSpaces: keepsSpaces, to: &out)
      }
      return out.text
    }
    let most = pieces.reduce(0) { $0 + $1.range.count + 1 } * 4
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { buffer in
      var out = UTF8Writer(buffer)
      for piece in pieces { append(list.scalars[piece.range].trimmed, keepsSpaces: keepsSpaces, to: &out) }
      return out.string
    }
  }

  /// Whether two Latin words would run together.
  private static func needsSpace(_ last: UInt32, _ first: UInt32) -> Bool {
    CharacterClass.of(last).contains(.latin) && CharacterClass.of(first).contains(.latin)
  }

  /// Appends a piece: with each run of white space as one space, or without those that stood between Han.
  private static func append(_ piece: ArraySlice<UInt32>, keepsSpaces: Bool, to out: inout some MendedText) {
    if let first = piece.first, needsSpace(out.last, first) { out.appendSpace() }
    var index = piece.startIndex
    while index < piece.endIndex {
      // Up to the next space all is copied.
      let space = piece.firstIndex(from: index) { CharacterClass.of($0).contains(.space) } ?? piece.endIndex
      out.append(piece[index..<space])
      var next = space
      while next < piece.endIndex, CharacterClass.of(piece[next]).contains(.space) { next += 1 }
      if next < piece.endIndex, keepsSpaces || keeps(out.last, piece[next], piece, gap: space..<next) {
        out.appendSpace()
      }
      index = next
    }
  }

  /// Whether the space between two characters was printed: between Latin words and figures, between names in brackets,
  /// between the clauses of a slogan.
  private static func keeps(_ last: UInt32, _ next: UInt32, _ piece: ArraySlice<UInt32>, gap: Range<Int>) -> Bool {
    let (before, after) = (CharacterClass.of(last), CharacterClass.of(next))
    if before.contains(.digit), next == 0x25 || next == 0xFF05 { return false }
    // The dateline is set off from the report: 本报聊城讯 去年夏……
    if (last == 0x8BAF || last == 0x7535 || last == 0x8A0A),
      piece.distance(from: piece.startIndex, to: gap.lowerBound) <= 22,
      Opening.parse(piece)?.end == gap.upperBound
    {
      return true
    }
    guard before.contains(.han), after.contains(.han) else {
      // Punctuation carries its own space in Chinese.
      let marks: CharacterClass = [.terminal, .comma, .closer, .opener]
      return before.isDisjoint(with: marks) && after.isDisjoint(with: marks)
    }
    guard let open = piece[..<gap.lowerBound].suffix(24).lastIndex(where: { isOpen($0) }) else { return false }
    if piece[open..<gap.lowerBound].contains(where: { isClosed($0) }) { return false }
    let rest = piece[gap.upperBound...].prefix(40)
    guard let close = rest.firstIndex(where: { isClosed($0) }) else { return false }
    let (left, right) = (piece[(open + 1)..<gap.lowerBound], piece[gap.upperBound..<close])
    if left.containsAny(Trade.roleCores) || right.containsAny(Trade.roleCores)
      || right.suffixed(by: Trade.trailingRoles) != nil
    {
      return true
    }
    if left.count <= 4, right.count <= 4, piece[open] == 0x28 || piece[open] == 0xFF08 { return true }
    return left.count == right.count
  }

  private static func isOpen(_ scalar: UInt32) -> Bool {
    [0x28, 0xFF08, 0x201C, 0x300A, 0x300C, 0x3010].contains(scalar)
  }
  private static func isClosed(_ scalar: UInt32) -> Bool {
    [0x29, 0xFF09, 0x201D, 0x300B, 0x300D, 0x3011].contains(scalar)
  }
}

/// What mended text is written to.
private protocol MendedText {
  /// The scalar appended last; 0 before the first.
  var last: UInt32 { get }
  /// Appends scalars of the block buffer.
  mutating func append(_ run: ArraySlice<UInt32>)
  mutating func appendSpace()
}

extension UTF8Writer: MendedText {
  fileprivate mutating func append(_ run: ArraySlice<UInt32>) {
    run.withUnsafeBufferPointer { for scalar in $0 { append(scalar) } }
  }
  fileprivate mutating func appendSpace() { append(0x20) }
}

/// Copies runs of blocks that stand in the source just so, by its bytes.
private struct SourceCopy: MendedText {
  private(set) var text = ""
  private(set) var last: UInt32 = 0
  private(set) var place: Mending.SourcePlace
  private let list: BlockList

  init(of list: BlockList, from place: Mending.SourcePlace) {
    self.list = list
    self.place = place
  }

  /// Goes to the beginning of a piece's block, unless the piece is further on in the block at hand.
  mutating func move(to piece: Mending.Piece) {
    guard piece.block != place.block || piece.range.lowerBound < place.scalar else { return }
    place.block = piece.block
    place.scalar = list.blocks[piece.block].text.lowerBound
    place.byte = list.blocks[piece.block].sourceStart ?? 0
  }

  mutating func append(_ run: ArraySlice<UInt32>) {
    guard let final = run.last else { return }
    let start = place.byte + width(place.scalar..<run.startIndex)
    place.byte = start + width(run.startIndex..<run.endIndex)
    place.scalar = run.endIndex
    last = final
    let utf8 = list.source.utf8
    let from = utf8.index(utf8.startIndex, offsetBy: start)
    text += list.source[from..<utf8.index(from, offsetBy: place.byte - start)]
  }

  mutating func appendSpace() {
    text += " "
    last = 0x20
  }

  /// The bytes of UTF-8 that a range of the block buffer takes.
  private func width(_ range: Range<Int>) -> Int {
    list.scalars[range].withUnsafeBufferPointer { scalars in
      var count = scalars.count
      for scalar in scalars {
        count &+= (scalar >= 0x80 ? 1 : 0) &+ (scalar >= 0x800 ? 1 : 0) &+ (scalar >= 0x10000 ? 1 : 0)
      }
      return count
    }
  }
}
