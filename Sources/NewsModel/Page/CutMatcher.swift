/// Finds the other halves of cut sentences that stand in another article's stretch, or behind a caption.
///
/// Columns set side by side, items of a block, boxes set into a story: OCR reads the first half of a sentence, another
/// text, then the second half. The path through the page gives that half to the text it stands behind. Here each piece
/// that stands badly where it is may go where a sentence waits for it, when both stretches read better for it.
struct CutMatcher {
  let list: BlockList
  let readings: [Reading]
  let fit: CutFit

  init(list: BlockList, readings: [Reading]) {
    self.list = list
    self.readings = readings
    fit = CutFit(list: list, readings: readings)
  }

  /// How many articles away a sentence may wait, and how many blocks before its other half.
  private static let reach = 8
  private static let blocks = 80
  /// How many pieces may leave one article; where more would, the page's order tells nothing.
  private static let mostMoves = 20
  /// How much better the page must read for a piece to move.
  private static let leastGain: Float = 1.5
  private static let leastGainOfSettled: Float = 4
  private static let leastGainOfCaption: Float = 1
  /// What it costs to take the text right below a heading away: OCR loses beginnings, too.
  private static let headingHolds: Float = 2.5
  /// What an article without a heading or a beginning costs, or one that is signed twice.
  private static let oddityCost: Float = 1.5
  /// What a full share of wording with an article is worth.
  private static let kinshipWeight: Float = 4

  /// The segments of a page with displaced pieces put back, and captions in mid-sentence told from paragraphs.
  ///
  /// - Complexity: O(pieces × reach × log pieces), each look at the 300 scalars on either side of a cut at the most.
  func match(_ segments: [Segment], _ cohesion: inout Cohesion) -> [Segment] {
    var segments = segments
    // Which segments a sentence may wait in: most have none, and every piece asks several of them.
    var mayWait = segments.map { hasCut($0) }
    for index in segments.indices where !segments[index].isFurniture {
      markCaptions(&segments[index])
      var place = 0
      var moves = 0
      while place < segments[index].members.count {
        if moves < Self.mostMoves, let move = bestMove(of: place, in: index, segments, mayWait, &cohesion) {
          apply(move, to: &segments)
          mayWait[move.from] = hasCut(segments[move.from])
          mayWait[move.to] = hasCut(segments[move.to])
          moves += 1
        } else {
          place += 1
        }
      }
    }
    return segments.filter { !$0.members.isEmpty }
  }

  // MARK: Captions in mid-sentence

  /// A short whole sentence between the halves of another is a caption.
  private func markCaptions(_ segment: inout Segment) {
    let bodies = bodyPlaces(segment)
    guard bodies.count >= 3 else { return }
    for (before, (place, after)) in zip(bodies, zip(bodies.dropFirst(), bodies.dropFirst(2))) {
      let (last, block, next) = (
        segment.members[before].block, segment.members[place].block, segment.members[after].block
      )
      guard segment.members[place].slot == .body, segment.members[before].slot == .body,
        readings[last].isCut(list.text(last)), let caption = captionFit(block)
      else { continue }
      let asBody = fit.follows(last, block) + fit.follows(block, next)
      let asCaption = caption + fit.goesOn(last, next)
      if asCaption > asBody + Self.leastGainOfCaption { segment.members[place].slot = .caption }
    }
  }

  /// How much a block looks like a caption; `nil` where it cannot be one.
  private func captionFit(_ block: Int) -> Float? {
    let reading = readings[block]
    if list.text(block).isPullQuote { return 0 }
    guard (6...90).contains(reading.length), !reading.evidence.isDisjoint(with: [.endsSentence, .inlineCredit]),
      reading.evidence.isDisjoint(with: [.opening, .beginsInMidSentence, .item, .question, .tableRow, .inlineSignature])
    else { return nil }
    var score: Float = -2
    if !reading.evidence.isDisjoint(with: [.captionWords, .dayFirst]) { score += 1 }
    if reading.evidence.contains(.inlineCredit) { score += 3 }
    if reading.evidence.contains(.holdsSentence) { score -= 1 }
    if list.text(block).prefix(5).dropFirst(2).contains(0x5728) || list.text(block).prefix(6).contains(0x628A) {
      score += 0.7  // 张三在…… , 张三把……
    }
    return score
  }

  // MARK: Displaced pieces

  /// A run of members that goes from one segment to another, behind the piece `after` there.
  private struct Move {
    let from: Int
    let members: Range<Int>
    let to: Int
  }

