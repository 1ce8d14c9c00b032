/// Shares loose pieces of text out among the articles they may belong to, when the page's order does not tell.
///
/// Newspapers set stories side by side; OCR then reads a piece of one, a piece of the other. What remains to tell them
/// apart: a cut sentence wants its other half, a signature ends an article, an opening begins one, and a story goes on
/// in its own words. A beam search weighs all of these over the whole stretch.
struct Reassembly {
  /// An article that pieces may belong to.
  struct Candidate {
    /// The blocks of its heading; empty where it has none.
    let titles: [Int]
    /// Pieces that are known to be its own and stand before the loose ones.
    let fixed: [Int]
    /// Whether a byline or named opening was seen among `fixed`.
    let attributed: Bool
  }

  /// A loose piece.
  struct Piece {
    let block: Int
    let slot: Slot
  }

  let list: BlockList
  let readings: [Reading]
  private let ties: PieceTies

  /// An engine that shares out `pieces` among candidates made of lines of headings, `titles`, and pieces that are not
  /// loose, `fixed`.
  ///
  /// - Complexity: O(text + pieces × (pieces + titles + fixed) × bigrams).
  init(
    list: BlockList, readings: [Reading], pieces: [Piece], titles: [Int], fixed: [Int] = [], _ cohesion: Cohesion
  ) {
    self.list = list
    self.readings = readings
    ties = PieceTies(of: pieces.map(\.block), titles, fixed, list, readings, cohesion)
  }

  /// What is known of one candidate while pieces are shared out.
  private struct Share {
    /// Its last piece of body (number in `ties`); -1 before the first.
    var last: Int32
    var closed = false
    var attributed: Bool
  }

  /// Divisions of the pieces so far, the best ones, side by side in memory.
  private struct Beam {
    private(set) var costs: [Float] = []
    /// By division and candidate.
    private(set) var shares: [Share] = []
    /// By division and piece so far: its candidate.
    private(set) var owners: [UInt8] = []

    /// The division of no piece.
    init(_ shares: [Share]) {
      costs = [0]
      self.shares = shares
    }

    /// Room for divisions to come.
    init() {}

    mutating func removeAll() {
      costs.removeAll(keepingCapacity: true)
      shares.removeAll(keepingCapacity: true)
      owners.removeAll(keepingCapacity: true)
    }

    /// The candidates of division `number`.
    func shares(of number: Int) -> ArraySlice<Share> {
      let count = shares.count / costs.count
      return shares[number * count..<(number + 1) * count]
    }

    /// The owners of the pieces so far in division `number`.
    func owners(of number: Int) -> ArraySlice<UInt8> {
      let count = owners.count / costs.count
      return owners[number * count..<(number + 1) * count]
    }

    /// Appends what becomes of a division of another beam when its next piece goes to a candidate.
    mutating func append(_ way: Way, from other: Beam, _ change: (inout Share) -> Void) {
      let start = shares.count
      shares.append(contentsOf: other.shares(of: Int(way.from)))
      change(&shares[start + Int(way.candidate)])
      owners.append(contentsOf: other.owners(of: Int(way.from)))
      owners.append(UInt8(way.candidate))
      costs.append(way.cost)
    }
  }

  /// A way on from a division: the next piece goes to `candidate`.
  private struct Way {
    let cost: Float
    let from: Int32
    let candidate: Int32
  }

  /// What a full share of wording is worth; what going over to another article costs, and doing so after a cut.
  private static let kinshipWeight: Float = 8
  private static let switchCost: Float = 0.3
  private static let adjacencyCost: Float = 2
  private static let backwardsCost: Float = 4
  private static let cutSwitchCost: Float = 0.2
  private static let beam = 24

  /// The best owner of each of `pieces`, those that the engine was made for, and what that division costs.
  ///
  /// - Parameter candidates: 1 to 256.
  /// - Complexity: O(pieces × (pieces + candidates) × beam).
  func share(_ pieces: [Piece], among candidates: [Candidate]) -> (owners: [Int], cost: Float) {
    var beam = Beam(beginning(candidates))
    var next = Beam()
    var ways: [Way] = []
    var costs = [Float](repeating: 0, count: candidates.count)
    for index in pieces.indices {
      let kin = candidates.map { ties.kinship(of: index, with: $0) }
      ways.removeAll(keepingCapacity: true)
      for number in beam.costs.indices {
        setCosts(&costs, of: index, pieces, after: beam, number, candidates, kin)
        for candidate in candidates.indices {
          ways.append(
            Way(cost: beam.costs[number] + costs[candidate], from: Int32(number), candidate: Int32(candidate)))
        }
      }
      ways.sort { $0.cost < $1.cost }
      next.removeAll()
      for way in ways.prefix(Self.beam) { next.append(way, from: beam) { take(index, pieces[index], &$0) } }
      swap(&beam, &next)
    }
    var best = (number: 0, cost: Float.infinity)
    for number in beam.costs.indices {
      let cost = beam.costs[number] + endCost(beam.shares(of: number), candidates)
      if cost < best.cost { best = (number, cost) }
    }
    return (beam.owners(of: best.number).map(Int.init), best.cost)
  }

