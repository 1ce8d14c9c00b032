/// Stories into articles: parts in reading order, paragraphs mended, fields filled.
struct ArticleAssembler {
  private let list: BlockList
  private let readings: [Reading]
  private let dates: DateFinder
  private let file: FilePath
  private let fit: CutFit
  private var mending: Mending

  init(list: BlockList, readings: [Reading], dates: DateFinder, file: FilePath) {
    self.list = list
    self.readings = readings
    self.dates = dates
    self.file = file
    fit = CutFit(list: list, readings: readings)
    mending = Mending(list)
  }

  private typealias Piece = Mending.Piece

  /// What is gathered while one story is set in order.
  private struct Draft {
    var parts: [Part] = []
    var credits: [Credit] = []
    var section: String?
    var kicker: String?
    var headline: String?
    var deck: String?
    /// The beginning of the text, where it stands on the headline's own line.
    var lead: Piece?
    /// The paragraph under way, and whether its last sentence is cut.
    var open: [Piece] = []
    var isCut = false
    /// What was set into the paragraph under way.
    var insets: [(PartRole, Piece)] = []
  }

  /// The content of `story`'s article.
  ///
  /// - Parameters:
  ///   - number: the article's place on its page, from 1.
  ///   - column: the name of the column that the article before it stood in, which items go on with.
  mutating func article(_ story: Story, number: Int, column: String?) -> ArticleContent {
    var draft = Draft()
    addHeading(story, to: &draft)
    addContent(story, to: &draft)
    let kind = kind(of: story, draft)
    if draft.section == nil, kind == .brief { draft.section = column }
    return ArticleContent(
      file: file, number: number, kind: kind, section: draft.section, kicker: draft.kicker, headline: draft.headline,
      deck: draft.deck, byline: distinct(draft.credits), date: date(of: story, kind), parts: draft.parts.fitted)
  }

  /// The lines of page furniture, each as it is printed.
  mutating func furniture(_ story: Story) -> ArticleContent {
    var draft = Draft()
    for member in story.members { add(.body, whole(member.block), to: &draft, keepsSpaces: true) }
    return ArticleContent(file: file, number: 0, kind: .furniture, parts: draft.parts.fitted)
  }

  private func whole(_ block: Int) -> Piece { Piece(block: block, range: list.blocks[block].text) }

  private mutating func add(_ role: PartRole, _ piece: Piece, to draft: inout Draft, keepsSpaces: Bool) {
    add(role, CollectionOfOne(piece), to: &draft, keepsSpaces: keepsSpaces)
  }

  private mutating func add(
    _ role: PartRole, _ pieces: some Collection<Piece>, to draft: inout Draft, keepsSpaces: Bool
  ) {
    let text = mending.text(of: pieces, keepsSpaces: keepsSpaces)
    guard !text.isEmpty else { return }
    let lines = pieces.count == 1 ? pieces.first.map(lineSpans) : pieces.flatMap(lineSpans)
    draft.parts.append(Part(role: role, text: text, lines: lines ?? []))
  }

  private func lineSpans(of piece: Piece) -> [LineSpan] { list.lineSpans(of: piece.range, inBlock: piece.block) }

  // MARK: Heading

  private mutating func addHeading(_ story: Story, to draft: inout Draft) {
    for block in story.blocks([.section, .label]) {
      if readings[block].length > 46 { continue }  // a label with its text on the line: set with the body
      if addSplitTitle(block, to: &draft) { continue }
      add(.section, whole(block), to: &draft, keepsSpaces: true)
      draft.section = draft.section ?? PageFurniture.withoutMarks(list.text(block)).string
    }
    for block in story.blocks([.label]) where readings[block].length > 46 {
      let bare = PageFurniture.withoutMarks(list.text(block))
      if let label = bare.prefixed(by: Trade.sidebarLabels) { draft.section = draft.section ?? label[...].string }
    }
    let titles = story.members.filter { BlockRoleSet.headings.contains($0.role) }
    if titles.count == 1, addSplitTitle(titles[0].block, to: &draft) { return }
    var (kickers, headlines, decks): ([String], [String], [String]) = ([], [], [])
    let hasHeadline = story.has([.headline, .tailHeadline])
    for (place, line) in titles.enumerated() {
      // A heading whose headline stands elsewhere, or was taken for something else, still has one.
      let isHeadline = line.role.atHead == .headline || !hasHeadline && place == titles.count - 1
      let role: PartRole = isHeadline ? .headline : line.role.atHead == .kicker ? .kicker : .deck
      add(role, whole(line.block), to: &draft, keepsSpaces: true)
      guard let text = draft.parts.last?.text else { continue }
      switch role {
      case .kicker: kickers.append(text)
      case .deck: decks.append(text)
      default: headlines.append(text)
      }
    }
    func joined(_ lines: [String], _ separator: String) -> String? {
      lines.count > 1 ? lines.joined(separator: separator) : lines.first
    }
    draft.kicker = joined(kickers, " ")
    draft.headline = joined(headlines, "") ?? draft.headline
    draft.deck = joined(decks, "")
  }

