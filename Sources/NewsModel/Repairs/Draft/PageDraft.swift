/// A page's articles while repairs are made: each part as ranges of the page's characters.
struct PageDraft {
  /// A part of an article.
  struct Piece {
    var role: PartRole
    /// Where its characters stand, in reading order; none for a part whose text is not found on its lines, which nothing can change.
    var ranges: [Range<Int>]
    /// The part as it was read, as long as nothing changes its text.
    var original: Part?

    fileprivate var start: Int { ranges.first?.lowerBound ?? -1 }
  }

  /// An article.
  struct Story {
    /// The article as it was read; `nil` for one that a repair made.
    let source: Article?
    var pieces: [Piece] = []
    var isChanged = false
    /// Whether the user said that it is the page's own furniture; `nil` when nothing was said.
    var isFurniture: Bool?
    /// Whether it is what the page prints about itself, as the user said or else as it was read.
    var countsAsFurniture: Bool { isFurniture ?? (source?.kind == .furniture) }
  }

  /// Characters that the user replaced.
  struct Replacement {
    let range: Range<Int>
    let text: String
  }

  let stream: PrintStream
  /// In reading order; those without pieces are no articles any more.
  private(set) var stories: [Story]
  private(set) var replacements: [Replacement] = []

  /// The articles of a page, which may hold repairs already.
  ///
  /// - Complexity: O(characters).
  init(_ stream: PrintStream, _ articles: [Article]) {
    self.stream = stream
    var isTaken = [Bool](repeating: false, count: stream.scalars.count)
    stories = articles.map { article in
      let pieces = article.parts.indices.map { index in
        let part = article.parts[index]
        let ranges = stream.ranges(of: article.printedText(ofPart: index), on: part.lines, &isTaken)
        return Piece(role: part.role, ranges: ranges ?? [], original: part)
      }
      return Story(source: article, pieces: pieces)
    }
  }

  /// The article and its part that hold a character.
  func place(of character: Int) -> (story: Int, piece: Int)? {
    for (story, content) in stories.enumerated() {
      for (piece, part) in content.pieces.enumerated() where part.ranges.contains(where: { $0.contains(character) }) {
        return (story, piece)
      }
    }
    return nil
  }

  /// For each character the index of its article in `stories`; -1 for characters of no part.
  ///
  /// - Complexity: O(characters).
  var owners: [Int] {
    var owners = [Int](repeating: -1, count: stream.scalars.count)
    for (story, content) in stories.enumerated() {
      for index in content.pieces.flatMap(\.ranges).joined() { owners[index] = story }
    }
    return owners
  }

  /// The articles that hold characters of a range.
  func stories(in range: Range<Int>) -> Set<Int> {
    Set(
      stories.indices.filter { story in stories[story].pieces.contains { $0.ranges.contains { $0.overlaps(range) } } })
  }

  /// Whether anything is another way than in an earlier state of the same page.
  func isChanged(from earlier: PageDraft) -> Bool {
    if !replacements.isEmpty { return true }
    let (old, new) = (earlier.stories.filter { !$0.pieces.isEmpty }, stories.filter { !$0.pieces.isEmpty })
    return old.count != new.count
      || zip(old, new).contains { old, new in
        old.isFurniture != new.isFurniture || old.pieces.count != new.pieces.count
          || zip(old.pieces, new.pieces).contains { $0.role != $1.role || $0.ranges != $1.ranges }
      }
  }

  // MARK: Repairs

  /// Makes a repair.
  ///
  /// - Returns: the lines that it is about; one that finds the page as it wants it changes nothing.
  /// - Throws: `RepairProblem` when it does not fit this reading; then nothing changes.
  mutating func apply(_ repair: PageRepair) throws(RepairProblem) -> [LineSpan] {
    if case .replace(let new) = repair.change { return try replace(repair.passage, by: new) }
    guard let range = stream.find(repair.passage) else { throw .lost }
    switch repair.change {
    case .newArticle: try makeArticle(of: range)
    case .move(let passage):
      guard let other = stream.find(passage), let target = place(of: other.lowerBound)?.story else { throw .targetLost }
      move(range, to: target)
    case .role(let role): set(role, of: range)
    case .join(let next):
      guard let other = stream.find(next) else { throw .targetLost }
      try join(at: range.upperBound - 1, with: other.lowerBound)
    case .split: try split(before: range.lowerBound)
    case .replace: break
    }
    return stream.spans(of: [range])
  }

