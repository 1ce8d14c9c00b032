/// What the article under way remembers, beyond the state of the grammar.
struct PathMemory {
  /// The last piece of body; -1 before the first.
  var lastBody: Int32 = -1
  /// Subheads of the article, up to 2.
  var subheads: Int8 = 0
  /// Articles before it that ended in mid-sentence and whose other half was not seen, up to 3.
  var waiting: Int8 = 0
}

/// What is true of a block, where the costs of paths ask for it.
struct BlockFacts {
  let evidence: Evidence
  let length: Int
  /// Whether the block opens a report and names its authors.
  let names: Bool
  /// Whether the block ends in mid-sentence.
  let isCut: Bool
  /// Whether it is a label with its text on the same line.
  let isLongLabel: Bool
  /// Whether no blank line stands before it.
  let isClose: Bool
  /// How well it goes on with the sentence that the text above it was cut in (`FitClass`), and which block that is.
  var fit = FitClass.unknown
  var fitLast: Int32 = -1
  /// How much of its wording the text above it shares (`WordingClass`), and which block that is.
  var wording = WordingClass.unknown
  var wordingLast: Int32 = -1
  /// Whether an author or photographer signs its end.
  var isSigned: Bool { !evidence.isDisjoint(with: [.inlineSignature, .inlineCredit]) }
}

/// What a page says for and against every step of a path, in terms of features (`PathFeature`).
struct PathFacts {
  let blocks: [BlockFacts]
  let links: TitleLinks
  /// By block: what it and the block above it say as lines of one heading; no conditions where they cannot be.
  let pairs: [UInt64]

  init(_ list: BlockList, _ readings: [Reading], _ links: TitleLinks, _ cohesion: inout Cohesion) {
    self.links = links
    let fit = CutFit(list: list, readings: readings)
    var facts = readings.indices.map { index in
      let reading = readings[index]
      return BlockFacts(
        evidence: reading.evidence, length: reading.length,
        names: reading.opening != nil && !reading.byline.credits.isEmpty,
        isCut: reading.isCut(list.text(index)), isLongLabel: reading.length > 46,
        isClose: !list.blocks[index].afterBlank)
    }
    var last = -1
    for index in facts.indices {
      if last >= 0, facts[last].isCut, facts[index].length > 2,
        facts[index].evidence.isDisjoint(with: [.furniture, .debris, .byline])
      {
        facts[index].fitLast = Int32(last)
        facts[index].fit = FitClass.of(fit.goesOn(last, index) - max(fit.begins(index), -4))
      }
      if couldBeBody(readings[index]) {
        if last >= 0, facts[index].length >= 12 {
          facts[index].wordingLast = Int32(last)
          facts[index].wording = WordingClass.of(
            cohesion.share(
              of: list.blocks[index].text.prefix(Self.reach), in: [list.blocks[last].text.suffix(Self.reach)]))
        }
        last = index
      }
    }
    blocks = facts
    let titles = readings.map(TitleLinks.couldBeTitle)
    // Reports that open without a heading right above: theirs may stand in a heap.
    var unheaded = [Int](repeating: 0, count: readings.count + 1)  // those at or below each block
    for index in readings.indices.reversed() {
      let opens =
        !readings[index].evidence.isDisjoint(with: [.opening, .byline]) && !readings[index].evidence.contains(.credit)
      let follows = index > 0 && (titles[index - 1] || readings[index - 1].evidence.contains(.byline))
      unheaded[index] = unheaded[index + 1] + (opens && !follows ? 1 : 0)
    }
    var pairs = [UInt64](repeating: 0, count: readings.count)
    for index in readings.indices.dropFirst() where titles[index] && titles[index - 1] {
      pairs[index] =
        HeadingPair(
          index - 1, index, list, readings, isFirst: index < 2 || !titles[index - 2],
          isLast: index + 1 >= titles.count || !titles[index + 1], lean: links.after[index] - links.after[index - 1],
          unheadedBelow: unheaded[index], unheadedAbove: unheaded[0] > unheaded[index]
        ).conditions
    }
    self.pairs = pairs

    func couldBeBody(_ reading: Reading) -> Bool {
      reading.length > 26 || !reading.evidence.isDisjoint(with: [.endsSentence, .endsWithComma, .comma])
    }
  }