  /// A line that holds more than the headline: a sidebar's label before it, a couplet of a kicker above it, the
  /// beginning of its text after it.
  private mutating func addSplitTitle(_ block: Int, to draft: inout Draft) -> Bool {
    let text = list.text(block)
    let spaces = text.count - readings[block].length
    if spaces > 0, let start = startOfText(in: text) {
      add(.headline, Piece(block: block, range: text.startIndex..<start), to: &draft, keepsSpaces: true)
      draft.headline = draft.parts.last?.text
      draft.lead = Piece(block: block, range: start..<text.endIndex)
      return true
    }
    if readings[block].evidence.contains(.sideLabelInLine) {
      let bare = PageFurniture.withoutMarks(text)
      guard let label = bare.prefixed(by: Trade.sidebarLabels) else { return false }
      var end = bare.startIndex + label.count
      while end < text.endIndex, PageFurniture.isMark(text[end]) { end += 1 }
      guard end < text.endIndex else { return false }
      add(.section, Piece(block: block, range: text.startIndex..<end), to: &draft, keepsSpaces: true)
      draft.section = draft.section ?? label[...].string
      add(.headline, Piece(block: block, range: end..<text.endIndex), to: &draft, keepsSpaces: true)
      draft.headline = draft.parts.last?.text
      return true
    }
    guard spaces >= 2, readings[block].evidence.isDisjoint(with: [.sidebarLabel, .sectionWord]) else { return false }
    let fields = text.split { CharacterClass.of($0).contains(.space) }
    guard fields.count >= 3, fields[0].count == fields[1].count, fields[0].count >= 3,
      fields[2].count != fields[0].count
    else { return false }
    add(.kicker, Piece(block: block, range: text.startIndex..<fields[1].endIndex), to: &draft, keepsSpaces: true)
    draft.kicker = draft.parts.last?.text
    add(.headline, Piece(block: block, range: fields[2].startIndex..<text.endIndex), to: &draft, keepsSpaces: true)
    draft.headline = draft.parts.last?.text.split(separator: " ").joined()
    return true
  }

  /// Where a story begins on its headline's line: a day and a comma after the space that ends the headline.
  private func startOfText(in text: ArraySlice<UInt32>) -> Int? {
    guard text.count >= 12,
      let space = text[(text.startIndex + 4)...].firstIndex(where: { CharacterClass.of($0).contains(.space) })
    else { return nil }
    let rest = text[space...].trimmed
    guard let day = rest.prefix(8).firstIndex(of: 0x65E5), day + 1 < rest.endIndex,
      rest[day + 1] == 0x2C || rest[day + 1] == 0xFF0C, dates.firstDay(in: rest[...(day + 1)]) != nil
    else { return nil }
    return rest.startIndex
  }

  // MARK: Content

  private mutating func addContent(_ story: Story, to draft: inout Draft) {
    if let lead = draft.lead {
      draft.open = [lead]
      draft.isCut = true
    }
    for member in story.members {
      let block = member.block
      switch member.role {
      case .section, .kicker, .headline, .deck, .tailKicker, .tailHeadline, .tailDeck: continue
      case .label where readings[block].length <= 46: continue
      case .body where draft.isCut && readings[block].evidence.contains(.debris):
        draft.insets.append((.body, whole(block)))
      case .body, .closing, .item, .label:
        for (index, range) in mending.paragraphs(of: rangeOfBody(block)).enumerated() {
          let follows =
            index == 0 && draft.isCut
            && (goesOn(block, after: draft.open.last) || draft.lead.map { $0.block == draft.open.last?.block } == true)
          if !follows { endParagraph(&draft) }
          draft.open.append(Piece(block: block, range: range))
          draft.isCut = false
        }
        draft.isCut = readings[block].isCut(list.text(block))
        if readings[block].opening != nil || member.role == .closing || readings[block].tail != nil {
          draft.credits += readings[block].byline.credits
        }
        if let tail = readings[block].tail,
          !readings[block].evidence.contains(.jump) || !readings[block].byline.credits.isEmpty
        {
          endParagraph(&draft)
          add(
            .byline, Piece(block: block, range: tail..<list.blocks[block].text.upperBound), to: &draft,
            keepsSpaces: true)
        }
      case .byline, .signature, .tailByline:
        if !draft.isCut { endParagraph(&draft) }
        draft.credits += readings[block].byline.credits
        if draft.isCut {
          draft.insets.append((.byline, whole(block)))
        } else {
          add(.byline, whole(block), to: &draft, keepsSpaces: true)
        }
      case .subhead:
        endParagraph(&draft)
        add(.subhead, whole(block), to: &draft, keepsSpaces: true)
      case .caption, .photoCaption, .credit, .photoCredit, .aside, .furniture:
        if !draft.isCut { endParagraph(&draft) }
        draft.insets += inset(member)
        if member.role == .photoCaption || member.role == .photoCredit || member.role == .credit {
          draft.credits += readings[block].byline.credits
        }
        if !draft.isCut { endParagraph(&draft) }
      }
    }
    endParagraph(&draft)
  }

