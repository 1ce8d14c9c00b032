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
    var beam = Beam(beginning(candidates), pieceCount: pieces.count, room: Self.beam)
    var next = beam
    var ways = BestWays(room: Self.beam)
    var costs = [Float](repeating: 0, count: candidates.count)
    for index in pieces.indices {
      let turn = Turn(index, pieces, candidates, readings, ties)
      ways.removeAll()
      for number in 0..<beam.count {
        setCosts(&costs, of: turn, after: beam, number, candidates)
        for candidate in candidates.indices {
          ways.add(Way(cost: beam.costs[number] + costs[candidate], from: number, candidate: candidate))
        }
      }
      next.go(ways.all, from: beam, piece: index) { take(index, pieces[index], &$0) }
      swap(&beam, &next)
    }
    var best = (number: 0, cost: Float.infinity)
    for number in 0..<beam.count {
      let cost = beam.costs[number] + endCost(beam, number, candidates)
      if cost < best.cost { best = (number, cost) }
    }
    return (beam.owners(of: best.number, upTo: pieces.count).map(Int.init), best.cost)
  }

  /// What a division of `pieces` costs: the candidate of each is given.
  ///
  /// - Complexity: O(pieces × (pieces + candidates)).
  func cost(of owners: [Int], for pieces: [Piece], among candidates: [Candidate]) -> Float {
    var beam = Beam(beginning(candidates), pieceCount: pieces.count, room: 1)
    var next = beam
    var costs = [Float](repeating: 0, count: candidates.count)
    for (index, owner) in zip(pieces.indices, owners) {
      setCosts(&costs, of: Turn(index, pieces, candidates, readings, ties), after: beam, 0, candidates)
      let way = Way(cost: beam.costs[0] + costs[owner], from: 0, candidate: owner)
      next.go([way], from: beam, piece: index) { take(index, pieces[index], &$0) }
      swap(&beam, &next)
    }
    return beam.costs[0] + endCost(beam, 0, candidates)
  }

  private func beginning(_ candidates: [Candidate]) -> [Share] {
    candidates.map {
      Share(last: $0.fixed.last.map { Int32(ties.number(of: $0)) } ?? -1, attributed: $0.attributed)
    }
  }

  /// A piece that is given to one of the candidates: what is the same for all divisions so far.
  private struct Turn {
    let index: Int
    let slot: Slot
    let block: Int
    let evidence: Evidence
    /// Whether it is a signature or a byline.
    let isName: Bool
    /// What precedes it among the pieces.
    let previousSlot: Slot?
    /// What going over to another article costs here.
    let switches: Float
    /// The candidate whose last known piece stands right before it.
    let adjacent: Int?
    /// By candidate: how much of its wording it shares with what is known of the candidate.
    let kin: [Float]

    init(_ index: Int, _ pieces: [Piece], _ candidates: [Candidate], _ readings: [Reading], _ ties: PieceTies) {
      let piece = pieces[index]
      self.index = index
      slot = piece.slot
      block = piece.block
      evidence = readings[piece.block].evidence
      isName = piece.slot == .signature || piece.slot == .byline
      previousSlot = index > 0 ? pieces[index - 1].slot : nil
      let afterCut = index > 0 && pieces[index - 1].slot != .signature && ties.isCut[index - 1]
      switches = Reassembly.switchCost + (afterCut ? Reassembly.cutSwitchCost : 0)
      adjacent = candidates.firstIndex { $0.fixed.last == piece.block - 1 }
      kin = candidates.map { ties.kinship(of: index, with: $0) }
    }
  }

  /// Sets, for each candidate, what giving it a piece costs in division `number`.
  private func setCosts(
    _ costs: inout [Float], of turn: Turn, after beam: Beam, _ number: Int, _ candidates: [Candidate]
  ) {
    let owners = beam.owners(of: number, upTo: turn.index)
    let previous = owners.last.map(Int.init)
    let opens = turn.evidence.contains(.opening)
    var emptyBefore: Float = 0  // candidates passed that have nothing yet
    for candidate in candidates.indices {
      let share = beam.share(of: candidate, in: number)
      var cost: Float = share.closed ? 6 : 0
      // A signature belongs to the text above it, a byline to the text below.
      if turn.previousSlot == .byline, previous != candidate { cost += 3 }
      if turn.isName {
        if turn.slot == .signature, let previous, previous != candidate { cost += 6 }
        if share.attributed { cost += 2.5 }
      } else {
        if share.last < 0 {
          cost += (opens ? 0 : 1) + 0.4 * emptyBefore
          if candidates[candidate].titles.isEmpty { cost += 4 }
          emptyBefore += 1
        } else {
          if opens { cost += 7 }
          cost -= ties.fit(Int(share.last), turn.index)
        }
        if let previous, previous != candidate { cost += turn.switches }
        // What stands right behind an article's last piece goes on with it rather than with one further up.
        if let adjacent = turn.adjacent, adjacent != candidate { cost += Self.adjacencyCost }
        // A story that stands in order has nothing above its own beginning.
        if let first = candidates[candidate].fixed.first, turn.block < first { cost += Self.backwardsCost }
        cost -= Self.kinshipWeight * turn.kin[candidate]
        if turn.slot == .closing, share.attributed, !turn.evidence.contains(.jump) { cost += 2 }
      }
      costs[candidate] = cost
    }
    if !turn.isName { addClosest(&costs, of: turn.index, owners) }
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
      if ties.names[index] { share.attributed = true }
    }
  }

  private func endCost(_ beam: Beam, _ number: Int, _ candidates: [Candidate]) -> Float {
    var cost: Float = 0
    for index in candidates.indices {
      let share = beam.share(of: index, in: number)
      if share.last < 0 {
        cost += candidates[index].titles.isEmpty ? 0 : 6
      } else if !share.closed, ties.isCut[Int(share.last)] {
        cost += 2.5
      }
    }
    return cost
  }
}
