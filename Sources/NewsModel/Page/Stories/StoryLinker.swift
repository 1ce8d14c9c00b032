/// Puts the pieces of a page together into stories, where the page's order has torn them apart.
///
/// Headings in a heap, bodies whose pieces alternate, pictures set into a story, the rest of a cut sentence further down:
/// the path through a page cuts all of them into pieces. The pieces are looked at in page order; each begins a story or
/// belongs to one under way. A beam search keeps the best divisions so far; what a link is worth is learned
/// (`ReadingWeights`).
struct StoryLinker {
  /// One piece's link: the number of the story that it was given to, and whether it began it.
  struct Link: Equatable {
    let story: Int
    let isNew: Bool
  }

  let list: BlockList
  let readings: [Reading]
  let pieces: [StoryPiece]
  private let habits: PageHabits
  /// By piece: the scalars of its texts.
  private let lengths: [Int]
  /// By piece and piece: the share of the first's heading in the second's texts, and of the shorter texts in the longer.
  private var headingShares: [Float] = []
  private var textShares: [Float] = []
  /// By piece and piece: how well the second goes on with the sentence that the first was cut in.
  private var fits: [Float] = []
  /// By piece: how many texts without a heading stand behind it.
  private let unheadedBehind: [Int]

  /// Stands for a fit that was not looked at: the first piece is not cut.
  private static let noFit: Float = -100

  /// How many stories back a piece may belong, and how many pieces.
  private static let reach = 8
  private static let pieceReach = 40
  private static let beamWidth = 8
  /// How many articles of a path are looked at together: a page of print has some ten.
  private static let mostStories = 60

  /// The stories of a page whose path was cut into `articles`, in page order.
  ///
  /// - Complexity: O(scalars + articles): a page of very many is taken in stretches.
  static func link(
    _ articles: [Story], _ list: BlockList, _ readings: [Reading], _ facts: PathFacts, _ cohesion: Cohesion,
    _ weights: [Float]
  ) -> [Story] {
    var stories: [Story] = []
    for start in stride(from: 0, to: articles.count, by: mostStories) {
      let stretch = Array(articles[start..<min(articles.count, start + mostStories)])
      var linker = StoryLinker(stretch, list, readings, facts)
      if linker.isSettled {
        stories += stretch
      } else {
        linker.compare(cohesion)
        stories += linker.stories(linker.link(weights))
      }
    }
    return stories
  }

