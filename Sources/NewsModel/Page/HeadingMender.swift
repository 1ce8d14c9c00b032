/// Gives lines of heading to the stories that they speak of, where the page's path left a story without one.
struct HeadingMender {
  let list: BlockList
  let readings: [Reading]

  /// How much more of its wording a line of heading must share with the story before it than with its own: of a story
  /// that has a heading, and of one that has none.
  private static let leastLean: Float = 0.15
  private static let leastLeanOfHeadless: Float = 0.03

  /// The segments of a page with such lines in their places.
  ///
  /// - Complexity: O(scalars).
  func mend(_ segments: [Segment], _ cohesion: inout Cohesion) -> [Segment] {
    var result = segments
    for index in result.indices { headWithSection(&result[index]) }
    for index in result.indices.dropLast() where isHeadless(result[index]) {
      let lines = linesForTheStoryAbove(result[index + 1], result[index], &cohesion)
      guard !lines.isEmpty else { continue }
      result[index].members += lines.map { Segment.Member(block: $0, slot: .tailTitle) }
      result[index + 1].members.removeAll { lines.contains($0.block) }
    }
    return result.filter { !$0.members.isEmpty }
  }

  /// A deck needs a headline: what stands above it alone is one, though it looks like a column's name.
  private func headWithSection(_ segment: inout Segment) {
    guard let first = segment.members.firstIndex(where: { $0.slot == .title }), first > 0,
      segment.members[first - 1].slot == .section, segment.blocks([.title]).count == 1
    else { return }
    let deck = segment.members[first].block
    if TitleGroup.isDeck(list.text(deck), readings[deck], last: true) { segment.members[first - 1].slot = .title }
  }

  /// A story that should have a heading and has none, neither above nor below.
  private func isHeadless(_ segment: Segment) -> Bool {
    !segment.isTitled && segment.has(.bodies)
      && !segment.has([.label, .item, .photoCaption, .furniture, .section])
      && !segment.bodies.contains { !readings[$0].evidence.isDisjoint(with: [.continuation, .tableRow]) }
  }

  /// The first lines of a heading that speak of the text above them rather than of the text below.
  func linesForTheStoryAbove(_ next: Segment, _ segment: Segment, _ cohesion: inout Cohesion) -> [Int] {
    let heading = next.members.prefix { $0.slot == .title || $0.slot == .section }
    let lines = heading.map(\.block)
    guard lines.contains(where: { canHead($0) }), !next.has([.label, .item]) else { return [] }
    let below = next.bodies + next.blocks([.photoCaption])
    if below.isEmpty { return next.members.count == lines.count ? lines : [] }
    var best: (count: Int, lean: Float) = (0, segment.isTitled ? Self.leastLean : Self.leastLeanOfHeadless)
    let above = segment.bodies.suffix(12).map { list.blocks[$0].text }
    let own = below.prefix(12).map { list.blocks[$0].text }
    // A picture needs no heading of its own.
    for count in 1..<(!next.has(.bodies) ? lines.count + 1 : lines.count) {
      let first = list.blocks[lines[0]].text.lowerBound
      let text = first..<list.blocks[lines[count - 1]].text.upperBound
      guard readings[lines[count - 1]].length >= 7, heading[count - 1].slot == .title else { continue }
      let lean = cohesion.share(of: text, in: above) - cohesion.share(of: text, in: own)
      if lean > best.lean { best = (count, lean) }
    }
    return Array(lines.prefix(best.count))
  }

  /// Whether a line can head a story alone.
  func canHead(_ block: Int) -> Bool {
    readings[block].length >= 6
      && readings[block].evidence.isDisjoint(with: [.organisation, .sectionWord, .noticeTitle])
  }
}
