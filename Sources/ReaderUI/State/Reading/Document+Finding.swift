extension Document {
  /// Scalars that are looked for together: enough to be one place of a text.
  private static let passage = 12
  /// How far from the place a passage that is still there may stand, in scalars, and the steps in which one is looked for.
  private static let reach = 240
  private static let step = 3

  /// Where a position of an earlier version of the text is in this one: beside the nearest passage that both have.
  ///
  /// - Complexity: O(scalars of both) where the text is the same there; at most `reach` / `step` times as much.
  func position(of position: TextPosition, in earlier: Document) -> TextPosition {
    guard position != TextPosition(), !blocks.isEmpty, !earlier.blocks.isEmpty else { return position }
    let isSame = blocks.count == earlier.blocks.count && zip(blocks, earlier.blocks).allSatisfy { $0.text == $1.text }
    if isSame { return position }
    let (old, new) = (earlier.scalars, scalars)
    // Blank rows after a block count on from its length.
    let start = min(earlier.offsets[position.block] + position.scalar, earlier.offsets[position.block + 1])
    for distance in stride(from: 0, through: Self.reach, by: Self.step) {
      for passage in [start + distance, start - distance] {
        guard passage >= 0, passage + Self.passage <= old.count else { continue }
        let found = new.nearest(old[passage..<passage + Self.passage], to: passage)
        if let found { return self.position(ofScalar: max(0, found - (passage - start))) }
      }
    }
    return self.position(ofScalar: old.isEmpty ? 0 : start * new.count / old.count)
  }

  /// All blocks' scalars, one block behind the other.
  private var scalars: [Unicode.Scalar] { blocks.flatMap { Array($0.text.unicodeScalars) } }

  private func position(ofScalar scalar: Int) -> TextPosition {
    let block = blocks.indices.last { offsets[$0] <= scalar } ?? 0
    return TextPosition(block: block, scalar: min(scalar - offsets[block], blocks[block].length))
  }
}

extension [Unicode.Scalar] {
  /// The start of the occurrence of `passage` that is nearest to `place`.
  fileprivate func nearest(_ passage: ArraySlice<Unicode.Scalar>, to place: Int) -> Int? {
    guard let first = passage.first, passage.count <= count else { return nil }
    var nearest: Int?
    for start in 0...count - passage.count
    where self[start] == first && self[start..<start + passage.count] == passage {
      guard abs(start - place) < abs((nearest ?? .max) - place) else { break }
      nearest = start
    }
    return nearest
  }
}
