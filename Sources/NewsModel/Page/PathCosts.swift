/// What the article under way remembers, beyond the state of the grammar.
struct PathMemory {
  /// The last piece of body; -1 before the first.
  var lastBody: Int32 = -1
  /// Lines of the last heading that could head bodies further down.
  var spareTitles: Int8 = 0
  /// Subheads of the article.
  var subheads: Int8 = 0
  /// Articles before it that ended in mid-sentence and whose other half was not seen.
  var waiting: Int8 = 0
}

/// What the way through a page costs beyond its slots and arcs: what a block's neighbours and the article under way say.
struct PathCosts {
  private let list: BlockList
  private let readings: [Reading]
  private let links: TitleLinks
  /// What the search asks of each block, side by side in memory: it asks for every arc.
  private let facts: [Facts]

  /// What is true of a block or of the one after it.
  private struct Facts {
    let evidence: Evidence
    /// Whether the block opens a report and names its authors.
    let names: Bool
    /// Whether the block ends in mid-sentence.
    let isCut: Bool
    /// Whether it is a label with its text on the same line.
    let isLongLabel: Bool
    /// Whether no blank line stands before it.
    let isClose: Bool
    /// Whether it is one short sentence, as captions without a credit are.
    let isShortSentence: Bool
    /// Whether it could be a title.
    let couldBeTitle: Bool
    /// Whether an author or photographer signs its end.
    var isSigned: Bool { !evidence.isDisjoint(with: [.inlineSignature, .inlineCredit]) }
    /// Whether it is a credit or a byline as credits are printed, too.
    var mayCredit: Bool { evidence.contains(.credit) || evidence.contains([.byline, .marker]) }
    /// Whether it opens a report or names its authors.
    var opensOrNames: Bool { !evidence.isDisjoint(with: [.opening, .byline]) && !evidence.contains(.credit) }
    /// Whether it ends a notice.
    var signsOff: Bool { evidence.contains(.signOff) }
  }

  init(_ list: BlockList, _ readings: [Reading], _ links: TitleLinks) {
    self.list = list
    self.readings = readings
    self.links = links
    facts = readings.indices.map { index in
      let reading = readings[index]
      return Facts(
        evidence: reading.evidence, names: reading.opening != nil && !reading.byline.credits.isEmpty,
        isCut: reading.isCut(list.text(index)), isLongLabel: reading.length > 46,
        isClose: !list.blocks[index].afterBlank,
        isShortSentence: (8...46).contains(reading.length) && reading.evidence.contains(.endsSentence)
          && reading.evidence.isDisjoint(with: [.opening, .holdsSentence, .question, .asks]),
        couldBeTitle: TitleLinks.couldBeTitle(reading))
    }
  }

  /// Whether a block in `slot` is a piece of body, or holds one.
  func carriesBody(_ slot: Slot, _ index: Int) -> Bool {
    slot.isBody || isTextOfLabel(slot, index)
  }

  /// Adds to the costs of the slots, by raw value, what the neighbours of block `index` say.
  func addNeighbours(of index: Int, to costs: inout [Float]) {
    let own = facts[index]
    let next: Facts? = index + 1 < facts.count ? facts[index + 1] : nil
    for slot in Self.slotsWithNeighbours { costs[Int(slot.rawValue)] += fit(slot, index, own, next) }
  }

  /// The slots for which `fit` says something.
  private static let slotsWithNeighbours: [Slot] = [
    .section, .title, .byline, .body, .subhead, .caption, .signature, .tailTitle, .photoCaption,
  ]

