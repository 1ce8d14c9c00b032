/// The blocks of one article before they are set in order.
struct Story {
  /// A block and its role.
  struct Member {
    let block: Int
    var role: BlockRole
  }

  /// The members in page order.
  var members: [Member] = []

  /// The pieces that a path cuts a page into, in page order. Neighbouring lines of page furniture make one piece.
  static func cut(_ path: PagePath) -> [Story] {
    var stories: [Story] = []
    for (block, state) in path.states.enumerated() {
      let member = Member(block: block, role: state.role)
      let furnitureGoesOn = state.role == .furniture && stories.last?.isFurniture == true
      if path.starts[block] && !furnitureGoesOn || stories.isEmpty {
        stories.append(Story(members: [member]))
      } else {
        stories[stories.count - 1].members.append(member)
      }
    }
    return stories
  }

  /// Whether the story is page furniture.
  var isFurniture: Bool { members.allSatisfy { $0.role == .furniture } }

  /// Whether the story has a line of heading.
  var isTitled: Bool { has(.headings) }

  /// Whether the story has a block in one of `roles`.
  @inline(__always)
  func has(_ roles: BlockRoleSet) -> Bool { members.contains { roles.contains($0.role) } }

  /// The blocks in one of `roles`, in page order.
  func blocks(_ roles: BlockRoleSet) -> [Int] {
    var blocks: [Int] = []
    for member in members where roles.contains(member.role) { blocks.append(member.block) }
    return blocks
  }

  /// The pieces of body, in page order.
  var bodies: [Int] { members.lazy.filter(\.role.isBody).map(\.block) }
}
