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
    Finder(list: list, readings: readings, links: links).find()
  }
}

/// How titles hang together with the texts around them; see `Cohesion`.
struct TitleLinks {
  /// For each block that could be a title, the share of its wording in the text before it.
  var before: [Float]
  /// The same for the text after it.
  var after: [Float]

  /// How many scalars of text on either side are compared.
  private static let reach = 1500

  init(_ list: BlockList, _ readings: [Reading], _ cohesion: inout Cohesion) {
    before = [Float](repeating: 0, count: readings.count)
    after = before
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
  let list: BlockList
  let readings: [Reading]
  let links: TitleLinks
  /// What the search asks of each block, side by side in memory: it asks for every arc.
  let facts: [Facts]
  let states = PageGrammar.states
  let arcs = PageGrammar.arcs

  struct Facts {
    let evidence: Evidence
    /// Whether the block opens a report and names its authors.
    let names: Bool
    /// Whether the block ends in mid-sentence.
    let isCut: Bool
    /// Whether it is a label with its text on the same line.
    let isLongLabel: Bool
    /// Whether an author or photographer signs its end.
    var isSigned: Bool { !evidence.isDisjoint(with: [.inlineSignature, .inlineCredit]) }
  }

  init(list: BlockList, readings: [Reading], links: TitleLinks) {
    self.list = list
    self.readings = readings
    self.links = links
    facts = readings.indices.map { index in
      let reading = readings[index]
      return Facts(
        evidence: reading.evidence, names: reading.opening != nil && !reading.byline.credits.isEmpty,
        isCut: reading.isCut(list.text(index)), isLongLabel: reading.length > 46)
    }
  }

  /// The best way to one state of one block.
  struct Cell {
    var cost: Float = .infinity
    /// The last piece of body of the article under way; -1 before the first.
    var lastBody: Int32 = -1
    /// Lines of the last heading that could head bodies further down.
    var spareTitles: Int8 = 0
    /// Subheads of the article under way.
    var subheads: Int8 = 0
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
    var costs = [Float](repeating: 0, count: Slot.allCases.count)
    var ends: [End] = []
    for index in readings.indices.dropFirst() {
      RoleCosts.setCosts(of: readings[index], in: &costs)
      fill(&row, index, after: previous, costs, &ends)
      for cell in row { steps.append(cell.step) }
      swap(&row, &previous)
    }
    return trace(steps, last: previous)
  }

  private func firstRow() -> [Cell] {
    var row = [Cell](repeating: Cell(), count: PageState.count)
    var costs = [Float](repeating: 0, count: Slot.allCases.count)
    RoleCosts.setCosts(of: readings[0], in: &costs)
    for state in states {
      let own = costs[Int(state.slot.rawValue)] + fit(state, 0)
      guard own < Self.impossible, let start = PageGrammar.startCost(state) else { continue }
      row[state.index].cost = start + own
      row[state.index].step = Step(from: 0, starts: true)
      if carriesBody(state.slot, 0) { row[state.index].lastBody = 0 }
    }
    return row
  }

  /// A block that costs as much in a slot is not in it.
  private static let impossible: Float = 12

  /// Fills the row of block `index` with the best ways to its states.
  private func fill(
    _ row: inout [Cell], _ index: Int, after previous: [Cell], _ costs: [Float], _ ends: inout [End]
  ) {
    // Ways that far behind the best never win: no run of blocks is worth so much.
    let hopeless = previous.reduce(Float.infinity) { min($0, $1.cost) } + 25
    find(&ends, of: previous, below: hopeless)
    let evidence = facts[index].evidence
    for state in states {
      row[state.index] = Cell()
      let own = costs[Int(state.slot.rawValue)] + fit(state, index)
      guard own < Self.impossible else { continue }
      var best = Float.infinity
      var way: PageArc?
      for number in arcs.into(state) {
        let arc = arcs[number]
        let before = previous[arc.from.index].cost
        guard before < hopeless, before + arc.cost < best + Self.mostGain(arc.kind, evidence) else { continue }
        let cost = before + arc.cost + gain(arc, previous[arc.from.index], index)
        if cost < best { (best, way) = (cost, arc) }
      }
      if let start = PageGrammar.startCost(state) {
        for end in ends {
          // Those that follow are dearer.
          if end.cost + start >= best + Self.mostGain(.starts, evidence) { break }
          let arc = PageArc(from: end.state, to: state, kind: .starts, cost: start + PageGrammar.endCost(end.state))
          let cost = end.cost + start + gain(arc, previous[end.state.index], index)
          if cost < best { (best, way) = (cost, arc) }
        }
      }
      guard let way else { continue }
      let before = previous[way.from.index]
      let goesOn = way.kind != .starts
      row[state.index] = Cell(
        cost: best + own, lastBody: carriesBody(state.slot, index) ? Int32(index) : goesOn ? before.lastBody : -1,
        spareTitles: spareTitles(way, before, index),
        subheads: goesOn ? before.subheads &+ (state.slot == .subhead ? 1 : 0) : 0,
        step: Step(from: way.from.index, starts: !goesOn))
    }
  }

  /// Sets `ends` to the states in which the article under way may end here, the cheapest first, with the cost of having
  /// come to its end.
  private func find(_ ends: inout [End], of previous: [Cell], below limit: Float) {
    ends.removeAll(keepingCapacity: true)
    for state in states where previous[state.index].cost < limit && PageGrammar.canEnd(state) {
      let end = End(cost: previous[state.index].cost + PageGrammar.endCost(state), state: state)
      ends.append(end)
      var place = ends.count - 1
      while place > 0, ends[place - 1].cost > end.cost {
        ends[place] = ends[place - 1]
        place -= 1
      }
      ends[place] = end
    }
  }

  /// A state in which the article under way may end, and the cost of having come to its end.
  private struct End {
    let cost: Float
    let state: PageState
  }

  /// What `dynamic` can take off an arc's cost at the most: arcs that are dearer by more need not be looked at.
  private static func mostGain(_ kind: PageArc.Kind, _ evidence: Evidence) -> Float {
    kind == .starts ? (evidence.contains(.continuation) ? 12 : 7) : 2
  }

  private func gain(_ arc: PageArc, _ before: Cell, _ index: Int) -> Float {
    let cost = dynamic(arc, before, index)
    assert(cost >= -Self.mostGain(arc.kind, facts[index].evidence), "mostGain must bound what dynamic takes off")
    return cost
  }

  /// Whether a block in `slot` is a piece of body, or holds one.
  private func carriesBody(_ slot: Slot, _ index: Int) -> Bool {
    slot == .body || slot == .closing || slot == .item || isTextOfLabel(slot, index)
  }

  /// How a block suits a state, beyond its slot.
  private func fit(_ state: PageState, _ index: Int) -> Float {
    let evidence = facts[index].evidence
    switch state.slot {
    case .caption, .photoCaption:
      guard index + 1 < readings.count else { return 0 }
      let next = facts[index + 1].evidence
      if next.contains(.credit) { return -2.5 }
      if next.contains(.byline), next.contains(.marker), !evidence.isDisjoint(with: [.captionWords, .dayFirst]) {
        return -2
      }
      return 0
    case .tailTitle:
      return (evidence.contains(.sectionWord) ? 3 : 0) - 7 * (links.before[index] - links.after[index])
    case .section:
      // Lines under one another without a blank between them are one heading.
      return index + 1 < readings.count && !list.blocks[index + 1].afterBlank
        && TitleLinks.couldBeTitle(readings[index + 1]) ? 2 : 0
    case .title: return Float(-1) * (links.after[index] - links.before[index])
    default: return 0
    }
  }

  /// How many headings stand stacked above bodies to come, after `arc` was taken.
  private func spareTitles(_ arc: PageArc, _ before: Cell, _ index: Int) -> Int8 {
    if arc.to.slot == .title {
      guard arc.kind == .goesOn, arc.from.slot == .title else { return 0 }
      let couldHead =
        facts[index].evidence.isDisjoint(with: [.dash, .placeAlone])
        && facts[index - 1].evidence.isDisjoint(with: [.placeAlone, .sectionWord])
      return before.spareTitles + (couldHead ? 1 : 0)
    }
    if arc.kind == .starts, !arc.to.titled, [.body, .closing, .byline].contains(arc.to.slot) {
      return max(0, before.spareTitles - 1)
    }
    return before.spareTitles
  }

  /// A label with its text on the same line carries body.
  private func isTextOfLabel(_ slot: Slot, _ index: Int) -> Bool { slot == .label && facts[index].isLongLabel }

  /// What an arc costs here, beyond its own cost: cut sentences, openings, labels.
  private func dynamic(_ arc: PageArc, _ before: Cell, _ index: Int) -> Float {
    let evidence = facts[index].evidence
    let opens = evidence.contains(.opening)
    var cost: Float = 0
    if arc.kind == .starts, arc.from.slot == .photoCaption, facts[index - 1].evidence.contains(.inlineCredit) {
      cost -= 1.5
    }
    if arc.kind == .starts, before.subheads == 1 { cost += 1.6 }  // subheads come in numbers
    let names = facts[index].names
    switch arc.to.slot {
    case .body:
      let begins = before.lastBody < 0 || arc.kind == .starts
      if begins {
        // The first paragraph: an opening with names attributes the report.
        if arc.from.slot != .byline, names != arc.to.attributed { return 30 }
        if !opens, evidence.contains(.beginsInMidSentence) { cost += 2 }
        if opens, arc.kind == .starts { cost -= 1.5 }
        // Without heading, byline or opening nothing says that an article begins.
        if !opens, arc.kind == .starts, before.spareTitles == 0, !evidence.contains(.continuation) { cost += 3 }
        if evidence.contains(.continuation), arc.kind == .starts { cost -= 5 }
      } else if opens || evidence.contains(.continuation) {
        cost += arc.to.attributed ? 9 : 7
      }
    case .closing where before.lastBody < 0 || arc.kind == .starts:
      if arc.to.titled, arc.kind == .starts, !evidence.contains(.item) { return 30 }
    case .item: if arc.kind == .starts || arc.from.slot == .section { cost -= 1 }
    default: break
    }
    if arc.kind == .starts, before.spareTitles > 0, !arc.to.titled, [.body, .closing, .byline].contains(arc.to.slot) {
      cost -= opens ? 3 : 2  // its heading stands stacked with another's
    }
    if arc.from.slot == .label, index > 0 {
      // Text on the label's own line is the sidebar's body; a title after it belongs to another story.
      let alone = !isTextOfLabel(.label, index - 1)
      if arc.kind == .goesOn, arc.to.slot == .title, !alone { return 30 }
      if arc.kind == .starts, alone { return 30 }
    }
    if before.lastBody >= 0 {
      let last = Int(before.lastBody)
      let cut = facts[last].isCut
      let signed = facts[last].isSigned
      switch arc.kind {
      case .joins:
        if signed { cost += 4 }
        if evidence.contains(.item) { cost += 6 }
        if cut {
          cost +=
            evidence.contains(.beginsInMidSentence)
            ? -1 : evidence.contains(.dayFirst) ? 3.5 : evidence.contains(.sentenceOpener) ? 2 : 0
        } else if evidence.contains(.beginsInMidSentence) {
          cost += 4
        }
      case .starts: if cut { cost += 3 }
      case .goesOn:
        if arc.to.slot == .caption, cut, last == index - 1 { cost -= 0.5 }
        if arc.to.slot == .subhead { cost += (cut ? 2.5 : 0) + (signed ? 4 : 0) }
        if arc.to.slot == .tailTitle || arc.to.slot == .signature, cut { cost += 2 }
      }
    }
    return cost
  }

  private func trace(_ steps: [Step], last: [Cell]) -> PagePath {
    var slots = [Slot](repeating: .body, count: readings.count)
    var starts = [Bool](repeating: false, count: readings.count)
    var best = (state: 0, cost: Float.infinity)
    for state in states where last[state.index].cost < .infinity {
      let cell = last[state.index]
      let cost =
        cell.cost + PageGrammar.endCost(state) + (cell.lastBody >= 0 && facts[Int(cell.lastBody)].isCut ? 2 : 0)
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
