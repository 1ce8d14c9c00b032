/// Puts the pieces of a page together into stories, where the page's order has torn them apart.
///
/// Headings in a heap, bodies whose pieces alternate, pictures set into a story, the rest of a cut sentence further down:
/// the path through a page cuts all of them into pieces. The pieces are looked at in page order; each begins a story or
/// belongs to one under way. A beam search keeps the best divisions so far; what a link is worth is learned
/// (`StoryWeights`).
struct StoryLinker {
  /// One piece's link: the number of the story that it was given to, and whether it began it.
  struct Link: Equatable {
    let story: Int
    let isNew: Bool
    var gain: Float = 0
  }

  let list: BlockList
  let readings: [Reading]
  let pieces: [StoryPiece]
  /// By piece and piece: the share of the first's heading in the second's texts, and of the shorter texts in the longer.
  private var headingShares: [Float] = []
  private var textShares: [Float] = []
  /// By piece and piece: how well the second goes on with the sentence that the first was cut in.
  private var fits: [Int8] = []

  /// By piece: how many texts without a heading stand behind it.
  private let unheadedBehind: [Int]

  /// How many stories back a piece may belong.
  private static let reach = 8
  private static let beamWidth = 12

  init(_ stories: [Story], _ list: BlockList, _ readings: [Reading], _ facts: PathFacts) {
    self.list = list
    self.readings = readings
    pieces = StoryPiece.cut(stories, list, readings, facts)
    var behind = 0
    var counts = [Int](repeating: 0, count: pieces.count)
    for number in pieces.indices.reversed() {
      counts[number] = behind
      let follows = number > 0 && (pieces[number - 1].kind == .heading || pieces[number - 1].isCut)
      if pieces[number].kind == .openingText || pieces[number].kind == .looseText, !follows { behind += 1 }
    }
    unheadedBehind = counts
  }

  /// Whether every piece is a story by itself.
  var isSettled: Bool { !pieces.contains { $0.isLoose || $0.wasJoined } }

  /// Compares the pieces' wording and cuts.
  ///
  /// - Complexity: O(scalars + pieces²).
  mutating func compare(_ cohesion: Cohesion) {
    let count = pieces.count
    let texts = pieces.map { piece in span(piece.headings) } + pieces.flatMap { [span($0.texts)] }
    let wordings = cohesion.wordings(of: texts)
    headingShares = [Float](repeating: 0, count: count * count)
    textShares = headingShares
    fits = [Int8](repeating: Int8(FitClass.unknown), count: count * count)
    let fit = CutFit(list: list, readings: readings)
    let lengths = pieces.map { $0.texts.reduce(0) { $0 + list.blocks[$1].text.count } }
    for first in 0..<count {
      for second in 0..<count where second != first && abs(second - first) <= 24 {
        let at = first * count + second
        if !pieces[first].headings.isEmpty, lengths[second] > 0 {
          headingShares[at] = wordings.share(of: first, in: count + second)
        }
        if lengths[first] > 0, lengths[second] > 0 {
          textShares[at] =
            lengths[first] <= lengths[second]
            ? wordings.share(of: count + first, in: count + second)
            : wordings.share(of: count + second, in: count + first)
        }
        if second > first, pieces[first].isCut, let last = pieces[first].lastBody, let next = pieces[second].firstBody {
          fits[at] = Int8(FitClass.of(fit.goesOn(last, next) - max(fit.begins(next), -4)))
        }
      }
    }
  }

  /// The stretch of the block buffer that blocks of one kind stand in: pieces are runs, so that little else does.
  private func span(_ blocks: [Int]) -> Range<Int> {
    guard let first = blocks.first, let last = blocks.last else { return 0..<0 }
    return list.blocks[first].text.lowerBound..<list.blocks[last].text.upperBound
  }

  // MARK: Stories under way

