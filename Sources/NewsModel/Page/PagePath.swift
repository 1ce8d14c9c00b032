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

/// How titles hang together with the texts around them; see `Cohesion`.
struct TitleLinks {
  /// For each block that could be a title or a caption, the share of its wording in the text before it.
  var before: [Float]
  /// The same for the text after it; for titles only.
  var after: [Float]

  /// How many scalars of text on either side are compared.
  private static let reach = 1500

  init(_ list: BlockList, _ readings: [Reading], _ cohesion: inout Cohesion) {
    before = [Float](repeating: 0, count: readings.count)
    after = before
    for index in readings.indices where Self.couldBeCaption(readings[index]) {
      before[index] = cohesion.share(
        of: list.blocks[index].text, in: Self.texts(list, readings, from: index - 1, by: -1))
    }
    for index in readings.indices where Self.couldBeTitle(readings[index]) {
      let title = list.blocks[index].text
      before[index] = cohesion.share(of: title, in: Self.texts(list, readings, from: index - 1, by: -1))
      after[index] = cohesion.share(of: title, in: Self.texts(list, readings, from: index + 1, by: 1))
    }
  }

  /// Whether a block is short and unpunctuated enough to be a title.
  static func couldBeTitle(_ reading: Reading) -> Bool {
    (2...46).contains(reading.length)
      && reading.evidence.isDisjoint(with: [
        .opening, .byline, .signature, .furniture, .holdsSentence, .credit, .tableRow, .debris,
      ])
  }

  /// Whether a block looks like the caption of a picture, which may stand in a story or between stories.
  private static func couldBeCaption(_ reading: Reading) -> Bool {
    (30...260).contains(reading.length) && !reading.evidence.contains(.opening)
      && !reading.evidence.isDisjoint(with: [.dayFirst, .captionWords, .inlineCredit])
  }

  /// The nearest texts in one direction, up to `reach` scalars, passing over short lines.
  private static func texts(_ list: BlockList, _ readings: [Reading], from start: Int, by step: Int) -> [Range<Int>] {
    var texts: [Range<Int>] = []
    var (index, total, seen) = (start, 0, 0)
    while readings.indices.contains(index), total < reach, seen < 12 {
      if readings[index].length > 46 {
        // A new report closes the view: what stands beyond it is another's text.
        if step > 0, readings[index].evidence.contains(.opening), total > 0 { break }
        texts.append(list.blocks[index].text.prefix(reach - total))
        total += readings[index].length
        if step < 0, readings[index].evidence.contains(.opening) { break }
      } else if total > 200, couldBeTitle(readings[index]), readings[index].length > 14 {
        break
      }
      index += step
      seen += 1
    }
    return texts
  }
}

private struct Finder {
  let readings: [Reading]
  let costs: PathCosts
  let states = PageGrammar.states
  let arcs = PageGrammar.arcs
  let startCosts = PageGrammar.startCosts
  let endCosts = PageGrammar.endCosts

  /// The best way to one state of one block.
  struct Cell {
    var cost: Float = .infinity
    var memory = PathMemory()
    var step = Step()
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

  func find() -> PagePath {
    guard !readings.isEmpty else { return PagePath(slots: [], starts: []) }
    var previous = firstRow()
    var row = previous
    var steps: [Step] = []
    steps.reserveCapacity(readings.count * PageState.count)
    for cell in previous { steps.append(cell.step) }
    var ownCosts = [Float](repeating: 0, count: Slot.allCases.count)
    var ends: [End] = []
    for index in readings.indices.dropFirst() {
      RoleCosts.setCosts(of: readings[index], in: &ownCosts)
      costs.addNeighbours(of: index, to: &ownCosts)
      fill(&row, index, after: previous, ownCosts, &ends)
      for cell in row { steps.append(cell.step) }
      swap(&row, &previous)
    }
    return trace(steps, last: previous)
  }

