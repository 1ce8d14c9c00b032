/// Finds stories that go on on another page of the same issue: the first piece names the page of the second, and the second
/// that of the first. Where several could be meant, headlines and the cut sentence decide, or nothing is joined.
struct JumpFinder {
  /// Two pieces of a story, by their articles.
  struct Joint: Equatable {
    let first: Int
    let second: Int
    let reasons: [StoryJump.Reason]
  }

  private struct Piece {
    let article: Int
    let page: PageNumber
    let goal: PageNumber
  }

  private struct Key: Hashable {
    let paper: String?
    let day: NewsDate
  }

  /// How alike headlines must be to tell one candidate from others, and how much less alike the others must be.
  private static let leastEcho = 0.5
  private static let leastLead = 0.25

  /// The joints of a library whose issues are resolved, by their first pieces.
  ///
  /// - Complexity: O(articles), besides O(*n*²) for *n* jumps of one issue.
  static func joints(in library: Library) -> [Joint] {
    var onward: [Key: [Piece]] = [:]
    var back: [Key: [Piece]] = [:]
    for (index, article) in library.articles.enumerated() {
      guard let issue = article.issue, let day = issue.day, let page = issue.printedPage.flatMap(PageNumber.init) else {
        continue
      }
      let key = Key(paper: issue.paper, day: NewsDate(year: day.year, month: day.month, day: day.day) ?? day)
      for jump in jumps(of: article) where jump.page != page {
        let piece = Piece(article: index, page: page, goal: jump.page)
        if jump.direction == .onward {
          onward[key, default: []].append(piece)
        } else {
          back[key, default: []].append(piece)
        }
      }
    }
    return onward.flatMap { key, pieces in joints(pieces, back[key] ?? [], library) }.sorted { $0.first < $1.first }
  }

  private static let headings: [PartRole] = [.section, .kicker, .headline, .deck]

  /// The jump lines that an article begins and ends with.
  private static func jumps(of article: Article) -> [JumpLine] {
    let ends = Set(article.parts.indices.prefix(4)).union(article.parts.indices.suffix(3)).sorted()
    var found: [JumpLine] = []
    for index in ends {
      guard let jump = JumpLine(article.parts[index].text) else { continue }
      // Above a headline such a line is of the story before.
      if jump.direction == .onward, headings.contains(article.parts[index].role) { continue }
      if !found.contains(where: { $0.direction == jump.direction }) { found.append(jump) }
    }
    return found
  }

  private static func joints(_ onward: [Piece], _ back: [Piece], _ library: Library) -> [Joint] {
    var joints: [Joint] = []
    for piece in onward {
      let candidates = back.filter { fits(piece, $0) }
      let rivals = { (other: Piece) in onward.filter { $0.article != piece.article && fits($0, other) } }
      let scored = candidates.map { ($0, echo(piece.article, $0.article, library)) }.sorted { $0.1 > $1.1 }
      guard let (best, likeness) = scored.first else { continue }
      let next = max(
        scored.count > 1 ? scored[1].1 : 0, rivals(best).map { echo($0.article, best.article, library) }.max() ?? 0)
      let isOnly = scored.count == 1 && rivals(best).isEmpty
      let isClear = likeness >= leastEcho && likeness - next >= leastLead
      guard isOnly || isClear else { continue }
      var reasons: [StoryJump.Reason] = isOnly ? [.onlyOne] : []
      if likeness >= leastEcho { reasons.append(.headline) }
      if isCut(piece.article, best.article, library) { reasons.append(.sentence) }
      joints.append(Joint(first: piece.article, second: best.article, reasons: reasons))
    }
    // One piece is not the end of two stories.
    let counts = Dictionary(joints.map { ($0.second, 1) }) { $0 + $1 }
    return joints.filter { counts[$0.second] == 1 }
  }

  private static func fits(_ first: Piece, _ second: Piece) -> Bool {
    first.article != second.article && first.goal == second.page && second.goal == first.page
  }

  /// The share of the characters of the shorter heading that the other has as well.
  private static func echo(_ first: Int, _ second: Int, _ library: Library) -> Double {
    let (a, b) = (heading(library.articles[first]), heading(library.articles[second]))
    let shorter = min(a.count, b.count)
    return shorter < 2 ? 0 : Double(a.intersection(b).count) / Double(shorter)
  }

  /// The pairs of letters of an article's heading.
  private static func heading(_ article: Article) -> Set<UInt64> {
    var letters: [UInt32] = []
    for part in article.parts.prefix(6) where headings.contains(part.role) {
      Shingles.appendLetters(of: part.text, to: &letters)
    }
    return Set(zip(letters, letters.dropFirst()).map { UInt64($0) << 32 | UInt64($1) })
  }

  /// Whether the first piece ends in mid-sentence.
  private static func isCut(_ first: Int, _ second: Int, _ library: Library) -> Bool {
    let body = library.articles[first].parts.last { [.body, .caption].contains($0.role) && JumpLine($0.text) == nil }
    guard let last = body?.text.unicodeScalars.last else { return false }
    return CharacterClass.of(last.value).isDisjoint(with: [.terminal, .closer])
  }
}
