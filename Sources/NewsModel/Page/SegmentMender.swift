/// Mends segments where the page's order misleads: headings stacked above several bodies, bodies whose pieces alternate,
/// the rest of a cut story further down.
///
/// Its sign is a body without a heading. Around each such body the stretch of the page that its heading or beginning may
/// stand in is taken apart and shared out anew (`Reassembly`).
struct SegmentMender {
  let list: BlockList
  let readings: [Reading]

  /// How many segments back a heading or a cut story is looked for.
  private static let reach = 5
  /// How many lines of heading and pieces of text are shared out at the most; beyond, the page is left as it is.
  private static let mostTitles = 6
  private static let mostPieces = 40

  /// The segments of a page, mended.
  ///
  /// - Complexity: O(scalars) on pages whose bodies all have headings; bounded work for each body that has none.
  func mend(_ segments: [Segment], _ cohesion: Cohesion) -> [Segment] {
    var result: [Segment] = []
    var index = 0
    while index < segments.count {
      guard isHeadless(segments[index]) else {
        result.append(segments[index])
        index += 1
        continue
      }
      var end = index + 1
      while end < segments.count, isHeadless(segments[end]) { end += 1 }
      let start = beginning(of: result)
      let window = Array(result[start...]) + segments[index..<end]
      if let mended = reassemble(window, cohesion) {
        result.replaceSubrange(start..., with: mended)
      } else {
        result += segments[index..<end]
      }
      index = end
    }
    return result
  }

  /// A body without a heading that should have one.
  private func isHeadless(_ segment: Segment) -> Bool {
    !segment.isTitled && segment.has(.bodies) && !segment.has([.label, .item, .photoCaption])
      && !segment.bodies.contains { readings[$0].evidence.contains(.continuation) }
      && !(segment.bodies.first.flatMap { list.text($0).first }.map { $0 == 0x3010 || Block.markers.contains($0) }
        ?? false)
  }

  /// Where the stretch begins that headless bodies may come from: the last heading with lines to spare, or the first
  /// story in reach that was cut.
  private func beginning(of segments: [Segment]) -> Int {
    let floor = max(0, segments.count - Self.reach)
    var start = segments.count
    var hasPassedStory = false  // stacked headings are those of the stories right below them
    for index in stride(from: segments.count - 1, through: floor, by: -1) {
      if isOpenEnded(segments[index]) { start = index }
      if !hasPassedStory, isStacked(segments[index]) {
        start = index
        if index > floor, isOpenEnded(segments[index - 1]) { start = index - 1 }
        if index > floor + 1, isOpenEnded(segments[index - 2]) { start = index - 2 }
        break
      }
      if segments[index].isTitled, takesPart(segments[index]) { hasPassedStory = true }
    }
    // The story right above may simply go on.
    if start == segments.count, let last = segments.last, takesPart(last) { start -= 1 }
    return start
  }

  private func isStacked(_ segment: Segment) -> Bool {
    guard segment.blocks([.title]).count >= 2, !segment.has([.label]) else { return false }
    let lines = spareTitles(segment)
    return zip(lines, lines.dropFirst()).contains { !belongTogether($0, $1) }
  }

  /// The lines of a heading that could head articles of their own.
  private func spareTitles(_ segment: Segment) -> [Int] {
    TitleGroup(segment.blocks([.title]), list, readings).lines.filter { $0.role != .section }.map(\.block)
  }

  private func isOpenEnded(_ segment: Segment) -> Bool {
    guard let last = segment.bodies.last, !segment.has([.signature, .closing]) else { return false }
    return readings[last].isCut(list.text(last))
  }

  // MARK: Taking a stretch apart

  private func reassemble(_ window: [Segment], _ cohesion: Cohesion) -> [Segment]? {
    let untouched = window.filter { !takesPart($0) }
    let parts = window.filter { takesPart($0) }
    let headless = parts.filter { isHeadless($0) }
    guard parts.count > headless.count || headless.count > 1 else { return nil }
    let stacked = parts.first { isStacked($0) }
    let titles = stacked.map { spareTitles($0) } ?? []
    guard titles.count <= Self.mostTitles else { return nil }
    // Stories before the stack keep what they have and may get the rest of a cut sentence.
    let whole = parts.filter { !isHeadless($0) && !isStacked($0) }
    let loose = parts.filter { isHeadless($0) || isStacked($0) }
    let pieces = loose.flatMap { looseEnds(of: $0) }
    guard pieces.count <= Self.mostPieces, !pieces.isEmpty else { return nil }
    let known = whole.map { segment in
      Reassembly.Candidate(
        titles: segment.blocks([.title, .tailTitle]), fixed: segment.bodies,
        attributed: segment.has([.byline]) || segment.bodies.contains { readings[$0].opening != nil })
    }
    let engine = Reassembly(
      list: list, readings: readings, pieces: pieces, titles: titles + known.flatMap(\.titles),
      fixed: known.flatMap { $0.fixed.suffix(3) }, cohesion)
    var best: (groups: [[Int]], owners: [Int], cost: Float)?
    let stories = loose.reduce(0) { $0 + $1.members.filter { isStory($0) }.count }
    for groups in Self.partitions(titles, into: 1...max(1, headless.count + stories + 1)) {
      let headed = groups.map { Reassembly.Candidate(titles: $0, fixed: [], attributed: false) }
      let unheaded = (0..<max(0, headless.count + (stacked == nil ? 0 : 1) - groups.count)).map { _ in
        Reassembly.Candidate(titles: [], fixed: [], attributed: false)
      }
      let found = engine.share(pieces, among: known + headed + unheaded)
      let cost = found.cost + groupCost(groups)
      if cost < best?.cost ?? .infinity { best = (groups, found.owners, cost) }
    }
    guard let best else { return nil }
    return sorted(rebuild(whole, best.groups, loose, pieces, best.owners) + untouched)
  }

