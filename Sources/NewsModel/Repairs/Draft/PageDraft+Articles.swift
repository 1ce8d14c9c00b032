extension PageDraft {
  /// The articles as they are now; those that nothing changed are the same but for their numbers.
  ///
  /// - Parameter pageDate: the day of publication.
  /// - Complexity: O(characters of the page).
  func articles(pageDate: NewsDate?) -> [Article] {
    // The year that the page's own words made certain stands in the days that were found.
    let year = stories.lazy.compactMap { $0.source?.date }.first(where: \.yearIsInferred)?.year
    let dates = DateFinder(pageDate: pageDate, year: year)
    var mending = Mending(stream.list)
    var articles: [Article] = []
    var last = 0
    for story in stories where !story.pieces.isEmpty {
      if !story.countsAsFurniture { last += 1 }
      let number = story.countsAsFurniture ? 0 : last
      if let source = story.source, !story.isChanged {
        articles.append(source.numbered(number))
      } else {
        articles.append(article(of: story, number: number, dates, &mending))
      }
    }
    return articles
  }

  /// The number that the first article from `number` on, as they were read, has now.
  func number(of number: Int) -> Int {
    var last = 0
    for story in stories where !story.pieces.isEmpty && !story.countsAsFurniture {
      if let source = story.source, source.kind != .furniture, source.number >= number { break }
      last += 1
    }
    return last + 1
  }

  private func article(of story: Story, number: Int, _ dates: DateFinder, _ mending: inout Mending) -> Article {
    var parts: [Part] = []
    var replaced: [ReplacedText] = []
    for piece in story.pieces {
      let (part, texts) = part(of: piece, index: parts.count, &mending)
      parts.append(part)
      replaced += texts
    }
    let fields = RepairedFields(parts: parts, story: story, dates: dates)
    let content = ArticleContent(
      file: story.source?.file ?? file, number: number, kind: fields.kind, section: fields.section,
      kicker: fields.text(of: .kicker, joinedBy: " "), headline: fields.text(of: .headline, joinedBy: ""),
      deck: fields.text(of: .deck, joinedBy: ""), byline: fields.byline, date: fields.date, parts: parts.fitted,
      repair: ArticleRepair(replaced: replaced))
    return Article(content, idNumber: ArticleID.numbers(of: [parts])[0])
  }

  private var file: FilePath { stories.lazy.compactMap { $0.source?.file }.first ?? "" }

  /// A piece as a part, and what was replaced in it.
  private func part(of piece: Piece, index: Int, _ mending: inout Mending) -> (Part, [ReplacedText]) {
    let spans = piece.original?.lines ?? stream.spans(of: piece.ranges)
    let keepsSpaces = piece.role != .body && piece.role != .caption && piece.role != .pullquote
    let text =
      piece.original?.text ?? mending.text(of: stream.pieces(of: piece.ranges), keepsSpaces: keepsSpaces)
    let here = replacements.filter { new in piece.ranges.contains { $0.overlaps(new.range) } }
    if here.isEmpty {
      if let original = piece.original, original.role == piece.role { return (original, []) }
      return (Part(role: piece.role, text: text, lines: spans), [])
    }
    var out = String.UnicodeScalarView()
    var replaced: [ReplacedText] = []
    var places = piece.ranges.joined().makeIterator()
    var place = places.next()
    var printed = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let counts = PrintStream.counts(scalar.value)
      guard let now = place, let new = here.first(where: { $0.range.contains(now) }) else {
        out.append(scalar)
        if counts { place = places.next() }
        continue
      }
      // A space before the first of the replaced characters stays.
      if !counts, printed.isEmpty {
        out.append(scalar)
        continue
      }
      printed.append(scalar)
      guard counts else { continue }
      place = places.next()
      if now == new.range.upperBound - 1 {
        let start = out.count
        out.append(contentsOf: new.text.unicodeScalars)
        replaced.append(ReplacedText(part: index, range: start..<out.count, printed: String(printed)))
        printed = String.UnicodeScalarView()
      }
    }
    return (Part(role: piece.role, text: String(out), lines: spans), replaced)
  }
}
