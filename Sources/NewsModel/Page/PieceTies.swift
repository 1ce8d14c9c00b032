/// What ties loose pieces to other blocks: wording that they share, and how well one goes on where another ends. Each
/// pair is compared once.
///
/// Blocks are numbered: the loose pieces first, in their order, then pieces that are not loose, then headings.
struct PieceTies {
  private let numbers: [Int: Int]
  private let pieceCount: Int
  /// The share of the shorter text's wording in the longer, by block and piece.
  private var mutual: [Float]
  /// The share of a heading's wording in a piece, by block and piece.
  private var shares: [Float]
  /// How well a piece follows a block (`CutFit`), by block and piece.
  private var fits: [Float]
  /// Whether a block ends in mid-sentence.
  let isCut: [Bool]
  /// Whether a piece opens a report and names its authors.
  let names: [Bool]

  init(
    of pieces: [Int], _ titles: [Int], _ fixed: [Int], _ list: BlockList, _ readings: [Reading], _ cohesion: Cohesion
  ) {
    var blocks: [Int] = []
    var numbers: [Int: Int] = [:]
    for block in pieces + fixed + titles where numbers[block] == nil {
      numbers[block] = blocks.count
      blocks.append(block)
    }
    let bodyCount = blocks.count - titles.count
    self.numbers = numbers
    pieceCount = pieces.count
    isCut = blocks.map { readings[$0].isCut(list.text($0)) }
    names = pieces.map { readings[$0].opening != nil && !readings[$0].byline.credits.isEmpty }
    mutual = [Float](repeating: 0, count: blocks.count * pieces.count)
    shares = mutual
    fits = mutual
    let wordings = cohesion.wordings(of: blocks.map { list.blocks[$0].text })
    let fit = CutFit(list: list, readings: readings)
    for (piece, block) in pieces.enumerated() {
      let begins = fit.begins(block)
      let length = list.blocks[block].text.count
      for (other, otherBlock) in blocks.enumerated() where other != piece {
        let at = other * pieceCount + piece
        guard other < bodyCount else {
          shares[at] = wordings.share(of: other, in: piece)
          continue
        }
        fits[at] = fit.follows(otherBlock, block, beginning: begins)
        if other < piece {
          mutual[at] = mutual[piece * pieceCount + other]
        } else if length < list.blocks[otherBlock].text.count {
          mutual[at] = wordings.share(of: piece, in: other)
        } else {
          mutual[at] = wordings.share(of: other, in: piece)
        }
      }
    }
  }

  /// The number of a block that the engine was made for.
  func number(of block: Int) -> Int { numbers[block] ?? 0 }

  /// The share of the shorter text's wording in the longer.
  func mutual(_ piece: Int, _ other: Int) -> Float { mutual[other * pieceCount + piece] }

  /// How well `piece` follows the block numbered `last`.
  func fit(_ last: Int, _ piece: Int) -> Float { fits[last * pieceCount + piece] }

  /// How much wording a piece shares with what is known of a candidate.
  func kinship(of piece: Int, with candidate: Reassembly.Candidate) -> Float {
    var best: Float = 0
    for title in candidate.titles { best = max(best, shares[number(of: title) * pieceCount + piece]) }
    var closest: Float = 0
    for fixed in candidate.fixed.suffix(3) { closest = max(closest, 0.8 * mutual(piece, number(of: fixed))) }
    return best + closest
  }
}
