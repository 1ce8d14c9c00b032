/// The best way through a page: one slot for each block, and where articles begin.
///
/// Viterbi's algorithm (A. Viterbi, 1967) over `PageGrammar`, with the costs of `RoleCosts`: roles and borders are
/// chosen together, so that a line is a headline because a body follows that has no other, not by its looks alone.
struct PagePath {
  /// The slot of each block.
  var slots: [Slot]
  /// Whether an article (or a line between articles) begins with the block.
  var starts: [Bool]

  /// Finds the best way.
  ///
  /// - Complexity: O(blocks × arcs of the grammar), about 1,000 arcs.
  static func find(_ list: BlockList, _ readings: [Reading], _ links: TitleLinks) -> PagePath {
    Finder(readings: readings, costs: PathCosts(list, readings, links)).find()
  }
}

private struct Finder {
  let readings: [Reading]
  let costs: PathCosts
  let states = PageGrammar.states
  let arcs = PageGrammar.arcs
  let startCosts = PageGrammar.startCosts
  let endCosts = PageGrammar.endCosts
  let startStates = PageGrammar.startStates

  /// The best way to one state of a block.
  struct Way {
    let state: PageState
    let cost: Float
    let memory: PathMemory
  }

  /// The best ways to one block, one for each state that can be reached: room for all states, used again and again.
  struct Ways {
    private let room = UnsafeMutableBufferPointer<Way>.allocate(capacity: PageState.count)
    private(set) var count = 0
    /// What the cheapest costs; infinite when there is none.
    private(set) var lowestCost = Float.infinity

    subscript(number: Int) -> Way { room[number] }

    mutating func append(_ way: Way) {
      precondition(count < PageState.count, "one way to a state is enough")
      room.initializeElement(at: count, to: way)
      count += 1
      lowestCost = min(lowestCost, way.cost)
    }

    mutating func removeAll() {
      count = 0
      lowestCost = .infinity
    }

    func deallocate() { room.deallocate() }
  }

  /// How the best way comes to a state: all that is kept of a block once the search is past it, one byte.
  struct Step {
    private var bits: UInt8 = 0

    init() {}
    init(from state: Int, starts: Bool) { bits = UInt8(state) | (starts ? 0x80 : 0) }

    /// The index of the state before.
    var from: Int { Int(bits & 0x7F) }
    /// Whether an article begins here.
    var starts: Bool { bits & 0x80 != 0 }
  }

  /// The best way on to one state that was found so far.
  struct Choice {
    var cost: Float = .infinity
    /// The number of the way that goes on.
    var way: UInt8 = 0
    var kind = PageArc.Kind.goesOn
  }

  /// What the search works in, made once for a page.
  private struct Room {
    /// By state: the best way on that was found so far; of no cost that is finite between one block and the next.
    let choices = UnsafeMutableBufferPointer<Choice>.allocate(capacity: PageState.count)
    let ends = UnsafeMutableBufferPointer<End>.allocate(capacity: PageState.count)
    /// The ways to the block at hand, in the order of their states.
    var ways = Ways()
    /// The ways to the next block.
    var next = Ways()
    /// By block and state.
    let steps: UnsafeMutableBufferPointer<Step>

    init(blocks: Int) {
      choices.initialize(repeating: Choice())
      ends.initialize(repeating: End(cost: 0, way: 0))
      steps = .allocate(capacity: blocks * PageState.count)
      steps.initialize(repeating: Step())
    }

    func deallocate() {
      choices.deallocate()
      ends.deallocate()
      ways.deallocate()
      next.deallocate()
      steps.deallocate()
    }
  }

  func find() -> PagePath {
    guard !readings.isEmpty else { return PagePath(slots: [], starts: []) }
    var room = Room(blocks: readings.count)
    defer { room.deallocate() }
    var ownCosts = [Float](repeating: 0, count: Slot.allCases.count)
    setFirstWays(&ownCosts, &room)
    for index in readings.indices.dropFirst() {
      setOwnCosts(&ownCosts, of: index)
      let possible = Self.possible(ownCosts)
      let limit = room.ways.lowestCost + Self.hopeless
      goOn(to: index, from: room.ways, below: limit, possible, room.choices)
      let count = findEnds(room.ends, of: room.ways, below: limit)
      startArticles(at: index, after: room.ways, room.ends[..<count], possible, room.choices)
      choose(to: index, ownCosts, &room)
    }
    return trace(room.steps, last: room.ways)
  }

  /// Makes the ways to block `index` of what was chosen, and forgets the choices.
  private func choose(to index: Int, _ ownCosts: [Float], _ room: inout Room) {
    room.next.removeAll()
    // By number: iterating an array that all threads share would have them count its users together.
    for number in states.indices {
      let state = states[number]
      let stateIndex = state.index
      let choice = room.choices[stateIndex]
      guard choice.cost < .infinity else { continue }
      room.choices[stateIndex].cost = .infinity
      let before = room.ways[Int(choice.way)]
      room.next.append(
        Way(
          state: state, cost: choice.cost + ownCosts[Int(state.slot.rawValue)],
          memory: costs.memory(after: choice.kind, before.state.slot, state, before.memory, index)))
      room.steps[index * PageState.count + stateIndex] =
        Step(from: before.state.index, starts: choice.kind == .starts)
    }
    swap(&room.ways, &room.next)
  }

