/// The place of a block in the grammar of a page.
///
/// A page is a row of articles. An article has its heading, a byline, its body with subheads and captions set in, and
/// perhaps a signature; the heading may have slipped behind the body. Between articles stand columns' names, pictures
/// with captions, and page furniture.
enum Slot: UInt8, CaseIterable {
  /// Date line, editors, page number: the page's own, between articles.
  case furniture
  /// The name of a column, above the heading of its first article.
  case section
  /// 记者手记 and its kin: opens a sidebar.
  case label
  /// A line of the heading: kicker, headline or deck.
  case title
  /// A byline on its own, before the body.
  case byline
  /// A paragraph, or a piece of one.
  case body
  /// A paragraph that ends the article by a signature after its last sentence.
  case closing
  /// A text that opens and is one item of a block of briefs.
  case item
  /// A subhead inside a story.
  case subhead
  /// A caption set into a story.
  case caption
  /// The credit of a picture set into a story.
  case credit
  /// Jump lines and debris inside a story.
  case aside
  /// A byline on its own, after the body.
  case signature
  /// A line of a heading that stands after its body.
  case tailTitle
  /// A byline after a heading that stands after its body.
  case tailByline
  /// The caption of a picture that is an article of its own.
  case photoCaption
  /// The credit of such a picture.
  case photoCredit

  /// Whether a block in the slot is a piece of an article's body.
  var isBody: Bool { self == .body || self == .closing || self == .item }
}

/// What each rule is worth for each slot: the cost, in rough units of surprise, of a block with that evidence there.
///
/// Positive speaks against the slot, negative for it; only differences matter. The numbers here, in `PageGrammar` and in
/// `PathCosts` were set by hand and then fitted together to all annotated pages, so that the annotated way through a page
/// is cheaper than every other by a margin (a structured perceptron drawn back to the hand-set numbers; how strongly was
/// chosen by leaving pages out). They are no facts of print: whoever adds a rule sets its number by the size of the others
/// and lets the gold test judge.
enum RoleCosts {
  /// Sets `costs`, one for each slot by raw value, to those of a block of that evidence and length (scalars that are not
  /// white space).
  ///
  /// - Complexity: O(slots × rules that hold).
  static func setCosts(_ evidence: Evidence, length: Int, in costs: inout [Float]) {
    for slot in Slot.allCases { costs[Int(slot.rawValue)] = cost(of: length, evidence, in: slot) }
    let count = Slot.allCases.count
    costs.withUnsafeMutableBufferPointer { costs in
      weights.withUnsafeBufferPointer { weights in
        precondition(costs.count == count && weights.count == 64 * count)
        var bits = evidence.rawValue
        while bits != 0 {
          let row = bits.trailingZeroBitCount * count
          bits &= bits - 1
          for slot in 0..<count { costs[slot] += weights[row + slot] }
        }
      }
    }
    addNeeds(evidence, to: &costs)
  }

  /// Some slots are for certain blocks only.
  private static func addNeeds(_ evidence: Evidence, to costs: inout [Float]) {
    func need(_ wanted: Evidence, _ slot: Slot, cost: Float) {
      if evidence.isDisjoint(with: wanted) { costs[Int(slot.rawValue)] += cost }
    }
    need([.byline, .names], .byline, cost: 10.8)
    need([.byline, .names, .signature], .tailByline, cost: 11)
    need([.byline, .names, .signature], .signature, cost: 11)
    need([.credit, .byline, .names], .credit, cost: 11)
    need([.credit, .byline, .names], .photoCredit, cost: 11)
    need([.furniture, .masthead, .pointer, .debris, .jump, .dateAlone], .furniture, cost: 9)
    need([.furniture, .masthead, .pointer, .debris, .jump, .dateAlone], .aside, cost: 9)
    need([.sidebarLabel, .sideLabelInLine], .label, cost: 12)
    need([.item], .item, cost: 14)
    need([.inlineSignature, .jump], .closing, cost: 12)
  }

