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

  /// The best owner of each piece, and what that division costs.
  ///
  /// - Complexity: O(pieces² × text + pieces × candidates × beam).
  func share(_ pieces: [Piece], among candidates: [Candidate], _ cohesion: inout Cohesion) -> (
    owners: [Int], cost: Float
  ) {
    let kinship = kinship(of: pieces, with: candidates, &cohesion)
    var hypotheses = [
      Hypothesis(
        cost: 0, last: candidates.map { $0.fixed.last ?? -1 }, closed: candidates.map { _ in false },
        attributed: candidates.map(\.attributed), owner: [])
    ]
    for index in pieces.indices {
      var next: [Hypothesis] = []
      for hypothesis in hypotheses {
        for candidate in candidates.indices {
          next.append(extended(hypothesis, by: index, of: pieces, to: candidate, candidates, kinship))
        }
      }
      next.sort { $0.cost < $1.cost }
      hypotheses = Array(next.prefix(Self.beam))
    }
    let best = hypotheses.map { ($0, $0.cost + endCost($0, candidates)) }.min { $0.1 < $1.1 }
    return (best?.0.owner ?? [], best?.1 ?? 0)
  }

  /// How much wording pieces share with headings and with each other: by piece, first candidates, then pieces.
  private func kinship(of pieces: [Piece], with candidates: [Candidate], _ cohesion: inout Cohesion) -> [[Float]] {
    pieces.indices.map { index in
      let text = list.text(pieces[index].block)
      var row: [Float] = candidates.map { candidate in
        var best: Float = 0
        for title in candidate.titles { best = max(best, cohesion.share(of: list.text(title), in: [text])) }
        for block in candidate.fixed.suffix(3) { best = max(best, 0.8 * mutual(text, list.text(block), &cohesion)) }
        return best
      }
      for other in pieces[..<index] { row.append(mutual(text, list.text(other.block), &cohesion)) }
      return row
    }
  }

  private func mutual(_ a: ArraySlice<UInt32>, _ b: ArraySlice<UInt32>, _ cohesion: inout Cohesion) -> Float {
    a.count < b.count ? cohesion.share(of: a, in: [b]) : cohesion.share(of: b, in: [a])
  }

  private func extended(
    _ before: Hypothesis, by index: Int, of pieces: [Piece], to candidate: Int, _ candidates: [Candidate],
    _ kinship: [[Float]]
  ) -> Hypothesis {
    var after = before
    let piece = pieces[index]
    let reading = readings[piece.block]
    let evidence = reading.evidence
    let previous = before.owner.last
    var cost: Float = before.closed[candidate] ? 6 : 0
    if piece.slot == .signature || piece.slot == .byline {
      if let previous, previous != candidate { cost += 6 }
      if before.attributed[candidate] { cost += 2.5 }
      after.closed[candidate] = piece.slot == .signature
      after.attributed[candidate] = true
    } else {
      let last = before.last[candidate]
      let opens = evidence.contains(.opening)
      if last < 0 {
        cost += opens ? 0 : 1
        if candidates[candidate].titles.isEmpty { cost += 4 }
        for other in candidates.indices where other < candidate && before.last[other] < 0 { cost += 0.4 }
      } else {
        if opens { cost += 7 }
        if readings[last].isCut(list.text(last)) {
          cost += evidence.contains(.beginsInMidSentence) ? -1 : evidence.contains(.sentenceOpener) ? 2 : 0
        } else if evidence.contains(.beginsInMidSentence) {
          cost += 4
        }
      }
      if let previous, previous != candidate {
        cost += Self.switchCost
        let before = pieces[index - 1]
        if before.slot != .signature, readings[before.block].isCut(list.text(before.block)) {
          cost += Self.cutSwitchCost
        }
      }
      var kin = kinship[index][candidate]
      var closest: Float = 0
      for (other, owner) in before.owner.enumerated() where owner == candidate {
        closest = max(closest, kinship[index][candidates.count + other])
      }
      kin += closest
      cost -= Self.kinshipWeight * kin
      after.last[candidate] = piece.block
      if piece.slot == .closing {
        if before.attributed[candidate], !reading.evidence.contains(.jump) { cost += 2 }
        after.closed[candidate] = true
        after.attributed[candidate] = true
      }
      if opens, !reading.byline.credits.isEmpty { after.attributed[candidate] = true }
    }
    after.cost += cost
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
