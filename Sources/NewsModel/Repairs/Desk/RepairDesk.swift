/// A page laid out for repairs: what the user asks of its lines becomes repairs that find them again.
public struct RepairDesk: Sendable {
  private let printedLines: [String]
  private let stream: PrintStream
  private let draft: PageDraft
  /// The article of each character, as an index; -1 for none.
  private let owners: [Int]
  private let articles: [Article]

  /// Lays out a page.
  ///
  /// - Parameters:
  ///   - print: the page's text; lines end with `\n`.
  ///   - articles: the page's articles as they are, repairs included.
  /// - Complexity: O(characters).
  public init(print: String, articles: [Article]) {
    printedLines = print.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    stream = PrintStream(print)
    draft = PageDraft(stream, articles)
    owners = draft.owners
    self.articles = articles
  }

  /// For each printed line the index of the article that most of it belongs to, and its role there; `nil` for blank lines.
  ///
  /// - Complexity: O(characters).
  public var lineOwners: [(article: Int, role: PartRole)?] {
    var counts: [Int: [Int: Int]] = [:]
    let places = stories
    for (place, (story, piece)) in places.enumerated() where story >= 0 {
      counts[Int(stream.lines[place]), default: [:]][story << 32 | piece, default: 0] += 1
    }
    return printedLines.indices.map { index in
      guard let best = counts[index + 1]?.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
      let story = best >> 32
      return (story, draft.stories[story].pieces[best & 0xFFFF_FFFF].role)
    }
  }

  /// For each character its article and part; -1 for those of none.
  private var stories: [(story: Int, piece: Int)] {
    var places = [(story: Int, piece: Int)](repeating: (-1, 0), count: stream.scalars.count)
    for (story, content) in draft.stories.enumerated() {
      for (piece, part) in content.pieces.enumerated() {
        for place in part.ranges.joined() { places[place] = (story, piece) }
      }
    }
    return places
  }

  /// Where a text stands on a line, in Unicode scalars.
  ///
  /// - Throws: `RepairError.noSuchText`.
  public func offset(of text: String, onLine line: Int) throws(RepairError) -> Int {
    guard !text.isEmpty, printedLines.indices.contains(line - 1),
      let found = Array(printedLines[line - 1].unicodeScalars).firstRange(of: Array(text.unicodeScalars))
    else {
      throw .noSuchText(text, line: line)
    }
    return found.lowerBound
  }

  /// The repairs that do what is asked.
  ///
  /// - Throws: `RepairError` when the page does not allow it.
  /// - Complexity: O(characters).
  public func repairs(
    _ request: RepairRequest, of selection: LineSelection
  ) throws(RepairError) -> [(repair: PageRepair, lines: [LineSpan])] {
    if case .replace(let old, let new) = request { return [try replacement(of: old, by: new, in: selection)] }
    let range = try range(of: selection)
    let repairs: [(PageRepair, Range<Int>)] =
      switch request {
      case .newArticle: [(PageRepair(stream.passage(range), .newArticle), range)]
      case .beginArticle: try beginning(with: range)
      case .above: [try move(range, to: neighbour(of: range, isAbove: true))]
      case .below: [try move(range, to: neighbour(of: range, isAbove: false))]
      case .article(let index): [try move(range, to: index)]
      case .role(let role): [(PageRepair(stream.passage(range), .role(role)), range)]
      case .join: [try join(range)]
      case .split: [(PageRepair(stream.passage(start(of: range)), .split), range)]
      case .replace: []
      }
    var trial = draft
    for (repair, _) in repairs {
      do throws(RepairProblem) { _ = try trial.apply(repair) } catch { throw .impossible(error.text) }
    }
    guard trial.isChanged(from: draft) else { throw .nothingToDo }
    return repairs.map { ($0, stream.spans(of: [$1])) }
  }

  /// The characters of a choice.
  private func range(of selection: LineSelection) throws(RepairError) -> Range<Int> {
    var range = stream.range(ofLines: selection.lines)
    if selection.offset > 0, printedLines.indices.contains(selection.lines.lowerBound - 1) {
      let line = printedLines[selection.lines.lowerBound - 1]
      let before = line.unicodeScalars.prefix(selection.offset).count { PrintStream.counts($0.value) }
      range = min(range.lowerBound + before, range.upperBound)..<range.upperBound
    }
    guard !range.isEmpty else {
      throw .noSuchLines(first: selection.lines.lowerBound, last: selection.lines.upperBound)
    }
    return range
  }