  /// What a division of `pieces` costs: the candidate of each is given.
  ///
  /// - Complexity: O(pieces × (pieces + candidates)).
  func cost(of owners: [Int], for pieces: [Piece], among candidates: [Candidate]) -> Float {
    var beam = Beam(beginning(candidates))
    var costs = [Float](repeating: 0, count: candidates.count)
    for (index, owner) in zip(pieces.indices, owners) {
      let kin = candidates.map { ties.kinship(of: index, with: $0) }
      setCosts(&costs, of: index, pieces, after: beam, 0, candidates, kin)
      var next = Beam()
      next.append(Way(cost: beam.costs[0] + costs[owner], from: 0, candidate: Int32(owner)), from: beam) {
        take(index, pieces[index], &$0)
      }
      beam = next
    }
    return beam.costs[0] + endCost(beam.shares(of: 0), candidates)
  }

  private func beginning(_ candidates: [Candidate]) -> [Share] {
    candidates.map {
      Share(last: $0.fixed.last.map { Int32(ties.number(of: $0)) } ?? -1, attributed: $0.attributed)
    }
  }

  /// Sets, for each candidate, what giving it piece `index` costs.
  private func setCosts(
    _ costs: inout [Float], of index: Int, _ pieces: [Piece], after beam: Beam, _ number: Int,
    _ candidates: [Candidate], _ kin: [Float]
  ) {
    let piece = pieces[index]
    let evidence = readings[piece.block].evidence
    let owners = beam.owners(of: number)
    let previous = owners.last.map(Int.init)
    let shares = beam.shares(of: number)
    let isName = piece.slot == .signature || piece.slot == .byline
    let opens = evidence.contains(.opening)
    var switches = Self.switchCost
    if index > 0, pieces[index - 1].slot != .signature, ties.isCut[index - 1] { switches += Self.cutSwitchCost }
    let adjacent = candidates.firstIndex { $0.fixed.last == piece.block - 1 }
    var emptyBefore: Float = 0  // candidates passed that have nothing yet
    for candidate in candidates.indices {
      let share = shares[shares.startIndex + candidate]
      var cost: Float = share.closed ? 6 : 0
      // A signature belongs to the text above it, a byline to the text below.
      if index > 0, pieces[index - 1].slot == .byline, previous != candidate { cost += 3 }
      if isName {
        if piece.slot == .signature, let previous, previous != candidate { cost += 6 }
        if share.attributed { cost += 2.5 }
      } else {
        if share.last < 0 {
          cost += (opens ? 0 : 1) + 0.4 * emptyBefore
          if candidates[candidate].titles.isEmpty { cost += 4 }
          emptyBefore += 1
        } else {
          if opens { cost += 7 }
          cost -= ties.fit(Int(share.last), index)
        }
        if let previous, previous != candidate { cost += switches }
        // What stands right behind an article's last piece goes on with it rather than with one further up.
        if let adjacent, adjacent != candidate { cost += Self.adjacencyCost }
        // A story that stands in order has nothing above its own beginning.
        if let first = candidates[candidate].fixed.first, piece.block < first { cost += Self.backwardsCost }
        cost -= Self.kinshipWeight * kin[candidate]
        if piece.slot == .closing, share.attributed, !evidence.contains(.jump) { cost += 2 }
      }
      costs[candidate] = cost
    }
    if !isName { addClosest(&costs, of: index, owners) }
  }

  /// A piece follows the piece that is most like it among those that a candidate has.
  private func addClosest(_ costs: inout [Float], of index: Int, _ owners: ArraySlice<UInt8>) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: costs.count) { closest in
      closest.initialize(repeating: 0)
      for (other, owner) in owners.enumerated() {
        let candidate = Int(owner)
        closest[candidate] = max(closest[candidate], ties.mutual(index, other))
      }
      for candidate in costs.indices { costs[candidate] -= Self.kinshipWeight * closest[candidate] }
    }
  }

  /// Notes that a candidate takes piece `index`.
  private func take(_ index: Int, _ piece: Piece, _ share: inout Share) {
    let reading = readings[piece.block]
    switch piece.slot {
    case .signature, .byline:
      share.closed = piece.slot == .signature
      share.attributed = true
    default:
      share.last = Int32(index)
      if piece.slot == .closing {
        share.closed = true
        share.attributed = true
      }
      if reading.opening != nil, !reading.byline.credits.isEmpty { share.attributed = true }
    }
  }

  private func endCost(_ shares: ArraySlice<Share>, _ candidates: [Candidate]) -> Float {
    var cost: Float = 0
    for (index, share) in shares.enumerated() {
      if share.last < 0 {
        cost += candidates[index].titles.isEmpty ? 0 : 6
      } else if !share.closed, ties.isCut[Int(share.last)] {
        cost += 2.5
      }
    }
    return cost
  }
}

/// What ties loose pieces to other blocks: wording that they share, and how well one goes on where another ends. Each
/// pair is compared once.
///
/// Blocks are numbered: the loose pieces first, in their order, then pieces that are not loose, then headings.
private struct PieceTies {
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
    mutual = [Float](repeating: 0, count: blocks.count * pieces.count)
    shares = mutual
    fits = mutual
    let wordings = blocks.map { cohesion.wording(of: list.blocks[$0].text) }
    let fit = CutFit(list: list, readings: readings)
    for (piece, block) in pieces.enumerated() {
      for (other, otherBlock) in blocks.enumerated() where other != piece {
        let at = other * pieceCount + piece
        guard other < bodyCount else {
          shares[at] = Cohesion.share(of: wordings[other], in: wordings[piece])
          continue
        }
        fits[at] = fit.follows(otherBlock, block)
        if other < piece {
          mutual[at] = mutual[piece * pieceCount + other]
        } else if list.blocks[block].text.count < list.blocks[otherBlock].text.count {
          mutual[at] = Cohesion.share(of: wordings[piece], in: wordings[other])
        } else {
          mutual[at] = Cohesion.share(of: wordings[other], in: wordings[piece])
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