  /// What is known of a story under way.
  struct Draft {
    var lastPiece: Int
    var pieces: [Int]
    var isTitled = false
    var hasText = false
    var isAttributed = false
    var isClosed = false
    var isCut = false
    var isPicture = false
    var isItem = false

    init(_ number: Int, _ piece: StoryPiece) {
      lastPiece = number
      pieces = []
      isPicture = piece.kind == .headedPicture || piece.kind == .loosePicture
      isItem = piece.kind == .item
      add(number, piece)
    }

    mutating func add(_ number: Int, _ piece: StoryPiece) {
      lastPiece = number
      pieces.append(number)
      isTitled = isTitled || !piece.headings.isEmpty || piece.kind == .headedText
      if piece.firstBody != nil {
        hasText = true
        isCut = piece.isCut
        isPicture = false
        isClosed = piece.isClosed
      } else if piece.isClosed {
        isClosed = true
      }
      isAttributed = isAttributed || piece.isAttributed
    }
  }

  func relation(of piece: StoryPiece, to draft: Draft) -> StoryFeature.Relation {
    switch piece.kind {
    case .heading:
      if draft.isTitled { return .headsMore }
      return draft.hasText || draft.isPicture ? .heads : .other
    case .openingText, .looseText:
      if draft.hasText { return .continues }
      return draft.isTitled && !draft.isPicture ? .textOf : .other
    case .loosePicture:
      if draft.hasText { return .pictureOf }
      return draft.isTitled && !draft.isPicture ? .textOf : .other
    case .names, .label: return .labels
    case .headedText, .headedPicture, .item, .furniture: return .other
    }
  }

  /// Hands over the features of giving `piece` to the story `draft`, one of `drafts`.
  func visitLink(
    _ number: Int, _ draft: Draft, _ drafts: [Draft], _ body: (Int, Float) -> Void
  ) {
    let piece = pieces[number]
    let relation = relation(of: piece, to: draft).rawValue
    let relations = StoryFeature.relations
    func say(_ condition: StoryFeature.Condition) {
      body(StoryFeature.link + condition.rawValue * relations + relation, 1)
    }
    body(StoryFeature.kind + piece.kind.rawValue * relations + relation, 1)
    visitPiece(piece, say)
    let distance = number - draft.lastPiece
    if distance == 1 { say(.isAdjacent) }
    if distance == 2 { say(.isNear) }
    if (3...5).contains(distance) { say(.isFar) }
    if distance > 5 { say(.isVeryFar) }
    if piece.wasJoined { say(draft.pieces.contains(number - 1) ? .wasJoined : .wasJoinedElsewhere) }
    if piece.kind == .heading, distance == 1, pieces[number - 1].kind == .heading,
      let above = pieces[number - 1].story.members.last, let line = piece.story.members.first
    {
      switch (above.role.atHead, line.role.atHead) {
      case (.headline, .headline): say(.headlineAgain)
      case (.kicker, _): say(.kickerAbove)
      case (_, .deck): say(.deckBelow)
      default: break
      }
      if piece.first.contains(.placeFirst), pieces[number - 1].first.contains(.placeFirst) { say(.bothBeginWithPlace) }
      let longer = readings[line.block].length - readings[above.block].length
      if longer > 2 { say(.lineLonger) } else if longer < -2 { say(.lineShorter) }
    }
    visitHeadings(number, drafts, say)
    if draft.isTitled { say(.storyTitled) }
    if draft.isAttributed { say(.storyAttributed) }
    if draft.isClosed { say(.storyClosed) }
    if draft.isCut { say(.storyCut) }
    if draft.isPicture { say(.storyIsPicture) }
    if draft.isItem { say(.storyIsItem) }
    if draft.isAttributed, piece.isAttributed { say(.bothAttributed) }
    if draft.isCut, piece.firstBody != nil {
      let last = draft.pieces.last { pieces[$0].firstBody != nil } ?? draft.lastPiece
      let fit = Int(fits[last * pieces.count + number])
      if fit < FitClass.unknown,
        let condition = StoryFeature.Condition(rawValue: StoryFeature.Condition.fit0.rawValue + fit)
      {
        say(condition)
      }
    } else {
      say(.noCut)
    }
    let own = shares(number, draft)
    var closestOther: Float = 0
    for other in drafts where other.lastPiece != draft.lastPiece {
      closestOther = max(closestOther, shares(number, other).best)
    }
    body(StoryFeature.wording + relation, own.heading)
    body(StoryFeature.wording + relations + relation, own.text)
    body(StoryFeature.wording + 2 * relations + relation, own.best - closestOther)
    if own.best < 0.02 {
      say(.sharesNothing)
    } else {
      say(own.best >= closestOther ? .isClosestByWording : .isNotClosest)
    }
    if distance > 1, number > 0, pieces[number - 1].isCut { say(.adjacentCutToo) }
    if !draft.isTitled, draft.hasText, drafts.count(where: { !$0.isTitled && $0.hasText && !$0.isItem }) == 1 {
      say(.onlyHeadless)
    }
    if number > 0, !pieces[number - 1].headings.isEmpty || pieces[number - 1].kind == .headedText {
      say(.headlessAbove)
    }
  }