  /// How many scalars on either side of a seam are compared by their wording.
  private static let reach = 400

  /// Whether a block in `role` is a piece of body, or holds one.
  func carriesBody(_ role: BlockRole, _ index: Int) -> Bool {
    role.isBody || role == .label && blocks[index].isLongLabel
  }

  /// What the article remembers once block `index` was reached in `state` from an article that remembers `before`.
  func memory(starts: Bool, _ state: PageState, _ before: PathMemory, _ index: Int) -> PathMemory {
    var memory = before
    if starts {
      let isCut = before.lastBody >= 0 && blocks[Int(before.lastBody)].isCut
      // Other halves stand near: a whole story in between makes one less likely.
      if before.waiting > 0, startsHeadless(state) || (state.titled && !isCut) { memory.waiting -= 1 }
      if isCut { memory.waiting = min(3, memory.waiting + 1) }
      memory.subheads = 0
      memory.lastBody = -1
    }
    if carriesBody(state.role, index) { memory.lastBody = Int32(index) }
    if state.role == .subhead { memory.subheads = min(memory.subheads + 1, 2) }
    return memory
  }

  /// Whether an article that begins in `state` has a text and no heading above it.
  private func startsHeadless(_ state: PageState) -> Bool {
    !state.titled && (state.role == .body || state.role == .closing)
  }

  /// Whether a step is impossible whatever its features weigh: an opening names the report's authors, or it does not.
  func isImpossible(starts: Bool, from: BlockRole?, _ to: PageState, _ before: PathMemory, _ index: Int) -> Bool {
    to.role == .body && from != .byline && (starts || before.lastBody < 0) && blocks[index].names != to.attributed
  }

  // MARK: Features

  /// Hands over the features of a path as numbers of weights and values.
  func visitFeatures(of path: PagePath, _ body: (Int, Float) -> Void) {
    var memory = PathMemory()
    for (index, state) in path.states.enumerated() {
      let starts = path.starts[index]
      visitOwn(index, state.role, body)
      if starts {
        visitStart(index, from: index > 0 ? path.states[index - 1] : nil, state, memory, body)
      } else {
        visitStep(index, from: path.states[index - 1], state, memory, body)
      }
      memory = self.memory(starts: starts, state, memory, index)
    }
    if let last = path.states.last { visitPageEnd(last, memory, body) }
  }

  private func visitRules(_ index: Int, _ body: (Int) -> Void) {
    var bits = blocks[index].evidence.rawValue
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
    body(PathFeature.always)
    if blocks[index].isClose { body(PathFeature.isClose) }
  }