  private func fit(_ slot: Slot, _ index: Int, _ own: Facts, _ next: Facts?) -> Float {
    var cost: Float = 0
    switch slot {
    case .caption, .photoCaption:
      cost += slot == .caption ? -1.1 * (links.before[index]) : 1.1 * (links.before[index])
      guard let next else { return cost }
      let isPicture = !own.evidence.isDisjoint(with: [.captionWords, .dayFirst])
      if slot == .photoCaption, !isPicture, !own.evidence.contains(.inlineCredit), !next.mayCredit { cost += 1.4 }
      if next.evidence.contains(.credit) {
        cost += -2.6
      } else if next.mayCredit {
        if isPicture {
          cost += -2.3
        } else {
          cost += index > 0 && facts[index - 1].evidence.contains(.dayFirst) ? -2.7 : -0.3
        }
      } else if isPicture, next.evidence.contains(.inlineCredit) {
        cost += -0.3
      } else if isPicture, creditsAfterNext(index) {
        cost += slot == .photoCaption ? -3.7 : -2
      }
      if own.isShortSentence { cost += next.evidence.contains(.remnant) ? -1.4 : -0.7 }
    case .tailTitle:
      if own.evidence.contains(.sectionWord) { cost += 2.8 }
      cost += -7.2 * (links.before[index] - links.after[index])
    case .section:
      guard let next, next.couldBeTitle else { return 1.1 }
      // Lines under one another without a blank between them are one heading.
      if readings[index + 1].length <= readings[index].length { cost += 0.5 }
      if !next.isClose {
        cost += -0.1
      } else {
        cost += own.evidence.isDisjoint(with: [.columnName, .sectionWord]) ? 2.4 : 0.9
      }
    case .title:
      if own.isClose { cost += 0.7 }
      if let next {
        if next.opensOrNames { cost += -0.2 }
        if next.couldBeTitle, readings[index].length <= 6 { cost += -0.3 }
        if next.evidence.contains(.tableRow) { cost += -0.5 }
        if next.evidence.contains(.dayFirst) { cost += -0.3 }
      }
      cost += -1.9 * (links.after[index] - links.before[index])
      cost += 0.1 * (links.before[index])
    case .subhead:
      if own.isClose { cost += 0.3 }
      if let next {
        if next.opensOrNames { cost += 0.1 }
        if next.couldBeTitle { cost += 0.9 }
        if next.evidence.contains(.tableRow) { cost += 0.5 }
        if next.evidence.contains(.dayFirst) { cost += 0.1 }
      }
      cost += 0.3 * (links.after[index] - links.before[index])
      cost += -0.1 * (links.before[index])
    case .byline:
      if let next, next.couldBeTitle { cost += 0.1 }
    case .signature:
      if let next, next.couldBeTitle { cost += 0.2 }
    case .body:
      if own.isShortSentence, let next, next.evidence.contains(.remnant) { cost += 1.4 }
    default: break
    }
    return cost
  }

  /// Whether the block after the next credits a picture whose caption has two paragraphs.
  private func creditsAfterNext(_ index: Int) -> Bool {
    index + 2 < facts.count && facts[index + 2].mayCredit && readings[index + 1].length <= 160
      && facts[index + 1].evidence.isDisjoint(with: [.opening, .byline])
      && (facts[index + 1].evidence.contains(.endsSentence) || !facts[index + 1].couldBeTitle)
  }

  /// What the article remembers once block `index` was reached in state `to` from a block in slot `from`.
  func memory(
    after kind: PageArc.Kind, _ from: Slot, _ to: PageState, _ before: PathMemory, _ index: Int
  ) -> PathMemory {
    let goesOn = kind != .starts
    var waiting = before.waiting
    if !goesOn {
      let isCut = before.lastBody >= 0 && facts[Int(before.lastBody)].isCut
      // Other halves stand near: a whole story in between makes one less likely.
      if waiting > 0, resumes(to, index) || (to.titled && !isCut) { waiting -= 1 }
      if isCut { waiting = min(3, waiting + 1) }
    }
    return PathMemory(
      lastBody: carriesBody(to.slot, index) ? Int32(index) : goesOn ? before.lastBody : -1,
      spareTitles: spareTitles(kind, from, to, before, index),
      subheads: goesOn ? min(before.subheads, 99) + (to.slot == .subhead ? 1 : 0) : 0, waiting: waiting)
  }

