/// The best way through a page: one state for each block, and where articles begin.
///
/// Viterbi's algorithm (A. Viterbi, 1967) over `PageGrammar`, with learned costs (`PathWeights`): roles and borders are
/// chosen together, so that a line is a headline because a body follows that has no other, not by its looks alone.
struct PagePath {
  /// The state of each block.
  var states: [PageState] = []
  /// Whether an article (or a line between articles) begins with the block.
  var starts: [Bool] = []
  /// What the path costs.
  var cost: Float = 0

  /// Finds the best path.
  ///
  /// - Parameters:
  ///   - weights: `PathFeature.count` numbers.
  ///   - bias: costs to add by block and role, and by block for beginning and for not beginning an article there:
  ///     learning asks for paths that are wrong or right on purpose.
  /// - Complexity: O(blocks × arcs of the grammar), about 400 arcs.
  static func find(_ facts: PathFacts, _ weights: [Float], bias: PathBias? = nil) -> PagePath {
    precondition(weights.count == PathFeature.count)
    return weights.withUnsafeBufferPointer { weights in
      guard let base = weights.baseAddress, !facts.blocks.isEmpty else { return PagePath() }
      var finder = Finder(facts, base, bias)
      return finder.find()
    }
  }
}

extension PagePath {
  /// Finds the best path on which nothing is furniture that nothing says is any.
  static func find(_ facts: PathFacts, _ weights: [Float], _ readings: [Reading], bias: PathBias?) -> PagePath {
    var bias = bias
    var path = find(facts, weights, bias: bias)
    // What is refused may make a neighbour furniture in its place, a few lines at the most.
    for _ in 0..<4 {
      guard let stricter = PathBias(refusingFurnitureOf: path, readings, addingTo: bias) else { break }
      bias = stricter
      path = find(facts, weights, bias: bias)
    }
    return path
  }
}

/// Costs that learning adds to those of the page.
struct PathBias {
  /// By block: what each role costs more; infinite for roles that the block must not have.
  var roles: [[Float]]
  /// By block: what beginning an article there costs more, and what not beginning one does.
  var starting: [Float]
  var continuing: [Float]
}

extension PathBias {
  /// What tools say of blocks by tags and marks; `nil` where they say nothing. It weighs more than a mistake is learned to cost, but a
  /// line that is plainly something else stays that. No article begins with a table, or with the line above it.
  init?(kindsOf list: BlockList) {
    guard list.blocks.contains(where: { $0.kind != nil }) else { return nil }
    roles = list.blocks.map { block in
      guard let kind = block.kind else { return [Float](repeating: 0, count: BlockRole.count) }
      return BlockRole.allCases.map { role in
        if kind.roles.contains(role) { return 0 }
        return kind == .heading ? 1.5 : kind == .caption && (role == .credit || role == .photoCredit) ? 1 : 4
      }
    }
    starting = list.blocks.indices.map { index in
      let isAboveTable =
        list.blocks[index].kind == .caption && index + 1 < list.blocks.count && list.blocks[index + 1].kind == .row
      return list.blocks[index].kind == .row || isAboveTable ? 4 : 0
    }
    continuing = [Float](repeating: 0, count: list.blocks.count)
  }
}

extension PathBias {
  /// Costs that keep blocks from being furniture which nothing says are any; `nil` where `path` takes none of them for it.
  ///
  /// Furniture is no article, so that a story taken for it would be shown nowhere. A folio or a masthead says what it is
  /// (`Evidence.furniture`), and so vouches for short lines beside it: the paper's motto, a lone number.
  ///
  /// - Parameter bias: costs to add to.
  init?(refusingFurnitureOf path: PagePath, _ readings: [Reading], addingTo bias: PathBias?) {
    let refused = readings.indices.filter { index in
      guard path.states[index].role == .furniture, !readings[index].evidence.contains(.furniture) else { return false }
      let around = max(0, index - 2)..<min(readings.count, index + 3)
      let isVouchedFor = around.contains { readings[$0].evidence.contains(.furniture) }
      return !isVouchedFor || !readings[index].evidence.isDisjoint(with: [.opening, .endsSentence])
    }
    guard !refused.isEmpty, let furniture = BlockRole.allCases.firstIndex(of: .furniture) else { return nil }
    let none = [Float](repeating: 0, count: readings.count)
    let noRoles = [Float](repeating: 0, count: BlockRole.count)
    self =
      bias
      ?? PathBias(
        roles: [[Float]](repeating: noRoles, count: readings.count), starting: none, continuing: none)
    for index in refused { roles[index][furniture] = 40 }
  }
}

extension LineKind {
  /// The roles that lines of the kind have.
  fileprivate var roles: BlockRoleSet {
    switch self {
    case .heading: [.section, .label, .kicker, .headline, .deck, .subhead, .tailKicker, .tailHeadline, .tailDeck]
    case .caption: [.caption, .photoCaption]
    case .row: [.body]
    }
  }
}

/// The search for the best path of one page.
private struct Finder: ~Copyable {
  private let facts: PathFacts
  private let bias: PathBias?
  private var costs: StepCosts
  private let arcs = PageGrammar.arcs
  private let states = PageGrammar.states
  private let startStates = PageGrammar.startStates
  private var ways: [Way] = []
  private var next: [Way] = []
  private var choices = [Choice](repeating: Choice(), count: PageState.count)
  private var steps: [Step]

  /// The best way to one state of a block.
  private struct Way {
    let state: PageState
    let cost: Float
    let memory: PathMemory
  }