  private func firstRow() -> [Cell] {
    var row = [Cell](repeating: Cell(), count: PageState.count)
    var ownCosts = [Float](repeating: 0, count: Slot.allCases.count)
    RoleCosts.setCosts(of: readings[0], in: &ownCosts)
    costs.addNeighbours(of: 0, to: &ownCosts)
    for state in states {
      let own = ownCosts[Int(state.slot.rawValue)]
      let start = startCosts[state.index]
      guard own < Self.impossible, start < .infinity else { continue }
      row[state.index].cost = start + own
      row[state.index].step = Step(from: 0, starts: true)
      if costs.carriesBody(state.slot, 0) { row[state.index].memory.lastBody = 0 }
    }
    return row
  }

  /// Ways that far behind the best never win: no run of blocks is worth so much.
  private static let hopeless: Float = 12
  /// A block that costs as much in a slot is not in it.
  private static let impossible: Float = 10

  /// Fills the row of block `index` with the best ways to its states.
  private func fill(
    _ row: inout [Cell], _ index: Int, after previous: [Cell], _ ownCosts: [Float], _ ends: inout [End]
  ) {
    let limit = previous.reduce(Float.infinity) { min($0, $1.cost) } + Self.hopeless
    find(&ends, of: previous, below: limit)
    let mostOff = costs.mostOff(startingAt: index)
    for state in states {
      let to = state.index
      row[to] = Cell()
      let own = ownCosts[Int(state.slot.rawValue)]
      guard own < Self.impossible else { continue }
      var best = Float.infinity
      var way: PageArc?
      for number in arcs.into(state) {
        let arc = arcs[number]
        let from = arc.from.index
        let least = previous[from].cost + arc.cost - PathCosts.mostOffGoingOn
        guard least < best, previous[from].cost < limit else { continue }
        let cost =
          previous[from].cost + arc.cost + along(arc, previous[from].memory, index, PathCosts.mostOffGoingOn)
        if cost < best { (best, way) = (cost, arc) }
      }
      let start = startCosts[to]
      for end in ends {
        guard end.cost + start - mostOff < best else { break }  // those that follow are dearer
        let arc = PageArc(from: end.state, to: state, kind: .starts, cost: start)
        let cost = end.cost + start + along(arc, previous[end.state.index].memory, index, mostOff)
        if cost < best { (best, way) = (cost, arc) }
      }
      guard let way else { continue }
      row[to] = Cell(
        cost: best + own, memory: costs.memory(after: way, previous[way.from.index].memory, index),
        step: Step(from: way.from.index, starts: way.kind == .starts))
    }
  }

  /// Sets `ends` to the states in which the article under way may end here, the cheapest first, with the cost of having
  /// come to its end.
  private func find(_ ends: inout [End], of previous: [Cell], below limit: Float) {
    ends.removeAll(keepingCapacity: true)
    for state in states {
      let cost = previous[state.index].cost + endCosts[state.index]
      guard cost < limit else { continue }
      var place = ends.count
      ends.append(End(cost: cost, state: state))
      while place > 0, ends[place - 1].cost > cost {
        ends.swapAt(place, place - 1)
        place -= 1
      }
    }
  }

  /// A state in which the article under way may end, and the cost of having come to its end.
  private struct End {
    let cost: Float
    let state: PageState
  }

  private func along(_ arc: PageArc, _ before: PathMemory, _ index: Int, _ mostOff: Float) -> Float {
    let cost = costs.along(arc, before, index)
    assert(cost >= -mostOff - 0.001, "arcs are passed over that cost less than was thought")
    return cost
  }

  private func trace(_ steps: [Step], last: [Cell]) -> PagePath {
    var slots = [Slot](repeating: .body, count: readings.count)
    var starts = [Bool](repeating: false, count: readings.count)
    var best = (state: 0, cost: Float.infinity)
    for state in states where last[state.index].cost < .infinity {
      let cell = last[state.index]
      let cost = cell.cost + PageGrammar.endCost(state) + costs.atEnd(cell.memory)
      if cost < best.cost { best = (state.index, cost) }
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
