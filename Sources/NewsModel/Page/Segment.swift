/// The blocks of one article before they are set in order: what the path through the page says belongs together.
struct Segment {
  /// A block and its slot.
  struct Member {
    let block: Int
    var slot: Slot
  }

  /// The members in page order.
  var members: [Member] = []

  /// The segments of a path, in page order. Neighbouring lines of page furniture make one segment.
  static func cut(_ path: PagePath) -> [Segment] {
    var segments: [Segment] = []
    for (block, slot) in path.slots.enumerated() {
      let member = Member(block: block, slot: slot)
      let furnitureGoesOn = slot == .furniture && segments.last?.isFurniture == true
      if path.starts[block] && !furnitureGoesOn || segments.isEmpty {
        segments.append(Segment(members: [member]))
      } else {
        segments[segments.count - 1].members.append(member)
      }
    }
    return segments
  }

  /// Whether the segment is page furniture.
  var isFurniture: Bool { members.allSatisfy { $0.slot == .furniture } }

  /// Whether the segment has a line of heading.
  var isTitled: Bool { members.contains { $0.slot == .title || $0.slot == .tailTitle } }

  /// Whether the segment has a block in one of `slots`.
  @inline(__always)
  func has(_ slots: SlotSet) -> Bool { members.contains { slots.contains($0.slot) } }

  /// The blocks in one of `slots`, in page order.
  func blocks(_ slots: SlotSet) -> [Int] {
    var blocks: [Int] = []
    for member in members where slots.contains(member.slot) { blocks.append(member.block) }
    return blocks
  }

  /// The pieces of body, in page order.
  var bodies: [Int] { members.lazy.filter(\.slot.isBody).map(\.block) }
}

/// Some slots.
struct SlotSet: ExpressibleByArrayLiteral {
  private var bits: UInt32

  @inline(__always)
  init(arrayLiteral slots: Slot...) { bits = slots.reduce(0) { $0 | 1 << UInt32($1.rawValue) } }

  /// The slots of pieces of body.
  static let bodies: SlotSet = [.body, .closing, .item]

  /// Adds a slot.
  @inline(__always)
  mutating func insert(_ slot: Slot) { bits |= 1 << UInt32(slot.rawValue) }

  @inline(__always)
  func contains(_ slot: Slot) -> Bool { bits & (1 << UInt32(slot.rawValue)) != 0 }
}
