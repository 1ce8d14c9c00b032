/// Text made fit for reading: the spaces that line breaks left are dropped, no other character ever is.
struct Mending {
  private let list: BlockList
  /// Where white space stands in the blocks' text.
  private let spaces: WhiteSpace
  /// What the text under way is made of.
  private var runs: [Run] = []
  /// The last scalar of those runs; 0 before the first.
  private var last: UInt32 = 0
  private var place = SourcePlace()

  init(_ list: BlockList) {
    self.list = list
    spaces = WhiteSpace(of: list.scalars)
  }

  /// A stretch of a block.
  struct Piece {
    let block: Int
    /// Where it stands in `BlockList.scalars`.
    let range: Range<Int>
  }

  /// A stretch of a block that is copied as it is; an empty one stands for a space.
  private struct Run {
    var block = 0
    /// Where it stands in `BlockList.scalars`.
    var range = 0..<0
  }

  // MARK: Paragraphs

  /// The paragraphs that a block's body holds, as ranges of the block buffer.
  ///
  /// A space after a full stop is where a paragraph began, unless the block's spaces come at a column's pace: then they
  /// are line breaks of the print.
  ///
  /// - Complexity: O(spaces).
  func paragraphs(of body: Range<Int>) -> [Range<Int>] {
    var gaps = spaces.gaps(in: body)
    guard !gaps.isEmpty, !hasColumnSpaces(body) else { return [body] }
    var result: [Range<Int>] = []
    var start = body.lowerBound
    while let gap = gaps.next() {
      guard gap.lowerBound > start, endsSentence(start..<gap.lowerBound), gap.upperBound < body.upperBound,
        Self.begins(list.scalars[gap.upperBound])
      else { continue }
      result.append(start..<gap.lowerBound)
      start = gap.upperBound
    }
    result.append(start..<body.upperBound)
    return result
  }

  private func endsSentence(_ range: Range<Int>) -> Bool {
    var index = range.upperBound
    while index > range.lowerBound, CharacterClass.of(list.scalars[index - 1]).contains(.closer) { index -= 1 }
    return index > range.lowerBound && CharacterClass.of(list.scalars[index - 1]).contains(.terminal)
  }

  private static func begins(_ scalar: UInt32) -> Bool {
    let kind = CharacterClass.of(scalar)
    return kind.contains(.opener) || kind.isDisjoint(with: [.closer, .comma, .terminal])
  }

  /// Whether spaces between Han come every few characters, as the line ends of a column do.
  private func hasColumnSpaces(_ body: Range<Int>) -> Bool {
    var gaps = spaces.gaps(in: body)
    var count = 0
    var start = body.lowerBound
    while let gap = gaps.next() {
      let run = gap.lowerBound - start
      if run > 40, count > 0 { return false }
      if run > 0 { count += 1 }
      start = gap.upperBound
    }
    return count >= 2 && body.upperBound - start <= 60
  }

  // MARK: Text

  /// The text of one paragraph, made of `pieces` that follow each other.
  ///
  /// What stands in the source just so is copied from its bytes: what was text once needs no validation again.
  ///
  /// - Parameter keepsSpaces: whether spaces between Han are the print's own, as in headlines and bylines.
  /// - Complexity: O(scalars) from where the text before left off in the same block, else from the beginnings of the
  ///   pieces' blocks, to the pieces' ends.
  mutating func text(of pieces: some Collection<Piece>, keepsSpaces: Bool) -> String {
    runs.removeAll(keepingCapacity: true)
    last = 0
    var isInSource = true
    for piece in pieces {
      append(piece, keepsSpaces: keepsSpaces)
      if list.blocks[piece.block].sourceStart == nil { isInSource = false }
    }
    return isInSource ? copied() : written()
  }