  /// Furniture, pictures, sidebars and items stay as they are.
  private func takesPart(_ segment: Segment) -> Bool {
    segment.has(.bodies) && !segment.has([.label, .photoCaption, .furniture])
  }

  /// What a division of stacked lines into headings costs: a line that could stand alone is rarely a second line, and
  /// a line that goes on with the one above is never another heading.
  private func groupCost(_ groups: [[Int]]) -> Float {
    var cost: Float = 0
    for (number, group) in groups.enumerated() {
      for (above, below) in zip(group, group.dropFirst()) { cost += belongTogether(above, below) ? 0.2 : 1.6 }
      if number > 0, let above = groups[number - 1].last, let below = group.first, belongTogether(above, below) {
        cost += 2
      }
    }
    return cost
  }

  private func belongTogether(_ above: Int, _ below: Int) -> Bool {
    if readings[below].evidence.contains(.dash) || readings[above].evidence.contains(.placeAlone) { return true }
    let lines = TitleGroup([above, below], list, readings).lines
    return lines[0].role == lines[1].role
  }

  /// What of a segment is shared out: pieces of body, bylines and signatures.
  private func looseEnds(of segment: Segment) -> [Reassembly.Piece] {
    segment.members.filter { [.body, .closing, .byline, .signature].contains($0.slot) || isStory($0) }.map {
      Reassembly.Piece(block: $0.block, slot: isStory($0) ? .closing : $0.slot)
    }
  }

  /// A whole signed text that only the halves of a sentence around it made a caption.
  private func isStory(_ member: Segment.Member) -> Bool {
    member.slot == .caption && readings[member.block].length > 46
      && readings[member.block].evidence.contains(.inlineSignature)
      && readings[member.block].evidence.isDisjoint(with: [.inlineCredit, .dayFirst, .captionWords])
  }

  /// The ways to cut a row of lines into groups, in order.
  private static func partitions(_ lines: [Int], into counts: ClosedRange<Int>) -> [[[Int]]] {
    guard lines.count > 1 else { return [lines.isEmpty ? [] : [lines]] }
    var result: [[[Int]]] = []
    for cuts in 0..<(1 << (lines.count - 1)) where counts.contains(cuts.nonzeroBitCount + 1) {
      var groups: [[Int]] = [[lines[0]]]
      for index in 1..<lines.count {
        if cuts & (1 << (index - 1)) != 0 {
          groups.append([lines[index]])
        } else {
          groups[groups.count - 1].append(lines[index])
        }
      }
      result.append(groups)
    }
    return result
  }

  /// Segments made of the new division; what was set in between goes with the piece before it.
  private func rebuild(
    _ whole: [Segment], _ groups: [[Int]], _ loose: [Segment], _ pieces: [Reassembly.Piece], _ owners: [Int]
  ) -> [Segment] {
    var made = whole
    for group in groups { made.append(Segment(members: group.map { Segment.Member(block: $0, slot: .title) })) }
    let most = (owners.max() ?? 0) + 1
    while made.count < most { made.append(Segment()) }
    var owner: [Int: Int] = [:]
    for (piece, index) in zip(pieces, owners) { owner[piece.block] = index }
    let spare = Set(groups.joined())
    var current = whole.count < made.count ? whole.count : 0
    for segment in loose {
      if let first = segment.members.first(where: { owner[$0.block] != nil }), let index = owner[first.block] {
        current = index
      }
      for (place, member) in segment.members.enumerated() where !spare.contains(member.block) {
        if let index = owner[member.block] { current = index }
        var target = current
        if member.slot == .section || member.slot == .title {
          target = whole.count < made.count ? whole.count : current
        }
        if member.slot == .subhead, let next = segment.members[place...].first(where: { owner[$0.block] != nil }),
          let index = owner[next.block]
        {
          target = index
        }
        made[target].members.append(
          isStory(member) ? Segment.Member(block: member.block, slot: .closing) : member)
      }
    }
    return made.filter { !$0.members.isEmpty }.map { Segment(members: $0.members.sorted { $0.block < $1.block }) }
  }

  private func sorted(_ segments: [Segment]) -> [Segment] {
    segments.sorted { ($0.members.first?.block ?? 0) < ($1.members.first?.block ?? 0) }
  }
}
