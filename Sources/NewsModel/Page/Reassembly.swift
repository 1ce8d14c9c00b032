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
  private let kinship: Kinship
  /// How well each loose piece follows each other piece (`CutFit`), by the two blocks.
  private let fits: [FitKey: Float]

  private struct FitKey: Hashable {
    let last: Int
    let next: Int
  }

  /// An engine that shares out `pieces` among candidates made of `others`: lines of headings and pieces that are not
  /// loose.
  ///
  /// - Complexity: O(text + pieces × (pieces + others) × bigrams).
  init(list: BlockList, readings: [Reading], pieces: [Piece], others: [Int], _ cohesion: Cohesion) {
    self.list = list
    self.readings = readings
    kinship = Kinship(of: pieces.map(\.block), with: others, list, cohesion)
    let fit = CutFit(list: list, readings: readings)
    var fits: [FitKey: Float] = [:]
    for piece in pieces {
      for last in others + pieces.map(\.block) where last != piece.block {
        fits[FitKey(last: last, next: piece.block)] = fit.follows(last, piece.block)
      }
    }
    self.fits = fits
  }

  private struct Hypothesis {
    var cost: Float
    /// For each candidate its last piece of body (block number); -1 before the first.
    var last: [Int]
    var closed: [Bool]
    var attributed: [Bool]
    /// For each piece so far its candidate.
    var owner: [Int]
  }

  /// What a full share of wording is worth; what going over to another article costs, and doing so after a cut.
  private static let kinshipWeight: Float = 8
  private static let switchCost: Float = 0.3
  private static let cutSwitchCost: Float = 0.2
  private static let beam = 48

  /// The best owner of each of `pieces`, those that the engine was made for, and what that division costs.
  ///
  /// - Complexity: O(pieces × candidates × beam).
  func share(_ pieces: [Piece], among candidates: [Candidate]) -> (owners: [Int], cost: Float) {
    var hypotheses = [
      Hypothesis(
        cost: 0, last: candidates.map { $0.fixed.last ?? -1 }, closed: candidates.map { _ in false },
        attributed: candidates.map(\.attributed), owner: [])
    ]
    for index in pieces.indices {
      let kin = candidates.map { kinship(of: pieces[index].block, with: $0) }
      var next: [(cost: Float, from: Int, candidate: Int)] = []
      next.reserveCapacity(hypotheses.count * candidates.count)
      for (number, hypothesis) in hypotheses.enumerated() {
        for candidate in candidates.indices {
          let cost = cost(of: index, of: pieces, to: candidate, after: hypothesis, candidates, kin)
          next.append((hypothesis.cost + cost, number, candidate))
        }
      }
      next.sort { $0.cost < $1.cost }
      hypotheses = next.prefix(Self.beam).map {
        extended(hypotheses[$0.from], by: pieces[index], to: $0.candidate, cost: $0.cost)
      }
    }
    let best = hypotheses.map { ($0, $0.cost + endCost($0, candidates)) }.min { $0.1 < $1.1 }
    return (best?.0.owner ?? [], best?.1 ?? 0)
  }

  /// What a division of `pieces` costs: the candidate of each is given.
  ///
  /// - Complexity: O(pieces²).
  func cost(of owners: [Int], for pieces: [Piece], among candidates: [Candidate]) -> Float {
    var hypothesis = Hypothesis(
      cost: 0, last: candidates.map { $0.fixed.last ?? -1 }, closed: candidates.map { _ in false },
      attributed: candidates.map(\.attributed), owner: [])
    for (index, owner) in zip(pieces.indices, owners) {
      let kin = candidates.map { kinship(of: pieces[index].block, with: $0) }
      let cost = hypothesis.cost + cost(of: index, of: pieces, to: owner, after: hypothesis, candidates, kin)
      hypothesis = extended(hypothesis, by: pieces[index], to: owner, cost: cost)
    }
    return hypothesis.cost + endCost(hypothesis, candidates)
  }

  /// How much wording a piece shares with what is known of a candidate.
  private func kinship(of block: Int, with candidate: Candidate) -> Float {
    var best: Float = 0
    for title in candidate.titles { best = max(best, kinship.ofTitle(title, block)) }
    for fixed in candidate.fixed.suffix(3) { best = max(best, 0.8 * kinship.mutual(block, fixed)) }
    return best
  }

  /// What giving piece `index` to `candidate` costs.
  private func cost(
    of index: Int, of pieces: [Piece], to candidate: Int, after before: Hypothesis, _ candidates: [Candidate],
    _ kin: [Float]
  ) -> Float {
    let piece = pieces[index]
    let reading = readings[piece.block]
    let evidence = reading.evidence
    let previous = before.owner.last
    var cost: Float = before.closed[candidate] ? 6 : 0
    // A signature belongs to the text above it, a byline to the text below.
    if index > 0, pieces[index - 1].slot == .byline, previous != candidate { cost += 3 }
    if piece.slot == .signature || piece.slot == .byline {
      if piece.slot == .signature, let previous, previous != candidate { cost += 6 }
      if before.attributed[candidate] { cost += 2.5 }
      return cost
    }
    let last = before.last[candidate]
    let opens = evidence.contains(.opening)
    if last < 0 {
      cost += opens ? 0 : 1
      if candidates[candidate].titles.isEmpty { cost += 4 }
      for other in candidates.indices where other < candidate && before.last[other] < 0 { cost += 0.4 }
    } else {
      if opens { cost += 7 }
      cost -= fits[FitKey(last: last, next: piece.block)] ?? 0
    }
    if let previous, previous != candidate {
      cost += Self.switchCost
      let before = pieces[index - 1]
      if before.slot != .signature, readings[before.block].isCut(list.text(before.block)) {
        cost += Self.cutSwitchCost
      }
    }
    var closest: Float = 0
    for (other, owner) in before.owner.enumerated() where owner == candidate {
      closest = max(closest, kinship.mutual(piece.block, pieces[other].block))
    }
    cost -= Self.kinshipWeight * (kin[candidate] + closest)
    if piece.slot == .closing, before.attributed[candidate], !reading.evidence.contains(.jump) { cost += 2 }
    return cost
  }

  private func extended(_ before: Hypothesis, by piece: Piece, to candidate: Int, cost: Float) -> Hypothesis {
    var after = before
    let reading = readings[piece.block]
    switch piece.slot {
    case .signature, .byline:
      after.closed[candidate] = piece.slot == .signature
      after.attributed[candidate] = true
    default:
      after.last[candidate] = piece.block
      if piece.slot == .closing {
        after.closed[candidate] = true
        after.attributed[candidate] = true
      }
      if reading.opening != nil, !reading.byline.credits.isEmpty { after.attributed[candidate] = true }
    }
    after.cost = cost
    after.owner.append(candidate)
    return after
  }

  private func endCost(_ hypothesis: Hypothesis, _ candidates: [Candidate]) -> Float {
    var cost: Float = 0
    for (index, last) in hypothesis.last.enumerated() {
      if last < 0 {
        cost += candidates[index].titles.isEmpty ? 0 : 6
      } else if !hypothesis.closed[index], readings[last].isCut(list.text(last)) {
        cost += 2.5
      }
    }
    return cost
  }
}