  init(_ articles: [Story], _ list: BlockList, _ readings: [Reading], _ facts: PathFacts) {
    self.list = list
    self.readings = readings
    habits = facts.habits
    pieces = StoryPiece.cut(articles, list, readings, facts)
    lengths = pieces.map { $0.texts.reduce(0) { $0 + list.blocks[$1].text.count } }
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
  /// - Complexity: O(scalars + pieces × reach).
  mutating func compare(_ cohesion: Cohesion) {
    let count = pieces.count
    let texts = pieces.map { span($0.headings) } + pieces.map { span($0.texts) }
    let wordings = cohesion.wordings(of: texts)
    headingShares = [Float](repeating: 0, count: count * count)
    textShares = headingShares
    fits = [Float](repeating: Self.noFit, count: count * count)
    let fit = CutFit(list: list, readings: readings)
    // Only what may be asked: a piece that is loose, with any before it.
    for second in 0..<count where pieces[second].isLoose || pieces[second].wasJoined {
      let begins = pieces[second].firstBody.map { max(fit.begins($0), -4) }
      for first in max(0, second - Self.pieceReach)..<second {
        let at = first * count + second
        if lengths[second] > 0, !pieces[first].headings.isEmpty {
          headingShares[at] = wordings.share(of: first, in: count + second)
        } else if lengths[first] > 0, !pieces[second].headings.isEmpty {
          headingShares[at] = wordings.share(of: second, in: count + first)
        }
        if lengths[first] > 0, lengths[second] > 0 {
          textShares[at] =
            lengths[first] <= lengths[second]
            ? wordings.share(of: count + first, in: count + second)
            : wordings.share(of: count + second, in: count + first)
        }
        if let begins, pieces[first].isCut, let last = pieces[first].lastBody, let next = pieces[second].firstBody {
          fits[at] = fit.goesOn(last, next) - begins
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

  /// What is known of a story under way: a few words, for divisions are copied at every step.
  struct Draft {
    let story: Int
    private(set) var lastPiece: Int
    /// The last piece with text.
    private(set) var lastText = -1
    /// Its pieces among the last 64 of the page, a bit each, the lowest for `lastPiece`.
    private var recent: UInt64 = 1
    private(set) var traits: Traits

    struct Traits: OptionSet {
      let rawValue: UInt8
      static let titled = Traits(rawValue: 1)
      static let text = Traits(rawValue: 2)
      static let attributed = Traits(rawValue: 4)
      static let closed = Traits(rawValue: 8)
      static let cut = Traits(rawValue: 16)
      static let picture = Traits(rawValue: 32)
      static let item = Traits(rawValue: 64)
      static let furniture = Traits(rawValue: 128)
    }

    init(story: Int, _ number: Int, _ piece: StoryPiece) {
      self.story = story
      lastPiece = number
      traits = []
      if piece.kind == .headedPicture || piece.kind == .loosePicture { traits.insert(.picture) }
      if piece.kind == .item { traits.insert(.item) }
      if piece.kind == .furniture { traits.insert(.furniture) }
      note(number, piece)
    }

    mutating func add(_ number: Int, _ piece: StoryPiece) {
      let distance = number - lastPiece
      recent = (distance < 64 ? recent << UInt64(distance) : 0) | 1
      lastPiece = number
      note(number, piece)
    }

    private mutating func note(_ number: Int, _ piece: StoryPiece) {
      if !piece.headings.isEmpty || piece.kind == .headedText { traits.insert(.titled) }
      if piece.firstBody != nil {
        lastText = number
        traits.insert(.text)
        traits.subtract([.picture, .cut, .closed])
        if piece.isCut { traits.insert(.cut) }
      }
      if piece.isClosed { traits.insert(.closed) }
      if piece.isAttributed { traits.insert(.attributed) }
    }

    /// Hands over its recent pieces.
    @inline(__always)
    func visitPieces(_ body: (Int) -> Void) {
      var bits = recent
      while bits != 0 {
        body(lastPiece - bits.trailingZeroBitCount)
        bits &= bits - 1
      }
    }

    /// Whether a heading waits for its text, and whether a text has no heading.
    var wantsText: Bool { traits.contains(.titled) && traits.isDisjoint(with: [.text, .picture]) }
    var wantsHeading: Bool { traits.contains(.text) && traits.isDisjoint(with: [.titled, .item]) }
  }

  /// The stories under way that a piece may belong to, and what they share with it.
  private struct Candidates {
    var shares: [(heading: Float, text: Float, best: Float)] = []
    /// The two largest of `best`.
    var (most, second): (Float, Float) = (0, 0)

    mutating func add(_ share: (heading: Float, text: Float, best: Float)) {
      shares.append(share)
      if share.best > most {
        second = most
        most = share.best
      } else {
        second = max(second, share.best)
      }
    }

    /// How well the piece goes on with each story's cut sentence.
    var fits: [Float] = []

    func bestOtherFit(than number: Int) -> Float {
      var best: Float = -2  // a sentence whose other half is lost
      for (place, fit) in fits.enumerated() where place != number { best = max(best, fit) }
      return best
    }

    func closestOther(than number: Int) -> Float { shares[number].best == most ? second : most }
  }

  private func candidates(for number: Int, _ drafts: [Draft]) -> Candidates {
    var candidates = Candidates()
    candidates.shares.reserveCapacity(drafts.count)
    for draft in drafts {
      var (heading, text): (Float, Float) = (0, 0)
      draft.visitPieces { other in
        let at = other * pieces.count + number
        heading = max(heading, headingShares[at])
        text = max(text, textShares[at])
      }
      candidates.add((heading, text, max(heading, text)))
      let isCut = draft.traits.contains(.cut) && draft.lastText >= 0
      candidates.fits.append(isCut ? fits[draft.lastText * pieces.count + number] : Self.noFit)
    }
    return candidates
  }

  func relation(of piece: StoryPiece, to draft: Draft) -> StoryFeature.Relation {
    let traits = draft.traits
    switch piece.kind {
    case .heading:
      if traits.contains(.titled) { return .headsMore }
      return traits.isDisjoint(with: [.text, .picture]) ? .other : .heads
    case .openingText, .looseText:
      if traits.contains(.text) { return .continues }
      return draft.wantsText ? .textOf : .other
    case .loosePicture:
      if traits.contains(.text) { return .pictureOf }
      return draft.wantsText ? .textOf : .other
    case .names, .label: return .labels
    case .headedText, .headedPicture, .item, .furniture: return .other
    }
  }

  /// Hands over the features of giving piece `number` to the story at `place` of `drafts`.
  @inline(__always)
  private func visitLink(
    _ number: Int, _ place: Int, _ drafts: [Draft], _ candidates: Candidates, _ body: (Int, Float) -> Void
  ) {
    func input(_ number: Int) { body(StoryFeature.linearCount + number, 1) }
    let piece = pieces[number]
    let draft = drafts[place]
    let relation = relation(of: piece, to: draft).rawValue
    let relations = StoryFeature.relations
    func say(_ condition: StoryFeature.Condition) {
      body(StoryFeature.link + condition.rawValue * relations + relation, 1)
      input(StoryNetwork.Input.link + condition.rawValue)
    }
    input(StoryNetwork.Input.relation + relation)
    visitContext(number, drafts, input)
    if let last = pieces[draft.lastPiece].story.members.last {
      visitBits(readings[last.block].evidence.rawValue, StoryNetwork.Input.last, input)
    }
    if draft.lastText >= 0 { input(StoryNetwork.Input.storyLength + LengthClass.coarse(lengths[draft.lastText])) }
    body(StoryFeature.kind + piece.kind.rawValue * relations + relation, 1)
    visitPiece(piece, say)
    let distance = number - draft.lastPiece
    say(distance == 1 ? .isAdjacent : distance == 2 ? .isNear : distance <= 5 ? .isFar : .isVeryFar)
    if piece.wasJoined { say(distance == 1 ? .wasJoined : .wasJoinedElsewhere) }
    if distance == 1 { visitLines(number, say) }
    visitHeadings(number, drafts, say)
    let traits = draft.traits
    if traits.contains(.titled) { say(.storyTitled) }
    if traits.contains(.attributed) { say(piece.isAttributed ? .bothAttributed : .storyAttributed) }
    if traits.contains(.closed) { say(.storyClosed) }
    if traits.contains(.picture) { say(.storyIsPicture) }
    if traits.contains(.item) { say(.storyIsItem) }
    if traits.contains(.cut), piece.firstBody != nil {
      say(.storyCut)
      let fit = fits[draft.lastText * pieces.count + number]
      if fit > Self.noFit,
        let condition = StoryFeature.Condition(rawValue: StoryFeature.Condition.fit0.rawValue + FitClass.of(fit))
      {
        say(condition)
        body(StoryFeature.fit + relation, max(-6, min(6, fit)) / 4)
        let lead = max(-6, min(6, fit - candidates.bestOtherFit(than: place)))
        input(StoryNetwork.Input.fit + FitClass.of(fit))
        input(StoryNetwork.Input.fitLead + FitClass.of(lead))
        body(StoryFeature.fit + relations + relation, lead / 4)
      }
    } else {
      say(.noCut)
    }
    let own = candidates.shares[place]
    let closestOther = candidates.closestOther(than: place)
    body(StoryFeature.wording + relation, own.heading)
    body(StoryFeature.wording + relations + relation, own.text)
    body(StoryFeature.wording + 2 * relations + relation, own.best - closestOther)
    input(StoryNetwork.Input.headingShare + WordingClass.of(own.heading))
    input(StoryNetwork.Input.textShare + WordingClass.of(own.text))
    input(StoryNetwork.Input.shareLead + FitClass.of((own.best - closestOther) * 30))
    say(own.best < 0.02 ? .sharesNothing : own.best >= closestOther ? .isClosestByWording : .isNotClosest)
    if distance > 1, number > 0, pieces[number - 1].isCut { say(.adjacentCutToo) }
    if draft.wantsHeading, drafts.count(where: \.wantsHeading) == 1 { say(.onlyHeadless) }
    if number > 0, !pieces[number - 1].headings.isEmpty || pieces[number - 1].kind == .headedText {
      say(.headlessAbove)
    }
  }

  /// Hands over the features of beginning a story with piece `number`.
  @inline(__always)
  private func visitNew(
    _ number: Int, _ drafts: [Draft], _ candidates: Candidates?, _ body: (Int, Float) -> Void
  ) {
    func input(_ number: Int) { body(StoryFeature.linearCount + number, 1) }
    let piece = pieces[number]
    func say(_ condition: StoryFeature.Condition) {
      body(StoryFeature.new + piece.kind.rawValue * StoryFeature.conditions + condition.rawValue, 1)
      input(StoryNetwork.Input.new + condition.rawValue)
    }
    visitContext(number, drafts, input)
    if let candidates {
      // The closest story that the piece might belong to instead.
      input(StoryNetwork.Input.fit + FitClass.of(candidates.bestOtherFit(than: -1)))
      input(StoryNetwork.Input.textShare + WordingClass.of(candidates.most))
    }
    visitPiece(piece, say)
    visitHeadings(number, drafts, say)
    if piece.wasJoined { say(.wasJoined) }
    if drafts.contains(where: { $0.traits.contains(.cut) }) { say(.isWaited) }
    if drafts.contains(where: \.wantsText) { say(.storyTitled) }
    if drafts.contains(where: \.wantsHeading) { say(.onlyHeadless) }
    if number > 0, pieces[number - 1].isCut { say(.adjacentCutToo) }
    if number == 0 { say(.isAdjacent) }
    if number + 1 == pieces.count { say(.isVeryFar) }
    let next = number + 1 < pieces.count ? pieces[number + 1].kind : nil
    if next == .openingText || next == .looseText { say(.headlessAbove) }
  }

  /// What is true of a piece and of the stories under way whatever becomes of it.
  @inline(__always)
  private func visitContext(_ number: Int, _ drafts: [Draft], _ input: (Int) -> Void) {
    let piece = pieces[number]
    input(StoryNetwork.Input.always)
    input(StoryNetwork.Input.kind + piece.kind.rawValue)
    let kinds = StoryFeature.kinds
    input(StoryNetwork.Input.kindBefore + (number > 0 ? pieces[number - 1].kind.rawValue : kinds))
    input(StoryNetwork.Input.kindAfter + (number + 1 < pieces.count ? pieces[number + 1].kind.rawValue : kinds))
    visitBits(piece.first.rawValue, StoryNetwork.Input.first, input)
    input(StoryNetwork.Input.length + LengthClass.coarse(lengths[number]))
    var (texts, headings, rests) = (0, 0, 0)
    for draft in drafts {
      if draft.wantsText { texts += 1 }
      if draft.wantsHeading { headings += 1 }
      if draft.traits.contains(.cut) { rests += 1 }
    }
    input(StoryNetwork.Input.wanting + min(texts, 2))
    input(StoryNetwork.Input.wanting + 3 + min(headings, 2))
    input(StoryNetwork.Input.wanting + 6 + min(rests, 2))
    input(StoryNetwork.Input.wanting + 9 + min(unheadedBehind[number], 2))
    visitBits(UInt64(habits.rawValue), StoryNetwork.Input.habits, input)
  }

  @inline(__always)
  private func visitBits(_ bits: UInt64, _ first: Int, _ body: (Int) -> Void) {
    var bits = bits
    while bits != 0 {
      body(first + bits.trailingZeroBitCount)
      bits &= bits - 1
    }
  }

  /// Whether texts further down want more headings than stand open.
  private func visitHeadings(_ number: Int, _ drafts: [Draft], _ say: (StoryFeature.Condition) -> Void) {
    guard pieces[number].kind == .heading else { return }
    say(unheadedBehind[number] > drafts.count(where: \.wantsText) ? .textsNeedHeadings : .headingsSuffice)
  }

  /// What two lines of heading, one right under the other, say of each other.
  private func visitLines(_ number: Int, _ say: (StoryFeature.Condition) -> Void) {
    let (upper, lower) = (pieces[number - 1], pieces[number])
    guard upper.kind == .heading, lower.kind == .heading, let above = upper.story.members.last,
      let line = lower.story.members.first
    else { return }
    switch (above.role.atHead, line.role.atHead) {
    case (.headline, .headline): say(.headlineAgain)
    case (.kicker, _): say(.kickerAbove)
    case (_, .deck): say(.deckBelow)
    default: break
    }
    if lower.first.contains(.placeFirst), upper.first.contains(.placeFirst) { say(.bothBeginWithPlace) }
    let longer = readings[line.block].length - readings[above.block].length
    if longer > 2 { say(.lineLonger) } else if longer < -2 { say(.lineShorter) }
  }

  private func visitPiece(_ piece: StoryPiece, _ say: (StoryFeature.Condition) -> Void) {
    var bits = piece.conditions
    while bits != 0 {
      if let condition = StoryFeature.Condition(rawValue: bits.trailingZeroBitCount) { say(condition) }
      bits &= bits - 1
    }
  }

  // MARK: The search

  /// A division of the pieces so far.
  private struct Division {
    /// The stories that pieces may still belong to, those with the last pieces last.
    var drafts: [Draft] = []
    var storyCount = 0
    var gain: Float = 0
    /// The number of the last piece's step; -1 before the first.
    var step = -1
  }

  /// How a division came about.
  private struct Step {
    let before: Int
    let link: Link
  }

  /// A way on from a division.
  private struct Way {
    let division: Int
    /// The place of the story in the division's drafts; `nil` for another story.
    let place: Int?
    let gain: Float
  }

  /// The best division of the pieces into stories: for each piece, its link. Gains are sums of weights, higher is better.
  ///
  /// - Parameter bias: what a link gains besides, for learning: for the piece's number and the pieces of the story that
  ///   it would go to, `nil` for another story.
  func link(_ weights: [Float], bias: ((Int, Draft?) -> Float)? = nil) -> [Link] {
    precondition(weights.count == StoryFeature.count)
    var steps: [Step] = []
    let best = weights.withUnsafeBufferPointer { weights in
      guard let network = weights.baseAddress.map({ $0 + StoryFeature.linearCount }) else { return Division() }
      var beam = [Division()]
      var ways: [Way] = []
      for number in pieces.indices {
        ways.removeAll(keepingCapacity: true)
        for (place, division) in beam.enumerated() {
          visitWays(number, division) { draft, visit in
            var gain: Float = 0
            var judge = StoryNetwork.Judge(network)
            visit { feature, value in
              if feature < StoryFeature.linearCount {
                gain += weights[feature] * value
              } else {
                judge.add(feature - StoryFeature.linearCount)
              }
            }
            gain += judge.value
            if let bias { gain += bias(number, draft.map { division.drafts[$0] }) }
            ways.append(Way(division: place, place: draft, gain: division.gain + gain))
          }
        }
        ways.sort { $0.gain > $1.gain }
        beam = ways.prefix(Self.beamWidth).map { way in
          var division = beam[way.division]
          division.gain = way.gain
          let link = take(number, way.place, &division)
          steps.append(Step(before: division.step, link: link))
          division.step = steps.count - 1
          return division
        }
      }
      return beam.first ?? Division()
    }
    var links: [Link] = []
    var step = best.step
    while step >= 0 {
      links.append(steps[step].link)
      step = steps[step].before
    }
    return links.reversed()
  }

  /// Gives a piece to a story of the division, or to another.
  private func take(_ number: Int, _ place: Int?, _ division: inout Division) -> Link {
    if let place {
      var draft = division.drafts.remove(at: place)
      draft.add(number, pieces[number])
      division.drafts.append(draft)
      return Link(story: draft.story, isNew: false)
    }
    division.drafts.append(Draft(story: division.storyCount, number, pieces[number]))
    division.storyCount += 1
    if division.drafts.count > Self.reach { division.drafts.removeFirst() }
    return Link(story: division.storyCount - 1, isNew: true)
  }

  /// Hands over the links that a piece may have, each with what visits its features.
  @inline(__always)
  private func visitWays(
    _ number: Int, _ division: Division, _ body: (Int?, ((Int, Float) -> Void) -> Void) -> Void
  ) {
    let drafts = division.drafts
    guard pieces[number].isLoose || pieces[number].wasJoined else {
      return body(nil) { visitNew(number, drafts, nil, $0) }
    }
    let candidates = candidates(for: number, drafts)
    body(nil) { visitNew(number, drafts, candidates, $0) }
    for place in drafts.indices where !drafts[place].traits.contains(.furniture) {
      let draft = drafts[place]
      let distance = number - draft.lastPiece
      guard distance <= Self.pieceReach,
        relation(of: pieces[number], to: draft) != .other || pieces[number].wasJoined && distance == 1
      else { continue }
      body(place) { visitLink(number, place, drafts, candidates, $0) }
    }
  }

  /// Hands over the features and inputs of each link of a division.
  func visitLinks(_ links: [Link], _ body: (_ features: [(Int, Float)], _ inputs: [Int]) -> Void) {
    var division = Division()
    for (number, link) in links.enumerated() {
      let wanted = link.isNew ? nil : division.drafts.firstIndex { $0.story == link.story }
      visitWays(number, division) { place, visit in
        guard place == wanted else { return }
        var features: [(Int, Float)] = []
        var inputs: [Int] = []
        visit { feature, value in
          if feature < StoryFeature.linearCount {
            features.append((feature, value))
          } else {
            inputs.append(feature - StoryFeature.linearCount)
          }
        }
        body(features, inputs)
      }
      _ = take(number, wanted, &division)
    }
  }

  /// The stories of a division, in page order.
  func stories(_ links: [Link]) -> [Story] {
    var stories: [Story] = []
    for (number, link) in links.enumerated() {
      if link.isNew {
        stories.append(pieces[number].story)
      } else {
        let hasText = stories[link.story].has(.bodies)
        stories[link.story].members += pieces[number].story.members.map { member in
          switch member.role {
          case .photoCaption where hasText: Story.Member(block: member.block, role: .caption)
          case .photoCredit where hasText: Story.Member(block: member.block, role: .credit)
          default: member
          }
        }
      }
    }
    return stories.sorted { ($0.members.first?.block ?? 0) < ($1.members.first?.block ?? 0) }
  }
}
