import Foundation

@testable import NewsModel

/// The judge of the search tests: finds texts by comparing scalar after scalar, with a fold of its own that asks
/// Foundation what Hant-Hans, width and letter case are.
struct PlainScan {
  /// A text's folded scalars and for each the index of the scalar it came from.
  struct Folded {
    var scalars: [UInt32] = []
    var places: [Int] = []
  }

  private let articles: [Article]
  private let folded: [[Folded]]
  /// The folded parts of each article, a line end behind each.
  private let lines: [String]
  /// The same as the C library takes it.
  private let texts: [ContiguousArray<CChar>]
  private var cache: [Unicode.Scalar: [UInt32]]
  private let parts = Parts()

  /// The same for each part alone, made when a query asks for a part, and which parts each article has.
  private final class Parts: @unchecked Sendable {
    var judge: PlainScan?
    var ranges: [Range<Int>] = []
  }

  init(_ articles: [Article]) {
    var cache: [Unicode.Scalar: [UInt32]] = [:]
    self.articles = articles
    folded = articles.map { $0.parts.map { PlainScan.fold($0.text, &cache) } }
    self.cache = cache
    lines = folded.map { parts in parts.map { PlainScan.string($0.scalars[...]) + "\n" }.joined() }
    texts = lines.map { $0.utf8CString }
  }

  private static func string(_ scalars: ArraySlice<UInt32>) -> String {
    String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
  }

  /// The articles that match, ascending.
  func find(_ node: QueryNode) -> [Int] {
    articles.indices.filter(predicate(node))
  }

  /// The matches of one text: leftmost first, none overlapping another.
  func matches(of text: String, in article: Int) -> [TextMatch] {
    let needle = fold(text).scalars
    var matches: [TextMatch] = []
    for (part, text) in folded[article].enumerated() {
      var at = 0
      while at + needle.count <= text.scalars.count {
        if Array(text.scalars[at..<at + needle.count]) == needle {
          let range = text.places[at]..<text.places[at + needle.count - 1] + 1
          matches.append(TextMatch(part: part, range: range))
          at += needle.count
        } else {
          at += 1
        }
      }
    }
    return matches
  }

  private func predicate(_ node: QueryNode) -> (Int) -> Bool {
    switch node {
    case .text(let text):
      let needle = PlainScan.string(fold(text).scalars[...])
      return { PlainScan.contains(texts[$0], needle) }
    case .near(let text):
      let needle = fold(text).scalars
      return { holdsNear(needle, texts[$0]) }
    case .regex(let expression):
      let pattern = expression.pattern
      // Foundation's own engine, on the folded text; the patterns of `RandomQuery` need no folding but that of letters.
      // A line end parts what a match may not reach over.
      let folded = PlainScan.string(fold(pattern).scalars[...]).replacing("[^", with: "[^\\n")
      guard let expression = try? NSRegularExpression(pattern: folded, options: .anchorsMatchLines) else {
        return { _ in false }
      }
      return { article in
        let line = lines[article]
        var found = false
        expression.enumerateMatches(in: line, range: NSRange(location: 0, length: line.utf16.count)) { match, _, stop in
          // An empty match is none.
          if let match, match.range.length > 0 {
            found = true
            stop.pointee = true
          }
        }
        return found
      }
    case .field(.title, let text):
      let needle = fold(text).scalars
      return { article in
        zip(articles[article].parts, folded[article]).contains { part, folded in
          part.role == .headline && contains(folded.scalars, needle)
        }
      }
    case .field(.caption, let text):
      let needle = fold(text).scalars
      return { article in
        zip(articles[article].parts, folded[article]).contains { part, folded in
          part.role == .caption && contains(folded.scalars, needle)
        }
      }
    case .neighbours(let operands, let gaps): return { !neighbours(operands, gaps, in: $0).isEmpty }
    case .paragraph(let node):
      let (judge, ranges) = judgeOfParts()
      let predicate = judge.predicate(node)
      return { ranges[$0].contains(where: predicate) }
    case .field(.by, let text): return predicate(text) { $0.byline.flatMap(\.names) }
    case .field(.file, let text): return predicate(text) { [$0.file.shown] }
    case .field(.county, let text): return placed(text) { [$0.filing.place?.name].compactMap { $0 } }
    case .field(.mentions, let text): return placed(text) { $0.filing.mentioned.map(\.name) }
    case .field: return { _ in false }
    case .days(_, let span): return { holds(span, articles[$0].date ?? articles[$0].issued) }
    case .all(let nodes):
      let predicates = nodes.map(predicate)
      return { article in predicates.allSatisfy { $0(article) } }
    case .any(let nodes):
      let predicates = nodes.map(predicate)
      return { article in predicates.contains { $0(article) } }
    case .not(let node):
      let predicate = predicate(node)
      return { !predicate($0) }
    }
  }