  private func bodyPlaces(_ segment: Segment) -> [Int] {
    segment.members.indices.filter { segment.members[$0].slot.isBody }
  }

  /// The best other home of the piece at `place`, with what hangs on it; `nil` where it stands well.
  private func bestMove(
    of place: Int, in index: Int, _ segments: [Segment], _ mayWait: [Bool], _ cohesion: inout Cohesion
  ) -> Move? {
    guard isMovable(segments[index].members[place]) else { return nil }
    let block = segments[index].members[place].block
    var stand: Stand?
    var best: (move: Move, gain: Float)?
    for to in max(0, index - Self.reach)...min(segments.count - 1, index + Self.reach) where to != index && mayWait[to]
    {
      guard let waiting = waiting(in: segments[to], for: block) else { continue }
      let here = stand ?? self.stand(of: place, in: segments[index])
      stand = here
      if here.before == nil, here.rest == nil, here.isTitled { continue }  // a heading keeps its text
      var gain =
        fit.goesOn(waiting.last, block) - here.stays
        - (waiting.next.map { fit.follows(waiting.last, $0) } ?? CutFit.dangling)
      if let next = waiting.next { gain += fit.follows(here.end, next) }
      if let rest = here.rest {
        gain += fit.follows(here.before, rest) - fit.follows(here.end, rest)
      } else if readings[here.end].isCut(list.text(here.end)) {
        gain -= CutFit.dangling
      }
      gain -= 0.15 * Float(abs(index - to))
      if here.before == nil, here.isTitled, !here.isEarly { gain -= Self.headingHolds }
      if here.isHeadless && here.rest == nil || here.isSecond || here.isEarly { gain += Self.oddityCost }
      let least = best?.gain ?? (here.isStray ? Self.leastGain : Self.leastGainOfSettled)
      guard gain > least - Self.kinshipWeight / 4 else { continue }  // no kinship makes up for more
      gain += kinship(block, with: segments[to], against: segments[index], &cohesion)
      if gain > least { best = (Move(from: index, members: here.members, to: to), gain) }
    }
    return best?.move
  }

  /// How a piece stands in its article.
  private struct Stand {
    /// The members that would leave with the piece, and the last piece of body among them.
    let members: Range<Int>
    let end: Int
    /// The pieces of body before and behind those members.
    let before: Int?
    let rest: Int?
    /// How well the piece follows what stands before it.
    let stays: Float
    let isTitled: Bool
    /// Whether it begins a text without a heading or a beginning, which is hardly an article.
    let isHeadless: Bool
    /// Whether it signs an article that has named its authors.
    let isSecond: Bool
    /// Whether the article's report opens only behind it.
    let isEarly: Bool
    /// Whether anything speaks against its standing there.
    let isStray: Bool
  }

  private func stand(of place: Int, in segment: Segment) -> Stand {
    let member = segment.members[place]
    let before = segment.members[..<place].last {
      $0.slot.isBody || !member.slot.isBody && $0.slot == member.slot
    }
    let stays = fit.follows(before?.block, member.block)
    let isHeadless = before == nil && !segment.isTitled && member.slot.isBody && !segment.has([.label])
    let isSecond = signsTwice(segment, at: place)
    let opening = opening(in: segment, behind: place)
    let gone = opening.map { place..<$0 } ?? run(in: segment, from: place)
    return Stand(
      members: gone, end: segment.members[gone].last { $0.slot.isBody }?.block ?? member.block, before: before?.block,
      rest: segment.members[gone.upperBound...].first { $0.slot.isBody }?.block, stays: stays,
      isTitled: segment.isTitled, isHeadless: isHeadless, isSecond: isSecond, isEarly: opening != nil,
      isStray: stays < -1 || isHeadless || opening != nil || isSecond || isOver(segment, before: place))
  }

  /// Whether the members before `place` end an article: a signature stands between its last piece and this one.
  private func isOver(_ segment: Segment, before place: Int) -> Bool {
    guard let last = segment.members[..<place].last else { return false }
    return last.slot == .signature || last.slot == .closing
  }

  /// Where the report that the piece at `place` stands in opens, if it opens only behind it.
  private func opening(in segment: Segment, behind place: Int) -> Int? {
    segment.members[(place + 1)...].prefix(8).firstIndex {
      $0.slot.isBody && readings[$0.block].opening.map { !$0.dateline.isEmpty } == true
    }
  }

