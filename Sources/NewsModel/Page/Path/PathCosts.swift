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
  var evidence: Evidence
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
  private(set) var blocks: [BlockFacts]
  let links: TitleLinks
  /// By block: what it and the block above it say as lines of one heading; no conditions where they cannot be.
  private(set) var pairs: [UInt64]
  /// By block: where it stands among texts and titles.
  let contexts: [BlockContext]
  let habits: PageHabits

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
    habits = PageHabits(facts, isTitle: titles)
    contexts = Self.contexts(facts, isTitle: titles, links)

    func couldBeBody(_ reading: Reading) -> Bool {
      reading.length > 26 || !reading.evidence.isDisjoint(with: [.endsSentence, .endsWithComma, .comma])
    }
  }

  /// The same with a share of the signs taken away at random: learning must not lean on any of them alone.
  func losing(_ share: Double, using random: inout some RandomNumberGenerator) -> PathFacts {
    var facts = self
    func thin(_ bits: UInt64, using random: inout some RandomNumberGenerator) -> UInt64 {
      var (bits, kept) = (bits, UInt64(0))
      while bits != 0 {
        if Double.random(in: 0..<1, using: &random) >= share { kept |= bits & (~bits + 1) }
        bits &= bits - 1
      }
      return kept
    }
    for index in blocks.indices {
      facts.blocks[index].evidence = Evidence(rawValue: thin(blocks[index].evidence.rawValue, using: &random))
      let always = HeadingPair.Condition.always.rawValue
      facts.pairs[index] = thin(pairs[index], using: &random) | pairs[index] & 1 << UInt64(always)
    }
    return facts
  }

  private static func contexts(_ blocks: [BlockFacts], isTitle: [Bool], _ links: TitleLinks) -> [BlockContext] {
    var contexts = [BlockContext](repeating: BlockContext(textAbove: -1, textBelow: -1), count: blocks.count)
    var above: Int32 = -1
    for index in blocks.indices {
      contexts[index].textAbove = above
      if blocks[index].length > 46 { above = Int32(index) }
    }
    var below = Int32(blocks.count)
    for index in blocks.indices.reversed() {
      contexts[index].textBelow = below
      if blocks[index].length > 46 { below = Int32(index) }
    }
    let lengths = blocks.map(\.length)
    var start = 0
    while start < blocks.count {
      var end = start
      while end < blocks.count, isTitle[end] { end += 1 }
      for index in start..<end {
        contexts[index].run = TitleRun(
          place: index - start, lengths: lengths[start..<end], shares: links.after[start..<end])
      }
      start = max(end, start + 1)
    }
    return contexts
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
      if before.waiting > 0, Self.startsHeadless(state) || (state.titled && !isCut) { memory.waiting -= 1 }
      if isCut { memory.waiting = min(3, memory.waiting + 1) }
      memory.subheads = 0
      memory.lastBody = -1
    }
    if carriesBody(state.role, index) { memory.lastBody = Int32(index) }
    if state.role == .subhead { memory.subheads = min(memory.subheads + 1, 2) }
    return memory
  }

  /// Whether an article that begins in `state` has a text and no heading above it.
  static func startsHeadless(_ state: PageState) -> Bool {
    !state.titled && (state.role == .body || state.role == .closing)
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

  /// Hands over the outputs of the network that a path's cost holds: block and output.
  func visitOutputs(of path: PagePath, _ body: (Int, Int) -> Void) {
    var memory = PathMemory()
    for (index, state) in path.states.enumerated() {
      let starts = path.starts[index]
      body(index, Int(state.role.rawValue))
      if starts {
        let kind = PathFeature.StartKind(state.role)
        body(index, PathNetwork.Output.starts + kind.rawValue)
        if kind == .heading, pairs[index] != 0 { body(index, PathNetwork.Output.apart) }
      } else {
        let from = path.states[index - 1]
        if memory.lastBody >= 0, let arc = PageGrammar.arcs.number(from: from, to: state), PageGrammar.arcs[arc].joins {
          body(index, PathNetwork.Output.join)
        }
        if pairs[index] != 0, let column = HeadingPair.column(from.role, state.role) {
          body(index, PathNetwork.Output.pair + column)
        }
      }
      memory = self.memory(starts: starts, state, memory, index)
    }
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
    guard let from else {
      if Self.startsHeadless(to), let row = headless(index, waits: false) { body(PathFeature.memory + row.rawValue, 1) }
      return
    }
    if kind == PathFeature.StartKind.heading.rawValue { visitPair(index) { body(PathFeature.headingApart + $0, 1) } }
    body(PathFeature.end + from.index, 1)
    body(PathFeature.turn + Int(from.role.rawValue) * BlockRole.count + column, 1)
    if memory.lastBody >= 0 {
      body(PathFeature.endFit + endFit(index, memory.lastBody) * kinds + kind, 1)
      body(PathFeature.endWording + wording(index, memory.lastBody) * kinds + kind, 1)
    }
    if memory.subheads == 1 { body(PathFeature.memory + PathFeature.MemoryRow.oneSubhead.rawValue, 1) }
    let waits = memory.waiting > 0 || memory.lastBody >= 0 && blocks[Int(memory.lastBody)].isCut
    if Self.startsHeadless(to), let row = headless(index, waits: waits) { body(PathFeature.memory + row.rawValue, 1) }
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
      let rows = afterLast(index, memory.lastBody)
      for row in 0..<4 where rows & (1 << UInt8(row)) != 0 {
        body(PathFeature.afterLast + row * BlockRole.count + Int(to.role.rawValue), 1)
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

  /// The rows of the family "after last" that hold, a bit for each.
  func afterLast(_ index: Int, _ lastBody: Int32) -> UInt8 {
    let last = blocks[Int(lastBody)]
    return (last.isCut ? 1 : 0) | (last.isCut && Int(lastBody) == index - 1 ? 2 : 0) | (last.isSigned ? 4 : 0)
      | (last.evidence.contains(.signOff) ? 8 : 0)
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

  /// The row of the family "memory" for an article that begins with block `index` as a text without a heading, where a
  /// sentence waits for its other half, or none does.
  func headless(_ index: Int, waits: Bool) -> PathFeature.MemoryRow? {
    guard blocks[index].evidence.isDisjoint(with: [.opening, .continuation]) else { return nil }
    if blocks[index].evidence.contains(.dated) { return .headlessDated }
    if !waits { return .headless }
    return blocks[index].evidence.isDisjoint(with: Self.midSentence) ? .headlessWaited : .headlessWaitedMid
  }

  /// Signs that a text goes on from another.
  private static let midSentence: Evidence = [.beginsInMidSentence, .dependentFirst, .closesQuote, .remnant]
}