  /// Hands over the features of beginning a story with `piece`.
  func visitNew(_ number: Int, _ drafts: [Draft], _ body: (Int, Float) -> Void) {
    let piece = pieces[number]
    func say(_ condition: StoryFeature.Condition) {
      body(StoryFeature.new + piece.kind.rawValue * StoryFeature.conditions + condition.rawValue, 1)
    }
    visitPiece(piece, say)
    visitHeadings(number, drafts, say)
    if piece.wasJoined { say(.wasJoined) }
    if drafts.contains(where: \.isCut) { say(.isWaited) }
    if drafts.contains(where: { $0.isTitled && !$0.hasText && !$0.isPicture }) { say(.storyTitled) }
    if drafts.contains(where: { !$0.isTitled && $0.hasText && !$0.isItem }) { say(.onlyHeadless) }
    if number > 0, pieces[number - 1].isCut { say(.adjacentCutToo) }
    if number == 0 { say(.isAdjacent) }
    if number + 1 == pieces.count { say(.isVeryFar) }
    let next = number + 1 < pieces.count ? pieces[number + 1].kind : nil
    if next == .openingText || next == .looseText { say(.headlessAbove) }
  }

  /// Whether texts further down want more headings than stand open.
  private func visitHeadings(_ number: Int, _ drafts: [Draft], _ say: (StoryFeature.Condition) -> Void) {
    guard pieces[number].kind == .heading else { return }
    let open = drafts.count { $0.isTitled && !$0.hasText && !$0.isPicture }
    say(unheadedBehind[number] > open ? .textsNeedHeadings : .headingsSuffice)
  }

  private func visitPiece(_ piece: StoryPiece, _ say: (StoryFeature.Condition) -> Void) {
    say(.always)
    let first = piece.first
    if first.contains(.opening) { say(.opens) }
    if piece.story.has([.byline]) { say(.byline) }
    if first.contains(.dated) { say(.dated) }
    if !first.isDisjoint(with: [.beginsInMidSentence, .dependentFirst]) { say(.midSentence) }
    if first.contains(.marker) { say(.marked) }
    if first.contains(.dayFirst) { say(.dayFirst) }
    if first.contains(.inlineCredit) || piece.story.has([.photoCredit]) { say(.credited) }
    if first.contains(.closesQuote) { say(.closesQuote) }
    if first.contains(.remnant) { say(.remnant) }
    if first.contains(.sentenceOpener) { say(.sentenceOpener) }
    if first.contains(.placeFirst) { say(.placeFirst) }
    if first.contains(.continuation) { say(.comesFromElsewhere) }
    if piece.isAttributed { say(.pieceAttributed) }
    if piece.isClosed { say(.pieceClosed) }
    if piece.isCut { say(.pieceCut) }
    if piece.texts.count == 1 { say(.pieceShort) }
  }