  /// Whether a text that begins in `state` goes on with another story.
  private func resumes(_ state: PageState, _ index: Int) -> Bool {
    !state.titled && (state.slot == .body || state.slot == .closing)
      && facts[index].evidence.isDisjoint(with: [.opening, .dated, .item])
  }

  /// How many headings stand stacked above bodies to come, once state `to` was reached.
  private func spareTitles(
    _ kind: PageArc.Kind, _ from: Slot, _ to: PageState, _ before: PathMemory, _ index: Int
  ) -> Int8 {
    if to.slot == .title {
      guard kind == .goesOn, from == .title else { return 0 }
      let couldHead =
        facts[index].evidence.isDisjoint(with: [.dash, .placeAlone])
        && facts[index - 1].evidence.isDisjoint(with: [.placeAlone, .sectionWord])
      return min(before.spareTitles, 99) + (couldHead ? 1 : 0)
    }
    if kind == .starts, beginsUnheaded(to) { return max(0, before.spareTitles - 1) }
    return before.spareTitles
  }

  /// Whether an article that begins in `state` has a text and no heading above it.
  private func beginsUnheaded(_ state: PageState) -> Bool {
    !state.titled && (state.slot == .body || state.slot == .closing || state.slot == .byline)
  }

  /// A label with its text on the same line carries body.
  private func isTextOfLabel(_ slot: Slot, _ index: Int) -> Bool { slot == .label && facts[index].isLongLabel }

  /// What `along` takes off the cost of an arc that goes on, at the most: dearer arcs need not be looked at.
  static let mostOffGoingOn: Float = 2.5

  /// What `along` takes off the cost of an arc that starts an article at block `index`, at the most.
  func mostOff(startingAt index: Int) -> Float {
    let evidence = facts[index].evidence
    var off: Float = evidence.contains(.opening) ? 1.1 + 3 : 0.7
    if evidence.contains(.continuation) { off += 5 }
    if evidence.contains(.item) { off += 1 }
    if facts[index].isClose { off -= 1.2 }
    if facts[index - 1].signsOff { off += 1.2 }
    if facts[index - 1].evidence.contains(.inlineCredit) { off += 1.3 }
    return off
  }

  /// What going on from slot `from` to block `index` in state `to` costs here, beyond what the grammar says: cut
  /// sentences, openings, labels.
  func along(
    _ kind: PageArc.Kind, _ from: Slot, _ to: PageState, _ before: PathMemory, _ index: Int
  ) -> Float {
    let evidence = facts[index].evidence
    let opens = evidence.contains(.opening)
    var cost: Float = 0
    if kind == .starts {
      if from == .photoCaption, facts[index - 1].evidence.contains(.inlineCredit) { cost += -1.3 }
      if before.subheads == 1 { cost += 2.5 }  // subheads come in numbers
      if facts[index].isClose { cost += 1.2 }
      if facts[index - 1].signsOff { cost += -1.2 }
      if to.slot == .byline, !evidence.contains(.byline) { cost += 2.2 }
    }
    switch to.slot {
    case .body:
      let begins = before.lastBody < 0 || kind == .starts
      if begins {
        // The first paragraph: an opening with names attributes the report.
        if from != .byline, facts[index].names != to.attributed { return 30 }
        if !opens, evidence.contains(.beginsInMidSentence) { cost += 2 }
        if opens, kind == .starts { cost += -1.1 }
        // Without heading, byline or opening nothing says that an article begins.
        if !opens, kind == .starts, before.spareTitles == 0, !evidence.contains(.continuation) {
          // Most first paragraphs name the day; other texts go on with a story that was cut further up.
          if evidence.contains(.dated) {
            cost += 1.5
          } else if before.waiting > 0 {
            cost += evidence.isDisjoint(with: Self.midSentence) ? 1.5 : 0.5
          } else {
            cost += 3.4
          }
        }
        if evidence.contains(.continuation), kind == .starts { cost += -5 }
        if kind != .starts, evidence.contains(.sentenceOpener) { cost += 0.3 }
        if kind != .starts, evidence.contains(.dated) { cost += -0.8 }
      } else if opens || evidence.contains(.continuation) {
        cost += to.attributed ? 9 : 7
      }
    case .closing where before.lastBody < 0 || kind == .starts:
      if to.titled, kind == .starts, !evidence.contains(.item) { return 30 }
    case .item: if kind == .starts || from == .section { cost += -1 }
    case .title where from == .aside && kind == .goesOn, .byline where from == .aside:
      if before.lastBody >= 0 { return 30 }  // a masthead stands inside the heading, not inside the story
    case .title where from == .title: if before.spareTitles >= 2 { cost += 0.2 }
    default: break
    }
    if kind == .starts, before.spareTitles > 0, beginsUnheaded(to) {
      cost += opens ? -3 : -0.7  // its heading stands stacked with another's
    }
    if from == .label, index > 0 {
      // Text on the label's own line is the sidebar's body; a title after it belongs to another story.
      let alone = !isTextOfLabel(.label, index - 1)
      if kind == .goesOn, to.slot == .title, !alone { return 30 }
      if kind == .starts, alone { return 30 }
    }
    if before.lastBody >= 0 { cost += afterBody(Int(before.lastBody), kind, to.slot, index) }
    return cost
  }