  /// How the best way comes to a state: all that is kept of a block once the search is past it, one byte.
  private struct Step {
    private var bits: UInt8 = 0

    init() {}
    init(from state: Int, starts: Bool) { bits = UInt8(state) | (starts ? 0x80 : 0) }

    /// The index of the state before.
    var from: Int { Int(bits & 0x7F) }
    /// Whether an article begins here.
    var starts: Bool { bits & 0x80 != 0 }
  }

  /// The best way on to one state that was found so far.
  private struct Choice {
    var cost: Float = .infinity
    /// The number of the way that goes on.
    var way: UInt8 = 0
    var starts = false
  }

  init(_ facts: PathFacts, _ weights: UnsafePointer<Float>, _ bias: PathBias?) {
    self.facts = facts
    self.bias = bias
    costs = StepCosts(facts, weights)
    steps = [Step](repeating: Step(), count: facts.blocks.count * PageState.count)
    ways.reserveCapacity(PageState.count)
    next.reserveCapacity(PageState.count)
  }

  /// Ways that far behind the best never win: a mistake is learned to cost 1, and no run of blocks mends so many.
  private static let hopeless: Float = 4

  mutating func find() -> PagePath {
    setBlock(0)
    let extra = bias?.starting[0] ?? 0
    costs.setMemory(PathMemory())
    costs.visitStarts(startStates, after: nil, PathMemory()) { state, cost in
      let own = costs.own[Int(state.role.rawValue)]
      ways.append(
        Way(state: state, cost: cost + own + extra, memory: facts.memory(starts: true, state, PathMemory(), 0)))
      steps[state.index] = Step(from: 0, starts: true)
    }
    for index in facts.blocks.indices.dropFirst() {
      setBlock(index)
      let limit = bias != nil ? .infinity : (ways.lazy.map(\.cost).min() ?? 0) + Self.hopeless
      goOn(to: index, below: limit)
      start(at: index, below: limit)
      choose(index)
    }
    return trace()
  }

  private mutating func setBlock(_ index: Int) {
    costs.setBlock(index)
    if let bias { for role in 0..<BlockRole.count { costs.own[role] += bias.roles[index][role] } }
  }

  /// Goes on to block `index` inside the articles under way.
  private mutating func goOn(to index: Int, below limit: Float) {
    let extra = bias?.continuing[index] ?? 0
    for number in ways.indices {
      let way = ways[number]
      guard way.cost < limit else { continue }
      for arcNumber in arcs.out(of: way.state) {
        let arc = arcs[arcNumber]
        let to = arc.to.index
        let cost = way.cost + extra + costs.step(arcNumber, arc, from: way.state.role, way.memory)
        if cost < choices[to].cost { choices[to] = Choice(cost: cost, way: UInt8(number), starts: false) }
      }
    }
  }

  /// Begins another article with block `index`.
  private mutating func start(at index: Int, below limit: Float) {
    let extra = bias?.starting[index] ?? 0
    // Ends that are far dearer than the cheapest one begin nothing.
    var least = Float.infinity
    for way in ways where way.cost < limit { least = min(least, way.cost + costs.end(way.state, way.memory)) }
    let mostEnded = bias != nil ? .infinity : least + Self.hopeless
    for number in ways.indices {
      let way = ways[number]
      let ended = way.cost + costs.end(way.state, way.memory)
      guard way.cost < limit, ended < mostEnded else { continue }
      costs.setMemory(way.memory)
      costs.visitStarts(startStates, after: way.state.role, way.memory) { state, cost in
        let cost = ended + extra + cost
        if cost < choices[state.index].cost {
          choices[state.index] = Choice(cost: cost, way: UInt8(number), starts: true)
        }
      }
    }
  }

  /// Makes the ways to block `index` of what was chosen, and forgets the choices.
  private mutating func choose(_ index: Int) {
    next.removeAll(keepingCapacity: true)
    for number in states.indices {
      let state = states[number]
      let choice = choices[state.index]
      guard choice.cost < .infinity else { continue }
      choices[state.index] = Choice()
      let before = ways[Int(choice.way)]
      next.append(
        Way(
          state: state, cost: choice.cost + costs.own[Int(state.role.rawValue)],
          memory: facts.memory(starts: choice.starts, state, before.memory, index)))
      steps[index * PageState.count + state.index] = Step(from: before.state.index, starts: choice.starts)
    }
    swap(&ways, &next)
  }

  private func trace() -> PagePath {
    var path = PagePath()
    path.states = [PageState](repeating: PageState(.body), count: facts.blocks.count)
    path.starts = [Bool](repeating: false, count: facts.blocks.count)
    path.cost = .infinity
    var state = 0
    for way in ways {
      let cost = way.cost + costs.pageEnd(way.state, way.memory)
      if cost < path.cost {
        path.cost = cost
        state = way.state.index
      }
    }
    for index in facts.blocks.indices.reversed() {
      let step = steps[index * PageState.count + state]
      path.states[index] = PageState.all[state]
      path.starts[index] = step.starts
      state = step.from
    }
    return path
  }
}

extension Reading {
  /// Whether a piece of body ends in mid-sentence, so that its other half must stand somewhere.
  func isCut(_ text: ArraySlice<UInt32>) -> Bool {
    if !evidence.isDisjoint(with: [.endsSentence, .tableRow, .signOff, .dateAlone, .inlineSignature, .inlineCredit]) {
      return false
    }
    guard let last = text.last else { return false }
    return last != 0x3A && last != 0xFF1A
  }
}