  private func visitNeighbour(_ index: Int, _ body: (Int) -> Void) {
    guard blocks.indices.contains(index) else { return body(PathFeature.noNeighbour) }
    var bits = blocks[index].evidence.rawValue
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  private func visitOwn(_ index: Int, _ role: BlockRole, _ body: (Int, Float) -> Void) {
    let column = Int(role.rawValue)
    let width = BlockRole.count
    visitRules(index) { body(PathFeature.own + $0 * width + column, 1) }
    body(PathFeature.length + LengthClass.of(blocks[index].length) * width + column, 1)
    visitNeighbour(index - 1) { body(PathFeature.before + $0 * width + column, 1) }
    visitNeighbour(index + 1) { body(PathFeature.after + $0 * width + column, 1) }
    if index > 0 {
      body(PathFeature.lengthBefore + LengthClass.coarse(blocks[index - 1].length) * width + column, 1)
    }
    if index + 1 < blocks.count {
      body(PathFeature.lengthAfter + LengthClass.coarse(blocks[index + 1].length) * width + column, 1)
    }
    body(PathFeature.wording + column, links.before[index])
    body(PathFeature.wording + width + column, links.after[index])
  }

  private func visitStart(
    _ index: Int, from: PageState?, _ to: PageState, _ memory: PathMemory, _ body: (Int, Float) -> Void
  ) {
    let column = Int(to.role.rawValue)
    visitRules(index) { body(PathFeature.opens + $0 * BlockRole.count + column, 1) }
    body(PathFeature.start + to.index, 1)
    let kind = PathFeature.StartKind(to.role).rawValue
    let kinds = PathFeature.StartKind.count
    visitNeighbour(index - 1) { body(PathFeature.afterEnd + $0 * kinds + kind, 1) }
    guard let from else { return }
    if kind == PathFeature.StartKind.heading.rawValue { visitPair(index) { body(PathFeature.headingApart + $0, 1) } }
    body(PathFeature.end + from.index, 1)
    body(PathFeature.turn + Int(from.role.rawValue) * BlockRole.count + column, 1)
    if memory.lastBody >= 0 {
      body(PathFeature.endFit + endFit(index, memory.lastBody) * kinds + kind, 1)
      body(PathFeature.endWording + wording(index, memory.lastBody) * kinds + kind, 1)
    }
    if memory.subheads == 1 { body(PathFeature.memory + PathFeature.MemoryRow.oneSubhead.rawValue, 1) }
    if let row = headless(index, to, memory) { body(PathFeature.memory + row.rawValue, 1) }
  }

  private func visitStep(
    _ index: Int, from: PageState, _ to: PageState, _ memory: PathMemory, _ body: (Int, Float) -> Void
  ) {
    guard let arc = PageGrammar.arcs.number(from: from, to: to) else { return }
    body(PathFeature.arc + arc, 1)
    if memory.lastBody < 0 {
      if to.role == .body || to.role == .closing {
        let first = PathFeature.firstText + (to.titled ? PathFeature.ruleRows : 0)
        visitRules(index) { body(first + $0, 1) }
      }
    } else if PageGrammar.arcs[arc].joins {
      let last = blocks[Int(memory.lastBody)]
      let family = last.isCut ? PathFeature.joinCut : PathFeature.joinWhole
      visitRules(index) { body(family + $0, 1) }
      visitNeighbour(Int(memory.lastBody)) { body(PathFeature.joinLast + $0, 1) }
      if last.isCut { body(PathFeature.joinFit + fit(index, memory.lastBody), 1) }
      body(PathFeature.joinWording + wording(index, memory.lastBody), 1)
    } else {
      visitAfterLast(index, memory.lastBody) {
        body(PathFeature.afterLast + $0 * BlockRole.count + Int(to.role.rawValue), 1)
      }
    }
    if let column = HeadingPair.column(from.role, to.role) {
      visitPair(index) { body(PathFeature.headingPair + $0 * 9 + column, 1) }
    }
  }

  func visitPair(_ index: Int, _ body: (Int) -> Void) {
    var bits = pairs[index]
    while bits != 0 {
      body(bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  private func visitPageEnd(_ last: PageState, _ memory: PathMemory, _ body: (Int, Float) -> Void) {
    body(PathFeature.end + last.index, 1)
    if memory.subheads == 1 { body(PathFeature.memory + PathFeature.MemoryRow.oneSubhead.rawValue, 1) }
    if memory.lastBody >= 0, blocks[Int(memory.lastBody)].isCut {
      body(PathFeature.memory + PathFeature.MemoryRow.pageEndsCut.rawValue, 1)
    }
  }

  func visitAfterLast(_ index: Int, _ lastBody: Int32, _ body: (Int) -> Void) {
    let last = blocks[Int(lastBody)]
    if last.isCut { body(0) }
    if last.isCut, Int(lastBody) == index - 1 { body(1) }
    if last.isSigned { body(2) }
    if last.evidence.contains(.signOff) { body(3) }
  }

  func fit(_ index: Int, _ lastBody: Int32) -> Int {
    blocks[index].fitLast == lastBody ? blocks[index].fit : FitClass.unknown
  }

  func wording(_ index: Int, _ lastBody: Int32) -> Int {
    blocks[index].wordingLast == lastBody ? blocks[index].wording : WordingClass.unknown
  }

  func endFit(_ index: Int, _ lastBody: Int32) -> Int {
    blocks[Int(lastBody)].isCut ? fit(index, lastBody) : FitClass.count
  }

  /// The row of the family "memory" for an article that begins with a text.
  func headless(_ index: Int, _ to: PageState, _ memory: PathMemory) -> PathFeature.MemoryRow? {
    guard startsHeadless(to), blocks[index].evidence.isDisjoint(with: [.opening, .continuation]) else { return nil }
    if blocks[index].evidence.contains(.dated) { return .headlessDated }
    let waits = memory.waiting > 0 || memory.lastBody >= 0 && blocks[Int(memory.lastBody)].isCut
    if !waits { return .headless }
    return blocks[index].evidence.isDisjoint(with: Self.midSentence) ? .headlessWaited : .headlessWaitedMid
  }

  /// Signs that a text goes on from another.
  private static let midSentence: Evidence = [.beginsInMidSentence, .dependentFirst, .closesQuote, .remnant]
}

/// The costs of all steps to one block, in numbers: what the search for the best path adds up.
struct StepCosts {
  private let facts: PathFacts
  private let weights: UnsafePointer<Float>
  private let feature = Layout()
  /// The block at hand.
  private(set) var index = 0
  /// By role: the block in that role.
  private(set) var own = [Float](repeating: 0, count: BlockRole.count)
  /// By role: an article beginning with the block in that role.
  private(set) var starts = [Float](repeating: 0, count: BlockRole.count)
  /// The block as the first text of an article, without and with a heading.
  private var firstText: [Float] = [0, 0]
  /// By pair of roles: the block as a line of a heading.
  private var pair = [Float](repeating: 0, count: 9)
  /// The block as the first line of a heading below a line that could be one of another.
  private var apart: Float = 0
  /// What depends on the last piece of body, for the last such piece asked for.
  private var lastBody: Int32 = -2
  private var join: Float = 0
  private var afterLast = [Float](repeating: 0, count: BlockRole.count)
  private var endFit = [Float](repeating: 0, count: PathFeature.StartKind.count)

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

  /// - Parameter weights: `PathFeature.count` numbers that outlive the costs.
  init(_ facts: PathFacts, _ weights: UnsafePointer<Float>) {
    self.facts = facts
    self.weights = weights
  }

  /// Adds a row of weights to `sums`, `times` over.
  @inline(__always)
  private func add(_ row: Int, to sums: inout [Float]) {
    let weights = weights + row
    sums.withUnsafeMutableBufferPointer { sums in
      for column in 0..<sums.count { sums[column] += weights[column] }
    }
  }

  @inline(__always)
  private func addRules(of block: BlockFacts, _ family: Int, to sums: inout [Float]) {
    let width = sums.count
    var bits = block.evidence.rawValue
    while bits != 0 {
      add(family + bits.trailingZeroBitCount * width, to: &sums)
      bits &= bits - 1
    }
  }

  @inline(__always)
  private func sumOfRules(of block: BlockFacts, _ family: Int, alwaysToo: Bool = true) -> Float {
    var sum: Float = 0
    var bits = block.evidence.rawValue
    while bits != 0 {
      sum += weights[family + bits.trailingZeroBitCount]
      bits &= bits - 1
    }
    if alwaysToo {
      sum += weights[family + PathFeature.always]
      if block.isClose { sum += weights[family + PathFeature.isClose] }
    }
    return sum
  }

  /// Makes block `index` the one at hand.
  ///
  /// - Complexity: O(roles × rules that hold).
  mutating func setBlock(_ index: Int) {
    self.index = index
    lastBody = -2
    let width = BlockRole.count
    let block = facts.blocks[index]
    for role in 0..<width {
      own[role] =
        weights[feature.wording + role] * facts.links.before[index]
        + weights[feature.wording + width + role] * facts.links.after[index]
        + weights[feature.own + PathFeature.always * width + role]
      starts[role] = weights[feature.opens + PathFeature.always * width + role]
    }
    addRules(of: block, feature.own, to: &own)
    addRules(of: block, feature.opens, to: &starts)
    if block.isClose {
      add(feature.own + PathFeature.isClose * width, to: &own)
      add(feature.opens + PathFeature.isClose * width, to: &starts)
    }
    add(feature.length + LengthClass.of(block.length) * width, to: &own)
    var ends = [Float](repeating: 0, count: PathFeature.StartKind.count)
    if index > 0 {
      let above = facts.blocks[index - 1]
      addRules(of: above, feature.before, to: &own)
      addRules(of: above, feature.afterEnd, to: &ends)
      add(feature.lengthBefore + LengthClass.coarse(above.length) * width, to: &own)
    } else {
      add(feature.before + PathFeature.noNeighbour * width, to: &own)
      add(feature.afterEnd + PathFeature.noNeighbour * ends.count, to: &ends)
    }
    if index + 1 < facts.blocks.count {
      let below = facts.blocks[index + 1]
      addRules(of: below, feature.after, to: &own)
      add(feature.lengthAfter + LengthClass.coarse(below.length) * width, to: &own)
    } else {
      add(feature.after + PathFeature.noNeighbour * width, to: &own)
    }
    for role in BlockRole.allCases { starts[Int(role.rawValue)] += ends[PathFeature.StartKind(role).rawValue] }
    firstText[0] = sumOfRules(of: block, feature.firstText)
    firstText[1] = sumOfRules(of: block, feature.firstText + PathFeature.ruleRows)
    for column in 0..<9 { pair[column] = 0 }
    apart = 0
    facts.visitPair(index) {
      add(feature.headingPair + $0 * 9, to: &pair)
      apart += weights[feature.headingApart + $0]
    }
  }

  private mutating func setLast(_ last: Int32) {
    guard last != lastBody else { return }
    lastBody = last
    for role in afterLast.indices { afterLast[role] = 0 }
    for kind in endFit.indices { endFit[kind] = 0 }
    join = 0
    guard last >= 0 else { return }
    let block = facts.blocks[Int(last)]
    join =
      sumOfRules(of: facts.blocks[index], block.isCut ? feature.joinCut : feature.joinWhole)
      + sumOfRules(of: block, feature.joinLast, alwaysToo: false)
      + (block.isCut ? weights[feature.joinFit + facts.fit(index, last)] : 0)
      + weights[feature.joinWording + facts.wording(index, last)]
    facts.visitAfterLast(index, last) { add(feature.afterLast + $0 * BlockRole.count, to: &afterLast) }
    add(feature.endFit + facts.endFit(index, last) * endFit.count, to: &endFit)
    add(feature.endWording + facts.wording(index, last) * endFit.count, to: &endFit)
  }

  /// The cost of arc `number` from a block in `from` to the block at hand, its own cost aside.
  @inline(__always)
  mutating func step(_ number: Int, _ arc: PageArc, from: BlockRole, _ memory: PathMemory) -> Float {
    var cost = weights[feature.arc + number]
    if memory.lastBody < 0 {
      if arc.to.role == .body || arc.to.role == .closing { cost += firstText[arc.to.titled ? 1 : 0] }
    } else {
      setLast(memory.lastBody)
      cost += arc.joins ? join : afterLast[Int(arc.to.role.rawValue)]
    }
    if facts.pairs[index] != 0, let column = HeadingPair.column(from, arc.to.role) { cost += pair[column] }
    return cost
  }

  /// The cost of ending an article in `from` at the block above the one at hand, whatever begins there.
  func end(_ from: PageState, _ memory: PathMemory) -> Float {
    weights[feature.end + from.index]
      + (memory.subheads == 1 ? weights[feature.memory + PathFeature.MemoryRow.oneSubhead.rawValue] : 0)
  }

  /// The cost of beginning an article with the block at hand after one that ended in `from`, its own cost aside.
  mutating func start(_ to: PageState, after from: BlockRole, _ memory: PathMemory) -> Float {
    setLast(memory.lastBody)
    var cost =
      starts[Int(to.role.rawValue)] + weights[feature.start + to.index]
      + weights[feature.turn + Int(from.rawValue) * BlockRole.count + Int(to.role.rawValue)]
    let kind = PathFeature.StartKind(to.role)
    if kind == .heading { cost += apart }
    if memory.lastBody >= 0 { cost += endFit[kind.rawValue] }
    if let row = facts.headless(index, to, memory) { cost += weights[feature.memory + row.rawValue] }
    return cost
  }

  /// The cost of beginning the page's first article with the block at hand, its own cost aside.
  func first(_ to: PageState) -> Float {
    var cost = starts[Int(to.role.rawValue)] + weights[feature.start + to.index]
    if let row = facts.headless(index, to, PathMemory()) { cost += weights[feature.memory + row.rawValue] }
    return cost
  }

  /// The cost of the page's end after an article in `from`.
  func pageEnd(_ from: PageState, _ memory: PathMemory) -> Float {
    let isCut = memory.lastBody >= 0 && facts.blocks[Int(memory.lastBody)].isCut
    return end(from, memory) + (isCut ? weights[feature.memory + PathFeature.MemoryRow.pageEndsCut.rawValue] : 0)
  }
}