  private mutating func makeArticle(of range: Range<Int>) throws(RepairProblem) {
    guard let home = place(of: range.lowerBound)?.story else { throw .lost }
    let isWhole = stories(in: range) == [home] && stories[home].pieces.allSatisfy { $0.isInside(range) }
    if isWhole { return }
    let taken = take(range)
    let place = placeBehind(home, of: range)
    stories.insert(Story(source: nil), at: place)
    for piece in taken { insert(piece.piece, into: place) }
  }

  /// Where an article of a range that was taken from `home` stands among the others: what was the page's furniture, which stands
  /// behind all articles, goes before the first article that begins further down the page.
  private func placeBehind(_ home: Int, of range: Range<Int>) -> Int {
    guard stories[home].countsAsFurniture else { return home + 1 }
    let next = stories.indices.first { story in
      !stories[story].countsAsFurniture && stories[story].pieces.contains { $0.start >= 0 }
        && stories[story].pieces.lazy.map(\.start).min() ?? -1 > range.lowerBound
    }
    return next ?? (stories.lastIndex { !$0.countsAsFurniture }).map { $0 + 1 } ?? 0
  }

  private mutating func move(_ range: Range<Int>, to target: Int) {
    if stories(in: range) == [target] { return }
    for piece in take(range, except: target) {
      let place = insert(piece.piece, into: target)
      if piece.piece.role == .body, place > 0, isCut(stories[target].pieces[place - 1]) {
        unite(place - 1, place, of: target)
      }
    }
  }

  private mutating func set(_ role: LineRole, of range: Range<Int>) {
    switch role {
    case .part(let role):
      for story in stories(in: range) {
        let isOther = stories[story].pieces.contains { $0.role != role && $0.ranges.contains { $0.overlaps(range) } }
        if stories[story].isFurniture ?? (stories[story].source?.isAside == true) {
          (stories[story].isFurniture, stories[story].isChanged) = (false, true)
        }
        guard isOther else { continue }
        for taken in take(range, from: story) {
          var piece = taken.piece
          if piece.role != role { (piece.role, piece.original) = (role, nil) }
          insert(piece, into: story)
        }
      }
    case .furniture:
      guard let home = place(of: range.lowerBound)?.story else { return }
      let taken = take(range)
      stories.insert(Story(source: nil, isFurniture: true), at: home + 1)
      for taken in taken {
        insert(Piece(role: .body, ranges: taken.piece.ranges, original: nil), into: home + 1)
      }
    }
  }

  private mutating func join(at end: Int, with start: Int) throws(RepairProblem) {
    guard let first = place(of: end), let second = place(of: start) else { throw .lost }
    guard first.story == second.story else { throw .apart }
    if first.piece != second.piece { unite(first.piece, second.piece, of: first.story) }
  }

  private mutating func split(before start: Int) throws(RepairProblem) {
    guard let (story, number) = place(of: start) else { throw .lost }
    let piece = stories[story].pieces[number]
    let before = piece.ranges.prefix { !$0.contains(start) }
    let rest = piece.ranges[before.count...]
    guard let cut = rest.first, cut.lowerBound < start || !before.isEmpty else { return }
    var (head, tail) = (Array(before), Array(rest))
    if cut.lowerBound < start {
      head.append(cut.lowerBound..<start)
      tail[0] = start..<cut.upperBound
    }
    stories[story].pieces[number] = Piece(role: piece.role, ranges: head, original: nil)
    stories[story].pieces.insert(Piece(role: piece.role, ranges: tail, original: nil), at: number + 1)
    stories[story].isChanged = true
  }

  private mutating func replace(_ passage: Passage, by text: String) throws(RepairProblem) -> [LineSpan] {
    guard let range = stream.exact(passage) else {
      // A better reading of the page may have it right.
      guard let right = stream.exact(Passage(text: text, before: passage.before, after: passage.after)) else {
        throw .lost
      }
      return stream.spans(of: [right])
    }
    guard !replacements.contains(where: { $0.range.overlaps(range) }) else { throw .replaced }
    guard let (story, number) = place(of: range.lowerBound),
      stories[story].pieces[number].ranges.contains(where: { $0.contains(range.upperBound - 1) })
    else { throw .acrossParts }
    replacements.append(Replacement(range: range, text: text))
    stories[story].isChanged = true
    return stream.spans(of: [range])
  }