  private func setOwnCosts(_ ownCosts: inout [Float], of index: Int) {
    RoleCosts.setCosts(readings[index].evidence, length: readings[index].length, in: &ownCosts)
    costs.addNeighbours(of: index, to: &ownCosts)
  }

  /// Sets the ways to the first block.
  private func setFirstWays(_ ownCosts: inout [Float], _ room: inout Room) {
    setOwnCosts(&ownCosts, of: 0)
    let possible = Self.possible(ownCosts)
    for state in startStates where possible.contains(state.slot) {
      let own = ownCosts[Int(state.slot.rawValue)]
      var memory = PathMemory()
      if costs.carriesBody(state.slot, 0) { memory.lastBody = 0 }
      room.ways.append(Way(state: state, cost: startCosts[state.index] + own, memory: memory))
      room.steps[state.index] = Step(from: 0, starts: true)
    }
  }

  /// Ways that far behind the best never win: no run of blocks is worth so much.
  private static let hopeless: Float = 12
  /// A block that costs as much in a slot is not in it.
  private static let impossible: Float = 10

  /// The slots that a block with these costs may be in.
  private static func possible(_ ownCosts: [Float]) -> SlotSet {
    var slots: SlotSet = []
    for slot in Slot.allCases where ownCosts[Int(slot.rawValue)] < impossible { slots.insert(slot) }
    return slots
  }

  /// Goes on to block `index` inside the articles under way.
  private func goOn(
    to index: Int, from ways: Ways, below limit: Float, _ possible: SlotSet,
    _ choices: UnsafeMutableBufferPointer<Choice>
  ) {
    for number in 0..<ways.count {
      let way = ways[number]
      guard way.cost < limit else { continue }
      for arcNumber in arcs.out(of: way.state) {
        let arc = arcs[arcNumber]
        let to = arc.to.index
        guard possible.contains(arc.to.slot),
          way.cost + arc.cost - PathCosts.mostOffGoingOn < choices[to].cost
        else { continue }
        let cost =
          way.cost + arc.cost
          + along(arc.kind, way.state.slot, arc.to, way.memory, index, PathCosts.mostOffGoingOn)
        if cost < choices[to].cost { choices[to] = Choice(cost: cost, way: UInt8(number), kind: arc.kind) }
      }
    }
  }

  /// Begins another article with block `index` where one of `ends` is cheaper than what goes on.
  private func startArticles(
    at index: Int, after ways: Ways, _ ends: Slice<UnsafeMutableBufferPointer<End>>, _ possible: SlotSet,
    _ choices: UnsafeMutableBufferPointer<Choice>
  ) {
    let mostOff = costs.mostOff(startingAt: index)
    for number in startStates.indices where possible.contains(startStates[number].slot) {
      let to = startStates[number]
      let start = startCosts[to.index]
      for end in ends {
        guard end.cost + start - mostOff < choices[to.index].cost else { break }  // those that follow are dearer
        let way = ways[end.way]
        let cost = end.cost + start + along(.starts, way.state.slot, to, way.memory, index, mostOff)
        if cost < choices[to.index].cost {
          choices[to.index] = Choice(cost: cost, way: UInt8(end.way), kind: .starts)
        }
      }
    }
  }

  /// A way whose article may end, and the cost of having come to its end.
  private struct End {
    let cost: Float
    let way: Int
  }

  /// Finds the ways whose article may end, the cheapest first.
  ///
  /// - Returns: how many of `ends` they are.
  private func findEnds(_ ends: UnsafeMutableBufferPointer<End>, of ways: Ways, below limit: Float) -> Int {
    var count = 0
    for number in 0..<ways.count {
      let cost = ways[number].cost + endCosts[ways[number].state.index]
      guard cost < limit else { continue }
      var place = count
      while place > 0, ends[place - 1].cost > cost {
        ends[place] = ends[place - 1]
        place -= 1
      }
      ends[place] = End(cost: cost, way: number)
      count += 1
    }
    return count
  }

  private func along(
    _ kind: PageArc.Kind, _ from: Slot, _ to: PageState, _ before: PathMemory, _ index: Int, _ mostOff: Float
  ) -> Float {
    let cost = costs.along(kind, from, to, before, index)
    assert(cost >= -mostOff - 0.001, "arcs are passed over that cost less than was thought")
    return cost
  }

  private func trace(_ steps: UnsafeMutableBufferPointer<Step>, last: Ways) -> PagePath {
    var slots = [Slot](repeating: .body, count: readings.count)
    var starts = [Bool](repeating: false, count: readings.count)
    var best = (state: 0, cost: Float.infinity)
    for number in 0..<last.count {
      let way = last[number]
      let cost = way.cost + PageGrammar.endCost(way.state) + costs.atEnd(way.memory)
      if cost < best.cost { best = (way.state.index, cost) }
    }
    var state = best.state
    for index in readings.indices.reversed() {
      let step = steps[index * PageState.count + state]
      slots[index] = PageState.all[state].slot
      starts[index] = step.starts
      state = step.from
    }
    return PagePath(slots: slots, starts: starts)
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