  private func shares(_ number: Int, _ draft: Draft) -> (heading: Float, text: Float, best: Float) {
    var (heading, text): (Float, Float) = (0, 0)
    for other in draft.pieces {
      heading = max(heading, headingShares[number * pieces.count + other], headingShares[other * pieces.count + number])
      text = max(text, textShares[number * pieces.count + other])
    }
    return (heading, text, max(heading, text))
  }

  // MARK: The search

  private struct Division {
    var drafts: [Draft] = []
    var links: [Link] = []
    var gain: Float = 0
  }

  /// The best division of the pieces into stories: for each piece, its link. Gains are sums of weights, higher is better.
  ///
  /// - Parameter bias: what each wrong link gains on purpose, when learning: by piece, `nil` for none, else the story that
  ///   is right.
  func link(_ weights: [Float], bias: ((Int, [Draft], Link) -> Float)? = nil) -> [Link] {
    var beam = [Division()]
    for number in pieces.indices {
      var ways: [Division] = []
      for division in beam {
        for (way, draft) in candidates(for: number, division.drafts, all: bias != nil) {
          var gain: Float = 0
          if let draft {
            visitLink(number, division.drafts[draft], division.drafts) { gain += weights[$0] * $1 }
          } else {
            visitNew(number, division.drafts) { gain += weights[$0] * $1 }
          }
          var link = way
          link.gain = gain
          if let bias { gain += bias(number, division.drafts, link) }
          var next = division
          next.gain += gain
          next.links.append(link)
          if let draft {
            next.drafts[draft].add(number, pieces[number])
          } else {
            next.drafts.append(Draft(number, pieces[number]))
          }
          ways.append(next)
        }
      }
      ways.sort { $0.gain > $1.gain }
      beam = Array(ways.prefix(Self.beamWidth))
    }
    return beam.first?.links ?? []
  }

  /// The links that a piece may have.
  private func candidates(for number: Int, _ drafts: [Draft], all: Bool) -> [(Link, Int?)] {
    var ways: [(Link, Int?)] = [(Link(story: drafts.count, isNew: true), nil)]
    guard pieces[number].isLoose || pieces[number].wasJoined else { return ways }
    let near = drafts.indices.filter { pieces[drafts[$0].lastPiece].kind != .furniture }
      .sorted { drafts[$0].lastPiece > drafts[$1].lastPiece }.prefix(Self.reach)
    for draft in near
    where relation(of: pieces[number], to: drafts[draft]) != .other
      || pieces[number].wasJoined && drafts[draft].pieces.contains(number - 1)
    {
      ways.append((Link(story: draft, isNew: false), draft))
    }
    return ways
  }

  /// The features of a division.
  func visitFeatures(of links: [Link], _ body: (Int, Float) -> Void) {
    var drafts: [Draft] = []
    for (number, link) in links.enumerated() {
      if link.isNew {
        visitNew(number, drafts, body)
        drafts.append(Draft(number, pieces[number]))
      } else {
        visitLink(number, drafts[link.story], drafts, body)
        drafts[link.story].add(number, pieces[number])
      }
    }
  }

  /// The stories of a division, in page order.
  func stories(_ links: [Link]) -> [Story] {
    var stories: [Story] = []
    for (number, link) in links.enumerated() {
      if link.isNew {
        stories.append(pieces[number].story)
      } else {
        let isPicture = stories[link.story].has(.bodies)
        stories[link.story].members += pieces[number].story.members.map { member in
          switch member.role {
          case .photoCaption where isPicture: Story.Member(block: member.block, role: .caption)
          case .photoCredit where isPicture: Story.Member(block: member.block, role: .credit)
          default: member
          }
        }
      }
    }
    return stories.sorted { ($0.members.first?.block ?? 0) < ($1.members.first?.block ?? 0) }
  }
}
