/// Parts two stories that were read as one because the heading of the second stands below its text.
///
/// Its sign is a heading too many: a line of heading at a story's end, or one above the next story's own. The text
/// before it is shared out anew between the two headings (`Reassembly`), and the division is kept when it reads clearly
/// better than what the page's order says.
struct Untangler {
  let list: BlockList
  let readings: [Reading]

  private var headings: HeadingMender { HeadingMender(list: list, readings: readings) }

  /// How much better, in the units of `Reassembly`, a division must be than the page's order.
  private static let leastGain: Float = 2
  private static let mostPieces = 40

  /// The segments of a page, those of two stories parted.
  ///
  /// - Complexity: O(scalars), and bounded work for each heading too many.
  func untangle(_ segments: [Segment], _ cohesion: inout Cohesion) -> [Segment] {
    var result = segments
    var index = 0
    while index < result.count {
      if let tangle = tangle(at: index, in: result, &cohesion), let parted = part(tangle, cohesion) {
        result.replaceSubrange(tangle.place, with: parted)
        index = tangle.place.lowerBound + parted.count
      } else {
        index += 1
      }
    }
    return result
  }

  /// Text under one heading, with another heading that some of it may belong to.
  private struct Tangle {
    /// The segments that it is made of.
    var place: Range<Int>
    /// All that is to be shared out, and what stands between.
    var members: [Segment.Member]
    /// The lines of the heading above.
    var titles: [Int]
    /// The lines of the heading below.
    var spare: [Int]
    /// What is left of the segment that the spare lines were taken from.
    var rest: [Segment.Member]
    /// How many of the pieces stand above a border that the page's path drew; `nil` where it drew none.
    var border: Int?
  }

  private func tangle(at index: Int, in segments: [Segment], _ cohesion: inout Cohesion) -> Tangle? {
    let segment = segments[index]
    guard takesPart(segment), segment.has(.bodies) else { return nil }
    let tail = segment.blocks([.tailTitle]).filter { headings.canHead($0) }
    let heading = segment.blocks([.title])
    guard !heading.contains(where: { readings[$0].evidence.contains(.noticeTitle) }) else { return nil }
    if !tail.isEmpty {
      guard heading.isEmpty else {
        return Tangle(place: index..<(index + 1), members: segment.members, titles: heading, spare: tail, rest: [])
      }
      guard index > 0 else { return nil }
      let above = segments[index - 1]
      guard takesPart(above), !above.has([.tailTitle]), above.has([.title]), above.has(.bodies)
      else { return nil }
      return Tangle(
        place: (index - 1)..<(index + 1), members: above.members + segment.members, titles: above.blocks([.title]),
        spare: tail, rest: [], border: above.members.count)
    }
    guard !heading.isEmpty, index + 1 < segments.count else { return nil }
    let next = segments[index + 1]
    let spare = headings.linesForTheStoryAbove(next, segment, &cohesion)
    guard !spare.isEmpty else { return nil }
    return Tangle(
      place: index..<(index + 2), members: segment.members + next.members.filter { spare.contains($0.block) },
      titles: heading, spare: spare, rest: next.members.filter { !spare.contains($0.block) })
  }

  private func takesPart(_ segment: Segment) -> Bool {
    !segment.has([.label, .item, .photoCaption, .furniture])
      && !segment.bodies.contains { !readings[$0].evidence.isDisjoint(with: [.tableRow, .question]) }
  }

  // MARK: Parting

  private func part(_ tangle: Tangle, _ cohesion: Cohesion) -> [Segment]? {
    let shared = tangle.members.filter { [.body, .closing, .byline, .signature].contains($0.slot) }
    guard shared.count >= 2, shared.count <= Self.mostPieces else { return nil }
    let pieces = shared.map { Reassembly.Piece(block: $0.block, slot: $0.slot) }
    let engine = Reassembly(
      list: list, readings: readings, pieces: pieces, titles: tangle.titles + tangle.spare, cohesion)
    let candidates = [tangle.titles, tangle.spare].map {
      Reassembly.Candidate(titles: $0, fixed: [], attributed: false)
    }
    let found = engine.share(pieces, among: candidates)
    if let title = tangle.titles.first, tangle.titles.count == 1, tangle.border != nil,
      TitleGroup.isColumn(list.text(title), readings[title])
    {
      let whole = engine.cost(of: pieces.map { _ in 0 }, for: pieces, among: [candidates[1]])
      if whole < found.cost { return [joined(tangle)] }
    }
    let border = tangle.border.map {
      tangle.members.prefix($0).filter { m in shared.contains { $0.block == m.block } }.count
    }
    let asRead = pieces.indices.map { $0 < border ?? pieces.count ? 0 : 1 }
    guard found.owners.contains(1), found.owners != asRead,
      engine.cost(of: asRead, for: pieces, among: candidates) > found.cost + Self.leastGain
    else { return nil }
    return rebuild(tangle, pieces, found.owners)
  }

  /// One story whose heading stands below it; what was taken for a heading above it names a column.
  private func joined(_ tangle: Tangle) -> Segment {
    Segment(
      members: tangle.members.map {
        tangle.titles.contains($0.block) ? Segment.Member(block: $0.block, slot: .section) : $0
      })
  }

  /// The two stories; what stands between pieces goes with the piece before it, a subhead with the one after it.
  private func rebuild(_ tangle: Tangle, _ pieces: [Reassembly.Piece], _ owners: [Int]) -> [Segment]? {
    var owner: [Int: Int] = [:]
    for (piece, number) in zip(pieces, owners) { owner[piece.block] = number }
    for line in tangle.spare { owner[line] = 1 }
    for line in tangle.titles { owner[line] = 0 }
    var made = [Segment(), Segment()]
    var current = 0
    for (place, member) in tangle.members.enumerated() {
      if let own = owner[member.block] {
        current = own
      } else if member.slot == .subhead,
        let next = tangle.members[place...].first(where: { owner[$0.block] != nil && !tangle.spare.contains($0.block) })
      {
        current = owner[next.block] ?? current
      }
      made[current].members.append(member)
    }
    if !tangle.rest.isEmpty { made.append(Segment(members: tangle.rest)) }
    return made.filter { !$0.members.isEmpty }
  }
}
