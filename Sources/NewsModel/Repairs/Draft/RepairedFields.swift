/// The fields of an article whose parts the user has changed, told by its parts as the page's reading tells them.
struct RepairedFields {
  private let parts: [Part]
  private let story: PageDraft.Story
  private let dates: DateFinder
  private let list: BlockList
  private let readings: [Reading]

  /// - Complexity: O(scalars of the parts).
  init(parts: [Part], story: PageDraft.Story, dates: DateFinder) {
    (self.parts, self.story, self.dates) = (parts, story, dates)
    var list = BlockList()
    for (index, part) in parts.enumerated() {
      let start = list.scalars.count
      list.scalars += part.text.unicodeScalars.map(\.value)
      list.blocks.append(
        Block(
          lines: index..<index + 1, text: start..<list.scalars.count, afterBlank: true, sourceStart: nil, kind: nil,
          isShortLine: false))
    }
    self.list = list
    readings = EvidenceFinder.read(list, isPlace: PlaceLines.isPlace)
  }

  private func indices(of roles: PartRole...) -> [Int] { parts.indices.filter { roles.contains(parts[$0].role) } }

  /// The texts of a role as one.
  func text(of role: PartRole, joinedBy separator: String) -> String? {
    let texts = parts.filter { $0.role == role }.map(\.text)
    return texts.isEmpty ? nil : texts.joined(separator: separator)
  }

  /// The column; items of a column name it without printing it.
  var section: String? {
    guard let first = indices(of: .section).first else {
      let hadOne = story.source?.parts.contains { $0.role == .section } ?? true
      return hadOne ? nil : story.source?.section
    }
    if let source = story.source, source.parts.first(where: { $0.role == .section })?.text == parts[first].text {
      return source.section
    }
    let bare = PageFurniture.withoutMarks(list.text(first))
    return (bare.prefixed(by: Trade.sidebarLabels) ?? bare).string
  }

  var byline: [Credit] {
    var credits: [Credit] = []
    for index in parts.indices {
      let names: Bool =
        switch parts[index].role {
        case .byline, .credit: true
        case .body: readings[index].opening != nil || readings[index].tail != nil
        case .caption: kind == .photo
        default: false
        }
      if names {
        for credit in readings[index].byline.credits where !credits.contains(credit) { credits.append(credit) }
      }
    }
    return credits
  }

  var kind: ArticleKind {
    if story.isFurniture == true { return .furniture }
    let isLabelled = indices(of: .section).contains { readings[$0].evidence.contains(.sidebarLabel) }
    if isLabelled { return .sidebar }
    let hasBody = !indices(of: .body).isEmpty
    if let source = story.source, !source.isAside || story.isFurniture != false,
      source.parts.contains(where: { $0.role == .body }) == hasBody
    {
      return source.kind
    }
    if hasBody {
      let isNotice = indices(of: .kicker, .headline, .deck).contains { readings[$0].evidence.contains(.noticeTitle) }
      return isNotice && indices(of: .byline).isEmpty ? .notice : .news
    }
    return indices(of: .caption).isEmpty ? .other : .photo
  }

  var date: NewsDate? {
    if kind == .notice, let signed = parts.indices.last(where: { readings[$0].evidence.contains(.dateAlone) }),
      let day = dates.firstDay(in: list.text(signed))
    {
      return day
    }
    for reading in readings {
      if let opening = reading.opening,
        let day = dates.firstDay(in: opening.dateline) ?? dates.bareDay(in: opening.dateline)
      {
        return day
      }
    }
    let texts = indices(of: .body) + indices(of: .caption)
    for index in texts + indices(of: .kicker, .headline, .deck) {
      if let day = dates.firstDay(in: list.text(index)) { return day }
    }
    return texts.prefix(2).lazy.compactMap { dates.yesterday(in: list.text($0)) }.first
  }
}