  /// Appends a piece: with each run of white space as one space, or without those that stood between Han.
  private mutating func append(_ piece: Piece, keepsSpaces: Bool) {
    let range = spaces.trimmed(piece.range)
    guard !range.isEmpty else { return }
    let text = list.scalars[range]
    if Self.needsSpace(last, text[range.lowerBound]) { runs.append(Run()) }
    var start = range.lowerBound
    // The cells of a table stand in columns.
    var gaps = spaces.gaps(in: list.blocks[piece.block].kind == .row ? start..<start : range)
    while let gap = gaps.next() {
      runs.append(Run(block: piece.block, range: start..<gap.lowerBound))
      last = text[gap.lowerBound - 1]
      if keepsSpaces || Self.keeps(last, text[gap.upperBound], text, gap: gap) {
        runs.append(Run())
        last = 0x20
      }
      start = gap.upperBound
    }
    runs.append(Run(block: piece.block, range: start..<range.upperBound))
    last = text[range.upperBound - 1]
  }

  /// Whether two Latin words would run together.
  private static func needsSpace(_ last: UInt32, _ first: UInt32) -> Bool {
    CharacterClass.of(last).contains(.latin) && CharacterClass.of(first).contains(.latin)
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

  @inline(__always)
  private static func isOpen(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x28, 0xFF08, 0x201C, 0x3008, 0x300A, 0x300C, 0x3010: true
    default: false
    }
  }
  @inline(__always)
  private static func isClosed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x29, 0xFF09, 0x201D, 0x3009, 0x300B, 0x300D, 0x3011: true
    default: false
    }
  }

  // MARK: Runs into strings

  /// How far a block has been followed: a place in the block buffer, and the same place in the source's UTF-8.
  ///
  /// Kept from one paragraph to the next, so that a block of many paragraphs is followed once.
  private struct SourcePlace {
    var block = -1
    var scalar = 0
    var byte = 0
  }

  /// The runs by the bytes of the source.
  private mutating func copied() -> String {
    var length = 0
    for index in runs.indices {
      length += runs[index].range.isEmpty ? 1 : findBytes(ofRun: index)
    }
    if runs.count == 1 { return String(bytes(runs[0].range)) }
    var text = ""
    text.reserveCapacity(length)
    for run in runs { if run.range.isEmpty { text += " " } else { text.append(contentsOf: bytes(run.range)) } }
    return text
  }

  /// Goes to a run's end; makes its range that of its bytes in the source, and returns how many they are.
  private mutating func findBytes(ofRun index: Int) -> Int {
    let run = runs[index]
    if run.block != place.block || run.range.lowerBound < place.scalar {
      let block = list.blocks[run.block]
      place = SourcePlace(block: run.block, scalar: block.text.lowerBound, byte: block.sourceStart ?? 0)
    }
    let start = place.byte + width(place.scalar..<run.range.lowerBound)
    place.byte = start + width(run.range)
    place.scalar = run.range.upperBound
    runs[index].range = start..<place.byte
    return place.byte - start
  }

  /// A range of the source's bytes, which begins and ends between scalars.
  private func bytes(_ range: Range<Int>) -> Substring {
    let utf8 = list.source.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
    return list.source[start..<utf8.index(start, offsetBy: range.count)]
  }

  /// The bytes of UTF-8 that a range of the block buffer takes.
  private func width(_ range: Range<Int>) -> Int {
    list.scalars[range].withUnsafeBufferPointer { scalars in
      // One byte each, and one more from each of three borders on: a sum that the compiler takes several scalars at a time.
      var more: UInt32 = 0
      for scalar in scalars {
        more &+= (scalar &+ 0x7FFF_FF80) >> 31 &+ (scalar &+ 0x7FFF_F800) >> 31 &+ (scalar &+ 0x7FFF_0000) >> 31
      }
      return scalars.count + Int(more)
    }
  }

  /// The runs written anew from their scalars.
  private func written() -> String {
    let most = runs.reduce(0) { $0 + $1.range.count + 1 } * 4
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: most) { buffer in
      var out = UTF8Writer(buffer)
      for run in runs {
        if run.range.isEmpty { out.append(0x20) }
        list.scalars[run.range].withUnsafeBufferPointer { for scalar in $0 { out.append(scalar) } }
      }
      return out.string
    }
  }
}
