extension Story {
  /// The stories of a page with each line that tells where a story goes on, （下转第三版）, in the story that it stands behind:
  /// above a heading it looks like a kicker, but no story begins with where it goes on.
  ///
  /// - Complexity: O(blocks).
  static func returningJumps(_ stories: [Story], _ list: BlockList, _ readings: [Reading]) -> [Story] {
    var owners = [Int?](repeating: nil, count: list.blocks.count)
    for (number, story) in stories.enumerated() { for member in story.members { owners[member.block] = number } }
    var stories = stories
    for number in stories.indices {
      guard let first = stories[number].members.first?.block, first > 0, readings[first].evidence.contains(.jump),
        let owner = owners[first - 1], owner != number, !stories[owner].isFurniture,
        JumpLine(list.text(first).string)?.direction == .onward
      else { continue }
      stories[number].members.removeFirst()
      let place = stories[owner].members.firstIndex { $0.block > first } ?? stories[owner].members.count
      stories[owner].members.insert(Member(block: first, role: .aside), at: place)
    }
    return stories.filter { !$0.members.isEmpty }
  }
}