  private func judgeOfParts() -> (PlainScan, [Range<Int>]) {
    if let judge = parts.judge { return (judge, parts.ranges) }
    var single: [Article] = []
    for article in articles {
      let start = single.count
      single += article.parts.map { Article(file: article.file, number: 1, kind: article.kind, parts: [$0]) }
      parts.ranges.append(start..<single.count)
    }
    let judge = PlainScan(single)
    parts.judge = judge
    return (judge, parts.ranges)
  }

  /// The places of the texts in rows of neighbours, by part: every way to choose an occurrence of each is tried.
  func neighbours(_ operands: [QueryNode], _ gaps: [TextGap], in article: Int) -> Set<TextMatch> {
    var found: Set<TextMatch> = []
    for (part, text) in folded[article].enumerated() {
      let role = articles[article].parts[part].role
      let occurrences = operands.map { self.occurrences(of: $0, in: text.scalars, role) }
      func choose(_ row: [Range<Int>]) {
        guard row.count < occurrences.count else {
          for range in row {
            let shown = text.places[range.lowerBound]..<text.places[range.upperBound - 1] + 1
            found.insert(TextMatch(part: part, range: shown))
          }
          return
        }
        for next in occurrences[row.count] {
          if let last = row.last {
            let gap = gaps[row.count - 1]
            let isBehind = next.lowerBound >= last.upperBound && next.lowerBound - last.upperBound <= gap.limit
            let isBefore = last.lowerBound >= next.upperBound && last.lowerBound - next.upperBound <= gap.limit
            guard isBehind || isBefore && !gap.isOrdered else { continue }
          }
          choose(row + [next])
        }
      }
      choose([])
    }
    return found
  }

  private func occurrences(of node: QueryNode, in text: [UInt32], _ role: PartRole) -> [Range<Int>] {
    switch node {
    case .text(let needle):
      let needle = fold(needle).scalars
      return (0..<max(0, text.count - needle.count + 1)).filter { text[$0..<$0 + needle.count].elementsEqual(needle) }
        .map { $0..<$0 + needle.count }
    case .field(let field, let needle):
      return (field == .title ? .headline : .caption) == role ? occurrences(of: .text(needle), in: text, role) : []
    case .any(let nodes): return nodes.flatMap { occurrences(of: $0, in: text, role) }
    default: return []
    }
  }

  private func predicate(_ text: String, _ values: @escaping (Article) -> [String]) -> (Int) -> Bool {
    let needle = fold(text).scalars
    return { article in values(articles[article]).contains { contains(fold($0).scalars, needle) } }
  }

  /// The articles with one of the best places that a name means: called so in full or without its level, else beginning
  /// so, else holding it. The places of the tests are counties with names of two characters and more.
  private func placed(_ text: String, _ names: @escaping (Article) -> [String]) -> (Int) -> Bool {
    let needle = fold(text).scalars
    func grade(_ name: String) -> Int? {
      let name = fold(name).scalars
      if name == needle || Array(name.dropLast()) == needle { return 0 }
      return name.starts(with: needle) ? 1 : contains(name, needle) ? 2 : nil
    }
    let best = Set(articles.flatMap(names)).compactMap(grade).min()
    return { article in names(articles[article]).contains { grade($0) == best && best != nil } }
  }

  /// Compares the dates as printed, which sort like days.
  private func holds(_ span: DateSpan, _ date: NewsDate?) -> Bool {
    guard let date, date.year != nil else { return false }
    let ends = "\(span)".split(separator: "..", omittingEmptySubsequences: false).map(String.init)
    let first = ends[0]
    let last = ends.count > 1 ? ends[1] : first
    return (first.isEmpty || first <= "\(date)") && (last.isEmpty || "\(date)" <= last)
  }

  /// Whether the text holds the needle with at most one unit wrong, missing or extra, at least two being right: every
  /// such mistake is looked for in turn. A character beyond the BMP is two units, and so two mistakes.
  private func holdsNear(_ needle: [UInt32], _ text: ContiguousArray<CChar>) -> Bool {
    if PlainScan.contains(text, PlainScan.string(needle[...])) { return true }
    let units = needle.reduce(0) { $0 + ($1 > 0xffff ? 2 : 1) }
    for place in needle.indices {
      let head = PlainScan.string(needle[..<place])
      if place > 0, holds(head, PlainScan.string(needle[place...]), oneApartIn: text) { return true }
      guard units > 2, needle[place] <= 0xffff else { continue }
      let tail = PlainScan.string(needle[(place + 1)...])
      if PlainScan.contains(text, head + tail) || holds(head, tail, oneApartIn: text) { return true }
    }
    return false
  }

