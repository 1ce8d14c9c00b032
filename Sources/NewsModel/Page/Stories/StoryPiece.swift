/// A piece of a page that the path found in one run, with what tells where it belongs.
struct StoryPiece {
  /// What a piece is made of.
  enum Kind: Int, CaseIterable {
    /// Page furniture, which belongs to no story.
    case furniture
    /// Lines of a heading and nothing else.
    case heading
    /// A text with its heading.
    case headedText
    /// A text without a heading that begins as reports do: with an opening, a byline, or a day.
    case openingText
    /// Any other text without a heading.
    case looseText
    /// A picture's caption with a heading.
    case headedPicture
    /// A caption without one.
    case loosePicture
    /// An item of a block of briefs.
    case item
    /// A byline, a signature or a credit and nothing else.
    case names
    /// A column's name, a sidebar's label or an aside and nothing else.
    case label
  }

  var kind: Kind
  let story: Story
  /// Whether the path has it in one article with the piece before it.
  let wasJoined: Bool
  /// The lines of heading, and the texts: pieces of body, else captions.
  let headings: [Int]
  let texts: [Int]
  /// The first and last block of body, if there is one.
  let firstBody: Int?
  let lastBody: Int?
  /// Whether it names its authors.
  let isAttributed: Bool
  /// Whether a signature ends it.
  let isClosed: Bool
  /// Whether its last text ends in mid-sentence.
  let isCut: Bool
  /// What holds for the first text, or for the first line of a heading without one.
  let first: Evidence
  /// What of `StoryFeature.Condition` holds for the piece alone, a bit for each.
  private(set) var conditions: UInt64 = 0

  init(_ story: Story, wasJoined: Bool = false, _ list: BlockList, _ readings: [Reading]) {
    self.story = story
    self.wasJoined = wasJoined
    headings = story.blocks(.headings)
    let bodies = story.bodies + story.blocks([.label]).filter { readings[$0].length > 46 }
    texts = bodies.isEmpty ? story.blocks([.photoCaption, .caption]) : bodies
    firstBody = bodies.first
    lastBody = bodies.last
    isAttributed =
      story.has([.byline, .closing, .signature, .tailByline])
      || bodies.contains { readings[$0].opening != nil && !readings[$0].byline.credits.isEmpty }
    isClosed = story.has([.closing, .signature])
    isCut = lastBody.map { readings[$0].isCut(list.text($0)) } ?? false
    first = (texts.first ?? headings.first).map { readings[$0].evidence } ?? []
    kind =
      if story.isFurniture {
        .furniture
      } else if story.has([.item]) {
        .item
      } else if !bodies.isEmpty {
        if !headings.isEmpty || story.blocks([.label, .section]).contains(where: { Self.isLabel(readings[$0]) }) {
          .headedText
        } else if story.has([.byline]) || !first.isDisjoint(with: [.opening, .dated, .continuation]) {
          .openingText
        } else {
          .looseText
        }
      } else if story.has([.photoCaption, .caption]) {
        headings.isEmpty ? .loosePicture : .headedPicture
      } else if !headings.isEmpty {
        .heading
      } else if story.has([.byline, .signature, .photoCredit, .credit]) {
        .names
      } else {
        .label
      }
    setConditions()
  }

  private mutating func setConditions() {
    func say(_ condition: StoryFeature.Condition, _ holds: Bool) {
      if holds { conditions |= 1 << UInt64(condition.rawValue) }
    }
    say(.always, true)
    say(.opens, first.contains(.opening))
    say(.byline, story.has([.byline]))
    say(.dated, first.contains(.dated))
    say(.midSentence, !first.isDisjoint(with: [.beginsInMidSentence, .dependentFirst]))
    say(.marked, first.contains(.marker))
    say(.dayFirst, first.contains(.dayFirst))
    say(.credited, first.contains(.inlineCredit) || story.has([.photoCredit]))
    say(.closesQuote, first.contains(.closesQuote))
    say(.remnant, first.contains(.remnant))
    say(.sentenceOpener, first.contains(.sentenceOpener))
    say(.placeFirst, first.contains(.placeFirst))
    say(.comesFromElsewhere, first.contains(.continuation))
    say(.pieceAttributed, isAttributed)
    say(.pieceClosed, isClosed)
    say(.pieceCut, isCut)
    say(.pieceShort, texts.count == 1)
  }

  /// 相关链接 and its kin head a text as a heading does.
  private static func isLabel(_ reading: Reading) -> Bool {
    !reading.evidence.isDisjoint(with: [.sidebarLabel, .sideLabelInLine])
  }

  /// Whether it may belong to another piece's story.
  var isLoose: Bool {
    switch kind {
    case .heading, .openingText, .looseText, .loosePicture, .names, .label: true
    case .furniture, .headedText, .headedPicture, .item: false
    }
  }
}

extension StoryPiece {
  /// The pieces of a page: the articles of its path, cut further where they may hold two stories' texts.
  ///
  /// Such seams are: a sentence that does not go on, a text that begins in mid-sentence, and, where a report has no
  /// heading, every line of the headings near it.
  static func cut(_ stories: [Story], _ list: BlockList, _ readings: [Reading], _ facts: PathFacts) -> [StoryPiece] {
    let whole = stories.map { StoryPiece($0, list, readings) }
    let unheaded = whole.indices.filter { whole[$0].kind == .openingText || whole[$0].kind == .looseText }
    var pieces: [StoryPiece] = []
    for (number, piece) in whole.enumerated() {
      let nearUnheaded = unheaded.contains { $0 != number && abs($0 - number) <= 8 }
      let members = piece.story.members
      var seams: [Int] = []
      for place in members.indices.dropFirst()
      where isSeam(place, members, list, readings, facts, heap: nearUnheaded) { seams.append(place) }
      var start = 0
      for end in seams + [members.count] {
        pieces.append(
          StoryPiece(Story(members: Array(members[start..<end])), wasJoined: start > 0, list, readings))
        start = end
      }
    }
    return pieces
  }

  private static func isSeam(
    _ place: Int, _ members: [Story.Member], _ list: BlockList, _ readings: [Reading], _ facts: PathFacts, heap: Bool
  ) -> Bool {
    let (above, member) = (members[place - 1], members[place])
    let headings = BlockRoleSet.headings
    if heap {
      // A line of heading, and a text right below a heading of several lines.
      if headings.contains(above.role) || headings.contains(member.role) { return true }
    }
    guard member.role == .body || member.role == .closing,
      let last = members[..<place].last(where: { $0.role.isBody })
    else { return false }
    if readings[last.block].isCut(list.text(last.block)) {
      let fit = facts.blocks[member.block]
      return fit.fitLast != Int32(last.block) || fit.fit < FitClass.count - 2
    }
    return !readings[member.block].evidence.isDisjoint(
      with: [.beginsInMidSentence, .dependentFirst, .closesQuote, .remnant])
  }
}