  // MARK: Pieces

  /// Takes the characters of a range out of their parts, in file order.
  private mutating func take(
    _ range: Range<Int>, from only: Int? = nil, except kept: Int? = nil
  ) -> [(story: Int, piece: Piece)] {
    var taken: [(story: Int, piece: Piece)] = []
    for story in stories.indices where story != kept && (only ?? story) == story {
      var left: [Piece] = []
      for piece in stories[story].pieces {
        let inside = piece.ranges.map { $0.clamped(to: range) }.filter { !$0.isEmpty }
        if inside.isEmpty {
          left.append(piece)
          continue
        }
        let outside = piece.ranges.flatMap { part in
          [
            part.lowerBound..<max(part.lowerBound, min(part.upperBound, range.lowerBound)),
            min(part.upperBound, max(part.lowerBound, range.upperBound))..<part.upperBound,
          ]
        }.filter { !$0.isEmpty }
        taken.append(
          (story, Piece(role: piece.role, ranges: inside, original: outside.isEmpty ? piece.original : nil)))
        if !outside.isEmpty { left.append(Piece(role: piece.role, ranges: outside, original: nil)) }
      }
      if left.count != stories[story].pieces.count || taken.last?.story == story { stories[story].isChanged = true }
      stories[story].pieces = left
    }
    return taken.sorted { $0.piece.start < $1.piece.start }
  }

  /// Adds a piece where it stands in an article: lines of a heading above all others, each in file order.
  @discardableResult
  private mutating func insert(_ piece: Piece, into story: Int) -> Int {
    let pieces = stories[story].pieces
    let index = pieces.firstIndex { other in
      if piece.role.isHeading, other.role.isHeading {
        let (own, its) = (piece.role == .section, other.role == .section)
        return own == its ? other.start > piece.start : own
      }
      return piece.role.isHeading || !other.role.isHeading && other.start > piece.start
    }
    stories[story].pieces.insert(piece, at: index ?? pieces.count)
    stories[story].isChanged = true
    return index ?? pieces.count
  }

  private mutating func unite(_ first: Int, _ second: Int, of story: Int) {
    let ranges = stories[story].pieces[first].ranges + stories[story].pieces[second].ranges
    var joined: [Range<Int>] = []
    for range in ranges {
      if let last = joined.last, last.upperBound == range.lowerBound {
        joined[joined.count - 1] = last.lowerBound..<range.upperBound
      } else {
        joined.append(range)
      }
    }
    stories[story].pieces[first] = Piece(role: stories[story].pieces[first].role, ranges: joined, original: nil)
    stories[story].pieces.remove(at: second)
    stories[story].isChanged = true
  }

  /// Whether a paragraph of the body ends in mid-sentence, so that what is put behind it goes on with it.
  private func isCut(_ piece: Piece) -> Bool {
    guard piece.role == .body, piece.ranges.reduce(0, { $0 + $1.count }) >= 12, let end = piece.ranges.last else {
      return false
    }
    var index = end.upperBound - 1
    while index > end.lowerBound, CharacterClass.of(stream.scalars[index]).contains(.closer) { index -= 1 }
    let last = stream.scalars[index]
    return !CharacterClass.of(last).contains(.terminal) && last != 0x3A && last != 0xFF1A
      && (index == end.upperBound - 1 || CharacterClass.of(last).contains(.comma))
  }
}

extension PageDraft.Piece {
  fileprivate func isInside(_ range: Range<Int>) -> Bool {
    ranges.allSatisfy { $0.lowerBound >= range.lowerBound && $0.upperBound <= range.upperBound }
  }
}

extension PartRole {
  /// Whether it is a line above the text of an article.
  var isHeading: Bool {
    switch self {
    case .section, .kicker, .headline, .deck: true
    case .byline, .body, .subhead, .caption, .credit, .pullquote: false
    }
  }
}