  /// Whether the text holds `head`, one unit, `tail`, within one part.
  private func holds(_ head: String, _ tail: String, oneApartIn text: ContiguousArray<CChar>) -> Bool {
    let (head, tail) = (Array(head.utf8CString.dropLast()), Array(tail.utf8CString.dropLast()))
    let leads = head.count >= tail.count
    let anchor = leads ? head : tail
    return text.withUnsafeBufferPointer { text in
      guard let base = text.baseAddress, !anchor.isEmpty else { return false }
      let end = base + text.count - 1
      var from = base
      while let place = strstr(from, anchor + [0]) {
        from = UnsafePointer(place) + 1
        // The unit between: bytes of one scalar, which is no line end.
        for width in 1...3 {
          let gap = UnsafePointer(place) + (leads ? head.count : -width)
          let (start, stop) = (gap - head.count, gap + width + tail.count)
          guard start >= base, stop <= end, isScalar(gap, width) else { continue }
          if head.elementsEqual(UnsafeBufferPointer(start: start, count: head.count)),
            tail.elementsEqual(UnsafeBufferPointer(start: gap + width, count: tail.count))
          {
            return true
          }
        }
      }
      return false
    }
  }

  /// Whether `width` bytes are one scalar of UTF-8 that is no line end.
  private func isScalar(_ bytes: UnsafePointer<CChar>, _ width: Int) -> Bool {
    let first = UInt8(bitPattern: bytes[0])
    let wanted = first < 0x80 ? 1 : first < 0xC0 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    return wanted == width && first != 0x0A
  }

  /// Whether the needle stands in the text, by the C library.
  static func contains(_ text: ContiguousArray<CChar>, _ needle: String) -> Bool {
    text.withUnsafeBufferPointer { text in
      text.baseAddress.map { strstr($0, needle) != nil } ?? false
    }
  }

  private func contains(_ text: [UInt32], _ needle: [UInt32]) -> Bool {
    text.withUnsafeBufferPointer { text in
      var start = 0
      while start + needle.count <= text.count {
        if text[start] == needle[0], text[start..<start + needle.count].elementsEqual(needle) { return true }
        start += 1
      }
      return false
    }
  }

  private func fold(_ text: String) -> Folded {
    var cache = cache
    return PlainScan.fold(text, &cache)
  }

  private static func fold(_ text: String, _ cache: inout [Unicode.Scalar: [UInt32]]) -> Folded {
    var folded = Folded()
    var gap: Int?
    for (index, scalar) in text.unicodeScalars.enumerated() {
      if scalar.properties.isWhitespace {
        gap = gap ?? index
        continue
      }
      let units = cache[scalar] ?? fold(scalar)
      cache[scalar] = units
      guard let first = units.first else { continue }
      if let start = gap, let last = folded.scalars.last, isSpaced(last), isSpaced(first) {
        folded.scalars.append(0x20)
        folded.places.append(start)
      }
      gap = nil
      folded.scalars += units
      folded.places += units.map { _ in index }
    }
    return folded
  }

  /// Code points of one sign.
  private static let signs: [(String, UInt32)] = [
    ("“”„‟", 0x22), ("‘’‚‛", 0x27), ("·•・‧∙⋅．", 0x2e), ("‐‑‒–—―−－", 0x2d), ("〜∼˜⁓～", 0x7e), ("〇○◯", 0x96f6),
    ("²", 0x32),
    ("³", 0x33), ("¹", 0x31),
  ]

  private static func fold(_ scalar: Unicode.Scalar) -> [UInt32] {
    for (signs, sign) in signs where signs.unicodeScalars.contains(scalar) { return [sign] }
    if scalar.properties.generalCategory == .format || scalar.properties.generalCategory == .control { return [] }
    // Simplified characters in their own right, which ICU maps all the same.
    if "乾俱吒夥姊徵摺箝苎著藉跤阪".unicodeScalars.contains(scalar) { return [scalar.value] }
    var text = String(scalar)
    for transform in [StringTransform.fullwidthToHalfwidth, StringTransform("Hant-Hans")] {
      // Only ASCII has full-width forms; other letters have half-width ones, and the full width stands for both.
      if transform == .fullwidthToHalfwidth && !(0xff01...0xff5e).contains(scalar.value) { continue }
      text = text.applyingTransform(transform, reverse: false) ?? text
    }
    return text.lowercased().unicodeScalars.map(\.value)
  }

  /// Letters and digits of scripts that put spaces between words.
  private static func isSpaced(_ scalar: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(scalar) else { return false }
    return scalar.value < 0x2000 && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
  }
}
