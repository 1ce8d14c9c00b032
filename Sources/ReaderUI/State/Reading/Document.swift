import NewsModel

/// An article (or a clipping of one) as the article pane shows it: a headline block, then the text in reading order.
public struct Document: Sendable {
  /// What a block is, which decides how it is set.
  enum Role: Sendable, Hashable {
    case part(PartRole)
    /// The line that the pane itself adds below the headline: place, day, page.
    case facts
    /// Where the story goes on on another page.
    case seam
    /// The user's note.
    case note
  }

  /// A stretch that is set on its own lines.
  struct Block: Sendable {
    let role: Role
    let text: String
    /// The index of the article's part that the text comes from; `nil` for the line of facts.
    let part: Int?
    /// Unicode scalars in `text`.
    let length: Int
    /// Whether the block belongs to the title on top.
    var isTitle = false
    /// Blank rows that follow.
    var gap: Int
  }

  /// The article's id.
  let id: String
  let title: String
  let blocks: [Block]
  /// Unicode scalars before each block, and the sum of all at the end.
  let offsets: [Int]

  /// The document of `article`, with `facts` as its line of place, day and page, and the user's note below it.
  ///
  /// Title parts come first in the order in which they are read (section, kicker, headline, deck), whatever the
  /// page's order was; all other parts keep their order. Every part is shown once.
  ///
  /// - Complexity: O(bytes of text).
  ///
  /// - Parameter seams: what stands before each further piece of the article.
  init(id: String, title: String, parts: [Part], facts: String, note: String = "", seams: [String] = []) {
    self.id = id
    self.title = title
    let isTitle: (PartRole) -> Bool = { $0 == .section || $0 == .kicker || $0 == .headline || $0 == .deck }
    var order: [Int] = []
    for role in [PartRole.section, .kicker, .headline, .deck] {
      order += parts.indices.filter { parts[$0].role == role && parts[$0].piece == 0 }
    }
    let firstBody = parts.firstIndex { $0.role == .body } ?? parts.endIndex
    let leadBylines = parts.indices.filter { $0 < firstBody && parts[$0].role == .byline }
    let rest = parts.indices.filter { (!isTitle(parts[$0].role) || parts[$0].piece > 0) && !leadBylines.contains($0) }

    func block(_ index: Int) -> Block {
      let part = parts[index]
      return Block(role: .part(part.role), text: part.text, part: index, length: part.text.scalarCount, gap: 0)
    }
    var head = (order + leadBylines).map(block)
    if !facts.isEmpty {
      head.append(Block(role: .facts, text: facts, part: nil, length: facts.scalarCount, gap: 0))
    }
    for index in head.indices { head[index].isTitle = true }
    if !head.isEmpty { head[head.count - 1].gap = 1 }
    for line in note.split(whereSeparator: \.isNewline).map(String.init) {
      head.append(Block(role: .note, text: line, part: nil, length: line.scalarCount, gap: 1))
    }
    var text: [Block] = []
    var piece: UInt8 = 0
    for index in rest {
      if parts[index].piece > piece {
        piece = parts[index].piece
        let seam = seams.indices.contains(Int(piece) - 1) ? seams[Int(piece) - 1] : ""
        text.append(Block(role: .seam, text: seam, part: nil, length: seam.scalarCount, gap: 1))
      }
      text.append(block(index))
    }
    blocks = Self.spaced(head, text)
    var sums = [0]
    sums.reserveCapacity(blocks.count + 1)
    for block in blocks { sums.append(sums[sums.count - 1] + block.length) }
    offsets = sums
  }

  /// Sets blank rows around what stands apart from the running text.
  private static func spaced(_ head: [Block], _ rest: [Block]) -> [Block] {
    var blocks = head + rest
    for index in blocks.indices.dropLast() where index >= head.count {
      let (here, next) = (blocks[index].role, blocks[index + 1].role)
      let staysWithCaption = here == .part(.caption) && next == .part(.credit)
      let setsApart = here.standsApart || next.standsApart || next == .part(.subhead)
      if setsApart && !staysWithCaption { blocks[index].gap = 1 }
    }
    return blocks
  }

  /// Unicode scalars in all blocks.
  var length: Int { offsets[offsets.count - 1] }

  /// The block that shows part `part`.
  func block(ofPart part: Int) -> Int? { blocks.firstIndex { $0.part == part } }
}

extension Document.Role {
  /// Whether blank rows belong around a block of this role.
  var standsApart: Bool {
    switch self {
    case .part(.caption), .part(.credit), .part(.pullquote), .seam: true
    default: false
    }
  }
}

extension String {
  /// Unicode scalars in the string.
  ///
  /// - Complexity: O(bytes), a count of the bytes that begin a scalar.
  var scalarCount: Int {
    var copy = self
    return copy.withUTF8 { bytes in
      var count = 0
      for byte in bytes where byte & 0xC0 != 0x80 { count += 1 }
      return count
    }
  }
}