  /// Signs that a text goes on from another.
  private static let midSentence: Evidence = [.beginsInMidSentence, .dependentFirst, .closesQuote, .remnant]

  /// What going on costs when the last piece of body is block `last`.
  private func afterBody(_ last: Int, _ kind: PageArc.Kind, _ to: Slot, _ index: Int) -> Float {
    let evidence = facts[index].evidence
    let cut = facts[last].isCut
    let signed = facts[last].isSigned
    var cost: Float = 0
    switch kind {
    case .joins:
      if signed { cost += 4.4 }
      if facts[last].signsOff { cost += 1.2 }
      if facts[index].isClose { cost += -0.1 }
      if evidence.contains(.tableRow) { cost += facts[last].evidence.contains(.tableRow) ? 0.1 : 0 }
      if evidence.contains(.item) { cost += 6 }
      if cut {
        cost +=
          evidence.contains(.beginsInMidSentence)
          ? -1 : evidence.contains(.dayFirst) ? 3.7 : evidence.contains(.sentenceOpener) ? 1.9 : 0
        if evidence.contains(.dependentFirst) { cost += -0.1 }
        if evidence.contains(.remnant) { cost += 0.3 }
        if facts[last].evidence.contains(.opensQuote) {
          if evidence.contains(.closesQuote) { cost += -1.2 } else if facts[index].isShortSentence { cost += 1.5 }
        }
      } else {
        if evidence.contains(.beginsInMidSentence) { cost += 4 }
        if evidence.contains(.dependentFirst) { cost += 1.1 }
        if evidence.contains(.remnant) { cost += 2.2 }
        if evidence.contains(.dayFirst) { cost += 0.3 }
        if evidence.contains(.dated) { cost += 0.9 }
      }
    case .starts: if cut { cost += 2.1 }
    case .goesOn:
      if to == .caption {
        cost += cut && last == index - 1 ? 0 : 0.5
        if cut, evidence.contains(.scene) { cost += -1 }
      }
      if to == .subhead, facts[index - 1].signsOff { cost += 2.2 }
      if to == .subhead { cost += (cut ? 2.9 : 0) + (signed ? 4 : 0) }
      if to == .tailTitle || to == .signature, cut { cost += 2.3 }
    }
    return cost
  }

  /// What it costs that a page ends when the last piece of body is `lastBody`.
  func atEnd(_ memory: PathMemory) -> Float { memory.lastBody >= 0 && facts[Int(memory.lastBody)].isCut ? 2 : 0 }
}