  /// The cost of the block's length.
  private static func cost(of n: Int, _ evidence: Evidence, in slot: Slot) -> Float {
    switch slot {
    case .title, .tailTitle:
      if evidence.contains(.placeAlone) { return 0.3 }
      if evidence.contains(.noticeAlone) { return 0.3 }
      return step(n, [(1, 8), (3, 3.6), (4, 1.6), (5, 1), (26, -0.4), (31, 1.1), (38, 2.4), (46, 4.6)], beyond: 10)
    case .subhead where evidence.contains(.numeral): return 0
    case .subhead where evidence.contains(.repeated): return -0.3
    case .subhead: return 1 + step(n, [(1, 8), (3, 2.6), (14, -0.3), (18, 0.9), (22, 1.6), (27, 3)], beyond: 8)
    case .body, .closing:
      // A short question on its own line is a headline's more often than a paragraph's.
      if evidence.contains(.asks), n <= 24,
        evidence.isDisjoint(with: [.question, .holdsSentence, .beginsInMidSentence])
      {
        return 2.2
      }
      if !evidence.isDisjoint(with: [.endsSentence, .holdsSentence, .tableRow, .signOff]) { return 0.2 }
      if evidence.isDisjoint(with: [.endsWithComma, .comma, .sentenceOpener, .beginsInMidSentence]) {
        return step(n, [(7, 4.4), (26, 3.9), (40, 2), (60, 0.5)], beyond: 0)
      }
      return step(n, [(7, 3), (20, 1.9), (40, 0.3)], beyond: 0)
    case .caption, .photoCaption: return 3.2 + step(n, [(5, 5), (9, 0.9), (180, 0.5), (260, 2)], beyond: 8)
    case .section:
      return (evidence.contains(.sectionWord) ? 0.4 : 2.8)
        + step(n, [(1, 6), (2, -0.4), (6, -0.9), (12, 0.3), (26, 0.6)], beyond: 8)
    case .byline, .signature, .credit, .photoCredit, .tailByline: return step(n, [(50, -0.4), (90, 1)], beyond: 8)
    case .furniture, .aside: return step(n, [(110, 0), (180, 1)], beyond: 8)
    case .label, .item: return 0
    }
  }

  /// The number that stands for `n`: of the first step that reaches it, or `beyond`.
  static func step(_ n: Int, _ steps: [(upTo: Int, cost: Float)], beyond: Float) -> Float {
    for step in steps where n <= step.upTo { return step.cost }
    return beyond
  }

  /// Slots that a rule is worth as much for as for their kin.
  private static let kin: [Slot: Slot] = [
    .title: .tailTitle, .caption: .photoCaption, .credit: .photoCredit, .signature: .tailByline, .body: .closing,
  ]

