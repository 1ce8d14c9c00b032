/// The costs of all steps to one block, in numbers: what the search for the best path adds up.
///
/// It owns its memory, which is used again for every block of a page: `own` and the others are valid from `setBlock` to
/// the next `setBlock`.
struct StepCosts: ~Copyable {
  private let facts: PathFacts
  private let weights: UnsafePointer<Float>
  private let outputs: PathNetwork.Outputs
  private let feature = Layout()
  /// The block at hand.
  private var index = 0
  /// By role: the block in that role; an article beginning with the block in that role, its own cost aside; what
  /// another role may not follow the last piece of body by.
  let own: UnsafeMutablePointer<Float>
  private let starts: UnsafeMutablePointer<Float>
  private let afterLast: UnsafeMutablePointer<Float>
  /// By pair of roles: the block as a line of a heading.
  private let pair: UnsafeMutablePointer<Float>
  /// By kind of beginning: what the end of the article above says.
  private let ends: UnsafeMutablePointer<Float>
  private let endFit: UnsafeMutablePointer<Float>
  private let memory: UnsafeMutablePointer<Float>
  private static let width = BlockRole.count
  private static let kinds = PathFeature.StartKind.count

  /// The block as the first text of an article, without and with a heading.
  private var firstText: (Float, Float) = (0, 0)
  /// The block as the first line of a heading below a line that could be one of another.
  private var apart: Float = 0
  private var hasPair = false
  /// A beginning without a heading: where no sentence waits for its other half, and where one does.
  private var headless: (Float, Float) = (0, 0)
  private var names = false
  /// What depends on the last piece of body, for the last such piece asked for.
  private var lastBody: Int32 = -2
  private var join: Float = 0

  /// The families' places: read once, as they are computed.
  private struct Layout {
    let own = PathFeature.own, length = PathFeature.length, before = PathFeature.before, after = PathFeature.after
    let lengthBefore = PathFeature.lengthBefore, lengthAfter = PathFeature.lengthAfter
    let wording = PathFeature.wording, opens = PathFeature.opens, afterLast = PathFeature.afterLast
    let afterEnd = PathFeature.afterEnd, endFit = PathFeature.endFit, arc = PathFeature.arc
    let start = PathFeature.start, end = PathFeature.end, turn = PathFeature.turn
    let joinCut = PathFeature.joinCut, joinWhole = PathFeature.joinWhole, joinLast = PathFeature.joinLast
    let joinWording = PathFeature.joinWording, endWording = PathFeature.endWording
    let joinFit = PathFeature.joinFit, firstText = PathFeature.firstText
    let headingPair = PathFeature.headingPair, headingApart = PathFeature.headingApart, memory = PathFeature.memory
  }

  /// By role: the kind of beginning that it is.
  private static let kindOfRole: [Int] = BlockRole.allCases.map { PathFeature.StartKind($0).rawValue }

  /// - Parameter weights: `PathFeature.count` numbers that outlive the costs.
  init(_ facts: PathFacts, _ weights: UnsafePointer<Float>) {
    self.facts = facts
    self.weights = weights
    outputs = PathNetwork.run(facts, weights + PathFeature.linearCount)
    let sizes = [Self.width, Self.width, Self.width, 9, Self.kinds, Self.kinds]
    memory = .allocate(capacity: sizes.reduce(0, +))
    memory.initialize(repeating: 0, count: sizes.reduce(0, +))
    own = memory
    starts = own + Self.width
    afterLast = starts + Self.width
    pair = afterLast + Self.width
    ends = pair + 9
    endFit = ends + Self.kinds
  }

  deinit { memory.deallocate() }

  /// Adds a row of weights to `sums`.
  @inline(__always)
  private func add(_ row: Int, to sums: UnsafeMutablePointer<Float>, _ width: Int) {
    let weights = weights + row
    for column in 0..<width { sums[column] += weights[column] }
  }

  @inline(__always)
  private func addRules(_ evidence: Evidence, _ family: Int, to sums: UnsafeMutablePointer<Float>, _ width: Int) {
    var bits = evidence.rawValue
    while bits != 0 {
      add(family + bits.trailingZeroBitCount * width, to: sums, width)
      bits &= bits - 1
    }
  }