  /// The beginning of a range, long enough to be told from others.
  private func start(of range: Range<Int>) -> Range<Int> {
    range.lowerBound..<min(range.upperBound, range.lowerBound + Passage.contextLength)
  }

  private func move(_ range: Range<Int>, to article: Int) throws(RepairError) -> (PageRepair, Range<Int>) {
    guard articles.indices.contains(article) else { throw .noSuchArticle(article + 1, count: articles.count) }
    guard let mark = mark(of: article, outside: range) else { throw .nothingToDo }
    return (PageRepair(stream.passage(range), .move(to: mark)), range)
  }

  /// The next article above or below a range that none of its characters belongs to.
  private func neighbour(of range: Range<Int>, isAbove: Bool) throws(RepairError) -> Int {
    let own = Set(owners[range])
    let others = isAbove ? Array(owners[..<range.lowerBound].reversed()) : Array(owners[range.upperBound...])
    guard let found = others.first(where: { $0 >= 0 && !own.contains($0) && !articles[$0].isAside }) else {
      throw .noNeighbour(isAbove: isAbove)
    }
    return found
  }

  /// A passage that an article is known by: the beginning of its headline, else of its longest part.
  private func mark(of article: Int, outside range: Range<Int>) -> Passage? {
    let pieces = draft.stories[article].pieces.filter {
      !$0.ranges.contains { $0.overlaps(range) } && !$0.ranges.isEmpty
    }
    let best =
      pieces.first { $0.role == .headline }
      ?? pieces.max { $0.ranges.reduce(0) { $0 + $1.count } < $1.ranges.reduce(0) { $0 + $1.count } }
    return best.map { stream.passage(start(of: $0.ranges[0])) }
  }

  /// The article that begins with a range takes all that follows of the range's own.
  private func beginning(with range: Range<Int>) throws(RepairError) -> [(PageRepair, Range<Int>)] {
    let own = owners[range.lowerBound]
    var stretches: [Range<Int>] = []
    var start: Int?
    for place in range.lowerBound...owners.count {
      let isOwn = place < owners.count && owners[place] == own
      if isOwn, start == nil { start = place }
      if !isOwn, let first = start {
        stretches.append(first..<place)
        start = nil
      }
    }
    guard let first = stretches.first else { throw .nothingToDo }
    let mark = stream.passage(self.start(of: first))
    return [(PageRepair(stream.passage(first), .newArticle), first)]
      + stretches.dropFirst().map { (PageRepair(stream.passage($0), .move(to: mark)), $0) }
  }

  private func join(_ range: Range<Int>) throws(RepairError) -> (PageRepair, Range<Int>) {
    guard let (story, number) = draft.place(of: range.upperBound - 1) else { throw .nothingFollows }
    let pieces = draft.stories[story].pieces
    let role = pieces[number].role
    guard let next = pieces[(number + 1)...].first(where: { $0.role == role && !$0.ranges.isEmpty }),
      let last = pieces[number].ranges.last
    else { throw .nothingFollows }
    let end = max(last.lowerBound, last.upperBound - Passage.contextLength)..<last.upperBound
    return (PageRepair(stream.passage(end), .join(stream.passage(start(of: next.ranges[0])))), end)
  }

  private func replacement(
    of old: String, by new: String, in selection: LineSelection
  ) throws(RepairError) -> (repair: PageRepair, lines: [LineSpan]) {
    let line = selection.lines.lowerBound
    let range = stream.range(ofLines: line...line)
    let wanted = PrintStream.counted(old)
    let first = try self.range(of: LineSelection(line...line, from: selection.offset)).lowerBound
    let starts = range.isEmpty || wanted.isEmpty ? [] : Array(first..<range.upperBound)
    guard let start = starts.first(where: { stream.scalars[$0...].starts(with: wanted) }) else {
      throw .noSuchText(old, line: line)
    }
    guard PrintStream.counted(new) != wanted else { throw .nothingToDo }
    let found = start..<start + wanted.count
    let repair = PageRepair(stream.passage(found), .replace(new.split(whereSeparator: \.isNewline).joined()))
    var trial = draft
    do throws(RepairProblem) { _ = try trial.apply(repair) } catch { throw .impossible(error.text) }
    return (repair, stream.spans(of: [found]))
  }
}
