/// The folded text of consecutive articles in one buffer: what queries are checked against.
///
/// Each part is followed by one `FoldedArticles.separator`, which no folded text holds, so that no match can reach over
/// the end of a part. Memory: two bytes a unit (a Han character is one unit), four and one a part, twelve an article.
final class FoldedArticles: Sendable {
  /// The unit after each part.
  static let separator: UInt16 = 0

  /// The folded parts, article by article.
  let units: [UInt16]
  /// Where each part begins in `units`, and the end of `units`.
  let partStarts: [UInt32]
  /// Where a match in each part puts its article in the ranking.
  let ranks: [PartRank]
  /// The first part of each article in `partStarts`, and the number of parts.
  let firstParts: [UInt32]
  /// Where each article begins in `units`, and the end of `units`.
  let starts: [UInt32]
  /// The day of each article: `year * 10,000 + month * 100 + day`, 0 when it has none. A later day is a larger number.
  let days: [UInt32]

  /// What stands behind the parts of articles in which the user replaced characters: those parts again as they are printed, so that
  /// searches find both. By their indices in `ranks`.
  let printedParts: [Int: PrintedPart]

  /// A part as it is printed.
  struct PrintedPart: Sendable {
    /// Where characters were replaced, in units from the part's beginning: only matches that touch them say anything new.
    let replaced: [Range<Int>]

    func touches(_ range: Range<Int>) -> Bool { replaced.contains { $0.overlaps(range) } }
  }

  /// The number of articles.
  var count: Int { days.count }

  /// Folds `articles`; their text must be less than 4 GB.
  ///
  /// - Complexity: O(bytes of text).
  init(_ articles: ArraySlice<Article>) {
    var bytes = 0
    var partCount = 0
    for article in articles {
      partCount += article.parts.count
      for part in article.parts { bytes += part.text.utf8.count + 1 }
      for text in article.printedTexts {
        partCount += 1
        bytes += text.text.utf8.count + 1
      }
    }
    var printedParts: [Int: PrintedPart] = [:]
    var partStarts: [UInt32] = []
    partStarts.reserveCapacity(partCount + 1)
    var ranks: [PartRank] = []
    ranks.reserveCapacity(partCount)
    var firstParts: [UInt32] = []
    firstParts.reserveCapacity(articles.count + 1)
    // A folded text has no more units than UTF-8 bytes.
    let buffer = Column<UInt16>(capacity: bytes)
    let base = buffer.base
    var end = 0
    FoldTable.units.withUnsafeBufferPointer { table in
      guard let table = table.baseAddress else { return }
      for article in articles {
        firstParts.append(UInt32(ranks.count))
        var seenBody = false
        func append(_ text: String, _ rank: PartRank) {
          partStarts.append(UInt32(end))
          ranks.append(rank)
          var text = text
          text.withUTF8 { bytes in
            // A local counter stays in a register.
            var at = end
            Folding.fold(bytes, table: table) { unit, _ in
              base[at] = unit
              at &+= 1
            }
            end = at
          }
          base[end] = FoldedArticles.separator
          end += 1
        }
        for part in article.parts {
          append(part.text, PartRank(part.role, isFirstBody: part.role == .body && !seenBody))
          seenBody = seenBody || part.role == .body
        }
        for text in article.printedTexts {
          printedParts[ranks.count] = PrintedPart(
            replaced: FoldedText(text.text).unitRanges(of: text.replaced.map(\.printed)))
          append(text.text, PartRank(article.parts[text.part].role, isFirstBody: false))
        }
      }
    }
    partStarts.append(UInt32(end))
    firstParts.append(UInt32(ranks.count))
    units = buffer.array(count: end)
    self.printedParts = printedParts
    self.partStarts = partStarts
    self.ranks = ranks
    self.firstParts = firstParts
    starts = firstParts.map { partStarts[Int($0)] }
    days = articles.map { article in
      article.ownDate.map { UInt32(truncatingIfNeeded: ($0.year ?? 0) * 10_000 + $0.month * 100 + $0.day) } ?? 0
    }
  }

  /// The articles of each of `texts` (at least one), one after another.
  ///
  /// - Complexity: O(units).
  init(joining texts: [FoldedArticles]) {
    var units: [UInt16] = []
    units.reserveCapacity(texts.reduce(0) { $0 + $1.units.count })
    var partStarts: [UInt32] = []
    partStarts.reserveCapacity(texts.reduce(1) { $0 + $1.ranks.count })
    var ranks: [PartRank] = []
    ranks.reserveCapacity(partStarts.capacity)
    var firstParts: [UInt32] = []
    firstParts.reserveCapacity(texts.reduce(1) { $0 + $1.count })
    var days: [UInt32] = []
    days.reserveCapacity(firstParts.capacity)
    var printedParts: [Int: PrintedPart] = [:]
    for text in texts {
      let start = UInt32(units.count)
      let firstPart = UInt32(ranks.count)
      for (part, printed) in text.printedParts { printedParts[part + Int(firstPart)] = printed }
      units += text.units
      partStarts += text.partStarts.dropLast().map { $0 + start }
      ranks += text.ranks
      firstParts += text.firstParts.dropLast().map { $0 + firstPart }
      days += text.days
    }
    partStarts.append(UInt32(units.count))
    firstParts.append(UInt32(ranks.count))
    starts = firstParts.map { partStarts[Int($0)] }
    self.units = units
    self.partStarts = partStarts
    self.ranks = ranks
    self.firstParts = firstParts
    self.days = days
    self.printedParts = printedParts
  }

  /// The parts of an article, as indices into `ranks`.
  func parts(of article: Int) -> Range<Int> {
    Int(firstParts[article])..<Int(firstParts[article + 1])
  }

  /// An article's text in `units`, separators included.
  func range(of article: Int) -> Range<Int> {
    Int(starts[article])..<Int(starts[article + 1])
  }

  /// A part's text in `units`, without its separator.
  func range(ofPart part: Int) -> Range<Int> {
    Int(partStarts[part])..<Int(partStarts[part + 1]) - 1
  }
}

/// Where in an article a match stands, best first: headline, kicker or deck, lead (the first body part), anything else; a
/// caption counts like the last.
enum PartRank: UInt8, Comparable, Sendable {
  case headline, kickerOrDeck, lead, body, caption

  init(_ role: PartRole, isFirstBody: Bool) {
    switch role {
    case .headline: self = .headline
    case .kicker, .deck: self = .kickerOrDeck
    case .body where isFirstBody: self = .lead
    case .caption: self = .caption
    default: self = .body
    }
  }

  /// What a match here adds to its article's score.
  var score: Int { max(1, 4 - Int(rawValue)) }

  static func < (a: PartRank, b: PartRank) -> Bool { a.rawValue < b.rawValue }
}