  /// Adds the paragraph under way and what was set into it.
  private mutating func endParagraph(_ draft: inout Draft) {
    if let first = draft.open.first {
      add(.body, draft.open, to: &draft, keepsSpaces: readings[first.block].evidence.contains(.tableRow))
      draft.open.removeAll(keepingCapacity: true)
    }
    if !draft.insets.isEmpty {
      for (role, piece) in draft.insets { add(role, piece, to: &draft, keepsSpaces: role != .caption) }
      draft.insets.removeAll(keepingCapacity: true)
    }
    draft.isCut = false
  }

  /// Where the body that a block holds stands: all of it but a signature at its end.
  private func rangeOfBody(_ block: Int) -> Range<Int> {
    let range = list.blocks[block].text
    guard let tail = readings[block].tail else { return range }
    if readings[block].evidence.contains(.jump), readings[block].byline.credits.isEmpty { return range }
    return range.lowerBound..<tail
  }

  /// Whether a block can be the other half of a cut paragraph: not a line of the same stretch, a row or a new speaker.
  private func goesOn(_ block: Int, after piece: Piece?) -> Bool {
    list.laidOut == nil  // where the print's boxes are known, blocks are whole paragraphs
      && (list.blocks[block].afterBlank || (piece?.range.count ?? 0) >= 40)
      && readings[block].evidence.isDisjoint(with: [.opening, .question, .tableRow, .signOff, .dateAlone, .item])
      && (piece.map { fit.joins($0.block, block) } ?? false)
  }

  private func inset(_ member: Story.Member) -> [(PartRole, Piece)] {
    let range = list.blocks[member.block].text
    switch member.role {
    case .caption where list.text(member.block).isPullQuote: return [(.pullquote, whole(member.block))]
    case .caption, .photoCaption:
      guard let tail = readings[member.block].tail else { return [(.caption, whole(member.block))] }
      return [
        (.caption, Piece(block: member.block, range: range.lowerBound..<tail)),
        (.credit, Piece(block: member.block, range: tail..<range.upperBound)),
      ]
    case .credit, .photoCredit: return [(.credit, whole(member.block))]
    default: return [(.body, whole(member.block))]
    }
  }

  // MARK: Fields

  private func kind(of story: Story, _ draft: Draft) -> ArticleKind {
    if story.blocks([.label, .section]).contains(where: { readings[$0].evidence.contains(.sidebarLabel) })
      || story.has([.label])
      || story.blocks(.headings).contains(where: { readings[$0].evidence.contains(.sideLabelInLine) })
    {
      return .sidebar
    }
    if story.has([.photoCaption]) { return .photo }
    if story.has([.item]) { return .brief }
    let titles = story.blocks(.headings)
    if titles.contains(where: { readings[$0].evidence.contains(.noticeTitle) }), draft.credits.isEmpty {
      return .notice
    }
    return !story.has(.bodies) ? .other : .news
  }

  /// The credits, each once: a byline above the story and one below it may name the same people.
  private func distinct(_ credits: [Credit]) -> [Credit] {
    var result: [Credit] = []
    for credit in credits where !result.contains(credit) { result.append(credit) }
    return result
  }

  private func date(of story: Story, _ kind: ArticleKind) -> NewsDate? {
    if kind == .notice, let signed = story.members.last(where: { readings[$0.block].evidence.contains(.dateAlone) }) {
      if let day = dates.firstDay(in: list.text(signed.block)) ?? PageFactsFinder.date(in: list.text(signed.block)) {
        return day
      }
    }
    for member in story.members {
      if let opening = readings[member.block].opening,
        let day = dates.firstDay(in: opening.dateline) ?? dates.bareDay(in: opening.dateline)
      {
        return day
      }
    }
    let texts =
      story.bodies + story.blocks([.label]) + story.blocks([.photoCaption]) + story.blocks([.caption])
    for block in texts { if let day = dates.firstDay(in: list.text(block)) { return day } }
    for block in story.blocks(.headings) {
      if let day = dates.firstDay(in: list.text(block)) { return day }
    }
    for block in texts.prefix(2) { if let day = dates.yesterday(in: list.text(block)) { return day } }
    return nil
  }
}

extension ArraySlice<UInt32> {
  /// Whether the text is a quotation and nothing else, perhaps with the speaker behind a dash: set apart in large type.
  fileprivate var isPullQuote: Bool {
    guard (6...60).contains(count), let first, first == 0x201C || first == 0x300C,
      let close = firstIndex(where: { $0 == 0x201D || $0 == 0x300D })
    else { return false }
    let rest = self[(close + 1)...].trimmed
    return rest.isEmpty || rest.count <= 16 && (rest.first == 0x2014 || rest.first == 0x2500)
  }
}