/// How much wording some blocks share, each pair compared once.
private struct Kinship {
  private let numbers: [Int: Int]
  private let count: Int
  /// For each pair, the share of the first's wording in the second's, where it may be asked for.
  private var shares: [Float]
  private let lengths: [Int]

  init(of pieces: [Int], with others: [Int], _ list: BlockList, _ cohesion: Cohesion) {
    var blocks: [Int] = []
    var numbers: [Int: Int] = [:]
    for block in pieces + others where numbers[block] == nil {
      numbers[block] = blocks.count
      blocks.append(block)
    }
    let wordings = blocks.map { cohesion.wording(of: list.blocks[$0].text) }
    count = blocks.count
    lengths = blocks.map { list.blocks[$0].text.count }
    self.numbers = numbers
    shares = [Float](repeating: 0, count: count * count)
    for piece in 0..<min(pieces.count, count) {
      for other in blocks.indices where other != piece {
        shares[other * count + piece] = Cohesion.share(of: wordings[other], in: wordings[piece])
        shares[piece * count + other] = Cohesion.share(of: wordings[piece], in: wordings[other])
      }
    }
  }

  /// The share of a heading's wording in a piece.
  func ofTitle(_ title: Int, _ piece: Int) -> Float {
    guard let title = numbers[title], let piece = numbers[piece] else { return 0 }
    return shares[title * count + piece]
  }

  /// The share of the shorter text's wording in the longer.
  func mutual(_ a: Int, _ b: Int) -> Float {
    guard let a = numbers[a], let b = numbers[b] else { return 0 }
    return lengths[a] < lengths[b] ? shares[a * count + b] : shares[b * count + a]
  }
}