  /// Whether the piece at `place` signs an article that named its authors at its beginning.
  private func signsTwice(_ segment: Segment, at place: Int) -> Bool {
    let member = segment.members[place]
    guard member.slot.isBody, readings[member.block].evidence.contains(.inlineSignature) else { return false }
    return segment.members[..<place].prefix(12).contains {
      $0.slot == .byline || readings[$0.block].opening != nil && !readings[$0.block].byline.credits.isEmpty
    }
  }

  /// A piece of text that opens no report; a caption only where nothing but its place made it one.
  private func isMovable(_ member: Segment.Member) -> Bool {
    let evidence = readings[member.block].evidence
    switch member.slot {
    case .body, .closing: return !evidence.contains(.debris) && readings[member.block].opening == nil
    case .caption, .photoCaption:
      return evidence.isDisjoint(with: [.debris, .inlineCredit, .captionWords, .dayFirst])
        && readings[member.block].opening == nil
    default: return false
    }
  }

  /// Whether a piece of text in the segment ends in mid-sentence, so that another may go on with it.
  private func hasCut(_ segment: Segment) -> Bool { segment.members.contains { isWaiting($0) } }

  /// Whether a member is a piece of text that ends in mid-sentence.
  private func isWaiting(_ member: Segment.Member) -> Bool {
    (member.slot == .body || member.slot == .item) && readings[member.block].isCut(list.text(member.block))
      && list.text(member.block).last.map({ !CharacterClass.of($0).isDisjoint(with: [.han, .digit, .comma]) }) == true
  }

  /// The cut sentence of an article that may wait for `block`: its last piece before the block, with the piece that
  /// follows it now.
  private func waiting(in segment: Segment, for block: Int) -> (last: Int, next: Int?)? {
    let members = segment.members
    var (low, high) = (0, members.count)  // the first member behind the block
    while low < high {
      let middle = (low + high) / 2
      if members[middle].block < block { low = middle + 1 } else { high = middle }
    }
    guard let last = members[..<low].last(where: { $0.slot.isBody || $0.slot == .signature }),
      block - last.block <= Self.blocks, isWaiting(last)
    else { return nil }
    return (last.block, members[low...].first { $0.slot.isBody }?.block)
  }

  /// The members that go with the piece at `place`: what goes on with its sentence, and a signature right behind it.
  private func run(in segment: Segment, from place: Int) -> Range<Int> {
    var end = place + 1
    var last = segment.members[place].block
    while end < segment.members.count {
      let next = segment.members[end]
      if next.slot == .body || next.slot == .closing, readings[last].isCut(list.text(last)),
        fit.goesOn(last, next.block) > 0
      {
        last = next.block
      } else if next.slot != .signature {
        break
      }
      end += 1
    }
    return place..<end
  }

  /// How much more wording `block` shares with its neighbours in one segment than with those in another, weighted.
  private func kinship(_ block: Int, with host: Segment, against guest: Segment, _ cohesion: inout Cohesion) -> Float {
    let text = list.blocks[block].text
    let shared =
      cohesion.share(of: text, in: neighbours(of: block, in: host))
      - cohesion.share(of: text, in: neighbours(of: block, in: guest))
    return Self.kinshipWeight * max(-0.25, min(0.25, shared))
  }

  /// The texts of a segment around where `block` stands or would stand, its heading among them.
  private func neighbours(of block: Int, in segment: Segment) -> [Range<Int>] {
    let near = segment.members.filter { abs($0.block - block) <= 24 && $0.block != block }
    return (segment.members.prefix(3).filter { block - $0.block > 24 } + near).map {
      list.blocks[$0.block].text.suffix(400)
    }
  }

  private func apply(_ move: Move, to segments: inout [Segment]) {
    let members = segments[move.from].members[move.members].map { member in
      [.caption, .photoCaption].contains(member.slot) ? Segment.Member(block: member.block, slot: .body) : member
    }
    segments[move.from].members.removeSubrange(move.members)
    let first = members.first?.block ?? 0
    let at = segments[move.to].members.firstIndex { $0.block > first } ?? segments[move.to].members.count
    segments[move.to].members.insert(contentsOf: members, at: at)
  }
}

extension ArraySlice<UInt32> {
  /// Whether the text is a quotation and nothing else, perhaps with the speaker behind a dash: set apart in large type.
  var isPullQuote: Bool {
    guard (6...60).contains(count), let first, first == 0x201C || first == 0x300C,
      let close = firstIndex(where: { $0 == 0x201D || $0 == 0x300D })
    else { return false }
    let rest = self[(close + 1)...].trimmed
    return rest.isEmpty || rest.count <= 16 && (rest.first == 0x2014 || rest.first == 0x2500)
  }
}