  @inline(__always)
  private func sumOfRules(_ evidence: Evidence, _ family: Int) -> Float {
    var sum: Float = 0
    var bits = evidence.rawValue
    while bits != 0 {
      sum += weights[family + bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    return sum
  }

  /// The same with what holds for every block.
  @inline(__always)
  private func sumOfRules(of block: BlockFacts, _ family: Int) -> Float {
    sumOfRules(block.evidence, family) + weights[family + PathFeature.always]
      + (block.isClose ? weights[family + PathFeature.isClose] : 0)
  }

  /// Makes block `index` the one at hand.
  ///
  /// - Complexity: O(roles × rules that hold).
  mutating func setBlock(_ index: Int) {
    self.index = index
    lastBody = -2
    let width = Self.width
    let block = facts.blocks[index]
    let (before, after) = (facts.links.before[index], facts.links.after[index])
    let wordingBefore = weights + feature.wording
    let wordingAfter = wordingBefore + width
    let always = weights + feature.own + PathFeature.always * width
    let alwaysOpens = weights + feature.opens + PathFeature.always * width
    for role in 0..<width {
      own[role] = wordingBefore[role] * before + wordingAfter[role] * after + always[role]
      starts[role] = alwaysOpens[role]
    }
    addRules(block.evidence, feature.own, to: own, width)
    addRules(block.evidence, feature.opens, to: starts, width)
    if block.isClose {
      add(feature.own + PathFeature.isClose * width, to: own, width)
      add(feature.opens + PathFeature.isClose * width, to: starts, width)
    }
    add(feature.length + LengthClass.of(block.length) * width, to: own, width)
    for kind in 0..<Self.kinds { ends[kind] = 0 }
    if index > 0 {
      let above = facts.blocks[index - 1]
      addRules(above.evidence, feature.before, to: own, width)
      addRules(above.evidence, feature.afterEnd, to: ends, Self.kinds)
      add(feature.lengthBefore + LengthClass.coarse(above.length) * width, to: own, width)
    } else {
      add(feature.before + PathFeature.noNeighbour * width, to: own, width)
      add(feature.afterEnd + PathFeature.noNeighbour * Self.kinds, to: ends, Self.kinds)
    }
    if index + 1 < facts.blocks.count {
      let below = facts.blocks[index + 1]
      addRules(below.evidence, feature.after, to: own, width)
      add(feature.lengthAfter + LengthClass.coarse(below.length) * width, to: own, width)
    } else {
      add(feature.after + PathFeature.noNeighbour * width, to: own, width)
    }
    firstText = (
      sumOfRules(of: block, feature.firstText), sumOfRules(of: block, feature.firstText + PathFeature.ruleRows)
    )
    for role in 0..<width { own[role] += outputs[index, role] }
    for kind in 0..<Self.kinds { ends[kind] += outputs[index, PathNetwork.Output.starts + kind] }
    setPair(facts.pairs[index])
    Self.kindOfRole.withUnsafeBufferPointer { kinds in
      for role in 0..<width {
        starts[role] += ends[kinds[role]] + (kinds[role] == PathFeature.StartKind.heading.rawValue ? apart : 0)
      }
    }
    headless = (headlessCost(waits: false), headlessCost(waits: true))
    names = block.names
  }

  private mutating func setPair(_ conditions: UInt64) {
    apart = 0
    hasPair = conditions != 0
    guard hasPair else { return }
    for column in 0..<9 { pair[column] = outputs[index, PathNetwork.Output.pair + column] }
    apart = outputs[index, PathNetwork.Output.apart]
    var bits = conditions
    while bits != 0 {
      let row = bits.trailingZeroBitCount
      add(feature.headingPair + row * 9, to: pair, 9)
      apart += weights[feature.headingApart + row]
      bits &= bits - 1
    }
  }

  private func headlessCost(waits: Bool) -> Float {
    facts.headless(index, waits: waits).map { weights[feature.memory + $0.rawValue] } ?? 0
  }

  /// Makes `memory` the one that steps are asked for.
  @inline(__always)
  mutating func setMemory(_ memory: PathMemory) {
    if memory.lastBody != lastBody { setLast(memory.lastBody) }
  }

  private mutating func setLast(_ last: Int32) {
    lastBody = last
    for kind in 0..<Self.kinds { endFit[kind] = 0 }
    guard last >= 0 else { return }
    for role in 0..<Self.width { afterLast[role] = 0 }
    let block = facts.blocks[Int(last)]
    let wording = facts.wording(index, last)
    join =
      sumOfRules(of: facts.blocks[index], block.isCut ? feature.joinCut : feature.joinWhole)
      + sumOfRules(block.evidence, feature.joinLast) + weights[feature.joinWording + wording]
      + (block.isCut ? weights[feature.joinFit + facts.fit(index, last)] : 0)
      + outputs[index, PathNetwork.Output.join]
    var rows = facts.afterLast(index, last)
    while rows != 0 {
      add(feature.afterLast + rows.trailingZeroBitCount * Self.width, to: afterLast, Self.width)
      rows &= rows - 1
    }
    add(feature.endFit + facts.endFit(index, last) * Self.kinds, to: endFit, Self.kinds)
    add(feature.endWording + wording * Self.kinds, to: endFit, Self.kinds)
  }

  /// The cost of arc `number` from a block in `from` to the block at hand, its own cost aside; infinite where an opening
  /// names authors, or does not, against the arc.
  @inline(__always)
  mutating func step(_ number: Int, _ arc: PageArc, from: BlockRole, _ memory: PathMemory) -> Float {
    var cost = weights[feature.arc + number]
    let role = arc.to.role
    if memory.lastBody < 0 {
      if role == .body {
        if from != .byline, names != arc.to.attributed { return .infinity }
        cost += arc.to.titled ? firstText.1 : firstText.0
      } else if role == .closing {
        cost += arc.to.titled ? firstText.1 : firstText.0
      }
    } else {
      setMemory(memory)
      cost += arc.joins ? join : afterLast[Int(role.rawValue)]
    }
    if hasPair, let column = HeadingPair.column(from, role) { cost += pair[column] }
    return cost
  }

  /// The cost of ending an article in `from` at the block above the one at hand, whatever begins there.
  @inline(__always)
  func end(_ from: PageState, _ memory: PathMemory) -> Float {
    weights[feature.end + from.index]
      + (memory.subheads == 1 ? weights[feature.memory + PathFeature.MemoryRow.oneSubhead.rawValue] : 0)
  }

  /// Hands over, for each of `states`, the cost of beginning an article in it with the block at hand, its own cost
  /// aside, after one that ended in `from`; after none at the page's beginning.
  ///
  /// - Precondition: `setMemory(memory)` was called last.
  @inline(__always)
  func visitStarts(
    _ states: [PageState], after from: BlockRole?, _ memory: PathMemory, _ body: (PageState, Float) -> Void
  ) {
    let waits = memory.waiting > 0 || memory.lastBody >= 0 && facts.blocks[Int(memory.lastBody)].isCut
    let headless = waits ? headless.1 : headless.0
    let turn = from.map { weights + feature.turn + Int($0.rawValue) * Self.width }
    states.withUnsafeBufferPointer { states in
      for state in states {
        let role = Int(state.role.rawValue)
        // An opening that names its authors attributes the report.
        if state.role == .body, names != state.attributed { continue }
        var cost =
          starts[role] + weights[feature.start + state.index] + endFit[PathFeature.StartKind(state.role).rawValue]
        if let turn { cost += turn[role] }
        if PathFacts.startsHeadless(state) { cost += headless }
        body(state, cost)
      }
    }
  }

  /// The cost of the page's end after an article in `from`.
  func pageEnd(_ from: PageState, _ memory: PathMemory) -> Float {
    let isCut = memory.lastBody >= 0 && facts.blocks[Int(memory.lastBody)].isCut
    return end(from, memory) + (isCut ? weights[feature.memory + PathFeature.MemoryRow.pageEndsCut.rawValue] : 0)
  }
}