  /// Cost by rule (bit number) and slot, a row of slots for each rule.
  private static let weights: [Float] = {
    var weights = [Float](repeating: 0, count: 64 * Slot.allCases.count)
    func say(_ evidence: Evidence, _ costs: [Slot: Float]) {
      let row = evidence.rawValue.trailingZeroBitCount * Slot.allCases.count
      for (slot, cost) in costs {
        weights[row + Int(slot.rawValue)] = cost
        if let kin = kin[slot] { weights[row + Int(kin.rawValue)] = cost }
      }
    }
    say(.endsSentence, [.title: 5.1, .subhead: 4.9, .section: 5, .body: -0.4, .caption: -0.3])
    say(.asks, [.title: -4.4, .subhead: -4.2])
    say(.endsWithComma, [.title: 2.9, .subhead: 5, .section: 6, .body: -0.9])
    say(.beginsInMidSentence, [.title: 6, .subhead: 6, .section: 6, .body: -1.5, .caption: 3, .byline: 1])
    say(.holdsSentence, [.title: 5, .subhead: 4.8, .section: 5, .body: -0.7])
    say(.manyCommas, [.title: 1.7, .subhead: 3, .section: 3, .body: -1])
    say(.unbalanced, [.title: 2.5, .subhead: 3, .section: 3, .body: -0.7])
    say(.sentenceOpener, [.title: 2.3, .subhead: 2.8, .section: 3])
    say(.placeFirst, [.title: -1.2, .subhead: 1.6, .section: 0.9])
    say(.placeLabel, [.title: -0.6, .subhead: 1.3])
    say(.opening, [.title: 9.1, .subhead: 9, .section: 9, .caption: 8, .furniture: 3, .aside: 3])
    say(
      .byline,
      [.title: 7, .subhead: 7, .section: 8, .body: 6, .caption: 6, .byline: -2, .signature: -0.1, .credit: -0.8])
    say(
      .names,
      [.title: 2.5, .subhead: 2, .section: 3, .body: 4.1, .caption: 6, .byline: -0.4, .signature: -0.4, .credit: 0.6])
    say(
      .signature,
      [.title: 8.1, .subhead: 8, .section: 8, .body: 6, .caption: 6, .signature: -2.7, .byline: 2, .credit: 0.5])
    say(.inlineSignature, [.title: 6, .subhead: 8, .section: 8, .body: 1.1, .caption: 1.4])
    say(
      .credit,
      [.title: 7, .subhead: 7, .section: 8, .body: 5, .caption: 3, .credit: -2.6, .signature: 1.3, .byline: 0.6])
    say(.inlineCredit, [.title: 6, .subhead: 6, .section: 6, .body: 2.7, .caption: -4.7])
    say(.captionWords, [.title: 0.6, .subhead: 1, .section: 2, .body: 0.3, .caption: -1.1])
    say(.dayFirst, [.caption: -2.1])
    say(.sidebarLabel, [.title: 5, .subhead: 5, .section: 2, .body: 5, .caption: 6, .label: -3])
    say(.sideLabelInLine, [.label: -2.5, .title: 1.5, .subhead: 3, .body: 1.5])
    say(.sectionWord, [.title: 0.6, .subhead: 1.3, .body: 0.4])
    say(.placeAlone, [.subhead: 2.5, .body: 3, .section: 2.5, .caption: 4])
    say(.dash, [.subhead: 3, .body: 1.1, .section: 3, .caption: 3])
    say(.marker, [.title: 1.5, .subhead: 2.5, .section: 1, .caption: 0.5])
    say(.item, [.title: 5, .subhead: 5, .section: 6, .body: 2, .caption: 3, .item: -1])
    say(
      .furniture,
      [
        .title: 6.1, .subhead: 6, .section: 4, .body: 4, .caption: 6, .byline: 4, .signature: 4, .furniture: -3.2,
        .aside: -1.9,
      ])
    say(.pointer, [.title: 5, .subhead: 6, .section: 4, .body: 4, .caption: 6, .furniture: -3.1, .aside: -1.9])
    say(.continuation, [.furniture: 6, .aside: 6, .title: 5])
    say(.jump, [.title: 6, .subhead: 8, .section: 8, .caption: 5, .furniture: 1, .aside: -1.5])
    say(.noticeTitle, [.title: -1.2, .subhead: 3.6, .caption: 2.5])
    say(.dateAlone, [.title: 6, .subhead: 6, .section: 5, .body: 0.8, .caption: 6, .furniture: 1.2, .aside: 1.1])
    say(.organisation, [.title: 0.3, .subhead: 0.5])
    say(.signOff, [.title: 5, .subhead: 5, .section: 6, .body: -1.7, .caption: 6, .furniture: 2.2, .aside: 2])
    say(.tableRow, [.title: 5, .subhead: 5, .section: 5, .body: -2.9, .caption: 5])
    say(
      .debris,
      [
        .title: 8, .subhead: 8, .section: 8, .body: 4, .caption: 8, .byline: 8, .signature: 8, .furniture: -3,
        .aside: -2.5,
      ])
    say(.question, [.title: 3, .subhead: 2, .section: 6, .body: -1, .caption: 3])
    say(.sibling, [.title: 0.3, .subhead: -1.4, .body: 0.5])
    say(.masthead, [.title: 0.6, .subhead: 4, .section: 1, .body: 3, .caption: 5, .furniture: -2.1, .aside: 0])
    say(.columnName, [.section: -2.4, .title: 1.5, .subhead: 0.7, .byline: 2, .signature: 2])
    say(.verse, [.title: 3.2, .subhead: 3, .section: 2.8, .body: -3, .caption: 4])
    say(.repeated, [.subhead: -5.3, .body: 1.3, .caption: 2, .title: 2])
    say(.noticeAlone, [.title: -1, .section: 1, .subhead: 2])
    say(.shortLine, [.body: 1.1, .caption: 0.8])
    say(.scene, [.caption: -0.8, .body: 0.1])
    say(.dependentFirst, [.title: 1.4, .subhead: 1.5, .caption: 0.7, .section: 1])
    say(.remnant, [.body: -0.5, .caption: 2, .title: 1, .subhead: 1])
    return weights
  }()
}
